//! When a community works, what becomes of a cohort's members after its end, and which run it is.
use super::{drop_all, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    date, small_integer, string, string_null, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Monday to Friday, the lowest bit for Monday.
const WORK_WEEK: i16 = 0b001_1111;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            small_integer("work_week").default(WORK_WEEK).take(),
            string("alumni_access").default("write").take(),
            uuid_null("alumni_community_id"),
            timestamp_with_time_zone_null("ended_at"),
            uuid_null("cloned_from"),
        ] {
            add_column(manager, "community", column).await?;
        }
        add_column(manager, "membership", string_null("former_role")).await?;

        let holiday = Table::create()
            .table("holiday")
            .col(uuid("community_id"))
            .col(date("day"))
            .col(string("name"))
            .primary_key(Index::create().col("community_id").col("day"))
            .foreign_key(&mut refers("holiday", "community_id", "community"))
            .to_owned();
        manager.create_table(holiday).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["holiday"]).await?;
        drop_column(manager, "membership", "former_role").await?;
        for column in [
            "cloned_from",
            "ended_at",
            "alumni_community_id",
            "alumni_access",
            "work_week",
        ] {
            drop_column(manager, "community", column).await?;
        }
        Ok(())
    }
}

async fn add_column(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: ColumnDef,
) -> Result<(), DbErr> {
    let table = Table::alter().table(table).add_column(column).to_owned();
    manager.alter_table(table).await
}

async fn drop_column(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &'static str,
) -> Result<(), DbErr> {
    let table = Table::alter().table(table).drop_column(column).to_owned();
    manager.alter_table(table).await
}
