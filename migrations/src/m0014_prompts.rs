//! What is asked and given between sessions: prompts, pre-work, and who is done with it.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer_null, json, json_null, pk_uuid, string, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            prompt(),
            pre_work(),
            objectives("prompt_objective", "prompt_id", "prompt"),
            objectives("pre_work_objective", "pre_work_id", "pre_work"),
            done(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            index("prompt", &["thread_id"]).unique().to_owned(),
            index("prompt", &["community_id", "posted_at"]),
            index("prompt", &["session_id"]),
            index("pre_work", &["community_id", "opened_at"]),
            index("pre_work", &["session_id"]),
            index("pre_work_done", &["person_id"]),
        ] {
            manager.create_index(index).await?;
        }
        // A file that a whole community may read, without a post that it is attached to.
        let shared = Table::alter()
            .table("file")
            .add_column(uuid_null("community_id"))
            .to_owned();
        manager.alter_table(shared).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let shared = Table::alter()
            .table("file")
            .drop_column("community_id")
            .to_owned();
        manager.alter_table(shared).await?;
        let tables = [
            "pre_work_done",
            "pre_work_objective",
            "prompt_objective",
            "pre_work",
            "prompt",
        ];
        drop_all(manager, &tables).await
    }
}

fn prompt() -> TableCreateStatement {
    Table::create()
        .table("prompt")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("channel_id"))
        .col(uuid("thread_id"))
        .col(uuid_null("session_id"))
        .col(uuid("asked_by"))
        .col(timestamp_with_time_zone("posted_at"))
        .col(integer_null("minutes"))
        // The roles of whom it is asked, as a JSON array.
        .col(json("audience"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(string("zone"))
        // How far from the start of its session it is due; nothing when that was said as an instant.
        .col(json_null("due_rule"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .foreign_key(&mut refers("prompt", "community_id", "community"))
        .foreign_key(&mut refers("prompt", "thread_id", "thread"))
        .foreign_key(&mut refers("prompt", "session_id", "ilt_session"))
        .foreign_key(&mut refers("prompt", "asked_by", "person"))
        .to_owned()
}

fn pre_work() -> TableCreateStatement {
    Table::create()
        .table("pre_work")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid_null("session_id"))
        .col(uuid("opened_by"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(string("kind"))
        .col(string("title"))
        .col(text("note"))
        .col(text("note_html"))
        .col(text_null("url"))
        .col(uuid_null("file_id"))
        .col(integer_null("minutes"))
        .col(json("audience"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(string("zone"))
        .col(json_null("due_rule"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .foreign_key(&mut refers("pre_work", "community_id", "community"))
        .foreign_key(&mut refers("pre_work", "session_id", "ilt_session"))
        .foreign_key(&mut refers("pre_work", "opened_by", "person"))
        .foreign_key(&mut refers("pre_work", "file_id", "file"))
        .to_owned()
}

/// Which objectives it serves.
fn objectives(table: &'static str, column: &'static str, of: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(uuid(column))
        .col(uuid("objective_id"))
        .primary_key(Index::create().col(column).col("objective_id"))
        .foreign_key(&mut refers(table, column, of))
        .foreign_key(&mut refers(table, "objective_id", "objective"))
        .to_owned()
}

fn done() -> TableCreateStatement {
    Table::create()
        .table("pre_work_done")
        .col(uuid("pre_work_id"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("done_at"))
        .primary_key(Index::create().col("pre_work_id").col("person_id"))
        .foreign_key(&mut refers("pre_work_done", "pre_work_id", "pre_work"))
        .foreign_key(&mut refers("pre_work_done", "person_id", "person"))
        .to_owned()
}
