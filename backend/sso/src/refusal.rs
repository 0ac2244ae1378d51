//! Why somebody did not come in: a code for the web app, and words for administrators.
use std::borrow::Cow;

/// The stable names that the web app branches on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It took too long, was used before, or another browser began it.
    Expired,
    /// The person said no at the provider.
    Declined,
    /// The provider cannot be reached, is slow, or answers what it should not.
    ProviderDown,
    /// What it said could not be verified.
    NotTrusted,
    /// Nobody here has this account, and the provider makes none.
    Unknown,
    /// Somebody here has this address, and the provider is not trusted for it.
    EmailTaken,
    /// The provider did not verify the address.
    EmailUnverified,
    Suspended,
    /// The account is somebody else's here.
    AlreadyLinked,
    /// Another person came back than who was asked.
    SomebodyElse,
    /// The provider does not say that it asked anew who it is.
    NotAnew,
    SignInFirst,
    /// There is no such provider, or it is switched off.
    Off,
}

impl Refused {
    pub fn code(self) -> &'static str {
        match self {
            Self::Expired => "EXPIRED",
            Self::Declined => "DECLINED",
            Self::ProviderDown => "PROVIDER_DOWN",
            Self::NotTrusted => "NOT_TRUSTED",
            Self::Unknown => "UNKNOWN",
            Self::EmailTaken => "EMAIL_TAKEN",
            Self::EmailUnverified => "EMAIL_UNVERIFIED",
            Self::Suspended => "SUSPENDED",
            Self::AlreadyLinked => "ALREADY_LINKED",
            Self::SomebodyElse => "SOMEBODY_ELSE",
            Self::NotAnew => "NOT_ANEW",
            Self::SignInFirst => "SIGN_IN_FIRST",
            Self::Off => "OFF",
        }
    }

    /// With what exactly was wrong. Words of ours alone: what a provider says may be anything.
    pub fn because(self, detail: impl Into<Cow<'static, str>>) -> Refusal {
        Refusal {
            refused: self,
            detail: detail.into(),
        }
    }
}

/// A refusal, and what exactly was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub refused: Refused,
    /// In English, for the log and for administrators.
    pub detail: Cow<'static, str>,
}
