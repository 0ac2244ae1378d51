//! How the results of a search are spread: how many of each kind, community, person, year.
//!
//! Counted while the results are gathered, so only over what the asker may read.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Datelike};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, SegmentReader};

use crate::audience::Readable;
use crate::document::Mark;
use crate::error::Result;
use crate::index::Index;
use crate::schema::{AUTHOR, CHANNEL, COMMUNITY, CREATED, KIND, MARKS, SESSION};

/// The largest shares of each kind are told.
pub const SHARES_MAX: usize = 20;

const FIRST_YEAR: i32 = 1970;
const YEARS: usize = 200;
const NAMED: [&str; 5] = [KIND, COMMUNITY, CHANNEL, SESSION, AUTHOR];

/// How many of the results have each value, the most first. A document without a value counts nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    pub kinds: Vec<Share>,
    pub communities: Vec<Share>,
    pub channels: Vec<Share>,
    pub sessions: Vec<Share>,
    pub authors: Vec<Share>,
    /// By UTC, the latest first.
    pub years: Vec<Share<i32>>,
    pub marks: Vec<Share<Mark>>,
}

/// A value, and how many results have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share<T = String> {
    pub value: T,
    pub count: u64,
}

impl Index {
    /// The sessions that anything belongs to which this asker may read, for finding them by name.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn sessions(&self, audience: &[String]) -> Result<BTreeSet<String>> {
        let live = self.searched();
        let searcher = live.searcher();
        let readable = Readable::by(audience, (&searcher, &live, &self.shared.readers))?;
        let mut sessions = BTreeSet::new();
        for (segment, set) in readable.segments() {
            let Some(column) = segment.fast_fields().str(SESSION)? else {
                continue;
            };
            let mut known = vec![false; column.num_terms()];
            let docs = (0..segment.max_doc()).filter(|doc| set.contains(*doc));
            for value in docs.flat_map(|doc| column.term_ords(doc)) {
                if let Some(known) = usize::try_from(value).ok().and_then(|it| known.get_mut(it)) {
                    *known = true;
                }
            }
            for (value, _) in (0..).zip(known).filter(|(_, known)| *known) {
                let mut session = String::new();
                column.ord_to_str(value, &mut session)?;
                sessions.insert(session);
            }
        }
        Ok(sessions)
    }
}

/// What is counted over all segments.
#[derive(Default)]
pub(crate) struct Tally {
    named: [HashMap<String, u64>; NAMED.len()],
    years: Vec<u64>,
    marks: [u64; Mark::ALL.len()],
}

/// What is counted in one segment.
pub(crate) struct SegmentTally {
    named: Vec<(Option<StrColumn>, Vec<u64>)>,
    created: Column<i64>,
    years: Vec<u64>,
    marks_of: Column<u64>,
    marks: [u64; Mark::ALL.len()],
}

impl SegmentTally {
    pub fn of(segment: &SegmentReader) -> tantivy::Result<Self> {
        let fast = segment.fast_fields();
        let mut named = Vec::with_capacity(NAMED.len());
        for name in NAMED {
            let column = fast.str(name)?;
            let values = column.as_ref().map_or(0, |column| column.num_terms());
            named.push((column, vec![0; values]));
        }
        Ok(Self {
            named,
            created: fast.i64(CREATED)?,
            years: vec![0; YEARS],
            marks_of: fast.u64(MARKS)?,
            marks: [0; Mark::ALL.len()],
        })
    }

    pub fn count(&mut self, doc: DocId) {
        for (column, counts) in &mut self.named {
            let Some(column) = column else { continue };
            for value in column.term_ords(doc) {
                if let Some(count) = usize::try_from(value)
                    .ok()
                    .and_then(|it| counts.get_mut(it))
                {
                    *count += 1;
                }
            }
        }
        if let Some(count) = year_of(self.created.first(doc)).and_then(|it| self.years.get_mut(it))
        {
            *count += 1;
        }
        let marks = self.marks_of.first(doc).unwrap_or(0);
        for (count, mark) in self.marks.iter_mut().zip(Mark::ALL) {
            *count += u64::from(marks & mark.bit() != 0);
        }
    }

    pub fn add_to(self, tally: &mut Tally) -> tantivy::Result<()> {
        for ((column, counts), all) in self.named.into_iter().zip(&mut tally.named) {
            let Some(column) = column else { continue };
            for (value, count) in (0..).zip(counts).filter(|(_, count)| *count > 0) {
                let mut word = String::new();
                column.ord_to_str(value, &mut word)?;
                *all.entry(word).or_default() += count;
            }
        }
        tally.years.resize(YEARS, 0);
        for (all, count) in tally.years.iter_mut().zip(self.years) {
            *all += count;
        }
        for (all, count) in tally.marks.iter_mut().zip(self.marks) {
            *all += count;
        }
        Ok(())
    }
}

impl Tally {
    pub fn told(self) -> Facets {
        let [kinds, communities, channels, sessions, authors] = self.named.map(largest);
        let mut years = shares((FIRST_YEAR..).zip(self.years));
        years.reverse();
        Facets {
            kinds,
            communities,
            channels,
            sessions,
            authors,
            years,
            marks: shares(Mark::ALL.into_iter().zip(self.marks)),
        }
    }
}

fn shares<T>(counts: impl IntoIterator<Item = (T, u64)>) -> Vec<Share<T>> {
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    counts
        .map(|(value, count)| Share { value, count })
        .collect()
}

fn largest(counts: HashMap<String, u64>) -> Vec<Share> {
    let mut shares = shares(counts);
    shares.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    shares.truncate(SHARES_MAX);
    shares
}

/// The place of a moment's year among those that are counted.
fn year_of(created: Option<i64>) -> Option<usize> {
    let year = DateTime::from_timestamp_millis(created?)?.year();
    usize::try_from(year - FIRST_YEAR).ok()
}
