//! What administrators see of accounts.
use crate::tables::{last_here, password, person, sign_in};
use chrono::{DateTime, Utc};
use kernel::{Conn, PersonId, Result, SignInId, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use std::collections::{HashMap, HashSet};

/// Notes that somebody is here.
pub(super) async fn note_here(tx: &Tx, person: PersonId) -> Result<()> {
    let row = last_here::ActiveModel {
        person_id: Set(person),
        at: Set(tx.now()),
    };
    let later = OnConflict::column(last_here::Column::PersonId)
        .update_column(last_here::Column::At)
        .to_owned();
    last_here::Entity::insert(row)
        .on_conflict(later)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// As `note_here`, for whose sign-in this is.
pub(super) async fn note_here_by(tx: &Tx, sign_in: SignInId) -> Result<()> {
    match sign_in::Entity::find_by_id(sign_in).one(&tx.conn()).await? {
        Some(sign_in) => note_here(tx, sign_in.person_id).await,
        None => Ok(()),
    }
}

/// When each of these people was here last; nothing of who never was.
pub async fn last_here_of(
    conn: &Conn<'_>,
    people: &[PersonId],
) -> Result<HashMap<PersonId, DateTime<Utc>>> {
    let found = last_here::Entity::find()
        .filter(last_here::Column::PersonId.is_in(people.iter().copied()))
        .all(conn)
        .await?;
    Ok(found
        .into_iter()
        .map(|row| (row.person_id, row.at))
        .collect())
}

/// Those of these people who have a password.
pub async fn with_password(conn: &Conn<'_>, people: &[PersonId]) -> Result<HashSet<PersonId>> {
    let found: Vec<PersonId> = password::Entity::find()
        .select_only()
        .column(password::Column::PersonId)
        .filter(password::Column::PersonId.is_in(people.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(found.into_iter().collect())
}

/// How many others look after the organisation and can come in.
pub(crate) async fn administrators_beside(conn: &Conn<'_>, person: PersonId) -> Result<u64> {
    Ok(person::Entity::find()
        .filter(person::Column::AdministratorSince.is_not_null())
        .filter(person::Column::SuspendedAt.is_null())
        .filter(person::Column::Id.ne(person))
        .count(conn)
        .await?)
}
