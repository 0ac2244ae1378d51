//! What can go wrong, said so that the reader knows what to do.

use std::path::PathBuf;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the search folder {} cannot be used ({source}): check that it may be read and written", path.display())]
    Folder {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("the search folder {} is in use by another process: stop it, or choose another folder", path.display())]
    Busy { path: PathBuf },
    #[error("the search has {chars} characters: shorten it to at most {max}")]
    QueryTooLong { chars: usize, max: usize },
    #[error("{asked} results cannot be asked for at once: ask for 1 to {max}")]
    Limit { asked: usize, max: usize },
    #[error("this place in the results is not known: start the search again from the top")]
    Cursor,
    #[error("the document {id:?} cannot be indexed: {why}")]
    Document { id: String, why: &'static str },
    #[error("the index is being rebuilt already: wait until that is finished")]
    RebuildUnderWay,
    #[error("the rebuild of the index has failed before: begin it again")]
    RebuildFailed,
    #[error("the search index could not be used ({0}): rebuild it")]
    Engine(#[from] tantivy::TantivyError),
}

impl Error {
    pub(crate) fn folder(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Folder { path, source }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Engine(error.into())
    }
}
