//! Pulses: what is asked of many, what was answered under which pseudonym, and links that answer.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, boolean, integer, integer_null, json, pk_uuid, string, string_null, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn pulse() -> TableCreateStatement {
    Table::create()
        .table("pulse")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid_null("session_id"))
        .col(uuid("series_id"))
        .col(integer("wave"))
        .col(string("kind"))
        .col(uuid("defined_by"))
        .col(timestamp_with_time_zone("defined_at"))
        .col(string("nonce"))
        .col(text("title"))
        .col(json("audience"))
        .col(string_null("cut"))
        .col(integer("enough"))
        .col(integer_null("ask_at_most"))
        .col(string("zone"))
        .col(timestamp_with_time_zone("opens_at"))
        .col(timestamp_with_time_zone("closes_at"))
        .col(integer("days_open"))
        .col(integer_null("days_after"))
        .col(string_null("open_token"))
        .col(timestamp_with_time_zone_null("opened_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(timestamp_with_time_zone_null("cancelled_at"))
        .col(timestamp_with_time_zone_null("shared_at"))
        .foreign_key(&mut refers("pulse", "community_id", "community"))
        .foreign_key(&mut refers("pulse", "defined_by", "person"))
        .to_owned()
}

fn question() -> TableCreateStatement {
    Table::create()
        .table("pulse_question")
        .col(pk_uuid("id"))
        .col(uuid("pulse_id"))
        .col(integer("position"))
        .col(string("kind"))
        .col(string("item"))
        .col(text("words"))
        .col(json("options"))
        .col(text_null("about"))
        .foreign_key(&mut refers("pulse_question", "pulse_id", "pulse"))
        .to_owned()
}

/// Who is asked, and whether they are done; not when they answered.
fn asked() -> TableCreateStatement {
    Table::create()
        .table("pulse_asked")
        .col(pk_uuid("id"))
        .col(uuid("pulse_id"))
        .col(uuid("person_id"))
        .col(string("state"))
        .col(string_null("spared"))
        .col(timestamp_with_time_zone_null("asked_at"))
        .col(timestamp_with_time_zone_null("tell_at"))
        .col(integer("told"))
        .foreign_key(&mut refers("pulse_asked", "pulse_id", "pulse"))
        .foreign_key(&mut refers("pulse_asked", "person_id", "person"))
        .to_owned()
}

/// Neither who, nor when: an id made of chance alone, so that the order tells nothing either.
fn answer() -> TableCreateStatement {
    Table::create()
        .table("pulse_answer")
        .col(pk_uuid("id"))
        .col(uuid("question_id"))
        .col(binary("pseudonym"))
        .col(text_null("part"))
        .col(integer_null("choice"))
        .col(text("text"))
        .col(json("barriers"))
        .foreign_key(&mut refers("pulse_answer", "question_id", "pulse_question"))
        .to_owned()
}

fn link() -> TableCreateStatement {
    Table::create()
        .table("pulse_link")
        .col(pk_uuid("id"))
        .col(binary("token_hash"))
        .col(uuid("pulse_id"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(boolean("used"))
        .foreign_key(&mut refers("pulse_link", "pulse_id", "pulse"))
        .foreign_key(&mut refers("pulse_link", "person_id", "person"))
        .to_owned()
}

fn seat() -> TableCreateStatement {
    Table::create()
        .table("pulse_seat")
        .col(uuid("pulse_id"))
        .col(binary("seat_hash"))
        .primary_key(Index::create().col("pulse_id").col("seat_hash"))
        .foreign_key(&mut refers("pulse_seat", "pulse_id", "pulse"))
        .to_owned()
}

fn secret() -> TableCreateStatement {
    Table::create()
        .table("pulse_secret")
        .col(pk_uuid("community_id"))
        .col(binary("secret"))
        .foreign_key(&mut refers("pulse_secret", "community_id", "community"))
        .to_owned()
}

fn indices() -> Vec<IndexCreateStatement> {
    vec![
        index("pulse", &["community_id", "opens_at"]),
        index("pulse", &["session_id"]),
        index("pulse", &["closes_at"]),
        // Sent twice, it is defined once; a baseline is repeated once after so many days.
        index("pulse", &["defined_by", "nonce", "wave"])
            .unique()
            .to_owned(),
        index("pulse", &["series_id", "wave"]).unique().to_owned(),
        index("pulse", &["open_token"]).unique().to_owned(),
        index("pulse_question", &["pulse_id", "item"])
            .unique()
            .to_owned(),
        index("pulse_asked", &["pulse_id", "person_id"])
            .unique()
            .to_owned(),
        index("pulse_asked", &["person_id", "asked_at"]),
        Index::create()
            .name("pulse_asked_untold")
            .table("pulse_asked")
            .col("tell_at")
            .and_where(Expr::col("tell_at").is_not_null())
            .to_owned(),
        // Nobody answers a question twice.
        index("pulse_answer", &["question_id", "pseudonym"])
            .unique()
            .to_owned(),
        index("pulse_link", &["token_hash"]).unique().to_owned(),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            pulse(),
            question(),
            asked(),
            answer(),
            link(),
            seat(),
            secret(),
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
            "pulse_secret",
            "pulse_seat",
            "pulse_link",
            "pulse_answer",
            "pulse_asked",
            "pulse_question",
            "pulse",
        ];
        drop_all(manager, &tables).await
    }
}
