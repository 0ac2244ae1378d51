//! Accounts elsewhere, and whose they are.
use crate::policy::Carry;
use crate::tables::{Account, account};
use kernel::{Conn, Error, Organisation, Permit, Result, SsoAccountId, Tx};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// The account with this name at this issuer, if it is somebody's.
pub(crate) async fn account_named(
    conn: &Conn<'_>,
    (issuer, subject): (&str, &str),
) -> Result<Option<Account>> {
    Ok(account::Entity::find()
        .filter(account::Column::Issuer.eq(issuer))
        .filter(account::Column::Subject.eq(subject))
        .one(conn)
        .await?)
}

pub(crate) async fn account_by_id(conn: &Conn<'_>, id: SsoAccountId) -> Result<Account> {
    let found = account::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("linked account"))
}

pub(crate) async fn insert_account(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    row: Account,
) -> Result<Account> {
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_account(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    row: Account,
) -> Result<Account> {
    let row = row.into_active_model().reset_all();
    Ok(row.update(&tx.conn()).await?)
}
