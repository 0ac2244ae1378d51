//! What people say is wrong.
use crate::policy::{FlagSeen, Flagged, Keep, Raise};
use crate::tables::flag::{self, Column};
use crate::{Decision, Flag, FlagState};
use chrono::{DateTime, Utc};
use communities::{join_standing, standing_of};
use kernel::{
    Actor, Conn, Error, First, FlagId, Page, Permit, PersonId, PostId, Result, Tx, keys_of,
    select_all_of,
};
use sea_orm::sea_query::{Condition, Expr, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait,
    FromQueryResult, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

/// A flag, with where the asker stands.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn flag_seen(conn: &Conn<'_>, actor: Actor, id: FlagId) -> Result<FlagSeen> {
    let mut query = Query::select();
    query.from(flag::Entity);
    select_all_of::<flag::Entity>(&mut query, "f_");
    join_standing(&mut query, actor, (flag::Entity, Column::CommunityId));
    query.and_where(Expr::col((flag::Entity, Column::Id)).eq(id));
    let row = conn
        .query_one(&query)
        .await?
        .ok_or(Error::NotFound("flag"))?;
    Ok(FlagSeen {
        flag: Flag::from_query_result(&row, "f_")?,
        standing: standing_of(&row)?,
    })
}

/// A page of what the asker flagged, the latest first.
pub async fn own_flags(
    conn: &Conn<'_>,
    actor: Actor,
    (first, after): (First, Option<&str>),
) -> Result<Page<Flag>> {
    let mut query = flag::Entity::find()
        .filter(Column::PersonId.eq(actor.person()))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, FlagId) = keys_of(cursor)?;
        let older = Condition::any()
            .add(Column::CreatedAt.lt(at))
            .add(Column::CreatedAt.eq(at).and(Column::Id.lt(id)));
        query = query.filter(older);
    }
    Ok(Page::cut(query.all(conn).await?, first, |flag| {
        format!("{} {}", flag.created_at.to_rfc3339(), flag.id)
    }))
}

/// The flags on posts that are not withdrawn, the oldest first, for whoever may know them.
pub async fn flags_on(conn: &Conn<'_>, posts: &[PostId]) -> Result<Vec<Flag>> {
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(flag::Entity::find()
        .filter(Column::PostId.is_in(posts.iter().copied()))
        .filter(Column::State.ne(FlagState::Withdrawn))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(conn)
        .await?)
}

/// Since when each of these posts has an open flag.
pub(crate) async fn flagged_since(
    conn: &Conn<'_>,
    posts: &[PostId],
) -> Result<HashMap<PostId, DateTime<Utc>>> {
    let flags = flags_on(conn, posts).await?;
    let mut since = HashMap::new();
    for flag in flags.iter().filter(|flag| flag.state == FlagState::Open) {
        since.entry(flag.post_id).or_insert(flag.created_at);
    }
    Ok(since)
}

/// When a person raised each of their newest flags since then, the oldest first.
pub(crate) async fn flags_since(
    conn: &Conn<'_>,
    person: PersonId,
    (since, limit): (DateTime<Utc>, u64),
) -> Result<Vec<DateTime<Utc>>> {
    let mut times: Vec<DateTime<Utc>> = flag::Entity::find()
        .select_only()
        .column(Column::CreatedAt)
        .filter(Column::PersonId.eq(person))
        .filter(Column::CreatedAt.gt(since))
        .order_by_desc(Column::CreatedAt)
        .limit(limit)
        .into_tuple()
        .all(conn)
        .await?;
    times.reverse();
    Ok(times)
}

/// The open flag of a person on a post, if there is one.
pub(crate) async fn open_flag(
    conn: &Conn<'_>,
    post: PostId,
    person: PersonId,
) -> Result<Option<Flag>> {
    Ok(flag::Entity::find()
        .filter(Column::PostId.eq(post))
        .filter(Column::PersonId.eq(person))
        .filter(Column::State.eq(FlagState::Open))
        .one(conn)
        .await?)
}

pub(crate) async fn insert_flag(tx: &Tx, _: &Permit<Raise, Flagged>, row: Flag) -> Result<()> {
    flag::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn withdraw_flag(tx: &Tx, seen: &Permit<Keep, FlagSeen>) -> Result<Flag> {
    let row = flag::ActiveModel {
        id: Set(seen.flag.id),
        state: Set(FlagState::Withdrawn),
        decided_at: Set(Some(tx.now())),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// What became of flags.
pub(crate) struct Verdict<'a> {
    pub state: FlagState,
    pub decision: Option<Decision>,
    pub outcome: Option<&'a str>,
    pub at: Option<DateTime<Utc>>,
}

/// Writes what became of these flags, as part of what a moderator decides.
pub(crate) async fn decide_flags(tx: &Tx, flags: &[FlagId], verdict: Verdict<'_>) -> Result<()> {
    if flags.is_empty() {
        return Ok(());
    }
    let changed = flag::ActiveModel {
        state: Set(verdict.state),
        decision: Set(verdict.decision),
        outcome: Set(verdict.outcome.map(str::to_owned)),
        decided_at: Set(verdict.at),
        ..Default::default()
    };
    flag::Entity::update_many()
        .set(changed)
        .filter(Column::Id.is_in(flags.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// These flags, for whoever decides about them.
pub(crate) async fn flags_by_ids(conn: &Conn<'_>, flags: &[FlagId]) -> Result<Vec<Flag>> {
    if flags.is_empty() {
        return Ok(Vec::new());
    }
    Ok(flag::Entity::find()
        .filter(Column::Id.is_in(flags.iter().copied()))
        .all(conn)
        .await?)
}
