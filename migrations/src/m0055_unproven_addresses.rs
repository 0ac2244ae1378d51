//! Who uses an address that they have not shown to be theirs.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::timestamp_with_time_zone_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMN: &str = "email_unproven_since";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let added = Table::alter()
            .table("person")
            .add_column(timestamp_with_time_zone_null(COLUMN))
            .to_owned();
        manager.alter_table(added).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let gone = Table::alter()
            .table("person")
            .drop_column(COLUMN)
            .to_owned();
        manager.alter_table(gone).await
    }
}
