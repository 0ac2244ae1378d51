//! Keeping the log: whatever is told that stands in it becomes its next entry.
use crate::chain::{BEGINNING, hash_of};
use crate::decisions::decision;
use crate::{Entry, store};
use async_trait::async_trait;
use chrono::{DateTime, SubsecRound, Utc};
use kernel::{AuditEntryId, CommunityId, Conn, Fact, Follower, PersonId, Result, Tx};
use serde::de::DeserializeOwned;
use std::collections::HashSet;
use uuid::Uuid;

/// Follows the log and keeps the audit log. Its place and its entries are one transaction, and the end
/// of the chain is read in it: of two nodes that hear the same, one has nothing to do any more.
#[derive(Default)]
pub struct KeepAuditLog;

#[async_trait]
impl Follower for KeepAuditLog {
    const NAME: &'static str = "audit";

    fn heeds(&self, fact: &Fact) -> bool {
        decision(fact).is_some()
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        let conn = tx.conn();
        // After a log moved to another database, some things are heard again.
        let ids: Vec<AuditEntryId> = facts.iter().map(id_of).collect();
        let known = store::known_among(&conn, &ids).await?;
        let rooms = rooms_of(&conn, facts).await?;
        let (mut number, mut hash) = store::end_of_chain(&conn)
            .await?
            .unwrap_or((0, BEGINNING.to_owned()));
        let mut entries = Vec::with_capacity(facts.len());
        for fact in facts {
            if known.contains(&id_of(fact)) || is_in(&rooms, fact) {
                continue;
            }
            let Some(mut entry) = entry_of(fact) else {
                continue;
            };
            number += 1;
            entry.number = number;
            entry.hash = hash_of(&hash, &entry);
            hash.clone_from(&entry.hash);
            entries.push(entry);
        }
        store::append(tx, entries).await
    }
}

pub(crate) fn id_of(fact: &Fact) -> AuditEntryId {
    Uuid::from(fact.id).into()
}

/// The rooms of a few that these facts tell of.
pub(crate) async fn rooms_of(conn: &Conn<'_>, facts: &[Fact]) -> Result<HashSet<CommunityId>> {
    let places: HashSet<CommunityId> = facts.iter().filter_map(|it| it.place.community).collect();
    let places: Vec<CommunityId> = places.into_iter().collect();
    communities::rooms_among(conn, &places).await
}

pub(crate) fn is_in(rooms: &HashSet<CommunityId>, fact: &Fact) -> bool {
    fact.place.community.is_some_and(|it| rooms.contains(&it))
}

/// What stands in the log of a fact, but for its place there.
pub(crate) fn entry_of(fact: &Fact) -> Option<Entry> {
    let kept = decision(fact)?;
    let origin = fact.origin.clone().unwrap_or_default();
    let (before, after) = kept.change(fact);
    Some(Entry {
        number: 0,
        id: id_of(fact),
        at: kept_moment(fact.happened_at),
        kind: fact.kind.clone(),
        actor_id: fact.actor,
        via: origin.via,
        address: origin.address.or_else(|| named(fact, "address")),
        device: origin.device.or_else(|| named(fact, "device")),
        object: kept.object(fact),
        person_id: named::<PersonId>(fact, "person").or(fact.place.person),
        community_id: fact.place.community,
        before,
        after,
        hash: String::new(),
    })
}

/// To the microsecond: both databases keep that much.
fn kept_moment(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}

fn named<T: DeserializeOwned>(fact: &Fact, name: &str) -> Option<T> {
    serde_json::from_value(fact.body.get(name)?.clone()).ok()
}
