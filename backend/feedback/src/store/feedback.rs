//! What people are asked for, and what they gave.
use crate::life::REMINDED_BEFORE;
use crate::policy::FeedbackSeen;
use crate::tables::{Feedback, evidence, feedback, round};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, Conn, Error, EvidenceId, FeedbackId, FeedbackRoundId, Permit, PostId, Result, Tx,
};
use sea_orm::sea_query::{Condition, Query};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use feedback::Column;

/// Only what is waited for.
pub(super) fn is_asked() -> Condition {
    [
        Column::GivenAt,
        Column::ReleasedAt,
        Column::DeclinedAt,
        Column::PassedOnAt,
    ]
    .into_iter()
    .fold(Condition::all(), |all, column| all.add(column.is_null()))
}

/// Each with what it is about, where the viewer may read that conversation.
async fn all_seen(conn: &Conn<'_>, actor: Actor, rows: Vec<Feedback>) -> Result<Vec<FeedbackSeen>> {
    let about: BTreeSet<EvidenceId> = rows.iter().map(|it| it.evidence_id).collect();
    let about: Vec<EvidenceId> = about.into_iter().collect();
    let seen = super::evidence_by_ids(conn, actor, &about).await?;
    let of: HashMap<EvidenceId, Arc<_>> = seen
        .into_iter()
        .map(|seen| (seen.evidence.id, Arc::new(seen)))
        .collect();
    let seen = rows.into_iter().filter_map(|row| {
        Some(FeedbackSeen {
            evidence: of.get(&row.evidence_id)?.clone(),
            feedback: row,
        })
    });
    Ok(seen.collect())
}

/// What one person is asked for or gave, as the viewer sees it.
///
/// # Errors
/// `NotFound` when there is none on a conversation that the viewer may read.
pub async fn feedback_seen(conn: &Conn<'_>, actor: Actor, id: FeedbackId) -> Result<FeedbackSeen> {
    let row = feedback::Entity::find_by_id(id).one(conn).await?;
    let rows = row.into_iter().collect();
    let found = all_seen(conn, actor, rows).await?.pop();
    found.ok_or(Error::NotFound("feedback"))
}

/// What the viewer is asked for in these rounds and what they gave, the oldest first.
pub async fn feedback_asked_of(
    conn: &Conn<'_>,
    actor: Actor,
    rounds: &[FeedbackRoundId],
) -> Result<Vec<FeedbackSeen>> {
    let rows = feedback::Entity::find()
        .filter(Column::RoundId.is_in(rounds.iter().copied()))
        .filter(Column::PersonId.eq(actor.person()))
        .filter(Column::ReleasedAt.is_null())
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id)
        .all(conn)
        .await?;
    all_seen(conn, actor, rows).await
}

/// As many wait for one person at once.
const DUE_MAX: u64 = 20;

/// What waits for the viewer to be looked at, the first to be due first.
pub async fn feedback_due_for(conn: &Conn<'_>, actor: Actor) -> Result<Vec<FeedbackSeen>> {
    let going_on = Query::select()
        .column(round::Column::Id)
        .from(round::Entity)
        .and_where(round::Column::CommunityId.in_subquery(super::rounds::going_on()))
        .to_owned();
    let rows = feedback::Entity::find()
        .filter(Column::PersonId.eq(actor.person()))
        .filter(is_asked())
        .filter(Column::RoundId.in_subquery(going_on))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(DUE_MAX)
        .all(conn)
        .await?;
    all_seen(conn, actor, rows).await
}

/// How a round fares: counts alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeedbackCounts {
    pub handed_in: usize,
    /// How much of that has all its feedback.
    pub complete: usize,
    /// How much of that lacks some.
    pub waiting: usize,
    /// How much nobody can be asked to look at.
    pub with_nobody: usize,
    pub given: usize,
    /// How much was passed on, and has not come yet.
    pub late: usize,
}

/// How these rounds fare, for who leads.
pub async fn counts_of(
    conn: &Conn<'_>,
    rounds: &[FeedbackRoundId],
) -> Result<HashMap<FeedbackRoundId, FeedbackCounts>> {
    type Moment = Option<DateTime<Utc>>;
    let mut of: HashMap<FeedbackRoundId, FeedbackCounts> = HashMap::new();
    let evidence: Vec<(FeedbackRoundId, Moment, Moment)> = evidence::Entity::find()
        .select_only()
        .columns([
            evidence::Column::RoundId,
            evidence::Column::CompleteAt,
            evidence::Column::AloneSince,
        ])
        .filter(evidence::Column::RoundId.is_in(rounds.iter().copied()))
        .filter(evidence::Column::WithdrawnAt.is_null())
        .into_tuple()
        .all(conn)
        .await?;
    for (round, complete_at, alone_since) in evidence {
        let counts = of.entry(round).or_default();
        counts.handed_in += 1;
        counts.complete += usize::from(complete_at.is_some());
        counts.waiting += usize::from(complete_at.is_none());
        counts.with_nobody += usize::from(alone_since.is_some());
    }
    let feedback: Vec<(FeedbackRoundId, Moment)> = feedback::Entity::find()
        .select_only()
        .columns([Column::RoundId, Column::GivenAt])
        .filter(Column::RoundId.is_in(rounds.iter().copied()))
        .filter(Column::ReleasedAt.is_null())
        .filter(
            Condition::any()
                .add(Column::GivenAt.is_not_null())
                .add(Column::PassedOnAt.is_not_null()),
        )
        .into_tuple()
        .all(conn)
        .await?;
    for (round, given_at) in feedback {
        let counts = of.entry(round).or_default();
        counts.given += usize::from(given_at.is_some());
        counts.late += usize::from(given_at.is_none());
    }
    Ok(of)
}

/// All that was ever asked in a round, the oldest first, whoever asks: for sharing out.
pub(crate) async fn asked_in(conn: &Conn<'_>, round: FeedbackRoundId) -> Result<Vec<Feedback>> {
    Ok(feedback::Entity::find()
        .filter(Column::RoundId.eq(round))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id)
        .all(conn)
        .await?)
}

/// What these posts give, whoever asks.
pub(crate) async fn feedback_of_posts(conn: &Conn<'_>, posts: &[PostId]) -> Result<Vec<Feedback>> {
    Ok(feedback::Entity::find()
        .filter(Column::PostId.is_in(posts.iter().copied()))
        .all(conn)
        .await?)
}

/// As many are reminded in one go.
const HANDFUL: u64 = 100;

/// What is due soon and waited for, of which nobody was reminded yet.
pub(crate) async fn to_remind(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<Feedback>> {
    let going_on = Query::select()
        .column(round::Column::Id)
        .from(round::Entity)
        .and_where(round::Column::CommunityId.in_subquery(super::rounds::going_on()))
        .to_owned();
    Ok(feedback::Entity::find()
        .filter(is_asked())
        .filter(Column::DueAt.gt(now))
        .filter(Column::DueAt.lte(now + REMINDED_BEFORE))
        .filter(Column::RemindedAt.is_null())
        .filter(Column::RoundId.in_subquery(going_on))
        .order_by_asc(Column::DueAt)
        .limit(HANDFUL)
        .all(conn)
        .await?)
}

pub(crate) async fn insert_feedback<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    rows: Vec<Feedback>,
) -> Result<()> {
    const AT_ONCE: usize = 500;
    for rows in rows.chunks(AT_ONCE) {
        let rows = rows.iter().cloned().map(feedback::ActiveModel::from);
        feedback::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Writes the whole row.
pub(crate) async fn update_feedback<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    row: Feedback,
) -> Result<()> {
    let row: feedback::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}
