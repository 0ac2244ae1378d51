//! Who is put together with whom, what they mean to do, and what people say of themselves for it.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, boolean, date, date_null, integer, json, json_null, pk_uuid, string, string_null,
    text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            plan(),
            round(),
            pair(),
            member(),
            commitment(),
            profile(),
            rating(),
            apart(),
        ] {
            manager.create_table(table).await?;
        }
        for index in [
            index("pairing_plan", &["community_id"]).unique().to_owned(),
            index("pairing_plan", &["next_at"]),
            index("pairing_round", &["community_id", "number"])
                .unique()
                .to_owned(),
            index("pairing_round", &["state", "ends_at"]),
            index("pair", &["round_id"]),
            index("pair", &["community_id"]),
            index("pair", &["room_id"]),
            index("pair_member", &["person_id"]),
            index("commitment", &["pair_id"]),
            index("commitment", &["person_id", "nonce"])
                .unique()
                .to_owned(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "pairing_apart",
            "pairing_rating",
            "pairing_profile",
            "commitment",
            "pair_member",
            "pair",
            "pairing_round",
            "pairing_plan",
        ];
        drop_all(manager, &tables).await?;
        // What came before knows no room of a pair: it rests, for those who are in it.
        let rests = Query::update()
            .table("community")
            .value("kind", "practice")
            .value(
                "archived_at",
                Func::coalesce([Expr::col("archived_at"), Expr::col("created_at")]),
            )
            .and_where(Expr::col("kind").eq("pair"))
            .to_owned();
        manager.get_connection().execute(&rests).await?;
        Ok(())
    }
}

/// Rounds that begin by themselves.
fn plan() -> TableCreateStatement {
    Table::create()
        .table("pairing_plan")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(text("rrule"))
        // What the recurrence counts from, by the clocks of a zone.
        .col(timestamp_with_time_zone("series_start"))
        .col(string("zone"))
        // Which of the recurrence comes next, and when; nothing after the last.
        .col(integer("number"))
        .col(timestamp_with_time_zone_null("next_at"))
        .col(integer("weeks"))
        .col(json("rules"))
        .col(boolean("publishes"))
        .col(uuid_null("set_by"))
        .col(timestamp_with_time_zone("set_at"))
        .foreign_key(&mut refers("pairing_plan", "community_id", "community"))
        .to_owned()
}

fn round() -> TableCreateStatement {
    Table::create()
        .table("pairing_round")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(integer("number"))
        .col(string("state"))
        .col(json("rules"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(uuid_null("proposed_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone_null("over_at"))
        .col(integer("version"))
        .col(string("stage"))
        .col(integer("percent"))
        // Why no proposal came out of it.
        .col(json_null("problem"))
        .col(json("unpaired"))
        .col(big_integer("weight"))
        .col(big_integer("bound"))
        .col(integer("repeats"))
        .col(integer("meetings"))
        .col(text_null("message_html"))
        // Whether it is published as soon as it is solved, without somebody looking at it.
        .col(boolean("publishes").default(false))
        .foreign_key(&mut refers("pairing_round", "community_id", "community"))
        .to_owned()
}

fn pair() -> TableCreateStatement {
    Table::create()
        .table("pair")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("round_id"))
        // The community of their own in which they talk, and its channel and conversation.
        .col(uuid_null("room_id"))
        .col(uuid_null("channel_id"))
        .col(uuid_null("thread_id"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone_null("ended_at"))
        .col(boolean("locked"))
        .col(json("reasons"))
        .col(json("broken"))
        .foreign_key(&mut refers("pair", "community_id", "community"))
        .foreign_key(&mut refers("pair", "round_id", "pairing_round"))
        .to_owned()
}

fn member() -> TableCreateStatement {
    Table::create()
        .table("pair_member")
        .col(uuid("pair_id"))
        .col(uuid("person_id"))
        .col(string("role"))
        .col(timestamp_with_time_zone_null("left_at"))
        .col(timestamp_with_time_zone_null("nudged_at"))
        // When they were asked whether they met.
        .col(timestamp_with_time_zone_null("asked_at"))
        .col(string_null("met"))
        .col(text_null("met_note"))
        .col(timestamp_with_time_zone_null("met_at"))
        .primary_key(Index::create().col("pair_id").col("person_id"))
        .foreign_key(&mut refers("pair_member", "pair_id", "pair"))
        .foreign_key(&mut refers("pair_member", "person_id", "person"))
        .to_owned()
}

fn commitment() -> TableCreateStatement {
    Table::create()
        .table("commitment")
        .col(pk_uuid("id"))
        .col(uuid("pair_id"))
        .col(uuid("person_id"))
        .col(text("words"))
        .col(date("due_on"))
        .col(timestamp_with_time_zone("made_at"))
        .col(string("outcome"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(string_null("nonce"))
        .foreign_key(&mut refers("commitment", "pair_id", "pair"))
        .foreign_key(&mut refers("commitment", "person_id", "person"))
        .to_owned()
}

fn profile() -> TableCreateStatement {
    Table::create()
        .table("pairing_profile")
        .col(uuid("community_id"))
        .col(uuid("person_id"))
        .col(boolean("opted_out"))
        .col(date_null("snoozed_until"))
        .col(timestamp_with_time_zone_null("paused_at"))
        .col(json("languages"))
        .col(integer("works_from"))
        .col(integer("works_to"))
        .col(string_null("team"))
        .col(string_null("site"))
        .col(string_null("level"))
        .col(string_null("goal"))
        .col(uuid_null("manager_id"))
        .col(string("role"))
        .col(integer("capacity"))
        .primary_key(Index::create().col("community_id").col("person_id"))
        .foreign_key(&mut refers("pairing_profile", "community_id", "community"))
        .foreign_key(&mut refers("pairing_profile", "person_id", "person"))
        .to_owned()
}

/// How sure somebody is of an objective.
fn rating() -> TableCreateStatement {
    Table::create()
        .table("pairing_rating")
        .col(uuid("community_id"))
        .col(uuid("person_id"))
        .col(uuid("objective_id"))
        .col(integer("rating"))
        .primary_key(
            Index::create()
                .col("community_id")
                .col("person_id")
                .col("objective_id"),
        )
        .foreign_key(&mut refers("pairing_rating", "community_id", "community"))
        .foreign_key(&mut refers("pairing_rating", "person_id", "person"))
        .foreign_key(&mut refers("pairing_rating", "objective_id", "objective"))
        .to_owned()
}

/// With whom somebody does not want to be: theirs alone to read.
fn apart() -> TableCreateStatement {
    Table::create()
        .table("pairing_apart")
        .col(uuid("community_id"))
        .col(uuid("person_id"))
        .col(uuid("other_id"))
        .primary_key(
            Index::create()
                .col("community_id")
                .col("person_id")
                .col("other_id"),
        )
        .foreign_key(&mut refers("pairing_apart", "community_id", "community"))
        .foreign_key(&mut refers("pairing_apart", "person_id", "person"))
        .foreign_key(&mut refers("pairing_apart", "other_id", "person"))
        .to_owned()
}
