//! Searches that people keep, and hear from.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    pk_uuid, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("saved_search")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(uuid_null("community_id"))
            .col(text("name"))
            .col(text("query"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("told_through"))
            .col(timestamp_with_time_zone_null("look_at"))
            .foreign_key(&mut refers("saved_search", "person_id", "person"))
            .foreign_key(&mut refers("saved_search", "community_id", "community"))
            .to_owned();
        manager.create_table(table).await?;
        let own = index("saved_search", &["person_id", "created_at"]);
        manager.create_index(own).await?;
        let due = Index::create()
            .name("saved_search_due")
            .table("saved_search")
            .col("look_at")
            .and_where(Expr::col("look_at").is_not_null())
            .to_owned();
        manager.create_index(due).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["saved_search"]).await
    }
}
