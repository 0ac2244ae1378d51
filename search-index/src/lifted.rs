//! A query whose every match scores a fixed amount more.
//!
//! With it a word as it was asked for outranks the words that are only like it, however common it is.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SegmentReader, Term};

#[derive(Debug)]
pub(crate) struct Lifted {
    pub query: Box<dyn Query>,
    pub by: Score,
}

impl Clone for Lifted {
    fn clone(&self) -> Self {
        Self {
            query: self.query.box_clone(),
            by: self.by,
        }
    }
}

impl Query for Lifted {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let weight = self.query.weight(scoring)?;
        Ok(Box::new(LiftedWeight {
            weight,
            by: self.by,
        }))
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.query.query_terms(visitor);
    }
}

struct LiftedWeight {
    weight: Box<dyn Weight>,
    by: Score,
}

impl Weight for LiftedWeight {
    fn scorer(&self, segment: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let scorer = self.weight.scorer(segment, boost)?;
        Ok(Box::new(LiftedScorer {
            scorer,
            by: self.by * boost,
        }))
    }

    fn explain(&self, segment: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let inner = self.weight.explain(segment, doc)?;
        let mut lifted = Explanation::new("lifted", inner.value() + self.by);
        lifted.add_detail(inner);
        Ok(lifted)
    }

    fn count(&self, segment: &SegmentReader) -> tantivy::Result<u32> {
        self.weight.count(segment)
    }
}

struct LiftedScorer {
    scorer: Box<dyn Scorer>,
    by: Score,
}

// `seek_danger` is left at its default: tantivy's exclusion asks it for documents that a phrase has
// passed already, which a phrase does not bear and the default answers.
impl DocSet for LiftedScorer {
    fn advance(&mut self) -> DocId {
        self.scorer.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.scorer.seek(target)
    }

    fn doc(&self) -> DocId {
        self.scorer.doc()
    }

    fn size_hint(&self) -> u32 {
        self.scorer.size_hint()
    }

    fn cost(&self) -> u64 {
        self.scorer.cost()
    }
}

impl Scorer for LiftedScorer {
    fn score(&mut self) -> Score {
        self.scorer.score() + self.by
    }
}
