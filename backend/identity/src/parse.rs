//! What people type about themselves, made into what we keep.
use kernel::{Error, Result};

pub const NAME_CHARS_MAX: usize = 80;
pub const HANDLE_CHARS_MAX: usize = 40;
const EMAIL_BYTES_MAX: usize = 254; // RFC 5321 leaves no room for more
const PRONUNCIATION_CHARS_MAX: usize = 80;
const ABOUT_CHARS_MAX: usize = 280;
/// Words that mean a group in a mention, or would pass for the house itself.
const RESERVED_HANDLES: [&str; 9] = [
    "admin",
    "all",
    "channel",
    "everybody",
    "everyone",
    "here",
    "interlude",
    "me",
    "system",
];

/// An e-mail address in the form we keep: trimmed and in lower case.
///
/// # Errors
/// `Invalid` on `email` when no letter could be sent there.
pub fn email(text: &str) -> Result<String> {
    let wrong = || {
        Error::invalid("email", "this is no e-mail address").hint("it looks like name@example.org")
    };
    let text = text.trim().to_lowercase();
    let Some((local, domain)) = text.rsplit_once('@') else {
        return Err(wrong());
    };
    let local_is_fine = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && !local
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "\"(),:;<>@[\\]".contains(c));
    let domain_is_fine = domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    if text.len() > EMAIL_BYTES_MAX || !local_is_fine || !domain_is_fine {
        return Err(wrong());
    }
    Ok(text)
}

/// A handle as typed. ASCII only, so that no letter can pass for another.
///
/// # Errors
/// `Invalid` on `handle` when it is too short or long, reserved, or holds anything else.
pub fn handle(text: &str) -> Result<String> {
    let text = text.trim().trim_start_matches('@').to_ascii_lowercase();
    let spelled_well = text
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-');
    if !spelled_well || !(2..=HANDLE_CHARS_MAX).contains(&text.len()) {
        return Err(Error::invalid(
            "handle",
            "a handle has 2 to 40 letters a to z, digits and hyphens",
        )
        .hint("for example amara-okafor"));
    }
    if is_reserved(&text) {
        return Err(
            Error::invalid("handle", "this handle is kept for the house")
                .hint("choose another one"),
        );
    }
    Ok(text)
}

/// A handle made of a name; a number is added when somebody else has it.
pub fn handle_from(name: &str) -> String {
    let mut handle = kernel::slug(name);
    handle.truncate(HANDLE_CHARS_MAX - 6);
    let handle = handle.trim_end_matches('-');
    if handle.len() < 2 || is_reserved(handle) {
        return "person".to_owned();
    }
    handle.to_owned()
}

fn is_reserved(handle: &str) -> bool {
    RESERVED_HANDLES.contains(&handle)
}

/// A time zone by its name in the IANA database.
///
/// # Errors
/// `Invalid` on `zone` when there is none of that name.
pub fn zone(text: &str) -> Result<String> {
    let zone: chrono_tz::Tz = text.trim().parse().map_err(|_| {
        Error::invalid("zone", "there is no such time zone").hint("it looks like Europe/Berlin")
    })?;
    Ok(zone.name().to_owned())
}

pub(crate) fn name(text: &str) -> Result<String> {
    kernel::line("name", text, NAME_CHARS_MAX)
}

pub(crate) fn pronunciation(text: &str) -> Result<Option<String>> {
    kernel::optional_line("pronunciation", text, PRONUNCIATION_CHARS_MAX)
}

pub(crate) fn ask_me_about(text: &str) -> Result<Option<String>> {
    kernel::optional_line("askMeAbout", text, ABOUT_CHARS_MAX)
}

pub(crate) fn working_on(text: &str) -> Result<Option<String>> {
    kernel::optional_line("workingOn", text, ABOUT_CHARS_MAX)
}
