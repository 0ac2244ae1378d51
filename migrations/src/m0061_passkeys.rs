//! Passkeys, and what a browser is asked until it shows one.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, pk_uuid, text, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let passkey = Table::create()
            .table("passkey")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(text("name"))
            .col(binary("credential_id").unique_key())
            .col(text("credential"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("last_used_at"))
            .foreign_key(&mut refers("passkey", "person_id", "person"))
            .to_owned();
        manager.create_table(passkey).await?;
        manager
            .create_index(index("passkey", &["person_id"]))
            .await?;

        let challenge = Table::create()
            .table("passkey_challenge")
            .col(pk_uuid("id"))
            .col(binary("browser_hash").unique_key())
            .col(uuid_null("person_id"))
            // Sealed.
            .col(binary("ceremony"))
            .col(timestamp_with_time_zone("expires_at"))
            .foreign_key(&mut refers("passkey_challenge", "person_id", "person"))
            .to_owned();
        manager.create_table(challenge).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["passkey_challenge", "passkey"]).await
    }
}
