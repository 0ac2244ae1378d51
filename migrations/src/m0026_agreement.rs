//! Who is asked to agree to a correction, and how many were told whose names are kept no longer.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "misconception";
const ASKED: &str = "asked_id";
const COUNTS: [&str; 3] = [
    "forgotten_told",
    "forgotten_acknowledged",
    "forgotten_not_convinced",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite takes one column at a time.
        let asked = Table::alter()
            .table(TABLE)
            .add_column(uuid_null(ASKED))
            .to_owned();
        manager.alter_table(asked).await?;
        for count in COUNTS {
            let column = integer(count).default(0).take();
            let add = Table::alter().table(TABLE).add_column(column).to_owned();
            manager.alter_table(add).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COUNTS.into_iter().rev().chain([ASKED]) {
            let drop = Table::alter().table(TABLE).drop_column(column).to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}
