//! Writing people, passwords and sign-ins.
use crate::tables::{password, person, sign_in};
use crate::{Person, Secret, SignIn, policy};
use kernel::{PersonId, Result, SignInId, Tx};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

pub(crate) async fn insert_person(tx: &Tx, row: Person) -> Result<Person> {
    let row: person::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_person(tx: &Tx, row: Person) -> Result<Person> {
    let row: person::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn keep_password(tx: &Tx, person: PersonId, phc: &str) -> Result<()> {
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
    person: PersonId,
    token: &Secret,
    device: &str,
) -> Result<SignIn> {
    let row = sign_in::ActiveModel {
        id: Set(tx.id()),
        person_id: Set(person),
        token_hash: Set(token.hash()),
        device: Set(device.to_owned()),
        created_at: Set(tx.now()),
        last_seen_at: Set(tx.now()),
        expires_at: Set(tx.now() + policy::SIGN_IN_LIFE),
    };
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn touch_sign_in(tx: &Tx, id: SignInId) -> Result<()> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::LastSeenAt, Expr::value(tx.now()))
        .filter(sign_in::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn delete_sign_ins(tx: &Tx, ids: &[SignInId]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    sign_in::Entity::delete_many()
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
