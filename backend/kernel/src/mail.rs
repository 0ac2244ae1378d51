//! Letters: what is sent, and the wire it goes by.
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

/// One letter to one person. Text is what they read; there is no hidden tracking in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
}

#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The wire may come back: try later.
    #[error("the letter could not be sent now: {0}")]
    Later(String),
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
