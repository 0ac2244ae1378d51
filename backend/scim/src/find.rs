//! Finding what a directory keeps.
mod groups;

pub(crate) use groups::with_members;
pub use groups::{group_by_id, groups};

use crate::kept::Kept;
use crate::path::{Comparison, Filter, Keys};
use crate::person::KeptPerson;
use crate::projection::Projection;
use crate::store;
use crate::tables::PersonRow;
use kernel::{Conn, Error, Id, PersonId, Result};
use serde_json::Value;
use std::collections::HashMap;

/// The most that is shown at once.
pub(crate) const PAGE_MAX: u64 = 200;
/// As much as is shown where nobody says.
const PAGE: u64 = 100;
/// The most that is looked through one by one, for a filter that no index answers.
const LOOKED_THROUGH_MAX: u64 = 5_000;

/// Which of them are asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub filter: Option<Filter>,
    /// From 1.
    pub start: u64,
    pub count: Option<u64>,
    pub shown: Projection,
}

impl Asked {
    fn start(&self) -> u64 {
        self.start.max(1)
    }

    fn count(&self) -> u64 {
        self.count.unwrap_or(PAGE).min(PAGE_MAX)
    }

    /// The rows of the page that is asked for.
    fn stretch(&self) -> (u64, u64) {
        (self.start() - 1, self.count())
    }

    /// One page of all that were found.
    fn page<T>(&self, found: Vec<T>) -> Found<T> {
        let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        let (skipped, count) = self.stretch();
        Found {
            total: found.len() as u64,
            start: self.start(),
            page: found
                .into_iter()
                .skip(size(skipped))
                .take(size(count))
                .collect(),
        }
    }
}

/// Those of one page, and how many there are.
#[derive(Clone, Debug)]
pub struct Found<T> {
    pub total: u64,
    pub start: u64,
    pub page: Vec<T>,
}

/// # Errors
/// `NotFound` when the directory keeps nobody with this id.
pub async fn person_by_id(conn: &Conn<'_>, id: &str) -> Result<KeptPerson> {
    let unknown = || Error::NotFound("person in the directory");
    let id = PersonId::parse(id).map_err(|_| unknown())?;
    let row = store::person_row(conn, id).await?.ok_or_else(unknown)?;
    with_accounts(conn, vec![row])
        .await?
        .pop()
        .ok_or_else(unknown)
}

/// Those of whom the filter holds.
///
/// # Errors
/// `Invalid` on `tooMany` when the filter would look through too many.
pub async fn people(conn: &Conn<'_>, asked: &Asked) -> Result<Found<KeptPerson>> {
    let Some(filter) = &asked.filter else {
        let rows = match asked.count() {
            0 => Vec::new(),
            _ => store::people_among(conn, asked.stretch()).await?,
        };
        return Ok(Found {
            total: store::people_count(conn).await?,
            start: asked.start(),
            page: with_accounts(conn, rows).await?,
        });
    };
    let named = match sought(filter) {
        Some(sought) => by_index(conn, sought).await?,
        None => None,
    };
    let rows = match named {
        Some(rows) => rows,
        None if store::people_count(conn).await? <= LOOKED_THROUGH_MAX => {
            store::people_among(conn, (0, LOOKED_THROUGH_MAX)).await?
        }
        None => return Err(too_many()),
    };
    let mut kept = with_accounts(conn, rows).await?;
    kept.retain(|kept| filter.holds(&kept.shown("")));
    Ok(asked.page(kept))
}

fn too_many() -> Error {
    let words = "too many to look through; filter by a name, externalId or id";
    Error::invalid("tooMany", words)
}

/// An attribute that a resource must have to be found, in lower case, and which one: of several that must be, the
/// first.
fn sought(filter: &Filter) -> Option<(String, &str)> {
    match filter {
        Filter::Compare(Keys(keys), Comparison::Equal, Value::String(wanted)) => {
            let name: Vec<String> = keys.iter().map(|key| key.to_ascii_lowercase()).collect();
            Some((name.join("."), wanted))
        }
        Filter::Within(Keys(keys), inner) => {
            let name = keys.iter().map(|key| key.to_ascii_lowercase());
            let name: Vec<String> = name.collect();
            value_within(inner).map(|wanted| (format!("{}.value", name.join(".")), wanted))
        }
        Filter::And(one, other) => sought(one).or_else(|| sought(other)),
        _ => None,
    }
}

/// Which `value` one of several must have.
fn value_within(filter: &Filter) -> Option<&str> {
    match filter {
        Filter::Compare(Keys(keys), Comparison::Equal, Value::String(wanted)) => {
            let is_value = keys.len() == 1 && keys[0].eq_ignore_ascii_case("value");
            is_value.then_some(wanted.as_str())
        }
        Filter::And(one, other) => value_within(one).or_else(|| value_within(other)),
        _ => None,
    }
}

/// Those whom it can be, where an index knows; nothing where none does.
async fn by_index(
    conn: &Conn<'_>,
    (name, wanted): (String, &str),
) -> Result<Option<Vec<PersonRow>>> {
    let found = match name.as_str() {
        "username" => store::by_user_name(conn, &wanted.to_lowercase()).await?,
        "externalid" => store::by_external_id(conn, wanted).await?,
        "id" => match PersonId::parse(wanted) {
            Ok(id) => store::person_row(conn, id).await?,
            Err(_) => None,
        },
        "emails" | "emails.value" => {
            let Ok(email) = identity::parse_email(wanted) else {
                return Ok(None);
            };
            let person = identity::person_by_email(conn, &email).await?;
            let row = match person {
                Some(person) => store::person_row(conn, person.id).await?,
                None => None,
            };
            // The directory may know another address of theirs beside the one their letters go to.
            return Ok(row.map(|row| vec![row]));
        }
        _ => return Ok(None),
    };
    Ok(Some(found.into_iter().collect()))
}

pub(crate) async fn with_accounts(
    conn: &Conn<'_>,
    rows: Vec<PersonRow>,
) -> Result<Vec<KeptPerson>> {
    let ids: Vec<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let people = identity::people_by_ids(conn, &ids).await?;
    let mut people: HashMap<_, _> = people.into_iter().map(|it| (it.id, it)).collect();
    let mut groups = store::groups_of(conn, &ids).await?;
    let kept = rows.into_iter().filter_map(|row| {
        let person = people.remove(&row.person_id)?;
        let groups = groups.remove(&row.person_id).unwrap_or_default();
        Some(KeptPerson {
            row,
            person,
            groups,
        })
    });
    Ok(kept.collect())
}
