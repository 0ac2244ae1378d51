//! Tokens that work once.
use crate::policy::{Enter, KeepAccount};
use crate::tables::one_time_token::{self, Purpose};
use crate::{Person, Secret, token_hash};
use chrono::TimeDelta;
use kernel::{Conn, Permit, PersonId, Result, Tx};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

pub(crate) use one_time_token::Model as OneTimeToken;

pub(crate) async fn insert_reset_token(
    tx: &Tx,
    person: &Permit<Enter, Person>,
    token: &Secret,
    life: TimeDelta,
) -> Result<()> {
    let row = one_time_token::ActiveModel {
        id: Set(tx.id()),
        purpose: Set(Purpose::PasswordReset),
        token_hash: Set(token.hash()),
        person_id: Set(person.id),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + life),
        used_at: Set(None),
    };
    one_time_token::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The reset token with this text, used and expired ones too.
pub(crate) async fn reset_token(conn: &Conn<'_>, token: &str) -> Result<Option<OneTimeToken>> {
    Ok(one_time_token::Entity::find()
        .filter(one_time_token::Column::TokenHash.eq(token_hash(token)))
        .filter(one_time_token::Column::Purpose.eq(Purpose::PasswordReset))
        .one(conn)
        .await?)
}

/// Uses up every reset token of a person: a letter sent twice opens the door once.
pub(crate) async fn use_reset_tokens(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
) -> Result<()> {
    one_time_token::Entity::update_many()
        .set(one_time_token::ActiveModel {
            used_at: Set(Some(tx.now())),
            ..Default::default()
        })
        .filter(one_time_token::Column::PersonId.eq(**account))
        .filter(one_time_token::Column::Purpose.eq(Purpose::PasswordReset))
        .filter(one_time_token::Column::UsedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn delete_expired_tokens(tx: &Tx) -> Result<()> {
    one_time_token::Entity::delete_many()
        .filter(one_time_token::Column::ExpiresAt.lte(tx.now()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
