//! Posts that resemble a misconception.
use crate::ClaimMatch;
use crate::policy::{ClaimMatchSeen, Steer};
use crate::precision::Watched;
use crate::tables::claim_match;
use channels::ThreadSeen;
use chrono::{DateTime, Utc};
use kernel::{
    Actor, ClaimMatchId, CommunityId, Conn, Error, First, MisconceptionId, Page, Permit, PostId,
    Result, ThreadId, Tx, keys_of,
};
use sea_orm::sea_query::{Condition, ExprTrait, OnConflict};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::HashMap;
use std::sync::Arc;

/// A suggestion, in its conversation.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn claim_match_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: ClaimMatchId,
) -> Result<ClaimMatchSeen> {
    let found = claim_match::Entity::find_by_id(id).one(conn).await?;
    let claim_match = found.ok_or(Error::NotFound("match"))?;
    let thread = channels::thread_seen(conn, actor, claim_match.thread_id).await?;
    Ok(ClaimMatchSeen {
        claim_match,
        thread: Arc::new(thread),
    })
}

/// A page of what waits to be decided in a community, the newest first; for who moderates it.
pub async fn claim_matches(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
    (first, after): (First, Option<&str>),
) -> Result<Page<ClaimMatchSeen>> {
    use claim_match::Column;
    let mut query = claim_match::Entity::find()
        .filter(Column::CommunityId.eq(community))
        .filter(Column::DecidedAt.is_null())
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, ClaimMatchId) = keys_of(cursor)?;
        let older = Condition::any()
            .add(Column::CreatedAt.lt(at))
            .add(Column::CreatedAt.eq(at).and(Column::Id.lt(id)));
        query = query.filter(older);
    }
    let found = query.all(conn).await?;
    let threads: Vec<ThreadId> = found.iter().map(|it| it.thread_id).collect();
    let threads = channels::threads_visible_to(conn, actor, &threads).await?;
    let threads: HashMap<ThreadId, Arc<ThreadSeen>> = threads
        .into_iter()
        .map(|seen| (seen.thread.id, Arc::new(seen)))
        .collect();
    let page = Page::cut(found, first, |it| {
        format!("{} {}", it.created_at.to_rfc3339(), it.id)
    });
    let seen = page.items.into_iter().filter_map(|(cursor, claim_match)| {
        let thread = threads.get(&claim_match.thread_id)?.clone();
        Some((
            cursor,
            ClaimMatchSeen {
                claim_match,
                thread,
            },
        ))
    });
    Ok(Page {
        items: seen.collect(),
        has_next: page.has_next,
    })
}

/// What these posts resemble, while nobody has said whether they do; for who moderates them. What is most
/// alike stands first.
pub async fn suggested_for(conn: &Conn<'_>, posts: &[PostId]) -> Result<Vec<ClaimMatch>> {
    use claim_match::Column;
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    Ok(claim_match::Entity::find()
        .filter(Column::PostId.is_in(posts.iter().copied()))
        .filter(Column::DecidedAt.is_null())
        .order_by_desc(Column::Score)
        .order_by_asc(Column::Id)
        .all(conn)
        .await?)
}

/// What became of what the watch suggested for each of these.
pub async fn watched(
    conn: &Conn<'_>,
    ids: &[MisconceptionId],
) -> Result<HashMap<MisconceptionId, Watched>> {
    use claim_match::Column;
    let rows: Vec<(MisconceptionId, Option<bool>, i64)> = claim_match::Entity::find()
        .select_only()
        .column(Column::MisconceptionId)
        .column(Column::IsConfirmed)
        .column_as(Column::Id.count(), "matches")
        .filter(Column::MisconceptionId.is_in(ids.iter().copied()))
        .group_by(Column::MisconceptionId)
        .group_by(Column::IsConfirmed)
        .into_tuple()
        .all(conn)
        .await?;
    let mut of: HashMap<MisconceptionId, Watched> = HashMap::new();
    for (id, is_confirmed, matches) in rows {
        let matches = u64::try_from(matches).unwrap_or(0);
        let watched = of.entry(id).or_default();
        watched.suggested += matches;
        match is_confirmed {
            Some(true) => watched.confirmed += matches,
            Some(false) => watched.dismissed += matches,
            None => {}
        }
    }
    Ok(of)
}

/// Writes down what resembles what; returns what was not known.
pub(crate) async fn insert_matches(tx: &Tx, rows: Vec<ClaimMatch>) -> Result<Vec<ClaimMatch>> {
    use claim_match::Column;
    if rows.is_empty() {
        return Ok(rows);
    }
    let conn = tx.conn();
    let posts: Vec<PostId> = rows.iter().map(|it| it.post_id).collect();
    let known: Vec<(MisconceptionId, PostId)> = claim_match::Entity::find()
        .select_only()
        .column(Column::MisconceptionId)
        .column(Column::PostId)
        .filter(Column::PostId.is_in(posts))
        .into_tuple()
        .all(&conn)
        .await?;
    let mut rows = rows;
    rows.retain(|it| !known.contains(&(it.misconception_id, it.post_id)));
    if rows.is_empty() {
        return Ok(rows);
    }
    let known = OnConflict::columns([Column::MisconceptionId, Column::PostId])
        .do_nothing()
        .to_owned();
    let models = rows.iter().cloned().map(IntoActiveModel::into_active_model);
    claim_match::Entity::insert_many(models)
        .on_conflict(known)
        .exec_without_returning(&conn)
        .await?;
    Ok(rows)
}

/// Writes down what a moderator made of a suggestion.
pub(crate) async fn decide(
    tx: &Tx,
    _: &Permit<Steer, ClaimMatchSeen>,
    decided: ClaimMatch,
) -> Result<ClaimMatch> {
    let row: claim_match::ActiveModel = decided.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}
