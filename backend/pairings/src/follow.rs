//! Pairs keep pace with who belongs to a community, and who may come in at all.
use crate::commands::leave;
use crate::store;
use async_trait::async_trait;
use communities::MemberRemoved;
use identity::PersonSuspended;
use kernel::{Actor, CommunityId, Event, Fact, Follower, PersonId, Result, Tx};

/// Takes who is gone out of their pairs and out of the rooms of these, and mends what is left of them.
#[derive(Default)]
pub struct KeepPairs;

#[async_trait]
impl Follower for KeepPairs {
    const NAME: &'static str = "pairings";

    fn heeds(&self, fact: &Fact) -> bool {
        gone(fact).is_some()
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        for (person, community) in facts.iter().filter_map(gone) {
            let pairs = store::open_pairs_with(&tx.conn(), person, community).await?;
            // Who came back since is not gone: what is heard may be long past.
            if pairs.is_empty() || is_back(tx, (person, community)).await? {
                continue;
            }
            for pair in pairs {
                leave(tx, &pair, person).await?;
            }
        }
        Ok(())
    }
}

async fn is_back(tx: &Tx, (person, from): (PersonId, Option<CommunityId>)) -> Result<bool> {
    let conn = tx.conn();
    let Some(community) = from else {
        let person = identity::person_by_id(&conn, person).await?;
        return Ok(person.is_some_and(|person| person.suspended_at.is_none()));
    };
    communities::is_member(&conn, Actor::Person(person), community).await
}

/// Who is gone from one community, or from all.
fn gone(fact: &Fact) -> Option<(PersonId, Option<CommunityId>)> {
    match fact.kind.as_str() {
        MemberRemoved::KIND => fact
            .as_event()
            .map(|it: MemberRemoved| (it.person, Some(it.community))),
        PersonSuspended::KIND => fact.as_event().map(|it: PersonSuspended| (it.person, None)),
        _ => None,
    }
}
