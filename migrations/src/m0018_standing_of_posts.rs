//! Posts without a name, posts that wait for a moderator or were hidden by one, and conversations that
//! went elsewhere.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, integer_null, json, string, text_null, timestamp_with_time_zone_null, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Each column with its table, in the order in which they come.
fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        (
            "community",
            boolean("nameless_questions").default(false).take(),
        ),
        // Within so many hours a moderator looks; nothing where none is promised.
        ("community", integer_null("answer_promise_hours")),
        ("channel", string("premoderation").default("off").take()),
        ("channel", json("high_stakes_tags").default("[]").take()),
        ("thread", boolean("nameless").default(false).take()),
        ("thread", boolean("last_nameless").default(false).take()),
        // Whether its opening was ever shown to everybody.
        ("thread", boolean("published").default(true).take()),
        ("thread", timestamp_with_time_zone_null("withdrawn_at")),
        ("thread", uuid_null("moved_to")),
        ("thread_reader", boolean("nameless").default(false).take()),
        ("post", boolean("nameless").default(false).take()),
        ("post", timestamp_with_time_zone_null("held_at")),
        ("post", boolean("published").default(true).take()),
        ("post", timestamp_with_time_zone_null("hidden_at")),
        ("post", uuid_null("hidden_by")),
        ("post", text_null("hidden_reason")),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            let added = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(added).await?;
        }
        // They are few among many: whoever moderates asks for them.
        let held = Index::create()
            .name("post_held")
            .table("post")
            .col("community_id")
            .and_where(Expr::col("held_at").is_not_null())
            .to_owned();
        manager.create_index(held).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let held = Index::drop().name("post_held").table("post").to_owned();
        manager.drop_index(held).await?;
        for (table, column) in columns().into_iter().rev() {
            let name = column.get_column_name();
            let dropped = Table::alter()
                .table(table)
                .drop_column(Alias::new(name))
                .to_owned();
            manager.alter_table(dropped).await?;
        }
        Ok(())
    }
}
