//! Who is told of sessions: everybody in the community, of what they can see.
//!
//! Nobody is told of what they did themselves; but everybody's calendar is looked at.
use crate::store::{self, Happened};
use crate::{MailKind, Notice, NoticeChanged, NoticeFacts, NoticeKind};
use chrono::{DateTime, Utc};
use communities::{MemberJoined, MemberRemoved, standings};
use kernel::{Actor, CommunityId, Error, Event, Fact, NoticeId, PersonId, Result, SessionId, Tx};
use sessions::{
    SessionAspect, SessionCancelled, SessionChanged, SessionClosed, SessionPublished,
    SessionRescheduled, SessionSeen, SessionStarted,
};

/// Tells of what a fact says about a session, or about who belongs where.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        SessionPublished::KIND => match fact.as_event::<SessionPublished>() {
            Some(it) => announce(tx, fact, (it.session, NoticeKind::SessionAnnounced, None)).await,
            None => Ok(()),
        },
        SessionRescheduled::KIND => match fact.as_event::<SessionRescheduled>() {
            Some(it) => {
                let was = Some(it.was_starting_at).filter(|was| *was != it.starts_at);
                announce(tx, fact, (it.session, NoticeKind::SessionMoved, was)).await
            }
            None => Ok(()),
        },
        SessionChanged::KIND => match fact.as_event::<SessionChanged>() {
            Some(it) if it.aspects.contains(&SessionAspect::Place) => {
                announce(tx, fact, (it.session, NoticeKind::SessionMoved, None)).await
            }
            // Its title may stand in calendars.
            Some(it) if it.aspects.contains(&SessionAspect::Description) => {
                look_at_calendars(tx, fact, it.community).await
            }
            Some(_) | None => Ok(()),
        },
        SessionCancelled::KIND => match fact.as_event::<SessionCancelled>() {
            Some(it) => announce(tx, fact, (it.session, NoticeKind::SessionCancelled, None)).await,
            None => Ok(()),
        },
        SessionStarted::KIND => match fact.as_event::<SessionStarted>() {
            Some(it) => settle(tx, &it.session.to_string(), None).await,
            None => Ok(()),
        },
        SessionClosed::KIND => match fact.as_event::<SessionClosed>() {
            Some(it) => settle(tx, &it.session.to_string(), None).await,
            None => Ok(()),
        },
        MemberJoined::KIND => match fact.as_event::<MemberJoined>() {
            Some(it) => look_at_calendar(tx, fact, &[it.person]).await,
            None => Ok(()),
        },
        MemberRemoved::KIND => match fact.as_event::<MemberRemoved>() {
            Some(it) => look_at_calendar(tx, fact, &[it.person]).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

async fn announce(
    tx: &Tx,
    fact: &Fact,
    (session, kind, before): (SessionId, NoticeKind, Option<DateTime<Utc>>),
) -> Result<()> {
    let conn = tx.conn();
    let seen = match sessions::session_seen(&conn, Actor::System, session).await {
        Ok(seen) => seen,
        Err(Error::NotFound(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    if seen.session.published_at.is_none() || seen.session.ends_at < fact.happened_at {
        return Ok(());
    }
    let community = seen.session.community_id;
    let members = standings(&conn, community).await?;
    let told: Vec<PersonId> = members
        .into_keys()
        .filter(|person| Some(*person) != fact.actor)
        .collect();
    let notice = Telling {
        community,
        kind,
        about: session.to_string(),
        thread: None,
        facts: said_of(&seen, before),
        at: fact.happened_at,
    };
    tell_people(tx, &notice, &told).await?;
    look_at_calendars(tx, fact, community).await
}

fn said_of(seen: &SessionSeen, before: Option<DateTime<Utc>>) -> NoticeFacts {
    // The reason that stands with a session is that of its last move, or of its end.
    let tells_why = before.is_some() || seen.session.state == sessions::SessionState::Cancelled;
    NoticeFacts {
        title: seen.session.title.clone(),
        at: Some(seen.session.starts_at),
        before,
        words: seen.session.state_reason.clone().filter(|_| tells_why),
        ..NoticeFacts::default()
    }
}

/// What many people are told.
pub(crate) struct Telling {
    pub community: CommunityId,
    pub kind: NoticeKind,
    pub about: String,
    pub thread: Option<kernel::ThreadId>,
    pub facts: NoticeFacts,
    pub at: DateTime<Utc>,
}

/// Puts a notice into the inboxes of these people, and sees to it that letters follow.
pub(crate) async fn tell_people(tx: &Tx, telling: &Telling, people: &[PersonId]) -> Result<()> {
    put_into_inboxes(tx, (telling, None), people).await?;
    let happened = |person: &PersonId| Happened {
        person: *person,
        kind: telling.kind.mail_kind(),
        at: telling.at,
    };
    let happened: Vec<Happened> = people.iter().map(happened).collect();
    store::expect_letters(tx, &happened).await
}

/// As `tell_people`, of what they had a letter about already.
pub(crate) async fn tell_quietly(tx: &Tx, telling: &Telling, people: &[PersonId]) -> Result<()> {
    put_into_inboxes(tx, (telling, Some(tx.now())), people).await
}

async fn put_into_inboxes(
    tx: &Tx,
    (telling, mailed_at): (&Telling, Option<DateTime<Utc>>),
    people: &[PersonId],
) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let notice = |person: &PersonId| Notice {
        id: tx.id(),
        person_id: *person,
        community_id: telling.community,
        kind: telling.kind,
        about: telling.about.clone(),
        thread_id: telling.thread,
        facts: telling.facts.clone(),
        at: telling.at,
        done_at: None,
        mailed_at,
    };
    store::tell(tx, people.iter().map(notice).collect()).await?;
    let told = store::told_to(&tx.conn(), &telling.about, people).await?;
    changed(tx, told.iter()).await
}

/// Settles what was told of something that is over, or that one person has done.
pub(crate) async fn settle(tx: &Tx, about: &str, person: Option<PersonId>) -> Result<()> {
    let told = store::told_about(&tx.conn(), about, person).await?;
    settle_those(tx, told).await
}

/// Settles what was told of something to everybody, of one kind alone.
pub(crate) async fn settle_kind(tx: &Tx, about: &str, kind: NoticeKind) -> Result<()> {
    let mut told = store::told_about(&tx.conn(), about, None).await?;
    told.retain(|it| it.kind == kind);
    settle_those(tx, told).await
}

/// Settles those of them that still wait.
pub(crate) async fn settle_those(tx: &Tx, told: Vec<Notice>) -> Result<()> {
    let open: Vec<Notice> = told.into_iter().filter(|it| it.done_at.is_none()).collect();
    let ids: Vec<NoticeId> = open.iter().map(|it| it.id).collect();
    store::settle_notices(tx, &ids).await?;
    changed(tx, open.iter()).await
}

/// Tells open pages that notices are not as they were.
async fn changed(tx: &Tx, notices: impl Iterator<Item = &Notice>) -> Result<()> {
    let facts: Vec<NoticeChanged> = notices
        .map(|notice| NoticeChanged {
            person: notice.person_id,
            notice: notice.id,
        })
        .collect();
    tx.emit_all(Actor::System, &facts).await
}

async fn look_at_calendars(tx: &Tx, fact: &Fact, community: CommunityId) -> Result<()> {
    let members = standings(&tx.conn(), community).await?;
    let members: Vec<PersonId> = members.into_keys().collect();
    look_at_calendar(tx, fact, &members).await
}

async fn look_at_calendar(tx: &Tx, fact: &Fact, people: &[PersonId]) -> Result<()> {
    let happened = |person: &PersonId| Happened {
        person: *person,
        kind: MailKind::Session,
        at: fact.happened_at,
    };
    let happened: Vec<Happened> = people.iter().map(happened).collect();
    store::expect_letters(tx, &happened).await
}
