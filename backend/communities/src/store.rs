//! Every query on the tables of communities.
use crate::tables::{community, membership};
use crate::{Community, CommunityKind, CommunitySeen, Membership, Role};
use kernel::{Actor, CommunityId, Conn, Error, Result};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Expr, IntoCondition};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, SelectTwo,
};
use std::collections::{HashMap, HashSet};

mod accounts;
mod alumni;
mod calendar;
mod change;
mod invitations;
mod members;
mod mutes;
mod people;

pub use accounts::{
    AccountFilter, AccountState, OrganisationRole, account_by_id, accounts_page,
    memberships_of_people,
};
pub(crate) use alumni::*;
pub use alumni::{everybody_in, next_runs_of};
pub(crate) use calendar::*;
pub use calendar::{calendar_of, holidays_of};
pub use change::NewMember;
pub(crate) use change::*;
pub(crate) use invitations::*;
pub use invitations::{
    InvitationSeen, invitation_seen, open_invitations_page, open_invitations_to, openly_invited,
    take_back_invitations,
};
pub(crate) use members::*;
pub use members::{
    MemberFilter, is_member, leads_of, member_counts, members_among, members_by_handles,
    members_page, membership_seen, memberships_of, memberships_page, people_in_roles,
};
pub(crate) use mutes::*;
pub use mutes::{mute_by_id, mutes_in, mutes_of};
pub use people::{
    communities_in_common, communities_of_people, fellows_by_ids, people_beginning_with,
    person_seen, person_seen_by_handle,
};

/// More communities than one person belongs to.
const COMMUNITIES_MAX: u64 = 1_000;

/// Communities, each with the membership of the asker if there is one: one statement.
fn seen_by(actor: Actor) -> SelectTwo<community::Entity, membership::Entity> {
    // The nil id is nobody's: who is no person has no membership.
    let person: Uuid = actor.person().map_or(Uuid::nil(), Into::into);
    let own = community::Relation::Membership
        .def()
        .on_condition(move |_, membership| {
            Expr::col((membership, membership::Column::PersonId))
                .eq(person)
                .into_condition()
        });
    community::Entity::find()
        .join(JoinType::LeftJoin, own)
        .select_also(membership::Entity)
}

/// A community with the asker's place in it.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn community_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: CommunityId,
) -> Result<CommunitySeen> {
    one_seen(conn, seen_by(actor).filter(community::Column::Id.eq(id))).await
}

/// As `community_seen`, by the part of the address.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn community_seen_by_slug(
    conn: &Conn<'_>,
    actor: Actor,
    slug: &str,
) -> Result<CommunitySeen> {
    one_seen(
        conn,
        seen_by(actor).filter(community::Column::Slug.eq(slug)),
    )
    .await
}

/// The communities that the asker may see and that are not archived, by name.
pub async fn communities_open(conn: &Conn<'_>, actor: Actor) -> Result<Vec<CommunitySeen>> {
    let own = membership::Column::Id.is_not_null();
    let seen = match actor.administers() {
        true => own.or(community::Column::Kind.ne(CommunityKind::Pair)),
        false => own,
    };
    let open = seen_by(actor)
        .filter(seen)
        .filter(community::Column::ArchivedAt.is_null())
        .order_by_asc(community::Column::Name)
        .order_by_asc(community::Column::Id)
        .limit(COMMUNITIES_MAX)
        .all(conn)
        .await?;
    Ok(open.into_iter().map(seen_of).collect())
}

async fn one_seen(
    conn: &Conn<'_>,
    query: SelectTwo<community::Entity, membership::Entity>,
) -> Result<CommunitySeen> {
    let found = query.one(conn).await?;
    found.map(seen_of).ok_or(Error::NotFound("community"))
}

/// Those of these communities that the asker may see, each with their place in it.
pub async fn communities_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[CommunityId],
) -> Result<Vec<CommunitySeen>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let own = membership::Column::Id.is_not_null();
    // The room of a pair is for its people alone, whoever else asks.
    let seen = match actor.administers() {
        true => own.or(community::Column::Kind.ne(CommunityKind::Pair)),
        false => own,
    };
    let query = seen_by(actor)
        .filter(community::Column::Id.is_in(ids.iter().copied()))
        .filter(seen);
    let found = query.all(conn).await?;
    Ok(found.into_iter().map(seen_of).collect())
}

fn seen_of((community, membership): (Community, Option<Membership>)) -> CommunitySeen {
    CommunitySeen {
        community,
        membership,
    }
}

/// Every community the actor belongs to, by name; rooms of pairs are none.
pub(crate) async fn own_communities(conn: &Conn<'_>, actor: Actor) -> Result<Vec<CommunitySeen>> {
    let found = seen_by(actor)
        .filter(membership::Column::Id.is_not_null())
        .filter(community::Column::Kind.ne(CommunityKind::Pair))
        .order_by_asc(community::Column::Name)
        .limit(COMMUNITIES_MAX)
        .all(conn)
        .await?;
    Ok(found.into_iter().map(seen_of).collect())
}

/// The communities whose conversations the actor may read: the scope of `Read`.
pub async fn readable_community_ids(conn: &Conn<'_>, actor: Actor) -> Result<Vec<CommunityId>> {
    let readable = readable_communities(conn, actor).await?;
    Ok(readable.into_iter().map(|(id, _)| id).collect())
}

/// As `readable_community_ids`, each with what the actor is there; the platform is nothing anywhere.
pub async fn readable_communities(
    conn: &Conn<'_>,
    actor: Actor,
) -> Result<Vec<(CommunityId, Option<Role>)>> {
    match (actor, actor.person()) {
        (Actor::System, _) => {
            let all: Vec<CommunityId> = community::Entity::find()
                .select_only()
                .column(community::Column::Id)
                .into_tuple()
                .all(conn)
                .await?;
            Ok(all.into_iter().map(|id| (id, None)).collect())
        }
        (_, Some(person)) => {
            let own: Vec<(CommunityId, Role)> = membership::Entity::find()
                .select_only()
                .column(membership::Column::CommunityId)
                .column(membership::Column::Role)
                .filter(membership::Column::PersonId.eq(person))
                .into_tuple()
                .all(conn)
                .await?;
            Ok(own.into_iter().map(|(id, role)| (id, Some(role))).collect())
        }
        (_, None) => Ok(Vec::new()),
    }
}

/// The actor's communities that have norms they have not acknowledged yet, the newest first.
pub async fn communities_with_norms_ahead(
    conn: &Conn<'_>,
    actor: Actor,
) -> Result<Vec<CommunitySeen>> {
    let found = seen_by(actor)
        .filter(membership::Column::NormsAcknowledgedAt.is_null())
        .filter(membership::Column::Id.is_not_null())
        .filter(community::Column::Norms.ne(""))
        .filter(community::Column::ArchivedAt.is_null())
        .order_by_desc(membership::Column::JoinedAt)
        .limit(COMMUNITIES_MAX)
        .all(conn)
        .await?;
    Ok(found.into_iter().map(seen_of).collect())
}

/// How many hours each community promises to take at most until a moderator looks, where it does.
pub async fn answer_promises(conn: &Conn<'_>) -> Result<HashMap<CommunityId, i32>> {
    let found: Vec<(CommunityId, Option<i32>)> = community::Entity::find()
        .select_only()
        .column(community::Column::Id)
        .column(community::Column::AnswerPromiseHours)
        .filter(community::Column::AnswerPromiseHours.is_not_null())
        .filter(community::Column::ArchivedAt.is_null())
        .into_tuple()
        .all(conn)
        .await?;
    Ok(found
        .into_iter()
        .filter_map(|(id, hours)| Some((id, hours?)))
        .collect())
}

pub async fn community_by_id(conn: &Conn<'_>, id: CommunityId) -> Result<Option<Community>> {
    Ok(community::Entity::find_by_id(id).one(conn).await?)
}

/// Whether nothing goes on in a community.
///
/// # Errors
/// When the database fails.
pub async fn rests(conn: &Conn<'_>, id: CommunityId) -> Result<bool> {
    let place = community_by_id(conn, id).await?;
    Ok(place.is_none_or(|place| place.archived_at.is_some()))
}

/// Which of these are rooms of a few: what happens there is nobody else's.
pub async fn rooms_among(
    conn: &Conn<'_>,
    communities: &[CommunityId],
) -> Result<HashSet<CommunityId>> {
    if communities.is_empty() {
        return Ok(HashSet::new());
    }
    let rooms: Vec<CommunityId> = community::Entity::find()
        .select_only()
        .column(community::Column::Id)
        .filter(community::Column::Id.is_in(communities.iter().copied()))
        .filter(community::Column::Kind.eq(CommunityKind::Pair))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rooms.into_iter().collect())
}

pub async fn community_by_slug(conn: &Conn<'_>, slug: &str) -> Result<Option<Community>> {
    Ok(community::Entity::find()
        .filter(community::Column::Slug.eq(slug))
        .one(conn)
        .await?)
}
