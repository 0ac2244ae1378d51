//! What happens by itself: check-ins open, each person is asked in their own hours, and they close.
use crate::policy::CheckInSeen;
use crate::whom::everybody;
use crate::{
    Asking, Change, CheckIn, CheckInAsked, CheckInChanged, Question, Visibility, commands, posting,
    store,
};
use async_trait::async_trait;
use communities::{Often, occurrences};
use kernel::{
    Actor, CheckInId, CheckInQuestionId, Command, Db, KeepTime, Organisation, Permit, Result, Tx,
    permit,
};
use std::collections::HashMap;

/// People who are told in one go: nobody who writes waits longer than that takes.
const HANDFUL: u64 = 200;

/// Does some of what is due by now; returns how much that was, 0 when nothing was.
///
/// # Errors
/// When the database fails.
pub async fn do_what_is_due(db: &Db) -> Result<usize> {
    // Writing is for one at a time: looking first keeps a quiet house from waiting for that.
    if !store::is_anything_due(&db.read(), db.now()).await? {
        return Ok(0);
    }
    let opening = store::to_open(&db.read(), db.now()).await?;
    let closing = store::to_close(&db.read(), db.now()).await?;
    let opening = opening.into_iter().map(|row| OpenCheckIn(row.id));
    let closing = closing.into_iter().map(|row| Close(row.id));
    in_its_time(db, opening, Ask, closing).await
}

/// Opens what is due, tells who is asked, and closes what is over; each in a transaction of its own. What
/// fails keeps nothing else from its time; it is told of once nothing else is due.
///
/// # Errors
/// The first of theirs, when nothing else was done.
pub async fn in_its_time<O, A, C>(
    db: &Db,
    opening: impl Iterator<Item = O>,
    ask: A,
    closing: impl Iterator<Item = C>,
) -> Result<usize>
where
    O: Command<Done = usize>,
    A: Command<Done = usize>,
    C: Command<Done = usize>,
{
    let mut outcomes = Vec::new();
    for open in opening {
        outcomes.push(db.write(Actor::System, open).await);
    }
    outcomes.push(db.write(Actor::System, ask).await);
    for close in closing {
        outcomes.push(db.write(Actor::System, close).await);
    }
    let (done, failed): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    let done: usize = done.into_iter().flatten().sum();
    match failed.into_iter().next() {
        Some(failure) if done == 0 => failure,
        _ => Ok(done),
    }
}

/// Opens a check-in that is due: everybody it is for gets a moment at which they are asked.
pub struct OpenCheckIn(pub CheckInId);

#[async_trait]
impl Command for OpenCheckIn {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let seen = store::check_in_seen(&tx.conn(), actor, self.0).await?;
        let seen = permit::<Change, _>(actor, seen)?;
        let row = &seen.check_in;
        if row.opened_at.is_some() || row.cancelled_at.is_some() || row.opens_at > tx.now() {
            return Ok(0); // another node was here, or a facilitator
        }
        if !sessions::takes_place(&tx.conn(), row.session_id).await? {
            let taken_back = CheckIn {
                cancelled_at: Some(tx.now()),
                ..row.clone()
            };
            store::update_check_in(tx, &seen, taken_back.clone()).await?;
            tell(tx, &taken_back, crate::News::Cancelled).await?;
            return Ok(1);
        }
        let mut opened = row.clone();
        opened.opened_at = Some(tx.now());
        // Nobody is asked for what was over while the server stood still, or where nothing goes on.
        if communities::rests(&tx.conn(), row.community_id).await? || row.closes_at <= tx.now() {
            opened.closed_at = Some(tx.now());
        } else {
            let rows = everybody(tx, row, (row.opens_at, None)).await?;
            store::insert_responses(tx, &leave, rows).await?;
        }
        store::mark_opened(tx, &leave, &opened).await?;
        come_back(tx, &seen).await?;
        tell(tx, &opened, crate::News::Opened).await?;
        Ok(1)
    }
}

/// Puts the next one of a recurrence on the calendar.
async fn come_back(tx: &Tx, seen: &Permit<Change, CheckInSeen>) -> Result<()> {
    let row = &seen.check_in;
    let Some(rule) = &row.rrule else {
        return Ok(());
    };
    let times = occurrences(rule, (row.series_start, row.tz()), Often::OnceADay)?;
    let mut later = times.into_iter().filter(|at| *at > row.opens_at);
    let Some(opens_at) = later.next() else {
        return Ok(());
    };
    let next = CheckIn {
        id: tx.id(),
        number: row.number + 1,
        opens_at,
        closes_at: commands::closing_before(
            opens_at,
            row.days_open,
            (row.tz(), later.next().as_ref()),
        ),
        days_after: None,
        opened_at: None,
        closed_at: None,
        nudged_at: None,
        summary_id: None,
        ..row.clone()
    };
    let asked = store::questions_of(&tx.conn(), &[row.id]).await?;
    let questions = asked.into_values().flatten().map(|question| Question {
        id: tx.id(),
        check_in_id: next.id,
        ..question
    });
    let questions = questions.collect();
    tell(tx, &next, crate::News::Defined).await?;
    store::insert_check_in(tx, store::Leave::Repeated(seen), (next, questions)).await
}

/// Tells a handful of people that they are asked.
struct Ask;

#[async_trait]
impl Command for Ask {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let due = store::to_ask(&tx.conn(), tx.now(), HANDFUL).await?;
        if due.is_empty() {
            return Ok(0);
        }
        let ids: Vec<_> = due.iter().map(|it| it.id).collect();
        store::mark_told(tx, &leave, &ids).await?;
        let mut places = HashMap::new();
        for it in &due {
            if let std::collections::hash_map::Entry::Vacant(place) = places.entry(it.check_in_id) {
                let seen = store::check_in_seen(&tx.conn(), actor, it.check_in_id).await?;
                place.insert(seen.check_in.community_id);
            }
        }
        let facts: Vec<CheckInAsked> = due
            .iter()
            .filter_map(|it| {
                Some(CheckInAsked {
                    community: *places.get(&it.check_in_id)?,
                    check_in: it.check_in_id,
                    person: it.person_id,
                    asking: Asking::First,
                })
            })
            .collect();
        tx.emit_all(actor, &facts).await?;
        Ok(due.len())
    }
}

/// Closes a check-in, and says what came of it.
struct Close(CheckInId);

#[async_trait]
impl Command for Close {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        permit::<KeepTime, _>(actor, Organisation)?;
        let seen = store::check_in_seen(&tx.conn(), actor, self.0).await?;
        let seen = permit::<Change, _>(actor, seen)?;
        let row = &seen.check_in;
        if row.closed_at.is_some() || row.cancelled_at.is_some() || row.closes_at > tx.now() {
            return Ok(0);
        }
        close(tx, &seen).await?;
        Ok(1)
    }
}

/// Closes it now: anonymous answers lose their order, and a summary is posted where everybody reads it.
pub(crate) async fn close(tx: &Tx, seen: &Permit<Change, CheckInSeen>) -> Result<CheckIn> {
    let leave = permit::<KeepTime, _>(Actor::System, Organisation)?;
    let asked = store::questions_of(&tx.conn(), &[seen.check_in.id]).await?;
    let questions: Vec<Question> = asked.into_values().flatten().collect();
    let anonymous = anonymous_of(&questions);
    if !anonymous.is_empty() {
        store::shuffle(tx, &leave, &anonymous).await?;
    }
    let mut row = seen.check_in.clone();
    row.closed_at = Some(tx.now());
    row.closes_at = row.closes_at.min(tx.now());
    row.summary_id = posting::summary(tx, &row, &questions).await?;
    store::update_check_in(tx, seen, row.clone()).await?;
    tell(tx, &row, crate::News::Closed).await?;
    Ok(row)
}

pub(crate) fn anonymous_of(questions: &[Question]) -> Vec<CheckInQuestionId> {
    let anonymous = questions
        .iter()
        .filter(|it| it.visibility == Visibility::Anonymous);
    anonymous.map(|it| it.id).collect()
}

async fn tell(tx: &Tx, row: &CheckIn, news: crate::News) -> Result<()> {
    let fact = CheckInChanged {
        community: row.community_id,
        check_in: row.id,
        news,
        session: row.session_id,
    };
    tx.emit(Actor::System, &fact).await
}
