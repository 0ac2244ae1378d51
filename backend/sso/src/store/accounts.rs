//! Accounts elsewhere, and whose they are.
use crate::policy::Carry;
use crate::tables::{Account, GroupSource, account, grant};
use communities::Provenance;
use kernel::{
    Conn, Error, Organisation, Permit, PersonId, Result, SsoAccountId, SsoProviderId, Tx,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use std::collections::HashMap;

/// The providers by which each of these people signs in, by name, the first linked first.
pub async fn providers_of_people(
    conn: &Conn<'_>,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<String>>> {
    let accounts = account::Entity::find()
        .filter(account::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(account::Column::Id)
        .all(conn)
        .await?;
    let mut ids: Vec<SsoProviderId> = accounts.iter().map(|it| it.provider_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let providers = super::providers_by_ids(conn, &ids).await?;
    let names: HashMap<SsoProviderId, String> =
        providers.into_iter().map(|it| (it.id, it.name)).collect();
    let mut known: HashMap<PersonId, Vec<String>> = HashMap::new();
    for account in accounts {
        if let Some(name) = names.get(&account.provider_id) {
            known
                .entry(account.person_id)
                .or_default()
                .push(name.clone());
        }
    }
    Ok(known)
}

/// Which groups have a person look after the organisation; nothing where none do.
pub async fn administration_from(conn: &Conn<'_>, person: PersonId) -> Result<Option<Provenance>> {
    let given = grant::Entity::find()
        .filter(grant::Column::PersonId.eq(person))
        .filter(grant::Column::CommunityId.is_null())
        .order_by_asc(grant::Column::Id)
        .one(conn)
        .await?;
    let Some(given) = given else {
        return Ok(None);
    };
    let providers = super::providers_by_ids(conn, &[given.provider_id]).await?;
    let source = providers.first().map(|provider| provider.groups_from);
    Ok(source.map(GroupSource::provenance))
}

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
