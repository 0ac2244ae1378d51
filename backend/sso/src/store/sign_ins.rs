//! Sign-ins that a provider vouched for, and how they end.
use crate::policy::Carry;
use crate::tables::{account, attempt, logout, sign_in, test};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Conn, KeepTime, Organisation, Permit, PersonId, Result, SignInId, SsoProviderId, Tx};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationTrait,
};
use std::collections::BTreeMap;

pub(crate) use sign_in::Model as Vouched;

/// No sign-in lives longer.
const SIGN_INS_KEPT: TimeDelta = TimeDelta::days(31);
const TESTS_KEPT: TimeDelta = TimeDelta::days(1);
/// More sign-ins than one account has at a time.
const SIGN_INS_MAX: u64 = 1_000;

pub(crate) async fn insert_vouched(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    row: Vouched,
) -> Result<()> {
    let row: sign_in::ActiveModel = row.into();
    sign_in::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn vouched(conn: &Conn<'_>, id: SignInId) -> Result<Option<Vouched>> {
    Ok(sign_in::Entity::find_by_id(id).one(conn).await?)
}

/// The sign-ins of an account, or those that the provider calls by one name, by whose they are.
pub(crate) async fn vouched_for(
    conn: &Conn<'_>,
    provider: SsoProviderId,
    (subject, sid): (Option<&str>, Option<&str>),
) -> Result<BTreeMap<PersonId, Vec<SignInId>>> {
    let mut query = sign_in::Entity::find()
        .join(JoinType::InnerJoin, sign_in::Relation::Account.def())
        .select_only()
        .column(account::Column::PersonId)
        .column(sign_in::Column::SignInId)
        .filter(account::Column::ProviderId.eq(provider));
    if let Some(subject) = subject {
        query = query.filter(account::Column::Subject.eq(subject));
    }
    if let Some(sid) = sid {
        query = query.filter(sign_in::Column::Sid.eq(sid));
    }
    let rows: Vec<(PersonId, SignInId)> = query.limit(SIGN_INS_MAX).into_tuple().all(conn).await?;
    let mut ended: BTreeMap<PersonId, Vec<SignInId>> = BTreeMap::new();
    for (person, sign_in) in rows {
        ended.entry(person).or_default().push(sign_in);
    }
    Ok(ended)
}

pub(crate) async fn delete_vouched(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    ids: &[SignInId],
) -> Result<()> {
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::SignInId.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Whether a word about an end was heard already.
pub(crate) async fn was_heard(conn: &Conn<'_>, key: &str) -> Result<bool> {
    let heard = logout::Entity::find_by_id(key.to_owned()).one(conn).await?;
    Ok(heard.is_some())
}

pub(crate) async fn insert_heard(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    (key, forget_at): (&str, DateTime<Utc>),
) -> Result<()> {
    let row = logout::ActiveModel {
        key: Set(key.to_owned()),
        forget_at: Set(forget_at),
    };
    logout::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Forgets what is over: attempts, tests, sign-ins of long ago, and words that nobody would believe any more.
pub(crate) async fn forget_what_is_over(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    attempts_before: DateTime<Utc>,
) -> Result<()> {
    let conn = tx.conn();
    attempt::Entity::delete_many()
        .filter(attempt::Column::CreatedAt.lt(attempts_before))
        .exec(&conn)
        .await?;
    test::Entity::delete_many()
        .filter(test::Column::At.lt(tx.now() - TESTS_KEPT))
        .exec(&conn)
        .await?;
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::BeganAt.lt(tx.now() - SIGN_INS_KEPT))
        .exec(&conn)
        .await?;
    logout::Entity::delete_many()
        .filter(logout::Column::ForgetAt.lt(tx.now()))
        .exec(&conn)
        .await?;
    Ok(())
}
