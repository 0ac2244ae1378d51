//! Reading people.
use crate::tables::{password, person};
use crate::{Person, parse};
use kernel::{Conn, PersonId, Result};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use std::collections::{HashMap, HashSet};

/// How many values one statement asks for or writes.
pub(super) const AT_ONCE: usize = 500;

pub async fn person_by_id(conn: &Conn<'_>, id: PersonId) -> Result<Option<Person>> {
    Ok(person::Entity::find_by_id(id).one(conn).await?)
}

/// The people with these ids, in no order. Whom the asker may see is for the caller to know.
pub async fn people_by_ids(conn: &Conn<'_>, ids: &[PersonId]) -> Result<Vec<Person>> {
    /// A database binds some thousands of values at once, and a community may have more people.
    const AT_ONCE: usize = 10_000;
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let some = person::Entity::find().filter(person::Column::Id.is_in(ids.iter().copied()));
        found.extend(some.all(conn).await?);
    }
    Ok(found)
}

/// A stretch of all people in the order of their ids: for keeping an index, never for showing.
pub async fn people_walked(
    conn: &Conn<'_>,
    after: Option<PersonId>,
    limit: u64,
) -> Result<Vec<Person>> {
    let mut query = person::Entity::find()
        .order_by_asc(person::Column::Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(person::Column::Id.gt(after));
    }
    Ok(query.all(conn).await?)
}

/// The address of a person, to be looked for where people are known by it.
pub fn address_of(person: PersonId) -> SelectStatement {
    let address = person::Entity::find().select_only();
    let address = address.column(person::Column::Email);
    address
        .filter(person::Column::Id.eq(person))
        .filter(person::Column::Email.is_not_null())
        .into_query()
}

/// How many people there are.
pub async fn people_count(conn: &Conn<'_>) -> Result<u64> {
    Ok(person::Entity::find().count(conn).await?)
}

pub async fn person_by_handle(conn: &Conn<'_>, handle: &str) -> Result<Option<Person>> {
    Ok(person::Entity::find()
        .filter(person::Column::Handle.eq(handle))
        .one(conn)
        .await?)
}

/// Whether there is nobody yet.
pub async fn nobody_is_here(conn: &Conn<'_>) -> Result<bool> {
    Ok(person::Entity::find().one(conn).await?.is_none())
}

/// `email` is in the form of `parse::email`.
pub async fn person_by_email(conn: &Conn<'_>, email: &str) -> Result<Option<Person>> {
    Ok(person::Entity::find()
        .filter(person::Column::Email.eq(email))
        .one(conn)
        .await?)
}

/// Those of these addresses, in the form of `parse::email`, that somebody has, and who.
pub async fn people_by_emails(
    conn: &Conn<'_>,
    emails: &[String],
) -> Result<HashMap<String, PersonId>> {
    let mut known = HashMap::new();
    for some in emails.chunks(AT_ONCE) {
        let found: Vec<(Option<String>, PersonId)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Email, person::Column::Id])
            .filter(person::Column::Email.is_in(some))
            .into_tuple()
            .all(conn)
            .await?;
        known.extend(
            found
                .into_iter()
                .filter_map(|(email, id)| Some((email?, id))),
        );
    }
    Ok(known)
}

/// Every handle that somebody has.
pub(crate) async fn handles(conn: &Conn<'_>) -> Result<HashSet<String>> {
    let handles: Vec<String> = person::Entity::find()
        .select_only()
        .column(person::Column::Handle)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(handles.into_iter().collect())
}

/// The kept hash of a person's password, if they have one.
pub(crate) async fn phc_of(conn: &Conn<'_>, person: PersonId) -> Result<Option<String>> {
    let kept = password::Entity::find_by_id(person).one(conn).await?;
    Ok(kept.map(|kept| kept.phc))
}

/// Who has this address, and the hash of their password. Two questions whatever the answer, so that
/// an unknown address takes no less time.
pub(crate) async fn credentials(
    conn: &Conn<'_>,
    email: &str,
) -> Result<(Option<Person>, Option<String>)> {
    let person = person_by_email(conn, email).await?;
    let id = person
        .as_ref()
        .map_or(Uuid::nil().into(), |person| person.id);
    let phc = phc_of(conn, id).await?;
    Ok((person, phc))
}

/// Whether a person can sign in with a password; an imported placeholder cannot.
pub async fn has_password(conn: &Conn<'_>, person: PersonId) -> Result<bool> {
    Ok(phc_of(conn, person).await?.is_some())
}

/// A handle like `wanted` that nobody has: itself, or with the next free number.
pub(crate) async fn free_handle(conn: &Conn<'_>, wanted: &str) -> Result<String> {
    let alike: Vec<String> = person::Entity::find()
        .select_only()
        .column(person::Column::Handle)
        .filter(
            person::Column::Handle
                .eq(wanted)
                .or(person::Column::Handle.starts_with(format!("{wanted}-"))),
        )
        .into_tuple()
        .all(conn)
        .await?;
    let taken: HashSet<String> = alike.into_iter().collect();
    parse::handle(&free_beside(&taken, wanted))
}

/// `wanted`, or with the next number, as none of these.
pub(crate) fn free_beside(taken: &HashSet<String>, wanted: &str) -> String {
    let mut numbered = (2..).map(|number| format!("{wanted}-{number}"));
    std::iter::once(wanted.to_owned())
        .chain(&mut numbered)
        .find(|handle| !taken.contains(handle))
        .unwrap_or_default()
}
