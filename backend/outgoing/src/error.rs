//! Why a request did not leave, or came to nothing: in words for who named the address.
use std::error::Error;

/// Each names the host alone: an address inside the network, or what stands in a path, is nobody's business.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutgoingError {
    #[error("this is no address of a web server")]
    NoAddress,
    #[error("the address of {0} does not begin with https")]
    NotSecure(String),
    #[error("{0} is asked at port {1}, and only 443 and 80 are asked")]
    Port(String, u16),
    #[error("{0} is inside a network; an operator can allow it by its host and port")]
    Inside(String),
    #[error("no server is known by the name {0}")]
    Unknown(String),
    #[error("{0} could not be reached")]
    Unreachable(String),
    #[error("{0} did not answer in time")]
    TooSlow(String),
    #[error("the answer of {0} is too large")]
    TooLarge(String),
    #[error("{0} sends elsewhere, and that is not followed")]
    Redirected(String),
    #[error("the certificates of this machine cannot be read, so nobody can be trusted")]
    NoCertificates,
}

impl OutgoingError {
    /// What went wrong on the way to `host`: what we said ourselves, or that nobody was there.
    pub(crate) fn on_the_way_to(host: &str, error: &reqwest::Error) -> Self {
        let mut cause: Option<&(dyn Error + 'static)> = error.source();
        while let Some(error) = cause {
            if let Some(ours) = error.downcast_ref::<Self>() {
                return ours.clone();
            }
            cause = error.source();
        }
        Self::Unreachable(host.to_owned())
    }
}
