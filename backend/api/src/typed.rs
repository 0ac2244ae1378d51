//! What somebody typed to find something by its word.
use kernel::{Result, optional_line};

/// More than any slug, handle, key or name has.
pub const TYPED_CHARS_MAX: usize = 200;

/// As it is looked up: one line, empty when nothing was typed.
///
/// # Errors
/// `Invalid` on `field` when it is too long, or holds a NUL.
pub fn typed(field: &'static str, text: &str) -> Result<String> {
    Ok(optional_line(field, text, TYPED_CHARS_MAX)?.unwrap_or_default())
}
