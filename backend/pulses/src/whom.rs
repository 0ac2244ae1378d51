//! Who is asked, when, and who is spared; and who is asked at another moment because they are away or back.
use crate::fatigue::{Candidate, WITHIN, choose};
use crate::tables::Asked;
use crate::{AskedState, Pulse, Spared, store};
use checkins::Hours;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Actor, KeepTime, Organisation, PersonId, Result, Tx, permit};
use std::collections::{BTreeMap, HashMap};

/// Who was asked longer ago than this counts like who was never asked.
const REMEMBERED: TimeDelta = TimeDelta::days(366);

/// Who is asked, and when: by their own clock, in the week and with the holidays of the community; who
/// is spared, and why; and who is away.
pub(crate) async fn everybody(tx: &Tx, row: &Pulse) -> Result<Vec<Asked>> {
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
    let mut hours = Hours::of(&conn, row.community_id).await?;
    let mut moments: BTreeMap<PersonId, Option<DateTime<Utc>>> = BTreeMap::new();
    for person in &people {
        let until = away.get(&person.id).copied();
        let from = until.map_or(row.opens_at, |until| row.opens_at.max(until));
        let moment = match (from < row.closes_at, row.weighs()) {
            (false, _) => None,
            (true, false) => Some(from),
            (true, true) => Some(hours.before((person, row.tz()), (from, row.closes_at))),
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

/// Lets somebody who went away or came back be asked when they are there; for whoever hears of that. Who
/// was told already, who was spared, and who was not chosen among many stays so.
///
/// # Errors
/// When the database fails.
pub async fn ask_when_there(tx: &Tx, person: PersonId) -> Result<()> {
    let leave = permit::<KeepTime, _>(Actor::System, Organisation)?;
    let conn = tx.conn();
    let Some(person) = identity::person_by_id(&conn, person).await? else {
        return Ok(());
    };
    let away = checkins::away_until(&conn, person.id, tx.now()).await?;
    for (asked, row) in store::untold(&conn, person.id, tx.now()).await? {
        let was_away = asked.state == AskedState::Away;
        if was_away && row.ask_at_most.is_some() {
            continue;
        }
        let from = row.opens_at.max(tx.now());
        let from = away.map_or(from, |until| from.max(until));
        let mut hours = Hours::of(&conn, row.community_id).await?;
        let moment = match (from < row.closes_at, row.weighs()) {
            (false, _) => None,
            (true, false) => Some(from),
            (true, true) => Some(hours.before((&person, row.tz()), (from, row.closes_at))),
        };
        // Whether it is too much is asked when somebody is asked first.
        let spared = match was_away {
            true => {
                let moments = BTreeMap::from([(person.id, moment)]);
                let fates = fates(tx, &row, &moments).await?;
                fates.get(&person.id).copied().flatten()
            }
            false => None,
        };
        let (state, asked_at) = match (moment, spared) {
            (None, _) => (AskedState::Away, None),
            (_, Some(_)) => (AskedState::Spared, None),
            (moment, None) => (AskedState::Waiting, moment),
        };
        let moved = Asked {
            state,
            spared,
            asked_at,
            tell_at: asked_at,
            ..asked.clone()
        };
        if moved != asked {
            store::move_asking(tx, &leave, moved).await?;
        }
    }
    Ok(())
}
