//! People and groups as a directory keeps them, and who was deactivated there.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, integer, json, pk_uuid, string, string_null, timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let deactivated = Table::alter()
            .table("person")
            .add_column(boolean("suspended_by_directory").default(false))
            .to_owned();
        manager.alter_table(deactivated).await?;
        let source = Table::alter()
            .table("sso_provider")
            .add_column(string("groups_from").default("sign_in"))
            .to_owned();
        manager.alter_table(source).await?;

        let person = Table::create()
            .table("scim_person")
            .col(uuid("person_id").primary_key())
            .col(string("user_name").unique_key())
            .col(string_null("external_id").unique_key())
            .col(uuid_null("manager_id"))
            .col(json("resource"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .foreign_key(&mut refers("scim_person", "person_id", "person"))
            .to_owned();
        manager.create_table(person).await?;

        let group = Table::create()
            .table("scim_group")
            .col(pk_uuid("id"))
            .col(string("name"))
            .col(string("name_key").unique_key())
            .col(string_null("external_id").unique_key())
            .col(integer("version"))
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .to_owned();
        manager.create_table(group).await?;

        let member = Table::create()
            .table("scim_member")
            .col(uuid("group_id"))
            .col(uuid("person_id"))
            .primary_key(Index::create().col("group_id").col("person_id"))
            .foreign_key(&mut refers("scim_member", "group_id", "scim_group"))
            .foreign_key(&mut refers("scim_member", "person_id", "person"))
            .to_owned();
        manager.create_table(member).await?;
        manager
            .create_index(index("scim_member", &["person_id"]))
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["scim_member", "scim_group", "scim_person"]).await?;
        for (table, column) in [
            ("sso_provider", "groups_from"),
            ("person", "suspended_by_directory"),
        ] {
            let gone = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(gone).await?;
        }
        Ok(())
    }
}
