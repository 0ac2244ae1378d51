//! What was looked for in a community and found nothing.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{binary, string, timestamp_with_time_zone, uuid};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("asked_in_vain")
            .col(uuid("community_id"))
            .col(string("words"))
            .col(binary("mark"))
            .col(timestamp_with_time_zone("asked_at"))
            .primary_key(Index::create().col("community_id").col("words").col("mark"))
            .foreign_key(&mut refers("asked_in_vain", "community_id", "community"))
            .to_owned();
        manager.create_table(table).await?;
        let oldest = index("asked_in_vain", &["asked_at"]);
        manager.create_index(oldest).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["asked_in_vain"]).await
    }
}
