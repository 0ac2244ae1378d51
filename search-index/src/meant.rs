//! What somebody may have meant who typed a word that nothing has: a word like it that he may read.
//!
//! Only what he may read is looked at, in the end: a word of hidden documents is counted among the
//! readable ones, is in none, and is passed by. The word is shown as one of those documents writes it.

use std::collections::BTreeSet;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, Term};

use crate::analyze::{Shape, words};
use crate::audience::Readable;
use crate::error::Result;
use crate::likes::{ONE_TYPO_FROM, TWO_TYPOS_FROM};
use crate::live::Live;
use crate::measure::Measure;
use crate::parse::{Asked, Sought};
use crate::plan::MISSPELT_MAX;
use crate::query::Stored;
use crate::snippet::edits;

/// The search with what was meant in place of each word that no readable document has; nothing when
/// nothing is like them.
pub(crate) fn instead(
    (asked, measure): (&Asked, &Measure),
    (searcher, live): (&Searcher, &Live),
    readable: &Readable<'_>,
) -> Result<Option<String>> {
    let mut meant = asked.text.clone();
    let mut changed = false;
    // From the last, so that the places of those before stay.
    let unknown = asked.words.iter().zip(&measure.found).rev();
    let unknown = unknown.filter(|(sought, found)| {
        let letters = sought.text.chars().count();
        let is_word = sought.shape == Shape::Word && !sought.starred;
        **found == 0 && is_word && letters >= ONE_TYPO_FROM
    });
    for (sought, _) in unknown.take(MISSPELT_MAX) {
        if let Some(like) = likest(sought, live, readable)?
            && let Some(written) = as_written(&like, (searcher, live), readable)?
        {
            meant.replace_range(sought.at.clone(), &written);
            changed = true;
        }
    }
    Ok(changed.then_some(meant))
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

/// A folded word as the first readable document with it writes it, in small letters.
fn as_written(
    word: &str,
    (searcher, live): (&Searcher, &Live),
    readable: &Readable<'_>,
) -> Result<Option<String>> {
    for field in [live.fields.body.exact, live.fields.title.exact] {
        let term = Term::from_field_text(field, word);
        for (ord, (segment, set)) in (0..).zip(readable.segments()) {
            let index = segment.inverted_index(field)?;
            let Some(mut list) = index.read_postings(&term, IndexRecordOption::Basic)? else {
                continue;
            };
            while list.doc() != TERMINATED && !set.contains(list.doc()) {
                list.advance();
            }
            if list.doc() == TERMINATED {
                continue;
            }
            let stored = Stored::read(searcher, DocAddress::new(ord, list.doc()))?;
            let text = stored.text(field);
            let written = words(text).into_iter().find(|found| found.text == word);
            if let Some(found) = written {
                return Ok(Some(text[found.from..found.to].to_lowercase()));
            }
        }
    }
    Ok(None)
}
