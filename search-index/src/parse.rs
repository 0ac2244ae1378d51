//! What a person typed, as what it asks for. Nothing typed is an error.

use serde::{Deserialize, Serialize};

use crate::analyze::{Shape, Word, words};
use crate::fold::composed;

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
}

/// Words that stand together, with their places in the phrase.
pub(crate) type Phrase = Vec<(usize, String)>;

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub words: Vec<Sought>,
    pub phrases: Vec<Phrase>,
    pub excluded_words: Vec<Sought>,
    pub excluded_phrases: Vec<Phrase>,
    pub note: Option<Note>,
}

impl Asked {
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }
}

pub(crate) fn parse(text: &str) -> Asked {
    let text = composed(text).replace(['“', '”', '„', '‟', '«', '»', '＂'], "\"");
    let unclosed = text.matches('"').count() % 2 == 1;
    let mut asked = if unclosed {
        plain(&text)
    } else {
        structured(&text)
    };
    if unclosed {
        asked.note = Some(Note::UnclosedQuote);
    } else if asked.is_empty()
        && !(asked.excluded_words.is_empty() && asked.excluded_phrases.is_empty())
    {
        asked = Asked {
            note: Some(Note::OnlyExclusions),
            ..plain(&text)
        };
    }
    if asked.is_empty() {
        asked.note = Some(Note::NothingAsked);
    }
    asked
}

fn plain(text: &str) -> Asked {
    Asked {
        words: sought(text),
        ..Asked::default()
    }
}

fn structured(text: &str) -> Asked {
    let mut asked = Asked::default();
    // With all quotation marks closed, every second part is a phrase.
    let mut minus = false;
    for (i, part) in text.split('"').enumerate() {
        if i % 2 == 1 {
            let phrase = phrase(part);
            if !phrase.is_empty() {
                let into = if minus {
                    &mut asked.excluded_phrases
                } else {
                    &mut asked.phrases
                };
                into.push(phrase);
            }
            continue;
        }
        minus = part.ends_with('-') && !part.trim_end_matches('-').ends_with(char::is_alphanumeric);
        for chunk in part.split_whitespace() {
            match chunk.strip_prefix('-') {
                Some(rest) => asked.excluded_words.extend(sought(rest)),
                None => asked.words.extend(sought(chunk)),
            }
        }
    }
    asked
}

fn sought(text: &str) -> Vec<Sought> {
    let sought = |word: Word| Sought {
        starred: text[word.to..].starts_with('*') || word.shape == Shape::Last,
        written: text[word.from..word.to].to_owned(),
        text: word.text,
        shape: word.shape,
    };
    telling_words(text).into_iter().map(sought).collect()
}

fn phrase(text: &str) -> Phrase {
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
    use super::*;

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
        for nothing in ["", "  ", "-", "\"\"", "* ( ) :", "-\"\"", "\u{202E}"] {
            assert_eq!(parse(nothing).note, Some(Note::NothingAsked), "{nothing:?}");
        }
    }

    #[test]
    fn one_letter_of_a_script_without_spaces_asks_for_every_word_with_it() {
        let asked = parse("師");
        assert!(asked.words[0].starred);
        assert_eq!(said(&parse("研修講師").words), ["研修", "修講", "講師"]);
    }
}
