//! Who may see whom: people who share a community.
use crate::tables::{community, membership};
use crate::{CommunitySeen, PersonSeen};
use identity::Person;
use kernel::{Actor, CommunityId, Conn, Error, PersonId, Result};
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationTrait, Select,
};
use std::collections::{HashMap, HashSet};

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
