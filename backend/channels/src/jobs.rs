//! What channels do later: files that nobody read when they came are read.
use crate::Files;
use kernel::{Db, Job, JobError, Worker, Working};
use serde::{Deserialize, Serialize};

/// Read what is said in files that nobody read, a handful of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadFiles {}

impl Job for ReadFiles {
    const KIND: &'static str = "channels.read_files";
}

/// Does `ReadFiles`, outside of any transaction: reading takes time that nobody should wait for.
pub struct ReadUnread {
    db: Db,
    files: Files,
}

impl ReadUnread {
    pub fn new(db: Db, files: Files) -> Self {
        Self { db, files }
    }
}

impl Worker for ReadUnread {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> Working<'a> {
        Box::pin(async move {
            let ReadFiles {} = serde_json::from_value(body.clone())
                .map_err(|error| JobError::GiveUp(error.to_string()))?;
            Ok(self.files.read_some(&self.db).await?)
        })
    }
}
