//! People whom an archive names: known here by their address, or placeholders to be claimed.
use crate::origin::{Link, LinkKind, Origin};
use crate::{Sheet, store};
use async_trait::async_trait;
use communities::{NewMember, Provenance, Role};
use identity::{NAME_CHARS_MAX, NewPerson, Person, Standing};
use kernel::{Actor, Command, Db, PersonId, Result, Tx};
use std::collections::HashMap;

/// How many people one transaction brings in.
const PEOPLE_MAX: usize = 100;

/// Somebody an archive names.
#[derive(Clone, Debug)]
pub(crate) struct Newcomer {
    /// What the archive calls them.
    pub key: String,
    /// As written there; anything can be in it.
    pub name: String,
    /// As written there; one that is none is left out.
    pub email: Option<String>,
    pub zone: Option<String>,
    pub role: Role,
}

impl Newcomer {
    pub fn named(key: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            name: name.into(),
            email: None,
            zone: None,
            role: Role::Learner,
        }
    }
}

/// Somebody the archive named, as they are known here.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub id: PersonId,
    pub handle: String,
    pub name: String,
}

/// Everybody of one archive, by their keys.
pub(crate) type People = HashMap<String, Known>;

/// Brings people in a hundred at a time, and notes each on the line `kind` of the sheet, where they
/// were counted before.
pub(crate) async fn bring_in_people(
    db: &Db,
    origin: &Origin,
    newcomers: Vec<Newcomer>,
    (kind, people, sheet): (&str, &mut People, &mut Sheet),
) -> Result<()> {
    for some in newcomers.chunks(PEOPLE_MAX) {
        let bring_in = BringInPeople {
            origin: origin.clone(),
            newcomers: some.to_vec(),
        };
        let arrivals = db.write(Actor::System, bring_in).await?;
        for (key, arrival) in arrivals {
            let person = match arrival {
                Arrival::New(person) => {
                    sheet.imported(kind, 1);
                    person
                }
                Arrival::Returned(person) => {
                    sheet.already(kind, 1);
                    person
                }
            };
            let known = Known {
                id: person.id,
                handle: person.handle,
                name: person.name,
            };
            people.insert(key, known);
        }
    }
    Ok(())
}

enum Arrival {
    New(Person),
    /// A member already, by an earlier run or otherwise.
    Returned(Person),
}

/// People, their memberships and the note of where they came from: all of it or nothing.
struct BringInPeople {
    origin: Origin,
    newcomers: Vec<Newcomer>,
}

#[async_trait]
impl Command for BringInPeople {
    type Done = Vec<(String, Arrival)>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Self::Done> {
        let mut here = self.here(tx).await?;
        let mut arrivals = Vec::with_capacity(self.newcomers.len());
        let mut links = Vec::new();
        for newcomer in &self.newcomers {
            if let Some(person) = here.get(&newcomer.key) {
                arrivals.push((newcomer.key.clone(), Arrival::Returned(person.clone())));
                continue;
            }
            let arrival = self.welcome(tx, actor, newcomer).await?;
            let (Arrival::New(person) | Arrival::Returned(person)) = &arrival;
            links.push(Link::new(LinkKind::Person, &newcomer.key, person.id));
            here.insert(newcomer.key.clone(), person.clone());
            arrivals.push((newcomer.key.clone(), arrival));
        }
        store::insert_links(tx, &self.origin, &links).await?;
        Ok(arrivals)
    }
}

impl BringInPeople {
    /// Who was brought in before.
    async fn here(&self, tx: &Tx) -> Result<HashMap<String, Person>> {
        let keys: Vec<String> = self.newcomers.iter().map(|new| new.key.clone()).collect();
        let conn = tx.conn();
        let targets = store::targets_of(&conn, &self.origin, (LinkKind::Person, &keys)).await?;
        let ids: Vec<PersonId> = targets.values().copied().map(PersonId::from).collect();
        let people = identity::people_by_ids(&conn, &ids).await?;
        let by_id: HashMap<PersonId, Person> = people
            .into_iter()
            .map(|person| (person.id, person))
            .collect();
        let known = targets.into_iter().filter_map(|(key, target)| {
            let person = by_id.get(&PersonId::from(target))?;
            Some((key, person.clone()))
        });
        Ok(known.collect())
    }

    async fn welcome(&self, tx: &Tx, actor: Actor, newcomer: &Newcomer) -> Result<Arrival> {
        let email = newcomer.email.as_deref();
        let email = email.and_then(|email| identity::parse_email(email).ok());
        let account = match &email {
            Some(email) => identity::person_by_email(&tx.conn(), email).await?,
            None => None,
        };
        let person = match account {
            Some(person) => person,
            None => {
                let zone = newcomer.zone.as_deref();
                let placeholder = NewPerson {
                    email,
                    zone: zone.and_then(|zone| identity::parse_zone(zone).ok()),
                    standing: Standing::Placeholder {
                        of: self.origin.system().to_owned(),
                    },
                    ..NewPerson::named(fitting(&newcomer.name))
                };
                identity::create_person(tx, actor, &placeholder).await?
            }
        };
        let community = self.origin.community;
        if communities::is_member(&tx.conn(), Actor::Person(person.id), community).await? {
            return Ok(Arrival::Returned(person));
        }
        let member = NewMember {
            community,
            person: person.id,
            role: newcomer.role,
            provenance: Provenance::Import,
            granted_by: actor.person(),
        };
        communities::admit(tx, actor, member).await?;
        Ok(Arrival::New(person))
    }
}

/// The name as it can be kept here.
fn fitting(name: &str) -> String {
    let name: String = kernel::clean_line(name)
        .chars()
        .take(NAME_CHARS_MAX)
        .collect();
    match name.trim() {
        "" => "Somebody".to_owned(),
        name => name.to_owned(),
    }
}
