//! Whom somebody asks: a person here, or an address.
use super::address_hash;
use crate::links::carries_link;
use crate::store;
use async_graphql::InputObject;
use chrono::TimeDelta;
use communities::See;
use identity::{Person, parse_email, person_by_email};
use kernel::{Actor, Conn, Error, PersonId, Result, Tx, line, permit};

const NAME_CHARS_MAX: usize = 100;
/// As many letters one person has written in a day: a learner consults one or two, and may mistype.
const LETTERS_BY_ONE: u64 = 10;
/// As many letters one address gets in a day, from whomever.
const LETTERS_TO_ONE: u64 = 3;

/// Whom one asks: either a person here, or an address and a name.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ConsultedColleagueInput")]
pub struct ColleagueInput {
    /// Somebody who shares a community with the asker.
    pub person: Option<PersonId>,
    pub email: Option<String>,
    /// What the letter calls them, 1 to 100 characters; with an address.
    pub name: Option<String>,
}

/// Whom one asks, and where a letter reaches them.
pub(super) struct Colleague {
    pub name: String,
    /// As it was typed.
    pub email: Option<String>,
    pub person: Option<PersonId>,
    pub address_hash: Vec<u8>,
}

/// Whether letters to this person arrive.
fn is_reachable(person: &Person) -> bool {
    person.email.is_some() && person.suspended_at.is_none() && person.placeholder_of.is_none()
}

impl ColleagueInput {
    pub(super) async fn parse(&self, conn: &Conn<'_>, actor: Actor) -> Result<Colleague> {
        match (self.person, &self.email) {
            (Some(person), None) => picked(conn, actor, person).await,
            (None, Some(email)) => {
                let name = self.name.as_deref().unwrap_or_default();
                typed(conn, actor, (email, name)).await
            }
            (Some(_), Some(_)) | (None, None) => Err(Error::invalid(
                "colleague",
                "choose a person, or write an address and a name",
            )),
        }
    }
}

async fn picked(conn: &Conn<'_>, actor: Actor, id: PersonId) -> Result<Colleague> {
    let seen = communities::person_seen(conn, actor, id).await?;
    let person = permit::<See, _>(actor, seen)?.into_subject().person;
    if actor.person() == Some(person.id) {
        return Err(oneself());
    }
    let address = person.email.clone().filter(|_| is_reachable(&person));
    let address = address.ok_or_else(|| {
        Error::invalid("colleague", "no letter reaches this person from here")
            .hint("write their address instead")
    })?;
    Ok(Colleague {
        name: person.name,
        email: None,
        person: Some(person.id),
        address_hash: address_hash(&address),
    })
}

/// Whoever it is: what is answered is the same.
async fn typed(conn: &Conn<'_>, actor: Actor, (email, name): (&str, &str)) -> Result<Colleague> {
    let email = parse_email(email)?;
    let name = line("name", name, NAME_CHARS_MAX)?;
    if carries_link(&name) {
        return Err(Error::invalid("name", "a letter carries no links")
            .hint("write the name alone, with a space after each full stop"));
    }
    let known = person_by_email(conn, &email).await?;
    if let Some(person) = &known
        && actor.person() == Some(person.id)
    {
        return Err(oneself());
    }
    Ok(Colleague {
        name,
        address_hash: address_hash(&email),
        person: known.filter(is_reachable).map(|person| person.id),
        email: Some(email),
    })
}

fn oneself() -> Error {
    Error::invalid("colleague", "this is you").hint("ask somebody else")
}

/// Holds back who has many letters written, and who would be flooded.
pub(super) async fn few_letters(tx: &Tx, asker: PersonId, colleague: &Colleague) -> Result<()> {
    let conn = tx.conn();
    let since = tx.now() - TimeDelta::days(1);
    let by = store::letters_by(&conn, asker, since).await?;
    let to = store::letters_to(&conn, colleague.address_hash.clone(), since).await?;
    for ((count, first), most) in [(by, LETTERS_BY_ONE), (to, LETTERS_TO_ONE)] {
        if count >= most {
            let frees_at = first.unwrap_or(tx.now()) + TimeDelta::days(1);
            let waits = (frees_at - tx.now()).num_seconds().max(1);
            return Err(Error::SlowDown(waits.unsigned_abs()));
        }
    }
    Ok(())
}
