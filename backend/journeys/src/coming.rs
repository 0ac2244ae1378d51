//! Who comes while something is asked, and who goes away or is back, is asked in their turn; and what is
//! filled in on the way out of a session is there when people go.
use checkins::AwayChanged;
use communities::{MemberChanged, MemberJoined};
use kernel::{CommunityId, Event, Fact, PersonId, Result, Tx};
use sessions::SessionClosed;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn heeds(fact: &Fact) -> bool {
    let heeded = [
        MemberJoined::KIND,
        MemberChanged::KIND,
        AwayChanged::KIND,
        SessionClosed::KIND,
    ];
    heeded.contains(&fact.kind.as_str())
}

pub(crate) async fn hear(tx: &Tx, facts: &[Fact]) -> Result<()> {
    let mut came: BTreeMap<CommunityId, BTreeSet<PersonId>> = BTreeMap::new();
    for (community, person) in facts.iter().filter_map(arrival) {
        came.entry(community).or_default().insert(person);
    }
    for (community, people) in &came {
        checkins::ask_who_came(tx, (*community, people)).await?;
    }
    let moved: BTreeSet<PersonId> = facts
        .iter()
        .filter_map(|fact| fact.as_event().map(|it: AwayChanged| it.person))
        .collect();
    for person in moved {
        pulses::ask_when_there(tx, person).await?;
    }
    for fact in facts {
        if let Some(SessionClosed { session, .. }) = fact.as_event() {
            pulses::end_early(tx, session).await?;
        }
    }
    Ok(())
}

fn arrival(fact: &Fact) -> Option<(CommunityId, PersonId)> {
    match fact.kind.as_str() {
        MemberJoined::KIND => fact
            .as_event()
            .map(|it: MemberJoined| (it.community, it.person)),
        MemberChanged::KIND => fact
            .as_event()
            .map(|it: MemberChanged| (it.community, it.person)),
        _ => None,
    }
}
