//! What makes a password good enough: length, and not being the first thing somebody would guess.
//! No rules on letters and digits (NIST SP 800-63B-4): they make passwords worse.
use crate::{Hasher, Person, Secret};
use kernel::{Error, Result};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

pub const PASSWORD_CHARS_MIN: usize = 15;
pub const PASSWORD_CHARS_MAX: usize = 256;
const PASSWORD_BYTES_MAX: usize = 4 * PASSWORD_CHARS_MAX;
/// Characters that a guesser could not have derived from the list; with fewer, it is in the list.
const NOVEL_CHARS_MIN: usize = 6;
const COMMON: &str = include_str!("common-passwords.txt");
const ROWS: [&str; 5] = [
    "qwertyuiop",
    "qwertzuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
];

/// A password on its way to being kept: typed, then checked and hashed once in a command's
/// `prepare`, then kept in its `run`.
#[derive(Debug)]
pub struct NewPassword {
    typed: Secret,
    hasher: Hasher,
    phc: Option<String>,
}

impl NewPassword {
    pub fn new(typed: Secret, hasher: &Hasher) -> Self {
        Self {
            typed,
            hasher: hasher.clone(),
            phc: None,
        }
    }

    /// Checks the password against the rules and hashes it. `about` is what a guesser would know.
    ///
    /// # Errors
    /// `Invalid` on `password` when it is too short, too long or too easy to guess; `Unavailable`
    /// when too many are being hashed.
    pub async fn prepare(&mut self, about: &[&str]) -> Result<()> {
        check_strength(self.typed.expose(), about)?;
        self.phc = Some(self.hasher.hash(&self.typed).await?);
        Ok(())
    }

    /// As `prepare`, with what there is to know about this person.
    ///
    /// # Errors
    /// As `prepare`.
    pub async fn prepare_for(&mut self, person: &Person) -> Result<()> {
        let email = person.email.as_deref().unwrap_or_default();
        self.prepare(&[&person.name, &person.handle, email]).await
    }

    pub(crate) fn hasher(&self) -> &Hasher {
        &self.hasher
    }

    pub(crate) fn phc(&self) -> Result<&str> {
        self.phc
            .as_deref()
            .ok_or_else(|| Error::internal("a password was not prepared"))
    }
}

/// Whether a password may be used. `about` is what a guesser would know of the person.
///
/// # Errors
/// `Invalid` on `password`, in words that say what to do.
pub fn check_strength(password: &str, about: &[&str]) -> Result<()> {
    if password.len() > PASSWORD_BYTES_MAX || password.chars().count() > PASSWORD_CHARS_MAX {
        let message = format!("this is too long: {PASSWORD_CHARS_MAX} characters is the most");
        return Err(Error::invalid("password", message));
    }
    let password: String = password.nfc().collect();
    if password.chars().count() < PASSWORD_CHARS_MIN {
        let message = format!("this is too short: {PASSWORD_CHARS_MIN} characters is the least");
        return Err(Error::invalid("password", message).hint(ADVICE));
    }
    if is_guessable(&password, about) {
        return Err(Error::invalid(
            "password",
            "this is among the first that somebody would guess",
        )
        .hint(ADVICE));
    }
    Ok(())
}

const ADVICE: &str = "four or five words that do not belong together are easy to remember";

/// Takes away what is common, known or a run of neighbours; what is left must be something.
fn is_guessable(password: &str, about: &[&str]) -> bool {
    let mut rest = repeated_unit(&password.to_lowercase());
    let known = about.iter().flat_map(|text| words(text));
    let mut common: Vec<String> = COMMON.lines().map(str::to_owned).chain(known).collect();
    common.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut taken = BTreeSet::new();
    for word in common {
        if rest.contains(&word) {
            rest = rest.replace(&word, " ");
            taken.insert(word);
        }
    }
    // Several listed words side by side are a passphrase; one or two are not.
    taken.len() < 4 && novel_chars(&rest) < NOVEL_CHARS_MIN
}

/// The shortest piece that, said again and again, gives the text.
fn repeated_unit(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let unit = (1..=chars.len() / 2).find(|length| {
        chars
            .iter()
            .zip(chars.iter().skip(*length))
            .all(|(a, b)| a == b)
    });
    chars[..unit.unwrap_or(chars.len())].iter().collect()
}

/// The words of a name or an address that are long enough to matter.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_owned)
        .collect()
}

/// How many different characters do not just follow the one before them.
fn novel_chars(text: &str) -> usize {
    let mut novel = BTreeSet::new();
    let mut last = ' ';
    for c in text.chars() {
        if c.is_alphanumeric() && !are_neighbours(last, c) {
            novel.insert(c);
        }
        last = c;
    }
    novel.len()
}

fn are_neighbours(a: char, b: char) -> bool {
    let beside = |row: &str| {
        let place = |c| row.chars().position(|other| other == c);
        matches!((place(a), place(b)), (Some(a), Some(b)) if a.abs_diff(b) <= 1)
    };
    u32::from(a).abs_diff(u32::from(b)) <= 1 || ROWS.iter().any(|row| beside(row))
}
