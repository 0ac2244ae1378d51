//! What people type, made safe to keep and to show: one line, or a body of Markdown.
use crate::{BODY_BYTES_MAX, Error, Result};
use unicode_normalization::UnicodeNormalization;

/// Directional overrides and isolates can make a line read as something else; in a name or a title
/// they have no honest use.
fn reorders(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{061c}')
}

fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{00ad}')
}

/// Normalises to NFC, folds white space, and drops what reorders or hides text.
pub fn clean_line(text: &str) -> String {
    let kept: String = text
        .nfc()
        .filter(|c| !reorders(*c) && !invisible(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    let folded = kept
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    limit_marks(&folded)
}

/// Keeps at most three combining marks on a letter: enough for every script, too few to climb over
/// the next line.
fn limit_marks(text: &str) -> String {
    let mut marks = 0;
    text.chars()
        .filter(|c| {
            marks = if unicode_normalization::char::is_combining_mark(*c) {
                marks + 1
            } else {
                0
            };
            marks <= 3
        })
        .collect()
}

/// A name, a title or another single line of 1 to `chars_max` characters.
///
/// # Errors
/// `Invalid` on `field` when nothing is left of it, when it is too long, or holds a NUL.
pub fn line(field: &'static str, text: &str, chars_max: usize) -> Result<String> {
    match optional_line(field, text, chars_max)? {
        Some(line) => Ok(line),
        None => Err(Error::invalid(field, "this cannot be empty").hint("write a few words")),
    }
}

/// As `line`, where nothing is an answer too.
///
/// # Errors
/// `Invalid` on `field` when it is too long, or holds a NUL.
pub fn optional_line(field: &'static str, text: &str, chars_max: usize) -> Result<Option<String>> {
    refuse_nul(field, text)?;
    // A bound on the raw text first: folding must not be made to work on a megabyte.
    if text.len() > chars_max * 16 {
        return Err(too_long(field, chars_max));
    }
    let line = clean_line(text);
    if line.chars().count() > chars_max {
        return Err(too_long(field, chars_max));
    }
    Ok((!line.is_empty()).then_some(line))
}

/// A body of Markdown: kept as typed, but for line ends and white space around it.
///
/// # Errors
/// `Invalid` on `field` when it is empty, longer than 64 KiB, or holds a NUL.
pub fn body(field: &'static str, text: &str) -> Result<String> {
    if text.len() > BODY_BYTES_MAX {
        let message = format!(
            "this is too long: {} KB, and {} KB is the most",
            text.len() / 1024,
            BODY_BYTES_MAX / 1024
        );
        return Err(Error::invalid(field, message).hint("attach it as a file instead"));
    }
    refuse_nul(field, text)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_matches(|c: char| c.is_whitespace() || reorders(c) || invisible(c));
    if text.is_empty() {
        return Err(Error::invalid(field, "this cannot be empty").hint("write a few words"));
    }
    Ok(text.to_owned())
}

fn refuse_nul(field: &'static str, text: &str) -> Result<()> {
    if text.contains('\0') {
        return Err(
            Error::invalid(field, "there is a NUL character in this text")
                .hint("remove it and send again"),
        );
    }
    Ok(())
}

fn too_long(field: &'static str, chars_max: usize) -> Error {
    Error::invalid(
        field,
        format!("this is too long: {chars_max} characters is the most"),
    )
}

/// The part of an address made from a title: lower-case ASCII words joined by hyphens, at most 60
/// characters, empty when the title has none.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
    {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            'ß' => slug.push_str("ss"),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
        if slug.len() >= 60 {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Tags within a line: the words beside them belong together.
const INLINE: [&str; 8] = ["a", "code", "del", "em", "mark", "span", "strong", "sup"];

/// Plain text of our own safe HTML, for search and excerpts: tags dropped, entities read.
pub fn strip_markup(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag, after)) = next_tag(rest) {
        text.push_str(before);
        if !INLINE.contains(&tag) {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(rest);
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'");
    let text = text.replace("&nbsp;", " ").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text before the next tag, the name of that tag, and the text after it.
fn next_tag(html: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = html.split_once('<')?;
    let (tag, after) = rest.split_once('>')?;
    let tag = tag.trim_start_matches('/');
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    Some((before, name, after))
}

/// The letters of a text file: UTF-8, or UTF-16 with the mark that says so; a mark is left out. Nothing
/// when they are neither, or hold a NUL, which no text has.
pub fn letters(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes)?,
        bytes => std::str::from_utf8(bytes).ok()?.to_owned(),
    };
    let text = text.trim_start_matches('\u{feff}');
    (!text.contains('\0')).then(|| text.to_owned())
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().copied().map(unit);
    let text = char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .ok()?;
    odd.is_empty().then_some(text)
}
