//! Who is asked, and who is asked at another moment because they came, went away or are back.
use crate::hours::Hours;
use crate::store::{self, Untold};
use crate::{CheckIn, Response, ResponseState};
use chrono::{DateTime, Utc};
use kernel::{Actor, CheckInId, CommunityId, KeepTime, Organisation, PersonId, Result, Tx, permit};
use std::collections::{BTreeSet, HashMap};

/// A response for everybody it is for, or for these of them, who has none: they are asked from then on.
pub(crate) async fn everybody(
    tx: &Tx,
    row: &CheckIn,
    (from, among): (DateTime<Utc>, Option<&BTreeSet<PersonId>>),
) -> Result<Vec<Response>> {
    let conn = tx.conn();
    let standings = communities::standings(&conn, row.community_id).await?;
    let answered = store::answered_people(&conn, row.id).await?;
    let mut asked: Vec<PersonId> = standings
        .iter()
        .filter(|(person, standing)| row.asks(**standing) && !answered.contains(person))
        .map(|(person, _)| *person)
        .filter(|person| among.is_none_or(|among| among.contains(person)))
        .collect();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    asked.sort_unstable();
    let people = identity::people_by_ids(&conn, &asked).await?;
    let away = store::away_among(&conn, &asked).await?;
    let mut hours = Hours::of(&conn, row.community_id).await?;
    let mut rows = Vec::with_capacity(people.len());
    for person in people.iter().filter(|it| it.suspended_at.is_none()) {
        let until = away.get(&person.id).copied();
        let (asked_at, state) = hours.asking((person, row), (from, until));
        rows.push(Response {
            id: tx.id(),
            check_in_id: row.id,
            person_id: person.id,
            state,
            asked_at,
            told_at: None,
            sent_at: None,
            skipped_because: None,
        });
    }
    Ok(rows)
}

/// Asks who joined a community, or is something else in it now, what is open there; for whoever hears
/// of that.
///
/// # Errors
/// When the database fails.
pub async fn ask_who_came(
    tx: &Tx,
    (community, people): (CommunityId, &BTreeSet<PersonId>),
) -> Result<()> {
    let leave = permit::<KeepTime, _>(Actor::System, Organisation)?;
    for row in store::open_in(&tx.conn(), community, tx.now()).await? {
        let rows = everybody(tx, &row, (tx.now(), Some(people))).await?;
        store::insert_responses(tx, &leave, rows).await?;
    }
    Ok(())
}

/// Lets who was not told yet be asked when they are there: they went away, came back, or it stays open
/// for longer.
pub(crate) async fn ask_when_there(tx: &Tx, whose: Untold) -> Result<()> {
    let leave = permit::<KeepTime, _>(Actor::System, Organisation)?;
    let conn = tx.conn();
    let untold = store::untold(&conn, whose, tx.now()).await?;
    let mut of: HashMap<CheckInId, Vec<Response>> = HashMap::new();
    for row in untold {
        of.entry(row.check_in_id).or_default().push(row);
    }
    for (id, rows) in of {
        let check_in = store::check_in_seen(&conn, Actor::System, id).await?;
        let check_in = check_in.check_in;
        let ids: Vec<PersonId> = rows.iter().map(|it| it.person_id).collect();
        let people = identity::people_by_ids(&conn, &ids).await?;
        let people: HashMap<_, _> = people.iter().map(|it| (it.id, it)).collect();
        let away = store::away_among(&conn, &ids).await?;
        let mut hours = Hours::of(&conn, check_in.community_id).await?;
        for row in rows {
            let Some(person) = people.get(&row.person_id) else {
                continue;
            };
            let until = away.get(&row.person_id).copied();
            let from = check_in.opens_at.max(tx.now());
            let (asked_at, state) = hours.asking((person, &check_in), (from, until));
            let moved = Response {
                asked_at,
                state: kept(row.state, state),
                ..row.clone()
            };
            if moved != row {
                store::move_asking(tx, &leave, moved).await?;
            }
        }
    }
    Ok(())
}

/// Who saved something has begun, wherever they are.
fn kept(before: ResponseState, now: ResponseState) -> ResponseState {
    match before {
        ResponseState::Saved => before,
        _ => now,
    }
}
