//! Flags, what waits for a moderator, what moderators did, appeals, and who reads without writing.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean_null, integer, json, json_null, pk_uuid, string, string_null, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn mute() -> TableCreateStatement {
    Table::create()
        .table("mute")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("person_id"))
        .col(timestamp_with_time_zone("until"))
        .col(text("reason"))
        .col(uuid_null("by_id"))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("lifted_at"))
        .foreign_key(&mut refers("mute", "community_id", "community"))
        .foreign_key(&mut refers("mute", "person_id", "person"))
        .to_owned()
}

fn flag() -> TableCreateStatement {
    Table::create()
        .table("flag")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("thread_id"))
        .col(uuid("post_id"))
        .col(uuid("person_id"))
        .col(string("reason"))
        .col(text_null("note"))
        .col(text_null("proposal"))
        .col(timestamp_with_time_zone("created_at"))
        .col(string("state"))
        .col(string_null("decision"))
        .col(text_null("outcome"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .foreign_key(&mut refers("flag", "community_id", "community"))
        .foreign_key(&mut refers("flag", "post_id", "post"))
        .foreign_key(&mut refers("flag", "person_id", "person"))
        .to_owned()
}

fn item() -> TableCreateStatement {
    Table::create()
        .table("moderation_item")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(string("subject"))
        .col(uuid_null("thread_id"))
        .col(uuid_null("post_id"))
        .col(string("tab"))
        .col(json("reasons"))
        .col(json("checked"))
        .col(timestamp_with_time_zone("waiting_since"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(uuid_null("claimed_by"))
        .col(timestamp_with_time_zone_null("claimed_at"))
        .col(uuid_null("act_id"))
        .col(string_null("decision"))
        .col(uuid_null("decided_by"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(text_null("reason"))
        .col(timestamp_with_time_zone_null("breach_told_at"))
        .col(integer("version"))
        .foreign_key(&mut refers("moderation_item", "community_id", "community"))
        .to_owned()
}

fn act() -> TableCreateStatement {
    Table::create()
        .table("moderation_act")
        .col(pk_uuid("id"))
        // Nothing where it concerns the whole organisation.
        .col(uuid_null("community_id"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("by_id"))
        .col(string("kind"))
        .col(uuid_null("item_id"))
        .col(uuid_null("thread_id"))
        .col(uuid_null("post_id"))
        .col(uuid_null("person_id"))
        .col(text_null("reason"))
        .col(json_null("undo"))
        .col(timestamp_with_time_zone_null("undone_at"))
        .col(uuid_null("undone_by"))
        .foreign_key(&mut refers("moderation_act", "community_id", "community"))
        .to_owned()
}

fn appeal() -> TableCreateStatement {
    Table::create()
        .table("appeal")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid("person_id"))
        .col(uuid_null("item_id"))
        .col(uuid_null("act_id"))
        .col(uuid_null("mute_id"))
        .col(text("words"))
        .col(timestamp_with_time_zone("created_at"))
        .col(text_null("answer"))
        .col(timestamp_with_time_zone_null("answered_at"))
        .col(uuid_null("answered_by"))
        .col(boolean_null("upheld"))
        .foreign_key(&mut refers("appeal", "community_id", "community"))
        .foreign_key(&mut refers("appeal", "person_id", "person"))
        .to_owned()
}

fn indices() -> Vec<IndexCreateStatement> {
    let open = |name: &'static str| Index::create().name(name).to_owned();
    vec![
        // Who is muted is muted once.
        open("mute_standing")
            .table("mute")
            .col("community_id")
            .col("person_id")
            .unique()
            .and_where(Expr::col("lifted_at").is_null())
            .to_owned(),
        // A person has one open flag on a post, whatever they send at once.
        open("flag_open")
            .table("flag")
            .col("post_id")
            .col("person_id")
            .unique()
            .and_where(Expr::col("state").eq("open"))
            .to_owned(),
        index("flag", &["person_id", "created_at"]),
        index("moderation_item", &["subject"]).unique().to_owned(),
        index("moderation_item", &["thread_id"]),
        open("moderation_item_open")
            .table("moderation_item")
            .col("community_id")
            .col("tab")
            .col("waiting_since")
            .and_where(Expr::col("settled_at").is_null())
            .to_owned(),
        index("moderation_act", &["community_id", "at"]),
        index("appeal", &["item_id"]),
        index("appeal", &["mute_id"]),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [mute(), flag(), item(), act(), appeal()] {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        let muted = Table::alter()
            .table("membership")
            .add_column(timestamp_with_time_zone_null("muted_until"))
            .to_owned();
        manager.alter_table(muted).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let muted = Table::alter()
            .table("membership")
            .drop_column("muted_until")
            .to_owned();
        manager.alter_table(muted).await?;
        let tables = [
            "appeal",
            "moderation_act",
            "moderation_item",
            "flag",
            "mute",
        ];
        drop_all(manager, &tables).await
    }
}
