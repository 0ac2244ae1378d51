//! What was brought in from elsewhere, and what each record became.
use super::{drop_all, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    json, pk_uuid, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let run = Table::create()
            .table("import_run")
            .col(pk_uuid("id"))
            .col(string("source"))
            .col(uuid("community_id"))
            .col(timestamp_with_time_zone("started_at"))
            .col(timestamp_with_time_zone_null("finished_at"))
            .col(json("sheet"))
            .foreign_key(&mut refers("import_run", "community_id", "community"))
            .to_owned();
        manager.create_table(run).await?;

        // The same record of the same source is brought in once, however often the import is run.
        let link = Table::create()
            .table("import_link")
            .col(uuid("community_id"))
            .col(string("source"))
            .col(string("kind"))
            .col(string("key"))
            .col(uuid("target_id"))
            .primary_key(
                Index::create()
                    .col("community_id")
                    .col("source")
                    .col("kind")
                    .col("key"),
            )
            .to_owned();
        manager.create_table(link).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["import_link", "import_run"]).await
    }
}
