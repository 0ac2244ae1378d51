//! What people take along of all that is held about them.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, integer, pk_uuid, string_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "personal_export";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table(TABLE)
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(uuid("asked_by"))
            .col(string_null("reason"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(integer("step"))
            .col(big_integer("from_row"))
            .col(integer("percent"))
            .col(timestamp_with_time_zone_null("ready_at"))
            .col(timestamp_with_time_zone_null("expires_at"))
            .col(timestamp_with_time_zone_null("fetched_at"))
            .col(big_integer_null("bytes"))
            .foreign_key(&mut refers(TABLE, "person_id", "person"))
            .foreign_key(&mut refers(TABLE, "asked_by", "person"))
            .to_owned();
        manager.create_table(table).await?;
        for column in ["person_id", "expires_at"] {
            manager.create_index(index(TABLE, &[column])).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &[TABLE]).await
    }
}
