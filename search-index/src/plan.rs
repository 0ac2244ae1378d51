//! From what was asked to what finds it.
//!
//! Each word is looked for as it is, by its stem in every language of the index, and, where the asker
//! may read few documents with it, as the beginning or the end of longer words and with a letter or two
//! wrong. That "few" counts readable documents only, and the wider forms have a fixed score: so nothing
//! unreadable decides what is found.

use std::cmp::Reverse;
use std::ops::Bound;

use tantivy::query::{
    BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Score, Term};

use crate::analyze::{Stemmers, letters_of};
use crate::audience::Readable;
use crate::fielded::{Base, Form, Like, Word, rarity};
use crate::language::{TONGUES, is_small};
use crate::measure::Measure;
use crate::operators::{Filter, NameOf};
use crate::parse::{Asked, Phrase, Sought};
use crate::schema::Fields;
use crate::sieve::Plan;
use crate::snippet::Marker;
use crate::words::Shape;

/// A word in more than one in so many readable documents is not required: it tells nothing apart.
const COMMON_ONE_IN: u64 = 4;
/// The same for the small words of a language. What is one in one language ("die") may be a word of
/// weight in another, where it is rare.
const SMALL_ONE_IN: u64 = 50;
/// What remains of the weight of a word that is not required.
const COMMON_WEIGHT: Score = 0.2;
/// Below this many readable documents every word counts.
const COMMON_FROM: u64 = 200;

/// Above every sum of words: whoever types a name and nothing else means who is called so.
const CALLED_SO: Score = 10_000.0;
/// Looking for beginnings, ends and misspellings takes time: for no more words than this.
pub(crate) const WIDENED_MAX: usize = 12;
/// Looking for misspellings takes more time: for no more words than this.
pub(crate) const MISSPELT_MAX: usize = 6;
/// In a search so much is looked for that means the same as its words.
pub(crate) const ALIKE_MAX: usize = 64;
/// Of so many words of phrases it is counted how rare they are.
const PHRASED_MAX: usize = 64;
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
    /// How many words were looked for in longer words, how many with letters wrong, and how often what
    /// means the same.
    pub widened: usize,
    pub misspelt: usize,
    pub alike: usize,
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
            let left = ALIKE_MAX - self.alike;
            self.alike += beside[i].len().min(left);
            let meant = beside[i].iter().take(left);
            word.likes.extend(meant.map(|it| self.like(it)));
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
        let name = asked.plain_words();
        if asked.phrases.is_empty() && !name.is_empty() {
            let called = Like {
                query: term_query(Term::from_field_text(self.fields.name, &name)),
                score: CALLED_SO,
            };
            plan.extra.push(Word::like(vec![called]));
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
        let mut phrased = 0;
        for phrase in &asked.phrases {
            self.marker.add_phrase(phrase);
            plan.must.push(self.phrase(phrase));
            for (_, text) in phrase.iter().take(PHRASED_MAX - phrased) {
                phrased += 1;
                let mut forms = self.forms(text, &[]);
                let found = self.found(&mut forms)?;
                plan.extra.push(self.weighed(forms, found));
            }
        }
        for phrase in &asked.excluded_phrases {
            plan.without.push(self.phrase(phrase));
        }
        for sought in &asked.excluded_words {
            let stems = self.stems(sought);
            let forms = self.forms(&sought.text, &stems).into_iter();
            let mut gone: Vec<_> = forms.flat_map(|form| self.queries(form)).collect();
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
        let mut forms = self.forms(&sought.text, stems);
        let found = self.found(&mut forms)?;
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
            let mut form = |term, stem_of| {
                forms.push(Form {
                    term,
                    field: place,
                    stem_of,
                })
            };
            form(Term::from_field_text(field.exact, text), None);
            for (tongue, stem) in stems {
                let base = Base {
                    tongue: *tongue,
                    term: Term::from_field_text(field.exact, letters_of(stem)),
                };
                form(Term::from_field_text(field.stems, stem), Some(base));
            }
        }
        forms
    }

    /// What finds a form, wherever it is.
    pub(crate) fn queries(&self, form: Form) -> Vec<Box<dyn Query>> {
        let mut queries = vec![term_query(form.term)];
        if let Some(base) = form.stem_of {
            let code = TONGUES[base.tongue].code;
            let there = Term::from_field_text(self.fields.tongue, code);
            let both = [term_query(base.term), term_query(there)];
            queries.push(Box::new(BooleanQuery::intersection(both.into())));
        }
        queries
    }

    /// How many readable documents have a word: as the first page counted, on the others. Leaves of its forms
    /// those that are in any document.
    fn found(&mut self, forms: &mut Vec<Form>) -> tantivy::Result<u64> {
        let mut spread = Vec::with_capacity(forms.len());
        for form in std::mem::take(forms) {
            let of = self.readable.spread(&form)?;
            if of > 0 {
                spread.push((of, form));
            }
        }
        let known = |measured: &Measure| measured.found.get(self.measure.found.len()).copied();
        let found = match self.measured {
            Some(measured) => known(measured).unwrap_or(0),
            None => self.most_found(&mut spread)?,
        };
        self.measure.found.push(found);
        forms.extend(spread.into_iter().map(|(_, form)| form));
        Ok(found)
    }

    /// In how many readable documents the form is that is in most of them. No more can be readable than there
    /// are, so that most forms need not be counted.
    fn most_found(&self, spread: &mut [(u64, Form)]) -> tantivy::Result<u64> {
        spread.sort_by_key(|(of, _)| Reverse(*of));
        let mut most = 0;
        for (of, form) in spread {
            if *of <= most {
                break;
            }
            most = most.max(self.readable.frequency_of(form)?);
        }
        Ok(most)
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
            // What stands nowhere, as somebody does, is where those are who may find it.
            Filter::Known(NameOf::Place, ids) => one_of(&[f.community, f.channel, f.audience], ids),
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
mod tests;
