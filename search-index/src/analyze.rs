//! From text to words: where they stand, what they are in folded form, and what their stem is.
//!
//! Scripts with spaces give words. Scripts without give overlapping pairs of letters, and a single for
//! the last letter of a run, so that a search for one letter finds it wherever it stands.

use std::fmt;

use tantivy::tokenizer::{RawTokenizer, Stemmer, TextAnalyzer, Token, TokenStream, Tokenizer};

use crate::fold::{fold_char, folded, is_letter, is_unsegmented};
use crate::language::{TONGUES, Tongue};

/// Longer words are cut: nobody types them, and they are keys or noise.
const WORD_BYTES_MAX: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Folded.
    pub text: String,
    /// Bytes in the text it was read from.
    pub from: usize,
    pub to: usize,
    pub position: usize,
    pub shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Word,
    /// Two neighbouring letters of a script without spaces.
    Pair,
    /// The last letter of a run of such a script.
    Last,
}

/// Every word of a text in its order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 6);
    let mut position = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((from, c)) = rest.next() {
        if !c.is_ascii() && is_unsegmented(c) {
            let mut letters = vec![(from, c)];
            while let Some(next) = rest.next_if(|(_, c)| is_unsegmented(*c)) {
                letters.push(next);
            }
            position = push_pairs(&letters, position, &mut out);
        } else if is_spaced_letter(c) {
            let mut word = String::new();
            fold_char(c, &mut word);
            let mut to = from + c.len_utf8();
            while let Some((at, c)) = rest.next_if(|(_, c)| is_spaced_letter(*c)) {
                fold_char(c, &mut word);
                to = at + c.len_utf8();
            }
            if !word.is_empty() {
                cut(&mut word);
                out.push(Word {
                    text: word,
                    from,
                    to,
                    position,
                    shape: Shape::Word,
                });
                position += 1;
            }
        }
    }
    out
}

fn is_spaced_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && is_letter(c) && !is_unsegmented(c))
}

fn push_pairs(letters: &[(usize, char)], first: usize, out: &mut Vec<Word>) -> usize {
    for (i, (from, c)) in letters.iter().enumerate() {
        let mut text = String::with_capacity(6);
        fold_char(*c, &mut text);
        let next = letters.get(i + 1);
        let (last, shape) = match next {
            Some((at, c)) => {
                fold_char(*c, &mut text);
                (at + c.len_utf8(), Shape::Pair)
            }
            None => (from + c.len_utf8(), Shape::Last),
        };
        out.push(Word {
            text,
            from: *from,
            to: last,
            position: first + i,
            shape,
        });
    }
    first + letters.len()
}

fn cut(word: &mut String) {
    if word.len() > WORD_BYTES_MAX {
        let end = (0..=WORD_BYTES_MAX)
            .rev()
            .find(|i| word.is_char_boundary(*i));
        word.truncate(end.unwrap_or(0));
    }
}

/// The stemmers in use. Making one is cheap, using one needs it for oneself.
#[derive(Clone, Default)]
pub(crate) struct Stemmers {
    analyzers: [Option<TextAnalyzer>; TONGUES.len()],
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
}

/// Cuts text into words, for tantivy.
#[derive(Clone)]
pub(crate) struct CutWords;

impl Tokenizer for CutWords {
    type TokenStream<'a> = Cut;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cut {
        let tokens = words(text)
            .into_iter()
            .map(|word| token(word.position, word.text));
        Cut::of(tokens.collect())
    }
}

/// Cuts text into the stems of its words, for tantivy. It reads what [`ForStems`] writes.
#[derive(Clone, Default)]
pub(crate) struct CutStems(Stemmers);

impl Tokenizer for CutStems {
    type TokenStream<'a> = Cut;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cut {
        let (codes, text) = text.split_once('\n').unwrap_or_default();
        let tongues: Vec<usize> = codes.split(' ').filter_map(Tongue::coded).collect();
        let mut stems = Vec::new();
        for word in words(text)
            .into_iter()
            .filter(|word| word.shape == Shape::Word)
        {
            for tongue in &tongues {
                let stem = self.0.stem(*tongue, &text[word.from..word.to]);
                stems.push(token(word.position, stem));
            }
        }
        Cut::of(stems)
    }
}

/// Shorter words are no compounds.
const COMPOUND_LETTERS_MIN: usize = 9;

/// Cuts text into the stems of its long words, from their ends, in languages that write compounds as one
/// word. It reads what [`ForStems`] writes.
#[derive(Clone, Default)]
pub(crate) struct CutEnds(Stemmers);

impl Tokenizer for CutEnds {
    type TokenStream<'a> = Cut;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cut {
        let (codes, text) = text.split_once('\n').unwrap_or_default();
        let tongues: Vec<usize> = codes.split(' ').filter_map(Tongue::coded).collect();
        let mut ends = Vec::new();
        for word in words(text).into_iter().filter(|word| {
            word.shape == Shape::Word && word.text.chars().count() >= COMPOUND_LETTERS_MIN
        }) {
            for tongue in tongues.iter().filter(|it| TONGUES[**it].has_compounds()) {
                let stem = self.0.stem(*tongue, &text[word.from..word.to]);
                ends.push(token(word.position, from_its_end(&stem)));
            }
        }
        Cut::of(ends)
    }
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

/// Tokens that are cut already.
pub(crate) struct Cut {
    rest: std::vec::IntoIter<Token>,
    token: Token,
}

impl Cut {
    fn of(tokens: Vec<Token>) -> Self {
        Self {
            rest: tokens.into_iter(),
            token: Token::default(),
        }
    }
}

impl TokenStream for Cut {
    fn advance(&mut self) -> bool {
        let next = self.rest.next();
        let more = next.is_some();
        self.token = next.unwrap_or_default();
        more
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

fn token(position: usize, text: String) -> Token {
    Token {
        position,
        text,
        ..Token::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn words_are_folded_and_know_where_they_stand() {
        let text = "Größe, l’Élève!";
        let found = words(text);
        assert_eq!(texts(text), ["grosse", "l", "eleve"]);
        assert_eq!(&text[found[2].from..found[2].to], "Élève");
        assert_eq!(found[2].position, 2);
    }

    #[test]
    fn scripts_without_spaces_become_pairs_and_a_last_letter() {
        assert_eq!(texts("研修講師 Go"), ["研修", "修講", "講師", "師", "go"]);
        assert_eq!(words("研修講師 Go").last().map(|w| w.position), Some(4));
        assert_eq!(texts("山"), ["山"]);
    }

    #[test]
    fn a_word_without_end_is_cut_at_a_letter() {
        let word = texts(&"é".repeat(100_000)).remove(0);
        assert_eq!(word, "e".repeat(WORD_BYTES_MAX));
        assert!(texts(&"щ".repeat(99))[0].len() <= WORD_BYTES_MAX);
    }

    #[test]
    fn a_stem_is_told_with_its_language_and_without_accents() {
        let mut stemmers = Stemmers::default();
        let mut stem = |code, word| stemmers.stem(Tongue::coded(code).expect("known"), word);
        assert_eq!(stem("en", "Learners"), "en:learner");
        assert_eq!(stem("de", "Häuser"), stem("de", "Haus"));
        assert_eq!(stem("fr", "animée"), stem("fr", "animés"));
    }
}
