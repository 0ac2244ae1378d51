//! One word of a search, found in every field at once: BM25F.
//!
//! A word that is in the title and in the body of a document is one word that is there often, not two
//! words. So its occurrences are weighed and added up before they are levelled off, and how rare it is
//! counts once. With it goes what is only like the word: its beginnings and misspellings, which never
//! outrank the word itself.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{EnableScoring, Query, Scorer};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, Term};

use crate::schema::{Fields, Worded};

/// From how many occurrences on more of them add little.
const ENOUGH_TIMES: f32 = 1.2;
/// A word as it was asked for comes before all that is only like it, however common it is.
const LIFT: Score = 0.1;
const LENGTHS: usize = 256;

/// A word as it is looked for.
pub(crate) struct Word {
    pub forms: Vec<Form>,
    pub likes: Vec<Like>,
    pub rarity: Score,
    /// How much it counts beside the other words.
    pub weight: Score,
}

/// The word itself or its stem, in one field.
pub(crate) struct Form {
    pub term: Term,
    /// Its place in [`Fields::worded`].
    pub field: usize,
    pub weight: f32,
}

/// What is only like the word, with a score of its own.
pub(crate) struct Like {
    pub query: Box<dyn Query>,
    pub score: Score,
}

impl Word {
    /// A word that is looked for in no form of its own.
    pub fn like(likes: Vec<Like>) -> Self {
        Self {
            forms: Vec::new(),
            likes,
            rarity: 0.0,
            weight: 1.0,
        }
    }
}

/// How a word weighs that so many of so many documents have.
pub(crate) fn rarity(found: u64, documents: u64) -> Score {
    let (found, documents) = (found.min(documents) as f32, documents as f32);
    (1.0 + (documents - found + 0.5) / (found + 0.5)).ln()
}

/// A word within one segment.
pub(crate) struct FoundWord {
    fields: Vec<FoundField>,
    likes: Vec<(Box<dyn Scorer>, Score)>,
    rarity: Score,
    pub weight: Score,
    doc: DocId,
}

/// The postings of a word in one field, with how they weigh in a document of each length.
struct FoundField {
    postings: Vec<(SegmentPostings, f32)>,
    lengths: FieldNormReader,
    levels: Box<[f32; LENGTHS]>,
}

impl FoundWord {
    pub fn of(word: &Word, segment: &SegmentReader, fields: &Fields) -> tantivy::Result<Self> {
        let mut found = Vec::new();
        for (place, worded) in fields.worded().iter().enumerate() {
            let mut postings = Vec::new();
            for form in word.forms.iter().filter(|form| form.field == place) {
                let index = segment.inverted_index(form.term.field())?;
                if let Some(list) = index.read_postings(&form.term, IndexRecordOption::WithFreqs)? {
                    postings.push((list, form.weight));
                }
            }
            if !postings.is_empty() {
                found.push(FoundField {
                    postings,
                    lengths: segment.get_fieldnorms_reader(worded.exact)?,
                    levels: levels(worded),
                });
            }
        }
        let mut likes = Vec::new();
        for like in &word.likes {
            let unscored = EnableScoring::disabled_from_schema(segment.schema());
            let scorer = like.query.weight(unscored)?.scorer(segment, 1.0)?;
            likes.push((scorer, like.score));
        }
        let mut word = Self {
            fields: found,
            likes,
            rarity: word.rarity,
            weight: word.weight,
            doc: 0,
        };
        word.doc = word.least();
        Ok(word)
    }

    /// About how many documents it is in.
    pub fn cost(&self) -> u64 {
        let postings = self.fields.iter().flat_map(|field| &field.postings);
        let exact: u64 = postings.map(|(list, _)| u64::from(list.size_hint())).sum();
        let likes = self
            .likes
            .iter()
            .map(|(like, _)| u64::from(like.size_hint()));
        exact + likes.sum::<u64>()
    }

    pub fn doc(&self) -> DocId {
        self.doc
    }

    /// Goes to the first document from `target` on.
    pub fn seek(&mut self, target: DocId) -> DocId {
        if self.doc >= target {
            return self.doc;
        }
        let postings = self.fields.iter_mut().flat_map(|it| &mut it.postings);
        let mut least = TERMINATED;
        for (list, _) in postings {
            least = least.min(sought(list, target));
        }
        for (like, _) in &mut self.likes {
            least = least.min(sought(like.as_mut(), target));
        }
        self.doc = least;
        least
    }

    /// What the word is worth in the document it stands at.
    pub fn score(&self) -> Score {
        let times: f32 = self.fields.iter().map(|field| field.times(self.doc)).sum();
        if times > 0.0 {
            return LIFT + self.rarity * times * (ENOUGH_TIMES + 1.0) / (times + ENOUGH_TIMES);
        }
        let here = self.likes.iter().filter(|(like, _)| like.doc() == self.doc);
        here.map(|(_, score)| *score).fold(0.0, Score::max)
    }

    fn least(&self) -> DocId {
        let postings = self.fields.iter().flat_map(|field| &field.postings);
        let exact = postings.map(|(list, _)| list.doc()).min();
        let likes = self.likes.iter().map(|(like, _)| like.doc()).min();
        exact.unwrap_or(TERMINATED).min(likes.unwrap_or(TERMINATED))
    }
}

impl FoundField {
    /// How often the word is there, by the weight and the length of the field.
    fn times(&self, doc: DocId) -> f32 {
        // The stem stands wherever the word itself does: the better of the two, not both.
        let here = self.postings.iter().filter(|(list, _)| list.doc() == doc);
        let most = here.map(|(list, weight)| weight * list.term_freq() as f32);
        match most.fold(0.0, f32::max) {
            0.0 => 0.0,
            times => times * self.levels[usize::from(self.lengths.fieldnorm_id(doc))],
        }
    }
}

fn sought<T: DocSet + ?Sized>(list: &mut T, target: DocId) -> DocId {
    match list.doc() {
        doc if doc < target => list.seek(target),
        doc => doc,
    }
}

fn levels(field: &Worded) -> Box<[f32; LENGTHS]> {
    let mut levels = Box::new([0.0; LENGTHS]);
    for (id, level) in (0..=u8::MAX).zip(levels.iter_mut()) {
        let longer = FieldNormReader::id_to_fieldnorm(id) as f32 / field.usual_words;
        *level = field.weight / (1.0 - field.levelled + field.levelled * longer);
    }
    levels
}
