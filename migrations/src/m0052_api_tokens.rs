//! Tokens with which programs ask.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, date_null, json, pk_uuid, string, string_null, timestamp_with_time_zone, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("api_token")
            .col(pk_uuid("id"))
            .col(uuid_null("person_id"))
            .col(string("name"))
            .col(json("scopes"))
            .col(binary("token_hash").unique_key())
            .col(timestamp_with_time_zone("created_at"))
            .col(uuid_null("created_by_id"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(date_null("used_on"))
            .col(string_null("used_from"))
            .foreign_key(&mut refers("api_token", "person_id", "person"))
            .foreign_key(&mut refers("api_token", "created_by_id", "person"))
            .to_owned();
        manager.create_table(table).await?;
        manager
            .create_index(index("api_token", &["person_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["api_token"]).await
    }
}
