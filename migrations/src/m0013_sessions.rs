//! The sessions of a community: their parts, agenda and materials, and who was there.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, integer, integer_null, pk_uuid, string, string_null, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sessions(manager).await?;
        agenda(manager).await?;
        attendance(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &[
                "attendance_change",
                "attendance",
                "material",
                "segment_objective",
                "segment",
                "session_objective",
                "session_part",
                "ilt_session",
            ],
        )
        .await
    }
}

async fn sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let session = Table::create()
        .table("ilt_session")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(integer("number"))
        .col(string("title"))
        .col(text("about"))
        .col(text("about_html"))
        .col(string("format"))
        .col(string("state"))
        .col(string_null("state_reason"))
        .col(integer_null("capacity"))
        .col(string_null("place"))
        .col(text_null("join_url"))
        .col(integer("join_minutes_before"))
        .col(integer("join_minutes_after"))
        .col(uuid_null("lead_id"))
        .col(uuid_null("backup_id"))
        // How often what stands in calendars has changed.
        .col(integer("sequence"))
        // The first start and the last end of its parts.
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .foreign_key(&mut refers("ilt_session", "community_id", "community"))
        .foreign_key(&mut refers("ilt_session", "lead_id", "person"))
        .foreign_key(&mut refers("ilt_session", "backup_id", "person"))
        .to_owned();
    manager.create_table(session).await?;
    let numbers = index("ilt_session", &["community_id", "number"])
        .unique()
        .to_owned();
    manager.create_index(numbers).await?;
    let order = index("ilt_session", &["community_id", "starts_at"]);
    manager.create_index(order).await?;

    let part = Table::create()
        .table("session_part")
        .col(pk_uuid("id"))
        .col(uuid("session_id"))
        .col(integer("number"))
        .col(timestamp_with_time_zone("starts_at"))
        .col(timestamp_with_time_zone("ends_at"))
        .col(string("zone"))
        // What the codes to check in are made of.
        .col(binary("secret"))
        .foreign_key(&mut refers("session_part", "session_id", "ilt_session"))
        .to_owned();
    manager.create_table(part).await?;
    let numbers = index("session_part", &["session_id", "number"])
        .unique()
        .to_owned();
    manager.create_index(numbers).await?;
    manager
        .create_index(index("session_part", &["starts_at"]))
        .await
}

async fn agenda(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let session_objective = Table::create()
        .table("session_objective")
        .col(uuid("session_id"))
        .col(uuid("objective_id"))
        .primary_key(Index::create().col("session_id").col("objective_id"))
        .foreign_key(&mut refers(
            "session_objective",
            "session_id",
            "ilt_session",
        ))
        .foreign_key(&mut refers(
            "session_objective",
            "objective_id",
            "objective",
        ))
        .to_owned();
    manager.create_table(session_objective).await?;

    let segment = Table::create()
        .table("segment")
        .col(pk_uuid("id"))
        .col(uuid("session_id"))
        .col(uuid("part_id"))
        .col(integer("position"))
        .col(string("kind"))
        .col(string("title"))
        .col(integer("minutes"))
        .col(text("prompt"))
        .col(text("contingency"))
        .foreign_key(&mut refers("segment", "session_id", "ilt_session"))
        .foreign_key(&mut refers("segment", "part_id", "session_part"))
        .to_owned();
    manager.create_table(segment).await?;
    manager
        .create_index(index("segment", &["session_id"]))
        .await?;

    let segment_objective = Table::create()
        .table("segment_objective")
        .col(uuid("segment_id"))
        .col(uuid("objective_id"))
        .primary_key(Index::create().col("segment_id").col("objective_id"))
        .foreign_key(&mut refers("segment_objective", "segment_id", "segment"))
        .foreign_key(&mut refers(
            "segment_objective",
            "objective_id",
            "objective",
        ))
        .to_owned();
    manager.create_table(segment_objective).await?;

    let material = Table::create()
        .table("material")
        .col(pk_uuid("id"))
        .col(uuid("session_id"))
        .col(integer("position"))
        .col(string("title"))
        .col(text("url"))
        .col(string("shown"))
        .col(timestamp_with_time_zone("added_at"))
        .foreign_key(&mut refers("material", "session_id", "ilt_session"))
        .to_owned();
    manager.create_table(material).await?;
    manager
        .create_index(index("material", &["session_id"]))
        .await
}

async fn attendance(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let attendance = Table::create()
        .table("attendance")
        .col(pk_uuid("id"))
        .col(uuid("part_id"))
        .col(uuid("person_id"))
        // Nothing once it was taken back.
        .col(string_null("state"))
        .col(string("source"))
        .col(string_null("note"))
        .col(uuid_null("recorded_by"))
        .col(timestamp_with_time_zone("recorded_at"))
        // How often it was recorded; its changes are numbered so.
        .col(integer("changes"))
        .foreign_key(&mut refers("attendance", "part_id", "session_part"))
        .foreign_key(&mut refers("attendance", "person_id", "person"))
        .foreign_key(&mut refers("attendance", "recorded_by", "person"))
        .to_owned();
    manager.create_table(attendance).await?;
    let once = index("attendance", &["part_id", "person_id"])
        .unique()
        .to_owned();
    manager.create_index(once).await?;
    manager
        .create_index(index("attendance", &["person_id"]))
        .await?;

    let change = Table::create()
        .table("attendance_change")
        .col(uuid("attendance_id"))
        .col(integer("number"))
        .col(string_null("state"))
        .col(string("source"))
        .col(string_null("note"))
        .col(uuid_null("recorded_by"))
        .col(timestamp_with_time_zone("recorded_at"))
        .primary_key(Index::create().col("attendance_id").col("number"))
        .foreign_key(&mut refers(
            "attendance_change",
            "attendance_id",
            "attendance",
        ))
        .foreign_key(&mut refers("attendance_change", "recorded_by", "person"))
        .to_owned();
    manager.create_table(change).await
}
