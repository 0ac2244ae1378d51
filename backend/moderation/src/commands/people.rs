//! What is done to people, each with its line in the log: the change itself belongs to those who keep
//! memberships and accounts.
use crate::store::{NewAct, insert_act};
use crate::{ActKind, Message, Told, ToldNoMore};
use async_trait::async_trait;
use communities::{Membership, MutePerson, UnmutePerson};
use identity::{Person, RestorePerson, SuspendPerson};
use kernel::{Actor, Command, Result, Tx};

/// Mutes a member, and writes it into the log of their community.
pub struct Mute(pub MutePerson);

#[async_trait]
impl Command for Mute {
    type Done = Membership;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Membership> {
        let (membership, mute) = self.0.run(tx, actor).await?;
        let act = NewAct {
            person: Some(mute.person_id),
            reason: Some(mute.reason.clone()),
            ..NewAct::of(ActKind::Muted, Some(mute.community_id))
        };
        insert_act(tx, actor, act).await?;
        let told = Told {
            community: mute.community_id,
            person: mute.person_id,
            about: mute.id.to_string(),
            message: Message::Muted,
            decision: None,
            thread: None,
            post: None,
            words: Some(mute.reason),
            until: Some(mute.until),
        };
        tx.emit(actor, &told).await?;
        Ok(membership)
    }
}

/// Ends a mute, and writes it into the log of the community.
pub struct Unmute(pub UnmutePerson);

#[async_trait]
impl Command for Unmute {
    type Done = Membership;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Membership> {
        let (membership, mute) = self.0.run(tx, actor).await?;
        if let Some(mute) = mute {
            ended(tx, actor, &mute).await?;
        }
        Ok(membership)
    }
}

/// Writes down and tells that a mute was ended.
pub(crate) async fn ended(tx: &Tx, actor: Actor, mute: &communities::Mute) -> Result<()> {
    let act = NewAct {
        person: Some(mute.person_id),
        ..NewAct::of(ActKind::Unmuted, Some(mute.community_id))
    };
    insert_act(tx, actor, act).await?;
    let over = ToldNoMore {
        community: mute.community_id,
        person: mute.person_id,
        about: mute.id.to_string(),
    };
    tx.emit(actor, &over).await?;
    let told = Told {
        community: mute.community_id,
        person: mute.person_id,
        about: mute.id.to_string(),
        message: Message::Unmuted,
        decision: None,
        thread: None,
        post: None,
        words: None,
        until: None,
    };
    tx.emit(actor, &told).await
}

/// Keeps a person out of the organisation, and writes it into the log.
pub struct Suspend(pub SuspendPerson);

#[async_trait]
impl Command for Suspend {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = self.0.run(tx, actor).await?;
        let act = NewAct {
            person: Some(person.id),
            reason: Some(self.0.reason.trim().to_owned()),
            ..NewAct::of(ActKind::Suspended, None)
        };
        insert_act(tx, actor, act).await?;
        Ok(person)
    }
}

/// Lets a person in again, and writes it into the log.
pub struct Restore(pub RestorePerson);

#[async_trait]
impl Command for Restore {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = self.0.run(tx, actor).await?;
        let act = NewAct {
            person: Some(person.id),
            ..NewAct::of(ActKind::Restored, None)
        };
        insert_act(tx, actor, act).await?;
        Ok(person)
    }
}
