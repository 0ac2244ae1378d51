//! Which commitment of a pair an answer is about, and which session a round of pairs follows.
use super::index;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [(&str, &str); 2] = [
    ("check_in_answer", "commitment_id"),
    ("pairing_round", "session_id"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in COLUMNS {
            let add = Table::alter()
                .table(table)
                .add_column(uuid_null(column))
                .to_owned();
            manager.alter_table(add).await?;
        }
        manager
            .create_index(index("pairing_round", &["session_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let gone = Index::drop()
            .name("pairing_round_session_id")
            .table("pairing_round")
            .to_owned();
        manager.drop_index(gone).await?;
        for (table, column) in COLUMNS {
            let drop = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}
