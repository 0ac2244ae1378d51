//! The event log, the jobs, and the places of those who follow the log.
use super::{drop_all, index};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_pk_auto, integer, json, pk_uuid, string, text_null, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Who wrote a row decides when it may be read; only PostgreSQL has several writers.
        let txid = match manager.get_database_backend() {
            DbBackend::Postgres => Expr::cust("(pg_current_xact_id()::text::bigint)"),
            _ => Expr::val(0),
        };
        let event = Table::create()
            .table("event")
            .col(big_pk_auto("seq"))
            .col(big_integer("txid").default(txid))
            .col(uuid("id"))
            .col(string("kind"))
            .col(uuid_null("actor_id"))
            .col(uuid_null("community_id"))
            .col(uuid_null("channel_id"))
            .col(uuid_null("thread_id"))
            .col(uuid_null("person_id"))
            .col(json("body"))
            .col(timestamp_with_time_zone("happened_at"))
            .to_owned();
        manager.create_table(event).await?;
        manager
            .create_index(index("event", &["txid", "seq"]))
            .await?;

        let job = Table::create()
            .table("job")
            .col(pk_uuid("id"))
            .col(string("kind"))
            .col(json("body"))
            .col(timestamp_with_time_zone("run_at"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone_null("lease_until"))
            .col(uuid_null("lease"))
            .col(text_null("last_error"))
            .col(timestamp_with_time_zone_null("given_up_at"))
            .to_owned();
        manager.create_table(job).await?;
        manager.create_index(index("job", &["run_at"])).await?;

        let follower = Table::create()
            .table("follower")
            .col(string("name").primary_key())
            .col(big_integer("txid"))
            .col(big_integer("seq"))
            .to_owned();
        manager.create_table(follower).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(manager, &["follower", "job", "event"]).await
    }
}
