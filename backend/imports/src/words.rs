//! Bodies and titles as they can be kept here.
use kernel::{Mentions, Rendered, Result};

const TITLE_CHARS_MAX: usize = 150;
/// A title made of somebody's first words is a glimpse, not the whole message.
const GLIMPSE_CHARS_MAX: usize = 80;

/// A body that was parsed and rendered.
pub(crate) struct Words {
    pub body: String,
    pub html: String,
    pub text: String,
}

/// # Errors
/// `Invalid` when nothing is left of the body, or it is too large to keep.
pub(crate) fn words(body: &str, mentions: &Mentions) -> Result<Words> {
    // What no browser shows must not keep a record out.
    let body = kernel::body("body", &body.replace('\0', ""))?;
    let Rendered { html, text } = kernel::render(&body, mentions)?;
    Ok(Words { body, html, text })
}

/// A title somebody gave.
pub(crate) fn title(given: &str) -> Option<String> {
    let line = kernel::clean_line(given);
    (!line.is_empty()).then(|| cut(&line, TITLE_CHARS_MAX))
}

/// A title made of the first words of a text.
pub(crate) fn glimpse(text: &str) -> Option<String> {
    let line = kernel::clean_line(text);
    (!line.is_empty()).then(|| cut(&line, GLIMPSE_CHARS_MAX))
}

/// Cuts between words, where there is such a place.
fn cut(line: &str, chars_max: usize) -> String {
    if line.chars().count() <= chars_max {
        return line.to_owned();
    }
    let kept: String = line.chars().take(chars_max - 1).collect();
    let end = kept.rfind(' ').filter(|end| *end > kept.len() / 2);
    let kept = &kept[..end.unwrap_or(kept.len())];
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '-']))
}
