//! Templates that each session of a community has by itself.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::boolean;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "journey_template";
const COLUMN: &str = "for_each_session";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = boolean(COLUMN).default(false).take();
        let add = Table::alter().table(TABLE).add_column(column).to_owned();
        manager.alter_table(add).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::alter().table(TABLE).drop_column(COLUMN).to_owned();
        manager.alter_table(drop).await
    }
}
