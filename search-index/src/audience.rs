//! What an asker may read: the sieve of every search, and the counts that ranking uses.
//!
//! BM25 weighs a word by how rare it is. Taken over the whole index, that lets a secret document move
//! the order of public ones: who watches the order can guess a word he may not read. So rarity is
//! counted among the readable documents alone, and the usual length of a field is a fixed yardstick.
//! Scores, order, totals and widening to similar words are thereby the same as in an index that holds
//! nothing but what the asker may read; only the time a search takes is not.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::index::SegmentId;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{BitSet, DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term};

use crate::language::TONGUES;
use crate::live::Live;
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
    sets: HashMap<Key, Arc<Set>>,
    bytes: usize,
}

/// What of one segment is readable.
pub(crate) struct Set {
    pub docs: Arc<BitSet>,
    /// The places in [`TONGUES`] of the languages of these documents.
    tongues: Vec<usize>,
}

impl Readers {
    fn set(
        &self,
        segment: &SegmentReader,
        fields: &Fields,
        audience: &Arc<[String]>,
    ) -> tantivy::Result<Arc<Set>> {
        let key = (
            segment.segment_id(),
            segment.delete_opstamp(),
            Arc::clone(audience),
        );
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(set) = kept().sets.get(&key) {
            return Ok(Arc::clone(set));
        }
        let docs = readable(segment, fields.audience, audience)?;
        let set = Arc::new(Set {
            tongues: tongues(segment, fields.tongue, &docs)?,
            docs: Arc::new(docs),
        });
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
    for reader in audience {
        each_with(segment, &Term::from_field_text(field, reader), |docs| {
            for doc in docs {
                set.insert(*doc);
            }
        })?;
    }
    if let Some(alive) = segment.alive_bitset() {
        set.intersect_update(alive.bitset());
    }
    Ok(set)
}

/// The languages of these documents of a segment: not those of others, whose languages are nobody's
/// business.
fn tongues(segment: &SegmentReader, field: Field, docs: &BitSet) -> tantivy::Result<Vec<usize>> {
    let index = segment.inverted_index(field)?;
    let mut found = Vec::new();
    for (place, tongue) in TONGUES.iter().enumerate() {
        let term = Term::from_field_text(field, tongue.code);
        let Some(mut list) = index.read_postings(&term, IndexRecordOption::Basic)? else {
            continue;
        };
        while list.doc() != TERMINATED && !docs.contains(list.doc()) {
            list.advance();
        }
        if list.doc() != TERMINATED {
            found.push(place);
        }
    }
    Ok(found)
}

/// The documents of one searcher that one asker may read.
pub(crate) struct Readable<'a> {
    searcher: &'a Searcher,
    /// One for each segment, in the order of the searcher.
    sets: Vec<Arc<Set>>,
    documents: u64,
    counted: RefCell<HashMap<Term, u64>>,
}

impl<'a> Readable<'a> {
    pub fn by(
        audience: &[String],
        (searcher, live, readers): (&'a Searcher, &Live, &Readers),
    ) -> tantivy::Result<Self> {
        let mut audience = audience.to_vec();
        audience.sort_unstable();
        audience.dedup();
        let audience: Arc<[String]> = audience.into();
        let mut sets = Vec::new();
        for segment in searcher.segment_readers() {
            sets.push(readers.set(segment, &live.fields, &audience)?);
        }
        let documents = sets.iter().map(|set| set.docs.len() as u64).sum();
        Ok(Self {
            searcher,
            sets,
            documents,
            counted: RefCell::default(),
        })
    }

    pub fn documents(&self) -> u64 {
        self.documents
    }

    /// Each segment with the set of what is readable in it.
    pub fn segments(&self) -> impl Iterator<Item = (&SegmentReader, &Arc<BitSet>)> {
        let docs = self.sets.iter().map(|set| &set.docs);
        self.searcher.segment_readers().iter().zip(docs)
    }

    /// The languages of what is readable, as places in [`TONGUES`].
    pub fn tongues(&self) -> Vec<usize> {
        let found: BTreeSet<usize> = self
            .sets
            .iter()
            .flat_map(|set| set.tongues.clone())
            .collect();
        found.into_iter().collect()
    }

    /// How many readable documents have this term.
    pub fn frequency(&self, term: &Term) -> tantivy::Result<u64> {
        if let Some(known) = self.counted.borrow().get(term) {
            return Ok(*known);
        }
        let mut count = 0;
        for (segment, set) in self.segments() {
            each_with(segment, term, |docs| {
                count += docs.iter().filter(|doc| set.contains(**doc)).count() as u64;
            })?;
        }
        self.counted.borrow_mut().insert(term.clone(), count);
        Ok(count)
    }
}

/// Calls back with the documents of a segment that have this term, a handful at a time.
fn each_with(
    segment: &SegmentReader,
    term: &Term,
    mut found: impl FnMut(&[DocId]),
) -> tantivy::Result<()> {
    let index = segment.inverted_index(term.field())?;
    if let Some(mut postings) = index.read_block_postings(term, IndexRecordOption::Basic)? {
        while !postings.docs().is_empty() {
            found(postings.docs());
            postings.advance();
        }
    }
    Ok(())
}
