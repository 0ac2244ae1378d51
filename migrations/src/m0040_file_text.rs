//! What is said in files, for searching, and why it cannot be.
use super::{drop_all, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{pk_uuid, text, text_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = text_null("unreadable");
        let add = Table::alter().table("file").add_column(column).to_owned();
        manager.alter_table(add).await?;
        let said = Table::create()
            .table("file_text")
            .col(pk_uuid("file_id"))
            .col(text("text"))
            .foreign_key(&mut refers("file_text", "file_id", "file"))
            .to_owned();
        manager.create_table(said).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["file_text"]).await?;
        let drop = Table::alter()
            .table("file")
            .drop_column("unreadable")
            .to_owned();
        manager.alter_table(drop).await
    }
}
