//! Second factors and what recovers them.
use super::passkeys::delete_passkeys;
use crate::Person;
use crate::policy::{KeepAccount, ResetFactor};
use crate::tables::{person, recovery_code, sign_in, totp};
use crate::{Secret, SignIn, token_hash};
use chrono::{DateTime, Utc};
use kernel::{Conn, Error, Permit, PersonId, Result, Sealed, SealedAt, SignInId, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
};

pub(crate) use totp::Model as TotpRow;

/// Where the seed of a person's app is sealed to.
pub(crate) fn seed_of(person: PersonId) -> SealedAt {
    SealedAt::new("totp", "seed", person)
}

pub(crate) async fn totp_of(conn: &Conn<'_>, person: PersonId) -> Result<Option<TotpRow>> {
    Ok(totp::Entity::find_by_id(person).one(conn).await?)
}

/// Keeps a seed, in the place of one that was begun before.
pub(crate) async fn put_seed(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    seed: Sealed,
) -> Result<()> {
    let row = totp::ActiveModel {
        person_id: Set(**account),
        seed: Set(seed),
        last_step: Set(None),
        created_at: Set(tx.now()),
    };
    let replace = OnConflict::column(totp::Column::PersonId)
        .update_columns([
            totp::Column::Seed,
            totp::Column::LastStep,
            totp::Column::CreatedAt,
        ])
        .to_owned();
    totp::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Notes that the code of this step was used.
pub(crate) async fn use_step(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    step: i64,
) -> Result<()> {
    let row = totp::ActiveModel {
        person_id: Set(**account),
        last_step: Set(Some(step)),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Seals a seed anew.
pub(crate) async fn reseal_seed(tx: &Tx, person: PersonId, seed: Sealed) -> Result<()> {
    let row = totp::ActiveModel {
        person_id: Set(person),
        seed: Set(seed),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Every seed there is, as it is sealed.
pub(crate) async fn seeds(conn: &Conn<'_>) -> Result<Vec<TotpRow>> {
    Ok(totp::Entity::find().all(conn).await?)
}

/// Whether a person's app was set up to its end: a seed whose code was never right is not asked for.
pub async fn has_app(conn: &Conn<'_>, person: PersonId) -> Result<bool> {
    let kept = totp_of(conn, person).await?;
    Ok(kept.is_some_and(|kept| kept.last_step.is_some()))
}

/// Takes the app off; whether another second factor is there is for the caller to know.
pub(crate) async fn delete_app(tx: &Tx, account: &Permit<KeepAccount, PersonId>) -> Result<()> {
    totp::Entity::delete_by_id(**account)
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// How many recovery codes a person has left.
pub async fn recovery_codes_left(conn: &Conn<'_>, person: PersonId) -> Result<u64> {
    Ok(recovery_code::Entity::find()
        .filter(recovery_code::Column::PersonId.eq(person))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(conn)
        .await?)
}

/// Uses a recovery code up; whether there was one.
pub(crate) async fn use_recovery_code(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    code: &str,
) -> Result<bool> {
    let used = recovery_code::Entity::update_many()
        .set(recovery_code::ActiveModel {
            used_at: Set(Some(tx.now())),
            ..Default::default()
        })
        .filter(recovery_code::Column::PersonId.eq(**account))
        .filter(recovery_code::Column::CodeHash.eq(code_hash(**account, code)))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(used.rows_affected == 1)
}

/// These recovery codes, and no others from now on.
pub(crate) async fn replace_recovery_codes(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    codes: &[Secret],
) -> Result<()> {
    delete_recovery_codes(tx, **account).await?;
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        id: Set(tx.id()),
        person_id: Set(**account),
        code_hash: Set(code_hash(**account, code.expose())),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Leave to change whether somebody has a second factor: one's own, or that of somebody who lost it.
pub(crate) enum Factor<'a> {
    Own(&'a Permit<KeepAccount, PersonId>),
    Lost(&'a Permit<ResetFactor, Person>),
}

impl Factor<'_> {
    fn person(&self) -> PersonId {
        match self {
            Self::Own(account) => ***account,
            Self::Lost(person) => person.id,
        }
    }
}

/// From when on a second factor is asked of a person; none takes it off with all that belongs to it.
pub(crate) async fn set_second_factor(
    tx: &Tx,
    factor: &Factor<'_>,
    since: Option<DateTime<Utc>>,
) -> Result<Person> {
    let id = factor.person();
    if since.is_none() {
        delete_recovery_codes(tx, id).await?;
        totp::Entity::delete_by_id(id).exec(&tx.conn()).await?;
        delete_passkeys(tx, id).await?;
    }
    let row = person::ActiveModel {
        id: Set(id),
        second_factor_since: Set(since),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

async fn delete_recovery_codes(tx: &Tx, person: PersonId) -> Result<()> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::PersonId.eq(person))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// The same sign-in with a new token, and the instant at which it showed who it is.
pub(crate) async fn confirm_sign_in(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    (id, token): (SignInId, &Secret),
) -> Result<SignIn> {
    let kept = sign_in::Entity::find_by_id(id)
        .filter(sign_in::Column::PersonId.eq(**account))
        .one(&tx.conn())
        .await?;
    let mut row: sign_in::ActiveModel = kept.ok_or(Error::SignInFirst)?.into();
    row.token_hash = Set(token.hash());
    row.confirmed_at = Set(Some(tx.now()));
    row.last_seen_at = Set(tx.now());
    Ok(row.update(&tx.conn()).await?)
}

/// What is kept of a recovery code. It has 80 bits of chance: a slow hash would add nothing.
fn code_hash(person: PersonId, code: &str) -> Vec<u8> {
    token_hash(&format!("{person} {code}"))
}
