//! What happens by itself: pulses open, each person is asked and reminded in their own hours, and they
//! close.
use crate::commands::take_back;
use crate::policy::{Change, PulseSeen};
use crate::tables::Asked;
use crate::whom::everybody;
use crate::{Asking, News, Pulse, PulseAsked, PulseChanged, store};
use async_trait::async_trait;
use checkins::{Hours, in_its_time};
use chrono::{DateTime, TimeDelta, Utc};
use identity::Person;
use kernel::{
    Actor, Command, Db, KeepTime, Organisation, Permit, PersonId, PulseId, Result, Tx, permit,
};
use std::collections::{BTreeMap, HashMap};

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
    let opening = opening.into_iter().map(|row| OpenPulse(row.id));
    let closing = closing.into_iter().map(|row| Close(row.id));
    in_its_time(db, opening, Ask, closing).await
}

/// Opens a pulse that is due: everybody it is for is asked at a moment of their own, or spared.
pub struct OpenPulse(pub PulseId);

#[async_trait]
impl Command for OpenPulse {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let seen = store::pulse_seen(&tx.conn(), actor, self.0).await?;
        let seen = permit::<Change, _>(actor, seen)?;
        let row = &seen.pulse;
        if row.opened_at.is_some() || row.cancelled_at.is_some() || row.opens_at > tx.now() {
            return Ok(0); // another node was here, or a facilitator
        }
        if !sessions::takes_place(&tx.conn(), row.session_id).await? {
            take_back(tx, actor, &seen).await?;
            return Ok(1);
        }
        let mut opened = row.clone();
        opened.opened_at = Some(tx.now());
        // Nobody is asked for what was over while the server stood still, or where nothing goes on.
        if communities::rests(&tx.conn(), row.community_id).await? || row.closes_at <= tx.now() {
            opened.closed_at = Some(tx.now());
            forget_names(tx, &seen).await?;
        } else {
            let rows = everybody(tx, row).await?;
            store::insert_asked(tx, &leave, rows).await?;
        }
        store::mark_opened(tx, &leave, &opened).await?;
        tell(tx, (&opened, News::Opened)).await?;
        Ok(1)
    }
}

/// Tells a handful of people that they are asked, or reminds them.
struct Ask;

#[async_trait]
impl Command for Ask {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let due = store::to_tell(&tx.conn(), tx.now(), HANDFUL).await?;
        let mut of: BTreeMap<PulseId, Vec<Asked>> = BTreeMap::new();
        for it in due.iter().cloned() {
            of.entry(it.pulse_id).or_default().push(it);
        }
        for (pulse, asked) in of {
            let seen = store::pulse_seen(&tx.conn(), actor, pulse).await?;
            let asked = there(tx, &leave, (&seen.pulse, asked)).await?;
            if asked.is_empty() {
                continue;
            }
            if communities::rests(&tx.conn(), seen.pulse.community_id).await? {
                let ids: Vec<_> = asked.iter().map(|it| it.id).collect();
                store::mark_told(tx, &leave, (&ids, None)).await?;
                continue;
            }
            let facts: Vec<PulseAsked> = asked
                .iter()
                .map(|it| PulseAsked {
                    community: seen.pulse.community_id,
                    pulse,
                    person: it.person_id,
                    asking: match it.told {
                        0 => Asking::First,
                        _ => Asking::Again,
                    },
                })
                .collect();
            let mut together: BTreeMap<Option<DateTime<Utc>>, Vec<_>> = BTreeMap::new();
            for (id, next) in reminders(tx, &seen.pulse, &asked).await? {
                together.entry(next).or_default().push(id);
            }
            for (next, ids) in together {
                store::mark_told(tx, &leave, (&ids, next)).await?;
            }
            tx.emit_all(actor, &facts).await?;
        }
        Ok(due.len())
    }
}

/// Those who are not away. The others hear of it when they are back, while it is open.
async fn there(
    tx: &Tx,
    leave: &Permit<KeepTime, Organisation>,
    (row, asked): (&Pulse, Vec<Asked>),
) -> Result<Vec<Asked>> {
    let conn = tx.conn();
    let ids: Vec<PersonId> = asked.iter().map(|it| it.person_id).collect();
    let mut away = checkins::away_among(&conn, &ids).await?;
    away.retain(|_, until| *until > tx.now());
    if away.is_empty() {
        return Ok(asked);
    }
    let mut hours = Hours::of(&conn, row.community_id).await?;
    let people: Vec<PersonId> = away.keys().copied().collect();
    for person in identity::people_by_ids(&conn, &people).await? {
        let until = away.get(&person.id).copied().unwrap_or_else(|| tx.now());
        let at = hours.working((&person, row.tz()), until);
        let next = Some(at).filter(|at| *at < row.closes_at);
        let theirs = asked.iter().filter(|it| it.person_id == person.id);
        let theirs: Vec<_> = theirs.map(|it| it.id).collect();
        store::put_off(tx, leave, (&theirs, next)).await?;
    }
    let there = asked
        .into_iter()
        .filter(|it| !away.contains_key(&it.person_id));
    Ok(there.collect())
}

/// When each of them is reminded next, in their own hours.
async fn reminders(
    tx: &Tx,
    row: &Pulse,
    asked: &[Asked],
) -> Result<Vec<(kernel::PulseResponseId, Option<DateTime<Utc>>)>> {
    let conn = tx.conn();
    let mut hours = Hours::of(&conn, row.community_id).await?;
    let ids: Vec<PersonId> = asked.iter().map(|it| it.person_id).collect();
    let people = identity::people_by_ids(&conn, &ids).await?;
    let people: HashMap<PersonId, &Person> = people.iter().map(|it| (it.id, it)).collect();
    let mut next = Vec::with_capacity(asked.len());
    for it in asked {
        // A day at least between two letters, whenever the first could be told.
        let from = row.reminder(it.told + 1);
        let from = from.map(|at| at.max(tx.now() + TimeDelta::days(1)));
        let at = from
            .zip(people.get(&it.person_id))
            .map(|(from, person)| hours.working((person, row.tz()), from));
        next.push((it.id, at.filter(|at| *at < row.closes_at)));
    }
    Ok(next)
}

/// Closes a pulse.
struct Close(PulseId);

#[async_trait]
impl Command for Close {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        permit::<KeepTime, _>(actor, Organisation)?;
        let seen = store::pulse_seen(&tx.conn(), actor, self.0).await?;
        let seen = permit::<Change, _>(actor, seen)?;
        let row = &seen.pulse;
        if row.closed_at.is_some() || row.cancelled_at.is_some() || row.closes_at > tx.now() {
            return Ok(0);
        }
        close(tx, &seen).await?;
        Ok(1)
    }
}

/// Closes it now: answers lose their order, and once nothing of the community is under way nobody can
/// tell any more whose they are.
pub(crate) async fn close(tx: &Tx, seen: &Permit<Change, PulseSeen>) -> Result<Pulse> {
    let leave = permit::<KeepTime, _>(Actor::System, Organisation)?;
    let asked = store::questions_of(&tx.conn(), &[seen.pulse.id]).await?;
    let questions: Vec<_> = asked.into_values().flatten().map(|it| it.id).collect();
    store::shuffle(tx, &leave, &questions).await?;
    let mut row = seen.pulse.clone();
    row.closed_at = Some(tx.now());
    row.closes_at = row.closes_at.min(tx.now());
    store::update_pulse(tx, seen, row.clone()).await?;
    forget_names(tx, seen).await?;
    tell(tx, (&row, News::Closed)).await?;
    Ok(row)
}

/// Erases what makes a community's pseudonyms, unless another of its pulses still needs it. Others that run
/// the same program keep it for as long as they do.
pub(crate) async fn forget_names(tx: &Tx, seen: &Permit<Change, PulseSeen>) -> Result<()> {
    let leave = permit::<KeepTime, _>(Actor::System, Organisation)?;
    let place = seen.pulse.community_id;
    match store::unfinished_in(&tx.conn(), (place, seen.pulse.id)).await? {
        0 => store::erase_secret(tx, &leave, place).await,
        _ => Ok(()),
    }
}

async fn tell(tx: &Tx, (row, news): (&Pulse, News)) -> Result<()> {
    let fact = PulseChanged {
        community: row.community_id,
        pulse: row.id,
        news,
        session: row.session_id,
    };
    tx.emit(Actor::System, &fact).await
}
