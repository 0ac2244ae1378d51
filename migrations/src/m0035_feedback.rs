//! Peer feedback: rounds with a rubric, what was handed in, and who is asked to look at it.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, json, json_null, pk_uuid, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn round() -> TableCreateStatement {
    Table::create()
        .table("feedback_round")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("channel_id"))
        .col(uuid_null("session_id"))
        .col(uuid("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(string("nonce"))
        .col(text("title"))
        .col(text("body"))
        .col(text("body_html"))
        .col(json("rubric"))
        .col(integer("each"))
        .col(integer("days"))
        .col(timestamp_with_time_zone_null("closes_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(timestamp_with_time_zone_null("cancelled_at"))
        .foreign_key(&mut refers("feedback_round", "community_id", "community"))
        .foreign_key(&mut refers("feedback_round", "channel_id", "channel"))
        .foreign_key(&mut refers("feedback_round", "created_by", "person"))
        .to_owned()
}

fn objective() -> TableCreateStatement {
    Table::create()
        .table("feedback_round_objective")
        .col(uuid("round_id"))
        .col(uuid("objective_id"))
        .primary_key(Index::create().col("round_id").col("objective_id"))
        .foreign_key(&mut refers(
            "feedback_round_objective",
            "round_id",
            "feedback_round",
        ))
        .foreign_key(&mut refers(
            "feedback_round_objective",
            "objective_id",
            "objective",
        ))
        .to_owned()
}

fn evidence() -> TableCreateStatement {
    Table::create()
        .table("evidence")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("round_id"))
        .col(uuid("person_id"))
        .col(uuid("thread_id"))
        .col(timestamp_with_time_zone("handed_in_at"))
        .col(timestamp_with_time_zone_null("complete_at"))
        .col(timestamp_with_time_zone_null("alone_since"))
        .col(timestamp_with_time_zone_null("told_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .foreign_key(&mut refers("evidence", "community_id", "community"))
        .foreign_key(&mut refers("evidence", "round_id", "feedback_round"))
        .foreign_key(&mut refers("evidence", "person_id", "person"))
        .foreign_key(&mut refers("evidence", "thread_id", "thread"))
        .to_owned()
}

fn feedback() -> TableCreateStatement {
    Table::create()
        .table("feedback")
        .col(pk_uuid("id"))
        .col(uuid("round_id"))
        .col(uuid("evidence_id"))
        .col(uuid("person_id"))
        .col(uuid_null("asked_by"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone("due_at"))
        .col(timestamp_with_time_zone_null("reminded_at"))
        .col(timestamp_with_time_zone_null("passed_on_at"))
        .col(timestamp_with_time_zone_null("declined_at"))
        .col(timestamp_with_time_zone_null("released_at"))
        .col(timestamp_with_time_zone_null("given_at"))
        .col(json_null("marks"))
        .col(uuid_null("post_id"))
        .foreign_key(&mut refers("feedback", "round_id", "feedback_round"))
        .foreign_key(&mut refers("feedback", "evidence_id", "evidence"))
        .foreign_key(&mut refers("feedback", "person_id", "person"))
        .foreign_key(&mut refers("feedback", "asked_by", "person"))
        .foreign_key(&mut refers("feedback", "post_id", "post"))
        .to_owned()
}

fn indices() -> Vec<IndexCreateStatement> {
    vec![
        index("feedback_round", &["community_id", "created_at"]),
        index("feedback_round", &["session_id"]),
        // Sent twice, it is opened once.
        index("feedback_round", &["created_by", "nonce"])
            .unique()
            .to_owned(),
        // One person has one thing in a round, until they take it back.
        Index::create()
            .name("evidence_standing")
            .table("evidence")
            .col("round_id")
            .col("person_id")
            .and_where(Expr::col("withdrawn_at").is_null())
            .unique()
            .to_owned(),
        index("evidence", &["thread_id"]),
        Index::create()
            .name("evidence_alone")
            .table("evidence")
            .col("handed_in_at")
            .and_where(Expr::col("alone_since").is_not_null())
            .to_owned(),
        // Nobody looks at the same thing twice.
        index("feedback", &["evidence_id", "person_id"])
            .unique()
            .to_owned(),
        index("feedback", &["round_id"]),
        index("feedback", &["person_id", "due_at"]),
        index("feedback", &["post_id"]),
        Index::create()
            .name("feedback_asked")
            .table("feedback")
            .col("due_at")
            .and_where(Expr::col("given_at").is_null())
            .and_where(Expr::col("released_at").is_null())
            .and_where(Expr::col("declined_at").is_null())
            .and_where(Expr::col("passed_on_at").is_null())
            .to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [round(), objective(), evidence(), feedback()] {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "feedback",
            "evidence",
            "feedback_round_objective",
            "feedback_round",
        ];
        drop_all(manager, &tables).await
    }
}
