//! What happens by itself: pulses open, each person is asked and reminded in their own hours, and they
//! close.
use crate::commands::take_back;
use crate::fatigue::{Candidate, WITHIN, choose};
use crate::policy::{Change, PulseSeen};
use crate::tables::Asked;
use crate::{AskedState, Asking, News, Pulse, PulseAsked, PulseChanged, Spared, store};
use async_trait::async_trait;
use checkins::working_moment;
use chrono::{DateTime, TimeDelta, Utc};
use communities::WorkCalendar;
use identity::Person;
use kernel::{
    Actor, Command, CommunityId, Conn, Db, KeepTime, Organisation, Permit, PersonId, PulseId,
    Result, Tx, permit,
};
use sessions::SessionState;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// People who are told in one go: nobody who writes waits longer than that takes.
const HANDFUL: u64 = 200;
/// Who was asked longer ago than this counts like who was never asked.
const REMEMBERED: TimeDelta = TimeDelta::days(366);

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
    let mut outcomes = vec![db.write(Actor::System, Ask).await];
    for row in opening {
        outcomes.push(db.write(Actor::System, OpenPulse(row.id)).await);
    }
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
        if !takes_place(tx, row).await? {
            take_back(tx, actor, &seen).await?;
            return Ok(1);
        }
        let mut opened = row.clone();
        opened.opened_at = Some(tx.now());
        // Nobody is asked for what was over while the server stood still, or where nothing goes on.
        if rests(tx, row.community_id).await? || row.closes_at <= tx.now() {
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

/// Whether nothing goes on in a community.
async fn rests(tx: &Tx, community: CommunityId) -> Result<bool> {
    let place = communities::community_by_id(&tx.conn(), community).await?;
    Ok(place.is_none_or(|place| place.archived_at.is_some()))
}

/// Whether its session takes place, if it follows one: nobody is asked what came of what was not held.
async fn takes_place(tx: &Tx, row: &Pulse) -> Result<bool> {
    let Some(session) = row.session_id else {
        return Ok(true);
    };
    let held = sessions::session_seen(&tx.conn(), Actor::System, session).await?;
    Ok(held.session.state != SessionState::Cancelled)
}

/// The working weeks of people in one community, each by their own clock.
struct Weeks {
    week: communities::WorkWeek,
    holidays: BTreeSet<chrono::NaiveDate>,
    of_zones: HashMap<String, WorkCalendar>,
}

impl Weeks {
    async fn of(conn: &Conn<'_>, community: CommunityId) -> Result<Self> {
        let holidays = communities::holidays_of(conn, community).await?;
        Ok(Self {
            week: communities::calendar_of(conn, community).await?.week(),
            holidays: holidays.into_keys().collect(),
            of_zones: HashMap::new(),
        })
    }

    fn calendar(&mut self, person: &Person, pulse: &Pulse) -> &WorkCalendar {
        let calendar = || {
            let zone = person.zone.parse().unwrap_or(pulse.tz());
            WorkCalendar::new(zone, self.week, self.holidays.clone())
        };
        self.of_zones
            .entry(person.zone.clone())
            .or_insert_with(calendar)
    }
}

/// Who is asked, and when: by their own clock, in the week and with the holidays of the community; who
/// is spared, and why; and who is away.
async fn everybody(tx: &Tx, row: &Pulse) -> Result<Vec<Asked>> {
    let conn = tx.conn();
    let standings = communities::standings(&conn, row.community_id).await?;
    let mut meant: Vec<PersonId> = standings
        .iter()
        .filter(|(_, standing)| row.asks(**standing))
        .map(|(person, _)| *person)
        .collect();
    meant.sort_unstable();
    let mut people = identity::people_by_ids(&conn, &meant).await?;
    people.retain(|it| it.suspended_at.is_none());
    let away = checkins::away_among(&conn, &meant).await?;
    let mut weeks = Weeks::of(&conn, row.community_id).await?;
    let mut moments: BTreeMap<PersonId, Option<DateTime<Utc>>> = BTreeMap::new();
    for person in &people {
        let until = away.get(&person.id).copied();
        let from = until.map_or(row.opens_at, |until| row.opens_at.max(until));
        let moment = match (from < row.closes_at, row.weighs()) {
            (false, _) => None,
            (true, false) => Some(from),
            (true, true) => Some(within(row, from, weeks.calendar(person, row))),
        };
        moments.insert(person.id, moment);
    }
    let fates = fates(tx, row, &moments).await?;
    let rows = moments.into_iter().map(|(person, moment)| {
        let spared = fates.get(&person).copied().flatten();
        let state = match (moment, spared) {
            (None, _) => AskedState::Away,
            (_, Some(_)) => AskedState::Spared,
            (Some(_), None) => AskedState::Waiting,
        };
        let asked_at = moment.filter(|_| state == AskedState::Waiting);
        Asked {
            id: tx.id_of_chance(),
            pulse_id: row.id,
            person_id: person,
            state,
            spared,
            asked_at,
            tell_at: asked_at,
            told: 0,
        }
    });
    Ok(rows.collect())
}

/// The first working moment from then on; better at another hour than after it closed.
fn within(row: &Pulse, from: DateTime<Utc>, calendar: &WorkCalendar) -> DateTime<Utc> {
    let at = working_moment(from, calendar);
    match at < row.closes_at {
        true => at,
        false => from,
    }
}

/// Who is spared, over all communities; nobody of a form that is filled in on the way out.
async fn fates(
    tx: &Tx,
    row: &Pulse,
    moments: &BTreeMap<PersonId, Option<DateTime<Utc>>>,
) -> Result<HashMap<PersonId, Option<Spared>>> {
    if !row.weighs() {
        return Ok(HashMap::new());
    }
    let conn = tx.conn();
    let questions = store::questions_of(&conn, &[row.id]).await?;
    let questions = questions.get(&row.id).map_or(0, Vec::len);
    let at_most = row.ask_at_most.and_then(|most| usize::try_from(most).ok());
    let here: Vec<PersonId> = moments
        .iter()
        .filter(|(_, moment)| moment.is_some())
        .map(|(person, _)| *person)
        .collect();
    let since = row.opens_at - REMEMBERED.max(WITHIN);
    let mut loads = store::loads_of(&conn, &here, since).await?;
    let candidates = here.iter().filter_map(|person| {
        Some(Candidate {
            person: *person,
            at: moments.get(person).copied().flatten()?,
            load: loads.remove(person).unwrap_or_default(),
        })
    });
    let secret = tx.secret();
    let chance = |person| crate::pseudonym::pseudonym(&secret, person);
    let decided = choose(candidates.collect(), (questions, at_most), chance);
    Ok(decided.into_iter().collect())
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
            if rests(tx, seen.pulse.community_id).await? {
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

/// When each of them is reminded next, in their own hours.
async fn reminders(
    tx: &Tx,
    row: &Pulse,
    asked: &[Asked],
) -> Result<Vec<(kernel::PulseResponseId, Option<DateTime<Utc>>)>> {
    let conn = tx.conn();
    let mut weeks = Weeks::of(&conn, row.community_id).await?;
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
            .map(|(from, person)| working_moment(from, weeks.calendar(person, row)));
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

/// Erases what makes a community's pseudonyms, unless another of its pulses still needs it.
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
