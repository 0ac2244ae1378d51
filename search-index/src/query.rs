//! Searching.

use std::fmt;
use std::str::FromStr;

use tantivy::schema::{Field, Value};
use tantivy::{DocAddress, Searcher, TantivyDocument};

use crate::audience::Readable;
use crate::error::{Error, Result};
use crate::index::Index;
use crate::language::Tongue;
use crate::live::Live;
use crate::parse::{Note, parse};
use crate::plan::{Plan, Planner};
use crate::rank::{Place, Ranked, Ranking};
use crate::snippet::{Html, Marker};

pub const QUERY_CHARS_MAX: usize = 512;
pub const LIMIT_MAX: usize = 100;
/// Totals are exact up to here, and said to be "more than" beyond.
pub const TOTAL_MAX: u64 = 10_000;

/// With fewer results that have all of the words, those with some of them follow.
const ENOUGH: u64 = 20;

#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// Words, `"phrases"`, `-excluded`, `begin*`; at most [`QUERY_CHARS_MAX`] characters.
    pub text: &'a str,
    /// What the asker belongs to: what has none of these in its audience does not exist for him.
    pub audience: &'a [String],
    /// Only what is in this community.
    pub community: Option<&'a str>,
    /// 1 to [`LIMIT_MAX`].
    pub limit: usize,
    /// Begins after this hit.
    pub after: Option<&'a Cursor>,
}

#[derive(Debug, Clone, Default)]
pub struct Page {
    pub hits: Vec<Hit>,
    /// How many results there are on all pages, [`TOTAL_MAX`] at most.
    pub total: u64,
    /// `false`: there are more than `total`.
    pub total_is_exact: bool,
    /// Are there results after the last hit?
    pub has_more: bool,
    pub note: Option<Note>,
}

#[derive(Debug, Clone)]
pub struct Hit {
    pub id: String,
    /// Comparable within one search only.
    pub score: f32,
    pub cursor: Cursor,
    pub snippet: Html,
    /// The title, or what it stands under.
    pub title_snippet: Html,
}

/// A place among the results of one search. Written with `Display`, read with `FromStr`.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    reach: Reach,
    place: Place,
}

/// Which results there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    AllWords,
    SomeWords,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reach = match self.reach {
            Reach::AllWords => 'a',
            Reach::SomeWords => 's',
        };
        write!(
            f,
            "{reach}{:08x}{}",
            self.place.score.to_bits(),
            self.place.id
        )
    }
}

impl FromStr for Cursor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let read = || {
            let reach = match text.get(..1)? {
                "a" => Reach::AllWords,
                "s" => Reach::SomeWords,
                _ => return None,
            };
            let score = f32::from_bits(u32::from_str_radix(text.get(1..9)?, 16).ok()?);
            let id = text.get(9..)?.to_owned();
            let known = score.is_finite() && score.is_sign_positive() && !id.is_empty();
            known.then_some(Self {
                reach,
                place: Place { score, id },
            })
        };
        read().ok_or(Error::Cursor)
    }
}

impl Index {
    /// Finds what the asker may read, best first.
    ///
    /// # Errors
    /// When the text is too long, the limit is not within its bounds, or the disk fails. No wording of
    /// a search is an error.
    pub fn search(&self, query: &Query<'_>) -> Result<Page> {
        check(query.text, query.limit)?;
        let asked = parse(query.text);
        let page = Page {
            note: asked.note,
            total_is_exact: true,
            ..Page::default()
        };
        let live = self.live();
        let searcher = live.searcher();
        let readable = Readable::by(
            query.audience,
            (&searcher, &live.fields, &self.shared.readers),
        )?;
        if asked.is_empty() || readable.documents() == 0 {
            return Ok(page);
        }
        let tongues = live.tongues(&searcher)?;
        let (fields, community) = (&live.fields, query.community);
        let mut plan = Planner {
            fields,
            readable: &readable,
            tongues: &tongues,
            community,
        }
        .plan(&asked)?;
        let rank = |query: &dyn tantivy::query::Query, limit, after: Option<&Cursor>| {
            let collector = Ranked {
                limit,
                after: after.map(|cursor| cursor.place.clone()),
            };
            searcher.search_with_statistics_provider(query, &collector, &readable)
        };
        // One more than asked for tells whether there are more.
        let (reach, ranking, none_has_all) =
            run(&plan, query, &|q, after| rank(q, query.limit + 1, after))?;
        let teller = Teller {
            searcher: &searcher,
            live: &live,
            reach,
        };
        Ok(Page {
            total: ranking.total.min(TOTAL_MAX),
            total_is_exact: ranking.total <= TOTAL_MAX,
            has_more: ranking.found.len() > query.limit,
            note: page.note.or(none_has_all.then_some(Note::SomeOfTheWords)),
            hits: teller.hits(ranking, query.limit, &mut plan.marker)?,
        })
    }
}

pub(crate) fn check(text: &str, limit: usize) -> Result<()> {
    let chars = text.chars().count();
    if chars > QUERY_CHARS_MAX {
        return Err(Error::QueryTooLong {
            chars,
            max: QUERY_CHARS_MAX,
        });
    }
    if !(1..=LIMIT_MAX).contains(&limit) {
        return Err(Error::Limit {
            asked: limit,
            max: LIMIT_MAX,
        });
    }
    Ok(())
}

type Rank<'a> = &'a dyn Fn(&dyn tantivy::query::Query, Option<&Cursor>) -> tantivy::Result<Ranking>;

/// All words first, some where those are few. The pages after the first stay with what that one chose.
fn run(plan: &Plan, query: &Query<'_>, rank: Rank<'_>) -> Result<(Reach, Ranking, bool)> {
    let Some(some) = &plan.some else {
        return Ok((Reach::AllWords, rank(&plan.all, query.after)?, false));
    };
    let reach = query.after.map(|cursor| cursor.reach);
    if reach != Some(Reach::SomeWords) {
        let all = rank(&plan.all, query.after)?;
        if reach.is_some() || all.total >= ENOUGH {
            return Ok((Reach::AllWords, all, false));
        }
        let some = rank(some, None)?;
        let none_has_all = all.total == 0 && some.total > 0;
        return Ok((Reach::SomeWords, some, none_has_all));
    }
    Ok((Reach::SomeWords, rank(some, query.after)?, false))
}

/// Makes hits of what was found.
struct Teller<'a> {
    searcher: &'a Searcher,
    live: &'a Live,
    reach: Reach,
}

impl Teller<'_> {
    fn hits(&self, ranking: Ranking, limit: usize, marker: &mut Marker) -> Result<Vec<Hit>> {
        let fields = &self.live.fields;
        let mut hits = Vec::with_capacity(limit.min(ranking.found.len()));
        for found in ranking.found.into_iter().take(limit) {
            let stored = Stored::read(self.searcher, found.address)?;
            let tongues = stored.tongues(fields.tongue);
            let title = match stored.text(fields.title.exact) {
                "" => stored.text(fields.under.exact),
                title => title,
            };
            hits.push(Hit {
                snippet: marker.excerpt(stored.text(fields.body.exact), &tongues),
                title_snippet: marker.title(title, &tongues),
                score: found.place.score,
                id: found.place.id.clone(),
                cursor: Cursor {
                    reach: self.reach,
                    place: found.place,
                },
            });
        }
        Ok(hits)
    }
}

/// What the index keeps of a document to show it.
pub(crate) struct Stored(TantivyDocument);

impl Stored {
    pub fn read(searcher: &Searcher, address: DocAddress) -> Result<Self> {
        Ok(Self(searcher.doc(address)?))
    }

    pub fn text(&self, field: Field) -> &str {
        self.0
            .get_first(field)
            .and_then(|value| value.as_str())
            .unwrap_or_default()
    }

    pub fn tongues(&self, field: Field) -> Vec<usize> {
        self.0
            .get_all(field)
            .filter_map(|value| Tongue::coded(value.as_str()?))
            .collect()
    }
}
