//! The policy as SQL: what `policy.rs` says of one community, said of a whole list.
//!
//! `tests/it/policy.rs` holds the two against each other.
use crate::{Role, community, membership};
use chrono::{DateTime, Utc};
use kernel::{Actor, CommunityId, Conn, PersonId, Result};
use sea_orm::sea_query::{
    Alias, Condition, Expr, ExprTrait, IntoColumnRef, Query, SelectStatement,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryResult};
use std::collections::HashMap;

/// Where the asker stands in the community of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub role: Role,
    pub since: DateTime<Utc>,
    /// Since when the community is archived.
    pub archived_at: Option<DateTime<Utc>>,
    /// Until when the asker reads there and does not write.
    pub muted_until: Option<DateTime<Utc>>,
}

const ROLE: &str = "standing_role";
const SINCE: &str = "standing_since";
const ARCHIVED_AT: &str = "standing_archived_at";
const MUTED_UNTIL: &str = "standing_muted_until";

/// Joins the asker's membership and its community to each row; `community` names the row's community.
pub fn join_standing(query: &mut SelectStatement, actor: Actor, community: impl IntoColumnRef) {
    let standing = Alias::new("standing");
    let place = Alias::new("standing_place");
    let column = |name: &str| Expr::col((standing.clone(), Alias::new(name.to_owned())));
    let place_column = |name: &str| Expr::col((place.clone(), Alias::new(name.to_owned())));
    let theirs = column("community_id")
        .eq(Expr::col(community))
        .and(column("person_id").eq(actor.person()));
    let its_place = place_column("id").eq(column("community_id"));
    query
        .join_as(
            sea_orm::JoinType::LeftJoin,
            Alias::new("membership"),
            standing.clone(),
            Condition::all().add(theirs),
        )
        .join_as(
            sea_orm::JoinType::LeftJoin,
            Alias::new("community"),
            place.clone(),
            Condition::all().add(its_place),
        )
        .expr_as(column("role"), Alias::new(ROLE))
        .expr_as(column("joined_at"), Alias::new(SINCE))
        .expr_as(column("muted_until"), Alias::new(MUTED_UNTIL))
        .expr_as(place_column("archived_at"), Alias::new(ARCHIVED_AT));
}

/// Reads what `join_standing` added: nothing when the asker is no member.
pub fn standing_of(row: &QueryResult) -> Result<Option<Standing>> {
    let role: Option<Role> = row.try_get("", ROLE)?;
    let since: Option<DateTime<Utc>> = row.try_get("", SINCE)?;
    let archived_at: Option<DateTime<Utc>> = row.try_get("", ARCHIVED_AT)?;
    let muted_until: Option<DateTime<Utc>> = row.try_get("", MUTED_UNTIL)?;
    Ok(role.zip(since).map(|(role, since)| Standing {
        role,
        since,
        archived_at,
        muted_until,
    }))
}

/// Only rows (joined by `join_standing`) in whose community, which is not archived, the asker has one
/// of these roles.
pub fn standing_is_one_of(roles: &[Role]) -> Condition {
    let role = Expr::col((Alias::new("standing"), Alias::new("role")));
    let archived_at = Expr::col((Alias::new("standing_place"), Alias::new("archived_at")));
    Condition::all()
        .add(role.is_in(roles.iter().copied()))
        .add(archived_at.is_null())
}

/// Only rows whose community's conversations the asker may read: a member, or the platform itself.
pub fn readable_by(actor: Actor, community: impl IntoColumnRef) -> Condition {
    match actor {
        Actor::System => Condition::all(),
        Actor::Anonymous => Condition::all().add(Expr::val(1).eq(0)),
        Actor::Person(person) | Actor::Administrator(person) => {
            let theirs = Query::select()
                .column(Alias::new("community_id"))
                .from(Alias::new("membership"))
                .and_where(Expr::col(Alias::new("person_id")).eq(person))
                .to_owned();
            Condition::all().add(Expr::col(community).in_subquery(theirs))
        }
    }
}

/// Only rows of communities that the asker moderates, archived or not: the scope of `Oversee`.
pub fn overseen_by(actor: Actor, community: impl IntoColumnRef) -> Condition {
    let theirs = Query::select()
        .column(Alias::new("community_id"))
        .from(Alias::new("membership"))
        .and_where(Expr::col(Alias::new("person_id")).eq(actor.person()))
        .and_where(Expr::col(Alias::new("role")).is_in([Role::Moderator, Role::Facilitator]))
        .to_owned();
    match actor {
        Actor::System => Condition::all(),
        Actor::Anonymous => Condition::all().add(Expr::val(1).eq(0)),
        Actor::Person(_) | Actor::Administrator(_) => {
            Condition::all().add(Expr::col(community).in_subquery(theirs))
        }
    }
}

/// Only rows whose `at` is not before the asker joined the row's community.
pub fn since_joining(
    actor: Actor,
    community: impl IntoColumnRef,
    at: impl IntoColumnRef,
) -> Condition {
    let column = |name: &'static str| Expr::col((Alias::new("joined"), Alias::new(name)));
    let joined = Query::select()
        .expr(Expr::val(1))
        .from_as(Alias::new("membership"), Alias::new("joined"))
        .and_where(column("community_id").eq(Expr::col(community)))
        .and_where(column("person_id").eq(actor.person()))
        .and_where(column("joined_at").lte(Expr::col(at)))
        .to_owned();
    Condition::all().add(Expr::exists(joined))
}

/// Where everybody stands in one community, for whoever delivers to many at once.
pub async fn standings(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<HashMap<PersonId, Standing>> {
    let place = community::Entity::find_by_id(community).one(conn).await?;
    let archived_at = place.and_then(|place| place.archived_at);
    let members = membership::Entity::find()
        .filter(membership::Column::CommunityId.eq(community))
        .all(conn)
        .await?;
    let standings = members.into_iter().map(|member| {
        let standing = Standing {
            role: member.role,
            since: member.joined_at,
            archived_at,
            muted_until: member.muted_until,
        };
        (member.person_id, standing)
    });
    Ok(standings.collect())
}
