//! What a person typed, as what it asks for. Pure. Nothing typed is an error.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::alike::Alike;
use crate::error::{Error, Result};
use crate::fold::composed;
use crate::operators::{Filter, Named, filter};
use crate::piece::{Piece, piece};
use crate::words::{Shape, Word, words};

pub const QUERY_CHARS_MAX: usize = 512;
/// More words or phrases than anybody means: what comes after them is left out.
pub(crate) const PARTS_MAX: usize = 64;

/// What a search wants to say about how it was read. Shown beside the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// There is no word in it.
    NothingAsked,
    /// A quotation mark is not closed, so there is no phrase.
    UnclosedQuote,
    /// It only excludes, so the excluded words are looked for instead.
    OnlyExclusions,
    /// What an operator was given is nothing that it knows, so it was read as words.
    UnknownOperand,
    /// No document has all of the words.
    SomeOfTheWords,
}

/// One word of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sought {
    /// Folded.
    pub text: String,
    /// As it was typed, for the stemmers.
    pub written: String,
    pub shape: Shape,
    /// A star after it asks for every word that begins so.
    pub starred: bool,
    /// Where it stands in [`Asked::text`].
    pub at: Range<usize>,
}

/// Words that stand together, with their places in the phrase.
pub(crate) type Phrase = Vec<(usize, String)>;

/// An operator in its place, so that it can be read as words after all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asking {
    pub filter: Filter,
    pub excluded: bool,
    pub value: Range<usize>,
}

/// A search as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub(crate) text: String,
    pub(crate) words: Vec<Sought>,
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) excluded_words: Vec<Sought>,
    pub(crate) excluded_phrases: Vec<Phrase>,
    pub(crate) filters: Vec<Asking>,
    pub(crate) note: Option<Note>,
    /// Whether what has only some of the words is no result.
    pub(crate) is_whole: bool,
    pub(crate) alike: Arc<Alike>,
}

impl Asked {
    /// Reads words, `"phrases"`, `-excluded`, `begin*` and operators: `from:`, `in:`, `session:`,
    /// `kind:`, `tag:`, `is:`, `has:`, `before:`, `after:`. What is broken is read as words.
    ///
    /// # Errors
    /// When the text is longer than [`QUERY_CHARS_MAX`] characters.
    pub fn read(text: &str) -> Result<Self> {
        let chars = text.chars().count();
        match chars > QUERY_CHARS_MAX {
            true => Err(Error::QueryTooLong {
                chars,
                max: QUERY_CHARS_MAX,
            }),
            false => Ok(parse(text)),
        }
    }

    /// The names in it, in their order: until [`Asked::with_names`] is told their ids, they find nothing.
    pub fn names(&self) -> impl Iterator<Item = &Named> {
        self.filters
            .iter()
            .filter_map(|asking| match &asking.filter {
                Filter::Named(named) => Some(named),
                _ => None,
            })
    }

    /// The search with the ids that each of its names stands for. A name without any is read as words.
    #[must_use]
    pub fn with_names(mut self, ids: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut ids = ids.into_iter();
        let filters = std::mem::take(&mut self.filters);
        for mut asking in filters {
            if let Filter::Named(Named { of, .. }) = asking.filter {
                match ids.next().filter(|ids| !ids.is_empty()) {
                    Some(ids) => asking.filter = Filter::Known(of, ids),
                    None => {
                        self.misread((!asking.excluded).then_some(&asking.value));
                        continue;
                    }
                }
            }
            self.filters.push(asking);
        }
        self.words.sort_by_key(|word| word.at.start);
        self.weigh_up();
        self
    }

    /// Without a word, a phrase or an operator there is nothing to look for.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.filters.is_empty()
    }

    /// Looks for words instead of what an operator does not know. What nobody is excludes nobody.
    fn misread(&mut self, words: Option<&Range<usize>>) {
        if let Some(at) = words {
            self.words.extend(sought(&self.text[at.clone()], at.start));
        }
        self.note = self.note.or(Some(Note::UnknownOperand));
    }

    /// Says what is to be said of the whole.
    fn weigh_up(&mut self) {
        let excludes = !(self.excluded_words.is_empty() && self.excluded_phrases.is_empty());
        if self.is_empty() && excludes {
            self.words = sought(&self.text, 0);
            self.excluded_words.clear();
            self.excluded_phrases.clear();
            self.note = Some(Note::OnlyExclusions);
        }
        if self.is_empty() {
            self.note = Some(Note::NothingAsked);
        }
        self.words.truncate(PARTS_MAX);
        self.excluded_words.truncate(PARTS_MAX);
        self.phrases.truncate(PARTS_MAX);
        self.excluded_phrases.truncate(PARTS_MAX);
    }
}

fn parse(text: &str) -> Asked {
    let mut asked = Asked {
        text: composed(text).replace(['“', '”', '„', '‟', '«', '»', '＂'], "\""),
        ..Asked::default()
    };
    if asked.text.matches('"').count() % 2 == 1 {
        asked.words = sought(&asked.text, 0);
        asked.note = Some(Note::UnclosedQuote);
    } else {
        let mut at = 0;
        while let Some(piece) = piece(&asked.text, at) {
            at = piece.end;
            asked.take_in(&piece);
        }
    }
    asked.weigh_up();
    asked
}

impl Asked {
    fn take_in(&mut self, piece: &Piece) {
        let value = &self.text[piece.value.clone()];
        if let Some(key) = piece.key {
            match filter(key, value) {
                Some(filter) => self.filters.push(Asking {
                    filter,
                    excluded: piece.excluded,
                    value: piece.value.clone(),
                }),
                // `from:` alone is somebody about to type on.
                None if value.trim().is_empty() => {}
                None => self.misread((!piece.excluded).then_some(&piece.value)),
            }
        } else if piece.quoted {
            let phrase = phrase(value);
            if !phrase.is_empty() {
                match piece.excluded {
                    true => self.excluded_phrases.push(phrase),
                    false => self.phrases.push(phrase),
                }
            }
        } else {
            let words = sought(value, piece.value.start);
            match piece.excluded {
                true => self.excluded_words.extend(words),
                false => self.words.extend(words),
            }
        }
    }
}

pub(crate) fn sought(text: &str, offset: usize) -> Vec<Sought> {
    let sought = |word: Word| Sought {
        starred: text[word.to..].starts_with('*') || word.shape == Shape::Last,
        written: text[word.from..word.to].to_owned(),
        at: offset + word.from..offset + word.to,
        text: word.text,
        shape: word.shape,
    };
    telling_words(text).into_iter().map(sought).collect()
}

pub(crate) fn phrase(text: &str) -> Phrase {
    telling_words(text)
        .into_iter()
        .map(|word| (word.position, word.text))
        .collect()
}

/// The words without the single letter that follows pairs: it is there for the index, and the pairs
/// say more.
pub(crate) fn telling_words(text: &str) -> Vec<Word> {
    let mut words = words(text);
    let mut end_of_pair = None;
    words.retain(|word| {
        if word.shape == Shape::Pair {
            end_of_pair = Some(word.position + 1);
        }
        word.shape != Shape::Last || end_of_pair != Some(word.position)
    });
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Mark;
    use crate::operators::NameOf;

    fn said(words: &[Sought]) -> Vec<&str> {
        words.iter().map(|w| w.text.as_str()).collect()
    }

    #[test]
    fn words_phrases_exclusions_and_stars_are_told_apart() {
        let asked = parse(r#"Quiet learn* "speak up" -remote -"break out" warm-up"#);
        assert_eq!(said(&asked.words), ["quiet", "learn", "warm", "up"]);
        assert!(asked.words[1].starred && !asked.words[0].starred);
        assert_eq!(
            asked.phrases,
            [vec![(0, "speak".to_owned()), (1, "up".to_owned())]]
        );
        assert_eq!(said(&asked.excluded_words), ["remote"]);
        assert_eq!(asked.excluded_phrases.len(), 1);
        assert_eq!(asked.note, None);
    }

    #[test]
    fn what_is_broken_is_read_as_words_and_said() {
        let asked = parse(r#"the "open quote -here"#);
        assert_eq!(said(&asked.words), ["the", "open", "quote", "here"]);
        assert_eq!(asked.note, Some(Note::UnclosedQuote));
        let asked = parse("-quiet -learners");
        assert_eq!(said(&asked.words), ["quiet", "learners"]);
        assert_eq!(asked.note, Some(Note::OnlyExclusions));
        for nothing in [
            "", "  ", "-", "\"\"", "* ( ) :", "-\"\"", "\u{202E}", "from:",
        ] {
            assert_eq!(parse(nothing).note, Some(Note::NothingAsked), "{nothing:?}");
        }
    }

    #[test]
    fn one_letter_of_a_script_without_spaces_asks_for_every_word_with_it() {
        let asked = parse("師");
        assert!(asked.words[0].starred);
        assert_eq!(said(&parse("研修講師").words), ["研修", "修講", "講師"]);
    }

    #[test]
    fn operators_stand_anywhere_and_may_be_quoted_or_excluded() {
        let asked = parse(r#"silence from:"Amara Okafor" -is:obsolete in:#guild pauses is:mine"#);
        assert_eq!(said(&asked.words), ["silence", "pauses"]);
        let names: Vec<_> = asked.names().map(|it| (it.of, it.text.as_str())).collect();
        assert_eq!(
            names,
            [
                (NameOf::Person, "Amara Okafor"),
                (NameOf::Place, "guild"),
                (NameOf::Person, "me"),
            ]
        );
        let marks: Vec<_> = asked
            .filters
            .iter()
            .filter(|it| it.filter == Filter::Mark(Mark::Obsolete))
            .collect();
        assert!(marks.len() == 1 && marks[0].excluded);
        assert_eq!(asked.note, None);
    }

    #[test]
    fn an_operand_that_means_nothing_is_read_as_words_and_said() {
        let asked = parse("is:purple before:noon quiet");
        assert_eq!(said(&asked.words), ["purple", "noon", "quiet"]);
        assert_eq!(asked.note, Some(Note::UnknownOperand));
        let asked = parse("from:nobody quiet in:guild")
            .with_names([Vec::new(), vec!["com_guild".to_owned()]]);
        assert_eq!(said(&asked.words), ["nobody", "quiet"]);
        assert_eq!(asked.note, Some(Note::UnknownOperand));
        assert_eq!(asked.names().count(), 0);
        assert_eq!(asked.filters.len(), 1);
        let asked = parse("quiet -from:nobody -is:purple").with_names([Vec::new()]);
        assert_eq!(
            (said(&asked.words), asked.filters.len()),
            (vec!["quiet"], 0)
        );
        assert_eq!(asked.note, Some(Note::UnknownOperand));
        // What only looks like an operator is words.
        let asked = parse("note: see http://a.example 10:30");
        assert_eq!(asked.note, None);
        assert_eq!(said(&asked.words)[..2], ["note", "see"]);
    }

    #[test]
    fn words_know_where_they_stand() {
        let asked = parse("Grüße from:nobody an «die» alle");
        let asked = asked.with_names([Vec::new()]);
        for word in &asked.words {
            assert_eq!(asked.text[word.at.clone()], word.written);
        }
        assert_eq!(said(&asked.words), ["grusse", "nobody", "an", "alle"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn whatever_is_typed_can_be_read(text in "(?:[-\"*:@# ]|from|is:|before:|研修|é|\\PC){0,60}", known: bool) {
            let asked = parse(&text);
            let names = asked.names().count();
            let ids = if known { vec!["id".to_owned()] } else { Vec::new() };
            let asked = asked.with_names(std::iter::repeat_n(ids, names));
            prop_assert_eq!(asked.names().count(), 0);
            for word in &asked.words {
                prop_assert_eq!(&asked.text[word.at.clone()], word.written.as_str());
            }
            let something = text.chars().any(crate::fold::is_letter);
            prop_assert!(something || asked.is_empty());
        }
    }
}
