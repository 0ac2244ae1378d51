//! A directory brings people, changes and deactivates them.
use super::{Change, Precondition, apply_later, provisioning};
use crate::events::{PersonDropped, PersonKept};
use crate::find::{person_by_id, with_accounts};
use crate::kept::Kept;
use crate::patch::patch;
use crate::person::{KeptPerson, Wanted, differences};
use crate::store;
use crate::tables::PersonRow;
use async_trait::async_trait;
use identity::{
    Described, Person, create_described, deactivate, describe_anew, person_by_email, reactivate,
};
use kernel::{Actor, ApiTokenId, Command, Error, Result, Tx};
use serde_json::Value;

/// Somebody whom the directory did not keep until now. Who has their address is them.
pub struct AddPerson {
    pub token: ApiTokenId,
    pub resource: Value,
}

#[async_trait]
impl Command for AddPerson {
    type Done = KeptPerson;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<KeptPerson> {
        let leave = provisioning(actor)?;
        let wanted = Wanted::whole(&self.resource)?;
        alone(tx, &wanted, None).await?;
        let known = match &wanted.email {
            Some(email) => person_by_email(&tx.conn(), email).await?,
            None => None,
        };
        let was_active = known.as_ref().map(|person| person.suspended_at.is_none());
        let person = match known {
            Some(person) => unkept(tx, person).await?,
            None => {
                let nameless = wanted.email.is_none().then_some(&wanted.user_name);
                let described = Described {
                    name: wanted.name.as_ref().or(nameless).cloned(),
                    email: wanted.email.clone(),
                    zone: wanted.zone.clone(),
                    language: wanted.language.clone(),
                };
                create_described(tx, actor, &described).await?
            }
        };
        let person = activate(tx, actor, (person, &wanted)).await?;
        let row = PersonRow {
            person_id: person.id,
            user_name: wanted.user_name,
            external_id: wanted.external_id,
            manager_id: wanted.manager,
            resource: wanted.kept,
            created_at: tx.now(),
            changed_at: tx.now(),
        };
        let row = store::insert_person(tx, &leave, row).await?;
        let fact = PersonKept {
            person: person.id,
            token: self.token,
            changed: differences(&Value::Null, &row.resource),
            was_active,
            is_active: person.suspended_at.is_none(),
        };
        tx.emit(actor, &fact).await?;
        Ok(KeptPerson {
            row,
            person,
            groups: Vec::new(),
        })
    }
}

/// Writes somebody anew, or changes some of what was written.
pub struct ChangePerson {
    pub token: ApiTokenId,
    /// As it stands in the address.
    pub id: String,
    pub change: Change,
    pub seen: Precondition,
}

#[async_trait]
impl Command for ChangePerson {
    type Done = KeptPerson;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<KeptPerson> {
        let leave = provisioning(actor)?;
        let kept = person_by_id(&tx.conn(), &self.id).await?;
        self.seen.holds(&kept.version())?;
        let was_active = kept.is_active();
        let before = Wanted::read(&kept.row.resource)?;
        let wanted = match &self.change {
            Change::Whole(resource) => Wanted::anew(resource, &kept)?,
            Change::Patch(request) => Wanted::read(&patch(kept.written(), request)?)?,
        };
        alone(tx, &wanted, Some(&kept)).await?;
        let person = describe(tx, actor, (kept.person, &before, &wanted)).await?;
        let person = match was_active == wanted.active {
            true => person,
            false => activate(tx, actor, (person, &wanted)).await?,
        };
        let is_active = person.suspended_at.is_none();
        let changed = differences(&kept.row.resource, &wanted.kept);
        let mut row = kept.row;
        if !changed.is_empty() || was_active != is_active {
            row = PersonRow {
                user_name: wanted.user_name,
                external_id: wanted.external_id,
                manager_id: wanted.manager,
                resource: wanted.kept,
                changed_at: tx.now(),
                ..row
            };
            row = store::update_person(tx, &leave, row).await?;
            let fact = PersonKept {
                person: person.id,
                token: self.token,
                changed,
                was_active: Some(was_active),
                is_active,
            };
            tx.emit(actor, &fact).await?;
        }
        let now = with_accounts(&tx.conn(), vec![row]).await?.pop();
        now.ok_or(Error::NotFound("person in the directory"))
    }
}

/// The directory keeps somebody no more. They are kept out; what they wrote stays.
pub struct DropPerson {
    pub token: ApiTokenId,
    pub id: String,
    pub seen: Precondition,
}

#[async_trait]
impl Command for DropPerson {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = provisioning(actor)?;
        let kept = person_by_id(&tx.conn(), &self.id).await?;
        self.seen.holds(&kept.version())?;
        store::delete_person(tx, &leave, kept.person.id).await?;
        let person = deactivate(tx, actor, kept.person).await?;
        if !kept.groups.is_empty() {
            apply_later(tx, &[person.id]).await?;
        }
        let fact = PersonDropped {
            person: person.id,
            token: self.token,
        };
        tx.emit(actor, &fact).await
    }
}

/// Nobody else is called so by the directory.
async fn alone(tx: &Tx, wanted: &Wanted, own: Option<&KeptPerson>) -> Result<()> {
    let conn = tx.conn();
    let named = store::by_user_name(&conn, &wanted.user_name).await?;
    let numbered = match &wanted.external_id {
        Some(id) => store::by_external_id(&conn, id).await?,
        None => None,
    };
    let own = own.map(|it| it.person.id);
    let mut others = named.into_iter().chain(numbered);
    match others.any(|other| Some(other.person_id) != own) {
        true => Err(taken()),
        false => Ok(()),
    }
}

/// Somebody who is here, as long as the directory does not keep them under another name, and the address is theirs.
async fn unkept(tx: &Tx, person: Person) -> Result<Person> {
    if store::person_row(&tx.conn(), person.id).await?.is_some() {
        return Err(taken());
    }
    // Somebody else may have come by a link that was shown to them, and would be given what is not theirs.
    match person.email_unproven_since {
        Some(_) => Err(Error::conflict(
            "who has this address here has not shown yet that they read its letters",
        )),
        None => Ok(person),
    }
}

fn taken() -> Error {
    Error::conflict("somebody else has this userName, externalId or address")
}

/// What a directory leaves as it was, people may have changed here meanwhile: only what is new is written.
async fn describe(
    tx: &Tx,
    actor: Actor,
    (person, before, wanted): (Person, &Wanted, &Wanted),
) -> Result<Person> {
    let name = wanted.name.as_deref();
    let name = name.filter(|_| before.name != wanted.name);
    let email = wanted.email.as_deref();
    let email = email.filter(|_| before.email != wanted.email);
    let described = describe_anew(tx, actor, (person, name, email)).await;
    described.map_err(|error| match error {
        Error::Forbidden(words) => Error::invalid("mutability", words),
        error => error,
    })
}

async fn activate(tx: &Tx, actor: Actor, (person, wanted): (Person, &Wanted)) -> Result<Person> {
    match wanted.active {
        true => reactivate(tx, actor, person).await,
        false => deactivate(tx, actor, person).await,
    }
}
