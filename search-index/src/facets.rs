//! How the results of a search are spread: how many of each kind, community, person, year or month.
//!
//! Counted while the results are gathered, so only over what the asker may read.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Datelike};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, Searcher, SegmentReader};

use crate::audience::Readable;
use crate::document::Mark;
use crate::error::Result;
use crate::index::Index;
use crate::schema::{AUTHOR, CHANNEL, COMMUNITY, CREATED, KIND, MARKS, SESSION};

/// The largest shares of each kind are told.
pub const SHARES_MAX: usize = 20;

const FIRST_YEAR: i32 = 1970;
const YEARS: usize = 200;
const MONTHS: usize = 12;
/// What was written within so many months is told by the month, and by the year what was not.
const MONTHS_MAX: usize = 24;
const NAMED: [&str; 5] = [KIND, COMMUNITY, CHANNEL, SESSION, AUTHOR];

/// How many of the results have each value, the most first. A document without a value counts nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    pub kinds: Vec<Share>,
    pub communities: Vec<Share>,
    pub channels: Vec<Share>,
    pub sessions: Vec<Share>,
    pub authors: Vec<Share>,
    /// By UTC, the latest first: the months where there are [`MONTHS_MAX`] at most from the first to the
    /// last, otherwise the latest years.
    pub times: Vec<Share<Time>>,
    pub marks: Vec<Share<Mark>>,
}

/// When something was written, as closely as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    Year(i32),
    /// The year, and its month from 1 on.
    Month(i32, u32),
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

/// How many documents there are of each kind, whoever may read them: for who looks after the index.
pub(crate) fn kinds_in(searcher: &Searcher) -> tantivy::Result<BTreeMap<String, u64>> {
    let mut kinds = BTreeMap::new();
    for segment in searcher.segment_readers() {
        let Some(column) = segment.fast_fields().str(KIND)? else {
            continue;
        };
        let mut counts = vec![0; column.num_terms()];
        let docs = segment.doc_ids_alive();
        for value in docs.flat_map(|doc| column.term_ords(doc)) {
            if let Some(count) = usize::try_from(value)
                .ok()
                .and_then(|it| counts.get_mut(it))
            {
                *count += 1;
            }
        }
        for (value, count) in (0..).zip(counts).filter(|(_, count)| *count > 0) {
            let mut kind = String::new();
            column.ord_to_str(value, &mut kind)?;
            *kinds.entry(kind).or_default() += count;
        }
    }
    Ok(kinds)
}

/// What is counted over all segments.
#[derive(Default)]
pub(crate) struct Tally {
    named: [HashMap<String, u64>; NAMED.len()],
    months: Vec<u64>,
    marks: [u64; Mark::ALL.len()],
}

/// What is counted in one segment.
pub(crate) struct SegmentTally {
    named: Vec<(Option<StrColumn>, Vec<u64>)>,
    created: Column<i64>,
    months: Vec<u64>,
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
            months: vec![0; YEARS * MONTHS],
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
        let month = month_of(self.created.first(doc));
        if let Some(count) = month.and_then(|it| self.months.get_mut(it)) {
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
            let (ords, counts): (Vec<u64>, Vec<u64>) =
                (0..).zip(counts).filter(|(_, count)| *count > 0).unzip();
            // In their order, so that the dictionary is read once from its beginning.
            let mut counts = counts.into_iter();
            column.dictionary().sorted_ords_to_term_cb(&ords, |word| {
                let word = String::from_utf8_lossy(word).into_owned();
                *all.entry(word).or_default() += counts.next().unwrap_or(0);
            })?;
        }
        tally.months.resize(YEARS * MONTHS, 0);
        for (all, count) in tally.months.iter_mut().zip(self.months) {
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
        Facets {
            kinds,
            communities,
            channels,
            sessions,
            authors,
            times: times(&self.months),
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

/// The place of a moment's month among those that are counted.
fn month_of(created: Option<i64>) -> Option<usize> {
    let moment = DateTime::from_timestamp_millis(created?)?;
    let year = usize::try_from(moment.year() - FIRST_YEAR).ok()?;
    Some(year * MONTHS + usize::try_from(moment.month0()).ok()?)
}

/// The counts of all months, as closely as their span allows.
fn times(months: &[u64]) -> Vec<Share<Time>> {
    let has_any = |count: &u64| *count > 0;
    let first = months.iter().position(has_any).unwrap_or(0);
    let last = months.iter().rposition(has_any).unwrap_or(0);
    let of_years = (FIRST_YEAR..).zip(months.chunks(MONTHS));
    let mut times = match last - first < MONTHS_MAX {
        true => shares(of_years.flat_map(|(year, months)| {
            let named = (1..).map(move |month| Time::Month(year, month));
            named.zip(months.iter().copied())
        })),
        false => shares(of_years.map(|(year, months)| (Time::Year(year), months.iter().sum()))),
    };
    times.reverse();
    times.truncate(MONTHS_MAX);
    times
}
