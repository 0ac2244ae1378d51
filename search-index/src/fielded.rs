//! One word of a search, found in every field at once: BM25F.
//!
//! A word that is in the title and in the body of a document is one word that is there often, not two
//! words. So its occurrences are weighed and added up before they are levelled off, and how rare it is
//! counts once. With it goes what is only like the word: its beginnings and misspellings, which never
//! outrank the word itself.

use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{EnableScoring, Query, Scorer};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, Term};

use crate::language::bits_of;
use crate::schema::{Fields, Worded};
use crate::spoken::Spoken;

/// From how many occurrences on more of them add little.
const ENOUGH_TIMES: f32 = 1.2;
/// A word as it was asked for comes before all that is only like it, however common it is.
const LIFT: Score = 0.1;
const STEM_WEIGHT: f32 = 0.9;
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
    /// Of a stem: the word that is its own stem.
    pub stem_of: Option<Base>,
}

/// A word that is its own stem in a language. The index keeps only the stems that differ from their words, so
/// that such a word stands for its stem in the documents of that language.
pub(crate) struct Base {
    /// A place in [`TONGUES`](crate::language::TONGUES).
    pub tongue: usize,
    pub term: Term,
}

impl Form {
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        let base = self.stem_of.as_ref().map(|base| &base.term);
        std::iter::once(&self.term).chain(base)
    }
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
    itself: Option<SegmentPostings>,
    /// In which languages the word is its own stem, as bits.
    own_stem_in: u32,
    spoken: Arc<Spoken>,
    /// For each language the stems that differ from their words, and the words that are their own.
    stems: Vec<FoundStem>,
    lengths: FieldNormReader,
    levels: Box<[f32; LENGTHS]>,
}

impl FoundWord {
    pub fn of(
        word: &Word,
        (segment, spoken): (&SegmentReader, &Arc<Spoken>),
        fields: &Fields,
    ) -> tantivy::Result<Self> {
        let mut found = Vec::new();
        for (place, worded) in fields.worded().iter().enumerate() {
            let forms: Vec<&Form> = word.forms.iter().filter(|it| it.field == place).collect();
            if !forms.is_empty() {
                found.extend(FoundField::of(&forms, worded, (segment, spoken))?);
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
        let exact: u64 = self.fields.iter().map(FoundField::cost).sum();
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
        let mut least = TERMINATED;
        for field in &mut self.fields {
            least = least.min(field.seek(target));
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
        let exact = self.fields.iter().map(FoundField::doc).min();
        let likes = self.likes.iter().map(|(like, _)| like.doc()).min();
        exact.unwrap_or(TERMINATED).min(likes.unwrap_or(TERMINATED))
    }
}

/// The stem of a word in one language.
struct FoundStem {
    bit: u32,
    differing: Option<SegmentPostings>,
    same: Option<Narrowed>,
}

impl FoundStem {
    fn doc(&self) -> DocId {
        let differing = self.differing.as_ref().map_or(TERMINATED, DocSet::doc);
        differing.min(self.same.as_ref().map_or(TERMINATED, DocSet::doc))
    }

    fn times(&self, doc: DocId) -> u32 {
        let differing = self.differing.as_ref().filter(|list| list.doc() == doc);
        let same = self.same.as_ref().filter(|list| list.doc() == doc);
        differing.map_or(0, Postings::term_freq) + same.map_or(0, |it| it.list.term_freq())
    }
}

impl FoundField {
    /// The forms of a word in one field, in a segment where there are any.
    fn of(
        forms: &[&Form],
        worded: &Worded,
        (segment, spoken): (&SegmentReader, &Arc<Spoken>),
    ) -> tantivy::Result<Option<Self>> {
        let mut field = Self {
            itself: None,
            own_stem_in: 0,
            spoken: Arc::clone(spoken),
            stems: Vec::new(),
            lengths: segment.get_fieldnorms_reader(worded.exact)?,
            levels: levels(worded),
        };
        let itself = forms.iter().find(|form| form.stem_of.is_none());
        for form in forms {
            let index = segment.inverted_index(form.term.field())?;
            let list = index.read_postings(&form.term, IndexRecordOption::WithFreqs)?;
            let Some(base) = &form.stem_of else {
                field.itself = list;
                continue;
            };
            let bit = bits_of(&[base.tongue]);
            let same = match itself.is_some_and(|itself| itself.term == base.term) {
                true => {
                    field.own_stem_in |= bit;
                    None
                }
                false => Narrowed::of((segment, spoken), base, IndexRecordOption::WithFreqs)?,
            };
            if list.is_some() || same.is_some() {
                field.stems.push(FoundStem {
                    bit,
                    differing: list,
                    same,
                });
            }
        }
        Ok((field.itself.is_some() || !field.stems.is_empty()).then_some(field))
    }

    fn cost(&self) -> u64 {
        let itself = self.itself.as_ref().map_or(0, DocSet::size_hint);
        let stems = self.stems.iter().map(|stem| {
            let differing = stem.differing.as_ref().map_or(0, DocSet::size_hint);
            let same = stem.same.as_ref().map_or(0, |same| same.list.size_hint());
            u64::from(differing) + u64::from(same)
        });
        u64::from(itself) + stems.sum::<u64>()
    }

    fn doc(&self) -> DocId {
        let itself = self.itself.as_ref().map_or(TERMINATED, DocSet::doc);
        let stems = self.stems.iter().map(FoundStem::doc);
        stems.fold(itself, DocId::min)
    }

    fn seek(&mut self, target: DocId) -> DocId {
        let mut least = TERMINATED;
        if let Some(list) = &mut self.itself {
            least = sought(list, target);
        }
        for stem in &mut self.stems {
            if let Some(list) = &mut stem.differing {
                least = least.min(sought(list, target));
            }
            if let Some(list) = &mut stem.same {
                least = least.min(sought(list, target));
            }
        }
        least
    }

    /// How often the word is there, by the weight and the length of the field.
    fn times(&self, doc: DocId) -> f32 {
        let itself = self.itself.as_ref().filter(|list| list.doc() == doc);
        let itself = itself.map_or(0, Postings::term_freq);
        let mut most = itself as f32;
        for stem in &self.stems {
            // The stem stands wherever the word itself does: the better of the two, not both.
            let own = match itself {
                0 => 0,
                times if self.is_own_stem(stem.bit, doc) => times,
                _ => 0,
            };
            most = most.max(STEM_WEIGHT * (own + stem.times(doc)) as f32);
        }
        match most {
            0.0 => 0.0,
            times => times * self.levels[usize::from(self.lengths.fieldnorm_id(doc))],
        }
    }

    fn is_own_stem(&self, tongue: u32, doc: DocId) -> bool {
        self.own_stem_in & self.spoken.of(doc) & tongue != 0
    }
}

/// The postings of a word in the documents of one language.
pub(crate) struct Narrowed {
    list: SegmentPostings,
    spoken: Arc<Spoken>,
    bit: u32,
}

impl Narrowed {
    pub fn of(
        (segment, spoken): (&SegmentReader, &Arc<Spoken>),
        base: &Base,
        option: IndexRecordOption,
    ) -> tantivy::Result<Option<Self>> {
        let index = segment.inverted_index(base.term.field())?;
        let Some(list) = index.read_postings(&base.term, option)? else {
            return Ok(None);
        };
        let mut narrowed = Self {
            list,
            spoken: Arc::clone(spoken),
            bit: bits_of(&[base.tongue]),
        };
        narrowed.settle();
        Ok(Some(narrowed))
    }

    /// Goes on to a document of the language.
    fn settle(&mut self) -> DocId {
        let mut doc = self.list.doc();
        while doc != TERMINATED && self.spoken.of(doc) & self.bit == 0 {
            doc = self.list.advance();
        }
        doc
    }
}

impl DocSet for Narrowed {
    fn advance(&mut self) -> DocId {
        self.list.advance();
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.list.seek(target);
        self.settle()
    }

    fn doc(&self) -> DocId {
        self.list.doc()
    }

    fn size_hint(&self) -> u32 {
        self.list.size_hint()
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
