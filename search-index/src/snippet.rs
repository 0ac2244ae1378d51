//! The words that were found, marked in the text they were found in.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Range;

use crate::analyze::{Stemmers, letters_of};
use crate::language::TONGUES;
use crate::parse::{Phrase, Sought};
use crate::words::{Shape, Words};

/// How much of a text is shown.
const EXCERPT_CHARS: usize = 240;
const TITLE_CHARS: usize = 300;
/// How much of that may stand before the first mark.
const BEFORE_CHARS: usize = 50;
/// Marks are looked for in this much of a text.
pub(crate) const READ_BYTES: usize = 64 * 1024;
/// As many marks are tried as the beginning of an excerpt.
const STARTS_MAX: usize = 100;

/// Text as HTML, safe to put in a page: everything is escaped but `<mark>` and `</mark>`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is anything marked in it?
    pub fn is_marked(&self) -> bool {
        self.0.contains("<mark>")
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What to mark: the words of a search in every form it was looked for.
#[derive(Default)]
pub struct Marker {
    exact: HashSet<String>,
    stems: Vec<(usize, String)>,
    beginnings: Vec<String>,
    /// With how many letters may be wrong.
    similar: Vec<(String, usize)>,
    /// Are longer words that end with a stem marked too?
    ends: bool,
    stemmers: Stemmers,
    /// What was decided on each word as it is written, for documents in these languages: results of
    /// one search share most of their words.
    decided: HashMap<String, Decision>,
    decided_for: Vec<usize>,
    /// The stems in these languages.
    stems_here: Vec<(usize, String)>,
}

#[derive(Debug, Clone, Copy)]
enum Decision {
    Whole,
    FirstLetter,
    Nothing,
}

/// A place in a text to mark, and the word that stands there.
struct Mark {
    range: Range<usize>,
    word: String,
}

impl Marker {
    pub(crate) fn add_word(&mut self, sought: &Sought, stems: &[(usize, String)]) {
        self.exact.insert(sought.text.clone());
        self.stems.extend_from_slice(stems);
    }

    pub(crate) fn add_phrase(&mut self, phrase: &Phrase) {
        self.exact
            .extend(phrase.iter().map(|(_, word)| word.clone()));
    }

    pub(crate) fn add_beginning(&mut self, text: &str) {
        self.beginnings.push(text.to_owned());
    }

    pub(crate) fn add_similar(&mut self, text: &str, wrong: usize) {
        self.similar.push((text.to_owned(), wrong));
    }

    /// Marks compounds that end with one of the words, too.
    pub(crate) fn add_ends(&mut self) {
        self.ends = true;
    }

    /// The part of a text that has the most of what was asked, or its beginning.
    pub(crate) fn excerpt(&mut self, text: &str, tongues: &[usize]) -> Html {
        let marks = self.marks(text, tongues);
        render(text, &best_part(text, &marks), &marks)
    }

    /// A title with its marks.
    pub(crate) fn line(&mut self, text: &str, tongues: &[usize]) -> Html {
        let marks = self.marks(text, tongues);
        render(text, &(0..forward(text, 0, TITLE_CHARS)), &marks)
    }

    fn marks(&mut self, text: &str, tongues: &[usize]) -> Vec<Mark> {
        if self.decided_for != tongues {
            self.decided.clear();
            self.decided_for = tongues.to_vec();
            let here = self.stems.iter().filter(|(it, _)| tongues.contains(it));
            self.stems_here = here.cloned().collect();
        }
        let read = &text[..text.floor_char_boundary(READ_BYTES)];
        let mut marks = Vec::new();
        let (mut rest, mut word) = (Words::of(read), String::new());
        while let Some(spot) = rest.next_into(&mut word) {
            let written = &read[spot.from..spot.to];
            let decision = self.decided.get(written).copied().unwrap_or_else(|| {
                let decision = self.decide((&word, spot.shape), written);
                self.decided.insert(written.to_owned(), decision);
                decision
            });
            let end = match decision {
                Decision::Whole => spot.to,
                Decision::FirstLetter => forward(read, spot.from, 1),
                Decision::Nothing => continue,
            };
            marks.push(Mark {
                range: spot.from..end,
                word: word.clone(),
            });
        }
        marks
    }

    fn decide(&mut self, (folded, shape): (&str, Shape), written: &str) -> Decision {
        if self.exact.contains(folded)
            || self.is_stem(folded, written)
            || self
                .similar
                .iter()
                .any(|(wanted, wrong)| edits(wanted, folded) <= *wrong)
        {
            return Decision::Whole;
        }
        if !self
            .beginnings
            .iter()
            .any(|wanted| folded.starts_with(wanted))
        {
            return Decision::Nothing;
        }
        match shape {
            Shape::Pair => Decision::FirstLetter,
            Shape::Word | Shape::Last => Decision::Whole,
        }
    }

    fn is_stem(&mut self, folded: &str, written: &str) -> bool {
        self.stems_here.iter().any(|(tongue, stem)| {
            let letters = letters_of(stem);
            // Stemming costs; nearly all words are ruled out by their first letter, or by lacking the
            // whole of it.
            let ends = self.ends && TONGUES[*tongue].has_compounds() && folded.contains(letters);
            let possible = ends
                || !TONGUES[*tongue].stems_keep_their_start()
                || letters.chars().next() == folded.chars().next();
            possible && {
                let own = self.stemmers.stem(*tongue, written);
                own == *stem || (ends && own.ends_with(letters))
            }
        })
    }
}

fn best_part(text: &str, marks: &[Mark]) -> Range<usize> {
    let part_from = |from: usize| from..forward(text, from, EXCERPT_CHARS);
    let start_of = |mark: &Mark| {
        let back = text[..mark.range.start]
            .char_indices()
            .rev()
            .take(BEFORE_CHARS);
        let earliest = back.last().map_or(mark.range.start, |(at, _)| at);
        if earliest == 0 {
            return 0;
        }
        let gap = text[earliest..mark.range.start].find(char::is_whitespace);
        gap.map_or(earliest, |gap| earliest + gap)
    };
    let worth = |part: &Range<usize>| {
        let inside = marks
            .iter()
            .filter(|m| m.range.start >= part.start && m.range.end <= part.end);
        let distinct: HashSet<&str> = inside.clone().map(|m| m.word.as_str()).collect();
        distinct.len() * 100 + inside.count()
    };
    let parts = marks
        .iter()
        .take(STARTS_MAX)
        .map(|mark| part_from(start_of(mark)));
    // The first of equals: people read from the top.
    parts
        .rev()
        .max_by_key(worth)
        .unwrap_or_else(|| part_from(0))
}

/// The byte after so many letters from a byte on.
fn forward(text: &str, from: usize, chars: usize) -> usize {
    text[from..]
        .char_indices()
        .nth(chars)
        .map_or(text.len(), |(at, _)| from + at)
}

fn render(text: &str, part: &Range<usize>, marks: &[Mark]) -> Html {
    let mut out = Writer {
        html: String::with_capacity(part.len() + 64),
        spaced: true,
    };
    if part.start > 0 {
        out.html.push('…');
    }
    let mut at = part.start;
    for marked in joined(marks, part) {
        out.text(&text[at..marked.start]);
        out.html.push_str("<mark>");
        out.text(&text[marked.clone()]);
        out.html.push_str("</mark>");
        at = marked.end;
    }
    out.text(&text[at..part.end]);
    let end = out.html.trim_end().len();
    out.html.truncate(end);
    if part.end < text.len() {
        out.html.push('…');
    }
    Html(out.html)
}

/// The marks within a part; those that overlap, as pairs of letters do, become one.
fn joined(marks: &[Mark], part: &Range<usize>) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for Mark { range, .. } in marks {
        if range.start < part.start || range.end > part.end {
            continue;
        }
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range.clone()),
        }
    }
    out
}

/// Writes text as HTML, on one line.
struct Writer {
    html: String,
    /// Was the last letter a space? A second one is left out.
    spaced: bool,
}

impl Writer {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            let space = c.is_whitespace() || c.is_control();
            match c {
                _ if space && self.spaced => {}
                _ if space => self.html.push(' '),
                // Controls of the writing direction would reach out of the snippet.
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => continue,
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                '\'' => self.html.push_str("&#39;"),
                other => self.html.push(other),
            }
            self.spaced = space;
        }
    }
}

/// How many letters must be added, left out, changed, or changed for a neighbour to make one word of
/// the other; more than two are not counted.
pub(crate) fn edits(a: &str, b: &str) -> usize {
    if a.chars().count().abs_diff(b.chars().count()) > 2 {
        return usize::MAX;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, y) in b.iter().enumerate() {
            let same = above[j] + usize::from(x != y);
            row[j + 1] = same.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marker(words: &[&str]) -> Marker {
        let mut marker = Marker::default();
        marker.exact.extend(words.iter().map(|w| (*w).to_owned()));
        marker
    }

    #[test]
    fn nothing_of_a_text_comes_through_unescaped() {
        let text =
            "<script>alert('x')</script> & <b title=\"quiet\">quiet</b>\u{202E}\u{0} learners";
        let html = marker(&["quiet", "script"]).excerpt(text, &[]);
        assert_eq!(
            html.as_str(),
            "&lt;<mark>script</mark>&gt;alert(&#39;x&#39;)&lt;/<mark>script</mark>&gt; &amp; &lt;b \
             title=&quot;<mark>quiet</mark>&quot;&gt;<mark>quiet</mark>&lt;/b&gt; learners"
        );
    }

    #[test]
    fn the_excerpt_is_where_most_of_the_words_are() {
        let filler = "all sorts of other things ".repeat(40);
        let text = format!("quiet {filler} quiet learners speak {filler}");
        let html = marker(&["quiet", "learners", "speak"]).excerpt(&text, &[]);
        assert!(
            html.as_str()
                .contains("<mark>quiet</mark> <mark>learners</mark> <mark>speak</mark>")
        );
        assert!(html.as_str().starts_with('…') && html.as_str().ends_with('…'));
        assert!(html.as_str().chars().count() < EXCERPT_CHARS + 60);
    }

    #[test]
    fn a_text_of_any_letters_is_cut_between_letters() {
        for text in [
            "é".repeat(100_000),
            "研修講師🙂".repeat(30_000),
            "a\u{301}".repeat(90_000),
        ] {
            let html = marker(&["研修", "修講"]).excerpt(&text, &[]);
            assert!(!html.as_str().is_empty());
        }
    }

    #[test]
    fn pairs_of_letters_are_marked_as_one() {
        let html = marker(&["研修", "修講", "講師"]).line("新しい研修講師です", &[]);
        assert_eq!(html.as_str(), "新しい<mark>研修講師</mark>です");
    }

    #[test]
    fn an_edit_is_one_letter() {
        for (other, expected) in [
            ("facilitate", 0),
            ("acilitate", 1),
            ("faciliitate", 1),
            ("facilitote", 1),
            ("facilitaet", 1),
            ("facilitators", 3),
            ("fcailitaet", 2),
            ("faclitote", 2),
        ] {
            let found = edits("facilitate", other);
            assert!(
                found == expected || (expected > 2 && found > 2),
                "{other}: {found}"
            );
        }
        assert!(edits("facilitate", "") > 2);
    }
}
