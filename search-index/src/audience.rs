//! What an asker may read: the sieve of every search, and the counts that ranking uses.
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
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{BitSet, DocAddress, DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term};

use crate::fielded::{Form, Narrowed};
use crate::language::{TONGUES, tongues_in};
use crate::live::Live;
use crate::schema::{Fields, ID};
use crate::spoken::Spoken;

/// Sets that are kept may take this much together.
const KEPT_BYTES_MAX: usize = 32_000_000;

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
    docs: BitSet,
    pub spoken: Arc<Spoken>,
    /// How many of these documents are in each of [`TONGUES`].
    tongues: [u64; TONGUES.len()],
}

impl Set {
    pub fn contains(&self, doc: DocId) -> bool {
        self.docs.contains(doc)
    }

    /// The end of the segment.
    pub fn end(&self) -> DocId {
        self.docs.max_value()
    }
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
        let mut bytes = segment.max_doc() as usize / 8 + 128;
        let of_segment = |sets: &HashMap<Key, Arc<Set>>| {
            let mut sets = sets.iter();
            let known = sets.find(|(key, _)| key.0 == segment.segment_id());
            known.map(|(_, set)| Arc::clone(&set.spoken))
        };
        let known = of_segment(&kept().sets);
        let spoken = match known {
            Some(spoken) => spoken,
            None => {
                let spoken = Spoken::read(segment)?;
                bytes += spoken.bytes();
                Arc::new(spoken)
            }
        };
        let docs = readable(segment, fields.audience, audience)?;
        let set = Arc::new(Set {
            tongues: tongues(&spoken, &docs),
            docs,
            spoken,
        });
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

/// How many of these documents are in each language: not of others, whose languages are nobody's business.
fn tongues(spoken: &Spoken, docs: &BitSet) -> [u64; TONGUES.len()] {
    let mut counts = [0; TONGUES.len()];
    for doc in (0..docs.max_value()).filter(|doc| docs.contains(*doc)) {
        let mut bits = spoken.of(doc);
        while bits != 0 {
            if let Some(count) = counts.get_mut(bits.trailing_zeros() as usize) {
                *count += 1;
            }
            bits &= bits - 1;
        }
    }
    counts
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
    pub fn segments(&self) -> impl Iterator<Item = (&SegmentReader, &Arc<Set>)> {
        self.searcher.segment_readers().iter().zip(&self.sets)
    }

    /// The languages of a document, as places in [`TONGUES`].
    pub fn tongues_at(&self, address: DocAddress) -> Vec<usize> {
        let set = self.sets.get(address.segment_ord as usize);
        tongues_in(set.map_or(0, |set| set.spoken.of(address.doc_id)))
    }

    /// The languages of what is readable, as places in [`TONGUES`].
    pub fn tongues(&self) -> Vec<usize> {
        let spoken = |place: &usize| self.documents_in(*place) > 0;
        (0..TONGUES.len()).filter(spoken).collect()
    }

    /// How many of them are in a language.
    fn documents_in(&self, tongue: usize) -> u64 {
        self.sets.iter().map(|set| set.tongues[tongue]).sum()
    }

    /// In how many documents of all a form is, at most: what none has need not be looked for any further.
    pub fn spread(&self, form: &Form) -> tantivy::Result<u64> {
        let mut spread = 0;
        for term in form.terms() {
            for segment in self.searcher.segment_readers() {
                let index = segment.inverted_index(term.field())?;
                spread += u64::from(index.doc_freq(term)?);
            }
        }
        // Of the stems of a language no more can be readable than there is in it.
        let most = form.stem_of.as_ref();
        let most = most.map_or(u64::MAX, |base| self.documents_in(base.tongue));
        Ok(spread.min(most))
    }

    /// How many readable documents have this form.
    pub fn frequency_of(&self, form: &Form) -> tantivy::Result<u64> {
        let Some(base) = &form.stem_of else {
            return self.frequency(&form.term);
        };
        let mut count = 0;
        for (segment, set) in self.segments() {
            let index = segment.inverted_index(form.term.field())?;
            let stems = index.read_postings(&form.term, IndexRecordOption::Basic)?;
            let segment = (segment, &set.spoken);
            let same = Narrowed::of(segment, base, IndexRecordOption::Basic)?;
            count += match (stems, same) {
                (Some(mut one), Some(mut other)) => in_either((&mut one, &mut other), set),
                (Some(mut one), None) => in_one(&mut one, set),
                (None, Some(mut other)) => in_one(&mut other, set),
                (None, None) => 0,
            };
        }
        Ok(count)
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

    /// The id of a readable document that has this term.
    pub fn one_with(&self, term: &Term) -> tantivy::Result<Option<String>> {
        for (segment, set) in self.segments() {
            let index = segment.inverted_index(term.field())?;
            let Some(mut list) = index.read_postings(term, IndexRecordOption::Basic)? else {
                continue;
            };
            while list.doc() != TERMINATED && !set.contains(list.doc()) {
                list.advance();
            }
            if list.doc() != TERMINATED {
                return id_of(segment, list.doc());
            }
        }
        Ok(None)
    }
}

fn in_one(list: &mut impl DocSet, set: &Set) -> u64 {
    let mut count = 0;
    while list.doc() != TERMINATED {
        count += u64::from(set.contains(list.doc()));
        list.advance();
    }
    count
}

fn in_either((one, other): (&mut impl DocSet, &mut impl DocSet), set: &Set) -> u64 {
    let mut count = 0;
    loop {
        let doc = one.doc().min(other.doc());
        if doc == TERMINATED {
            return count;
        }
        count += u64::from(set.contains(doc));
        if one.doc() == doc {
            one.advance();
        }
        if other.doc() == doc {
            other.advance();
        }
    }
}

fn id_of(segment: &SegmentReader, doc: DocId) -> tantivy::Result<Option<String>> {
    let Some(ids) = segment.fast_fields().str(ID)? else {
        return Ok(None);
    };
    let Some(ord) = ids.term_ords(doc).next() else {
        return Ok(None);
    };
    let mut id = String::new();
    ids.ord_to_str(ord, &mut id)?;
    Ok(Some(id))
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
