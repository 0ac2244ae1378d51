//! Series of questions, and how well they were recalled.
use crate::policy::{Change, Mark, SeriesSeen};
use crate::tables::{recall, series, spaced};
use crate::{PromptSeen, PromptSeries, RecallMark, SpacedQuestion};
use chrono::{DateTime, Utc};
use communities::{Ask, CommunitySeen, join_standing, readable_by, standing_of};
use kernel::{
    Actor, CommunityId, Conn, Error, KeepTime, Organisation, Permit, PersonId, PromptId,
    PromptSeriesId, Result, SessionId, Tx, select_all_of,
};
use sea_orm::sea_query::{Expr, Func, OnConflict, Order, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

fn joined(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(series::Entity);
    select_all_of::<series::Entity>(&mut query, "k_");
    let community = (series::Entity, series::Column::CommunityId);
    join_standing(&mut query, actor, community);
    query.cond_where(readable_by(actor, community));
    query
}

/// Series with their questions, in the order of both.
async fn all_seen(conn: &Conn<'_>, query: &SelectStatement) -> Result<Vec<SeriesSeen>> {
    let rows = conn.query_all(query).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.push(SeriesSeen {
            series: PromptSeries::from_query_result(row, "k_")?,
            questions: Vec::new(),
            standing: standing_of(row)?,
        });
    }
    let ids = found.iter().map(|it| it.series.id);
    let questions = spaced::Entity::find()
        .filter(spaced::Column::SeriesId.is_in(ids))
        .order_by_asc(spaced::Column::Position)
        .all(conn)
        .await?;
    let mut of: HashMap<PromptSeriesId, Vec<SpacedQuestion>> = HashMap::new();
    for question in questions {
        of.entry(question.series_id).or_default().push(question);
    }
    for seen in &mut found {
        seen.questions = of.remove(&seen.series.id).unwrap_or_default();
    }
    Ok(found)
}

/// A series, with where the viewer stands in its community.
///
/// # Errors
/// `NotFound` when there is none in a community of the viewer's.
pub async fn series_seen(conn: &Conn<'_>, actor: Actor, id: PromptSeriesId) -> Result<SeriesSeen> {
    let mut query = joined(actor);
    query.and_where(series::Column::Id.eq(id));
    let found = all_seen(conn, &query).await?.pop();
    found.ok_or(Error::NotFound("series"))
}

/// As many series of one community are shown.
const SERIES_MAX: u64 = 50;

/// The series of a community, the newest first.
pub async fn series_in(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<SeriesSeen>> {
    let mut query = joined(actor);
    query
        .and_where(series::Column::CommunityId.eq(community))
        .order_by((series::Entity, series::Column::CreatedAt), Order::Desc)
        .limit(SERIES_MAX);
    all_seen(conn, &query).await
}

/// The series that follow these sessions.
pub async fn series_of_sessions(
    conn: &Conn<'_>,
    actor: Actor,
    sessions: &[SessionId],
) -> Result<Vec<SeriesSeen>> {
    let mut query = joined(actor);
    query
        .and_where(series::Column::SessionId.is_in(sessions.iter().copied()))
        .order_by((series::Entity, series::Column::CreatedAt), Order::Asc);
    all_seen(conn, &query).await
}

/// The series to which these prompts belong, as far as the viewer may know them.
pub async fn series_of_prompts(
    conn: &Conn<'_>,
    actor: Actor,
    prompts: &[PromptId],
) -> Result<Vec<SeriesSeen>> {
    let theirs = Query::select()
        .column(spaced::Column::SeriesId)
        .from(spaced::Entity)
        .and_where(spaced::Column::PromptId.is_in(prompts.iter().copied()))
        .to_owned();
    let mut query = joined(actor);
    query.and_where(series::Column::Id.in_subquery(theirs));
    all_seen(conn, &query).await
}

/// What somebody began with this word of their client's.
pub(crate) async fn series_twin(
    conn: &Conn<'_>,
    person: PersonId,
    nonce: &str,
) -> Result<Option<PromptSeriesId>> {
    let found = series::Entity::find()
        .filter(series::Column::CreatedBy.eq(person))
        .filter(series::Column::Nonce.eq(nonce))
        .one(conn)
        .await?;
    Ok(found.map(|it| it.id))
}

pub(crate) async fn insert_series(
    tx: &Tx,
    _: &Permit<Ask, CommunitySeen>,
    (row, questions): (PromptSeries, Vec<SpacedQuestion>),
) -> Result<()> {
    let row: series::ActiveModel = row.into();
    series::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    let rows = questions.into_iter().map(spaced::ActiveModel::from);
    spaced::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn update_series(
    tx: &Tx,
    _: &Permit<Change, SeriesSeen>,
    row: PromptSeries,
) -> Result<()> {
    let row: series::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn update_question(
    tx: &Tx,
    _: &Permit<Change, SeriesSeen>,
    row: SpacedQuestion,
) -> Result<()> {
    let row: spaced::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

/// The next question whose moment has come, in a series that goes on.
pub(crate) async fn spaced_due(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
) -> Result<Option<SpacedQuestion>> {
    let going_on = Query::select()
        .column(series::Column::Id)
        .from(series::Entity)
        .and_where(series::Column::PausedAt.is_null())
        .and_where(series::Column::CancelledAt.is_null())
        .to_owned();
    Ok(spaced::Entity::find()
        .filter(spaced::Column::AsksAt.lte(now))
        .filter(spaced::Column::PromptId.is_null())
        .filter(spaced::Column::GivenUpAt.is_null())
        .filter(spaced::Column::SeriesId.in_subquery(going_on))
        .order_by_asc(spaced::Column::AsksAt)
        .order_by_asc(spaced::Column::SeriesId)
        .limit(1)
        .one(conn)
        .await?)
}

/// Writes that a question was asked, when it is tried again, or that it is given up.
pub(crate) async fn settle_question(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    row: SpacedQuestion,
) -> Result<()> {
    let row: spaced::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn set_recall(
    tx: &Tx,
    seen: &Permit<Mark, PromptSeen>,
    (person, mark): (PersonId, RecallMark),
) -> Result<()> {
    let row = recall::ActiveModel {
        prompt_id: Set(seen.prompt.id),
        person_id: Set(person),
        mark: Set(mark),
        marked_at: Set(tx.now()),
    };
    let anew = OnConflict::columns([recall::Column::PromptId, recall::Column::PersonId])
        .update_columns([recall::Column::Mark, recall::Column::MarkedAt])
        .to_owned();
    recall::Entity::insert(row)
        .on_conflict(anew)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// How well somebody recalled what these prompts asked, by their own word.
pub async fn own_recall(
    conn: &Conn<'_>,
    actor: Actor,
    prompts: &[PromptId],
) -> Result<HashMap<PromptId, RecallMark>> {
    let found = recall::Entity::find()
        .filter(recall::Column::PromptId.is_in(prompts.iter().copied()))
        .filter(recall::Column::PersonId.eq(actor.person()))
        .all(conn)
        .await?;
    Ok(found
        .into_iter()
        .map(|it| (it.prompt_id, it.mark))
        .collect())
}

/// How many said what of each, for those who may know.
pub async fn recall_of(
    conn: &Conn<'_>,
    prompts: &[PromptId],
) -> Result<HashMap<PromptId, HashMap<RecallMark, usize>>> {
    let rows: Vec<(PromptId, RecallMark, i64)> = recall::Entity::find()
        .select_only()
        .column(recall::Column::PromptId)
        .column(recall::Column::Mark)
        .expr(Func::count(Expr::col(recall::Column::PersonId)))
        .filter(recall::Column::PromptId.is_in(prompts.iter().copied()))
        .group_by(recall::Column::PromptId)
        .group_by(recall::Column::Mark)
        .into_tuple()
        .all(conn)
        .await?;
    let mut of: HashMap<PromptId, HashMap<RecallMark, usize>> = HashMap::new();
    for (prompt, mark, count) in rows {
        let count = usize::try_from(count).unwrap_or(0);
        of.entry(prompt).or_default().insert(mark, count);
    }
    Ok(of)
}
