//! The documents of one segment that a search finds, one after another, with their scores.
//!
//! What is readable is asked for here, inside the search. Scores are added up in the order of the words,
//! so that a document scores the same to the last bit whatever segment it is in: pages rely on it.

use std::sync::Arc;

use tantivy::query::{EnableScoring, Query, Scorer};
use tantivy::{DocId, Score, SegmentReader, TERMINATED};

use crate::audience::Set;
use crate::fielded::{FoundWord, Word};
use crate::schema::Fields;

/// What a search finds.
#[derive(Default)]
pub(crate) struct Plan {
    /// Every document has these, or some of them.
    pub words: Vec<Word>,
    /// These only add to a score.
    pub extra: Vec<Word>,
    /// Every document has each of these.
    pub must: Vec<Box<dyn Query>>,
    /// No document has any of these.
    pub without: Vec<Box<dyn Query>>,
}

/// How many of the words a document must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    AllWords,
    SomeWords,
}

/// What was found in a document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held {
    pub score: Score,
    /// Has it all of several words?
    pub all: bool,
}

pub(crate) struct Sieve {
    readable: Arc<Set>,
    words: Vec<FoundWord>,
    extra: Vec<FoundWord>,
    must: Vec<Box<dyn Scorer>>,
    without: Vec<Box<dyn Scorer>>,
    reach: Reach,
    /// The words from the rarest: the first to say that a document is not found.
    rarest_first: Vec<usize>,
    doc: DocId,
}

impl Sieve {
    pub fn of(
        (plan, reach): (&Plan, Reach),
        (segment, fields): (&SegmentReader, &Fields),
        readable: Arc<Set>,
    ) -> tantivy::Result<Self> {
        let found = |words: &[Word]| -> tantivy::Result<Vec<FoundWord>> {
            words
                .iter()
                .map(|word| FoundWord::of(word, (segment, &readable.spoken), fields))
                .collect()
        };
        let matched = |queries: &[Box<dyn Query>]| -> tantivy::Result<Vec<Box<dyn Scorer>>> {
            let unscored = EnableScoring::disabled_from_schema(segment.schema());
            let scorers = queries.iter();
            scorers
                .map(|query| query.weight(unscored)?.scorer(segment, 1.0))
                .collect()
        };
        let words = found(&plan.words)?;
        let mut rarest_first: Vec<usize> = (0..words.len()).collect();
        rarest_first.sort_by_key(|place| words[*place].cost());
        Ok(Self {
            extra: found(&plan.extra)?,
            must: matched(&plan.must)?,
            without: matched(&plan.without)?,
            readable,
            words,
            reach,
            rarest_first,
            doc: 0,
        })
    }

    /// Calls back with each document that is found, in the order of the segment.
    pub fn each(mut self, mut found: impl FnMut(DocId, Held)) {
        let mut next = self.find(0);
        while next != TERMINATED {
            self.doc = next;
            found(next, self.held());
            next = self.find(next + 1);
        }
    }

    /// The first document from `target` on.
    fn find(&mut self, mut target: DocId) -> DocId {
        let end = self.readable.end();
        loop {
            if target >= end {
                return TERMINATED;
            }
            let candidate = self.candidate(target);
            if candidate > target {
                target = candidate;
                continue;
            }
            if self.readable.contains(target) && !self.is_excluded(target) {
                return target;
            }
            target += 1;
        }
    }

    /// `target` if it has what it must have, and otherwise a later document before which none has.
    fn candidate(&mut self, target: DocId) -> DocId {
        for must in &mut self.must {
            let doc = sought(must.as_mut(), target);
            if doc > target {
                return doc;
            }
        }
        match self.reach {
            _ if self.words.is_empty() => target,
            Reach::AllWords => {
                for place in &self.rarest_first {
                    let doc = self.words[*place].seek(target);
                    if doc > target {
                        return doc;
                    }
                }
                target
            }
            Reach::SomeWords => {
                let docs = self.words.iter_mut().map(|word| word.seek(target));
                docs.min().unwrap_or(TERMINATED)
            }
        }
    }

    fn is_excluded(&mut self, doc: DocId) -> bool {
        let mut without = self.without.iter_mut();
        without.any(|without| sought(without.as_mut(), doc) == doc)
    }

    fn held(&mut self) -> Held {
        let doc = self.doc;
        let (mut score, mut here) = (0.0, 0);
        for word in self.words.iter().filter(|word| word.doc() == doc) {
            score += word.weight * word.score();
            here += 1;
        }
        for word in &mut self.extra {
            if word.seek(doc) == doc {
                score += word.weight * word.score();
            }
        }
        Held {
            score,
            all: here > 1 && here == self.words.len(),
        }
    }
}

fn sought(list: &mut dyn Scorer, target: DocId) -> DocId {
    match list.doc() {
        doc if doc < target => list.seek(target),
        doc => doc,
    }
}
