//! What was handed in.
use crate::policy::{EvidenceSeen, RoundSeen};
use crate::tables::{Evidence, Feedback, evidence, feedback};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, Conn, Error, EvidenceId, FeedbackRoundId, First, Page, Permit, PersonId, PostId, Result,
    ThreadId, Tx, keys_of,
};
use sea_orm::sea_query::{Condition, ExprTrait, Order};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use evidence::Column;

/// Each with its round, its conversation and all that was asked of it, where the viewer may read that
/// conversation.
pub(super) async fn all_seen(
    conn: &Conn<'_>,
    actor: Actor,
    rows: Vec<Evidence>,
) -> Result<Vec<EvidenceSeen>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (rounds, threads): (HashSet<_>, Vec<_>) =
        rows.iter().map(|it| (it.round_id, it.thread_id)).unzip();
    let rounds: Vec<FeedbackRoundId> = rounds.into_iter().collect();
    let rounds = super::rounds_by_ids(conn, actor, &rounds).await?;
    let rounds: HashMap<FeedbackRoundId, Arc<RoundSeen>> = rounds
        .into_iter()
        .map(|seen| (seen.round.id, Arc::new(seen)))
        .collect();
    let threads = channels::threads_visible_to(conn, actor, &threads).await?;
    let threads: HashMap<ThreadId, _> = threads
        .into_iter()
        .map(|seen| (seen.thread.id, Arc::new(seen)))
        .collect();
    let (mut asked, shown) = asked_of(conn, actor, &rows).await?;
    let seen = rows.into_iter().filter_map(|row| {
        let feedback = asked.remove(&row.id).unwrap_or_default();
        let posts = feedback.iter().filter_map(|it| it.post_id);
        Some(EvidenceSeen {
            round: rounds.get(&row.round_id)?.clone(),
            thread: threads.get(&row.thread_id)?.clone(),
            shown: posts.filter(|it| shown.contains(it)).collect(),
            feedback,
            evidence: row,
        })
    });
    Ok(seen.collect())
}

type AskedOf = (HashMap<EvidenceId, Vec<Feedback>>, HashSet<PostId>);

/// What was asked of each, the oldest first, and which replies the viewer may read.
async fn asked_of(conn: &Conn<'_>, actor: Actor, rows: &[Evidence]) -> Result<AskedOf> {
    let all = feedback::Entity::find()
        .filter(feedback::Column::EvidenceId.is_in(rows.iter().map(|it| it.id)))
        .order_by_asc(feedback::Column::AskedAt)
        .order_by_asc(feedback::Column::Id)
        .all(conn)
        .await?;
    let posts: Vec<PostId> = all.iter().filter_map(|it| it.post_id).collect();
    let shown = match posts.is_empty() {
        true => HashSet::new(),
        false => {
            let seen = channels::posts_visible_to(conn, actor, &posts).await?;
            seen.into_iter().map(|seen| seen.post.id).collect()
        }
    };
    let mut of: HashMap<EvidenceId, Vec<Feedback>> = HashMap::new();
    for row in all {
        of.entry(row.evidence_id).or_default().push(row);
    }
    Ok((of, shown))
}

/// What was handed in, as the viewer sees it.
///
/// # Errors
/// `NotFound` when there is none in a conversation that the viewer may read.
pub async fn evidence_seen(conn: &Conn<'_>, actor: Actor, id: EvidenceId) -> Result<EvidenceSeen> {
    let found = evidence_by_ids(conn, actor, &[id]).await?.pop();
    found.ok_or(Error::NotFound("evidence"))
}

/// Of these, those in conversations that the viewer may read.
pub async fn evidence_by_ids(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[EvidenceId],
) -> Result<Vec<EvidenceSeen>> {
    let rows = evidence::Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    all_seen(conn, actor, rows).await
}

/// What the viewer handed in to these rounds, and did not take back.
pub async fn own_evidence(
    conn: &Conn<'_>,
    actor: Actor,
    rounds: &[FeedbackRoundId],
) -> Result<Vec<EvidenceSeen>> {
    let rows = evidence::Entity::find()
        .filter(Column::RoundId.is_in(rounds.iter().copied()))
        .filter(Column::PersonId.eq(actor.person()))
        .filter(Column::WithdrawnAt.is_null())
        .all(conn)
        .await?;
    all_seen(conn, actor, rows).await
}

/// All that was handed in to a round, for who leads: what lacks feedback first, of that what waits
/// longest.
pub async fn evidence_in(
    conn: &Conn<'_>,
    actor: Actor,
    round: FeedbackRoundId,
    (first, after): (First, Option<&str>),
) -> Result<Page<EvidenceSeen>> {
    let mut query = evidence::Entity::find()
        .filter(Column::RoundId.eq(round))
        .filter(Column::WithdrawnAt.is_null())
        .order_by(Column::CompleteAt.is_not_null(), Order::Asc)
        .order_by_asc(Column::HandedInAt)
        .order_by_asc(Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (done, rest): (i32, String) = keys_of(cursor)?;
        let (at, id): (DateTime<Utc>, EvidenceId) = keys_of(&kernel::cursor_of(&rest))?;
        let same = Column::HandedInAt.eq(at).and(Column::Id.gt(id));
        let later = Condition::any().add(Column::HandedInAt.gt(at)).add(same);
        let is_done = Column::CompleteAt.is_not_null();
        let beyond = match done {
            0 => {
                let among = Condition::all().add(Column::CompleteAt.is_null());
                Condition::any().add(is_done).add(among.add(later))
            }
            _ => Condition::all().add(is_done).add(later),
        };
        query = query.filter(beyond);
    }
    let page = Page::cut(query.all(conn).await?, first, |row| {
        let done = i32::from(row.complete_at.is_some());
        format!("{done} {} {}", row.handed_in_at.to_rfc3339(), row.id)
    });
    let rows = page.nodes().cloned().collect();
    let seen = all_seen(conn, actor, rows).await?;
    let mut of: HashMap<EvidenceId, EvidenceSeen> =
        seen.into_iter().map(|it| (it.evidence.id, it)).collect();
    let items = page.items.into_iter();
    let items = items.filter_map(|(cursor, row)| Some((cursor, of.remove(&row.id)?)));
    Ok(Page {
        items: items.collect(),
        has_next: page.has_next,
    })
}

/// What stands of one person in a round.
pub(crate) async fn standing_of_person(
    conn: &Conn<'_>,
    round: FeedbackRoundId,
    person: PersonId,
) -> Result<Option<Evidence>> {
    Ok(evidence::Entity::find()
        .filter(Column::RoundId.eq(round))
        .filter(Column::PersonId.eq(person))
        .filter(Column::WithdrawnAt.is_null())
        .one(conn)
        .await?)
}

/// What was handed in, whoever asks.
pub(crate) async fn evidence_row(conn: &Conn<'_>, id: EvidenceId) -> Result<Evidence> {
    let found = evidence::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("evidence"))
}

/// What was handed in as these conversations, whoever asks.
pub(crate) async fn evidence_of_threads(
    conn: &Conn<'_>,
    threads: &[ThreadId],
) -> Result<Vec<Evidence>> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    Ok(evidence::Entity::find()
        .filter(Column::ThreadId.is_in(threads.iter().copied()))
        .filter(Column::WithdrawnAt.is_null())
        .all(conn)
        .await?)
}

/// All that was ever handed in to a round, the oldest first, whoever asks: for sharing out.
pub(crate) async fn pieces_of(conn: &Conn<'_>, round: FeedbackRoundId) -> Result<Vec<Evidence>> {
    Ok(evidence::Entity::find()
        .filter(Column::RoundId.eq(round))
        .order_by_asc(Column::HandedInAt)
        .order_by_asc(Column::Id)
        .all(conn)
        .await?)
}

pub(crate) async fn insert_evidence<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    row: Evidence,
) -> Result<()> {
    let row: evidence::ActiveModel = row.into();
    evidence::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the whole row.
pub(crate) async fn update_evidence<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    row: Evidence,
) -> Result<()> {
    let row: evidence::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}
