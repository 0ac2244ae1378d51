//! What is looked for beside a word: what means the same, the beginnings and ends of longer words, and what is
//! spelt alike. Each has a fixed score, below that of the word itself.

use tantivy::query::{FuzzyTermQuery, Query};
use tantivy::schema::Field;
use tantivy::{Score, Term};

use crate::alike::Meaning;
use crate::analyze::from_its_end;
use crate::fielded::Like;
use crate::language::TONGUES;
use crate::parse::Sought;
use crate::plan::{MISSPELT_MAX, PART_FROM, Planner, WIDENED_MAX, any, beginning};
use crate::words::Shape;

/// With fewer documents than this a word is widened.
const FEW: u64 = 10;
/// What means the same comes before what is only spelt alike.
const ALIKE_SCORE: Score = 0.09;
const PART_SCORE: Score = 0.08;
const TYPO_SCORE: Score = 0.05;
const TWO_TYPOS_SCORE: Score = 0.02;
/// From so many letters on a word may have one wrong, and two.
pub(crate) const ONE_TYPO_FROM: usize = 4;
pub(crate) const TWO_TYPOS_FROM: usize = 8;

impl Planner<'_> {
    /// What means the same as a word: another word in all its forms, or a phrase.
    pub(crate) fn like(&mut self, meaning: &Meaning) -> Like {
        if !self.also.contains(&meaning.written) {
            self.also.push(meaning.written.clone());
        }
        let query = match meaning.words.as_slice() {
            [word] => {
                let stems = self.stems(word);
                self.marker.add_word(word, &stems);
                let forms = self.forms(&word.text, &stems).into_iter();
                any(forms.flat_map(|form| self.queries(form)).collect())
            }
            _ => {
                self.marker.add_phrase(&meaning.phrase);
                self.phrase(&meaning.phrase)
            }
        };
        Like {
            query,
            score: ALIKE_SCORE,
        }
    }

    /// What is like a word, as far as it is rare.
    pub(crate) fn likes(
        &mut self,
        (sought, begins_from): (&Sought, usize),
        (stems, found): (&[(usize, String)], u64),
    ) -> Vec<Like> {
        let (text, letters) = (&sought.text, sought.text.chars().count());
        let few = found < FEW && sought.shape == Shape::Word;
        let mut likes = Vec::new();
        if !(few || sought.starred) || self.widened == WIDENED_MAX {
            return likes;
        }
        self.widened += 1;
        let mut like = |queries, score| {
            likes.push(Like {
                query: any(queries),
                score,
            })
        };
        if sought.starred || (few && letters >= begins_from) {
            self.marker.add_beginning(text);
            like(self.everywhere(|field| beginning(field, text)), PART_SCORE);
        }
        if sought.starred {
            return likes;
        }
        let compounding = |(tongue, _): &&(usize, String)| TONGUES[*tongue].has_compounds();
        if letters >= PART_FROM && stems.iter().any(|stem| compounding(&stem)) {
            let ends = stems.iter().filter(compounding);
            let ends = ends.map(|(_, stem)| beginning(self.fields.ends, &from_its_end(stem)));
            like(ends.collect(), PART_SCORE);
            self.marker.add_ends();
        }
        if letters < ONE_TYPO_FROM || self.misspelt == MISSPELT_MAX {
            return likes;
        }
        self.misspelt += 1;
        self.marker.add_similar(text, 1);
        like(self.everywhere(|field| similar(field, text, 1)), TYPO_SCORE);
        if letters >= TWO_TYPOS_FROM && found == 0 {
            self.marker.add_similar(text, 2);
            like(
                self.everywhere(|field| similar(field, text, 2)),
                TWO_TYPOS_SCORE,
            );
        }
        likes
    }
}

/// Every word with so many letters added, missing, wrong, or changed for a neighbour.
fn similar(field: Field, text: &str, wrong: u8) -> Box<dyn Query> {
    let term = Term::from_field_text(field, text);
    Box::new(FuzzyTermQuery::new(term, wrong, true))
}
