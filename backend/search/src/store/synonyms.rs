//! Words that mean the same.
use crate::Synonyms;
use crate::policy::KeepSynonyms;
use crate::tables::synonyms::{self, Column};
use kernel::{Actor, Conn, Error, Organisation, Permit, Result, SynonymsId, Tx, permit};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};

/// Every group, the last changed first: there are few, as somebody looks after them. For whoever may
/// change them.
///
/// # Errors
/// `Forbidden` for everybody else.
pub async fn synonyms_kept(conn: &Conn<'_>, actor: Actor) -> Result<Vec<Synonyms>> {
    permit::<KeepSynonyms, _>(actor, Organisation)?;
    all(conn).await
}

pub(crate) async fn all(conn: &Conn<'_>) -> Result<Vec<Synonyms>> {
    Ok(synonyms::Entity::find()
        .order_by_desc(Column::ChangedAt)
        .order_by_desc(Column::Id)
        .all(conn)
        .await?)
}

pub(crate) async fn by_id(conn: &Conn<'_>, id: SynonymsId) -> Result<Synonyms> {
    let found = synonyms::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("group of synonyms"))
}

pub(crate) async fn insert(
    tx: &Tx,
    _: &Permit<KeepSynonyms, Organisation>,
    synonyms: Synonyms,
) -> Result<Synonyms> {
    Ok(synonyms.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update(
    tx: &Tx,
    _: &Permit<KeepSynonyms, Organisation>,
    synonyms: Synonyms,
) -> Result<Synonyms> {
    let row = synonyms.into_active_model().reset_all();
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn remove(
    tx: &Tx,
    _: &Permit<KeepSynonyms, Organisation>,
    id: SynonymsId,
) -> Result<()> {
    synonyms::Entity::delete_by_id(id).exec(&tx.conn()).await?;
    Ok(())
}
