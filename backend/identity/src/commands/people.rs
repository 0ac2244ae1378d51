//! People come to be.
use crate::policy::{AddPeople, KeepAccount};
use crate::{NewPassword, Person, PersonCreated, Preferences, ProfileChanged, parse, store};
use async_trait::async_trait;
use kernel::{Actor, Command, Error, Organisation, Permit, PersonId, Result, Tx, permit};

/// What a new person is to the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    Member,
    /// Looks after the whole organisation.
    Administrator,
    /// Stands for somebody in an imported archive, until they claim the account.
    Placeholder {
        of: String,
    },
}

/// A person as somebody describes them. The rest has defaults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    pub name: String,
    /// Made from the name when there is none.
    pub handle: Option<String>,
    pub email: Option<String>,
    /// An IANA time zone; UTC when there is none.
    pub zone: Option<String>,
    pub standing: Standing,
}

impl NewPerson {
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            handle: None,
            email: None,
            zone: None,
            standing: Standing::Member,
        }
    }
}

/// Adds a person, for the command line, an import or the demo.
pub struct CreatePerson {
    pub person: NewPerson,
    /// Without one they sign in by invitation or reset.
    pub password: Option<NewPassword>,
}

#[async_trait]
impl Command for CreatePerson {
    type Done = Person;

    async fn prepare(&mut self, _: &kernel::Conn<'_>, _: Actor) -> Result<()> {
        let NewPerson { name, email, .. } = &self.person;
        match &mut self.password {
            Some(password) => {
                let email = email.as_deref().unwrap_or_default();
                password.prepare(&[name, email]).await
            }
            None => Ok(()),
        }
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let person = create_person(tx, actor, &self.person).await?;
        if let Some(password) = &self.password {
            let leave = permit(actor, Organisation)?;
            store::insert_password(tx, &leave, (person.id, password.phc()?)).await?;
        }
        Ok(person)
    }
}

/// Adds a person, also as part of a larger change.
///
/// # Errors
/// `Forbidden` to all but administrators; `Invalid` or `Conflict` on what is wrong with the
/// description.
pub async fn create_person(tx: &Tx, actor: Actor, new: &NewPerson) -> Result<Person> {
    let leave: Permit<AddPeople, Organisation> = permit(actor, Organisation)?;
    let name = parse::name(&new.name)?;
    let handle = match &new.handle {
        Some(handle) => free(tx, parse::handle(handle)?).await?,
        None => store::free_handle(&tx.conn(), &parse::handle_from(&name)).await?,
    };
    let email = match &new.email {
        Some(email) => Some(unknown(tx, parse::email(email)?).await?),
        None => None,
    };
    let zone = new
        .zone
        .as_deref()
        .map_or(Ok("UTC".to_owned()), parse::zone)?;
    let administers = new.standing == Standing::Administrator;
    let placeholder_of = match &new.standing {
        Standing::Placeholder { of } => Some(of.clone()),
        Standing::Member | Standing::Administrator => None,
    };
    let row = Person {
        id: tx.id(),
        handle,
        name,
        pronunciation: None,
        email,
        zone,
        ask_me_about: None,
        working_on: None,
        preferences: Preferences::default(),
        placeholder_of,
        created_at: tx.now(),
        onboarded_at: None,
        administrator_since: administers.then(|| tx.now()),
        suspended_at: None,
        suspended_by_directory: false,
        second_factor_since: None,
        email_unproven_since: None,
    };
    let person = store::insert_person(tx, &leave, row).await?;
    let fact = PersonCreated {
        person: person.id,
        administrator: person.administrator_since.is_some(),
    };
    tx.emit(actor, &fact).await?;
    Ok(person)
}

/// Gives an account that nobody has signed in to yet to the person it stands for.
///
/// # Errors
/// `Invalid` when the name is none.
pub async fn claim_account(
    tx: &Tx,
    person: Person,
    name: &str,
    password: &NewPassword,
) -> Result<Person> {
    let claimed = Person {
        name: parse::name(name)?,
        placeholder_of: None,
        ..person
    };
    // What they were given to claim it by is the leave: the platform acts on it.
    let account: Permit<KeepAccount, PersonId> = permit(Actor::System, claimed.id)?;
    let claimed = store::update_person(tx, &account, claimed).await?;
    store::replace_password(tx, &account, password.phc()?).await?;
    let fact = ProfileChanged { person: claimed.id };
    tx.emit(Actor::Person(claimed.id), &fact).await?;
    Ok(claimed)
}

/// Gives a placeholder the address of the person it stands for, as part of a larger change, whose
/// command has asked for leave. A letter to an address it had before opens nothing any more.
///
/// # Errors
/// `Conflict` when this is no placeholder, or somebody else has the address.
pub async fn address_placeholder(
    tx: &Tx,
    actor: Actor,
    person: Person,
    email: &str,
) -> Result<Person> {
    if person.placeholder_of.is_none() {
        return Err(Error::conflict(
            "this account is somebody's already; invite the placeholder of an import",
        ));
    }
    if person.email.as_deref() == Some(email) {
        return Ok(person);
    }
    let email = Some(unknown(tx, email.to_owned()).await?);
    // Nobody's own yet: the platform keeps the account.
    let account: Permit<KeepAccount, PersonId> = permit(Actor::System, person.id)?;
    store::use_tokens(tx, &account).await?;
    let person = store::update_person(tx, &account, Person { email, ..person }).await?;
    let fact = ProfileChanged { person: person.id };
    tx.emit(actor, &fact).await?;
    Ok(person)
}

/// The handle, when nobody has it.
pub(super) async fn free(tx: &Tx, handle: String) -> Result<String> {
    match store::person_by_handle(&tx.conn(), &handle).await? {
        Some(_) => {
            Err(Error::invalid("handle", "somebody else has this handle")
                .hint("choose another one"))
        }
        None => Ok(handle),
    }
}

pub(super) async fn unknown(tx: &Tx, email: String) -> Result<String> {
    match store::person_by_email(&tx.conn(), &email).await? {
        Some(_) => Err(Error::conflict(
            "somebody with this e-mail address is here already",
        )),
        None => Ok(email),
    }
}
