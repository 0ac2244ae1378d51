//! Communities, who belongs to them, and who was invited.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, date_null, pk_uuid, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let community = Table::create()
            .table("community")
            .col(pk_uuid("id"))
            .col(string("slug").unique_key())
            .col(string("kind"))
            .col(string("name"))
            .col(text("purpose"))
            .col(text("norms"))
            .col(text("norms_html"))
            .col(string("zone"))
            .col(date_null("starts_on"))
            .col(date_null("ends_on"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("archived_at"))
            .to_owned();
        manager.create_table(community).await?;

        let membership = Table::create()
            .table("membership")
            .col(pk_uuid("id"))
            .col(uuid("community_id"))
            .col(uuid("person_id"))
            .col(string("role"))
            // How they came in: by hand, by invitation, by an import, with the demo.
            .col(string("provenance"))
            .col(timestamp_with_time_zone("joined_at"))
            .col(timestamp_with_time_zone_null("norms_acknowledged_at"))
            .foreign_key(&mut refers("membership", "community_id", "community"))
            .foreign_key(&mut refers("membership", "person_id", "person"))
            .to_owned();
        manager.create_table(membership).await?;
        manager
            .create_index(
                index("membership", &["community_id", "person_id"])
                    .unique()
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(index("membership", &["person_id"]))
            .await?;

        let invitation = Table::create()
            .table("invitation")
            .col(pk_uuid("id"))
            .col(uuid("community_id"))
            .col(string("email"))
            .col(string("role"))
            .col(uuid_null("invited_by"))
            .col(binary("token_hash").unique_key())
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("expires_at"))
            .col(timestamp_with_time_zone_null("accepted_at"))
            .foreign_key(&mut refers("invitation", "community_id", "community"))
            .to_owned();
        manager.create_table(invitation).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["invitation", "membership", "community"]).await
    }
}
