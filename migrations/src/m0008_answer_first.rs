//! Conversations in which who has not answered reads no answer of others.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{boolean, integer};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let answer_first = Table::alter()
            .table("thread")
            .add_column(boolean("answer_first").default(false))
            .to_owned();
        manager.alter_table(answer_first).await?;
        // How many posts of the reader's own stand in the thread, the opening aside. Nothing that was
        // begun before asks for an answer first, so that nothing needs to be counted now.
        let answers = Table::alter()
            .table("thread_reader")
            .add_column(integer("answers").default(0))
            .to_owned();
        manager.alter_table(answers).await?;
        // They are few among many: who searches is asked which of them are open to them.
        let few = Index::create()
            .name("thread_answer_first")
            .table("thread")
            .col("community_id")
            .and_where(Expr::col("answer_first").eq(true))
            .to_owned();
        manager.create_index(few).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let few = Index::drop()
            .name("thread_answer_first")
            .table("thread")
            .to_owned();
        manager.drop_index(few).await?;
        for (table, column) in [("thread_reader", "answers"), ("thread", "answer_first")] {
            let dropped = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
