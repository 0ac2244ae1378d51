//! What is each person's own: how far they read, what they follow, their drafts and their inbox.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, json, pk_uuid, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reader = Table::create()
            .table("thread_reader")
            .col(uuid("thread_id"))
            .col(uuid("person_id"))
            .col(integer("read_through"))
            .col(string("follow"))
            .col(timestamp_with_time_zone("updated_at"))
            .primary_key(Index::create().col("thread_id").col("person_id"))
            .foreign_key(&mut refers("thread_reader", "thread_id", "thread"))
            .foreign_key(&mut refers("thread_reader", "person_id", "person"))
            .to_owned();
        manager.create_table(reader).await?;
        manager
            .create_index(index("thread_reader", &["person_id"]))
            .await?;

        let mention = Table::create()
            .table("mention")
            .col(uuid("post_id"))
            .col(uuid("person_id"))
            .primary_key(Index::create().col("post_id").col("person_id"))
            .foreign_key(&mut refers("mention", "post_id", "post"))
            .foreign_key(&mut refers("mention", "person_id", "person"))
            .to_owned();
        manager.create_table(mention).await?;

        let draft = Table::create()
            .table("draft")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(string("key"))
            .col(string_null("title"))
            .col(text("body"))
            .col(integer("version"))
            .col(timestamp_with_time_zone("updated_at"))
            .foreign_key(&mut refers("draft", "person_id", "person"))
            .to_owned();
        manager.create_table(draft).await?;
        manager
            .create_index(index("draft", &["person_id", "key"]).unique().to_owned())
            .await?;

        let inbox_item = Table::create()
            .table("inbox_item")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(uuid("thread_id"))
            .col(uuid("latest_post_id"))
            .col(json("reasons"))
            .col(integer("new_count"))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("done_at"))
            .foreign_key(&mut refers("inbox_item", "person_id", "person"))
            .foreign_key(&mut refers("inbox_item", "thread_id", "thread"))
            .to_owned();
        manager.create_table(inbox_item).await?;
        manager
            .create_index(
                index("inbox_item", &["person_id", "thread_id"])
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("inbox_item", &["person_id", "at"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["inbox_item", "draft", "mention", "thread_reader"],
        )
        .await
    }
}
