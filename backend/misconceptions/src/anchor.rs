//! Where a passage stands in a post: found again after edits that keep it, lost after edits that do not,
//! and marked without harm to the markup. Pure.
//!
//! An anchor is a W3C `TextQuoteSelector` with a `TextPositionSelector`: the passage, what stands before and
//! after it, and where it began and ended in the plain text of the post as it is shown (the `textContent`
//! of a browser, counted in UTF-16 units as browsers count). It is looked for
//!
//! 1. letter by letter, white space aside, and cutting no word that was not cut: of several places the one whose surroundings agree best, then
//!    the one nearest to where it stood;
//! 2. word by word, letter case and punctuation aside: no word may be added, taken out or moved; of every
//!    five words one may be spelt otherwise by a letter (by two from nine letters on), but no word of
//!    fewer than five letters and none with a digit. A correction that turns on a "not" is thereby no
//!    passage that was found again.
mod text;

pub use text::{Text, line_as_html, plain};

use std::ops::Range;

/// As much of what stands before and after a passage is kept.
const SURROUNDING_CHARS: usize = 32;
/// Of so many words one may be spelt otherwise.
const WORDS_FOR_A_SLIP: usize = 5;
/// A word shorter than this is what it is.
const SLIP_CHARS_MIN: usize = 5;
/// From so many letters on, two of them may differ.
const TWO_SLIPS_CHARS_MIN: usize = 9;

/// A passage of a post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    pub quote: String,
    pub prefix: String,
    pub suffix: String,
    /// Where it began in the plain text, in UTF-16 units.
    pub start: Option<i32>,
}

/// Where a passage was found: letters of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(Range<usize>);

impl Anchor {
    /// Where the passage stands in a text; nothing when it stands there no more.
    pub fn find(&self, text: &Text) -> Option<Place> {
        self.find_letters(text).or_else(|| self.find_words(text))
    }

    /// As `find`, letter by letter alone.
    pub fn find_letters(&self, text: &Text) -> Option<Place> {
        let quote = letters(&self.quote);
        let first = *quote.first()?;
        let places = text.letters.windows(quote.len()).enumerate();
        let places = places
            .filter(|(_, window)| {
                window[0].c == first && window.iter().map(|it| it.c).eq(quote.iter().copied())
            })
            .map(|(at, _)| at..at + quote.len())
            .filter(|place| self.begins_and_ends_as_it_did(text, place));
        self.best(text, places)
    }

    /// Whether a place cuts no word in two that was not cut when the passage was chosen: a "no" is not the
    /// beginning of a "not".
    fn begins_and_ends_as_it_did(&self, text: &Text, place: &Range<usize>) -> bool {
        let (before, after) = (letters(&self.prefix), letters(&self.suffix));
        let stood = |known: Option<&char>, there: Option<usize>| {
            let there = there.and_then(|at| text.letters.get(at)).map(|it| it.c);
            known.is_none_or(|known| there == Some(*known))
        };
        let begins = !text.cuts(place.start) || stood(before.last(), place.start.checked_sub(1));
        let ends = !text.cuts(place.end) || stood(after.first(), Some(place.end));
        begins && ends
    }

    fn find_words(&self, text: &Text) -> Option<Place> {
        let quote: Vec<String> = words_of(&self.quote);
        if quote.is_empty() {
            return None;
        }
        let words = text.words();
        let places = words.windows(quote.len()).filter_map(|window| {
            let (first, last) = (window.first()?, window.last()?);
            says_the_same(&quote, window).then_some(first.letters.start..last.letters.end)
        });
        self.best(text, places)
    }

    /// The place whose surroundings agree best; of equals the one nearest to where it stood.
    fn best(&self, text: &Text, places: impl Iterator<Item = Range<usize>>) -> Option<Place> {
        let (before, after) = (letters(&self.prefix), letters(&self.suffix));
        let best = places.max_by_key(|place| {
            let ahead = text.letters[..place.start].iter().rev().map(|it| it.c);
            let behind = text.letters[place.end..].iter().map(|it| it.c);
            let agrees =
                alike(ahead, before.iter().rev().copied()) + alike(behind, after.iter().copied());
            let moved = self.start.map_or(0, |start| {
                i64::from(start).abs_diff(i64::try_from(text.begins(place)).unwrap_or(i64::MAX))
            });
            (agrees, std::cmp::Reverse(moved))
        });
        best.map(Place)
    }
}

impl Place {
    /// The anchor of this place: what is written down of it.
    pub fn anchor(&self, text: &Text) -> Anchor {
        let Range { start, end } = self.0;
        let from = start.saturating_sub(SURROUNDING_CHARS);
        let to = (end + SURROUNDING_CHARS).min(text.letters.len());
        Anchor {
            quote: text.quote(start..end),
            prefix: text.quote(from..start),
            suffix: text.quote(end..to),
            start: i32::try_from(self.start(text)).ok(),
        }
    }

    /// Where it begins in the plain text, in UTF-16 units.
    pub fn start(&self, text: &Text) -> usize {
        text.begins(&self.0)
    }

    /// Where it ends in the plain text, in UTF-16 units.
    pub fn end(&self, text: &Text) -> usize {
        text.ends(&self.0)
    }
}

/// The html of `text` with each place marked, in `<mark class="corrected" data-occurrence="…">` under its
/// name. A mark wraps runs of text and no tag; what spans several elements has several marks.
pub fn mark(text: &Text, html: &str, places: &[(Place, String)]) -> String {
    let mut covered: Vec<Vec<usize>> = vec![Vec::new(); text.letters.len()];
    for (name, (place, _)) in places.iter().enumerate() {
        for names in &mut covered[place.0.clone()] {
            names.push(name);
        }
    }
    let mut marked = String::with_capacity(html.len() + places.len() * 96);
    let mut copied = 0;
    let mut at = 0;
    while at < covered.len() {
        let run = (at..covered.len())
            .take_while(|next| {
                covered[*next] == covered[at] && text.letters[*next].node == text.letters[at].node
            })
            .count();
        if !covered[at].is_empty() {
            let html_of_run = text.letters[at].html.start..text.letters[at + run - 1].html.end;
            marked.push_str(&html[copied..html_of_run.start]);
            for name in &covered[at] {
                marked.push_str("<mark class=\"corrected\" data-occurrence=\"");
                marked.push_str(&places[*name].1);
                marked.push_str("\">");
            }
            marked.push_str(&html[html_of_run.clone()]);
            marked.push_str(&"</mark>".repeat(covered[at].len()));
            copied = html_of_run.end;
        }
        at += run;
    }
    marked.push_str(&html[copied..]);
    marked
}

/// What of a text counts: everything but white space.
fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| !text::is_space(*c)).collect()
}

/// How many letters agree from the beginning on.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let pairs = one.zip(other).take(SURROUNDING_CHARS);
    pairs.take_while(|(one, other)| one == other).count()
}

fn words_of(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn says_the_same(quote: &[String], words: &[text::Word]) -> bool {
    let slips_max = quote.len() / WORDS_FOR_A_SLIP;
    let mut slips = 0;
    quote.iter().zip(words).all(|(wanted, found)| {
        if *wanted == found.lower {
            return true;
        }
        slips += 1;
        slips <= slips_max && is_a_slip(wanted, &found.lower)
    })
}

/// Whether a word is another by a slip of the pen.
fn is_a_slip(wanted: &str, found: &str) -> bool {
    let wanted: Vec<char> = wanted.chars().collect();
    let found: Vec<char> = found.chars().collect();
    let shorter = wanted.len().min(found.len());
    let counts = wanted.iter().chain(&found).any(|c| c.is_numeric());
    if shorter < SLIP_CHARS_MIN || counts {
        return false;
    }
    let slips_max = if shorter < TWO_SLIPS_CHARS_MIN { 1 } else { 2 };
    wanted.len().abs_diff(found.len()) <= slips_max && distance(&wanted, &found) <= slips_max
}

/// How many letters must be changed, put in or left out to make one word of another.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, c) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (place, o) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(c != o);
            diagonal = row[place + 1];
            row[place + 1] = replaced.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests;
