//! Who was there.
use super::permitted;
use crate::{
    Attend, Attendance, AttendanceRecorded, AttendanceSource, AttendanceState, Part, Record,
    Session, SessionSeen, SessionState, codes, parse, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use communities::members_among;
use kernel::{
    Actor, Command, Error, Permit, PersonId, Result, SessionId, SessionPartId, Tx, permit,
};
use std::collections::{HashMap, HashSet};

const MARKS_MAX: usize = 500;
/// How long before a part people may check in, and be seen to be there.
const EARLY: TimeDelta = TimeDelta::minutes(30);
/// How long after its start somebody is not yet late.
const GRACE: TimeDelta = TimeDelta::minutes(10);

/// Where one person stands.
#[derive(Clone, Copy, Debug, InputObject)]
#[graphql(name = "AttendanceMarkInput")]
pub struct AttendanceMark {
    /// Who.
    pub person: PersonId,
    /// Whether they were there; null takes back what was recorded.
    pub state: Option<AttendanceState>,
}

/// Says who attended a part of a session. What was said before stays in its history.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RecordAttendanceInput")]
pub struct RecordAttendance {
    /// Which part.
    pub part: SessionPartId,
    /// 1 to 500 people, each once.
    pub marks: Vec<AttendanceMark>,
    /// What there is to say about it, at most 300 characters.
    pub note: Option<String>,
    /// Who or what says so; who leads, when it comes from people.
    #[graphql(skip)]
    pub source: Option<AttendanceSource>,
}

#[async_trait]
impl Command for RecordAttendance {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let (part, seen) = store::part_seen(&tx.conn(), actor, self.part).await?;
        let seen: Permit<Record, SessionSeen> = permit(actor, seen).map_err(unnamed)?;
        let note = self.note.as_deref().unwrap_or_default();
        let note = kernel::optional_line("note", note, parse::NOTE_CHARS_MAX)?;
        self.check(tx, &part, &seen).await?;
        let people: Vec<PersonId> = self.marks.iter().map(|mark| mark.person).collect();
        let mut standing = store::attendance_for(&tx.conn(), part.id, &people).await?;
        for mark in &self.marks {
            let before = standing.remove(&mark.person);
            if before.as_ref().and_then(|before| before.state) == mark.state && note.is_none() {
                continue;
            }
            let said = Said {
                state: mark.state,
                source: self.source.unwrap_or(AttendanceSource::Instructor),
                note: note.clone(),
            };
            save(
                tx,
                actor,
                (&seen.session, before),
                (part.id, mark.person, said),
            )
            .await?;
        }
        Ok(seen.into_subject().session)
    }
}

impl RecordAttendance {
    async fn check(&self, tx: &Tx, part: &Part, seen: &SessionSeen) -> Result<()> {
        if self.marks.is_empty() || self.marks.len() > MARKS_MAX {
            let message = format!("record 1 to {MARKS_MAX} people at a time");
            return Err(Error::invalid("marks", message));
        }
        if matches!(
            seen.session.state,
            SessionState::Draft | SessionState::Cancelled
        ) {
            return Err(Error::conflict(
                "nobody can attend this session; publish it first",
            ));
        }
        let people: HashSet<PersonId> = self.marks.iter().map(|mark| mark.person).collect();
        if people.len() < self.marks.len() {
            let message = "somebody is in this list twice";
            return Err(Error::invalid("marks", message).hint("name each person once"));
        }
        let ahead = part.starts_at - tx.now() > EARLY;
        let attended = |mark: &AttendanceMark| mark.state.is_some_and(AttendanceState::attended);
        if ahead && self.marks.iter().any(attended) {
            return Err(Error::conflict(
                "nobody has attended this part yet; until it begins people can be excused",
            ));
        }
        let members = members_among(&tx.conn(), seen.community.id, &people).await?;
        let known: HashMap<PersonId, Attendance> = match members.len() < people.len() {
            true => {
                let people: Vec<PersonId> = people.iter().copied().collect();
                store::attendance_for(&tx.conn(), part.id, &people).await?
            }
            false => HashMap::new(),
        };
        let stranger = self
            .marks
            .iter()
            .position(|mark| !members.contains(&mark.person) && !known.contains_key(&mark.person));
        match stranger {
            Some(at) => {
                let message = format!("person {} of this list is no member here", at + 1);
                Err(Error::invalid("marks", message).hint("add them as a member first"))
            }
            None => Ok(()),
        }
    }
}

/// Says with the code that is shown that one is there.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CheckInInput")]
pub struct CheckIn {
    /// At which session.
    pub session: SessionId,
    /// The code, as K7M-2QF; spaces, hyphens and small letters do not matter.
    pub code: String,
}

#[async_trait]
impl Command for CheckIn {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Attend, SessionSeen> = permitted(tx, actor, self.session).await?;
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let part = open_part(&seen.parts, tx.now())?;
        if !codes::accepts(&part.secret, &self.code, tx.now()) {
            return Err(
                Error::invalid("code", "this is not the code that is shown now")
                    .hint("type the one on the screen; it changes every half minute"),
            );
        }
        let mut standing = store::attendance_for(&tx.conn(), part.id, &[person]).await?;
        let before = standing.remove(&person);
        match before.as_ref().and_then(|before| before.state) {
            Some(state) if state.attended() => return Ok(seen.session.clone()),
            Some(AttendanceState::Excused) => {
                return Err(Error::conflict(
                    "who leads this session has excused you; tell them that you are there",
                ));
            }
            Some(_) => {
                return Err(Error::conflict(
                    "who leads this session has recorded you as absent; tell them that you are there",
                ));
            }
            None => {}
        }
        let state = match tx.now() > part.starts_at + GRACE {
            true => AttendanceState::Late,
            false => AttendanceState::Present,
        };
        let said = Said {
            state: Some(state),
            source: AttendanceSource::CheckIn,
            note: None,
        };
        save(tx, actor, (&seen.session, before), (part.id, person, said)).await?;
        Ok(seen.into_subject().session)
    }
}

fn open_part(parts: &[Part], now: DateTime<Utc>) -> Result<&Part> {
    parts
        .iter()
        .find(|part| (part.starts_at - EARLY..=part.ends_at).contains(&now))
        .ok_or_else(|| {
            Error::conflict("this session does not go on now; check in from half an hour before it")
        })
}

/// What is said about somebody.
struct Said {
    state: Option<AttendanceState>,
    source: AttendanceSource,
    note: Option<String>,
}

async fn save(
    tx: &Tx,
    actor: Actor,
    (session, before): (&Session, Option<Attendance>),
    (part, person, said): (SessionPartId, PersonId, Said),
) -> Result<()> {
    let was = before.as_ref().and_then(|before| before.state);
    let row = Attendance {
        id: before.as_ref().map_or_else(|| tx.id(), |before| before.id),
        part_id: part,
        person_id: person,
        state: said.state,
        source: said.source,
        note: said.note,
        recorded_by: actor.person(),
        recorded_at: tx.now(),
        changes: before.map_or(0, |before| before.changes) + 1,
    };
    store::save_attendance(tx, row).await?;
    let fact = AttendanceRecorded {
        community: session.community_id,
        session: session.id,
        part,
        person,
        state: said.state,
        was,
    };
    tx.emit(actor, &fact).await
}

/// Who may not see the session asked by the id of a part: to them there is no such part.
fn unnamed(error: Error) -> Error {
    match error {
        Error::NotFound(_) => Error::NotFound("part"),
        error => error,
    }
}
