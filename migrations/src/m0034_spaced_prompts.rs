//! Series of prompts that come ever more seldom after a session, and how well they were recalled.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, integer_null, json, pk_uuid, string, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn series() -> TableCreateStatement {
    Table::create()
        .table("prompt_series")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("channel_id"))
        .col(uuid("session_id"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(string("nonce"))
        .col(text("title"))
        .col(json("audience"))
        .col(integer("later_by"))
        .col(timestamp_with_time_zone_null("paused_at"))
        .col(timestamp_with_time_zone_null("cancelled_at"))
        .foreign_key(&mut refers("prompt_series", "community_id", "community"))
        .foreign_key(&mut refers("prompt_series", "channel_id", "channel"))
        .foreign_key(&mut refers("prompt_series", "created_by", "person"))
        .to_owned()
}

fn question() -> TableCreateStatement {
    Table::create()
        .table("spaced_question")
        .col(uuid("series_id"))
        .col(integer("position"))
        .col(string("kind"))
        .col(text("title"))
        .col(text("body"))
        .col(text_null("expected"))
        .col(integer("days"))
        .col(integer_null("minutes"))
        .col(timestamp_with_time_zone("asks_at"))
        .col(uuid_null("prompt_id"))
        .primary_key(Index::create().col("series_id").col("position"))
        .foreign_key(&mut refers("spaced_question", "series_id", "prompt_series"))
        .foreign_key(&mut refers("spaced_question", "prompt_id", "prompt"))
        .to_owned()
}

fn mark() -> TableCreateStatement {
    Table::create()
        .table("recall_mark")
        .col(uuid("prompt_id"))
        .col(uuid("person_id"))
        .col(string("mark"))
        .col(timestamp_with_time_zone("marked_at"))
        .primary_key(Index::create().col("prompt_id").col("person_id"))
        .foreign_key(&mut refers("recall_mark", "prompt_id", "prompt"))
        .foreign_key(&mut refers("recall_mark", "person_id", "person"))
        .to_owned()
}

fn indices() -> Vec<IndexCreateStatement> {
    vec![
        index("prompt_series", &["community_id", "created_at"]),
        index("prompt_series", &["session_id"]),
        // Sent twice, it is made once.
        index("prompt_series", &["created_by", "nonce"])
            .unique()
            .to_owned(),
        index("spaced_question", &["prompt_id"]).unique().to_owned(),
        Index::create()
            .name("spaced_question_waiting")
            .table("spaced_question")
            .col("asks_at")
            .and_where(Expr::col("prompt_id").is_null())
            .to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [series(), question(), mark()] {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["recall_mark", "spaced_question", "prompt_series"];
        drop_all(manager, &tables).await
    }
}
