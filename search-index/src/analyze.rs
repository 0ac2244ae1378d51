//! From words to their stems.

use std::collections::HashMap;
use std::fmt;

use tantivy::tokenizer::{RawTokenizer, Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer};

use crate::fold::{fold_char, folded};
use crate::language::{TONGUES, Tongue};
use crate::words::{Shape, Spot, Words};

/// Longer words are not worth remembering: most of them are there once.
const KNOWN_BYTES_MAX: usize = 24;
const KNOWN_MAX: usize = 8_000;

/// The stemmers in use. Making one is cheap, using one needs it for oneself.
#[derive(Clone, Default)]
pub(crate) struct Stemmers {
    analyzers: [Option<TextAnalyzer>; TONGUES.len()],
    /// A few thousand words are most of what anybody writes.
    known: [HashMap<Box<str>, Box<str>>; TONGUES.len()],
    lowered: String,
}

impl Stemmers {
    /// The stem of a word as it stands in the index, with its language before it. The stemmers know
    /// accents, so `written` is the word as it was written; the stem is folded.
    pub fn stem(&mut self, tongue: usize, written: &str) -> String {
        let Tongue { code, language, .. } = TONGUES[tongue];
        let analyzer = self.analyzers[tongue].get_or_insert_with(|| {
            TextAnalyzer::builder(RawTokenizer::default())
                .filter(Stemmer::new(language))
                .build()
        });
        self.lowered.clear();
        self.lowered
            .extend(written.chars().flat_map(char::to_lowercase));
        let mut stem = String::with_capacity(code.len() + 1 + written.len());
        stem.push_str(code);
        stem.push(':');
        let mut stream = analyzer.token_stream(&self.lowered);
        if stream.advance() {
            stream
                .token()
                .text
                .chars()
                .for_each(|c| fold_char(c, &mut stem));
        } else {
            stem.push_str(&folded(&self.lowered));
        }
        stem
    }

    /// Writes the stem in place of what `into` holds, and remembers it for the next time.
    fn stem_into(&mut self, tongue: usize, written: &str, into: &mut String) {
        into.clear();
        if written.len() > KNOWN_BYTES_MAX {
            into.push_str(&self.stem(tongue, written));
            return;
        }
        if let Some(stem) = self.known[tongue].get(written) {
            into.push_str(stem);
            return;
        }
        let stem = self.stem(tongue, written);
        into.push_str(&stem);
        let known = &mut self.known[tongue];
        if known.len() == KNOWN_MAX {
            known.clear();
        }
        known.insert(written.into(), stem.into());
    }
}

/// Cuts text into the stems of its words, for tantivy. It reads what [`ForStems`] writes.
#[derive(Clone, Default)]
pub(crate) struct CutStems(Stemmers);

impl Tokenizer for CutStems {
    type TokenStream<'a> = StemStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> StemStream<'a> {
        StemStream::of(&mut self.0, text, From::Start)
    }
}

/// Shorter words are no compounds.
const COMPOUND_LETTERS_MIN: usize = 9;

/// Cuts text into the stems of its long words, from their ends, in languages that write compounds as one
/// word. It reads what [`ForStems`] writes.
#[derive(Clone, Default)]
pub(crate) struct CutEnds(Stemmers);

impl Tokenizer for CutEnds {
    type TokenStream<'a> = StemStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> StemStream<'a> {
        StemStream::of(&mut self.0, text, From::End)
    }
}

/// From where the letters of a stem are told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Start,
    End,
}

/// The stems of one text: each word in each of its languages in which its stem is another than itself.
pub(crate) struct StemStream<'a> {
    stemmers: &'a mut Stemmers,
    text: &'a str,
    words: Words<'a>,
    tongues: Vec<usize>,
    from: From,
    word: String,
    /// The word of which stems are told, and how many were.
    of: Option<(Spot, usize)>,
    token: Token,
}

impl<'a> StemStream<'a> {
    fn of(stemmers: &'a mut Stemmers, text: &'a str, from: From) -> Self {
        let (codes, text) = text.split_once('\n').unwrap_or_default();
        let tongues = codes.split(' ').filter_map(Tongue::coded);
        let tongues = tongues.filter(|it| from == From::Start || TONGUES[*it].has_compounds());
        Self {
            stemmers,
            text,
            words: Words::of(text),
            tongues: tongues.collect(),
            from,
            word: String::new(),
            of: None,
            token: Token::default(),
        }
    }

    fn has_stems(&self, spot: Spot) -> bool {
        let is_word = spot.shape == Shape::Word;
        is_word && (self.from == From::Start || self.word.chars().count() >= COMPOUND_LETTERS_MIN)
    }
}

impl TokenStream for StemStream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some((spot, told)) = self.of
                && let Some(tongue) = self.tongues.get(told)
            {
                let written = &self.text[spot.from..spot.to];
                let stem = &mut self.token.text;
                self.stemmers.stem_into(*tongue, written, stem);
                self.of = Some((spot, told + 1));
                match self.from {
                    From::Start if letters_of(stem) == self.word => continue,
                    From::Start => {}
                    From::End => *stem = from_its_end(stem),
                }
                self.token.position = spot.position;
                return true;
            }
            let Some(spot) = self.words.next_into(&mut self.word) else {
                return false;
            };
            self.of = self.has_stems(spot).then_some((spot, 0));
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// A stem without its language.
pub(crate) fn letters_of(stem: &str) -> &str {
    stem.split_once(':').map_or(stem, |(_, letters)| letters)
}

/// A stem with its letters from the last to the first, and its language still before them.
pub(crate) fn from_its_end(stem: &str) -> String {
    let (code, letters) = stem.split_once(':').unwrap_or(("", stem));
    let mut out = String::with_capacity(stem.len());
    out.push_str(code);
    out.push(':');
    out.extend(letters.chars().rev());
    out
}

/// A text with the languages to stem it in.
pub(crate) struct ForStems<'a> {
    pub tongues: &'a [usize],
    pub text: &'a str,
}

impl fmt::Display for ForStems<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for tongue in self.tongues {
            write!(f, "{} ", TONGUES[*tongue].code)?;
        }
        write!(f, "\n{}", self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_is_told_with_its_language_and_without_accents() {
        let mut stemmers = Stemmers::default();
        let mut stem = |code, word| stemmers.stem(Tongue::coded(code).expect("known"), word);
        assert_eq!(stem("en", "Learners"), "en:learner");
        assert_eq!(stem("de", "Häuser"), stem("de", "Haus"));
        assert_eq!(stem("fr", "animée"), stem("fr", "animés"));
    }
}
