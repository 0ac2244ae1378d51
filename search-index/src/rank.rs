//! The order of results, and a page of it.
//!
//! Better first; what is equal, by id from the greatest, which for ids that grow with time is the
//! newest. With the id in it the order is total, so a page can begin exactly where the last one ended.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::document::Mark;
use crate::schema::{HELPFUL, ID, MARKS};

/// Gathers the best `limit` results after a place.
pub(crate) struct Ranked {
    pub limit: usize,
    pub after: Option<Place>,
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

/// The best of one segment. Ids are looked up late, for those that remain.
pub(crate) struct Part {
    best: Vec<(Rank, DocAddress)>,
    ids: Option<StrColumn>,
    total: u64,
}

/// Scores are never negative, and the bits of such numbers are in the order of the numbers.
type Rank = (u32, u64);

pub(crate) struct SegmentRanked {
    segment: SegmentOrdinal,
    limit: usize,
    ids: Option<StrColumn>,
    marks: Column<u64>,
    helpful: Column<u64>,
    below: Rank,
    best: BinaryHeap<Reverse<(Rank, DocId)>>,
    total: u64,
}

impl Collector for Ranked {
    type Fruit = Ranking;
    type Child = SegmentRanked;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<SegmentRanked> {
        let fast = reader.fast_fields();
        let ids = fast.str(ID)?;
        let below = match (&self.after, &ids) {
            (Some(after), Some(ids)) => (after.score.to_bits(), first_from(ids, &after.id)?),
            (Some(_), None) => (0, 0),
            (None, _) => (u32::MAX, u64::MAX),
        };
        Ok(SegmentRanked {
            segment,
            limit: self.limit,
            ids,
            marks: fast.u64(MARKS)?,
            helpful: fast.u64(HELPFUL)?,
            below,
            best: BinaryHeap::with_capacity(self.limit + 1),
            total: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, parts: Vec<Part>) -> tantivy::Result<Ranking> {
        let total = parts.iter().map(|part| part.total).sum();
        let mut best: Vec<_> = parts
            .iter()
            .flat_map(|part| part.best.iter().map(move |best| (best, &part.ids)))
            .collect();
        best.sort_unstable_by_key(|((rank, _), _)| Reverse(rank.0));
        // Within a segment the order is known. Between segments the last score may be shared.
        let last_score = best
            .get(self.limit.saturating_sub(1))
            .map_or(0, |((rank, _), _)| rank.0);
        best.truncate(best.partition_point(|((rank, _), _)| rank.0 >= last_score));
        let mut found = Vec::with_capacity(best.len());
        for (((score, ord), address), ids) in best {
            let mut id = String::new();
            if let Some(ids) = ids {
                ids.ord_to_str(*ord, &mut id)?;
            }
            let place = Place {
                score: Score::from_bits(*score),
                id,
            };
            found.push(Found {
                place,
                address: *address,
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

impl SegmentCollector for SegmentRanked {
    type Fruit = Part;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.total += 1;
        let ord = self
            .ids
            .as_ref()
            .and_then(|ids| ids.term_ords(doc).next())
            .unwrap_or(0);
        let rank = ((score * self.standing(doc)).to_bits(), ord);
        if rank >= self.below {
            return;
        }
        if self.best.len() == self.limit {
            if self
                .best
                .peek()
                .is_some_and(|Reverse((worst, _))| rank <= *worst)
            {
                return;
            }
            self.best.pop();
        }
        self.best.push(Reverse((rank, doc)));
    }

    fn harvest(self) -> Part {
        let address = |doc| DocAddress::new(self.segment, doc);
        let best = self
            .best
            .into_iter()
            .map(|Reverse((rank, doc))| (rank, address(doc)));
        Part {
            best: best.collect(),
            ids: self.ids,
            total: self.total,
        }
    }
}

impl SegmentRanked {
    /// What marks and thanks make of a score: a gentle push, never more than what the words say.
    fn standing(&self, doc: DocId) -> Score {
        let marks = self.marks.first(doc).unwrap_or(0);
        let helpful = self.helpful.first(doc).unwrap_or(0);
        let held = Mark::ALL.into_iter().filter(|mark| marks & mark.bit() != 0);
        let thanked = 1.0 + 0.05 * (helpful.min(1000) as Score).ln_1p();
        held.fold(thanked, |product, mark| product * mark.factor())
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
