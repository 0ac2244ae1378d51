//! When people were here last, whether they are signed in still or not, and who gave members their roles.
use super::{drop_all, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{timestamp_with_time_zone, uuid, uuid_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMN: &str = "granted_by_id";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let last_here = Table::create()
            .table("last_here")
            .col(uuid("person_id").primary_key())
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut refers("last_here", "person_id", "person"))
            .to_owned();
        manager.create_table(last_here).await?;
        // Of before, the sign-ins that are there still tell it.
        let known = "INSERT INTO last_here (person_id, at) \
                     SELECT person_id, MAX(last_seen_at) FROM sign_in GROUP BY person_id";
        manager.get_connection().execute_unprepared(known).await?;
        let granted = Table::alter()
            .table("membership")
            .add_column(uuid_null(COLUMN))
            .to_owned();
        manager.alter_table(granted).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let gone = Table::alter()
            .table("membership")
            .drop_column(COLUMN)
            .to_owned();
        manager.alter_table(gone).await?;
        drop_all(manager, &["last_here"]).await
    }
}
