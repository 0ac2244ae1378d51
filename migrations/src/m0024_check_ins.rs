//! Check-ins: what is asked after a session, what people answer, and links that answer from a letter.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, boolean, integer, integer_null, json, pk_uuid, string, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn check_in() -> TableCreateStatement {
    Table::create()
        .table("check_in")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid_null("session_id"))
        .col(uuid("series_id"))
        .col(integer("number"))
        .col(uuid("defined_by"))
        .col(timestamp_with_time_zone("defined_at"))
        .col(string("nonce"))
        .col(text("title"))
        .col(json("audience"))
        .col(string("zone"))
        .col(timestamp_with_time_zone("opens_at"))
        .col(timestamp_with_time_zone("closes_at"))
        .col(integer("days_open"))
        .col(integer_null("days_after"))
        .col(text_null("rrule"))
        .col(timestamp_with_time_zone("series_start"))
        .col(timestamp_with_time_zone_null("opened_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(timestamp_with_time_zone_null("cancelled_at"))
        .col(timestamp_with_time_zone_null("nudged_at"))
        .col(uuid_null("summary_id"))
        .foreign_key(&mut refers("check_in", "community_id", "community"))
        .foreign_key(&mut refers("check_in", "defined_by", "person"))
        .to_owned()
}

fn question() -> TableCreateStatement {
    Table::create()
        .table("check_in_question")
        .col(pk_uuid("id"))
        .col(uuid("check_in_id"))
        .col(integer("position"))
        .col(string("kind"))
        .col(text("words"))
        .col(json("options"))
        .col(string("visibility"))
        .col(boolean("optional"))
        .foreign_key(&mut refers("check_in_question", "check_in_id", "check_in"))
        .to_owned()
}

fn response() -> TableCreateStatement {
    Table::create()
        .table("check_in_response")
        .col(pk_uuid("id"))
        .col(uuid("check_in_id"))
        .col(uuid("person_id"))
        .col(string("state"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone_null("told_at"))
        .col(timestamp_with_time_zone_null("sent_at"))
        .col(text_null("skipped_because"))
        .foreign_key(&mut refers("check_in_response", "check_in_id", "check_in"))
        .foreign_key(&mut refers("check_in_response", "person_id", "person"))
        .to_owned()
}

fn answer() -> TableCreateStatement {
    Table::create()
        .table("check_in_answer")
        .col(pk_uuid("id"))
        .col(uuid("response_id"))
        .col(uuid("question_id"))
        .col(text("text"))
        .col(integer_null("choice"))
        .col(timestamp_with_time_zone("saved_at"))
        .col(uuid_null("taken_into"))
        .foreign_key(&mut refers(
            "check_in_answer",
            "response_id",
            "check_in_response",
        ))
        .foreign_key(&mut refers(
            "check_in_answer",
            "question_id",
            "check_in_question",
        ))
        .to_owned()
}

/// Neither who, nor when: an id made of chance alone, so that the order tells nothing either.
fn anonymous() -> TableCreateStatement {
    Table::create()
        .table("check_in_anonymous")
        .col(pk_uuid("id"))
        .col(uuid("question_id"))
        .col(text("text"))
        .col(integer_null("choice"))
        .foreign_key(&mut refers(
            "check_in_anonymous",
            "question_id",
            "check_in_question",
        ))
        .to_owned()
}

fn theme() -> TableCreateStatement {
    Table::create()
        .table("check_in_theme")
        .col(pk_uuid("id"))
        .col(uuid("check_in_id"))
        .col(text("title"))
        .col(timestamp_with_time_zone("made_at"))
        .col(uuid_null("taken_into"))
        .foreign_key(&mut refers("check_in_theme", "check_in_id", "check_in"))
        .to_owned()
}

fn themed() -> TableCreateStatement {
    Table::create()
        .table("check_in_themed")
        .col(uuid("theme_id"))
        .col(uuid("answer_id"))
        .primary_key(Index::create().col("theme_id").col("answer_id"))
        .foreign_key(&mut refers("check_in_themed", "theme_id", "check_in_theme"))
        .foreign_key(&mut refers(
            "check_in_themed",
            "answer_id",
            "check_in_answer",
        ))
        .to_owned()
}

fn link() -> TableCreateStatement {
    Table::create()
        .table("check_in_link")
        .col(pk_uuid("id"))
        .col(binary("token_hash"))
        .col(uuid("check_in_id"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .foreign_key(&mut refers("check_in_link", "check_in_id", "check_in"))
        .foreign_key(&mut refers("check_in_link", "person_id", "person"))
        .to_owned()
}

fn away() -> TableCreateStatement {
    Table::create()
        .table("away")
        .col(pk_uuid("person_id"))
        .col(timestamp_with_time_zone("until"))
        .foreign_key(&mut refers("away", "person_id", "person"))
        .to_owned()
}

fn indices() -> Vec<IndexCreateStatement> {
    vec![
        index("check_in", &["community_id", "opens_at"]),
        index("check_in", &["session_id"]),
        index("check_in", &["closes_at"]),
        // Sent twice, it is defined once; the same occurrence of a series comes once.
        index("check_in", &["defined_by", "nonce", "number"])
            .unique()
            .to_owned(),
        index("check_in", &["series_id", "number"])
            .unique()
            .to_owned(),
        index("check_in_question", &["check_in_id"]),
        index("check_in_response", &["check_in_id", "person_id"])
            .unique()
            .to_owned(),
        index("check_in_response", &["person_id"]),
        Index::create()
            .name("check_in_response_untold")
            .table("check_in_response")
            .col("asked_at")
            .and_where(Expr::col("told_at").is_null())
            .to_owned(),
        index("check_in_answer", &["response_id", "question_id"])
            .unique()
            .to_owned(),
        index("check_in_answer", &["question_id"]),
        index("check_in_answer", &["taken_into"]),
        index("check_in_anonymous", &["question_id"]),
        index("check_in_theme", &["check_in_id"]),
        index("check_in_theme", &["taken_into"]),
        index("check_in_themed", &["answer_id"]),
        index("check_in_link", &["token_hash"]).unique().to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            check_in(),
            question(),
            response(),
            answer(),
            anonymous(),
            theme(),
            themed(),
            link(),
            away(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "away",
            "check_in_link",
            "check_in_themed",
            "check_in_theme",
            "check_in_anonymous",
            "check_in_answer",
            "check_in_response",
            "check_in_question",
            "check_in",
        ];
        drop_all(manager, &tables).await
    }
}
