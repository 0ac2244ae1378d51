//! Channels, threads, posts, their history, reactions and files.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, integer, integer_null, json, pk_uuid, string, string_null, text,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [channel(), thread(), post(), revision(), reaction(), file()] {
            manager.create_table(table).await?;
        }
        for index in [
            index("channel", &["community_id", "slug"])
                .unique()
                .to_owned(),
            index("thread", &["channel_id", "last_post_at"]),
            index("thread", &["community_id", "last_post_at"]),
            index("post", &["thread_id", "number"]).unique().to_owned(),
            index("post", &["thread_id", "root_number", "number"]),
            index("post", &["author_id", "nonce"]).unique().to_owned(),
            index("revision", &["post_id", "number"])
                .unique()
                .to_owned(),
            index("reaction", &["person_id"]),
            index("file", &["post_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["file", "reaction", "revision", "post", "thread", "channel"],
        )
        .await
    }
}

fn channel() -> TableCreateStatement {
    Table::create()
        .table("channel")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(string("slug"))
        .col(string("name"))
        .col(text("purpose"))
        .col(string("kind"))
        .col(integer("position"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("archived_at"))
        .foreign_key(&mut refers("channel", "community_id", "community"))
        .to_owned()
}

fn thread() -> TableCreateStatement {
    Table::create()
        .table("thread")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("channel_id"))
        .col(string("kind"))
        .col(string("title"))
        .col(json("tags"))
        .col(uuid("author_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("last_post_at"))
        .col(uuid("last_author_id"))
        // The number of the newest post; numbers are given once and never again.
        .col(integer("last_number"))
        .col(integer("reply_count"))
        .col(uuid_null("accepted_post_id"))
        .col(uuid_null("duplicate_of"))
        .col(timestamp_with_time_zone_null("locked_at"))
        .foreign_key(&mut refers("thread", "channel_id", "channel"))
        .foreign_key(&mut refers("thread", "author_id", "person"))
        .to_owned()
}

fn post() -> TableCreateStatement {
    Table::create()
        .table("post")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("channel_id"))
        .col(uuid("thread_id"))
        .col(integer("number"))
        .col(uuid_null("parent_id"))
        // The number of the post that begins this branch: it keeps replies beside what they answer.
        .col(integer("root_number"))
        .col(uuid("author_id"))
        .col(text("body"))
        .col(text("html"))
        .col(integer("revision"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("edited_at"))
        .col(timestamp_with_time_zone_null("deleted_at"))
        .col(uuid_null("deleted_by"))
        .col(integer("helpful"))
        .col(integer("used_it"))
        .col(integer("thank_you"))
        .col(integer("file_count"))
        .col(string_null("nonce"))
        .foreign_key(&mut refers("post", "thread_id", "thread"))
        .foreign_key(&mut refers("post", "author_id", "person"))
        .to_owned()
}

fn revision() -> TableCreateStatement {
    Table::create()
        .table("revision")
        .col(pk_uuid("id"))
        .col(uuid("post_id"))
        .col(integer("number"))
        .col(text("body"))
        .col(uuid("editor_id"))
        .col(timestamp_with_time_zone("edited_at"))
        .col(string_null("reason"))
        .foreign_key(&mut refers("revision", "post_id", "post"))
        .to_owned()
}

fn reaction() -> TableCreateStatement {
    Table::create()
        .table("reaction")
        .col(uuid("post_id"))
        .col(uuid("person_id"))
        .col(string("kind"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("post_id").col("person_id").col("kind"))
        .foreign_key(&mut refers("reaction", "post_id", "post"))
        .foreign_key(&mut refers("reaction", "person_id", "person"))
        .to_owned()
}

fn file() -> TableCreateStatement {
    Table::create()
        .table("file")
        .col(pk_uuid("id"))
        .col(uuid("uploader_id"))
        .col(uuid_null("post_id"))
        .col(string("name"))
        .col(string("media_type"))
        .col(big_integer("bytes"))
        .col(integer_null("width"))
        .col(integer_null("height"))
        .col(string("sha256"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refers("file", "uploader_id", "person"))
        .foreign_key(&mut refers("file", "post_id", "post"))
        .to_owned()
}
