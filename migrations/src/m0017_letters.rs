//! Letters on their way, and the calendars that other programs read.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, boolean, integer, json, json_null, pk_uuid, string, string_null, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let letter = Table::create()
            .table("letter")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(string("kind"))
            .col(string("recipient"))
            .col(text("subject"))
            .col(text("body"))
            .col(text("html"))
            .col(string_null("unsubscribe"))
            .col(json_null("calendar"))
            .col(boolean("sealed"))
            .col(string("state"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone("run_at"))
            .col(uuid_null("lease"))
            .col(timestamp_with_time_zone_null("lease_until"))
            .col(text_null("failure"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("settled_at"))
            .foreign_key(&mut refers("letter", "person_id", "person"))
            .to_owned();
        manager.create_table(letter).await?;
        manager
            .create_index(index("letter", &["state", "run_at"]))
            .await?;
        manager
            .create_index(index("letter", &["person_id", "created_at"]))
            .await?;

        let feed = Table::create()
            .table("calendar_feed")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(uuid_null("community_id"))
            .col(binary("token_hash"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("read_at"))
            .col(timestamp_with_time_zone_null("revoked_at"))
            .foreign_key(&mut refers("calendar_feed", "person_id", "person"))
            .foreign_key(&mut refers("calendar_feed", "community_id", "community"))
            .to_owned();
        manager.create_table(feed).await?;
        let known = index("calendar_feed", &["token_hash"]).unique().to_owned();
        manager.create_index(known).await?;
        manager
            .create_index(index("calendar_feed", &["person_id"]))
            .await?;

        let entry = Table::create()
            .table("calendar_entry")
            .col(uuid("part_id"))
            .col(uuid("person_id"))
            .col(uuid("gathering_id"))
            .col(integer("sequence"))
            .col(json("as_sent"))
            .col(timestamp_with_time_zone_null("cancelled_at"))
            .primary_key(Index::create().col("part_id").col("person_id"))
            .foreign_key(&mut refers("calendar_entry", "person_id", "person"))
            .to_owned();
        manager.create_table(entry).await?;
        manager
            .create_index(index("calendar_entry", &["gathering_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["calendar_entry", "calendar_feed", "letter"]).await
    }
}
