//! Checking the log: that the chain is whole, and that it says what the event log says.
//!
//! The chain alone finds what somebody changed who cannot reckon; whoever reckons the rest of it anew is
//! found by the event log, and whoever rewrites that too by a seal that was noted elsewhere.
use crate::chain::{BEGINNING, hash_of};
use crate::decisions::{KEPT, decision};
use crate::jobs::{KeepAuditLog, entry_of, id_of, is_in, rooms_of};
use crate::policy::ReadAuditLog;
use crate::{Entry, store};
use kernel::{
    AuditEntryId, Conn, Cursor, Error, Fact, Follower, Organisation, Permit, Result,
    facts_of_kinds_after, place_of,
};
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

const AT_ONCE: u64 = 1000;
/// So many facts are compared with their entries at once.
const FACTS_AT_ONCE: u64 = 400;
/// So many entries are checked while somebody waits for the page.
const NEWEST: i64 = 50_000;

/// A place in the chain: whoever notes it elsewhere can tell later whether all before it is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    pub number: i64,
    pub hash: String,
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.number, self.hash)
    }
}

impl FromStr for Seal {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let parts = text.split_once(':');
        let parts = parts.and_then(|(number, hash)| Some((number.parse().ok()?, hash)));
        let is_hash = |hash: &str| hash.len() == BEGINNING.len();
        match parts {
            Some((number, hash)) if number > 0 && is_hash(hash) => Ok(Self {
                number,
                hash: hash.to_lowercase(),
            }),
            _ => Err(Error::invalid("seal", "this is no seal of the audit log")
                .hint("a seal is a number, a colon and 64 digits, as audit verify prints it")),
        }
    }
}

/// The first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// There is no entry of this number, and there are later ones.
    Missing { number: i64 },
    /// It is not what was written, or what stands before it is not.
    Altered { number: i64 },
    /// The chain is whole, and another than the one that was sealed.
    Resealed { number: i64 },
    /// It says something else than the fact that it tells of.
    Untrue { number: i64 },
    /// Facts that were heard have no entry: how many, and the kind of the first.
    Lost { facts: u64, kind: String },
    /// Entries tell of facts that there are none of.
    Invented { entries: u64 },
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { number } => write!(f, "entry {number} is missing"),
            Self::Altered { number } => write!(
                f,
                "the chain breaks at entry {number}: it, or what it follows, was changed"
            ),
            Self::Resealed { number } => write!(
                f,
                "entry {number} is not the one that was sealed: the log was written anew"
            ),
            Self::Untrue { number } => write!(
                f,
                "entry {number} says something else than the event log does"
            ),
            Self::Lost { facts, kind } => write!(
                f,
                "{facts} facts of the event log have no entry; the first is {kind}"
            ),
            Self::Invented { entries } => write!(
                f,
                "{entries} entries tell of what the event log does not know"
            ),
        }
    }
}

/// How a check ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many entries were looked at.
    pub entries: u64,
    /// The last of them that follows from those before it.
    pub seal: Option<Seal>,
    pub flaw: Option<Flaw>,
}

/// Walks the whole chain, and compares it with the event log, and with a seal if there is one.
pub async fn verify(
    conn: &Conn<'_>,
    leave: &Permit<ReadAuditLog, Organisation>,
    seal: Option<&Seal>,
) -> Result<Checked> {
    let mut checked = walk(conn, leave, (0, seal)).await?;
    let short = seal.filter(|seal| {
        checked
            .seal
            .as_ref()
            .is_none_or(|it| it.number < seal.number)
    });
    if let (Some(seal), None) = (short, &checked.flaw) {
        checked.flaw = Some(Flaw::Missing {
            number: seal.number,
        });
    }
    if checked.flaw.is_none() {
        checked.flaw = compare(conn, checked.entries).await?;
    }
    Ok(checked)
}

/// Walks the newest entries, for somebody who waits.
pub async fn verify_newest(
    conn: &Conn<'_>,
    leave: &Permit<ReadAuditLog, Organisation>,
) -> Result<Checked> {
    let last = store::end_of_chain(conn).await?;
    let from = last.map_or(0, |(number, _)| (number - NEWEST).max(0));
    walk(conn, leave, (from, None)).await
}

/// Walks the chain from behind this number on.
async fn walk(
    conn: &Conn<'_>,
    leave: &Permit<ReadAuditLog, Organisation>,
    (from, seal): (i64, Option<&Seal>),
) -> Result<Checked> {
    let mut link = Link::behind(conn, leave, from).await?;
    let mut entries = 0;
    loop {
        let some = store::entries_after(conn, leave, (link.number, AT_ONCE)).await?;
        if some.is_empty() {
            break;
        }
        for entry in &some {
            entries += 1;
            if let Err(flaw) = link.take(entry, seal) {
                return Ok(Checked {
                    entries,
                    seal: link.seal(),
                    flaw: Some(flaw),
                });
            }
        }
    }
    Ok(Checked {
        entries,
        seal: link.seal(),
        flaw: None,
    })
}

/// The end of what is whole so far.
struct Link {
    number: i64,
    hash: String,
}

impl Link {
    async fn behind(
        conn: &Conn<'_>,
        leave: &Permit<ReadAuditLog, Organisation>,
        number: i64,
    ) -> Result<Self> {
        let found = match number {
            0 => None,
            _ => store::entries_after(conn, leave, (number - 1, 1))
                .await?
                .pop(),
        };
        Ok(found.map_or_else(
            || Self {
                number: 0,
                hash: BEGINNING.to_owned(),
            },
            |entry| Self {
                number: entry.number,
                hash: entry.hash,
            },
        ))
    }

    fn take(&mut self, entry: &Entry, seal: Option<&Seal>) -> Result<(), Flaw> {
        let number = self.number + 1;
        if entry.number != number {
            return Err(Flaw::Missing { number });
        }
        if entry.hash != hash_of(&self.hash, entry) {
            return Err(Flaw::Altered { number });
        }
        if seal.is_some_and(|seal| seal.number == number && seal.hash != entry.hash) {
            return Err(Flaw::Resealed { number });
        }
        self.number = number;
        self.hash.clone_from(&entry.hash);
        Ok(())
    }

    fn seal(&self) -> Option<Seal> {
        (self.number > 0).then(|| Seal {
            number: self.number,
            hash: self.hash.clone(),
        })
    }
}

/// Compares what the log says with what the event log does.
async fn compare(conn: &Conn<'_>, entries: u64) -> Result<Option<Flaw>> {
    let heard = place_of(conn, KeepAuditLog::NAME).await?;
    let kinds: Vec<&str> = KEPT.iter().map(|kept| kept.kind).collect();
    let (mut cursor, mut known, mut lost) = (Cursor::default(), 0, 0);
    let mut first_lost = None;
    loop {
        let facts = facts_of_kinds_after(conn, &kinds, (cursor, FACTS_AT_ONCE)).await?;
        let Some(last) = facts.last() else {
            break;
        };
        cursor = last.cursor;
        let of_facts = entries_of(conn, &facts).await?;
        let rooms = rooms_of(conn, &facts).await?;
        for fact in facts.iter().filter(|fact| decision(fact).is_some()) {
            match of_facts.get(&id_of(fact)) {
                Some(entry) if !tells(entry, fact) => {
                    let number = entry.number;
                    return Ok(Some(Flaw::Untrue { number }));
                }
                Some(_) => known += 1,
                None if fact.cursor <= heard && !is_in(&rooms, fact) => {
                    lost += 1;
                    first_lost.get_or_insert_with(|| fact.kind.clone());
                }
                None => {}
            }
        }
    }
    Ok(match first_lost {
        Some(kind) => Some(Flaw::Lost { facts: lost, kind }),
        None if entries > known => Some(Flaw::Invented {
            entries: entries - known,
        }),
        None => None,
    })
}

async fn entries_of(conn: &Conn<'_>, facts: &[Fact]) -> Result<HashMap<AuditEntryId, Entry>> {
    let ids: Vec<AuditEntryId> = facts.iter().map(id_of).collect();
    let found = store::entries_by_ids(conn, &ids).await?;
    Ok(found.into_iter().map(|entry| (entry.id, entry)).collect())
}

/// Whether an entry says what the fact does. What of a fact is kept may become more with a new version of
/// the program: an entry is held against who, when, where and what, and not against how much was kept.
fn tells(entry: &Entry, fact: &Fact) -> bool {
    entry_of(fact).is_some_and(|of_fact| {
        let who = (entry.at, &entry.kind, entry.actor_id, entry.community_id);
        let told = (
            of_fact.at,
            &of_fact.kind,
            of_fact.actor_id,
            of_fact.community_id,
        );
        who == told && (&entry.via, &entry.address) == (&of_fact.via, &of_fact.address)
    })
}
