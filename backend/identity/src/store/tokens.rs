//! Tokens that work once.
use crate::policy::{Enter, KeepAccount};
use crate::tables::one_time_token;
use crate::{Person, Secret, token_hash};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Conn, Permit, PersonId, Result, Tx};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

pub(crate) use one_time_token::{Model as OneTimeToken, Purpose};

pub(crate) async fn insert_token(
    tx: &Tx,
    person: &Permit<Enter, Person>,
    (purpose, token, life): (Purpose, &Secret, TimeDelta),
) -> Result<()> {
    let row = one_time_token::ActiveModel {
        id: Set(tx.id()),
        purpose: Set(purpose),
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

/// The token with this text and for this, used and expired ones too.
pub(crate) async fn token_of(
    conn: &Conn<'_>,
    purpose: Purpose,
    token: &str,
) -> Result<Option<OneTimeToken>> {
    Ok(one_time_token::Entity::find()
        .filter(one_time_token::Column::TokenHash.eq(token_hash(token)))
        .filter(one_time_token::Column::Purpose.eq(purpose))
        .one(conn)
        .await?)
}

/// As `token_of`, if it still opens something.
pub(crate) async fn living_token(
    conn: &Conn<'_>,
    (purpose, token): (Purpose, &str),
    now: DateTime<Utc>,
) -> Result<Option<OneTimeToken>> {
    let found = token_of(conn, purpose, token).await?;
    Ok(found.filter(|token| token.used_at.is_none() && now < token.expires_at))
}

/// Uses up every token of a person, whatever for: a letter sent twice opens the door once.
pub(crate) async fn use_tokens(tx: &Tx, account: &Permit<KeepAccount, PersonId>) -> Result<()> {
    one_time_token::Entity::update_many()
        .set(one_time_token::ActiveModel {
            used_at: Set(Some(tx.now())),
            ..Default::default()
        })
        .filter(one_time_token::Column::PersonId.eq(**account))
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
