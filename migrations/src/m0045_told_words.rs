//! What people were told a misconception is, and what holds instead: other words are told again.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let words = Table::alter()
            .table("misconception")
            .add_column(text_null("told_words"))
            .to_owned();
        manager.alter_table(words).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let words = Table::alter()
            .table("misconception")
            .drop_column("told_words")
            .to_owned();
        manager.alter_table(words).await
    }
}
