//! Writing people, passwords and sign-ins.
use super::people::AT_ONCE;
use crate::commands::{Factors, Shown};
use crate::policy::{
    AddPeople, Appoint, Enter, KeepAccount, LookAfter, ResetFactor, SIGN_IN_LIFE, Suspend,
};
use crate::tables::{one_time_token, password, person, sign_in};
use crate::{Person, Secret, SignIn};
use chrono::{DateTime, Utc};
use kernel::{Actor, Organisation, Permit, PersonId, Result, SignInId, Tx};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

pub(crate) async fn insert_person(
    tx: &Tx,
    _: &Permit<AddPeople, Organisation>,
    row: Person,
) -> Result<Person> {
    let row: person::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn insert_people(
    tx: &Tx,
    _: &Permit<AddPeople, Organisation>,
    rows: Vec<Person>,
) -> Result<()> {
    let mut rows = rows.into_iter().map(person::ActiveModel::from).peekable();
    while rows.peek().is_some() {
        person::Entity::insert_many(rows.by_ref().take(AT_ONCE))
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Deletes those of these accounts that stand for somebody and were never claimed.
pub(crate) async fn delete_placeholders(
    tx: &Tx,
    _: &Permit<AddPeople, Organisation>,
    ids: &[PersonId],
) -> Result<()> {
    one_time_token::Entity::delete_many()
        .filter(one_time_token::Column::PersonId.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    person::Entity::delete_many()
        .filter(person::Column::Id.is_in(ids.iter().copied()))
        .filter(person::Column::PlaceholderOf.is_not_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn update_person(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    row: Person,
) -> Result<Person> {
    let id = **account;
    let row: person::ActiveModel = Person { id, ..row }.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

/// The first password of somebody who has just been added.
pub(crate) async fn insert_password(
    tx: &Tx,
    _: &Permit<AddPeople, Organisation>,
    (person, phc): (PersonId, &str),
) -> Result<()> {
    put_password(tx, person, phc).await
}

pub(crate) async fn replace_password(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    phc: &str,
) -> Result<()> {
    put_password(tx, **account, phc).await
}

async fn put_password(tx: &Tx, person: PersonId, phc: &str) -> Result<()> {
    let row = password::ActiveModel {
        person_id: Set(person),
        phc: Set(phc.to_owned()),
        changed_at: Set(tx.now()),
    };
    let replace = OnConflict::column(password::Column::PersonId)
        .update_columns([password::Column::Phc, password::Column::ChangedAt])
        .to_owned();
    password::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn insert_sign_in(
    tx: &Tx,
    person: &Permit<Enter, Person>,
    token: &Secret,
    (device, shown): (&str, Shown),
) -> Result<SignIn> {
    let row = sign_in::ActiveModel {
        id: Set(tx.id()),
        person_id: Set(person.id),
        token_hash: Set(token.hash()),
        device: Set(device.to_owned()),
        created_at: Set(tx.now()),
        last_seen_at: Set(tx.now()),
        expires_at: Set(tx.now() + SIGN_IN_LIFE),
        confirmed_at: Set(shown.at.map(|at| at.min(tx.now()))),
        by_two_factors: Set(shown.factors == Factors::TwoElsewhere),
    };
    super::accounts::note_here(tx, person.id).await?;
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn touch_sign_in(tx: &Tx, id: SignInId) -> Result<()> {
    super::accounts::note_here_by(tx, id).await?;
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::LastSeenAt, Expr::value(tx.now()))
        .filter(sign_in::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Leave to end sign-ins: one's own, those of somebody who is kept out, of somebody who lost their second factor, of
/// somebody who may do more or less from now on, or because an administrator thinks it right.
pub(crate) enum Ending<'a> {
    Own(&'a Permit<KeepAccount, PersonId>),
    Suspended(&'a Permit<Suspend, Person>),
    Reset(&'a Permit<ResetFactor, Person>),
    Appointed(&'a Permit<Appoint, Person>),
    LookedAfter(&'a Permit<LookAfter, Person>),
}

impl Ending<'_> {
    pub fn person(&self) -> PersonId {
        match self {
            Self::Own(account) => ***account,
            Self::Suspended(person) => person.id,
            Self::Reset(person) => person.id,
            Self::Appointed(person) => person.id,
            Self::LookedAfter(person) => person.id,
        }
    }

    pub fn actor(&self) -> Actor {
        match self {
            Self::Own(account) => account.actor(),
            Self::Suspended(person) => person.actor(),
            Self::Reset(person) => person.actor(),
            Self::Appointed(person) => person.actor(),
            Self::LookedAfter(person) => person.actor(),
        }
    }
}

/// Whether somebody may come in, and who keeps them out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Open,
    ClosedByHand,
    ClosedByDirectory,
}

pub(crate) async fn set_access(
    tx: &Tx,
    person: &Permit<Suspend, Person>,
    access: Access,
) -> Result<Person> {
    let since = person.suspended_at.unwrap_or(tx.now());
    let row = person::ActiveModel {
        id: Set(person.id),
        suspended_at: Set((access != Access::Open).then_some(since)),
        suspended_by_directory: Set(access == Access::ClosedByDirectory),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn set_administrator(
    tx: &Tx,
    person: &Permit<Appoint, Person>,
    since: Option<DateTime<Utc>>,
) -> Result<Person> {
    let row = person::ActiveModel {
        id: Set(person.id),
        administrator_since: Set(since),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn delete_sign_ins(tx: &Tx, ending: &Ending<'_>, ids: &[SignInId]) -> Result<()> {
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::PersonId.eq(ending.person()))
        .filter(sign_in::Column::Id.is_in(ids.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn delete_expired_sign_ins(tx: &Tx) -> Result<()> {
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::ExpiresAt.lte(tx.now()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
