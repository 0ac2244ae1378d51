//! Every query on the tables of searching.
pub(crate) mod synonyms;
pub(crate) mod vain;

pub use synonyms::synonyms_kept;
pub use vain::{Missed, asked_in_vain};

use crate::policy::Keep;
use crate::tables::saved_search::{self, Column};
use crate::{SavedSearch, Watch};
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Error, Organisation, Permit, PersonId, Result, SavedSearchId, Tx};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

/// The asker's saved searches, the newest first. Nobody keeps many: see `SAVED_MAX`.
pub async fn saved_searches(conn: &Conn<'_>, actor: Actor) -> Result<Vec<SavedSearch>> {
    match actor.person() {
        Some(person) => searches_of(conn, person).await,
        None => Ok(Vec::new()),
    }
}

pub(crate) async fn searches_of(conn: &Conn<'_>, person: PersonId) -> Result<Vec<SavedSearch>> {
    Ok(saved_search::Entity::find()
        .filter(Column::PersonId.eq(person))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .all(conn)
        .await?)
}

/// # Errors
/// `NotFound` when there is none. Whether the asker may see it is for the policy to say.
pub async fn saved_search(conn: &Conn<'_>, id: SavedSearchId) -> Result<SavedSearch> {
    let found = saved_search::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("saved search"))
}

/// Those whose person wants to be told and whose time has come, the longest due first.
pub(crate) async fn searches_due(
    conn: &Conn<'_>,
    (now, most): (DateTime<Utc>, u64),
) -> Result<Vec<SavedSearch>> {
    Ok(saved_search::Entity::find()
        .filter(Column::LookAt.lte(now))
        .order_by_asc(Column::LookAt)
        .limit(most)
        .all(conn)
        .await?)
}

pub(crate) async fn insert(tx: &Tx, search: SavedSearch) -> Result<SavedSearch> {
    Ok(search.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn change(
    tx: &Tx,
    search: &Permit<Keep, SavedSearch>,
    changed: SavedSearch,
) -> Result<SavedSearch> {
    let row = saved_search::ActiveModel {
        id: Set(search.id),
        name: Set(changed.name),
        told_through: Set(changed.told_through),
        look_at: Set(changed.look_at),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn remove(tx: &Tx, search: &Permit<Keep, SavedSearch>) -> Result<()> {
    saved_search::Entity::delete_by_id(search.id)
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Notes how far a search was told of, and when to look again.
pub(crate) async fn looked(
    tx: &Tx,
    _: &Permit<Watch, Organisation>,
    search: &SavedSearch,
) -> Result<()> {
    let row = saved_search::ActiveModel {
        id: Set(search.id),
        told_through: Set(search.told_through),
        look_at: Set(search.look_at),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}
