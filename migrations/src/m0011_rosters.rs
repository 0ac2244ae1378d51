//! Rosters: lists of people for a community, what each line does, and what to put back.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    integer, pk_uuid, string, string_null, text, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let roster = Table::create()
            .table("roster")
            .col(pk_uuid("id"))
            .col(uuid("community_id"))
            .col(string("name"))
            .col(uuid_null("brought_by"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("applied_at"))
            .col(timestamp_with_time_zone_null("undone_at"))
            // How many lines have each fate.
            .col(integer("arriving"))
            .col(integer("joining"))
            .col(integer("changing"))
            .col(integer("staying"))
            .col(integer("refused"))
            .foreign_key(&mut refers("roster", "community_id", "community"))
            .to_owned();
        manager.create_table(roster).await?;
        manager
            .create_index(index("roster", &["community_id"]))
            .await?;

        // No reference to the person: an account that is forgotten stays on the roster as a line.
        let line = Table::create()
            .table("roster_line")
            .col(uuid("roster_id"))
            .col(integer("line"))
            .col(text("name"))
            .col(text("email"))
            .col(string_null("role"))
            .col(string("fate"))
            .col(text_null("reason"))
            .col(uuid_null("person_id"))
            .col(uuid_null("membership_id"))
            .col(string_null("role_before"))
            .primary_key(Index::create().col("roster_id").col("line"))
            .foreign_key(&mut refers("roster_line", "roster_id", "roster"))
            .to_owned();
        manager.create_table(line).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["roster_line", "roster"]).await
    }
}
