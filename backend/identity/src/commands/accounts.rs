//! Administrators look after the accounts of others.
use super::sign_ins::end_sign_ins;
use super::vouched::{appoint, dismiss};
use crate::policy::{Appoint, LookAfter};
use crate::store::{self, Ending};
use crate::{MailReset, Person, ResetSent};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, Permit, PersonId, Policy, Result, Tx, permit};

/// Has somebody look after the whole organisation. They sign in anew, so that nothing that was open before has more
/// leave than its holder knows of.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AppointAdministratorInput")]
pub struct AppointAdministrator {
    pub person: PersonId,
}

#[async_trait]
impl Command for AppointAdministrator {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = leave::<Appoint>(tx, actor, self.person).await?;
        if person.administrator_since.is_some() {
            return Ok(person.into_subject());
        }
        if person.placeholder_of.is_some() {
            return Err(Error::conflict("nobody has come to this account yet"));
        }
        if person.suspended_at.is_some() {
            return Err(Error::conflict(
                "this person is suspended; let them in first",
            ));
        }
        end_all(tx, &Ending::Appointed(&person)).await?;
        appoint(tx, actor, person.into_subject()).await
    }
}

/// Ends that somebody looks after the whole organisation, and every sign-in of theirs. Their memberships stay.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DismissAdministratorInput")]
pub struct DismissAdministrator {
    pub person: PersonId,
}

#[async_trait]
impl Command for DismissAdministrator {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = leave::<Appoint>(tx, actor, self.person).await?;
        if person.administrator_since.is_none() {
            return Ok(person.into_subject());
        }
        keep_one(tx, &person).await?;
        end_all(tx, &Ending::Appointed(&person)).await?;
        dismiss(tx, actor, person.into_subject()).await
    }
}

/// Ends every sign-in of somebody, as after a device was lost. They may sign in again; their tokens stay.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "EndSignInsInput")]
pub struct EndSignIns {
    pub person: PersonId,
}

#[async_trait]
impl Command for EndSignIns {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = leave::<LookAfter>(tx, actor, self.person).await?;
        end_all(tx, &Ending::LookedAfter(&person)).await?;
        Ok(person.into_subject())
    }
}

/// Sends somebody the letter with which they choose a new password, as if they had asked for it.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SendPasswordResetInput")]
pub struct SendPasswordReset {
    pub person: PersonId,
}

#[async_trait]
impl Command for SendPasswordReset {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = leave::<LookAfter>(tx, actor, self.person).await?;
        if person.placeholder_of.is_some() {
            return Err(Error::conflict("nobody has come to this account yet")
                .hint("send an invitation instead"));
        }
        if person.suspended_at.is_some() {
            return Err(Error::conflict(
                "this person is suspended; let them in first",
            ));
        }
        let Some(email) = person.email.clone() else {
            return Err(Error::conflict("this account has no e-mail address"));
        };
        tx.enqueue(&MailReset { email }).await?;
        tx.emit(actor, &ResetSent { person: person.id }).await?;
        Ok(person.into_subject())
    }
}

/// An organisation that nobody looks after could be opened again only where it runs.
///
/// # Errors
/// `Conflict` when this is the last administrator who can come in.
pub(super) async fn keep_one(tx: &Tx, leaving: &Person) -> Result<()> {
    let is_one = leaving.administrator_since.is_some() && leaving.suspended_at.is_none();
    if is_one && store::administrators_beside(&tx.conn(), leaving.id).await? == 0 {
        return Err(Error::conflict(
            "an organisation needs an administrator; make somebody else one first",
        ));
    }
    Ok(())
}

async fn end_all(tx: &Tx, ending: &Ending<'_>) -> Result<usize> {
    let sign_ins = store::sign_in_ids(&tx.conn(), ending.person()).await?;
    end_sign_ins(tx, ending, sign_ins).await
}

async fn leave<Action>(tx: &Tx, actor: Actor, id: PersonId) -> Result<Permit<Action, Person>>
where
    Person: Policy<Action>,
{
    // Nobody learns by this who is here: to all but administrators there is no such person.
    let person = store::person_by_id(&tx.conn(), id).await?;
    permit(actor, person.ok_or(Error::NotFound("person"))?)
}
