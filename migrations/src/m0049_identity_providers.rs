//! Who vouches for people from elsewhere, and which accounts there are whose here.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, binary_null, boolean, json, pk_uuid, string, string_null, text,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let provider = Table::create()
            .table("sso_provider")
            .col(pk_uuid("id"))
            .col(string("slug").unique_key())
            .col(string("name"))
            .col(string("kind"))
            .col(string("issuer").unique_key())
            .col(string("client_id"))
            .col(binary_null("client_secret"))
            .col(json("scopes"))
            .col(string_null("authorization_url"))
            .col(string_null("token_url"))
            .col(string_null("userinfo_url"))
            .col(json("domains"))
            .col(json("trusted_domains"))
            .col(boolean("creates_accounts"))
            .col(json("claims"))
            .col(json("group_rules"))
            .col(boolean("is_on"))
            .col(boolean("is_configured"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .to_owned();
        manager.create_table(provider).await?;

        let account = Table::create()
            .table("sso_account")
            .col(pk_uuid("id"))
            .col(uuid("provider_id"))
            .col(string("issuer"))
            .col(string("subject"))
            .col(uuid("person_id"))
            .col(string_null("email"))
            .col(timestamp_with_time_zone("linked_at"))
            .col(timestamp_with_time_zone_null("last_used_at"))
            .foreign_key(&mut refers("sso_account", "provider_id", "sso_provider"))
            .foreign_key(&mut refers("sso_account", "person_id", "person"))
            .to_owned();
        manager.create_table(account).await?;
        let mut one_each = index("sso_account", &["issuer", "subject"]);
        manager.create_index(one_each.unique().to_owned()).await?;
        manager
            .create_index(index("sso_account", &["person_id"]))
            .await?;

        let attempt = Table::create()
            .table("sso_attempt")
            .col(pk_uuid("id"))
            .col(uuid("provider_id"))
            .col(string("purpose"))
            .col(binary("state_hash").unique_key())
            .col(binary("browser_hash"))
            .col(uuid_null("person_id"))
            .col(uuid_null("sign_in_id"))
            .col(text("next"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut refers("sso_attempt", "provider_id", "sso_provider"))
            .to_owned();
        manager.create_table(attempt).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["sso_attempt", "sso_account", "sso_provider"]).await
    }
}
