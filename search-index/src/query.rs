//! Searching.

use tantivy::schema::{Field, Value};
use tantivy::{DocAddress, Searcher, TantivyDocument};

use crate::analyze::Stemmers;
use crate::audience::Readable;
use crate::cursor::Cursor;
use crate::error::{Error, Result};
use crate::facets::{Facets, SegmentTally, Tally};
use crate::index::Index;
use crate::live::Live;
use crate::meant::{self, Meant};
use crate::measure::Measure;
use crate::parse::{Asked, Note};
use crate::plan::Planner;
use crate::rank::{DAY_MS, Ranked, Ranking};
use crate::sieve::{Plan, Reach, Sieve};
use crate::snippet::Marker;

pub const LIMIT_MAX: usize = 100;
/// Totals are exact up to here, and said to be "more than" beyond.
pub const TOTAL_MAX: u64 = 10_000;

/// With fewer results that have all of the words, those with some of them follow.
const ENOUGH: u64 = 20;
/// Who types more words than this tells what it is about: what has the rarest of them, and not just all
/// of them, is what was meant.
const TERSE: usize = 3;

#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// What is looked for. The ids of its names must have been told.
    pub asked: &'a Asked,
    /// What the asker belongs to: what has none of these in its audience does not exist for him.
    pub audience: &'a [String],
    /// 1 to [`LIMIT_MAX`].
    pub limit: usize,
    /// Begins after this hit.
    pub after: Option<&'a Cursor>,
    /// Unix time in milliseconds: what is new counts a little more.
    pub now: i64,
    pub count: Count,
}

/// What is counted beside the hits of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    Total,
    /// How the results are spread, too.
    Facets,
}

#[derive(Default)]
pub struct Page {
    pub hits: Vec<Hit>,
    /// Marks in the texts of the hits what was looked for: the index does not keep them.
    pub marker: Marker,
    /// How many results there are on all pages, [`TOTAL_MAX`] at most.
    pub total: u64,
    /// `false`: there are more than `total`.
    pub total_is_exact: bool,
    /// Are there results after the last hit?
    pub has_more: bool,
    pub note: Option<Note>,
    /// Empty unless asked for.
    pub facets: Facets,
    /// The search with words that the asker may read in place of those that nothing has.
    pub did_you_mean: Option<Meant>,
    /// What was looked for beside, as it means the same.
    pub also: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Hit {
    pub id: String,
    /// Comparable within one search only.
    pub score: f32,
    pub cursor: Cursor,
    /// The languages of its words.
    pub(crate) tongues: Vec<usize>,
}

impl Index {
    /// Finds what the asker may read, best first.
    ///
    /// # Errors
    /// When the limit is not within its bounds, or the disk fails. No wording of a search is an error.
    pub fn search(&self, query: &Query<'_>) -> Result<Page> {
        check(query.limit)?;
        let asked = query.asked;
        let page = Page {
            note: asked.note,
            total_is_exact: true,
            ..Page::default()
        };
        let live = self.searched();
        let searcher = live.searcher();
        let readable = Readable::by(query.audience, (&searcher, &live, &self.shared.readers))?;
        if asked.is_empty() || readable.documents() == 0 {
            return Ok(page);
        }
        let measured = query.after.map(|cursor| &cursor.measure);
        let mut planner = Planner {
            fields: &live.fields,
            readable: &readable,
            measured,
            measure: match measured {
                Some(first) => Measure {
                    found: Vec::new(),
                    ..first.clone()
                },
                None => Measure {
                    today: query.now / DAY_MS,
                    documents: readable.documents(),
                    tongues: readable.tongues(),
                    found: Vec::new(),
                },
            },
            marker: Marker::default(),
            stemmers: Stemmers::default(),
            widened: 0,
            misspelt: 0,
            alike: 0,
            also: Vec::new(),
        };
        let plan = planner.plan(asked)?;
        let (measure, marker, also) = (planner.measure, planner.marker, planner.also);
        let run = Run {
            query,
            readable: &readable,
            live: &live,
            plan: &plan,
            today: measure.today,
        };
        let found = run.all_or_some()?;
        let did_you_mean = match query.after {
            None => meant::instead((asked, &measure), &live, &readable)?,
            Some(_) => None,
        };
        let teller = Teller {
            readable: &readable,
            reach: found.reach,
            measure,
        };
        let none_has_all = found.none_has_all.then_some(Note::SomeOfTheWords);
        Ok(Page {
            total: found.ranking.total.min(TOTAL_MAX),
            total_is_exact: found.ranking.total <= TOTAL_MAX,
            has_more: found.ranking.found.len() > query.limit,
            note: page.note.or(none_has_all),
            hits: teller.hits(found.ranking, query.limit),
            marker,
            facets: found.tally.told(),
            did_you_mean,
            also,
        })
    }
}

pub(crate) fn check(limit: usize) -> Result<()> {
    match (1..=LIMIT_MAX).contains(&limit) {
        true => Ok(()),
        false => Err(Error::Limit {
            asked: limit,
            max: LIMIT_MAX,
        }),
    }
}

/// What one search found.
struct Outcome {
    reach: Reach,
    ranking: Ranking,
    tally: Tally,
    none_has_all: bool,
}

/// One search under way.
struct Run<'a> {
    query: &'a Query<'a>,
    readable: &'a Readable<'a>,
    live: &'a Live,
    plan: &'a Plan,
    today: i64,
}

impl Run<'_> {
    /// All words first, some where those are few. The pages after the first stay with what that one
    /// chose.
    fn all_or_some(&self) -> Result<Outcome> {
        let chosen = self.query.after.map(|cursor| cursor.reach);
        match self.plan.words.len() {
            _ if self.query.asked.is_whole => return self.reaching(Reach::AllWords),
            0 | 1 => return self.reaching(Reach::AllWords),
            2..=TERSE => {}
            _ => return self.reaching(Reach::SomeWords),
        }
        if let Some(reach) = chosen {
            return self.reaching(reach);
        }
        let all = self.reaching(Reach::AllWords)?;
        if all.ranking.total >= ENOUGH {
            return Ok(all);
        }
        let some = self.reaching(Reach::SomeWords)?;
        Ok(Outcome {
            none_has_all: all.ranking.total == 0 && some.ranking.total > 0,
            ..some
        })
    }

    fn reaching(&self, reach: Reach) -> Result<Outcome> {
        let ranked = Ranked {
            // One more than asked for tells whether there are more.
            limit: self.query.limit + 1,
            after: self.query.after.map(|cursor| cursor.place.clone()),
            today: self.today,
            all_first: self.plan.words.len() <= TERSE,
        };
        let (mut parts, mut tally) = (Vec::new(), Tally::default());
        for (ord, (segment, set)) in (0..).zip(self.readable.segments()) {
            let mut part = ranked.part(ord, segment)?;
            let segment_and_fields = (segment, &self.live.fields);
            let sieve = Sieve::of((self.plan, reach), segment_and_fields, set.clone())?;
            match self.query.count {
                Count::Total => sieve.each(|doc, held| part.gather(doc, held)),
                Count::Facets => {
                    let mut counts = SegmentTally::of(segment)?;
                    sieve.each(|doc, held| {
                        part.gather(doc, held);
                        counts.count(doc);
                    });
                    counts.add_to(&mut tally)?;
                }
            }
            parts.push(part);
        }
        Ok(Outcome {
            reach,
            ranking: ranked.join(parts)?,
            tally,
            none_has_all: false,
        })
    }
}

/// Makes hits of what was found.
struct Teller<'a> {
    readable: &'a Readable<'a>,
    reach: Reach,
    measure: Measure,
}

impl Teller<'_> {
    fn hits(&self, ranking: Ranking, limit: usize) -> Vec<Hit> {
        let mut hits = Vec::with_capacity(limit.min(ranking.found.len()));
        for found in ranking.found.into_iter().take(limit) {
            hits.push(Hit {
                score: found.place.score,
                id: found.place.id.clone(),
                tongues: self.readable.tongues_at(found.address),
                cursor: Cursor {
                    reach: self.reach,
                    place: found.place,
                    measure: self.measure.clone(),
                },
            });
        }
        hits
    }
}

/// What the index keeps of a document to show it: its title.
pub(crate) struct Stored(TantivyDocument);

impl Stored {
    pub fn read(searcher: &Searcher, address: DocAddress) -> Result<Self> {
        Ok(Self(searcher.doc(address)?))
    }

    pub fn text(&self, field: Field) -> &str {
        let first = self.0.get_first(field);
        first.and_then(|value| value.as_str()).unwrap_or_default()
    }
}
