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
use sessions::SessionState;
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
    let mut outcomes = Vec::new();
    for row in opening {
        outcomes.push(db.write(Actor::System, OpenCheckIn(row.id)).await);
    }
    outcomes.push(db.write(Actor::System, Ask).await);
    for row in closing {
        outcomes.push(db.write(Actor::System, Close(row.id)).await);
    }
    // What fails keeps nothing else from its time; it is told of once nothing else is due.
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
        if !takes_place(tx, row).await? {
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
        let place = communities::community_by_id(&tx.conn(), row.community_id).await?;
        let rests = place.is_none_or(|place| place.archived_at.is_some());
        // Nobody is asked for what was over while the server stood still, or where nothing goes on.
        if rests || row.closes_at <= tx.now() {
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

/// Whether its session does, if it follows one: nobody is asked what came of what was not held.
async fn takes_place(tx: &Tx, row: &CheckIn) -> Result<bool> {
    let Some(session) = row.session_id else {
        return Ok(true);
    };
    let held = sessions::session_seen(&tx.conn(), Actor::System, session).await?;
    Ok(held.session.state != SessionState::Cancelled)
}

/// Puts the next one of a recurrence on the calendar.
async fn come_back(tx: &Tx, seen: &Permit<Change, CheckInSeen>) -> Result<()> {
    let row = &seen.check_in;
    let Some(rule) = &row.rrule else {
        return Ok(());
    };
    let times = occurrences(rule, (row.series_start, row.tz()), Often::OnceADay)?;
    let number = row.number + 1;
    let at = usize::try_from(number).unwrap_or(usize::MAX);
    let Some(opens_at) = times.get(at).copied() else {
        return Ok(());
    };
    let next = CheckIn {
        id: tx.id(),
        number,
        opens_at,
        closes_at: commands::closing_before(opens_at, row.days_open, (row.tz(), times.get(at + 1))),
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
