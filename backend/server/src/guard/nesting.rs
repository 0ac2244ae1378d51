//! How deep brackets nest in a document, before a recursive parser sees it.
use super::{Refused, refuse};

/// Deeper than any query that the guard would admit, shallower than any stack.
const NESTING_MAX: u32 = 64;

/// # Errors
/// When brackets nest too deep, or a string does not end.
pub fn check(query: &str) -> Result<(), Refused> {
    let mut rest = query.as_bytes();
    let mut depth = 0_u32;
    while let [byte, after @ ..] = rest {
        rest = match byte {
            b'"' => after_string(after)?,
            b'#' => after_comment(after),
            _ => after,
        };
        match byte {
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > NESTING_MAX {
            return refuse("the query is nested too deep");
        }
    }
    Ok(())
}

/// What follows a string whose opening quote was read.
fn after_string(text: &[u8]) -> Result<&[u8], Refused> {
    match text.strip_prefix(b"\"\"") {
        Some(block) => after_block_string(block),
        None => after_plain_string(text),
    }
}

fn after_plain_string(mut text: &[u8]) -> Result<&[u8], Refused> {
    loop {
        text = match text {
            [b'"', after @ ..] => return Ok(after),
            [b'\\', _, after @ ..] => after,
            [b'\n' | b'\r', ..] | [] => return unfinished(),
            [_, after @ ..] => after,
        };
    }
}

fn after_block_string(mut text: &[u8]) -> Result<&[u8], Refused> {
    loop {
        text = match text {
            [b'"', b'"', b'"', after @ ..] => return Ok(after),
            [b'\\', b'"', b'"', b'"', after @ ..] => after,
            [] => return unfinished(),
            [_, after @ ..] => after,
        };
    }
}

fn after_comment(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    end.map_or(&[], |end| &text[end..])
}

fn unfinished<T>() -> Result<T, Refused> {
    refuse("a string in the query does not end")
}
