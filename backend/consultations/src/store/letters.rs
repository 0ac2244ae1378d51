//! Links and letters: what opens what, and how many there were.
use crate::policy::{Answer, Redeemed};
use crate::tables::{Link, letter, link, refusal};
use chrono::{DateTime, Utc};
use kernel::{
    Conn, ConsultationId, ConsultationLinkId, KeepTime, Organisation, Permit, PersonId, Result, Tx,
};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};

pub(crate) async fn insert_link(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (consultation, token_hash, expires_at): (ConsultationId, Vec<u8>, DateTime<Utc>),
) -> Result<()> {
    let row = link::ActiveModel {
        id: Set(tx.id()),
        token_hash: Set(token_hash),
        consultation_id: Set(consultation),
        expires_at: Set(expires_at),
        used_at: Set(None),
        retired_at: Set(None),
    };
    link::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn link_by_hash(conn: &Conn<'_>, hash: Vec<u8>) -> Result<Option<Link>> {
    Ok(link::Entity::find()
        .filter(link::Column::TokenHash.eq(hash))
        .one(conn)
        .await?)
}

/// From now on it opens nothing. False when somebody else was there before.
pub(crate) async fn use_link(
    tx: &Tx,
    _: &Permit<Answer, Redeemed>,
    id: ConsultationLinkId,
) -> Result<bool> {
    let used = link::Entity::update_many()
        .col_expr(link::Column::UsedAt, Expr::value(Some(tx.now())))
        .filter(link::Column::Id.eq(id))
        .filter(link::Column::UsedAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(used.rows_affected == 1)
}

/// The links of earlier letters open nothing any more.
pub(crate) async fn retire_links<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    consultation: ConsultationId,
) -> Result<()> {
    link::Entity::update_many()
        .col_expr(link::Column::RetiredAt, Expr::value(Some(tx.now())))
        .filter(link::Column::ConsultationId.eq(consultation))
        .filter(link::Column::RetiredAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// When the first of the letters was asked for that this person had written since then, and how many
/// they are.
pub(crate) async fn letters_by(
    conn: &Conn<'_>,
    person: PersonId,
    since: DateTime<Utc>,
) -> Result<(u64, Option<DateTime<Utc>>)> {
    let letters = letter::Entity::find()
        .filter(letter::Column::PersonId.eq(person))
        .filter(letter::Column::At.gt(since));
    counted(conn, letters).await
}

/// As `letters_by`, of those to one address.
pub(crate) async fn letters_to(
    conn: &Conn<'_>,
    address_hash: Vec<u8>,
    since: DateTime<Utc>,
) -> Result<(u64, Option<DateTime<Utc>>)> {
    let letters = letter::Entity::find()
        .filter(letter::Column::AddressHash.eq(address_hash))
        .filter(letter::Column::At.gt(since));
    counted(conn, letters).await
}

async fn counted(
    conn: &Conn<'_>,
    letters: sea_orm::Select<letter::Entity>,
) -> Result<(u64, Option<DateTime<Utc>>)> {
    let count = letters.clone().count(conn).await?;
    let first: Option<Option<DateTime<Utc>>> = letters
        .select_only()
        .column_as(letter::Column::At.min(), "first")
        .into_tuple()
        .one(conn)
        .await?;
    Ok((count, first.flatten()))
}

pub(crate) async fn insert_letter<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    (person, address_hash): (PersonId, Vec<u8>),
) -> Result<()> {
    let row = letter::ActiveModel {
        id: Set(tx.id_of_chance()),
        person_id: Set(person),
        address_hash: Set(address_hash),
        at: Set(tx.now()),
    };
    letter::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Whether there is anything to forget that was counted before then.
pub(crate) async fn has_letters_before(conn: &Conn<'_>, before: DateTime<Utc>) -> Result<bool> {
    let found = letter::Entity::find()
        .filter(letter::Column::At.lt(before))
        .one(conn)
        .await?;
    Ok(found.is_some())
}

/// Forgets what was counted before then: nobody asks any more.
pub(crate) async fn forget_letters(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    before: DateTime<Utc>,
) -> Result<()> {
    letter::Entity::delete_many()
        .filter(letter::Column::At.lt(before))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Whether the owner of an address wishes no such letters.
pub(crate) async fn is_refused(conn: &Conn<'_>, address_hash: Vec<u8>) -> Result<bool> {
    let found = refusal::Entity::find_by_id(address_hash).one(conn).await?;
    Ok(found.is_some())
}

pub(crate) async fn insert_refusal(
    tx: &Tx,
    _: &Permit<Answer, Redeemed>,
    address_hash: Vec<u8>,
) -> Result<()> {
    let row = refusal::ActiveModel {
        address_hash: Set(address_hash),
        at: Set(tx.now()),
    };
    refusal::Entity::insert(row)
        .on_conflict(
            OnConflict::column(refusal::Column::AddressHash)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
