//! What happens around sessions by itself: templates, journeys, and their items.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, json, json_null, pk_uuid, string, string_null, text, text_null,
    timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let template = Table::create()
            .table("journey_template")
            .col(pk_uuid("id"))
            .col(uuid_null("program_id"))
            .col(uuid_null("community_id"))
            .col(string("name"))
            .col(text("purpose"))
            .col(json("steps"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("updated_at"))
            .col(timestamp_with_time_zone_null("archived_at"))
            .foreign_key(&mut refers("journey_template", "program_id", "program"))
            .foreign_key(&mut refers("journey_template", "community_id", "community"))
            .to_owned();
        manager.create_table(template).await?;
        for owner in ["program_id", "community_id"] {
            manager
                .create_index(index("journey_template", &[owner]))
                .await?;
        }

        let journey = Table::create()
            .table("journey")
            .col(pk_uuid("id"))
            .col(uuid("community_id"))
            .col(uuid_null("session_id"))
            .col(uuid_null("template_id"))
            .col(string("name"))
            .col(json("steps"))
            .col(uuid_null("applied_by"))
            .col(timestamp_with_time_zone("applied_at"))
            .col(timestamp_with_time_zone_null("paused_at"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .foreign_key(&mut refers("journey", "community_id", "community"))
            .foreign_key(&mut refers("journey", "session_id", "ilt_session"))
            .foreign_key(&mut refers("journey", "template_id", "journey_template"))
            .to_owned();
        manager.create_table(journey).await?;
        for column in ["community_id", "session_id"] {
            manager.create_index(index("journey", &[column])).await?;
        }

        create_items(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["journey_item", "journey", "journey_template"]).await
    }
}

async fn create_items(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let item = Table::create()
        .table("journey_item")
        .col(pk_uuid("id"))
        .col(uuid("journey_id"))
        .col(uuid("community_id"))
        .col(string("slot"))
        .col(string("step"))
        .col(uuid_null("person_id"))
        .col(timestamp_with_time_zone("due_at"))
        .col(string("zone"))
        .col(string("state"))
        .col(string_null("why"))
        .col(timestamp_with_time_zone_null("run_after"))
        .col(timestamp_with_time_zone_null("done_at"))
        .col(json_null("outcome"))
        .col(integer("attempts"))
        .col(text_null("last_error"))
        .foreign_key(&mut refers("journey_item", "journey_id", "journey"))
        .foreign_key(&mut refers("journey_item", "community_id", "community"))
        .to_owned();
    manager.create_table(item).await?;
    let once = index("journey_item", &["journey_id", "slot"])
        .unique()
        .to_owned();
    manager.create_index(once).await?;
    // The engine looks here: what may be done by now. What may not is in no one's way.
    manager
        .create_index(index("journey_item", &["run_after"]))
        .await?;
    manager
        .create_index(index("journey_item", &["community_id", "due_at"]))
        .await
}
