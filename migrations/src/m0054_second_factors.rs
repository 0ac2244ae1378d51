//! Second factors with their recovery codes, and when a sign-in last showed who it is.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, binary, pk_uuid, timestamp_with_time_zone, timestamp_with_time_zone_null,
    uuid,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const ADDED: [(&str, &str); 2] = [
    ("person", "second_factor_since"),
    ("sign_in", "confirmed_at"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in ADDED {
            let added = Table::alter()
                .table(table)
                .add_column(timestamp_with_time_zone_null(column))
                .to_owned();
            manager.alter_table(added).await?;
        }

        let totp = Table::create()
            .table("totp")
            .col(uuid("person_id").primary_key())
            // Sealed.
            .col(binary("seed"))
            .col(big_integer_null("last_step"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut refers("totp", "person_id", "person"))
            .to_owned();
        manager.create_table(totp).await?;

        let recovery_code = Table::create()
            .table("recovery_code")
            .col(pk_uuid("id"))
            .col(uuid("person_id"))
            .col(binary("code_hash").unique_key())
            .col(timestamp_with_time_zone_null("used_at"))
            .foreign_key(&mut refers("recovery_code", "person_id", "person"))
            .to_owned();
        manager.create_table(recovery_code).await?;
        manager
            .create_index(index("recovery_code", &["person_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["recovery_code", "totp"]).await?;
        for (table, column) in ADDED {
            let gone = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(gone).await?;
        }
        Ok(())
    }
}
