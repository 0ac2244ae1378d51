//! Passkeys, and what browsers are asked about them.
use crate::policy::KeepAccount;
use crate::tables::{passkey, passkey_challenge};
use crate::{Passkey, Secret};
use chrono::TimeDelta;
use kernel::{Conn, PasskeyId, Permit, PersonId, Result, Sealed, SealedAt, TokenId, Tx};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

pub(crate) use passkey_challenge::Model as Challenge;

/// More than anybody has devices.
pub(crate) const PASSKEYS_MAX: usize = 20;

/// A person's passkeys, the first made first.
pub async fn passkeys_of(conn: &Conn<'_>, person: PersonId) -> Result<Vec<Passkey>> {
    Ok(passkey::Entity::find()
        .filter(passkey::Column::PersonId.eq(person))
        .order_by_asc(passkey::Column::Id)
        .limit(PASSKEYS_MAX as u64)
        .all(conn)
        .await?)
}

/// The passkey that bears this name itself, whosever it is.
pub(crate) async fn passkey_named(
    conn: &Conn<'_>,
    credential_id: &[u8],
) -> Result<Option<Passkey>> {
    Ok(passkey::Entity::find()
        .filter(passkey::Column::CredentialId.eq(credential_id.to_vec()))
        .one(conn)
        .await?)
}

/// One of a person's own.
pub(crate) async fn own_passkey(
    conn: &Conn<'_>,
    (person, id): (PersonId, PasskeyId),
) -> Result<Option<Passkey>> {
    Ok(passkey::Entity::find_by_id(id)
        .filter(passkey::Column::PersonId.eq(person))
        .one(conn)
        .await?)
}

pub(crate) async fn insert_passkey(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    row: Passkey,
) -> Result<Passkey> {
    let row: passkey::ActiveModel = Passkey {
        person_id: **account,
        ..row
    }
    .into();
    Ok(row.insert(&tx.conn()).await?)
}

/// Writes a passkey as it is now; it stays its person's.
pub(crate) async fn update_passkey(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    row: Passkey,
) -> Result<Passkey> {
    let row: passkey::ActiveModel = Passkey {
        person_id: **account,
        ..row
    }
    .into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn delete_passkey(
    tx: &Tx,
    account: &Permit<KeepAccount, PersonId>,
    id: PasskeyId,
) -> Result<()> {
    passkey::Entity::delete_many()
        .filter(passkey::Column::Id.eq(id))
        .filter(passkey::Column::PersonId.eq(**account))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// All of a person's; for whoever may take their second factor off.
pub(super) async fn delete_passkeys(tx: &Tx, person: PersonId) -> Result<()> {
    passkey::Entity::delete_many()
        .filter(passkey::Column::PersonId.eq(person))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Where what a browser was asked is sealed to.
pub(crate) fn ceremony_of(challenge: TokenId) -> SealedAt {
    SealedAt::new("passkey_challenge", "ceremony", challenge)
}

/// Keeps what a browser was asked, for so long.
pub(crate) async fn insert_challenge(
    tx: &Tx,
    (id, browser): (TokenId, &Secret),
    person: Option<PersonId>,
    (ceremony, life): (Sealed, TimeDelta),
) -> Result<()> {
    let row = passkey_challenge::ActiveModel {
        id: Set(id),
        browser_hash: Set(browser.hash()),
        person_id: Set(person),
        ceremony: Set(ceremony),
        expires_at: Set(tx.now() + life),
    };
    passkey_challenge::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Takes out what this browser was asked. Nobody finds it there again, and who comes late finds nothing.
pub(crate) async fn take_challenge(tx: &Tx, browser: &Secret) -> Result<Option<Challenge>> {
    let kept = passkey_challenge::Entity::find()
        .filter(passkey_challenge::Column::BrowserHash.eq(browser.hash()))
        .one(&tx.conn())
        .await?;
    let Some(kept) = kept else { return Ok(None) };
    let gone = passkey_challenge::Entity::delete_by_id(kept.id)
        .exec(&tx.conn())
        .await?;
    let is_ours = gone.rows_affected == 1 && tx.now() < kept.expires_at;
    Ok(is_ours.then_some(kept))
}

pub(crate) async fn delete_expired_challenges(tx: &Tx) -> Result<()> {
    passkey_challenge::Entity::delete_many()
        .filter(passkey_challenge::Column::ExpiresAt.lte(tx.now()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
