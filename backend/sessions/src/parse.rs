//! What people type about sessions, and its limits.
use kernel::{Error, Result};

pub(crate) const TITLE_CHARS_MAX: usize = 120;
pub(crate) const REASON_CHARS_MAX: usize = 300;
pub(crate) const NOTE_CHARS_MAX: usize = 300;
const PLACE_CHARS_MAX: usize = 200;
const LINK_CHARS_MAX: usize = 2_000;
const CAPACITY_MAX: i32 = 10_000;
const JOIN_MINUTES_MAX: i32 = 24 * 60;

pub(crate) fn title(text: &str) -> Result<String> {
    kernel::line("title", text, TITLE_CHARS_MAX)
}

pub(crate) fn place(text: &str) -> Result<Option<String>> {
    kernel::optional_line("place", text, PLACE_CHARS_MAX)
}

pub(crate) fn capacity(seats: i32) -> Result<i32> {
    match seats {
        1..=CAPACITY_MAX => Ok(seats),
        _ => Err(Error::invalid(
            "capacity",
            format!("a session has room for 1 to {CAPACITY_MAX} learners"),
        )),
    }
}

pub(crate) fn join_minutes(field: &'static str, minutes: i32) -> Result<i32> {
    match minutes {
        0..=JOIN_MINUTES_MAX => Ok(minutes),
        _ => Err(Error::invalid(
            field,
            format!("give 0 to {JOIN_MINUTES_MAX} minutes, which is a day"),
        )),
    }
}

/// The address of a page; nothing when the text is empty.
pub fn link(field: &'static str, text: &str) -> Result<Option<String>> {
    let Some(link) = kernel::optional_line(field, text, LINK_CHARS_MAX)? else {
        return Ok(None);
    };
    let host = ["https://", "http://"]
        .iter()
        .find_map(|scheme| link.strip_prefix(scheme))
        .filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '['));
    if host.is_none() || link.contains(char::is_whitespace) {
        return Err(
            Error::invalid(field, "this is no address of a page").hint("it begins with https://")
        );
    }
    Ok(Some(link))
}
