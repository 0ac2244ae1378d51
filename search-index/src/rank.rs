//! The order of results, and a page of it.
//!
//! Better first; what is equal, by id from the greatest, which for ids that grow with time is the
//! newest. With the id in it the order is total, so a page can begin exactly where the last one ended.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::document::Mark;
use crate::schema::{CREATED, HELPFUL, ID, MARKS};
use crate::sieve::Held;

/// Above every sum of words, so that what has all of them comes before what has some.
const ALL_WORDS_LIFT: Score = 1000.0;
/// How much more what is new counts, and after how long that is halved. Old is not wrong.
const NEW: Score = 0.06;
const NEW_DAYS: Score = 180.0;
/// No document stands higher: accepted, verified, new, and a thousand thanks. A little above that.
const STANDING_MAX: Score = 2.1;
pub(crate) const DAY_MS: i64 = 86_400_000;

/// The best `limit` results after a place.
pub(crate) struct Ranked {
    pub limit: usize,
    pub after: Option<Place>,
    /// Days since 1970.
    pub today: i64,
    /// Does what has all of the words come before what has some?
    pub all_first: bool,
}

/// A place in the order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub score: Score,
    pub id: String,
}

#[derive(Debug)]
pub(crate) struct Found {
    pub place: Place,
    pub address: DocAddress,
}

#[derive(Debug, Default)]
pub(crate) struct Ranking {
    /// Best first.
    pub found: Vec<Found>,
    /// Every match, before and after the place too.
    pub total: u64,
}

/// Scores are never negative, and the bits of such numbers are in the order of the numbers.
type Rank = (u32, u64);

/// The best of one segment. Ids are looked up late, for those that remain.
pub(crate) struct Part {
    segment: SegmentOrdinal,
    limit: usize,
    today: i64,
    all_first: bool,
    ids: Option<StrColumn>,
    standing: Standing,
    below: Rank,
    best: BinaryHeap<Reverse<(Rank, DocId)>>,
    total: u64,
}

impl Ranked {
    pub fn part(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<Part> {
        let fast = reader.fast_fields();
        let ids = fast.str(ID)?;
        let below = match (&self.after, &ids) {
            (Some(after), Some(ids)) => (after.score.to_bits(), first_from(ids, &after.id)?),
            (Some(_), None) => (0, 0),
            (None, _) => (u32::MAX, u64::MAX),
        };
        Ok(Part {
            segment,
            limit: self.limit,
            today: self.today,
            all_first: self.all_first,
            ids,
            standing: Standing {
                marks: fast.u64(MARKS)?,
                helpful: fast.u64(HELPFUL)?,
                created: fast.i64(CREATED)?,
            },
            below,
            best: BinaryHeap::with_capacity(self.limit + 1),
            total: 0,
        })
    }

    pub fn join(&self, parts: Vec<Part>) -> tantivy::Result<Ranking> {
        let total = parts.iter().map(|part| part.total).sum();
        let mut best = Vec::new();
        for part in &parts {
            let of_part = part
                .best
                .iter()
                .map(|Reverse((rank, doc))| (*rank, *doc, part));
            best.extend(of_part);
        }
        best.sort_unstable_by_key(|(rank, ..)| Reverse(rank.0));
        // Within a segment the order is known. Between segments the last score may be shared.
        let last = best.get(self.limit.saturating_sub(1));
        let last_score = last.map_or(0, |(rank, ..)| rank.0);
        best.truncate(best.partition_point(|(rank, ..)| rank.0 >= last_score));
        let mut found = Vec::with_capacity(best.len());
        for ((score, ord), doc, part) in best {
            let mut id = String::new();
            if let Some(ids) = &part.ids {
                ids.ord_to_str(ord, &mut id)?;
            }
            let place = Place {
                score: Score::from_bits(score),
                id,
            };
            found.push(Found {
                place,
                address: DocAddress::new(part.segment, doc),
            });
        }
        found.sort_by(|a, b| {
            b.place
                .score
                .total_cmp(&a.place.score)
                .then_with(|| b.place.id.cmp(&a.place.id))
        });
        found.truncate(self.limit);
        Ok(Ranking { found, total })
    }
}

impl Part {
    pub fn gather(&mut self, doc: DocId, held: Held) {
        self.total += 1;
        let lift = if held.all && self.all_first {
            ALL_WORDS_LIFT
        } else {
            0.0
        };
        // Most documents are below the worst of the best whatever else is known of them.
        let at_most = lift + held.score * STANDING_MAX;
        let full = self.best.len() == self.limit;
        let worst = self.best.peek().filter(|_| full);
        if worst.is_some_and(|Reverse(((worst, _), _))| at_most.to_bits() < *worst) {
            return;
        }
        let score = lift + held.score * self.standing.of(doc, self.today);
        if score.to_bits() > self.below.0 {
            return;
        }
        let ids = self.ids.as_ref();
        let ord = ids.and_then(|ids| ids.term_ords(doc).next()).unwrap_or(0);
        let rank = (score.to_bits(), ord);
        if rank >= self.below {
            return;
        }
        if self.best.len() == self.limit {
            let worst = self.best.peek();
            if worst.is_some_and(|Reverse((worst, _))| rank <= *worst) {
                return;
            }
            self.best.pop();
        }
        self.best.push(Reverse((rank, doc)));
    }
}

/// What else is known of a document.
struct Standing {
    marks: Column<u64>,
    helpful: Column<u64>,
    created: Column<i64>,
}

impl Standing {
    /// What marks, thanks and age make of a score: a gentle push, never more than what the words say.
    fn of(&self, doc: DocId, today: i64) -> Score {
        let marks = self.marks.first(doc).unwrap_or(0);
        let helpful = self.helpful.first(doc).unwrap_or(0);
        let created = self.created.first(doc).unwrap_or(0) / DAY_MS;
        let days = today.saturating_sub(created).max(0) as Score;
        let held = Mark::ALL.into_iter().filter(|mark| marks & mark.bit() != 0);
        let thanked = 1.0 + 0.05 * (helpful.min(1000) as Score).ln_1p();
        let marked = held.fold(thanked, |product, mark| product * mark.factor());
        marked * (1.0 + NEW / (1.0 + days / NEW_DAYS))
    }
}

/// The place of the first id that is not less than this one.
fn first_from(ids: &StrColumn, id: &str) -> tantivy::Result<u64> {
    let (mut low, mut high) = (0, ids.num_terms() as u64);
    let mut middle_id = String::new();
    while low < high {
        let middle = low + (high - low) / 2;
        middle_id.clear();
        ids.ord_to_str(middle, &mut middle_id)?;
        if middle_id.as_str() < id {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_above_the_most() {
        let thanked = 1.0 + 0.05 * Score::ln_1p(1000.0);
        let factors = Mark::ALL.into_iter().map(Mark::factor);
        let marked: Score = factors.filter(|factor| *factor > 1.0).product();
        let most = thanked * marked * (1.0 + NEW);
        assert!(most < STANDING_MAX && most > 0.95 * STANDING_MAX, "{most}");
    }
}
