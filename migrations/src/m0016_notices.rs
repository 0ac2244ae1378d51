//! What people are told beside conversations, and when a letter tells them.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, json, pk_uuid, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mailed = Table::alter()
            .table("inbox_item")
            .add_column(uuid_null("mailed_post_id"))
            .to_owned();
        manager.alter_table(mailed).await?;

        let notice = Table::create()
            .table("notice")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(uuid("community_id"))
            .col(string("kind"))
            .col(string("about"))
            .col(uuid_null("thread_id"))
            .col(json("facts"))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("done_at"))
            .col(timestamp_with_time_zone_null("mailed_at"))
            .foreign_key(&mut refers("notice", "person_id", "person"))
            .foreign_key(&mut refers("notice", "community_id", "community"))
            .to_owned();
        manager.create_table(notice).await?;
        let once = index("notice", &["person_id", "about"]).unique().to_owned();
        manager.create_index(once).await?;
        manager
            .create_index(index("notice", &["person_id", "at"]))
            .await?;
        manager.create_index(index("notice", &["about"])).await?;

        let postbox = Table::create()
            .table("postbox")
            .col(uuid("person_id").primary_key())
            .col(json("choices"))
            .col(binary("secret"))
            .col(timestamp_with_time_zone_null("next_at"))
            .foreign_key(&mut refers("postbox", "person_id", "person"))
            .to_owned();
        manager.create_table(postbox).await?;
        manager.create_index(index("postbox", &["next_at"])).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["postbox", "notice"]).await?;
        let mailed = Table::alter()
            .table("inbox_item")
            .drop_column("mailed_post_id")
            .to_owned();
        manager.alter_table(mailed).await
    }
}
