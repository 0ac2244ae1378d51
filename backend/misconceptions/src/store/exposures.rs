//! Who read a misconception before it was corrected, what they were told and what they answered. Names are
//! for telling alone: what is shown of this are numbers, and to each person their own.
use super::records::{all_seen, joined};
use crate::policy::{Answer, Audit, MisconceptionSeen, Readers, See, Steer, Witness};
use crate::tables::{exposure, misconception, occurrence};
use crate::{CorrectionAnswer, Exposure, MisconceptionState, Spread};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, Conn, First, KeepTime, MisconceptionId, Organisation, Page, Permit, PersonId, Policy,
    Result, Tx, keys_of,
};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Order};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::{HashMap, HashSet};

/// How many rows one statement inserts: an exposure has 9 columns.
const ROWS_MAX: usize = 1_000;

/// What the asker was told of these misconceptions.
pub(super) async fn own(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[MisconceptionId],
) -> Result<HashMap<MisconceptionId, Exposure>> {
    let Some(person) = actor.person() else {
        return Ok(HashMap::new());
    };
    let found = exposure::Entity::find()
        .filter(exposure::Column::MisconceptionId.is_in(ids.iter().copied()))
        .filter(exposure::Column::PersonId.eq(person))
        .all(conn)
        .await?;
    Ok(found
        .into_iter()
        .map(|it| (it.misconception_id, it))
        .collect())
}

/// Writes down who read it. Whoever is known already stays as they are: they are told once.
pub(crate) async fn insert_exposures(tx: &Tx, rows: Vec<Exposure>) -> Result<()> {
    for some in rows.chunks(ROWS_MAX) {
        let rows = some.iter().cloned().map(IntoActiveModel::into_active_model);
        let known = OnConflict::columns([
            exposure::Column::MisconceptionId,
            exposure::Column::PersonId,
        ])
        .do_nothing()
        .to_owned();
        exposure::Entity::insert_many(rows)
            .on_conflict(known)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Everybody who read it, for leaving them out of who reads it later.
pub(crate) async fn exposed_people(
    conn: &Conn<'_>,
    id: MisconceptionId,
) -> Result<HashSet<PersonId>> {
    let people: Vec<PersonId> = exposure::Entity::find()
        .select_only()
        .column(exposure::Column::PersonId)
        .filter(exposure::Column::MisconceptionId.eq(id))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(people.into_iter().collect())
}

/// Those who were told of it, for an auditor; the longest ago first.
pub(crate) async fn told_people(
    conn: &Conn<'_>,
    readers: &Permit<Audit, Readers>,
) -> Result<Vec<Exposure>> {
    Ok(exposure::Entity::find()
        .filter(exposure::Column::MisconceptionId.eq(readers.record.id))
        .filter(exposure::Column::ToldAt.is_not_null())
        .order_by_asc(exposure::Column::ToldAt)
        .order_by_asc(exposure::Column::PersonId)
        .limit(READERS_MAX)
        .all(conn)
        .await?)
}

/// As many are shown to an auditor at once.
const READERS_MAX: u64 = 1_000;

/// Notes that these people are told now.
pub(crate) async fn set_told(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (id, people): (MisconceptionId, &[PersonId]),
) -> Result<()> {
    exposure::Entity::update_many()
        .col_expr(exposure::Column::ToldAt, Expr::value(Some(tx.now())))
        .filter(exposure::Column::MisconceptionId.eq(id))
        .filter(exposure::Column::PersonId.is_in(people.iter().copied()))
        .filter(exposure::Column::ToldAt.is_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Lets everybody who was told of it be told of it anew, and asked for their answer again.
pub(crate) async fn tell_again(tx: &Tx, seen: &Permit<Steer, MisconceptionSeen>) -> Result<()> {
    let never = || Expr::value(Option::<DateTime<Utc>>::None);
    exposure::Entity::update_many()
        .col_expr(exposure::Column::ToldAt, never())
        .col_expr(exposure::Column::AnsweredAt, never())
        .col_expr(exposure::Column::RemindedAt, never())
        .col_expr(
            exposure::Column::Answer,
            Expr::value(Option::<CorrectionAnswer>::None),
        )
        .col_expr(exposure::Column::Reminders, Expr::value(0))
        .filter(exposure::Column::MisconceptionId.eq(seen.record.id))
        .filter(exposure::Column::ToldAt.is_not_null())
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Forgets people who may read no longer what they read then: there is nothing to tell them.
pub(crate) async fn unexpose(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (id, people): (MisconceptionId, &[PersonId]),
) -> Result<()> {
    exposure::Entity::delete_many()
        .filter(exposure::Column::MisconceptionId.eq(id))
        .filter(exposure::Column::PersonId.is_in(people.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Notes that these people are reminded now.
pub(crate) async fn set_reminded(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (id, people): (MisconceptionId, &[PersonId]),
) -> Result<()> {
    exposure::Entity::update_many()
        .col_expr(exposure::Column::RemindedAt, Expr::value(Some(tx.now())))
        .col_expr(
            exposure::Column::Reminders,
            Expr::col(exposure::Column::Reminders).add(1),
        )
        .filter(exposure::Column::MisconceptionId.eq(id))
        .filter(exposure::Column::PersonId.is_in(people.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Forgets some of those who were told before this; how many they were is added to what is kept of each.
pub(crate) async fn forget_exposures(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    (before, people_max): (DateTime<Utc>, u64),
) -> Result<u64> {
    let conn = tx.conn();
    let old = exposure::Entity::find()
        .filter(exposure::Column::ToldAt.lt(before))
        .order_by_asc(exposure::Column::ToldAt)
        .limit(people_max)
        .all(&conn)
        .await?;
    let mut by_record: HashMap<MisconceptionId, Vec<Exposure>> = HashMap::new();
    for it in old {
        by_record.entry(it.misconception_id).or_default().push(it);
    }
    let mut forgotten = 0;
    for (id, people) in by_record {
        let with = |wanted: &[CorrectionAnswer]| {
            let some = people
                .iter()
                .filter(|it| it.answer.is_some_and(|it| wanted.contains(&it)));
            i32::try_from(some.count()).unwrap_or(i32::MAX)
        };
        let more = |column: misconception::Column, by: i32| (column, Expr::col(column).add(by));
        let told = i32::try_from(people.len()).unwrap_or(i32::MAX);
        let changes = [
            more(misconception::Column::ForgottenTold, told),
            more(
                misconception::Column::ForgottenAcknowledged,
                with(&ACKNOWLEDGED),
            ),
            more(
                misconception::Column::ForgottenNotConvinced,
                with(&[CorrectionAnswer::NotConvinced]),
            ),
        ];
        let mut kept = misconception::Entity::update_many();
        for (column, sum) in changes {
            kept = kept.col_expr(column, sum);
        }
        kept.filter(misconception::Column::Id.eq(id))
            .exec(&conn)
            .await?;
        let ids: Vec<PersonId> = people.iter().map(|it| it.person_id).collect();
        let gone = exposure::Entity::delete_many()
            .filter(exposure::Column::MisconceptionId.eq(id))
            .filter(exposure::Column::PersonId.is_in(ids))
            .exec(&conn)
            .await?;
        forgotten += gone.rows_affected;
    }
    Ok(forgotten)
}

/// What counts as having read it.
const ACKNOWLEDGED: [CorrectionAnswer; 2] =
    [CorrectionAnswer::GotIt, CorrectionAnswer::SawItAlready];

pub(crate) async fn set_answer(
    tx: &Tx,
    seen: &Permit<Answer, MisconceptionSeen>,
    (person, answer): (PersonId, CorrectionAnswer),
) -> Result<()> {
    let row = exposure::ActiveModel {
        misconception_id: Set(seen.record.id),
        person_id: Set(person),
        answer: Set(Some(answer)),
        answered_at: Set(Some(tx.now())),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// What the asker was told and has not answered, what must be answered first, then the newest.
pub async fn to_answer(
    conn: &Conn<'_>,
    actor: Actor,
    (first, after): (First, Option<&str>),
) -> Result<Page<MisconceptionSeen>> {
    let told = |column: exposure::Column| Expr::col((exposure::Entity, column));
    let mut query = joined(actor);
    let theirs = told(exposure::Column::MisconceptionId)
        .equals((misconception::Entity, misconception::Column::Id))
        .and(told(exposure::Column::PersonId).eq(actor.person()));
    query
        .join(JoinType::InnerJoin, exposure::Entity, theirs)
        .and_where(told(exposure::Column::ToldAt).is_not_null())
        .and_where(told(exposure::Column::AnsweredAt).is_null())
        .and_where(
            Expr::col((misconception::Entity, misconception::Column::State))
                .is_in([MisconceptionState::Published, MisconceptionState::Closed]),
        )
        .cond_where(communities::readable_by(
            actor,
            (exposure::Entity, exposure::Column::CommunityId),
        ))
        .order_by((exposure::Entity, exposure::Column::ToldAt), Order::Desc)
        .order_by(
            (misconception::Entity, misconception::Column::Id),
            Order::Desc,
        )
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, MisconceptionId) = keys_of(cursor)?;
        let same = told(exposure::Column::ToldAt)
            .eq(at)
            .and(Expr::col((misconception::Entity, misconception::Column::Id)).lt(id));
        query.and_where(told(exposure::Column::ToldAt).lt(at).or(same));
    }
    let mut found = all_seen(conn, actor, &query).await?;
    found.sort_by_key(|seen| {
        let told_at = seen.notice.as_ref().and_then(|notice| notice.told_at);
        std::cmp::Reverse((told_at, seen.record.id))
    });
    found.retain(|seen| Policy::<See>::verdict(seen, &actor).allows());
    Ok(Page::cut(found, first, |seen| {
        let told_at = seen.notice.as_ref().and_then(|notice| notice.told_at);
        let at = told_at.unwrap_or(seen.record.created_at);
        format!("{} {}", at.to_rfc3339(), seen.record.id)
    }))
}

/// How far it spread, in numbers.
pub async fn spread_of(
    conn: &Conn<'_>,
    seen: &Permit<Witness, MisconceptionSeen>,
) -> Result<Spread> {
    let record = &seen.record;
    let answers: Vec<(Option<CorrectionAnswer>, i64)> = exposure::Entity::find()
        .select_only()
        .column(exposure::Column::Answer)
        .column_as(exposure::Column::PersonId.count(), "people")
        .filter(exposure::Column::MisconceptionId.eq(record.id))
        .filter(exposure::Column::ToldAt.is_not_null())
        .group_by(exposure::Column::Answer)
        .into_tuple()
        .all(conn)
        .await?;
    let with = |wanted: &[CorrectionAnswer]| -> i64 {
        let some = answers
            .iter()
            .filter(|(answer, _)| answer.is_some_and(|it| wanted.contains(&it)));
        some.map(|(_, people)| people).sum()
    };
    let recurrences = match record.published_at {
        Some(published) => {
            occurrence::Entity::find()
                .filter(occurrence::Column::MisconceptionId.eq(record.id))
                .filter(occurrence::Column::RemovedAt.is_null())
                .filter(occurrence::Column::AddedAt.gt(published))
                .count(conn)
                .await?
        }
        None => 0,
    };
    Ok(Spread {
        exposed_before: i64::from(record.exposed_before),
        exposed_after: exposed_after(conn, seen).await?,
        first_exposure_at: record.first_exposure_at,
        published_at: record.published_at,
        told: answers.iter().map(|(_, people)| people).sum::<i64>()
            + i64::from(record.forgotten_told),
        acknowledged: with(&ACKNOWLEDGED) + i64::from(record.forgotten_acknowledged),
        not_convinced: with(&[CorrectionAnswer::NotConvinced])
            + i64::from(record.forgotten_not_convinced),
        recurrences: i64::try_from(recurrences).unwrap_or(i64::MAX),
    })
}

/// Who read it with its correction, and never without.
async fn exposed_after(conn: &Conn<'_>, seen: &MisconceptionSeen) -> Result<i64> {
    if seen.record.published_at.is_none() {
        return Ok(0);
    }
    let posts = super::stored_of(conn, &[seen.record.id]).await?;
    let posts: Vec<_> = posts.iter().map(|it| it.post_id).collect();
    let mut readers = HashSet::new();
    for (post, _) in channels::posts_as_they_stand(conn, &posts).await? {
        readers.extend(channels::exposed_to(conn, &post).await?.into_keys());
    }
    let before = exposed_people(conn, seen.record.id).await?;
    let steered = crate::spread::who_knew(&seen.record);
    let later = readers
        .iter()
        .filter(|it| !before.contains(it) && !steered.contains(it));
    Ok(i64::try_from(later.count()).unwrap_or(i64::MAX))
}
