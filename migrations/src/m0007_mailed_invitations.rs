//! Which link of an invitation went out by letter: it alone shows that who brings it reads the address.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::boolean;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mailed = Table::alter()
            .table("invitation")
            .add_column(boolean("mailed").default(false))
            .to_owned();
        manager.alter_table(mailed).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mailed = Table::alter()
            .table("invitation")
            .drop_column("mailed")
            .to_owned();
        manager.alter_table(mailed).await
    }
}
