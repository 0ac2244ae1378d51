//! What can be done in channels: one command for each verb, which is also its GraphQL input.
mod again;
mod asking;
mod begin;
mod channels;
mod drafts;
mod fates;
mod imports;
mod moving;
mod posts;
mod prompts;
mod reading;
mod standing;
mod threads;
mod unread;
mod words;

pub use again::{RenderPosts, Rendering};
pub use asking::{AcceptPost, CloseAsDuplicate, MakeNameless, ReopenQuestion, WithdrawQuestion};
pub use begin::BeginThread;
pub use channels::{ArchiveChannel, CreateChannel, UpdateChannel, copy_channels};
pub use drafts::{DiscardDraft, SaveDraft};
pub use fates::{DeletePost, React, RestorePost};
pub use imports::{BringInThreads, PostBroughtIn, ThreadBroughtInHere};
pub use moving::{ConvertPost, ConvertThread, JoinThreads, MoveThread, PartThread, PostPlace};
pub use posts::{CreatePost, EditPost, create_post};
pub use prompts::{Answers, AskFirst, BeginPrompt};
pub use reading::{FollowThread, MarkRead, MarkUnread, SweepReading};
pub use standing::{ApprovePost, HidePost, HoldPost, ShowPost};
pub use threads::{CreateThread, EditThread, LockThread, create_thread};
pub(crate) use unread::{BeginReading, KeepRead};
pub(crate) use words::Words;
pub use words::preview;

use crate::{Author, Examined, File, FileUploaded, Unreadable, store};
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{Actor, Command, Error, FileId, Organisation, PersonId, Result, Tx, hex, permit};
use sha2::{Digest, Sha256};

/// Writes down a file that was looked at. Its content is kept by `Files` already.
pub struct RecordFile {
    pub id: FileId,
    pub name: String,
    pub examined: Examined,
    /// What is said in it, if anything can be said in such a file.
    pub said: Option<Result<String, Unreadable>>,
}

#[async_trait]
impl Command for RecordFile {
    type Done = File;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<File> {
        let side = |side: u32| i32::try_from(side).ok();
        let row = File {
            id: self.id,
            uploader_id: Author::of(writer(actor)?),
            post_id: None,
            community_id: None,
            name: self.name.clone(),
            media_type: self.examined.media_type.clone(),
            bytes: i64::try_from(self.examined.bytes.len()).map_err(Error::internal)?,
            width: self.examined.size.and_then(|(width, _)| side(width)),
            height: self.examined.size.and_then(|(_, height)| side(height)),
            sha256: hex(&Sha256::digest(&self.examined.bytes)),
            created_at: tx.now(),
            unreadable: self
                .said
                .as_ref()
                .and_then(|said| said.as_ref().err().copied()),
        };
        let file = store::insert_file(tx, row).await?;
        if let Some(Ok(text)) = &self.said {
            store::insert_file_text(tx, file.id, text).await?;
        }
        let fact = FileUploaded {
            file: file.id,
            person: file.uploader_id.id(),
        };
        tx.emit(actor, &fact).await?;
        Ok(file)
    }
}

/// Forgets what was uploaded and never posted.
pub struct SweepUnattached;

/// A draft may wait this long for its files to be posted.
const UNATTACHED_DAYS_MAX: i64 = 7;

#[async_trait]
impl Command for SweepUnattached {
    type Done = Vec<FileId>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Vec<FileId>> {
        let leave = permit(actor, Organisation)?;
        let before = tx.now() - TimeDelta::days(UNATTACHED_DAYS_MAX);
        store::delete_unattached(tx, &leave, before).await
    }
}

/// Only a person writes; the platform brings in what people wrote elsewhere.
fn writer(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

/// A word of the client's own, 1 to 80 characters.
fn parse_nonce(nonce: &str) -> Result<String> {
    kernel::line("nonce", nonce, 80)
}
