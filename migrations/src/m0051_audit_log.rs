//! The audit log, which the database itself lets nobody change, and where people were when they did what
//! may have to be answered for.
use super::{drop_all, index};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, json_null, string, string_null, text_null, timestamp_with_time_zone, uuid,
    uuid_null,
};
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "audit_entry";

/// What refuses to change or remove a row.
const SEAL_SQLITE: [&str; 2] = [
    "CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry \
     BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END",
    "CREATE TRIGGER audit_entry_holds BEFORE UPDATE ON audit_entry \
     BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END",
];
const SEAL_POSTGRES: [&str; 3] = [
    "CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS \
     $$ BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$",
    "CREATE TRIGGER audit_entry_holds BEFORE UPDATE OR DELETE ON audit_entry \
     FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse()",
    "CREATE TRIGGER audit_entry_stays BEFORE TRUNCATE ON audit_entry \
     FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let origin = Table::alter()
            .table("event")
            .add_column(json_null("origin"))
            .to_owned();
        manager.alter_table(origin).await?;

        let table = Table::create()
            .table(TABLE)
            .col(big_integer("number").primary_key())
            .col(uuid("id").unique_key())
            .col(timestamp_with_time_zone("at"))
            .col(string("kind"))
            .col(uuid_null("actor_id"))
            .col(string_null("via"))
            .col(string_null("address"))
            .col(string_null("device"))
            .col(string_null("object"))
            .col(uuid_null("person_id"))
            .col(uuid_null("community_id"))
            .col(text_null("before"))
            .col(text_null("after"))
            .col(string("hash"))
            .to_owned();
        manager.create_table(table).await?;
        for column in [
            "actor_id",
            "person_id",
            "community_id",
            "kind",
            "object",
            "at",
        ] {
            manager.create_index(index(TABLE, &[column])).await?;
        }
        let seal: &[&str] = match manager.get_database_backend() {
            DbBackend::Postgres => &SEAL_POSTGRES,
            _ => &SEAL_SQLITE,
        };
        for statement in seal {
            manager
                .get_connection()
                .execute_unprepared(statement)
                .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Its triggers go with the table.
        drop_all(manager, &[TABLE]).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            let connection = manager.get_connection();
            connection
                .execute_unprepared("DROP FUNCTION audit_entry_refuse()")
                .await?;
        }
        let origin = Table::alter()
            .table("event")
            .drop_column("origin")
            .to_owned();
        manager.alter_table(origin).await
    }
}
