//! A list of people as a spreadsheet saves it: a line with `name`, `email` and, if they are to have
//! different ones, `role`; then a line for each person.
use crate::landing::{Landing, find_community};
use crate::people::{Newcomer, People, bring_in_people};
use crate::{Progress, Sheet};
use communities::Role;
use csv::StringRecord;
use kernel::{Actor, Db, Error, Result};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

const PEOPLE: &str = "people";
/// Some hundred thousand people.
const BYTES_MAX: u64 = 16 * 1024 * 1024;

/// What is to happen with a roster.
#[derive(Clone)]
pub enum Intent {
    /// Say what would happen, and change nothing.
    Rehearse,
    BringIn(Arc<dyn Progress>),
}

/// Makes the people of a roster members of a community, which is founded when it is not there. Who
/// has no account yet gets one that waits to be claimed, by invitation or by a new password.
///
/// # Errors
/// `Invalid` on `roster` when the file is no table with names and addresses. What is wrong with a
/// single line is on the sheet.
pub async fn import_roster(
    db: &Db,
    community: &str,
    roster: &Path,
    intent: Intent,
) -> Result<Sheet> {
    let mut sheet = Sheet::default();
    let newcomers = read(roster, &mut sheet)?;
    let progress = match intent {
        Intent::Rehearse => {
            rehearse(db, community, &newcomers, &mut sheet).await?;
            return Ok(sheet);
        }
        Intent::BringIn(progress) => progress,
    };
    progress.begin("people", newcomers.len() as u64);
    let purpose = "Brought together by a roster.";
    let landing = Landing::begin(db, community, "roster".to_owned(), purpose).await?;
    let origin = landing.origin.clone();
    let mut people = People::new();
    for some in newcomers.chunks(100) {
        let report = (PEOPLE, &mut people, &mut sheet);
        bring_in_people(db, &origin, some.to_vec(), report).await?;
        progress.advance(some.len() as u64);
    }
    landing.finish(db, sheet).await
}

async fn rehearse(
    db: &Db,
    community: &str,
    newcomers: &[Newcomer],
    sheet: &mut Sheet,
) -> Result<()> {
    let conn = db.read();
    let community = find_community(db, community).await?;
    for newcomer in newcomers {
        let person = identity::person_by_email(&conn, &newcomer.key).await?;
        let is_member = match (&community, person) {
            (Some(community), Some(person)) => {
                communities::is_member(&conn, Actor::Person(person.id), community.id).await?
            }
            _ => false,
        };
        match is_member {
            true => sheet.already(PEOPLE, 1),
            false => sheet.imported(PEOPLE, 1),
        }
    }
    Ok(())
}

/// The people of the file; what cannot be one is dropped with its line.
fn read(path: &Path, sheet: &mut Sheet) -> Result<Vec<Newcomer>> {
    let text = text_of(path)?;
    let first = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t', b',']
        .into_iter()
        .find(|delimiter| first.as_bytes().contains(delimiter))
        .unwrap_or(b',');
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let columns = Columns::of(rows.headers().map_err(|_| no_table())?)?;

    let mut newcomers = Vec::new();
    let mut lines_of: HashMap<String, u64> = HashMap::new();
    for row in rows.records() {
        sheet.source(PEOPLE, 1);
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                sheet.dropped(
                    PEOPLE,
                    format!("line {line}"),
                    "the line is no row of a table",
                );
                continue;
            }
        };
        let line = row.position().map_or(0, csv::Position::line);
        let newcomer = columns.newcomer(&row).and_then(|newcomer| {
            match lines_of.insert(newcomer.key.clone(), line) {
                Some(before) => Err(format!("the address stands on line {before} already")),
                None => Ok(newcomer),
            }
        });
        match newcomer {
            Ok(newcomer) => newcomers.push(newcomer),
            Err(reason) => sheet.dropped(PEOPLE, format!("line {line}"), &reason),
        }
    }
    Ok(newcomers)
}

fn text_of(path: &Path) -> Result<String> {
    let unreadable = |reason: &dyn std::fmt::Display| {
        Error::invalid(
            "roster",
            format!("{} cannot be read: {reason}", path.display()),
        )
    };
    let size = std::fs::metadata(path)
        .map_err(|error| unreadable(&error))?
        .len();
    if size > BYTES_MAX {
        return Err(unreadable(&"it is larger than any roster")
            .hint("give a table with a line for each person"));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(&error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        unreadable(&"its letters are not UTF-8").hint("save it as “CSV UTF-8” and try again")
    })?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// Where the columns stand.
struct Columns {
    name: usize,
    email: usize,
    role: Option<usize>,
}

impl Columns {
    fn of(headers: &StringRecord) -> Result<Self> {
        let place = |wanted: &[&str]| {
            headers.iter().position(|header| {
                let header = header.to_lowercase().replace('-', "");
                wanted.contains(&header.as_str())
            })
        };
        let (Some(name), Some(email)) = (place(&["name"]), place(&["email"])) else {
            return Err(no_table());
        };
        let role = place(&["role"]);
        Ok(Self { name, email, role })
    }

    fn newcomer(&self, row: &StringRecord) -> std::result::Result<Newcomer, String> {
        let name = kernel::clean_line(row.get(self.name).unwrap_or_default());
        if name.is_empty() {
            return Err("there is no name".to_owned());
        }
        let email = row.get(self.email).unwrap_or_default();
        let email = identity::parse_email(email).map_err(|error| error.to_string())?;
        let role = match self.role.and_then(|role| row.get(role)) {
            None | Some("") => Role::Learner,
            Some(word) => word.parse().map_err(|error: Error| error.to_string())?,
        };
        Ok(Newcomer {
            role,
            email: Some(email.clone()),
            ..Newcomer::named(email, name)
        })
    }
}

fn no_table() -> Error {
    Error::invalid(
        "roster",
        "the first line does not name the columns name and email",
    )
    .hint("begin the file with: name,email,role")
}
