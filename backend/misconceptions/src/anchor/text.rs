//! Our own safe html as the letters that are read in it, each with its place.
use std::ops::Range;

/// Tags within a line: what stands on both sides belongs together.
const INLINE: [&str; 8] = ["a", "code", "del", "em", "mark", "span", "strong", "sup"];

/// One letter that is no white space.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub c: char,
    /// Its bytes in the html: one entity is one letter.
    pub html: Range<usize>,
    /// Its place in the plain text, in UTF-16 units.
    pub at: usize,
    /// Whether white space, or the end of a paragraph, stands before it.
    pub gap: bool,
    /// Which run of text it stands in: tags stand between two.
    pub node: usize,
}

/// A run of letters and digits.
pub(super) struct Word {
    pub lower: String,
    pub letters: Range<usize>,
}

/// The letters of a post as it is shown.
#[derive(Clone, Debug, Default)]
pub struct Text {
    pub(super) letters: Vec<Letter>,
}

impl Text {
    pub fn of(html: &str) -> Self {
        let mut letters = Vec::with_capacity(html.len());
        let (mut at, mut node, mut gap) = (0, 0, false);
        let mut place = 0;
        while place < html.len() {
            let rest = &html[place..];
            if rest.starts_with('<') {
                let tag = tag_length(rest);
                gap |= !INLINE.contains(&tag_name(&rest[..tag]));
                node += 1;
                place += tag;
                continue;
            }
            let (c, bytes) = next_char(rest);
            match is_space(c) {
                true => gap = true,
                false => {
                    letters.push(Letter {
                        c,
                        html: place..place + bytes,
                        at,
                        gap,
                        node,
                    });
                    gap = false;
                }
            }
            at += c.len_utf16();
            place += bytes;
        }
        Self { letters }
    }

    /// A line that has no markup, like a title.
    pub fn of_line(line: &str) -> Self {
        Self::of(&line_as_html(line))
    }

    /// What is read at a range of letters, with single spaces where white space or a new paragraph is.
    pub(super) fn quote(&self, range: Range<usize>) -> String {
        let mut quote = String::new();
        for letter in &self.letters[range] {
            if letter.gap && !quote.is_empty() {
                quote.push(' ');
            }
            quote.push(letter.c);
        }
        quote
    }

    pub(super) fn begins(&self, range: &Range<usize>) -> usize {
        self.letters.get(range.start).map_or(0, |letter| letter.at)
    }

    pub(super) fn ends(&self, range: &Range<usize>) -> usize {
        let last = range.end.checked_sub(1).and_then(|at| self.letters.get(at));
        last.map_or(0, |letter| letter.at + letter.c.len_utf16())
    }

    /// Whether a word goes on from before a letter to it, in scripts that part their words.
    pub(super) fn cuts(&self, at: usize) -> bool {
        let of_word = |letter: &Letter| {
            letter.c.is_lowercase() || letter.c.is_uppercase() || letter.c.is_numeric()
        };
        let ahead = at.checked_sub(1).and_then(|ahead| self.letters.get(ahead));
        match (ahead, self.letters.get(at)) {
            (Some(ahead), Some(letter)) => !letter.gap && of_word(ahead) && of_word(letter),
            _ => false,
        }
    }

    pub(super) fn words(&self) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for (at, letter) in self.letters.iter().enumerate() {
            if !letter.c.is_alphanumeric() {
                continue;
            }
            let goes_on = words
                .last()
                .is_some_and(|word| word.letters.end == at && !letter.gap);
            match words.last_mut().filter(|_| goes_on) {
                Some(word) => {
                    word.lower.extend(letter.c.to_lowercase());
                    word.letters.end = at + 1;
                }
                None => words.push(Word {
                    lower: letter.c.to_lowercase().collect(),
                    letters: at..at + 1,
                }),
            }
        }
        words
    }
}

/// A line that has no markup, like a title, as HTML.
pub fn line_as_html(line: &str) -> String {
    line.replace('&', "&amp;").replace('<', "&lt;")
}

/// The plain text of our html, as a browser reads it out of the page.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while !rest.is_empty() {
        if rest.starts_with('<') {
            rest = &rest[tag_length(rest)..];
            continue;
        }
        let (c, bytes) = next_char(rest);
        text.push(c);
        rest = &rest[bytes..];
    }
    text
}

pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}'
}

/// The length of the tag that a text begins with; a `>` in an attribute does not end it.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn tag_name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    &name[..end.unwrap_or(name.len())]
}

/// The first letter of a text, and how many bytes it takes there.
fn next_char(html: &str) -> (char, usize) {
    const LONGEST: usize = 10;
    if html.starts_with('&') {
        let end = html.bytes().take(LONGEST).position(|byte| byte == b';');
        if let Some((c, end)) = end.and_then(|end| Some((entity(&html[1..end])?, end))) {
            return (c, end + 1);
        }
    }
    let c = html.chars().next().unwrap_or(' ');
    (c, c.len_utf8())
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
