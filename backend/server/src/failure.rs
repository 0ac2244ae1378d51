//! Why the program ended early: a sentence that says what to do, and a code for scripts.
use std::fmt;

/// How the program ends. The numbers are documented and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Failed = 1,
    /// The command line or the configuration is wrong.
    Usage = 2,
    PortInUse = 3,
    /// The data folder cannot be used.
    DataFolder = 4,
    /// The database was written by a newer version of this program.
    DatabaseNewer = 5,
    /// Another server runs on this data folder.
    AlreadyRunning = 6,
}

#[derive(Debug)]
pub struct Failure {
    pub exit: Exit,
    pub words: String,
}

impl Failure {
    pub fn new(exit: Exit, words: impl Into<String>) -> Self {
        Self {
            exit,
            words: words.into(),
        }
    }

    /// A failure that has no code of its own.
    pub fn plain(words: impl Into<String>) -> Self {
        Self::new(Exit::Failed, words)
    }

    /// Says before the reason what was being done.
    #[must_use]
    pub fn while_doing(self, what: impl fmt::Display) -> Self {
        Self {
            words: format!("{what}: {}", self.words),
            ..self
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for Failure {}

impl From<kernel::Error> for Failure {
    fn from(error: kernel::Error) -> Self {
        let words = match &error {
            kernel::Error::Invalid {
                message,
                hint: Some(hint),
                ..
            } => format!("{message}; {hint}"),
            error => error.to_string(),
        };
        Self::plain(words)
    }
}

impl From<sea_orm::DbErr> for Failure {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::plain(format!("the database answered: {error}"))
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::plain(error.to_string())
    }
}

impl From<crate::config::ConfigError> for Failure {
    fn from(error: crate::config::ConfigError) -> Self {
        Self::new(Exit::Usage, error.to_string())
    }
}
