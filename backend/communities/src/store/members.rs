//! Reading memberships.
use super::COMMUNITIES_MAX;
use crate::tables::{community, membership};
use crate::{Community, CommunityKind, CommunitySeen, Membership, Read, Role};
use identity::{Person, person};
use kernel::{
    Actor, CommunityId, Conn, Error, First, MembershipId, Page, Permit, PersonId, Result, key_of,
    keys_of,
};
use sea_orm::sea_query::{Condition, Expr, Func, LikeExpr};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, Select,
};
use std::collections::{HashMap, HashSet};

/// More facilitators than a community is led by.
const LEADS_MAX: u64 = 200;

/// Which members of a community are asked for.
#[derive(Clone, Debug, Default)]
pub struct MemberFilter {
    /// Part of a name or handle.
    pub text: Option<String>,
    pub role: Option<Role>,
}

/// Members with who they are, by name. `after` is the cursor of the last one seen.
pub async fn members_page(
    conn: &Conn<'_>,
    seen: &Permit<Read, CommunitySeen>,
    filter: &MemberFilter,
    (first, after): (First, Option<&str>),
) -> Result<Page<(Membership, Person)>> {
    let name = || lower(Expr::col((person::Entity, person::Column::Name)));
    let mut query = members()
        .select_also(person::Entity)
        .filter(membership::Column::CommunityId.eq(seen.community.id));
    if let Some(role) = filter.role {
        query = query.filter(membership::Column::Role.eq(role));
    }
    if let Some(text) = &filter.text {
        let pattern = containing(text);
        let matching = Condition::any()
            .add(name().like(pattern.clone()))
            .add(Expr::col((person::Entity, person::Column::Handle)).like(pattern));
        query = query.filter(matching);
    }
    if let Some(after) = after {
        let (last_id, last_name): (MembershipId, String) = keys_of(after)?;
        let last_name = || lower(Expr::val(last_name.clone()));
        let beyond = Condition::any().add(name().gt(last_name())).add(
            name()
                .eq(last_name())
                .and(membership::Column::Id.gt(last_id)),
        );
        query = query.filter(beyond);
    }
    let rows = query
        .order_by_asc(name())
        .order_by_asc(membership::Column::Id)
        .limit(first.and_one())
        .all(conn)
        .await?;
    Ok(Page::cut(both(rows), first, |(membership, person)| {
        format!("{} {}", membership.id, person.name)
    }))
}

/// The communities a person belongs to, with the memberships, the latest joined first.
pub async fn memberships_page(
    conn: &Conn<'_>,
    person: PersonId,
    (first, after): (First, Option<&str>),
) -> Result<Page<(Membership, Community)>> {
    let mut query = of_person(person)
        .filter(community::Column::Kind.ne(CommunityKind::Pair))
        .select_also(community::Entity);
    if let Some(after) = after {
        let last: MembershipId = key_of(after)?;
        query = query.filter(membership::Column::Id.lt(last));
    }
    let rows = query
        .order_by_desc(membership::Column::Id)
        .limit(first.and_one())
        .all(conn)
        .await?;
    Ok(Page::cut(both(rows), first, |(membership, _)| {
        membership.id.to_string()
    }))
}

/// The community a person has belonged to for longest, with the membership.
pub(crate) async fn first_membership(
    conn: &Conn<'_>,
    person: PersonId,
) -> Result<Option<(Membership, Community)>> {
    let first = of_person(person)
        .filter(community::Column::Kind.ne(CommunityKind::Pair))
        .select_also(community::Entity)
        .order_by_asc(membership::Column::Id)
        .one(conn)
        .await?;
    Ok(first.and_then(|(membership, community)| Some((membership, community?))))
}

/// Every membership of a person.
pub async fn memberships_of(conn: &Conn<'_>, person: PersonId) -> Result<Vec<Membership>> {
    Ok(membership::Entity::find()
        .filter(membership::Column::PersonId.eq(person))
        .limit(COMMUNITIES_MAX)
        .all(conn)
        .await?)
}

/// Whether the asker belongs to a community.
pub async fn is_member(conn: &Conn<'_>, actor: Actor, community: CommunityId) -> Result<bool> {
    match actor.person() {
        Some(person) => Ok(membership_of(conn, community, person).await?.is_some()),
        None => Ok(false),
    }
}

/// Those of these people who are members.
pub async fn members_among(
    conn: &Conn<'_>,
    community: CommunityId,
    people: &HashSet<PersonId>,
) -> Result<HashSet<PersonId>> {
    const ASKED_MAX: usize = 1_000;
    let people: Vec<PersonId> = people.iter().copied().collect();
    let mut members = HashSet::new();
    for some in people.chunks(ASKED_MAX) {
        let found: Vec<PersonId> = membership::Entity::find()
            .select_only()
            .column(membership::Column::PersonId)
            .filter(membership::Column::CommunityId.eq(community))
            .filter(membership::Column::PersonId.is_in(some.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        members.extend(found);
    }
    Ok(members)
}

pub(crate) async fn membership_of(
    conn: &Conn<'_>,
    community: CommunityId,
    person: PersonId,
) -> Result<Option<Membership>> {
    Ok(membership::Entity::find()
        .filter(membership::Column::CommunityId.eq(community))
        .filter(membership::Column::PersonId.eq(person))
        .one(conn)
        .await?)
}

/// A membership and its community as the asker sees it.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn membership_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: MembershipId,
) -> Result<(Membership, CommunitySeen)> {
    let membership = membership::Entity::find_by_id(id)
        .one(conn)
        .await?
        .ok_or(Error::NotFound("membership"))?;
    let seen = super::community_seen(conn, actor, membership.community_id).await?;
    Ok((membership, seen))
}

/// How many members each of these communities has.
pub async fn member_counts(
    conn: &Conn<'_>,
    communities: &[CommunityId],
) -> Result<HashMap<CommunityId, i64>> {
    let counts: Vec<(CommunityId, i64)> = membership::Entity::find()
        .select_only()
        .column(membership::Column::CommunityId)
        .column_as(membership::Column::Id.count(), "members")
        .filter(membership::Column::CommunityId.is_in(communities.iter().copied()))
        .group_by(membership::Column::CommunityId)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(counts.into_iter().collect())
}

/// The facilitators of each of these communities, by name.
pub async fn leads_of(
    conn: &Conn<'_>,
    communities: &[CommunityId],
) -> Result<HashMap<CommunityId, Vec<Person>>> {
    let rows = members()
        .select_also(person::Entity)
        .filter(membership::Column::CommunityId.is_in(communities.iter().copied()))
        .filter(membership::Column::Role.eq(Role::Facilitator))
        .order_by_asc(person::Column::Name)
        .limit(LEADS_MAX)
        .all(conn)
        .await?;
    let mut leads: HashMap<CommunityId, Vec<Person>> = HashMap::new();
    for (membership, person) in both(rows) {
        leads
            .entry(membership.community_id)
            .or_default()
            .push(person);
    }
    Ok(leads)
}

/// The members of a community who have one of these roles, by name.
pub async fn people_in_roles(
    conn: &Conn<'_>,
    community: CommunityId,
    roles: &[Role],
) -> Result<Vec<Person>> {
    let rows = members()
        .select_also(person::Entity)
        .filter(membership::Column::CommunityId.eq(community))
        .filter(membership::Column::Role.is_in(roles.iter().copied()))
        .order_by_asc(person::Column::Name)
        .order_by_asc(person::Column::Id)
        .limit(LEADS_MAX)
        .all(conn)
        .await?;
    Ok(both(rows).into_iter().map(|(_, person)| person).collect())
}

/// How many facilitators a community has.
pub(crate) async fn facilitator_count(conn: &Conn<'_>, community: CommunityId) -> Result<usize> {
    let ids: Vec<MembershipId> = membership::Entity::find()
        .select_only()
        .column(membership::Column::Id)
        .filter(membership::Column::CommunityId.eq(community))
        .filter(membership::Column::Role.eq(Role::Facilitator))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(ids.len())
}

/// The members with these handles: whom a mention reaches.
pub async fn members_by_handles(
    conn: &Conn<'_>,
    community: CommunityId,
    handles: &[String],
) -> Result<Vec<Person>> {
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    let rows = members()
        .select_also(person::Entity)
        .filter(membership::Column::CommunityId.eq(community))
        .filter(person::Column::Handle.is_in(handles))
        .all(conn)
        .await?;
    Ok(both(rows).into_iter().map(|(_, person)| person).collect())
}

fn members() -> Select<membership::Entity> {
    membership::Entity::find().join(JoinType::InnerJoin, membership::Relation::Person.def())
}

fn of_person(person: PersonId) -> Select<membership::Entity> {
    membership::Entity::find()
        .join(JoinType::InnerJoin, membership::Relation::Community.def())
        .filter(membership::Column::PersonId.eq(person))
}

/// The pairs of an inner join, which always has both.
fn both<A, B>(rows: Vec<(A, Option<B>)>) -> Vec<(A, B)> {
    rows.into_iter()
        .filter_map(|(a, b)| Some((a, b?)))
        .collect()
}

pub(super) fn lower(text: Expr) -> Expr {
    Func::lower(text).into()
}

pub(super) fn containing(text: &str) -> LikeExpr {
    like(["%", &typed_name(text), "%"])
}

/// What was typed to find somebody, as it is compared: in lower case, without the @ of a handle.
pub(super) fn typed_name(text: &str) -> String {
    let text = kernel::clean_line(text).to_lowercase();
    text.trim_start_matches('@').to_owned()
}

/// A pattern in which `middle` means itself.
pub(super) fn like([before, middle, after]: [&str; 3]) -> LikeExpr {
    let mut pattern = before.to_owned();
    for c in middle.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push_str(after);
    LikeExpr::new(pattern).escape('\\')
}
