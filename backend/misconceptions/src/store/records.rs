//! Misconceptions themselves.
use super::{exposures, occurrences};
use crate::policy::{Agree, MisconceptionSeen, See, Steer};
use crate::tables::{misconception, misconception_change, occurrence};
use crate::{Misconception, MisconceptionChange, MisconceptionState, OccurrenceState};
use channels::ThreadSeen;
use chrono::{DateTime, Utc};
use communities::{join_standing, standing_of};
use kernel::{
    Actor, CommunityId, Conn, Error, MisconceptionId, Permit, PersonId, Policy, ProgramId, Result,
    Tx, select_all_of,
};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashSet;

/// Misconceptions with the asker's standing in the community of each.
pub(super) fn joined(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    select_all_of::<misconception::Entity>(&mut query, "m_");
    query.from(misconception::Entity);
    join_standing(
        &mut query,
        actor,
        (misconception::Entity, misconception::Column::CommunityId),
    );
    query
}

/// What a query over `joined` finds, with all that the asker has to do with each.
pub(super) async fn all_seen(
    conn: &Conn<'_>,
    actor: Actor,
    query: &SelectStatement,
) -> Result<Vec<MisconceptionSeen>> {
    let rows = conn.query_all(query).await?;
    let mut found = rows
        .iter()
        .map(|row| {
            Ok(MisconceptionSeen {
                record: Misconception::from_query_result(row, "m_")?,
                standing: standing_of(row)?,
                is_met: false,
                is_author: false,
                notice: None,
                is_revised: false,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    if found.is_empty() {
        return Ok(found);
    }
    let ids: Vec<MisconceptionId> = found.iter().map(|seen| seen.record.id).collect();
    let passages = occurrences::stored_of(conn, &ids).await?;
    let mut notices = exposures::own(conn, actor, &ids).await?;
    let near = Near::of(conn, actor, (&found, &passages)).await?;
    for seen in &mut found {
        let id = seen.record.id;
        let own: Vec<_> = passages
            .iter()
            .filter(|it| it.misconception_id == id)
            .collect();
        seen.is_met = near.meets(&seen.record, own.iter().map(|it| it.community_id));
        seen.is_author = own.iter().any(|it| near.own_posts.contains(&it.post_id));
        seen.is_revised =
            !own.is_empty() && own.iter().all(|it| it.state != OccurrenceState::Stands);
        seen.notice = notices.remove(&id);
    }
    Ok(found)
}

/// What brings a misconception of another community near to the asker.
struct Near {
    programs: HashSet<ProgramId>,
    communities: HashSet<CommunityId>,
    /// Of the posts in which one occurs, those that the asker wrote.
    own_posts: HashSet<kernel::PostId>,
}

impl Near {
    async fn of(
        conn: &Conn<'_>,
        actor: Actor,
        (found, passages): (&[MisconceptionSeen], &[crate::Occurrence]),
    ) -> Result<Self> {
        let strange = found.iter().filter(|seen| seen.standing.is_none());
        let programs: Vec<ProgramId> = strange
            .clone()
            .filter_map(|seen| seen.record.program_id)
            .collect();
        let is_strange = actor.person().is_some() && strange.count() > 0;
        let communities = match is_strange {
            true => communities::readable_community_ids(conn, actor).await?,
            false => Vec::new(),
        };
        let programs = match is_strange {
            true => sessions::programs_visible_to(conn, actor, &programs).await?,
            false => HashSet::new(),
        };
        let posts: Vec<kernel::PostId> = passages.iter().map(|it| it.post_id).collect();
        let own_posts = match actor.person() {
            Some(_) if !posts.is_empty() => own_among(conn, actor, &posts).await?,
            _ => HashSet::new(),
        };
        Ok(Self {
            programs,
            communities: communities.into_iter().collect(),
            own_posts,
        })
    }

    fn meets(&self, record: &Misconception, mut places: impl Iterator<Item = CommunityId>) -> bool {
        let runs = record
            .program_id
            .is_some_and(|id| self.programs.contains(&id));
        runs || places.any(|id| self.communities.contains(&id))
    }
}

async fn own_among(
    conn: &Conn<'_>,
    actor: Actor,
    posts: &[kernel::PostId],
) -> Result<HashSet<kernel::PostId>> {
    let posts = channels::posts_as_they_stand(conn, posts).await?;
    let own = posts
        .into_iter()
        .map(|(post, _)| post)
        .filter(|post| crate::showing::is_by(post, actor));
    Ok(own.map(|post| post.id).collect())
}

/// A misconception, and what the asker has to do with it.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn misconception_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: MisconceptionId,
) -> Result<MisconceptionSeen> {
    let mut query = joined(actor);
    query.and_where(Expr::col((misconception::Entity, misconception::Column::Id)).eq(id));
    let found = all_seen(conn, actor, &query).await?.pop();
    found.ok_or(Error::NotFound("misconception"))
}

/// Of these misconceptions, those the asker may see.
pub async fn misconceptions_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[MisconceptionId],
) -> Result<Vec<MisconceptionSeen>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = joined(actor);
    query.and_where(
        Expr::col((misconception::Entity, misconception::Column::Id)).is_in(ids.iter().copied()),
    );
    let mut found = all_seen(conn, actor, &query).await?;
    found.retain(|seen| Policy::<See>::verdict(seen, &actor).allows());
    Ok(found)
}

/// The steps that were taken, the first first.
pub async fn history_of(
    conn: &Conn<'_>,
    ids: &[MisconceptionId],
) -> Result<Vec<MisconceptionChange>> {
    Ok(misconception_change::Entity::find()
        .filter(misconception_change::Column::MisconceptionId.is_in(ids.iter().copied()))
        .order_by_asc(misconception_change::Column::Version)
        .all(conn)
        .await?)
}

/// The next number. Two who ask at once are told apart by the index.
pub(crate) async fn next_number(conn: &Conn<'_>) -> Result<i32> {
    let last: Option<i32> = misconception::Entity::find()
        .select_only()
        .column(misconception::Column::Number)
        .order_by_desc(misconception::Column::Number)
        .limit(1)
        .into_tuple()
        .one(conn)
        .await?;
    Ok(last.unwrap_or(0) + 1)
}

pub(crate) async fn insert_misconception(
    tx: &Tx,
    _: &Permit<channels::Moderate, ThreadSeen>,
    row: Misconception,
) -> Result<()> {
    let row: misconception::ActiveModel = row.into();
    misconception::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the whole row, as its next version.
pub(crate) async fn update(
    tx: &Tx,
    _: &Permit<Steer, MisconceptionSeen>,
    row: Misconception,
) -> Result<Misconception> {
    let row = Misconception {
        version: row.version + 1,
        ..row
    };
    let row: misconception::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

/// Notes who agreed, with leave to agree, as its next version.
pub(crate) async fn set_agreed(
    tx: &Tx,
    seen: &Permit<Agree, MisconceptionSeen>,
    by: PersonId,
) -> Result<Misconception> {
    let row = misconception::ActiveModel {
        id: Set(seen.record.id),
        agreed_by: Set(Some(by)),
        agreed_at: Set(Some(tx.now())),
        version: Set(seen.record.version + 1),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn insert_change(
    tx: &Tx,
    record: &Misconception,
    (by, note): (Option<PersonId>, Option<String>),
) -> Result<()> {
    let row = misconception_change::ActiveModel {
        id: Set(tx.id()),
        misconception_id: Set(record.id),
        version: Set(record.version),
        state: Set(record.state),
        changed_by: Set(by),
        at: Set(tx.now()),
        note: Set(note),
    };
    misconception_change::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Every way in which a watched misconception was told.
pub(crate) async fn patterns(conn: &Conn<'_>) -> Result<Vec<(Misconception, Vec<String>)>> {
    let records = misconception::Entity::find()
        .filter(is_watched())
        .all(conn)
        .await?;
    let ids = records.iter().map(|record| record.id);
    let passages: Vec<(MisconceptionId, String)> = occurrence::Entity::find()
        .select_only()
        .column(occurrence::Column::MisconceptionId)
        .column(occurrence::Column::Quote)
        .filter(occurrence::Column::MisconceptionId.is_in(ids))
        .filter(occurrence::Column::RemovedAt.is_null())
        .into_tuple()
        .all(conn)
        .await?;
    let mut of: std::collections::HashMap<MisconceptionId, Vec<String>> = Default::default();
    for (id, quote) in passages {
        of.entry(id).or_default().push(quote);
    }
    let told = records.into_iter().map(|record| {
        let mut texts = of.remove(&record.id).unwrap_or_default();
        texts.push(record.claim.clone());
        (record, texts)
    });
    Ok(told.collect())
}

fn is_watched() -> sea_orm::sea_query::Condition {
    let unwatched = [MisconceptionState::Suspected, MisconceptionState::Rejected];
    sea_orm::sea_query::Condition::all()
        .add(misconception::Column::State.is_not_in(unwatched))
        .add(misconception::Column::RetiredAt.is_null())
}

/// What tells whether `patterns` would answer otherwise than before: how many are watched, the sum of
/// their versions, and the newest passage.
pub(crate) async fn patterns_stamp(conn: &Conn<'_>) -> Result<(i64, i64, Option<DateTime<Utc>>)> {
    let (count, versions): (i64, Option<i64>) = misconception::Entity::find()
        .select_only()
        .column_as(misconception::Column::Id.count(), "count")
        .column_as(
            misconception::Column::Version.sum().cast_as("bigint"),
            "versions",
        )
        .filter(is_watched())
        .into_tuple()
        .one(conn)
        .await?
        .unwrap_or((0, None));
    let newest: Option<Option<DateTime<Utc>>> = occurrence::Entity::find()
        .select_only()
        .column_as(occurrence::Column::AddedAt.max(), "newest")
        .into_tuple()
        .one(conn)
        .await?;
    Ok((count, versions.unwrap_or(0), newest.flatten()))
}
