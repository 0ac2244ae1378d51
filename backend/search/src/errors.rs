//! What the index refuses, in words for whoever asked.
use kernel::Error;
use search_index::Error as Refusal;

pub(crate) fn told(refusal: Refusal) -> Error {
    let words = refusal.to_string();
    match refusal {
        Refusal::QueryTooLong { .. } => Error::invalid("query", words),
        Refusal::Limit { .. } => Error::invalid("first", words),
        Refusal::Cursor => Error::invalid("after", words),
        Refusal::Busy { .. } | Refusal::Folder { .. } | Refusal::RebuildUnderWay => {
            Error::Unavailable(words.into())
        }
        Refusal::Document { .. } | Refusal::RebuildFailed | Refusal::Engine(_) => {
            Error::internal(refusal)
        }
    }
}
