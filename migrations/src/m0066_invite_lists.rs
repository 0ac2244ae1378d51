//! Lists of people to be invited, and what becomes of each line.
use super::{drop_all, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, pk_uuid, string, string_null, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let list = Table::create()
            .table("invite_list")
            .col(pk_uuid("id"))
            .col(uuid_null("made_by"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .to_owned();
        manager.create_table(list).await?;

        let line = Table::create()
            .table("invite_line")
            .col(uuid("list_id"))
            .col(integer("line"))
            .col(text("name"))
            .col(text("email"))
            .col(text("place"))
            .col(uuid_null("community_id"))
            .col(string_null("role"))
            .col(string("fate"))
            .col(text_null("reason"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .primary_key(Index::create().col("list_id").col("line"))
            .foreign_key(&mut refers("invite_line", "list_id", "invite_list"))
            .to_owned();
        manager.create_table(line).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["invite_line", "invite_list"]).await
    }
}
