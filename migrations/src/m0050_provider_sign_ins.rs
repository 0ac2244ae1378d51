//! Which sign-ins a provider vouched for, what its groups gave, what it said when it was tried out, and which of its
//! words about an end were heard already.
use super::{drop_all, index, refers};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary_null, json, json_null, pk_uuid, string, string_null, text_null,
    timestamp_with_time_zone, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sign_in = Table::create()
            .table("sso_sign_in")
            .col(uuid("sign_in_id").primary_key())
            .col(uuid("account_id"))
            .col(string_null("sid"))
            .col(binary_null("id_token"))
            .col(timestamp_with_time_zone("began_at"))
            .foreign_key(&mut refers("sso_sign_in", "account_id", "sso_account"))
            .to_owned();
        manager.create_table(sign_in).await?;
        manager
            .create_index(index("sso_sign_in", &["account_id"]))
            .await?;

        let grant = Table::create()
            .table("sso_grant")
            .col(pk_uuid("id"))
            .col(uuid("provider_id"))
            .col(uuid("person_id"))
            // Nothing: the organisation as a whole.
            .col(uuid_null("community_id"))
            .col(string_null("role"))
            .col(timestamp_with_time_zone("granted_at"))
            .foreign_key(&mut refers("sso_grant", "provider_id", "sso_provider"))
            .foreign_key(&mut refers("sso_grant", "person_id", "person"))
            .to_owned();
        manager.create_table(grant).await?;
        manager
            .create_index(index("sso_grant", &["person_id", "provider_id"]))
            .await?;

        let test = Table::create()
            .table("sso_test")
            .col(pk_uuid("id"))
            .col(uuid("provider_id"))
            .col(uuid("person_id"))
            .col(timestamp_with_time_zone("at"))
            .col(string_null("refused"))
            .col(text_null("detail"))
            .col(json("claims"))
            .col(json_null("would"))
            .foreign_key(&mut refers("sso_test", "provider_id", "sso_provider"))
            .to_owned();
        manager.create_table(test).await?;

        let heard = Table::create()
            .table("sso_logout")
            .col(string("key").primary_key())
            .col(timestamp_with_time_zone("forget_at"))
            .to_owned();
        manager.create_table(heard).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_all(
            manager,
            &["sso_logout", "sso_test", "sso_grant", "sso_sign_in"],
        )
        .await
    }
}
