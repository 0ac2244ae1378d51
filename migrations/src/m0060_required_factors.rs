//! Of whom a second factor is required, and which sign-ins showed one elsewhere.
use super::drop_all;
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, integer, pk_uuid, text, timestamp_with_time_zone};

#[derive(DeriveMigrationName)]
pub struct Migration;

const ADDED: [(&str, &str); 2] = [
    ("sign_in", "by_two_factors"),
    ("sso_provider", "asks_second_factor"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in ADDED {
            let added = Table::alter()
                .table(table)
                .add_column(boolean(column).default(false))
                .to_owned();
            manager.alter_table(added).await?;
        }
        let rule = Table::create()
            .table("factor_rule")
            .col(pk_uuid("id"))
            .col(text("asked_of"))
            .col(integer("grace_days"))
            .col(timestamp_with_time_zone("since"))
            .to_owned();
        manager.create_table(rule).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["factor_rule"]).await?;
        for (table, column) in ADDED {
            let gone = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(gone).await?;
        }
        Ok(())
    }
}
