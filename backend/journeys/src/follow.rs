//! Journeys keep pace with what they depend on: sessions, members, the calendar.
use crate::commands::settle;
use crate::{Journey, TemplateChanged, coming, each_session, store};
use async_trait::async_trait;
use communities::{
    CalendarChanged, CommunityArchived, CommunityChanged, CommunityRestored, MemberChanged,
    MemberJoined, MemberRemoved,
};
use kernel::{Actor, CommunityId, Event, Fact, Follower, Result, SessionId, TemplateId, Tx};
use sessions::{
    ProgramDelivered, SessionCancelled, SessionClosed, SessionPublished, SessionRescheduled,
    SessionStarted,
};
use std::collections::BTreeSet;

/// Reckons journeys anew when something they depend on has changed.
#[derive(Default)]
pub struct KeepPace;

#[async_trait]
impl Follower for KeepPace {
    const NAME: &'static str = "journeys";

    fn heeds(&self, fact: &Fact) -> bool {
        whole(fact).is_some()
            || moved(fact).is_some()
            || calendar(fact).is_some()
            || template(fact).is_some()
            || delivered(fact).is_some()
            || coming::heeds(fact)
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        for session in facts.iter().filter_map(published).collect::<BTreeSet<_>>() {
            each_session::begin_at(tx, session).await?;
        }
        for template in facts.iter().filter_map(template).collect::<BTreeSet<_>>() {
            each_session::begin_with(tx, template).await?;
        }
        for community in facts.iter().filter_map(delivered).collect::<BTreeSet<_>>() {
            each_session::begin_in(tx, community).await?;
        }
        let mut journeys: Vec<Journey> = Vec::new();
        let communities: BTreeSet<CommunityId> = facts.iter().filter_map(whole).collect();
        for community in &communities {
            journeys.extend(store::within(&tx.conn(), *community).await?);
        }
        let sessions: BTreeSet<SessionId> = facts.iter().filter_map(moved).collect();
        for session in sessions {
            let standing = store::standing_on(&tx.conn(), session).await?;
            let others = standing
                .into_iter()
                .filter(|journey| !communities.contains(&journey.community_id));
            journeys.extend(others);
        }
        for journey in journeys {
            settle(tx, Actor::System, &journey).await?;
        }
        let calendars: BTreeSet<CommunityId> = facts.iter().filter_map(calendar).collect();
        for community in calendars {
            retime_what_is_asked(tx, community).await?;
        }
        coming::hear(tx, facts).await
    }
}

/// Lets what is due so many days from a session that is still ahead follow the calendar.
async fn retime_what_is_asked(tx: &Tx, community: CommunityId) -> Result<()> {
    let sessions = sessions::sessions_of(&tx.conn(), Actor::System, community).await?;
    let ahead = sessions
        .iter()
        .filter(|seen| seen.session.starts_at > tx.now());
    for seen in ahead {
        prompts::retime(tx, Actor::System, seen.session.id).await?;
        checkins::retime(tx, seen.session.id).await?;
        pulses::retime(tx, seen.session.id).await?;
    }
    Ok(())
}

/// The community whose calendar is another now.
fn calendar(fact: &Fact) -> Option<CommunityId> {
    match fact.kind.as_str() {
        CalendarChanged::KIND => fact.place.community,
        _ => None,
    }
}

/// The community all of whose journeys a fact concerns.
fn whole(fact: &Fact) -> Option<CommunityId> {
    match fact.kind.as_str() {
        MemberJoined::KIND
        | MemberChanged::KIND
        | MemberRemoved::KIND
        | CommunityChanged::KIND
        | CalendarChanged::KIND
        | CommunityArchived::KIND
        | CommunityRestored::KIND => fact.place.community,
        _ => None,
    }
}

/// The session that a community begins to see.
fn published(fact: &Fact) -> Option<SessionId> {
    let published: SessionPublished = fact.as_event()?;
    Some(published.session)
}

/// The community that runs another program now.
fn delivered(fact: &Fact) -> Option<CommunityId> {
    let delivered: ProgramDelivered = fact.as_event()?;
    Some(delivered.community)
}

/// The template that is another now.
fn template(fact: &Fact) -> Option<TemplateId> {
    let changed: TemplateChanged = fact.as_event()?;
    Some(changed.template)
}

/// The session whose journeys a fact concerns.
fn moved(fact: &Fact) -> Option<SessionId> {
    match fact.kind.as_str() {
        SessionPublished::KIND => fact.as_event().map(|it: SessionPublished| it.session),
        SessionRescheduled::KIND => fact.as_event().map(|it: SessionRescheduled| it.session),
        SessionStarted::KIND => fact.as_event().map(|it: SessionStarted| it.session),
        SessionClosed::KIND => fact.as_event().map(|it: SessionClosed| it.session),
        SessionCancelled::KIND => fact.as_event().map(|it: SessionCancelled| it.session),
        _ => None,
    }
}
