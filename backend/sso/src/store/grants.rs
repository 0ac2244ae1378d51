//! What the groups of a provider gave.
use crate::policy::Carry;
use crate::tables::{Grant, grant};
use kernel::{Conn, Organisation, Permit, PersonId, Result, SsoGrantId, Tx};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// What every provider's groups gave a person.
pub(crate) async fn grants_of(conn: &Conn<'_>, person: PersonId) -> Result<Vec<Grant>> {
    Ok(grant::Entity::find()
        .filter(grant::Column::PersonId.eq(person))
        .all(conn)
        .await?)
}

pub(crate) async fn insert_grant(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    row: Grant,
) -> Result<()> {
    grant::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn update_grant(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    row: Grant,
) -> Result<()> {
    let row = row.into_active_model().reset_all();
    row.update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn delete_grant(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    id: SsoGrantId,
) -> Result<()> {
    grant::Entity::delete_by_id(id).exec(&tx.conn()).await?;
    Ok(())
}
