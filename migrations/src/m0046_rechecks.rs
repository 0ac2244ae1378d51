//! Of which misconception a re-check is, and which of its statements says it.
use super::index;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer_null, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "check_in_question";
const OF: &str = "misconception_id";
const MISTAKEN: &str = "mistaken";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite takes one column at a time.
        for column in [uuid_null(OF), integer_null(MISTAKEN)] {
            let added = Table::alter().table(TABLE).add_column(column).to_owned();
            manager.alter_table(added).await?;
        }
        manager.create_index(index(TABLE, &[OF])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let gone = Index::drop()
            .name(format!("{TABLE}_{OF}"))
            .table(TABLE)
            .to_owned();
        manager.drop_index(gone).await?;
        for column in [MISTAKEN, OF] {
            let gone = Table::alter().table(TABLE).drop_column(column).to_owned();
            manager.alter_table(gone).await?;
        }
        Ok(())
    }
}
