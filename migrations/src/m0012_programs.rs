//! Programs, their versions and objectives, and which version a cohort runs.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, pk_uuid, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let program = Table::create()
            .table("program")
            .col(pk_uuid("id"))
            .col(string("slug").unique_key())
            .col(string("title"))
            .col(string("summary"))
            .col(timestamp_with_time_zone("created_at"))
            .to_owned();
        manager.create_table(program).await?;

        let version = Table::create()
            .table("program_version")
            .col(pk_uuid("id"))
            .col(uuid("program_id"))
            .col(integer("number"))
            // What is new in it.
            .col(text("notes"))
            .col(timestamp_with_time_zone("created_at"))
            // The version that is being written has none.
            .col(timestamp_with_time_zone_null("published_at"))
            .foreign_key(&mut refers("program_version", "program_id", "program"))
            .to_owned();
        manager.create_table(version).await?;
        manager
            .create_index(
                index("program_version", &["program_id", "number"])
                    .unique()
                    .to_owned(),
            )
            .await?;

        let objective = Table::create()
            .table("objective")
            .col(pk_uuid("id"))
            .col(uuid("version_id"))
            // The same objective keeps its number from version to version.
            .col(integer("number"))
            .col(integer("position"))
            .col(string("statement"))
            .col(string_null("measure"))
            .foreign_key(&mut refers("objective", "version_id", "program_version"))
            .to_owned();
        manager.create_table(objective).await?;
        manager
            .create_index(
                index("objective", &["version_id", "number"])
                    .unique()
                    .to_owned(),
            )
            .await?;

        let delivery = Table::create()
            .table("cohort_delivery")
            .col(uuid("community_id").primary_key())
            .col(uuid("version_id"))
            .col(timestamp_with_time_zone("delivered_at"))
            .col(uuid_null("delivered_by"))
            .foreign_key(&mut refers("cohort_delivery", "community_id", "community"))
            .foreign_key(&mut refers(
                "cohort_delivery",
                "version_id",
                "program_version",
            ))
            .foreign_key(&mut refers("cohort_delivery", "delivered_by", "person"))
            .to_owned();
        manager.create_table(delivery).await?;
        manager
            .create_index(index("cohort_delivery", &["version_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["cohort_delivery", "objective", "program_version", "program"],
        )
        .await
    }
}
