//! Passkeys: made, named, shown and taken off.
mod showing;

pub use showing::{confirm_by_passkey, sign_in_by_passkey};

use super::factors::{ask_from_now_on, own};
use super::own_account;
use super::sign_ins::Knock;
use crate::passkey::{Begun, Ceremony, RelyingParty, too_late};
use crate::store::{Factor, PASSKEYS_MAX};
use crate::throttle::Gate;
use crate::{
    Passkey, PasskeyAdded, PasskeyRemoved, PasskeyRenamed, Person, Secret, Visitor, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{Actor, Command, Db, Error, PasskeyId, PersonId, Result, SignInId, Tx, line};

const NAME_CHARS_MAX: usize = 80;
/// As long as browsers wait for somebody to find their device.
const CHALLENGE_LIFE: TimeDelta = TimeDelta::minutes(5);

/// What a browser is asked.
#[derive(Clone, Debug)]
pub struct PasskeyAsked {
    /// Options for `navigator.credentials`, as JSON.
    pub options: String,
    /// What the browser keeps until it answers. It is in nobody else's hands.
    pub browser: Secret,
}

/// What a browser brings back.
#[derive(Clone, Debug)]
pub struct PasskeyAnswer {
    /// What it kept, if it kept anything.
    pub browser: Option<Secret>,
    /// What it made or shows, as JSON.
    pub credential: String,
}

/// Begins to make a passkey of the asker's.
pub struct BeginPasskey {
    pub party: RelyingParty,
}

#[async_trait]
impl Command for BeginPasskey {
    type Done = PasskeyAsked;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PasskeyAsked> {
        let (_, person) = own(tx, actor).await?;
        let held = held_by(tx, person.id).await?;
        if held.len() >= PASSKEYS_MAX {
            return Err(Error::conflict(
                "you have 20 passkeys already; take one off that you use no more",
            ));
        }
        let begun = self.party.ask_to_make(&person, held)?;
        keep(tx, Some(person.id), begun).await
    }
}

/// Begins to show a passkey: to come in, or, signed in, to show once more who it is.
pub struct BeginShowingPasskey {
    pub party: RelyingParty,
    pub visitor: Visitor,
}

#[async_trait]
impl Command for BeginShowingPasskey {
    type Done = PasskeyAsked;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PasskeyAsked> {
        let Some(person) = actor.person() else {
            // Each is a row that somebody makes who is nobody yet.
            let address = self.visitor.address.map(Gate::address);
            Knock(address.into_iter().collect()).run(tx, actor).await?;
            return keep(tx, None, self.party.ask_to_show(&[])?).await;
        };
        let held = held_by(tx, person).await?;
        keep(tx, Some(person), self.party.ask_to_show(&held)?).await
    }
}

async fn held_by(tx: &Tx, person: PersonId) -> Result<Vec<Vec<u8>>> {
    let held = store::passkeys_of(&tx.conn(), person).await?;
    Ok(held.into_iter().map(|it| it.credential_id).collect())
}

async fn keep(
    tx: &Tx,
    person: Option<PersonId>,
    (options, ceremony): Begun,
) -> Result<PasskeyAsked> {
    let (id, browser) = (tx.id(), Secret::mint(tx));
    let written = serde_json::to_vec(&ceremony)?;
    let sealed = tx.keys().seal(tx, store::ceremony_of(id), &written)?;
    store::insert_challenge(tx, (id, &browser), person, (sealed, CHALLENGE_LIFE)).await?;
    Ok(PasskeyAsked { options, browser })
}

/// What a browser was asked, and who was signed in there.
struct Taken {
    person: Option<PersonId>,
    /// As JSON: a change that has to run twice reads it twice.
    ceremony: Vec<u8>,
}

impl Taken {
    fn ceremony(&self) -> Result<Ceremony> {
        Ok(serde_json::from_slice(&self.ceremony)?)
    }
}

/// Takes what a browser was asked out, whatever comes of it: a change of its own, so that a wrong answer uses it up.
struct Take {
    browser: Secret,
}

#[async_trait]
impl Command for Take {
    type Done = Option<Taken>;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<Self::Done> {
        let Some(kept) = store::take_challenge(tx, &self.browser).await? else {
            return Ok(None);
        };
        let at = store::ceremony_of(kept.id);
        Ok(Some(Taken {
            person: kept.person_id,
            ceremony: tx.keys().open(at, &kept.ceremony)?,
        }))
    }
}

async fn take(db: &Db, browser: Option<Secret>) -> Result<Taken> {
    let browser = browser.ok_or_else(too_late)?;
    let taken = db.write(Actor::System, Take { browser }).await?;
    taken.ok_or_else(too_late)
}

/// A passkey that has just been made, and the codes to write down where it is the first second factor.
#[derive(Clone, Debug)]
pub struct AddedPasskey {
    pub passkey: Passkey,
    pub codes: Vec<Secret>,
}

/// Keeps the passkey that a browser made. Where it is the first second factor, it is asked for from now on, and every
/// other sign-in ends.
///
/// # Errors
/// `Invalid` on `name` or `credential`; `Conflict` when it is here already.
pub async fn add_passkey(
    db: &Db,
    party: RelyingParty,
    actor: Actor,
    (kept, name, answer): (SignInId, String, PasskeyAnswer),
) -> Result<AddedPasskey> {
    let taken = take(db, answer.browser).await?;
    let add = AddPasskey {
        party,
        kept,
        name,
        taken,
        credential: answer.credential,
    };
    db.write(actor, add).await
}

struct AddPasskey {
    party: RelyingParty,
    /// The sign-in that stays.
    kept: SignInId,
    name: String,
    taken: Taken,
    credential: String,
}

#[async_trait]
impl Command for AddPasskey {
    type Done = AddedPasskey;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<AddedPasskey> {
        let name = line("name", &self.name, NAME_CHARS_MAX)?;
        let (account, person) = own(tx, actor).await?;
        if self.taken.person != Some(person.id) {
            return Err(too_late());
        }
        let made = self.party.made(&self.taken.ceremony()?, &self.credential)?;
        let credential_id = made.cred_id().to_vec();
        let known = store::passkey_named(&tx.conn(), &credential_id).await?;
        if known.is_some() {
            return Err(Error::conflict("this passkey is here already"));
        }
        let row = Passkey {
            id: tx.id(),
            person_id: person.id,
            name: name.clone(),
            credential_id,
            credential: serde_json::to_string(&made)?,
            created_at: tx.now(),
            last_used_at: None,
        };
        let passkey = store::insert_passkey(tx, &account, row).await?;
        let fact = PasskeyAdded {
            person: person.id,
            passkey: passkey.id,
            name,
        };
        tx.emit(actor, &fact).await?;
        let codes = match person.second_factor_since {
            None => ask_from_now_on(tx, &account, (&person, self.kept)).await?,
            Some(_) => Vec::new(),
        };
        Ok(AddedPasskey { passkey, codes })
    }
}

/// Calls a passkey by another name.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RenamePasskeyInput")]
pub struct RenamePasskey {
    /// Which one.
    pub passkey: PasskeyId,
    /// What it is called, 1 to 80 characters.
    pub name: String,
}

#[async_trait]
impl Command for RenamePasskey {
    type Done = Passkey;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Passkey> {
        let name = line("name", &self.name, NAME_CHARS_MAX)?;
        let account = own_account(actor)?;
        let passkey = store::own_passkey(&tx.conn(), (*account, self.passkey)).await?;
        let passkey = passkey.ok_or(Error::NotFound("passkey"))?;
        if passkey.name == name {
            return Ok(passkey);
        }
        let fact = PasskeyRenamed {
            person: *account,
            passkey: passkey.id,
            name: name.clone(),
            was: passkey.name.clone(),
        };
        tx.emit(actor, &fact).await?;
        store::update_passkey(tx, &account, Passkey { name, ..passkey }).await
    }
}

/// Takes a passkey off: it opens nothing any more. With the last second factor the codes to recover with go, too.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RemovePasskeyInput")]
pub struct RemovePasskey {
    /// Which one.
    pub passkey: PasskeyId,
}

#[async_trait]
impl Command for RemovePasskey {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let (account, person) = own(tx, actor).await?;
        let passkey = store::own_passkey(&tx.conn(), (person.id, self.passkey)).await?;
        let passkey = passkey.ok_or(Error::NotFound("passkey"))?;
        store::delete_passkey(tx, &account, passkey.id).await?;
        let fact = PasskeyRemoved {
            person: person.id,
            passkey: passkey.id,
            name: passkey.name,
        };
        tx.emit(actor, &fact).await?;
        let others = store::passkeys_of(&tx.conn(), person.id).await?;
        match others.is_empty() && !store::has_app(&tx.conn(), person.id).await? {
            true => store::set_second_factor(tx, &Factor::Own(&account), None).await,
            false => Ok(person),
        }
    }
}
