//! The letters we write, in the language of who reads them, and how they are carried.
mod correcting;
mod dates;
mod news;
mod scribe;
mod sheet;
mod words;

pub use scribe::Scribe;

use communities::{MailInvitation, mint_invitation};
use consultations::{MailConsultation, mint_letter};
use identity::{MailReset, MailSignIn, mint_reset, mint_sign_in};
use imports::{InviteArrivals, SendInviteList, invite_arrivals, send_invite_list};
use kernel::{Db, JobError, Letter, Mail, MailError, Worker, Workers};
use notifications::{keep_due_letters, send_due_letters, write_due_letters};
use privacy::{MailExportReady, export_to_tell_of};
use std::sync::Arc;

/// Who writes and sends which letter.
pub fn workers(post: &Arc<PostOffice>) -> Workers {
    Workers::default()
        .on::<MailReset>(ResetWorker(post.clone()))
        .on::<MailSignIn>(SignInWorker(post.clone()))
        .on::<MailInvitation>(InvitationWorker(post.clone()))
        .on::<MailConsultation>(ConsultationWorker(post.clone()))
        .on::<MailExportReady>(ExportWorker(post.clone()))
        .on::<InviteArrivals>(ArrivalsWorker(post.clone()))
        .on::<SendInviteList>(InviteListWorker(post.clone()))
}

/// What a letter needs on its way.
pub struct PostOffice {
    pub db: Db,
    pub scribe: Arc<Scribe>,
    pub mail: Arc<dyn Mail>,
    pub reach: Reach,
}

/// Whether there is a mail server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Letters leave.
    World,
    /// Letters stay here.
    Outbox,
}

/// How a round of carrying went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// There may be more to do at once.
    Some,
    Nothing,
    /// The mail server could not be reached.
    Unreachable,
}

impl PostOffice {
    /// Writes the letters that are due.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn write(&self) -> kernel::Result<Carried> {
        Ok(match write_due_letters(&self.db, &self.scribe).await? {
            0 => Carried::Nothing,
            _ => Carried::Some,
        })
    }

    /// Sends the letters that wait, or keeps them here.
    ///
    /// # Errors
    /// When the database cannot be asked.
    pub async fn carry(&self) -> kernel::Result<Carried> {
        if self.reach == Reach::Outbox {
            keep_due_letters(&self.db).await?;
            return Ok(Carried::Nothing);
        }
        let sent = send_due_letters(&self.db, self.mail.as_ref()).await?;
        Ok(match (sent.tried, sent.reached) {
            (_, false) => Carried::Unreachable,
            (0, true) => Carried::Nothing,
            (_, true) => Carried::Some,
        })
    }

    async fn send(&self, letter: &Letter) -> Result<(), JobError> {
        self.mail.send(letter).await.map_err(|error| match error {
            MailError::Later(_) | MailError::Unreachable(_) => JobError::Retry(error.to_string()),
            MailError::Refused(_) => JobError::GiveUp(error.to_string()),
        })
    }
}

struct ResetWorker(Arc<PostOffice>);

impl Worker for ResetWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: MailReset = read(body)?;
            let Some((person, token)) = mint_reset(&self.0.db, &job).await? else {
                return Ok(());
            };
            match self.0.scribe.reset(&person, &token) {
                Some(letter) => self.0.send(&letter).await,
                None => Ok(()),
            }
        })
    }
}

struct SignInWorker(Arc<PostOffice>);

impl Worker for SignInWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: MailSignIn = read(body)?;
            let Some((person, token)) = mint_sign_in(&self.0.db, &job).await? else {
                return Ok(());
            };
            match self.0.scribe.sign_in(&person, &token) {
                Some(letter) => self.0.send(&letter).await,
                None => Ok(()),
            }
        })
    }
}

struct InvitationWorker(Arc<PostOffice>);

impl Worker for InvitationWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: MailInvitation = read(body)?;
            let Some((seen, token)) = mint_invitation(&self.0.db, &job).await? else {
                return Ok(());
            };
            self.0.send(&self.0.scribe.invitation(&seen, &token)).await
        })
    }
}

struct ConsultationWorker(Arc<PostOffice>);

impl Worker for ConsultationWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: MailConsultation = read(body)?;
            let Some((letter, token)) = mint_letter(&self.0.db, &job).await? else {
                return Ok(());
            };
            let letter = self.0.scribe.consultation(&letter, &token);
            self.0.send(&letter).await
        })
    }
}

struct ExportWorker(Arc<PostOffice>);

impl Worker for ExportWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: MailExportReady = read(body)?;
            let Some((person, export)) = export_to_tell_of(&self.0.db, &job).await? else {
                return Ok(());
            };
            match self.0.scribe.export_ready(&person, &export) {
                Some(letter) => self.0.send(&letter).await,
                None => Ok(()),
            }
        })
    }
}

struct ArrivalsWorker(Arc<PostOffice>);

impl Worker for ArrivalsWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: InviteArrivals = read(body)?;
            Ok(invite_arrivals(&self.0.db, &job).await?)
        })
    }
}

struct InviteListWorker(Arc<PostOffice>);

impl Worker for InviteListWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: SendInviteList = read(body)?;
            Ok(send_invite_list(&self.0.db, &job).await?)
        })
    }
}

fn read<J: kernel::Job>(body: &serde_json::Value) -> Result<J, JobError> {
    serde_json::from_value(body.clone()).map_err(|error| JobError::GiveUp(error.to_string()))
}
