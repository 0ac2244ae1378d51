//! Words that mean the same in an organisation.
use super::drop_all;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{json, pk_uuid, timestamp_with_time_zone};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("synonyms")
            .col(pk_uuid("id"))
            .col(json("words"))
            .col(timestamp_with_time_zone("changed_at"))
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["synonyms"]).await
    }
}
