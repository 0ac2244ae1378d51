//! What was typed, piece by piece. Pure.

use std::ops::Range;

use crate::operators::divided;

/// A part of a search: a phrase, an operator with its value, or words without a space between.
pub(crate) struct Piece {
    pub excluded: bool,
    pub key: Option<&'static str>,
    pub quoted: bool,
    pub value: Range<usize>,
    pub end: usize,
}

/// The next piece from a byte on. Every quotation mark is closed.
pub(crate) fn piece(text: &str, from: usize) -> Option<Piece> {
    let start = from + text[from..].find(|c: char| !c.is_whitespace())?;
    let minuses = text[start..].len() - text[start..].trim_start_matches('-').len();
    let (excluded, start) = (minuses > 0, start + minuses);
    let rest = &text[start..];
    let chunk = &rest[..rest
        .find(|c: char| c.is_whitespace() || c == '"')
        .unwrap_or(rest.len())];
    let (key, skipped) = match divided(chunk) {
        Some((key, value)) => (Some(key), chunk.len() - value.len()),
        None => (None, 0),
    };
    let value = start + skipped;
    // A phrase, or the quoted value of an operator.
    if text[value..].starts_with('"') {
        let inside = value + 1;
        let end = inside + text[inside..].find('"').unwrap_or(text.len() - inside);
        return Some(Piece {
            excluded,
            key,
            quoted: true,
            value: inside..end,
            end: (end + 1).min(text.len()),
        });
    }
    let end = start + chunk.len();
    Some(Piece {
        excluded,
        key,
        quoted: false,
        value: value..end,
        end,
    })
}
