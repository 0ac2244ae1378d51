//! Who is asked, and whether they are done.
use crate::fatigue::Load;
use crate::policy::{Answer as MayAnswer, Change, PulseSeen};
use crate::tables::{asked, pulse, question};
use crate::{Asked, AskedState, PulseKind, Spared};
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, KeepTime, Organisation, Permit, PersonId, PulseId, Result, Tx};
use sea_orm::sea_query::{Expr, Func, SelectStatement};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// As many rows or people in one statement: a database binds some thousands of values at once.
const AT_ONCE: usize = 1_000;

/// How many are asked, how many answered, and how many were left out, by why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub asked: usize,
    pub answered: usize,
    /// How many of them were not asked.
    pub came: usize,
    pub spared: BTreeMap<Spared, usize>,
}

/// What the asker is asked by these pulses, and how far they are.
pub async fn asked_of(
    conn: &Conn<'_>,
    actor: Actor,
    pulses: &[PulseId],
) -> Result<HashMap<PulseId, Asked>> {
    let found = asked::Entity::find()
        .filter(asked::Column::PulseId.is_in(pulses.iter().copied()))
        .filter(asked::Column::PersonId.eq(actor.person()))
        .all(conn)
        .await?;
    Ok(found.into_iter().map(|it| (it.pulse_id, it)).collect())
}

pub(crate) async fn asked_by(
    conn: &Conn<'_>,
    pulse: PulseId,
    person: PersonId,
) -> Result<Option<Asked>> {
    Ok(asked::Entity::find()
        .filter(asked::Column::PulseId.eq(pulse))
        .filter(asked::Column::PersonId.eq(person))
        .one(conn)
        .await?)
}

/// How many are asked and answered, of each. Who was asked, spared or away when it opened stays so in
/// these numbers whatever they did then: a number that moves while it is open tells who answered.
pub async fn counts_of(conn: &Conn<'_>, pulses: &[PulseId]) -> Result<HashMap<PulseId, Counts>> {
    let was_asked = asked::Column::AskedAt.is_not_null();
    let rows: Vec<(PulseId, AskedState, Option<Spared>, bool, i64)> = asked::Entity::find()
        .select_only()
        .column(asked::Column::PulseId)
        .column(asked::Column::State)
        .column(asked::Column::Spared)
        .expr(was_asked.clone())
        .expr(Func::count(Expr::col(asked::Column::Id)))
        .filter(asked::Column::PulseId.is_in(pulses.iter().copied()))
        .group_by(asked::Column::PulseId)
        .group_by(asked::Column::State)
        .group_by(asked::Column::Spared)
        .group_by(was_asked)
        .into_tuple()
        .all(conn)
        .await?;
    let mut of: HashMap<PulseId, Counts> = HashMap::new();
    for (id, state, spared, was_asked, count) in rows {
        let count = usize::try_from(count).unwrap_or(0);
        let counts = of.entry(id).or_default();
        let has_answered = state == AskedState::Answered;
        match (was_asked, spared) {
            (true, _) => counts.asked += count,
            (false, Some(why)) => *counts.spared.entry(why).or_default() += count,
            (false, None) => {}
        }
        if has_answered {
            counts.answered += count;
            counts.came += if was_asked { 0 } else { count };
        }
    }
    Ok(of)
}

/// Whether somebody is asked and neither answered nor skipped it.
pub async fn is_waited_for(conn: &Conn<'_>, pulse: PulseId, person: PersonId) -> Result<bool> {
    let found = asked_by(conn, pulse, person).await?;
    Ok(found.is_some_and(|it| it.state == AskedState::Waiting))
}

/// Everybody these pulses were for when they opened, asked or spared or away, and who came by themself.
pub(crate) async fn people_of(
    conn: &Conn<'_>,
    pulses: &[PulseId],
) -> Result<HashMap<PulseId, BTreeSet<PersonId>>> {
    if pulses.is_empty() {
        return Ok(HashMap::new());
    }
    let people = asked::Entity::find()
        .select_only()
        .column(asked::Column::PulseId)
        .column(asked::Column::PersonId)
        .filter(asked::Column::PulseId.is_in(pulses.iter().copied()));
    let people: Vec<(PulseId, PersonId)> = people.into_tuple().all(conn).await?;
    let mut of: HashMap<PulseId, BTreeSet<PersonId>> = HashMap::new();
    for (pulse, person) in people {
        of.entry(pulse).or_default().insert(person);
    }
    Ok(of)
}

/// The people for whom a pulse waits no longer, as a query: for a statement that asks who of them was
/// told of it.
pub fn done_with(pulse: PulseId) -> SelectStatement {
    asked::Entity::find()
        .select_only()
        .column(asked::Column::PersonId)
        .filter(asked::Column::PulseId.eq(pulse))
        .filter(asked::Column::State.ne(AskedState::Waiting))
        .into_query()
}

/// Forgets who answered pulses that are taken back, and who left them out. That they were asked stays:
/// they are not asked again so soon.
pub(crate) async fn forget_who_answered(
    tx: &Tx,
    _: &Permit<Change, PulseSeen>,
    pulses: &[PulseId],
) -> Result<()> {
    let of_these = asked::Column::PulseId.is_in(pulses.iter().copied());
    let done = asked::Column::State.is_in([AskedState::Answered, AskedState::Skipped]);
    // Who was not asked and came by themself has a row for that alone.
    asked::Entity::delete_many()
        .filter(of_these.clone())
        .filter(done.clone())
        .filter(asked::Column::AskedAt.is_null())
        .exec(&tx.conn())
        .await?;
    asked::Entity::update_many()
        .col_expr(asked::Column::State, Expr::value(AskedState::Waiting))
        .col_expr(
            asked::Column::TellAt,
            Expr::value(Option::<DateTime<Utc>>::None),
        )
        .filter(of_these)
        .filter(done)
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// What these people were asked since then by pulses that weigh, in whatever community.
pub(crate) async fn loads_of(
    conn: &Conn<'_>,
    people: &[PersonId],
    since: DateTime<Utc>,
) -> Result<HashMap<PersonId, Load>> {
    let weighing = pulse::Entity::find()
        .select_only()
        .column(pulse::Column::Id)
        .filter(pulse::Column::Kind.ne(PulseKind::Reaction));
    let weighing = weighing.into_query();
    let mut rows = Vec::new();
    for people in people.chunks(AT_ONCE) {
        let some = asked::Entity::find()
            .select_only()
            .column(asked::Column::PersonId)
            .column(asked::Column::PulseId)
            .column(asked::Column::AskedAt)
            .filter(asked::Column::PersonId.is_in(people.iter().copied()))
            .filter(asked::Column::AskedAt.gt(since))
            .filter(asked::Column::PulseId.in_subquery(weighing.clone()));
        let some: Vec<(PersonId, PulseId, DateTime<Utc>)> = some.into_tuple().all(conn).await?;
        rows.extend(some);
    }
    let mut pulses: Vec<PulseId> = rows.iter().map(|(_, pulse, _)| *pulse).collect();
    pulses.sort_unstable();
    pulses.dedup();
    let lengths: Vec<(PulseId, i64)> = question::Entity::find()
        .select_only()
        .column(question::Column::PulseId)
        .expr(Func::count(Expr::col(question::Column::Id)))
        .filter(question::Column::PulseId.is_in(pulses))
        .group_by(question::Column::PulseId)
        .into_tuple()
        .all(conn)
        .await?;
    let lengths: HashMap<PulseId, i64> = lengths.into_iter().collect();
    let mut of: HashMap<PersonId, Load> = HashMap::new();
    for (person, pulse, at) in rows {
        let questions = lengths.get(&pulse).copied().unwrap_or(0);
        let questions = usize::try_from(questions).unwrap_or(0);
        of.entry(person).or_default().askings.push((at, questions));
    }
    Ok(of)
}

/// Somebody answers or skips who was not asked by then.
pub(crate) async fn insert_own(
    tx: &Tx,
    _: &Permit<MayAnswer, PulseSeen>,
    row: Asked,
) -> Result<()> {
    let row: asked::ActiveModel = row.into();
    asked::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn update_asked(
    tx: &Tx,
    _: &Permit<MayAnswer, PulseSeen>,
    row: Asked,
) -> Result<()> {
    let row: asked::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn insert_asked(
    tx: &Tx,
    _: &Permit<KeepTime, Organisation>,
    rows: Vec<Asked>,
) -> Result<()> {
    for rows in rows.chunks(AT_ONCE) {
        let rows = rows.iter().cloned().map(asked::ActiveModel::from);
        asked::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}
