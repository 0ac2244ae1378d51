//! From text to words: where they stand, and what they are in folded form.
//!
//! Scripts with spaces give words. Scripts without give overlapping pairs of letters, and a single for
//! the last letter of a run, so that a search for one letter finds it wherever it stands.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::fold::{fold_char, is_letter, is_unsegmented};

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

/// Where a word stands, without its letters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    /// Bytes in the text it was read from.
    pub from: usize,
    pub to: usize,
    pub position: usize,
    pub shape: Shape,
}

/// The words of a text, one after another.
pub(crate) struct Words<'a> {
    text: &'a str,
    at: usize,
    position: usize,
}

impl<'a> Words<'a> {
    pub fn of(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            position: 0,
        }
    }

    /// Writes the next word, folded, in place of what `into` holds.
    pub fn next_into(&mut self, into: &mut String) -> Option<Spot> {
        loop {
            let mut rest = self.text[self.at..].char_indices();
            let (skipped, c) = rest.find(|(_, c)| is_spaced_letter(*c) || is_pairing(*c))?;
            let from = self.at + skipped;
            into.clear();
            fold_char(c, into);
            let mut to = from + c.len_utf8();
            let rest = &self.text[to..];
            let shape = if is_pairing(c) {
                self.at = to;
                match rest.chars().next().filter(|c| is_pairing(*c)) {
                    Some(next) => {
                        fold_char(next, into);
                        to += next.len_utf8();
                        Shape::Pair
                    }
                    None => Shape::Last,
                }
            } else {
                for c in rest.chars().take_while(|c| is_spaced_letter(*c)) {
                    fold_char(c, into);
                    to += c.len_utf8();
                }
                self.at = to;
                if into.is_empty() {
                    continue;
                }
                cut(into);
                Shape::Word
            };
            self.position += 1;
            return Some(Spot {
                from,
                to,
                position: self.position - 1,
                shape,
            });
        }
    }
}

/// Every word of a text in its order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 6);
    let (mut rest, mut word) = (Words::of(text), String::new());
    while let Some(spot) = rest.next_into(&mut word) {
        out.push(Word {
            text: word.clone(),
            from: spot.from,
            to: spot.to,
            position: spot.position,
            shape: spot.shape,
        });
    }
    out
}

fn is_pairing(c: char) -> bool {
    !c.is_ascii() && is_unsegmented(c)
}

fn is_spaced_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && is_letter(c) && !is_unsegmented(c))
}

fn cut(word: &mut String) {
    if word.len() > WORD_BYTES_MAX {
        let end = (0..=WORD_BYTES_MAX)
            .rev()
            .find(|i| word.is_char_boundary(*i));
        word.truncate(end.unwrap_or(0));
    }
}

/// Cuts text into words, for tantivy.
#[derive(Clone)]
pub(crate) struct CutWords;

impl Tokenizer for CutWords {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        WordStream {
            words: Words::of(text),
            token: Token::default(),
        }
    }
}

pub(crate) struct WordStream<'a> {
    words: Words<'a>,
    token: Token,
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let spot = self.words.next_into(&mut self.token.text);
        self.token.position = spot.map_or(usize::MAX, |spot| spot.position);
        spot.is_some()
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
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
}
