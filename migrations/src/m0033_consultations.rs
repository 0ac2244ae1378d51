//! Consultations: what is asked of a colleague, links that answer from a letter, and how many letters
//! there were.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, pk_uuid, string, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn consultation() -> TableCreateStatement {
    Table::create()
        .table("consultation")
        .col(pk_uuid("id"))
        .col(uuid("community_id"))
        .col(uuid_null("session_id"))
        .col(uuid("person_id"))
        .col(string("nonce"))
        .col(text_null("note"))
        .col(timestamp_with_time_zone_null("due_at"))
        .col(timestamp_with_time_zone("started_at"))
        .col(uuid_null("objective_id"))
        .col(text_null("question"))
        .col(string("visibility"))
        .col(text_null("colleague_name"))
        .col(text_null("colleague_email"))
        .col(uuid_null("colleague_id"))
        .col(timestamp_with_time_zone_null("asked_at"))
        .col(timestamp_with_time_zone_null("mailed_at"))
        .col(timestamp_with_time_zone_null("expires_at"))
        .col(timestamp_with_time_zone_null("expired_at"))
        .col(timestamp_with_time_zone_null("declined_at"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .col(text_null("line"))
        .col(text_null("change"))
        .col(timestamp_with_time_zone_null("concluded_at"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .foreign_key(&mut refers("consultation", "community_id", "community"))
        .foreign_key(&mut refers("consultation", "person_id", "person"))
        .foreign_key(&mut refers("consultation", "colleague_id", "person"))
        .to_owned()
}

fn link() -> TableCreateStatement {
    Table::create()
        .table("consultation_link")
        .col(pk_uuid("id"))
        .col(binary("token_hash"))
        .col(uuid("consultation_id"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("used_at"))
        .col(timestamp_with_time_zone_null("retired_at"))
        .foreign_key(&mut refers(
            "consultation_link",
            "consultation_id",
            "consultation",
        ))
        .to_owned()
}

fn letter() -> TableCreateStatement {
    Table::create()
        .table("consultation_letter")
        .col(pk_uuid("id"))
        .col(uuid("person_id"))
        .col(binary("address_hash"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut refers("consultation_letter", "person_id", "person"))
        .to_owned()
}

/// The address itself is not kept: what is kept of it can be recognised, and not read.
fn refusal() -> TableCreateStatement {
    Table::create()
        .table("consultation_refusal")
        .col(binary("address_hash").primary_key())
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}

fn indices() -> Vec<IndexCreateStatement> {
    vec![
        // Sent twice, it is asked once.
        index("consultation", &["person_id", "nonce"])
            .unique()
            .to_owned(),
        index("consultation", &["community_id", "started_at"]),
        index("consultation", &["person_id", "started_at"]),
        index("consultation", &["colleague_id"]),
        index("consultation", &["expires_at"]),
        index("consultation_link", &["token_hash"])
            .unique()
            .to_owned(),
        index("consultation_link", &["consultation_id"]),
        index("consultation_letter", &["person_id", "at"]),
        index("consultation_letter", &["address_hash", "at"]),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [consultation(), link(), letter(), refusal()] {
            manager.create_table(table).await?;
        }
        for index in indices() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "consultation_refusal",
            "consultation_letter",
            "consultation_link",
            "consultation",
        ];
        drop_all(manager, &tables).await
    }
}
