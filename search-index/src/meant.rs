//! What somebody may have meant who typed a word that nothing has: a word like it that he may read.
//!
//! Only what he may read is looked at, in the end: a word of hidden documents is counted among the
//! readable ones, is in none, and is passed by. The word is shown as one of those documents writes it, which its
//! owner tells: the index does not keep texts.

use std::collections::BTreeSet;
use std::ops::Range;

use tantivy::Term;
use tantivy::query::FuzzyTermQuery;

use crate::audience::Readable;
use crate::error::Result;
use crate::fold::composed;
use crate::likes::{ONE_TYPO_FROM, TWO_TYPOS_FROM};
use crate::live::Live;
use crate::measure::Measure;
use crate::parse::{Asked, Sought};
use crate::plan::MISSPELT_MAX;
use crate::snippet::edits;
use crate::words::{Shape, words};

/// A search with other words in place of those that no readable document has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    asked: String,
    /// From the last, so that the places of those before stay.
    words: Vec<Word>,
}

/// A word in place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    at: Range<usize>,
    folded: String,
    /// A document that has it.
    document: String,
}

impl Meant {
    /// The documents that show how its words are written.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.document.as_str())
    }

    /// The search with each word in small letters as the text of its document writes it; nothing when no text
    /// has one of them.
    pub fn written(&self, text_of: impl Fn(&str) -> Option<String>) -> Option<String> {
        let mut meant = self.asked.clone();
        let mut changed = false;
        for word in &self.words {
            let text = composed(&text_of(&word.document).unwrap_or_default());
            let found = words(&text).into_iter().find(|it| it.text == word.folded);
            if let Some(found) = found {
                let written = text[found.from..found.to].to_lowercase();
                meant.replace_range(word.at.clone(), &written);
                changed = true;
            }
        }
        changed.then_some(meant)
    }
}

/// What was meant in place of each word that no readable document has; nothing when nothing is like them.
pub(crate) fn instead(
    (asked, measure): (&Asked, &Measure),
    live: &Live,
    readable: &Readable<'_>,
) -> Result<Option<Meant>> {
    let mut meant = Vec::new();
    let unknown = asked.words.iter().zip(&measure.found).rev();
    let unknown = unknown.filter(|(sought, found)| {
        let letters = sought.text.chars().count();
        let is_word = sought.shape == Shape::Word && !sought.starred;
        **found == 0 && is_word && letters >= ONE_TYPO_FROM
    });
    for (sought, _) in unknown.take(MISSPELT_MAX) {
        if let Some(folded) = likest(sought, live, readable)?
            && let Some(document) = one_with(&folded, live, readable)?
        {
            meant.push(Word {
                at: sought.at.clone(),
                folded,
                document,
            });
        }
    }
    Ok((!meant.is_empty()).then(|| Meant {
        asked: asked.text.clone(),
        words: meant,
    }))
}

/// The word with the fewest letters changed; of those, the one that is in most readable documents.
fn likest(sought: &Sought, live: &Live, readable: &Readable<'_>) -> Result<Option<String>> {
    let wrong = match sought.text.chars().count() {
        letters if letters >= TWO_TYPOS_FROM => 2,
        _ => 1,
    };
    let fields = [live.fields.title.exact, live.fields.body.exact];
    let mut like = BTreeSet::new();
    for field in fields {
        let term = Term::from_field_text(field, &sought.text);
        let automaton = || FuzzyTermQuery::new(term.clone(), wrong, true).automaton();
        for (segment, _) in readable.segments() {
            let index = segment.inverted_index(field)?;
            let mut stream = index.terms().search(automaton()?).into_stream()?;
            while stream.advance() {
                like.insert(String::from_utf8_lossy(stream.key()).into_owned());
            }
        }
    }
    let mut best = None;
    for word in like {
        let mut found = 0;
        for field in fields {
            found += readable.frequency(&Term::from_field_text(field, &word))?;
        }
        if found > 0 {
            let rank = (usize::MAX - edits(&sought.text, &word), found);
            best = best.max(Some((rank, word)));
        }
    }
    Ok(best.map(|(_, word)| word))
}

/// The id of a readable document that has a word.
fn one_with(word: &str, live: &Live, readable: &Readable<'_>) -> Result<Option<String>> {
    for field in [live.fields.body.exact, live.fields.title.exact] {
        let id = readable.one_with(&Term::from_field_text(field, word))?;
        if id.is_some() {
            return Ok(id);
        }
    }
    Ok(None)
}
