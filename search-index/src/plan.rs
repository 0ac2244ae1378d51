//! From what was asked to what finds it.
//!
//! Each word is looked for as it is, by its stem in every language of the index, and, where the asker
//! may read few documents with it, as the beginning or the end of longer words and with a letter or two
//! wrong. That "few" counts readable documents only, and the wider forms have a fixed score: so nothing
//! unreadable decides what is found.

use std::ops::Bound;

use tantivy::query::{
    BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Term};

use crate::analyze::{Shape, Stemmers};
use crate::audience::Readable;
use crate::fielded::{Form, Word, rarity};
use crate::language::is_small;
use crate::measure::Measure;
use crate::operators::{Filter, NameOf};
use crate::parse::{Asked, Phrase, Sought};
use crate::schema::Fields;
use crate::sieve::Plan;
use crate::snippet::Marker;

/// A word in more than one in so many readable documents is not required: it tells nothing apart.
const COMMON_ONE_IN: u64 = 4;
/// The same for the small words of a language. What is one in one language ("die") may be a word of
/// weight in another, where it is rare.
const SMALL_ONE_IN: u64 = 50;
/// What remains of the weight of a word that is not required.
const COMMON_WEIGHT: Score = 0.2;
/// Below this many readable documents every word counts.
const COMMON_FROM: u64 = 200;

const STEM_WEIGHT: f32 = 0.9;
/// Looking for beginnings, ends and misspellings takes time: for no more words than this.
pub(crate) const WIDENED_MAX: usize = 12;
/// Looking for misspellings takes more time: for no more words than this.
pub(crate) const MISSPELT_MAX: usize = 6;
/// From so many letters on a word may be a part of a longer one.
pub(crate) const PART_FROM: usize = 5;

pub(crate) struct Planner<'a> {
    pub fields: &'a Fields,
    pub readable: &'a Readable<'a>,
    /// Of the first page of this search, for the others.
    pub measured: Option<&'a Measure>,
    /// What this search is measured by. It begins with the day, the documents and the languages.
    pub measure: Measure,
    pub marker: Marker,
    pub stemmers: Stemmers,
    /// How many words were looked for in longer words, and how many with letters wrong.
    pub widened: usize,
    pub misspelt: usize,
    /// What is looked for beside, as it means the same.
    pub also: Vec<String>,
}

impl Planner<'_> {
    pub fn plan(&mut self, asked: &Asked) -> tantivy::Result<Plan> {
        let mut words = Vec::with_capacity(asked.words.len());
        let stems: Vec<_> = asked.words.iter().map(|it| self.stems(it)).collect();
        let beside = asked.alike.beside(&asked.words, &stems);
        for (i, sought) in asked.words.iter().enumerate() {
            // The last word may not be typed to its end; a long one may be the head of a compound.
            let is_last = i + 1 == asked.words.len();
            let begins_from = if is_last { 2 } else { PART_FROM };
            let (mut word, common) = self.word((sought, begins_from), &stems[i])?;
            word.likes.extend(beside[i].iter().map(|it| self.alike(it)));
            words.push((word, common));
        }
        let all_common = words.iter().all(|(_, common)| *common);
        let mut plan = Plan::default();
        for (mut word, common) in words {
            if common {
                word.weight = COMMON_WEIGHT;
            }
            match common && !all_common {
                true => plan.extra.push(word),
                false => plan.words.push(word),
            }
        }
        self.add_base(asked, &mut plan)?;
        Ok(plan)
    }

    /// What every result must be, and must not be.
    fn add_base(&mut self, asked: &Asked, plan: &mut Plan) -> tantivy::Result<()> {
        for asking in &asked.filters {
            let into = match asking.excluded {
                true => &mut plan.without,
                false => &mut plan.must,
            };
            into.push(self.filter(&asking.filter));
        }
        for phrase in &asked.phrases {
            self.marker.add_phrase(phrase);
            plan.must.push(self.phrase(phrase));
            for (_, text) in phrase {
                let forms = self.forms(text, &[]);
                let found = self.found(&forms)?;
                plan.extra.push(self.weighed(forms, found));
            }
        }
        for phrase in &asked.excluded_phrases {
            plan.without.push(self.phrase(phrase));
        }
        for sought in &asked.excluded_words {
            let stems = self.stems(sought);
            let forms = self.forms(&sought.text, &stems).into_iter();
            let mut gone: Vec<_> = forms.map(|form| term_query(form.term)).collect();
            if sought.starred && self.widened < WIDENED_MAX {
                self.widened += 1;
                gone.extend(self.everywhere(|field| beginning(field, &sought.text)));
            }
            plan.without.push(any(gone));
        }
        Ok(())
    }

    /// A word, and whether it is one that tells nothing apart.
    fn word(
        &mut self,
        (sought, begins_from): (&Sought, usize),
        stems: &[(usize, String)],
    ) -> tantivy::Result<(Word, bool)> {
        let forms = self.forms(&sought.text, stems);
        let found = self.found(&forms)?;
        self.marker.add_word(sought, stems);
        let mut word = self.weighed(forms, found);
        word.likes = self.likes((sought, begins_from), (stems, found));
        Ok((word, self.is_common(&sought.text, found)))
    }

    fn is_common(&self, word: &str, found: u64) -> bool {
        let documents = self.measure.documents;
        let everywhere = documents >= COMMON_FROM && found > documents / COMMON_ONE_IN;
        everywhere || (is_small(word, &self.measure.tongues) && found > documents / SMALL_ONE_IN)
    }

    pub(crate) fn stems(&mut self, sought: &Sought) -> Vec<(usize, String)> {
        if sought.shape != Shape::Word {
            return Vec::new();
        }
        let stem = |tongue: &usize| (*tongue, self.stemmers.stem(*tongue, &sought.written));
        self.measure.tongues.iter().map(stem).collect()
    }

    /// Every term that is this word.
    pub(crate) fn forms(&self, text: &str, stems: &[(usize, String)]) -> Vec<Form> {
        let mut forms = Vec::new();
        for (place, field) in self.fields.worded().iter().enumerate() {
            let mut form = |term, weight| {
                forms.push(Form {
                    term,
                    field: place,
                    weight,
                })
            };
            form(Term::from_field_text(field.exact, text), 1.0);
            for (_, stem) in stems {
                form(Term::from_field_text(field.stems, stem), STEM_WEIGHT);
            }
        }
        forms
    }

    /// How many readable documents have a word: as the first page counted, on the others.
    fn found(&mut self, forms: &[Form]) -> tantivy::Result<u64> {
        let known = |measured: &Measure| measured.found.get(self.measure.found.len()).copied();
        let found = match self.measured {
            Some(measured) => known(measured).unwrap_or(0),
            None => {
                let mut most = 0;
                for form in forms {
                    most = most.max(self.readable.frequency(&form.term)?);
                }
                most
            }
        };
        self.measure.found.push(found);
        Ok(found)
    }

    fn weighed(&self, forms: Vec<Form>, found: u64) -> Word {
        Word {
            forms,
            rarity: rarity(found, self.measure.documents),
            ..Word::like(Vec::new())
        }
    }

    pub(crate) fn phrase(&self, phrase: &Phrase) -> Box<dyn Query> {
        let places = self.fields.worded().into_iter().filter_map(|field| {
            let term = |text: &String| Term::from_field_text(field.exact, text);
            match phrase.as_slice() {
                [(_, word)] => Some(term_query(term(word))),
                words if field.phrases => {
                    let terms = words.iter().map(|(place, word)| (*place, term(word)));
                    let query = PhraseQuery::new_with_offset(terms.collect());
                    Some(Box::new(query) as Box<dyn Query>)
                }
                _ => None,
            }
        });
        any(places.collect())
    }

    fn filter(&self, filter: &Filter) -> Box<dyn Query> {
        let f = self.fields;
        let one_of = |fields: &[Field], values: &[String]| {
            let terms = fields.iter().flat_map(|field| {
                let term = |value: &String| term_query(Term::from_field_text(*field, value));
                values.iter().map(term)
            });
            any(terms.collect())
        };
        let created = |at: &i64| Term::from_field_i64(f.created, *at);
        match filter {
            // A name that nobody told is nobody's.
            Filter::Named(_) => any(Vec::new()),
            Filter::Known(NameOf::Person, ids) => one_of(&[f.author], ids),
            Filter::Known(NameOf::Place, ids) => one_of(&[f.community, f.channel], ids),
            Filter::Known(NameOf::Session, ids) => one_of(&[f.session], ids),
            Filter::Known(NameOf::Kind, ids) => one_of(&[f.kind], ids),
            Filter::Tag(tag) => one_of(&[f.tag], std::slice::from_ref(tag)),
            Filter::Mark(mark) => one_of(&[f.mark], &[mark.word().to_owned()]),
            Filter::Before(at) => Box::new(RangeQuery::new(
                Bound::Unbounded,
                Bound::Excluded(created(at)),
            )),
            Filter::From(at) => Box::new(RangeQuery::new(
                Bound::Included(created(at)),
                Bound::Unbounded,
            )),
        }
    }

    pub(crate) fn everywhere(
        &self,
        query: impl Fn(Field) -> Box<dyn Query>,
    ) -> Vec<Box<dyn Query>> {
        let fields = self.fields.worded().into_iter();
        fields.map(|field| query(field.exact)).collect()
    }
}

pub(crate) fn any(queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    Box::new(BooleanQuery::new(
        queries.into_iter().map(|it| (Occur::Should, it)).collect(),
    ))
}

pub(crate) fn term_query(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}

/// Every word that begins so.
pub(crate) fn beginning(field: Field, text: &str) -> Box<dyn Query> {
    let term = Term::from_field_text(field, text);
    Box::new(FuzzyTermQuery::new_prefix(term, 0, false))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::document::Document;
    use crate::index::Index;
    use crate::parse::PARTS_MAX;

    /// Asked by all cases, and changed by none.
    static INDEX: LazyLock<Index> = LazyLock::new(|| {
        let index = Index::in_memory().expect("an index in memory");
        let posts = (0..40).map(|n| Document {
            id: format!("p{n}"),
            audience: vec!["all".into()],
            title: format!("Facilitation {n}"),
            body: "Quiet learners speak up in 研修, and Großgruppen too.".into(),
            ..Document::default()
        });
        index.apply(posts.map(Into::into), "1").expect("applied");
        index
    });

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// What a search costs is how many words it has, and how many of them are looked for in others.
        #[test]
        fn no_wording_asks_for_more_work_than_so_much(
            pieces in prop::collection::vec(
                "-?[a-z]{1,3}\\*|-?(facilit|learn|quite|spaek)[a-z]{0,4}\\*?|\"[a-z ]{0,9}\"|研修.|is:mine|tag:[a-z]{3}|\\PC{0,9}",
                0..120,
            ),
        ) {
            let text: String = pieces.join(" ").chars().take(512).collect();
            let asked = Asked::read(&text).expect("short enough");
            let live = INDEX.searched();
            let searcher = live.searcher();
            let everybody = ["all".to_owned()];
            let place = (&searcher, &*live, &INDEX.shared.readers);
            let readable = Readable::by(&everybody, place).expect("readable");
            let mut planner = Planner {
                fields: &live.fields,
                readable: &readable,
                measured: None,
                measure: Measure {
                    documents: readable.documents(),
                    tongues: readable.tongues(),
                    ..Measure::default()
                },
                marker: Marker::default(),
                stemmers: Stemmers::default(),
                widened: 0,
                misspelt: 0,
                also: Vec::new(),
            };
            let plan = planner.plan(&asked).expect("a plan");
            let (widened, misspelt) = (planner.widened, planner.misspelt);
            prop_assert!(widened <= WIDENED_MAX && misspelt <= MISSPELT_MAX);
            let likes: usize = plan.words.iter().chain(&plan.extra).map(|it| it.likes.len()).sum();
            prop_assert!(likes <= 2 * WIDENED_MAX + 2 * MISSPELT_MAX);
            prop_assert!(asked.words.len() <= PARTS_MAX);
            prop_assert!(plan.words.len() <= PARTS_MAX);
            prop_assert!(asked.phrases.len() <= PARTS_MAX);
        }
    }
}
