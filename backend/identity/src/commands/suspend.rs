//! Keeping somebody out of the organisation, and letting them in again.
use super::sign_ins::end_sign_ins;
use crate::policy::Suspend;
use crate::store::{self, Ending};
use crate::{Person, PersonRestored, PersonSuspended};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, Permit, PersonId, Result, Tx, line, permit};

const REASON_CHARS_MAX: usize = 300;

/// Keeps a person out: every sign-in of theirs ends at once, and none begins. What they wrote stays.
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
        if person.suspended_at.is_some() {
            return Ok(person.into_subject());
        }
        let suspended = store::set_suspended(tx, &person, Some(tx.now())).await?;
        let sign_ins = store::sign_in_ids(&tx.conn(), person.id).await?;
        end_sign_ins(tx, &Ending::Suspended(&person), sign_ins).await?;
        let fact = PersonSuspended {
            person: person.id,
            reason,
        };
        tx.emit(actor, &fact).await?;
        Ok(suspended)
    }
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
        if person.suspended_at.is_none() {
            return Ok(person.into_subject());
        }
        let restored = store::set_suspended(tx, &person, None).await?;
        let fact = PersonRestored { person: person.id };
        tx.emit(actor, &fact).await?;
        Ok(restored)
    }
}

async fn leave(tx: &Tx, actor: Actor, id: PersonId) -> Result<Permit<Suspend, Person>> {
    // Nobody learns by this who is here: to all but administrators there is no such person.
    let person = store::person_by_id(&tx.conn(), id).await?;
    permit(actor, person.ok_or(Error::NotFound("person"))?)
}
