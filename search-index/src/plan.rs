//! From what was asked to the queries that find it.
//!
//! Each word is looked for as it is, by its stem in every language of the index, and, where the asker
//! may read few documents with it, as the beginning of words and with one letter wrong. That "few"
//! counts readable documents only, and the wider forms match whole sets of words with a fixed score:
//! so nothing unreadable decides what is found.

use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur,
    PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Term};

use crate::analyze::{Shape, Stemmers};
use crate::audience::Readable;
use crate::language::is_small;
use crate::lifted::Lifted;
use crate::parse::{Asked, Phrase, Sought};
use crate::schema::Fields;
use crate::snippet::Marker;

/// With fewer documents than this a word is widened.
const FEW: u64 = 10;
/// A word in more than one in so many readable documents is not required: it tells nothing apart.
const COMMON_ONE_IN: u64 = 4;
/// The same for the small words of a language. What is one in one language ("die") may be a word of
/// weight in another, where it is rare.
const SMALL_ONE_IN: u64 = 50;
/// What remains of the weight of a word that is not required.
const COMMON_WEIGHT: Score = 0.3;
/// Below this many readable documents every word counts.
const COMMON_FROM: u64 = 200;

const EXACT_LIFT: Score = 1.0;
const PREFIX_SCORE: Score = 0.5;
const TYPO_SCORE: Score = 0.25;
const STEM_WEIGHT: Score = 0.9;
/// How much a second field adds to the best one.
const OTHER_FIELDS: Score = 0.2;
/// Above every sum of words, so that who has all of them comes before who has some.
const ALL_WORDS_LIFT: Score = 1000.0;

type Clauses = Vec<(Occur, Box<dyn Query>)>;

/// The queries for one search.
pub(crate) struct Plan {
    /// Finds what has all of the words.
    pub all: Box<dyn Query>,
    /// Finds what has some, those with all first. `None` for a single word.
    pub some: Option<Box<dyn Query>>,
    pub marker: Marker,
}

pub(crate) struct Planner<'a> {
    pub fields: &'a Fields,
    pub readable: &'a Readable<'a>,
    /// The languages in the index.
    pub tongues: &'a [usize],
    pub community: Option<&'a str>,
}

struct Word {
    query: Box<dyn Query>,
    common: bool,
}

impl Planner<'_> {
    pub fn plan(&self, asked: &Asked) -> tantivy::Result<Plan> {
        let mut stemmers = Stemmers::default();
        let mut marker = Marker::default();
        let base = self.base(asked, (&mut stemmers, &mut marker))?;
        let mut words = Vec::with_capacity(asked.words.len());
        for (i, sought) in asked.words.iter().enumerate() {
            // The last word may not be typed to its end; a long one may be the head of a compound.
            let begins_from = if i + 1 == asked.words.len() { 2 } else { 5 };
            words.push(self.word((sought, begins_from), (&mut stemmers, &mut marker))?);
        }
        let all_common = words.iter().all(|word| word.common);
        let (required, common): (Vec<_>, Vec<_>) = words
            .into_iter()
            .partition(|word| !word.common || all_common);

        let with = |needed: Clauses| -> Box<dyn Query> {
            let optional = common
                .iter()
                .map(|word| (Occur::Should, word.query.box_clone()));
            let base = base
                .iter()
                .map(|(occur, query)| (*occur, query.box_clone()));
            Box::new(BooleanQuery::new(
                base.chain(needed).chain(optional).collect(),
            ))
        };
        let each = |occur| {
            required
                .iter()
                .map(|w| (occur, w.query.box_clone()))
                .collect::<Clauses>()
        };
        let some = (required.len() > 1).then(|| {
            let every = Box::new(BooleanQuery::new(each(Occur::Must)));
            let mut some = each(Occur::Should);
            some.push((
                Occur::Should,
                Box::new(ConstScoreQuery::new(every, ALL_WORDS_LIFT)),
            ));
            with(vec![(Occur::Must, Box::new(BooleanQuery::new(some)))])
        });
        Ok(Plan {
            all: with(each(Occur::Must)),
            some,
            marker,
        })
    }

    /// What every result must be: readable, in the place asked for, with each phrase, without what is
    /// excluded.
    fn base(
        &self,
        asked: &Asked,
        (stemmers, marker): (&mut Stemmers, &mut Marker),
    ) -> tantivy::Result<Clauses> {
        let mut base: Clauses = vec![(Occur::Must, self.readable.filter())];
        if let Some(community) = self.community {
            let inside = term_query(Term::from_field_text(self.fields.community, community));
            base.push((Occur::Must, Box::new(ConstScoreQuery::new(inside, 0.0))));
        }
        for phrase in &asked.phrases {
            marker.add_phrase(phrase);
            base.push((Occur::Must, self.phrase(phrase)));
        }
        for phrase in &asked.excluded_phrases {
            base.push((Occur::MustNot, self.phrase(phrase)));
        }
        for sought in &asked.excluded_words {
            let terms = self.terms(sought, stemmers).into_iter();
            let mut gone: Clauses = terms
                .map(|(term, _)| (Occur::Should, term_query(term)))
                .collect();
            if sought.starred {
                gone.extend(self.worded(|field| beginning(field, &sought.text)));
            }
            base.push((Occur::MustNot, Box::new(BooleanQuery::new(gone))));
        }
        Ok(base)
    }

    fn word(
        &self,
        (sought, begins_from): (&Sought, usize),
        (stemmers, marker): (&mut Stemmers, &mut Marker),
    ) -> tantivy::Result<Word> {
        let mut exact: Vec<Box<dyn Query>> = Vec::new();
        let mut most = 0;
        for (term, weight) in self.terms(sought, stemmers) {
            let frequency = self.readable.frequency(&term)?;
            most = most.max(frequency);
            if frequency > 0 {
                exact.push(Box::new(BoostQuery::new(term_query(term), weight)));
            }
        }
        marker.add_word(sought, self.tongues);
        let mut forms: Vec<Box<dyn Query>> = Vec::new();
        if !exact.is_empty() {
            let query = Box::new(DisjunctionMaxQuery::with_tie_breaker(exact, OTHER_FIELDS));
            forms.push(Box::new(Lifted {
                query,
                by: EXACT_LIFT,
            }));
        }
        let wider = Wider::of((sought, begins_from), most);
        if wider.beginnings {
            marker.add_beginning(&sought.text);
            let any = BooleanQuery::new(self.worded(|field| beginning(field, &sought.text)));
            forms.push(Box::new(ConstScoreQuery::new(Box::new(any), PREFIX_SCORE)));
        }
        if wider.typos {
            marker.add_similar(&sought.text);
            let any = BooleanQuery::new(self.worded(|field| similar(field, &sought.text)));
            forms.push(Box::new(ConstScoreQuery::new(Box::new(any), TYPO_SCORE)));
        }
        let query = Box::new(DisjunctionMaxQuery::new(forms));
        Ok(if self.is_common(&sought.text, most) {
            Word {
                query: Box::new(BoostQuery::new(query, COMMON_WEIGHT)),
                common: true,
            }
        } else {
            Word {
                query,
                common: false,
            }
        })
    }

    fn is_common(&self, word: &str, found: u64) -> bool {
        let documents = self.readable.documents();
        let everywhere = documents >= COMMON_FROM && found > documents / COMMON_ONE_IN;
        everywhere || (is_small(word) && found > documents / SMALL_ONE_IN)
    }

    /// Every term that is this word, with its weight.
    fn terms(&self, sought: &Sought, stemmers: &mut Stemmers) -> Vec<(Term, Score)> {
        let stems: Vec<String> = match sought.shape {
            Shape::Word => self
                .tongues
                .iter()
                .map(|t| stemmers.stem(*t, &sought.written))
                .collect(),
            Shape::Pair | Shape::Last => Vec::new(),
        };
        let mut terms = Vec::new();
        for field in self.fields.worded() {
            terms.push((
                Term::from_field_text(field.exact, &sought.text),
                field.weight,
            ));
            for stem in &stems {
                terms.push((
                    Term::from_field_text(field.stems, stem),
                    field.weight * STEM_WEIGHT,
                ));
            }
        }
        terms
    }

    fn phrase(&self, phrase: &Phrase) -> Box<dyn Query> {
        let mut places: Vec<Box<dyn Query>> = Vec::new();
        for field in self.fields.worded() {
            let term = |text: &String| Term::from_field_text(field.exact, text);
            let query: Box<dyn Query> = match phrase.as_slice() {
                [(_, word)] => term_query(term(word)),
                _ if !field.phrases => continue,
                words => Box::new(PhraseQuery::new_with_offset(
                    words
                        .iter()
                        .map(|(place, word)| (*place, term(word)))
                        .collect(),
                )),
            };
            places.push(Box::new(BoostQuery::new(query, field.weight)));
        }
        let query = Box::new(DisjunctionMaxQuery::with_tie_breaker(places, OTHER_FIELDS));
        Box::new(Lifted {
            query,
            by: EXACT_LIFT,
        })
    }

    fn worded(&self, query: impl Fn(Field) -> Box<dyn Query>) -> Clauses {
        self.fields
            .worded()
            .into_iter()
            .map(|field| (Occur::Should, query(field.exact)))
            .collect()
    }
}

/// In which wider forms a word is looked for.
struct Wider {
    beginnings: bool,
    typos: bool,
}

impl Wider {
    /// With `begins_from` letters a word may be the beginning of longer ones.
    fn of((sought, begins_from): (&Sought, usize), found: u64) -> Self {
        let (few, letters) = (found < FEW, sought.text.chars().count());
        let word = few && sought.shape == Shape::Word;
        Self {
            beginnings: sought.starred || (word && letters >= begins_from),
            typos: word && letters >= 4 && !sought.starred,
        }
    }
}

fn term_query(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// Every word that begins so.
pub(crate) fn beginning(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(FuzzyTermQuery::new_prefix(
        Term::from_field_text(field, text),
        0,
        false,
    ))
}

/// Every word with one letter added, missing, wrong, or changed for its neighbour.
fn similar(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(FuzzyTermQuery::new(
        Term::from_field_text(field, text),
        1,
        true,
    ))
}
