//! Pairs keep pace with who belongs to a community, and who may come in at all.
use crate::commands::leave;
use crate::store;
use async_trait::async_trait;
use communities::MemberRemoved;
use identity::PersonSuspended;
use kernel::{CommunityId, Event, Fact, Follower, PersonId, Result, Tx};

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
            for pair in store::open_pairs_with(&tx.conn(), person, community).await? {
                leave(tx, &pair, person).await?;
            }
        }
        Ok(())
    }
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
