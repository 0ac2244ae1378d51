//! What must be written so that a person's own calendar is right again. Pure.
//!
//! What should stand there is compared with what letters put there: whatever happened in between, and in
//! which order, each difference is one letter.
use crate::calendar::{Entry, Errand};
use crate::tables::AsSent;
use crate::{CalendarEntry, When};
use chrono::{DateTime, Utc};
use kernel::{SessionId, SessionPartId};
use sessions::{SessionSeen, SessionState};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Sessions that the person still sees, each with whether it is cancelled.
pub(crate) type Elsewhere = HashMap<SessionId, bool>;

/// What stands between a calendar and what it should say.
pub(crate) struct Difference<'a> {
    /// Sessions that the person sees and that are not over.
    pub ahead: &'a [SessionSeen],
    /// Sessions that letters told of, as they stand now.
    pub elsewhere: &'a Elsewhere,
    /// What letters said.
    pub entries: &'a [CalendarEntry],
    /// When the person wants to hear of sessions: only who hears at once is invited.
    pub wanted: When,
    pub now: DateTime<Utc>,
}

impl Difference<'_> {
    pub fn errands(&self) -> Vec<(Entry, Errand)> {
        if self.wanted == When::Not {
            return Vec::new();
        }
        let known: BTreeMap<SessionPartId, &CalendarEntry> = self
            .entries
            .iter()
            .map(|entry| (entry.part_id, entry))
            .collect();
        let mut standing = HashSet::new();
        let mut errands = Vec::new();
        for seen in self.ahead {
            for part in seen.parts.iter().filter(|part| part.ends_at > self.now) {
                standing.insert(part.id);
                let sent = AsSent {
                    starts_at: part.starts_at,
                    ends_at: part.ends_at,
                    title: seen.session.title.clone(),
                    place: seen.session.place.clone(),
                };
                let sequence = match known.get(&part.id) {
                    None if self.wanted == When::AtOnce => seen.session.sequence,
                    None => continue,
                    Some(entry) if entry.stands() && entry.as_sent == sent => continue,
                    Some(entry) => (entry.sequence + 1).max(seen.session.sequence),
                };
                let entry = Entry {
                    session: seen.session.id,
                    part: part.id,
                    sequence,
                    sent,
                    changed_at: seen.session.changed_at,
                };
                errands.push((entry, Errand::Request));
            }
        }
        let gone = self.entries.iter().filter(|entry| {
            entry.stands() && !standing.contains(&entry.part_id) && entry.as_sent.ends_at > self.now
        });
        errands.extend(gone.filter_map(|entry| self.taken_out(entry)));
        errands
    }

    fn taken_out(&self, entry: &CalendarEntry) -> Option<(Entry, Errand)> {
        let is_ahead = |seen: &SessionSeen| seen.session.id == entry.gathering_id;
        let errand = match self.elsewhere.get(&entry.gathering_id) {
            None => Errand::Withdraw,
            Some(true) => Errand::Cancel,
            // A part that its session gave up does not take place.
            Some(false) if self.ahead.iter().any(is_ahead) => Errand::Cancel,
            // It was closed before its time.
            Some(false) => return None,
        };
        let entry = Entry {
            session: entry.gathering_id,
            part: entry.part_id,
            sequence: entry.sequence + 1,
            sent: entry.as_sent.clone(),
            changed_at: self.now,
        };
        Some((entry, errand))
    }
}

/// A session as a feed shows it.
pub(crate) fn entries_of_session(seen: &SessionSeen) -> Vec<(Entry, Errand)> {
    let errand = match seen.session.state {
        SessionState::Cancelled => Errand::Cancel,
        _ => Errand::Request,
    };
    let entry = |part: &sessions::Part| Entry {
        session: seen.session.id,
        part: part.id,
        sequence: seen.session.sequence,
        sent: AsSent {
            starts_at: part.starts_at,
            ends_at: part.ends_at,
            title: seen.session.title.clone(),
            place: seen.session.place.clone(),
        },
        changed_at: seen.session.changed_at,
    };
    seen.parts
        .iter()
        .map(|part| (entry(part), errand))
        .collect()
}
