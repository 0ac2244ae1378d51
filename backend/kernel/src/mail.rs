//! Letters: what is sent, and the wire it goes by.
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

/// One letter to one person. Text is what they read; there is no hidden tracking in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    /// The same, dressed; nothing for a letter of text alone.
    pub html: Option<String>,
    /// What tells it from all others: the same each time it is tried, so that one that arrives twice
    /// is known for what it is. Nothing for a letter that is tried once.
    pub mark: Option<String>,
    /// The address that stops letters like it, by `POST` and without asking back.
    pub unsubscribe: Option<String>,
    /// What it brings to a calendar.
    pub calendar: Option<CalendarPart>,
}

/// What a letter brings to a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct CalendarPart {
    /// `REQUEST` or `CANCEL`.
    pub method: String,
    /// The calendar itself.
    pub text: String,
}

#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Not this letter now: try later.
    #[error("the letter could not be sent now: {0}")]
    Later(String),
    /// Nobody is there, or nobody lets us in: it is not about this letter.
    #[error("the mail server cannot be reached: {0}")]
    Unreachable(String),
    /// The other side will never take it.
    #[error("the letter was refused: {0}")]
    Refused(String),
}

pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), MailError>> + Send + 'a>>;

/// Two adapters: SMTP, and a folder (or memory, in tests).
pub trait Mail: Send + Sync + 'static {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a>;
}

/// Keeps letters in memory.
#[derive(Default)]
pub struct MemoryMail(Mutex<Vec<Letter>>);

impl MemoryMail {
    pub fn letters(&self) -> Vec<Letter> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Mail for MemoryMail {
    fn send<'a>(&'a self, letter: &'a Letter) -> Sending<'a> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(letter.clone());
        Box::pin(async { Ok(()) })
    }
}
