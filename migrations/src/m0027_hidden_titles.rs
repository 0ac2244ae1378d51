//! What a conversation is called while its opening is withheld.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text_null;
use sea_orm_migration::sea_orm::ConnectionTrait;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = text_null("hidden_title");
        let add = Table::alter().table("thread").add_column(column).to_owned();
        manager.alter_table(add).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Whoever goes back to a version that does not know of it finds the titles where they were.
        let shown = Query::update()
            .table("thread")
            .value("title", Expr::col("hidden_title"))
            .and_where(Expr::col("hidden_title").is_not_null())
            .to_owned();
        manager.get_connection().execute(&shown).await?;
        let drop = Table::alter()
            .table("thread")
            .drop_column("hidden_title")
            .to_owned();
        manager.alter_table(drop).await
    }
}
