//! People, their passwords, their sign-ins, and the tokens that work once.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, integer, json, pk_uuid, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let person = Table::create()
            .table("person")
            .col(pk_uuid("id"))
            .col(string("handle").unique_key())
            .col(string("name"))
            .col(string_null("pronunciation"))
            .col(string_null("email").unique_key())
            .col(string("zone"))
            .col(string_null("ask_me_about"))
            .col(string_null("working_on"))
            .col(json("preferences"))
            // Where an imported person came from, until somebody claims the account.
            .col(string_null("placeholder_of"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("onboarded_at"))
            .col(timestamp_with_time_zone_null("administrator_since"))
            .col(timestamp_with_time_zone_null("suspended_at"))
            .to_owned();
        manager.create_table(person).await?;

        let password = Table::create()
            .table("password")
            .col(uuid("person_id").primary_key())
            .col(text("phc"))
            .col(timestamp_with_time_zone("changed_at"))
            .foreign_key(&mut refers("password", "person_id", "person"))
            .to_owned();
        manager.create_table(password).await?;

        let sign_in = Table::create()
            .table("sign_in")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(binary("token_hash").unique_key())
            .col(string("device"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("last_seen_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .foreign_key(&mut refers("sign_in", "person_id", "person"))
            .to_owned();
        manager.create_table(sign_in).await?;
        manager
            .create_index(index("sign_in", &["person_id"]))
            .await?;

        let one_time_token = Table::create()
            .table("one_time_token")
            .col(pk_uuid("id"))
            .col(string("purpose"))
            .col(binary("token_hash").unique_key())
            .col(uuid("person_id"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .foreign_key(&mut refers("one_time_token", "person_id", "person"))
            .to_owned();
        manager.create_table(one_time_token).await?;

        let throttle = Table::create()
            .table("throttle")
            .col(string("key").primary_key())
            .col(integer("failures"))
            .col(timestamp_with_time_zone("since"))
            .col(timestamp_with_time_zone_null("closed_until"))
            .to_owned();
        manager.create_table(throttle).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "throttle",
                "one_time_token",
                "sign_in",
                "password",
                "person",
            ],
        )
        .await
    }
}
