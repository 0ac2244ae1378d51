//! The one error of the backend.
use std::borrow::Cow;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something did not happen, in words for the person who asked.
///
/// `Internal` is the exception: it is logged whole and shown as "something went wrong".
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("please sign in")]
    SignInFirst,
    #[error("there is no such {0}")]
    NotFound(&'static str),
    #[error("{0}")]
    Forbidden(Cow<'static, str>),
    #[error("{message}")]
    Invalid {
        field: &'static str,
        /// What the field is of, where the input holds a list of such: the list, and which of it from 0.
        of: Option<(&'static str, usize)>,
        message: Cow<'static, str>,
        hint: Option<Cow<'static, str>>,
    },
    /// Somebody else was first. `current` is what stands now, so that nothing typed is lost.
    #[error("{message}")]
    Conflict {
        message: Cow<'static, str>,
        current: Option<serde_json::Value>,
    },
    #[error("too often; try again in {0} seconds")]
    SlowDown(u64),
    /// What was shown so far is right; a second factor is asked of this person, too.
    #[error("now the code of your authenticator app")]
    SecondFactor,
    /// Who is signed in showed who they are too long ago for what they ask now.
    #[error("please show once more that it is you")]
    Confirm,
    /// The organisation requires a second factor of this person, and they have none: nothing else before that.
    #[error("set up a second factor first: your organisation requires one")]
    FactorRequired,
    #[error("{0}")]
    Unavailable(Cow<'static, str>),
    #[error(transparent)]
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    pub fn invalid(field: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self::Invalid {
            field,
            of: None,
            message: message.into(),
            hint: None,
        }
    }

    pub fn conflict(message: impl Into<Cow<'static, str>>) -> Self {
        Self::Conflict {
            message: message.into(),
            current: None,
        }
    }

    pub fn forbidden(message: impl Into<Cow<'static, str>>) -> Self {
        Self::Forbidden(message.into())
    }

    /// Wraps a failure that is ours and not the asker's.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(source.into())
    }

    /// Adds what the person can do about it.
    #[must_use]
    pub fn hint(mut self, words: impl Into<Cow<'static, str>>) -> Self {
        if let Self::Invalid { hint, .. } = &mut self {
            *hint = Some(words.into());
        }
        self
    }

    /// Says which one of a list it is about: `options` of the first question is `questions.0.options`.
    #[must_use]
    pub fn in_list(mut self, list: &'static str, at: usize) -> Self {
        if let Self::Invalid { of, .. } = &mut self {
            *of = Some((list, at));
        }
        self
    }

    /// The field of the input that is meant, if one is.
    pub fn field(&self) -> Option<Cow<'static, str>> {
        match self {
            Self::Invalid {
                field,
                of: Some((list, at)),
                ..
            } => Some(Cow::Owned(format!("{list}.{at}.{field}"))),
            Self::Invalid { field, .. } => Some(Cow::from(*field)),
            _ => None,
        }
    }

    /// The stable name clients branch on. A message may be reworded; a code may not.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SignInFirst => "SIGN_IN_FIRST",
            Self::NotFound(_) => "NOT_FOUND",
            Self::Forbidden(_) => "FORBIDDEN",
            Self::Invalid { .. } => "INVALID",
            Self::Conflict { .. } => "CONFLICT",
            Self::SlowDown(_) => "SLOW_DOWN",
            Self::SecondFactor => "SECOND_FACTOR",
            Self::Confirm => "CONFIRM",
            Self::FactorRequired => "FACTOR_REQUIRED",
            Self::Unavailable(_) => "UNAVAILABLE",
            Self::Internal(_) => "INTERNAL",
        }
    }
}

/// An error with all that caused it, for the log.
pub fn with_causes(error: &(dyn std::error::Error + 'static)) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words.push_str(": ");
        words.push_str(&error.to_string());
        cause = error.source();
    }
    words
}

impl From<sea_orm::DbErr> for Error {
    fn from(source: sea_orm::DbErr) -> Self {
        Self::internal(source)
    }
}

impl From<serde_json::Error> for Error {
    fn from(source: serde_json::Error) -> Self {
        Self::internal(source)
    }
}
