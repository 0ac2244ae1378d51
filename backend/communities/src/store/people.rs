//! Who may see whom: people who share a community.
use super::COMMUNITIES_MAX;
use crate::tables::{community, membership};
use crate::{Community, PersonSeen};
use identity::Person;
use kernel::{Actor, Conn, Error, PersonId, Result};
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select,
};

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

/// The communities to which both the asker and this person belong, by name.
pub async fn communities_in_common(
    conn: &Conn<'_>,
    actor: Actor,
    person: PersonId,
) -> Result<Vec<Community>> {
    let Some(asker) = actor.person() else {
        return Ok(Vec::new());
    };
    Ok(shared_by(asker, person)
        .order_by_asc(community::Column::Name)
        .limit(COMMUNITIES_MAX)
        .all(conn)
        .await?)
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
