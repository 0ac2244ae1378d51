//! Everybody who has an account, for those who look after the organisation.
use super::members::{containing, lower};
use crate::tables::{community, invitation, membership};
use crate::{CommunityKind, Membership};
use async_graphql::Enum;
use chrono::{DateTime, Utc};
use identity::{OverseePeople, Person, person};
use kernel::{Conn, Error, First, Organisation, Page, Permit, PersonId, Result, keys_of};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};
use std::collections::{HashMap, HashSet};

/// How an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum AccountState {
    /// Somebody's, who may come in.
    Active,
    /// It waits for somebody who was sent a way in that works still.
    Invited,
    /// Kept out, until an administrator or the directory lets them in.
    Suspended,
    /// It stands for somebody whom an archive or a roster named, and nobody was sent a way in.
    Placeholder,
}

/// What somebody is to the whole organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OrganisationRole {
    /// Looks after the whole organisation.
    Administrator,
    /// Looks into what was done everywhere; whoever operates the platform names them.
    Auditor,
}

/// Which accounts are looked at; nothing given is all.
#[derive(Clone, Debug, Default)]
pub struct AccountFilter {
    /// Part of a name, a handle or an address.
    pub text: Option<String>,
    pub state: Option<AccountState>,
    pub role: Option<OrganisationRole>,
    /// The addresses of auditors.
    pub auditors: Vec<String>,
}

/// Accounts by name, each with how it stands.
pub async fn accounts_page(
    conn: &Conn<'_>,
    _: &Permit<OverseePeople, Organisation>,
    (filter, now): (&AccountFilter, DateTime<Utc>),
    (first, after): (First, Option<&str>),
) -> Result<Page<(Person, AccountState)>> {
    let name = || lower(Expr::col((person::Entity, person::Column::Name)));
    let mut query = person::Entity::find().filter(filter.condition(now));
    if let Some(after) = after {
        let (last_id, last_name): (PersonId, String) = keys_of(after)?;
        let last_name = || lower(Expr::val(last_name.clone()));
        let beyond = Condition::any()
            .add(name().gt(last_name()))
            .add(name().eq(last_name()).and(person::Column::Id.gt(last_id)));
        query = query.filter(beyond);
    }
    let rows = query
        .order_by_asc(name())
        .order_by_asc(person::Column::Id)
        .limit(first.and_one())
        .all(conn)
        .await?;
    let rows = with_states(conn, rows, now).await?;
    Ok(Page::cut(rows, first, |(person, _)| {
        format!("{} {}", person.id, person.name)
    }))
}

/// One account, with how it stands.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn account_by_id(
    conn: &Conn<'_>,
    _: &Permit<OverseePeople, Organisation>,
    (id, now): (PersonId, DateTime<Utc>),
) -> Result<(Person, AccountState)> {
    let person = identity::person_by_id(conn, id).await?;
    let person = person.ok_or(Error::NotFound("person"))?;
    let found = with_states(conn, vec![person], now).await?;
    found.into_iter().next().ok_or(Error::NotFound("person"))
}

/// Every membership of each of these people, the latest joined first; rooms of pairs are theirs alone.
pub async fn memberships_of_people(
    conn: &Conn<'_>,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<Membership>>> {
    let found = membership::Entity::find()
        .join(JoinType::InnerJoin, membership::Relation::Community.def())
        .filter(membership::Column::PersonId.is_in(people.iter().copied()))
        .filter(community::Column::Kind.ne(CommunityKind::Pair))
        .order_by_desc(membership::Column::Id)
        .all(conn)
        .await?;
    let mut memberships: HashMap<PersonId, Vec<Membership>> = HashMap::new();
    for membership in found {
        memberships
            .entry(membership.person_id)
            .or_default()
            .push(membership);
    }
    Ok(memberships)
}

async fn with_states(
    conn: &Conn<'_>,
    people: Vec<Person>,
    now: DateTime<Utc>,
) -> Result<Vec<(Person, AccountState)>> {
    let waiting = people.iter().filter(|it| it.placeholder_of.is_some());
    let emails: Vec<&str> = waiting.filter_map(|it| it.email.as_deref()).collect();
    let invited: HashSet<String> = match emails.is_empty() {
        true => HashSet::new(),
        false => {
            let open = invitation::Entity::find()
                .select_only()
                .column(invitation::Column::Email)
                .filter(invitation::Column::Email.is_in(emails))
                .filter(super::is_open(now));
            let found: Vec<String> = open.into_tuple().all(conn).await?;
            found.into_iter().collect()
        }
    };
    let state = |person: &Person| {
        let is_invited = person.email.as_ref().is_some_and(|it| invited.contains(it));
        match (&person.suspended_at, &person.placeholder_of) {
            (Some(_), _) => AccountState::Suspended,
            (None, None) => AccountState::Active,
            (None, Some(_)) if is_invited => AccountState::Invited,
            (None, Some(_)) => AccountState::Placeholder,
        }
    };
    let stand = people.into_iter().map(|person| (state(&person), person));
    Ok(stand.map(|(state, person)| (person, state)).collect())
}

impl AccountFilter {
    fn condition(&self, now: DateTime<Utc>) -> Condition {
        let text = |pattern: &str| {
            let like = || containing(pattern);
            Condition::any()
                .add(lower(Expr::col((person::Entity, person::Column::Name))).like(like()))
                .add(Expr::col((person::Entity, person::Column::Handle)).like(like()))
                .add(Expr::col((person::Entity, person::Column::Email)).like(like()))
        };
        Condition::all()
            .add_option(self.text.as_deref().map(text))
            .add_option(self.state.map(|state| stands(state, now)))
            .add_option(self.role.map(|role| self.holds(role)))
    }

    fn holds(&self, role: OrganisationRole) -> Condition {
        match role {
            OrganisationRole::Administrator => {
                Condition::all().add(person::Column::AdministratorSince.is_not_null())
            }
            OrganisationRole::Auditor => {
                let named = self.auditors.iter().map(String::as_str);
                Condition::all().add(person::Column::Email.is_in(named))
            }
        }
    }
}

/// The rule of `with_states`, as SQL.
fn stands(state: AccountState, now: DateTime<Utc>) -> Condition {
    let suspended = person::Column::SuspendedAt;
    let waits = person::Column::PlaceholderOf;
    let invited = || Expr::exists(open_invitation(now));
    match state {
        AccountState::Active => Condition::all()
            .add(suspended.is_null())
            .add(waits.is_null()),
        AccountState::Suspended => Condition::all().add(suspended.is_not_null()),
        AccountState::Invited => Condition::all()
            .add(suspended.is_null())
            .add(waits.is_not_null())
            .add(invited()),
        AccountState::Placeholder => Condition::all()
            .add(suspended.is_null())
            .add(waits.is_not_null())
            .add(invited().not()),
    }
}

fn open_invitation(now: DateTime<Utc>) -> SelectStatement {
    let address = Expr::col((invitation::Entity, invitation::Column::Email));
    Query::select()
        .expr(Expr::val(1))
        .from(invitation::Entity)
        .and_where(address.eq(Expr::col((person::Entity, person::Column::Email))))
        .and_where(super::is_open(now))
        .to_owned()
}
