//! Who may see whom: people who share a community.
use super::members::{like, lower, typed_name};
use crate::tables::{community, membership};
use crate::{CommunitySeen, PersonSeen, readable_by};
use identity::{Person, person};
use kernel::{Actor, CommunityId, Conn, Error, PersonId, Result};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select,
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// A person with what a policy needs to know of the asker and them.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn person_seen(conn: &Conn<'_>, actor: Actor, id: PersonId) -> Result<PersonSeen> {
    with_standing(conn, actor, identity::person_by_id(conn, id).await?).await
}

/// As `person_seen`, by handle.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn person_seen_by_handle(
    conn: &Conn<'_>,
    actor: Actor,
    handle: &str,
) -> Result<PersonSeen> {
    with_standing(conn, actor, identity::person_by_handle(conn, handle).await?).await
}

async fn with_standing(
    conn: &Conn<'_>,
    actor: Actor,
    person: Option<Person>,
) -> Result<PersonSeen> {
    let person = person.ok_or(Error::NotFound("person"))?;
    let shares_community = match actor.person() {
        Some(asker) => shared_by(asker, person.id).one(conn).await?.is_some(),
        None => false,
    };
    Ok(PersonSeen {
        person,
        shares_community,
    })
}

/// For each of these people, the communities to which the asker belongs as well, by name.
pub async fn communities_in_common(
    conn: &Conn<'_>,
    actor: Actor,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<CommunitySeen>>> {
    let own = super::own_communities(conn, actor).await?;
    let ids = own.iter().map(|seen| seen.community.id);
    let theirs: Vec<(PersonId, CommunityId)> = membership::Entity::find()
        .select_only()
        .column(membership::Column::PersonId)
        .column(membership::Column::CommunityId)
        .filter(membership::Column::PersonId.is_in(people.iter().copied()))
        .filter(membership::Column::CommunityId.is_in(ids))
        .into_tuple()
        .all(conn)
        .await?;
    let theirs: HashSet<(PersonId, CommunityId)> = theirs.into_iter().collect();
    let common = |person: PersonId| {
        let shared = own
            .iter()
            .filter(|seen| theirs.contains(&(person, seen.community.id)));
        (person, shared.cloned().collect())
    };
    Ok(people.iter().copied().map(common).collect())
}

fn shared_by(asker: PersonId, person: PersonId) -> Select<community::Entity> {
    let own = Query::select()
        .column(membership::Column::CommunityId)
        .from(membership::Entity)
        .and_where(membership::Column::PersonId.eq(asker))
        .to_owned();
    community::Entity::find()
        .join(JoinType::InnerJoin, community::Relation::Membership.def())
        .filter(membership::Column::PersonId.eq(person))
        .filter(community::Column::Id.in_subquery(own))
}

/// The communities of each of these people: for keeping an index, never for showing.
pub async fn communities_of_people(
    conn: &Conn<'_>,
    people: &[PersonId],
) -> Result<HashMap<PersonId, BTreeSet<CommunityId>>> {
    let found: Vec<(PersonId, CommunityId)> = membership::Entity::find()
        .select_only()
        .column(membership::Column::PersonId)
        .column(membership::Column::CommunityId)
        .filter(membership::Column::PersonId.is_in(people.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let mut communities: HashMap<PersonId, BTreeSet<CommunityId>> = HashMap::new();
    for (person, community) in found {
        communities.entry(person).or_default().insert(community);
    }
    Ok(communities)
}

/// Those of these people who share a community with the asker.
pub async fn fellows_by_ids(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[PersonId],
) -> Result<Vec<Person>> {
    Ok(fellows(actor)
        .filter(person::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?)
}

/// People who share a community with the asker.
fn fellows(actor: Actor) -> Select<person::Entity> {
    let theirs = (membership::Entity, membership::Column::CommunityId);
    let fellows = Query::select()
        .column(membership::Column::PersonId)
        .from(membership::Entity)
        .cond_where(readable_by(actor, theirs))
        .to_owned();
    person::Entity::find().filter(person::Column::Id.in_subquery(fellows))
}

/// People of the asker's communities whose handle or a word of whose name begins as typed; by name.
pub async fn people_beginning_with(
    conn: &Conn<'_>,
    actor: Actor,
    typed: &str,
    limit: u64,
) -> Result<Vec<Person>> {
    let typed = typed_name(typed);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    Ok(fellows(actor)
        .filter(named_beginning_with(&typed))
        .order_by_asc(lower(Expr::col(person::Column::Name)))
        .limit(limit)
        .all(conn)
        .await?)
}

fn named_beginning_with(typed: &str) -> Condition {
    let name = || Expr::col((person::Entity, person::Column::Name));
    // SQLite lowers ASCII alone: a name with another capital is met as it is written.
    let mut letters = typed.chars();
    let capital = letters.next().map(char::to_uppercase);
    let capitalised: String = capital.into_iter().flatten().chain(letters).collect();
    Condition::any()
        .add(lower(name()).like(like(["", typed, "%"])))
        .add(lower(name()).like(like(["% ", typed, "%"])))
        .add(name().like(like(["", &capitalised, "%"])))
        .add(name().like(like(["% ", &capitalised, "%"])))
        .add(Expr::col((person::Entity, person::Column::Handle)).like(like(["", typed, "%"])))
}
