//! Wrong ideas and their corrections, who read what and when, and what resembles what was corrected.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, boolean_null, double, integer, integer_null, json, pk_uuid, string, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let examined = Table::alter()
            .table("post")
            .add_column(boolean("examined").default(false))
            .to_owned();
        manager.alter_table(examined).await?;
        for table in [
            reading_span(),
            post_mailed(),
            misconception(),
            change(),
            occurrence(),
            exposure(),
            claim_match(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            index("reading_span", &["hour"]),
            index("post_mailed", &["mailed_at"]),
            index("misconception", &["number"]).unique().to_owned(),
            index("misconception", &["community_id", "created_at"]),
            index("misconception", &["program_id"]),
            index("misconception", &["objective_id"]),
            index("misconception", &["window_ends_at"]),
            index("misconception_change", &["misconception_id", "version"]),
            index("occurrence", &["misconception_id"]),
            index("occurrence", &["post_id"]),
            index("occurrence", &["thread_id"]),
            index("exposure", &["person_id", "told_at"]),
            index("exposure", &["misconception_id", "told_at"]),
            index("claim_match", &["misconception_id", "post_id"])
                .unique()
                .to_owned(),
            index("claim_match", &["community_id", "created_at"]),
            index("claim_match", &["post_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "claim_match",
            "exposure",
            "occurrence",
            "misconception_change",
            "misconception",
            "post_mailed",
            "reading_span",
        ];
        drop_all(manager, &tables).await?;
        let examined = Table::alter()
            .table("post")
            .drop_column("examined")
            .to_owned();
        manager.alter_table(examined).await
    }
}

/// Which posts of a thread a person read within an hour.
fn reading_span() -> TableCreateStatement {
    Table::create()
        .table("reading_span")
        .col(uuid("thread_id"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("hour"))
        .col(integer("from_number"))
        .col(integer("through_number"))
        .primary_key(
            Index::create()
                .col("thread_id")
                .col("person_id")
                .col("hour"),
        )
        .foreign_key(&mut refers("reading_span", "thread_id", "thread"))
        .foreign_key(&mut refers("reading_span", "person_id", "person"))
        .to_owned()
}

/// Whose letters quoted which post.
fn post_mailed() -> TableCreateStatement {
    Table::create()
        .table("post_mailed")
        .col(uuid("post_id"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("mailed_at"))
        .primary_key(Index::create().col("post_id").col("person_id"))
        .foreign_key(&mut refers("post_mailed", "post_id", "post"))
        .foreign_key(&mut refers("post_mailed", "person_id", "person"))
        .to_owned()
}

fn misconception() -> TableCreateStatement {
    Table::create()
        .table("misconception")
        .col(pk_uuid("id"))
        .col(integer("number"))
        .col(uuid("community_id"))
        // The program that its community ran: its library is that program's too.
        .col(uuid_null("program_id"))
        .col(uuid_null("objective_id"))
        .col(text("claim"))
        .col(text("misses"))
        .col(text("holds"))
        .col(json("sources"))
        .col(string("severity"))
        .col(string("state"))
        .col(uuid_null("suspected_by"))
        .col(uuid_null("drafted_by"))
        .col(uuid_null("owner_id"))
        .col(uuid_null("agreed_by"))
        .col(timestamp_with_time_zone_null("agreed_at"))
        // When its authors were told, and until when they may revise.
        .col(timestamp_with_time_zone_null("offered_at"))
        .col(timestamp_with_time_zone_null("window_ends_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone_null("first_exposure_at"))
        .col(integer("exposed_before").default(0))
        .col(timestamp_with_time_zone_null("retired_at"))
        .col(integer("version"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refers("misconception", "community_id", "community"))
        .foreign_key(&mut refers("misconception", "program_id", "program"))
        .to_owned()
}

fn change() -> TableCreateStatement {
    Table::create()
        .table("misconception_change")
        .col(pk_uuid("id"))
        .col(uuid("misconception_id"))
        // That of the misconception after it: two steps may be taken at one instant.
        .col(integer("version"))
        .col(string("state"))
        .col(uuid_null("changed_by"))
        .col(timestamp_with_time_zone("at"))
        .col(text_null("note"))
        .foreign_key(&mut refers(
            "misconception_change",
            "misconception_id",
            "misconception",
        ))
        .to_owned()
}

/// A passage of a post that says it.
fn occurrence() -> TableCreateStatement {
    Table::create()
        .table("occurrence")
        .col(pk_uuid("id"))
        .col(uuid("misconception_id"))
        .col(uuid("community_id"))
        .col(uuid("channel_id"))
        .col(uuid("thread_id"))
        .col(uuid("post_id"))
        .col(text("quote"))
        .col(text("prefix"))
        .col(text("suffix"))
        .col(integer_null("start"))
        .col(integer_null("end"))
        .col(string("state"))
        .col(timestamp_with_time_zone_null("revised_at"))
        .col(uuid_null("added_by"))
        .col(timestamp_with_time_zone("added_at"))
        .col(timestamp_with_time_zone_null("removed_at"))
        .foreign_key(&mut refers(
            "occurrence",
            "misconception_id",
            "misconception",
        ))
        .foreign_key(&mut refers("occurrence", "post_id", "post"))
        .to_owned()
}

/// Who read a misconception before it was corrected, what they were told and what they answered.
fn exposure() -> TableCreateStatement {
    Table::create()
        .table("exposure")
        .col(uuid("misconception_id"))
        .col(uuid("person_id"))
        // Where they met it.
        .col(uuid("community_id"))
        .col(uuid("thread_id"))
        .col(timestamp_with_time_zone_null("told_at"))
        .col(string("answer").null())
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(timestamp_with_time_zone_null("reminded_at"))
        .col(integer("reminders").default(0))
        .primary_key(Index::create().col("misconception_id").col("person_id"))
        .foreign_key(&mut refers("exposure", "misconception_id", "misconception"))
        .foreign_key(&mut refers("exposure", "person_id", "person"))
        .to_owned()
}

/// A post that resembles a misconception.
fn claim_match() -> TableCreateStatement {
    Table::create()
        .table("claim_match")
        .col(pk_uuid("id"))
        .col(uuid("misconception_id"))
        .col(uuid("community_id"))
        .col(uuid("thread_id"))
        .col(uuid("post_id"))
        .col(double("score"))
        .col(text("passage"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(uuid_null("decided_by"))
        .col(boolean_null("is_confirmed"))
        .foreign_key(&mut refers(
            "claim_match",
            "misconception_id",
            "misconception",
        ))
        .foreign_key(&mut refers("claim_match", "post_id", "post"))
        .to_owned()
}
