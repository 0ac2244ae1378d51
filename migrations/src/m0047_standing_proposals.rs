//! By which rules a proposal was found that stands while others are tried.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::json_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let rules = Table::alter()
            .table("pairing_round")
            .add_column(json_null("stood_by"))
            .to_owned();
        manager.alter_table(rules).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let rules = Table::alter()
            .table("pairing_round")
            .drop_column("stood_by")
            .to_owned();
        manager.alter_table(rules).await
    }
}
