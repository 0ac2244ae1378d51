//! What is found beside posts: people and sessions, read anew from where they are kept.
use crate::person::change_of_person;
use crate::session::document_of_session;
use communities::{MemberJoined, MemberRemoved};
use identity::{
    PasswordChanged, Person, PersonForgotten, PersonRestored, PersonSuspended, ProfileChanged,
};
use kernel::{Conn, Event, Fact, ObjectiveId, PersonId, Result, SessionId};
use search_index::{Change, Document};
use sessions::{Session, SessionChanged, SessionCreated, SessionPublished, SessionRescheduled};
use std::collections::BTreeSet;

/// Those that some facts are about.
#[derive(Debug, Default)]
pub(crate) struct Others {
    people: BTreeSet<PersonId>,
    sessions: BTreeSet<SessionId>,
}

impl Others {
    pub fn hear(&mut self, fact: &Fact) {
        self.people.extend(person_of(fact));
        self.sessions.extend(session_of(fact));
    }

    /// What the index must do for them. Some may be gone.
    pub async fn changes(mut self, conn: &Conn<'_>) -> Result<Vec<Change>> {
        let mut changes = Vec::new();
        if !self.people.is_empty() {
            let ids: Vec<PersonId> = self.people.iter().copied().collect();
            let people = identity::people_by_ids(conn, &ids).await?;
            changes.extend(changes_of_people(conn, &people).await?);
            for person in &people {
                self.people.remove(&person.id);
            }
            let gone = self.people.iter();
            changes.extend(gone.map(|id| Change::Delete(id.to_string())));
        }
        if !self.sessions.is_empty() {
            let ids: Vec<SessionId> = self.sessions.into_iter().collect();
            let sessions = sessions::sessions_as_they_stand(conn, &ids).await?;
            changes.extend(changes_of_sessions(conn, &sessions).await?);
        }
        Ok(changes)
    }
}

pub(crate) async fn changes_of_people(conn: &Conn<'_>, people: &[Person]) -> Result<Vec<Change>> {
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    let communities = communities::communities_of_people(conn, &ids).await?;
    let none = BTreeSet::new();
    let change = |person: &Person| {
        let theirs = communities.get(&person.id).unwrap_or(&none);
        change_of_person(person, theirs)
    };
    Ok(people.iter().map(change).collect())
}

pub(crate) async fn changes_of_sessions(
    conn: &Conn<'_>,
    sessions: &[Session],
) -> Result<Vec<Change>> {
    let documents = documents_of_sessions(conn, sessions).await?;
    Ok(documents.into_iter().map(Change::from).collect())
}

pub(crate) async fn documents_of_sessions(
    conn: &Conn<'_>,
    sessions: &[Session],
) -> Result<Vec<Document>> {
    let ids: Vec<SessionId> = sessions.iter().map(|session| session.id).collect();
    let served = sessions::objective_ids_of(conn, &ids).await?;
    let objectives: BTreeSet<ObjectiveId> = served.values().flatten().copied().collect();
    let objectives: Vec<ObjectiveId> = objectives.into_iter().collect();
    let objectives = sessions::objectives_by_ids(conn, &objectives).await?;
    let document = |session: &Session| {
        let own = served.get(&session.id).map_or(&[][..], Vec::as_slice);
        let own = objectives.iter().filter(|it| own.contains(&it.id));
        document_of_session(session, own)
    };
    Ok(sessions.iter().map(document).collect())
}

fn person_of(fact: &Fact) -> Option<PersonId> {
    match fact.kind.as_str() {
        ProfileChanged::KIND => fact.as_event().map(|it: ProfileChanged| it.person),
        // Who chooses a password makes an account that an archive knew their own.
        PasswordChanged::KIND => fact.as_event().map(|it: PasswordChanged| it.person),
        PersonSuspended::KIND => fact.as_event().map(|it: PersonSuspended| it.person),
        PersonRestored::KIND => fact.as_event().map(|it: PersonRestored| it.person),
        PersonForgotten::KIND => fact.as_event().map(|it: PersonForgotten| it.person),
        MemberJoined::KIND => fact.as_event().map(|it: MemberJoined| it.person),
        MemberRemoved::KIND => fact.as_event().map(|it: MemberRemoved| it.person),
        _ => None,
    }
}

fn session_of(fact: &Fact) -> Option<SessionId> {
    match fact.kind.as_str() {
        SessionCreated::KIND => fact.as_event().map(|it: SessionCreated| it.session),
        SessionChanged::KIND => fact.as_event().map(|it: SessionChanged| it.session),
        SessionPublished::KIND => fact.as_event().map(|it: SessionPublished| it.session),
        SessionRescheduled::KIND => fact.as_event().map(|it: SessionRescheduled| it.session),
        _ => None,
    }
}
