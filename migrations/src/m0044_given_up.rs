//! How often a question of a series could not be asked, why, and since when nobody tries any more.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, text_null, timestamp_with_time_zone_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "spaced_question";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            integer("tries").default(0).to_owned(),
            text_null("problem"),
            timestamp_with_time_zone_null("given_up_at"),
        ] {
            let added = Table::alter().table(TABLE).add_column(column).to_owned();
            manager.alter_table(added).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["tries", "problem", "given_up_at"] {
            let gone = Table::alter().table(TABLE).drop_column(column).to_owned();
            manager.alter_table(gone).await?;
        }
        Ok(())
    }
}
