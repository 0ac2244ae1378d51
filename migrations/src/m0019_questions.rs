//! What a question is beyond its conversation, what is verified and until when, resources and stories.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    pk_uuid, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            question(),
            of_a_person("question_too", &[]),
            of_a_person("question_invitation", &["invited_by"]),
            objective(),
            review(),
            resource(),
            story(),
            reveal(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            index("question", &["session_id"]),
            index("question", &["parked_on"]),
            index("question_invitation", &["person_id"]),
            index("review", &["thread_id"]),
            index("review", &["community_id", "review_at"]),
            index("reveal", &["community_id", "at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "reveal",
            "story",
            "resource",
            "review",
            "question_objective",
            "question_invitation",
            "question_too",
            "question",
        ];
        drop_all(manager, &tables).await
    }
}

fn question() -> TableCreateStatement {
    Table::create()
        .table("question")
        .col(uuid("thread_id").primary_key())
        .col(uuid("community_id"))
        // The session that it follows.
        .col(uuid_null("session_id"))
        // The session in which it will be covered.
        .col(uuid_null("parked_on"))
        .col(timestamp_with_time_zone_null("helped_at"))
        .foreign_key(&mut refers("question", "thread_id", "thread"))
        .foreign_key(&mut refers("question", "community_id", "community"))
        .foreign_key(&mut refers("question", "session_id", "ilt_session"))
        .foreign_key(&mut refers("question", "parked_on", "ilt_session"))
        .to_owned()
}

/// What a person is to a question, and when they became that.
fn of_a_person(table: &'static str, others: &[&'static str]) -> TableCreateStatement {
    let mut create = Table::create();
    create
        .table(table)
        .col(uuid("thread_id"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("at"))
        .primary_key(Index::create().col("thread_id").col("person_id"))
        .foreign_key(&mut refers(table, "thread_id", "thread"))
        .foreign_key(&mut refers(table, "person_id", "person"));
    for other in others {
        create.col(uuid(*other));
    }
    create
}

fn objective() -> TableCreateStatement {
    let table = "question_objective";
    Table::create()
        .table(table)
        .col(uuid("thread_id"))
        .col(uuid("objective_id"))
        .primary_key(Index::create().col("thread_id").col("objective_id"))
        .foreign_key(&mut refers(table, "thread_id", "thread"))
        .foreign_key(&mut refers(table, "objective_id", "objective"))
        .to_owned()
}

/// What somebody stands behind, and when to look at it again.
fn review() -> TableCreateStatement {
    Table::create()
        .table("review")
        .col(uuid("post_id").primary_key())
        .col(uuid("thread_id"))
        .col(uuid("community_id"))
        .col(uuid_null("verified_by"))
        .col(timestamp_with_time_zone_null("verified_at"))
        .col(timestamp_with_time_zone_null("review_at"))
        .col(timestamp_with_time_zone_null("obsolete_at"))
        .col(text_null("obsolete_reason"))
        .foreign_key(&mut refers("review", "post_id", "post"))
        .foreign_key(&mut refers("review", "community_id", "community"))
        .foreign_key(&mut refers("review", "verified_by", "person"))
        .to_owned()
}

fn resource() -> TableCreateStatement {
    Table::create()
        .table("resource")
        .col(uuid("thread_id").primary_key())
        .col(uuid("community_id"))
        .col(uuid("post_id"))
        .col(text_null("url"))
        .foreign_key(&mut refers("resource", "thread_id", "thread"))
        .foreign_key(&mut refers("resource", "post_id", "post"))
        .to_owned()
}

fn story() -> TableCreateStatement {
    Table::create()
        .table("story")
        .col(uuid("thread_id").primary_key())
        .col(uuid("community_id"))
        .col(uuid("post_id"))
        .col(uuid_null("session_id"))
        .foreign_key(&mut refers("story", "thread_id", "thread"))
        .foreign_key(&mut refers("story", "post_id", "post"))
        .foreign_key(&mut refers("story", "session_id", "ilt_session"))
        .to_owned()
}

/// Who was told who asked, and why they wanted to know.
fn reveal() -> TableCreateStatement {
    Table::create()
        .table("reveal")
        .col(pk_uuid("id"))
        .col(uuid("thread_id"))
        .col(uuid("community_id"))
        .col(uuid("revealed_to"))
        .col(timestamp_with_time_zone("at"))
        .col(text("reason"))
        .foreign_key(&mut refers("reveal", "thread_id", "thread"))
        .foreign_key(&mut refers("reveal", "revealed_to", "person"))
        .to_owned()
}
