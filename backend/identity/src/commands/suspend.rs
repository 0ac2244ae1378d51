//! Keeping somebody out of the organisation, and letting them in again.
use super::accounts::keep_one;
use super::api_tokens::end_api_tokens;
use super::sign_ins::end_sign_ins;
use crate::policy::Suspend;
use crate::store::{self, Access, Ending};
use crate::{Person, PersonRestored, PersonSuspended};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, Permit, PersonId, Result, Tx, line, permit};

const REASON_CHARS_MAX: usize = 300;
const DEACTIVATED: &str = "deactivated in the directory";

/// Keeps a person out: every sign-in and token of theirs ends at once, and none begins. What they wrote
/// stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SuspendPersonInput")]
pub struct SuspendPerson {
    pub person: PersonId,
    /// Why, 1 to 300 characters, for administrators.
    pub reason: String,
}

#[async_trait]
impl Command for SuspendPerson {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let reason = line("reason", &self.reason, REASON_CHARS_MAX)?;
        let person = leave(tx, actor, self.person).await?;
        // Whom the directory deactivated an administrator may keep out for reasons of their own.
        if person.suspended_at.is_some() && !person.suspended_by_directory {
            return Ok(person.into_subject());
        }
        keep_one(tx, &person).await?;
        close(tx, person, (Access::ClosedByHand, reason)).await
    }
}

/// Keeps somebody out because their directory deactivated them, as part of a larger change. Who is kept out by hand
/// stays so.
///
/// # Errors
/// `NotFound` to all but the platform and administrators.
pub async fn deactivate(tx: &Tx, actor: Actor, person: Person) -> Result<Person> {
    if person.suspended_at.is_some() {
        return Ok(person);
    }
    let person: Permit<Suspend, Person> = permit(actor, person)?;
    let reason = DEACTIVATED.to_owned();
    close(tx, person, (Access::ClosedByDirectory, reason)).await
}

/// Lets in again whom the directory had deactivated, and nobody else, as part of a larger change.
///
/// # Errors
/// `NotFound` to all but the platform and administrators.
pub async fn reactivate(tx: &Tx, actor: Actor, person: Person) -> Result<Person> {
    match person.suspended_at.is_some() && person.suspended_by_directory {
        true => open(tx, permit(actor, person)?).await,
        false => Ok(person),
    }
}

async fn close(
    tx: &Tx,
    person: Permit<Suspend, Person>,
    (access, reason): (Access, String),
) -> Result<Person> {
    let suspended = store::set_access(tx, &person, access).await?;
    let sign_ins = store::sign_in_ids(&tx.conn(), person.id).await?;
    let ending = Ending::Suspended(&person);
    end_sign_ins(tx, &ending, sign_ins).await?;
    end_api_tokens(tx, &ending).await?;
    let fact = PersonSuspended {
        person: person.id,
        reason,
    };
    tx.emit(person.actor(), &fact).await?;
    Ok(suspended)
}

async fn open(tx: &Tx, person: Permit<Suspend, Person>) -> Result<Person> {
    let restored = store::set_access(tx, &person, Access::Open).await?;
    let fact = PersonRestored { person: person.id };
    tx.emit(person.actor(), &fact).await?;
    Ok(restored)
}

/// Lets a suspended person in again.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RestorePersonInput")]
pub struct RestorePerson {
    pub person: PersonId,
}

#[async_trait]
impl Command for RestorePerson {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = leave(tx, actor, self.person).await?;
        match person.suspended_at {
            Some(_) => open(tx, person).await,
            None => Ok(person.into_subject()),
        }
    }
}

async fn leave(tx: &Tx, actor: Actor, id: PersonId) -> Result<Permit<Suspend, Person>> {
    // Nobody learns by this who is here: to all but administrators there is no such person.
    let person = store::person_by_id(&tx.conn(), id).await?;
    permit(actor, person.ok_or(Error::NotFound("person"))?)
}
