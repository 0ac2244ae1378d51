//! Every query on the tables of signing in from elsewhere.
use crate::policy::{Carry, KeepLinked, KeepProviders};
use crate::tables::{
    Account, Attempt, Provider, Test, account, attempt, grant, provider, sign_in, test,
};
use communities::{CommunityKind, CommunitySeen, communities_open};
use kernel::{
    Actor, Conn, Error, Organisation, Permit, PersonId, Result, SsoProviderId, SsoTestId, Tx,
    permit,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

mod accounts;
mod grants;
mod sealed;
mod sign_ins;

pub(crate) use accounts::*;
pub use accounts::{administration_from, providers_of_people};
pub(crate) use grants::*;
pub(crate) use sealed::*;
pub(crate) use sign_ins::*;

/// More providers than an organisation has.
pub(crate) const PROVIDERS_MAX: u64 = 50;
/// More accounts than one person has elsewhere.
const ACCOUNTS_MAX: u64 = 50;

/// Every provider, by name: for administrators.
///
/// # Errors
/// `Forbidden` for everybody else.
pub async fn providers(conn: &Conn<'_>, actor: Actor) -> Result<Vec<Provider>> {
    let _: Permit<KeepProviders, Organisation> = permit(actor, Organisation)?;
    all(conn).await
}

pub(crate) async fn all(conn: &Conn<'_>) -> Result<Vec<Provider>> {
    Ok(provider::Entity::find()
        .order_by_asc(provider::Column::Name)
        .order_by_asc(provider::Column::Id)
        .limit(PROVIDERS_MAX)
        .all(conn)
        .await?)
}

/// The providers that a stranger may sign in with, by name: those for everybody, and with an address those of its
/// domain.
pub async fn offered(conn: &Conn<'_>, email: Option<&str>) -> Result<Vec<Provider>> {
    let domain = email.and_then(|email| email.rsplit_once('@'));
    let domain = domain.map(|(_, domain)| domain.trim().to_lowercase());
    let mut providers = all(conn).await?;
    providers.retain(|provider| provider.is_on && provider.is_offered_to(domain.as_deref()));
    Ok(providers)
}

/// A provider, for administrators.
///
/// # Errors
/// `Forbidden` for everybody else; `NotFound`.
pub async fn provider_by_id(conn: &Conn<'_>, actor: Actor, id: SsoProviderId) -> Result<Provider> {
    let _: Permit<KeepProviders, Organisation> = permit(actor, Organisation)?;
    by_id(conn, id).await
}

/// These providers, for showing beside what is the asker's own.
pub async fn providers_by_ids(conn: &Conn<'_>, ids: &[SsoProviderId]) -> Result<Vec<Provider>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(provider::Entity::find()
        .filter(provider::Column::Id.is_in(ids.iter().copied()))
        .limit(PROVIDERS_MAX)
        .all(conn)
        .await?)
}

/// The communities that a group can lead into, by name: for administrators.
///
/// # Errors
/// `Forbidden` for everybody else.
pub async fn communities_to_fill(conn: &Conn<'_>, actor: Actor) -> Result<Vec<CommunitySeen>> {
    let _: Permit<KeepProviders, Organisation> = permit(actor, Organisation)?;
    let mut open = communities_open(conn, actor).await?;
    // The room of a pair is for its people alone.
    open.retain(|seen| seen.community.kind != CommunityKind::Pair);
    Ok(open)
}

/// The provider at this part of an address, on or off.
pub async fn provider_by_slug(conn: &Conn<'_>, slug: &str) -> Result<Option<Provider>> {
    Ok(provider::Entity::find()
        .filter(provider::Column::Slug.eq(slug))
        .one(conn)
        .await?)
}

pub(crate) async fn by_id(conn: &Conn<'_>, id: SsoProviderId) -> Result<Provider> {
    let found = provider::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("provider"))
}

pub(crate) async fn provider_by_issuer(conn: &Conn<'_>, issuer: &str) -> Result<Option<Provider>> {
    Ok(provider::Entity::find()
        .filter(provider::Column::Issuer.eq(issuer))
        .one(conn)
        .await?)
}

pub(crate) async fn insert_provider(
    tx: &Tx,
    _: &Permit<KeepProviders, Organisation>,
    row: Provider,
) -> Result<Provider> {
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_provider(
    tx: &Tx,
    _: &Permit<KeepProviders, Organisation>,
    row: Provider,
) -> Result<Provider> {
    let row = row.into_active_model().reset_all();
    Ok(row.update(&tx.conn()).await?)
}

/// Forgets a provider, and whose accounts there are whose. Who came in by it stays; what its groups gave stays, too,
/// and is nobody's to take away any more.
pub(crate) async fn delete_provider(
    tx: &Tx,
    _: &Permit<KeepProviders, Organisation>,
    id: SsoProviderId,
) -> Result<()> {
    let conn = tx.conn();
    let accounts = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::ProviderId.eq(id))
        .into_query();
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::AccountId.in_subquery(accounts))
        .exec(&conn)
        .await?;
    account::Entity::delete_many()
        .filter(account::Column::ProviderId.eq(id))
        .exec(&conn)
        .await?;
    attempt::Entity::delete_many()
        .filter(attempt::Column::ProviderId.eq(id))
        .exec(&conn)
        .await?;
    grant::Entity::delete_many()
        .filter(grant::Column::ProviderId.eq(id))
        .exec(&conn)
        .await?;
    test::Entity::delete_many()
        .filter(test::Column::ProviderId.eq(id))
        .exec(&conn)
        .await?;
    provider::Entity::delete_by_id(id).exec(&conn).await?;
    Ok(())
}

/// What came of a test sign-in of the asker.
///
/// # Errors
/// `Forbidden` to all but administrators; `NotFound` when it is not theirs.
pub async fn test_of(conn: &Conn<'_>, actor: Actor, id: SsoTestId) -> Result<Test> {
    let _: Permit<KeepProviders, Organisation> = permit(actor, Organisation)?;
    let found = test::Entity::find_by_id(id).one(conn).await?;
    let own = found.filter(|test| Some(test.person_id) == actor.person());
    own.ok_or(Error::NotFound("test sign-in"))
}

/// The last test sign-in of the asker at each of these providers.
pub async fn last_tests(
    conn: &Conn<'_>,
    (actor, providers): (Actor, &[SsoProviderId]),
) -> Result<Vec<Test>> {
    let _: Permit<KeepProviders, Organisation> = permit(actor, Organisation)?;
    let Some(person) = actor.person() else {
        return Ok(Vec::new());
    };
    let tests = test::Entity::find()
        .filter(test::Column::PersonId.eq(person))
        .filter(test::Column::ProviderId.is_in(providers.iter().copied()))
        .order_by_desc(test::Column::At)
        .order_by_desc(test::Column::Id)
        .limit(TESTS_MAX)
        .all(conn)
        .await?;
    let mut last: Vec<Test> = Vec::new();
    for test in tests {
        if !last
            .iter()
            .any(|known| known.provider_id == test.provider_id)
        {
            last.push(test);
        }
    }
    Ok(last)
}

/// As many as somebody makes in the day for which they are kept.
const TESTS_MAX: u64 = 500;

pub(crate) async fn insert_test(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    row: Test,
) -> Result<Test> {
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn insert_attempt(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    row: Attempt,
) -> Result<()> {
    attempt::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// The attempt of this browser, which is over with it.
pub(crate) async fn take_attempt(
    tx: &Tx,
    _: &Permit<Carry, Organisation>,
    (state_hash, browser_hash): (&[u8], &[u8]),
) -> Result<Option<Attempt>> {
    let found = attempt::Entity::find()
        .filter(attempt::Column::StateHash.eq(state_hash.to_vec()))
        .filter(attempt::Column::BrowserHash.eq(browser_hash.to_vec()))
        .one(&tx.conn())
        .await?;
    if let Some(attempt) = &found {
        attempt::Entity::delete_by_id(attempt.id)
            .exec(&tx.conn())
            .await?;
    }
    Ok(found)
}

/// The accounts elsewhere that are the asker's, the first linked first.
///
/// # Errors
/// `SignInFirst`.
pub async fn linked_accounts(conn: &Conn<'_>, actor: Actor) -> Result<Vec<Account>> {
    let person = actor.person().ok_or(Error::SignInFirst)?;
    accounts_of(conn, person).await
}

pub(crate) async fn accounts_of(conn: &Conn<'_>, person: PersonId) -> Result<Vec<Account>> {
    Ok(account::Entity::find()
        .filter(account::Column::PersonId.eq(person))
        .order_by_asc(account::Column::Id)
        .limit(ACCOUNTS_MAX)
        .all(conn)
        .await?)
}

pub(crate) async fn delete_account(tx: &Tx, account: &Permit<KeepLinked, Account>) -> Result<()> {
    sign_in::Entity::delete_many()
        .filter(sign_in::Column::AccountId.eq(account.id))
        .exec(&tx.conn())
        .await?;
    account::Entity::delete_by_id(account.id)
        .exec(&tx.conn())
        .await?;
    Ok(())
}
