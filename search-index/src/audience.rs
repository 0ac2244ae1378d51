//! What an asker may read: the filter inside every query, and the statistics that ranking uses.
//!
//! BM25 weighs a word by how rare it is. Taken over the whole index, that lets a secret document move
//! the order of public ones: who watches the order can guess a word he may not read. So rarity is
//! counted among the readable documents alone, and the usual length of a field is a fixed yardstick.
//! Scores, order, totals and widening to similar words are thereby the same as in an index that holds
//! nothing but what the asker may read; only the time a search takes is not.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::index::SegmentId;
use tantivy::query::{
    BitSetDocSet, Bm25StatisticsProvider, ConstScorer, EnableScoring, Explanation, Query, Scorer,
    Weight,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{BitSet, DocId, Score, Searcher, SegmentReader, Term};

use crate::schema::Fields;

/// Sets that are kept may take this much together.
const KEPT_BYTES_MAX: usize = 16_000_000;

/// Sets of readable documents, kept between searches. A segment never changes but for its deletions,
/// so a set is good for as long as its segment is.
#[derive(Default)]
pub(crate) struct Readers {
    kept: Mutex<Kept>,
}

/// A segment, its deletions, and the audiences of an asker.
type Key = (SegmentId, Option<u64>, Arc<[String]>);

#[derive(Default)]
struct Kept {
    sets: HashMap<Key, Arc<BitSet>>,
    bytes: usize,
}

impl Readers {
    fn set(
        &self,
        segment: &SegmentReader,
        field: Field,
        audience: &Arc<[String]>,
    ) -> tantivy::Result<Arc<BitSet>> {
        let key = (
            segment.segment_id(),
            segment.delete_opstamp(),
            Arc::clone(audience),
        );
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(set) = kept().sets.get(&key) {
            return Ok(Arc::clone(set));
        }
        let set = Arc::new(readable(segment, field, audience)?);
        let bytes = segment.max_doc() as usize / 8 + 128;
        let mut kept = kept();
        if kept.bytes + bytes > KEPT_BYTES_MAX {
            *kept = Kept::default();
        }
        kept.bytes += bytes;
        kept.sets.insert(key, Arc::clone(&set));
        Ok(set)
    }
}

fn readable(segment: &SegmentReader, field: Field, audience: &[String]) -> tantivy::Result<BitSet> {
    let mut set = BitSet::with_max_value(segment.max_doc());
    let index = segment.inverted_index(field)?;
    for reader in audience {
        let term = Term::from_field_text(field, reader);
        if let Some(mut postings) = index.read_block_postings(&term, IndexRecordOption::Basic)? {
            while !postings.docs().is_empty() {
                for doc in postings.docs() {
                    set.insert(*doc);
                }
                postings.advance();
            }
        }
    }
    if let Some(alive) = segment.alive_bitset() {
        set.intersect_update(alive.bitset());
    }
    Ok(set)
}

/// The documents of one searcher that one asker may read.
pub(crate) struct Readable<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
    /// One for each segment, in the order of the searcher.
    sets: Vec<(SegmentId, Arc<BitSet>)>,
    documents: u64,
    counted: RefCell<HashMap<Term, u64>>,
}

impl<'a> Readable<'a> {
    pub fn by(
        audience: &[String],
        (searcher, fields, readers): (&'a Searcher, &'a Fields, &Readers),
    ) -> tantivy::Result<Self> {
        let mut audience = audience.to_vec();
        audience.sort_unstable();
        audience.dedup();
        let audience: Arc<[String]> = audience.into();
        let mut sets = Vec::new();
        for segment in searcher.segment_readers() {
            sets.push((
                segment.segment_id(),
                readers.set(segment, fields.audience, &audience)?,
            ));
        }
        let documents = sets.iter().map(|(_, set)| set.len() as u64).sum();
        Ok(Self {
            searcher,
            fields,
            sets,
            documents,
            counted: RefCell::default(),
        })
    }

    pub fn documents(&self) -> u64 {
        self.documents
    }

    /// How many readable documents have this term.
    pub fn frequency(&self, term: &Term) -> tantivy::Result<u64> {
        if let Some(known) = self.counted.borrow().get(term) {
            return Ok(*known);
        }
        let mut count = 0;
        for (segment, (_, set)) in self.searcher.segment_readers().iter().zip(&self.sets) {
            let index = segment.inverted_index(term.field())?;
            if let Some(mut postings) = index.read_block_postings(term, IndexRecordOption::Basic)? {
                while !postings.docs().is_empty() {
                    count += postings
                        .docs()
                        .iter()
                        .filter(|doc| set.contains(**doc))
                        .count() as u64;
                    postings.advance();
                }
            }
        }
        self.counted.borrow_mut().insert(term.clone(), count);
        Ok(count)
    }

    /// The filter: it matches what is readable, and adds nothing to a score.
    pub fn filter(&self) -> Box<dyn Query> {
        Box::new(Filter {
            sets: Arc::new(self.sets.iter().cloned().collect()),
        })
    }
}

impl Bm25StatisticsProvider for Readable<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        Ok(self.documents * self.fields.usual_words(field))
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.documents)
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        self.frequency(term)
    }
}

#[derive(Clone)]
struct Filter {
    sets: Arc<HashMap<SegmentId, Arc<BitSet>>>,
}

impl std::fmt::Debug for Filter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Readable")
    }
}

impl Query for Filter {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for Filter {
    fn scorer(&self, segment: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        // A segment that was not there when the sets were made has nothing readable in it.
        let set = self
            .sets
            .get(&segment.segment_id())
            .map(|set| BitSet::clone(set));
        let set = set.unwrap_or_else(|| BitSet::with_max_value(segment.max_doc()));
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(set), 0.0)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Ok(Explanation::new("readable", 0.0))
    }
}
