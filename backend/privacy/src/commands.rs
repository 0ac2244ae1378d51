//! What can be done with what is held about people.
use crate::jobs::{MailExportReady, MakePersonalExport};
use crate::policy::{Fetch, TakeAlong};
use crate::store::{self, Reached};
use crate::{PersonalExport, PersonalExportAsked, PersonalExportFetched, PersonalExportReady};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{
    Actor, Command, Error, KeepTime, Organisation, Permit, PersonId, PersonalExportId, Result, Tx,
    line, permit,
};

/// How long it can be fetched.
const KEPT_FOR: TimeDelta = TimeDelta::days(7);
/// So many of one person's are kept at a time.
const KEPT_MAX: u64 = 3;
const REASON_CHARS_MAX: usize = 300;

/// Has all that is held about a person put together, for them alone to fetch: one's own, or as an administrator that of
/// somebody who asked outside.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "AskForPersonalExportInput")]
pub struct AskForPersonalExport {
    /// About whom; the viewer when left out.
    pub person: Option<PersonId>,
    /// Why, 1 to 300 characters. Only of an administrator who asks for somebody else.
    pub reason: Option<String>,
}

#[async_trait]
impl Command for AskForPersonalExport {
    type Done = PersonalExport;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PersonalExport> {
        let asker = actor.person().ok_or(Error::SignInFirst)?;
        let person = self.person.unwrap_or(asker);
        let person: Permit<TakeAlong, PersonId> = permit(actor, person)?;
        let reason = match *person == asker {
            true => None,
            false => {
                let words = self.reason.as_deref().unwrap_or_default();
                Some(line("reason", words, REASON_CHARS_MAX)?)
            }
        };
        let known = identity::person_by_id(&tx.conn(), *person).await?;
        known.ok_or(Error::NotFound("person"))?;
        // Asked twice, it is made once.
        if let Some(underway) = store::underway_of(&tx.conn(), *person).await? {
            return Ok(underway);
        }
        if store::count_of(&tx.conn(), *person).await? >= KEPT_MAX {
            return Err(Error::conflict("three of these are kept already")
                .hint("fetch one of them, or wait until the oldest is gone"));
        }
        let export = store::insert(tx, &person, (asker, reason.clone())).await?;
        let fact = PersonalExportAsked {
            export: export.id,
            person: export.person_id,
            reason,
        };
        tx.emit(actor, &fact).await?;
        let export_id = export.id;
        tx.enqueue(&MakePersonalExport { export: export_id })
            .await?;
        Ok(export)
    }
}

/// Notes how far the making of one came. Only the platform does that.
pub(crate) struct MoveOn {
    pub was: PersonalExport,
    pub reached: Reached,
}

#[async_trait]
impl Command for MoveOn {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave: Permit<KeepTime, Organisation> = permit(actor, Organisation)?;
        store::move_on(tx, &leave, (&self.was, self.reached)).await
    }
}

/// Says that one can be fetched, and has a letter tell the person. Only the platform does that.
pub(crate) struct Finish {
    pub export: PersonalExportId,
    pub bytes: i64,
}

#[async_trait]
impl Command for Finish {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave: Permit<KeepTime, Organisation> = permit(actor, Organisation)?;
        let export = store::export_by_id(&tx.conn(), self.export).await?;
        // Another worker may have been faster.
        let Some(export) = export.filter(|it| it.ready_at.is_none()) else {
            return Ok(());
        };
        let ready = (export.id, self.bytes, tx.now() + KEPT_FOR);
        store::set_ready(tx, &leave, ready).await?;
        let fact = PersonalExportReady {
            export: export.id,
            person: export.person_id,
        };
        tx.emit(actor, &fact).await?;
        let export = export.id;
        tx.enqueue(&MailExportReady { export }).await
    }
}

/// Notes that the person fetches it, and answers which it is.
pub(crate) struct NoteFetched {
    pub export: PersonalExportId,
}

#[async_trait]
impl Command for NoteFetched {
    type Done = PersonalExport;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PersonalExport> {
        let export = store::export_by_id(&tx.conn(), self.export).await?;
        let export: Permit<Fetch, PersonalExport> =
            permit(actor, export.ok_or(Error::NotFound("export"))?)?;
        let is_kept = export.expires_at.is_some_and(|until| tx.now() < until);
        if !is_kept {
            return Err(Error::NotFound("export"));
        }
        store::set_fetched(tx, &export).await?;
        let fact = PersonalExportFetched {
            export: export.id,
            person: export.person_id,
        };
        tx.emit(actor, &fact).await?;
        Ok(export.into_subject())
    }
}

/// Forgets those whose time is over. Only the platform does that.
pub(crate) struct Forget {
    pub exports: Vec<PersonalExportId>,
}

#[async_trait]
impl Command for Forget {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave: Permit<KeepTime, Organisation> = permit(actor, Organisation)?;
        store::delete(tx, &leave, &self.exports).await
    }
}
