//! What is done with people because somebody else vouches for them: a provider they sign in with, or a directory.
//! Each is a part of a larger change, whose command has asked for leave.
use super::people::{NewPerson, create_person, unknown};
use super::sign_ins::end_sign_ins;
use crate::parse::NAME_CHARS_MAX;
use crate::policy::{Appoint, KeepAccount, Readdress};
use crate::store::{self, Ending};
use crate::{
    AdministratorAppointed, AdministratorDismissed, LANGUAGES, Person, PreferencesChanged,
    ProfileChanged,
};
use kernel::{Actor, Permit, PersonId, Result, SignInId, Tx, clean_line, permit};

/// Somebody new, as who vouches for them describes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Described {
    /// Made to fit; where there is none, it is made of the address.
    pub name: Option<String>,
    /// In the form of `parse_email`, and nobody's yet.
    pub email: Option<String>,
    pub zone: Option<String>,
    /// A language; one that we do not speak is passed over.
    pub language: Option<String>,
}

/// Makes an account for somebody who is new.
///
/// # Errors
/// `Forbidden` to all but administrators; `Conflict` when somebody has the address.
pub async fn create_described(tx: &Tx, actor: Actor, described: &Described) -> Result<Person> {
    let Described { name, email, .. } = described;
    let local = email.as_deref().and_then(|email| email.split('@').next());
    let name = name.as_deref().and_then(fitting);
    let name = name.or_else(|| local.and_then(fitting));
    let new = NewPerson {
        email: email.clone(),
        zone: described.zone.clone(),
        ..NewPerson::named(name.unwrap_or_else(|| "Somebody".to_owned()))
    };
    let person = create_person(tx, actor, &new).await?;
    match &described.language {
        Some(language) => greet_in(tx, person, language).await,
        None => Ok(person),
    }
}

/// Gives somebody the name and the address that their directory has for them, where it has another one than before.
/// A letter to the address before opens nothing more.
///
/// # Errors
/// `Forbidden` when it is the address of an administrator; `Conflict` when somebody else has it.
pub async fn describe_anew(
    tx: &Tx,
    actor: Actor,
    (person, name, email): (Person, Option<&str>, Option<&str>),
) -> Result<Person> {
    let name = name.and_then(fitting).filter(|name| *name != person.name);
    let email = email.filter(|email| person.email.as_deref() != Some(*email));
    if name.is_none() && email.is_none() {
        return Ok(person);
    }
    let account: Permit<KeepAccount, PersonId> = permit(actor, person.id)?;
    let mut described = person;
    if let Some(email) = email {
        described = permit::<Readdress, _>(actor, described)?.into_subject();
        described.email = Some(unknown(tx, email.to_owned()).await?);
        described.email_unproven_since = None;
        store::use_tokens(tx, &account).await?;
    }
    described.name = name.unwrap_or(described.name);
    let described = store::update_person(tx, &account, described).await?;
    let fact = ProfileChanged {
        person: described.id,
    };
    tx.emit(actor, &fact).await?;
    Ok(described)
}

/// A name of theirs as one of ours, if anything is left of it.
fn fitting(name: &str) -> Option<String> {
    let name: String = clean_line(name).chars().take(NAME_CHARS_MAX).collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// Gives the account that an archive made to the person it stands for; who has come themself stays as they are.
pub async fn claim_vouched(tx: &Tx, person: Person) -> Result<Person> {
    if person.placeholder_of.is_none() {
        return Ok(person);
    }
    // Who vouches for them is the leave: the platform acts on it.
    let account: Permit<KeepAccount, PersonId> = permit(Actor::System, person.id)?;
    let claimed = Person {
        placeholder_of: None,
        ..person
    };
    let claimed = store::update_person(tx, &account, claimed).await?;
    let fact = ProfileChanged { person: claimed.id };
    tx.emit(Actor::Person(claimed.id), &fact).await?;
    Ok(claimed)
}

/// Lets somebody who is new read in their language, if we speak it.
async fn greet_in(tx: &Tx, person: Person, language: &str) -> Result<Person> {
    if !LANGUAGES.contains(&language) || person.preferences.language == language {
        return Ok(person);
    }
    let account: Permit<KeepAccount, PersonId> = permit(Actor::System, person.id)?;
    let mut greeted = person;
    language.clone_into(&mut greeted.preferences.language);
    let greeted = store::update_person(tx, &account, greeted).await?;
    let fact = PreferencesChanged { person: greeted.id };
    tx.emit(Actor::System, &fact).await?;
    Ok(greeted)
}

/// Has somebody look after the whole organisation.
///
/// # Errors
/// `NotFound` to all but the platform and administrators; `Forbidden` to themself.
pub async fn appoint(tx: &Tx, actor: Actor, person: Person) -> Result<Person> {
    if person.administrator_since.is_some() {
        return Ok(person);
    }
    let person: Permit<Appoint, Person> = permit(actor, person)?;
    let appointed = store::set_administrator(tx, &person, Some(tx.now())).await?;
    let fact = AdministratorAppointed {
        person: appointed.id,
    };
    tx.emit(actor, &fact).await?;
    Ok(appointed)
}

/// Ends that somebody looks after the whole organisation.
///
/// # Errors
/// `NotFound` to all but the platform and administrators; `Forbidden` to themself.
pub async fn dismiss(tx: &Tx, actor: Actor, person: Person) -> Result<Person> {
    if person.administrator_since.is_none() {
        return Ok(person);
    }
    let person: Permit<Appoint, Person> = permit(actor, person)?;
    let dismissed = store::set_administrator(tx, &person, None).await?;
    let fact = AdministratorDismissed {
        person: dismissed.id,
    };
    tx.emit(actor, &fact).await?;
    Ok(dismissed)
}

/// Ends those of a person's sign-ins that are still there; says how many.
///
/// # Errors
/// `NotFound` to all but the person and the platform.
pub async fn end_sign_ins_of(
    tx: &Tx,
    actor: Actor,
    (person, sign_ins): (PersonId, &[SignInId]),
) -> Result<usize> {
    let account: Permit<KeepAccount, PersonId> = permit(actor, person)?;
    let mut ids = store::sign_in_ids(&tx.conn(), person).await?;
    ids.retain(|id| sign_ins.contains(id));
    end_sign_ins(tx, &Ending::Own(&account), ids).await
}
