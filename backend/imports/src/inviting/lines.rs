//! A list of addresses as somebody pasted it, read into lines, and what each of them does. Pure.
use crate::roster::table::{reader, role_of, shown};
use crate::{InviteFate, InviteLine};
use communities::{Community, Role};
use csv::StringRecord;
use identity::NAME_CHARS_MAX;
use kernel::{CommunityId, Error, InviteListId, PersonId, Result};
use std::collections::{HashMap, HashSet};

const LINES_MAX: usize = 5_000;

/// One line as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub number: i32,
    pub name: String,
    pub email: String,
    pub place: String,
    pub role: String,
}

/// Where the columns stand. Without names of columns a line is an address, and perhaps a name.
struct Columns {
    name: Option<usize>,
    email: usize,
    place: Option<usize>,
    role: Option<usize>,
}

/// The lines of a list; those without a word are passed over.
///
/// # Errors
/// `Invalid` on `text` when there is no address in it, or it is too long.
pub(super) fn lines_of(text: &str) -> Result<Vec<Typed>> {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.ok_or_else(nobody)?;
    let delimiter = [b'\t', b';', b',', b'|']
        .into_iter()
        .find(|delimiter| first.as_bytes().contains(delimiter));
    let mut rows = reader(text, delimiter.unwrap_or(b','));
    let columns = rows.headers().ok().and_then(Columns::of);
    if columns.is_none() && !first.contains('@') {
        return Err(
            Error::invalid("text", "the first line names no column email")
                .hint("begin with: name,email,community,role"),
        );
    }
    let mut lines = Vec::new();
    let mut take = |row: &StringRecord, number: i32| {
        if row.iter().any(|cell| !cell.is_empty()) {
            lines.push(match &columns {
                Some(columns) => columns.line(row, number),
                None => plain(row, number),
            });
        }
    };
    if columns.is_none()
        && let Ok(head) = rows.headers()
    {
        take(&head.clone(), 1);
    }
    for row in rows.records() {
        let row = row.map_err(|_| Error::invalid("text", "a line is no row of a table"))?;
        let line = row.position().map_or(0, csv::Position::line);
        take(&row, i32::try_from(line).unwrap_or(i32::MAX));
    }
    match lines.len() {
        0 => Err(nobody()),
        1..=LINES_MAX => Ok(lines),
        _ => Err(
            Error::invalid("text", format!("{LINES_MAX} lines at once are the most"))
                .hint("divide it into several"),
        ),
    }
}

fn nobody() -> Error {
    Error::invalid("text", "nobody is on this list").hint("write an address on each line")
}

fn plain(row: &StringRecord, number: i32) -> Typed {
    let cells = || row.iter().map(kernel::clean_line);
    let email = cells().find(|cell| cell.contains('@'));
    let name = cells().find(|cell| !cell.contains('@'));
    Typed {
        number,
        name: name.unwrap_or_default(),
        email: email.unwrap_or_default(),
        ..Typed::default()
    }
}

impl Columns {
    fn of(headers: &StringRecord) -> Option<Self> {
        let place = |wanted: &[&str]| {
            headers.iter().position(|header| {
                let word: String = header.chars().filter(|c| c.is_alphanumeric()).collect();
                wanted.contains(&word.to_lowercase().as_str())
            })
        };
        Some(Self {
            name: place(&["name", "fullname", "vollständigername"]),
            email: place(&["email", "emailaddress", "mail", "emailadresse"])?,
            place: place(&["community", "cohort", "gemeinschaft", "kohorte"]),
            role: place(&["role", "rolle"]),
        })
    }

    fn line(&self, row: &StringRecord, number: i32) -> Typed {
        let cell = |at: usize| kernel::clean_line(row.get(at).unwrap_or_default());
        let maybe = |at: Option<usize>| at.map(cell).unwrap_or_default();
        Typed {
            number,
            name: maybe(self.name),
            email: cell(self.email),
            place: maybe(self.place),
            role: maybe(self.role),
        }
    }
}

/// What is known of the people on a list, and of the places that they are asked to.
#[derive(Default)]
pub(super) struct Known {
    /// Communities that are open, by address and by name in lower case.
    pub places: HashMap<String, CommunityId>,
    /// Where who names no place is asked to.
    pub elsewhere: Option<CommunityId>,
    /// Who has an address.
    pub people: HashMap<String, PersonId>,
    pub members: HashSet<(CommunityId, PersonId)>,
    /// Addresses with an invitation that is open.
    pub invited: HashSet<(CommunityId, String)>,
}

impl Known {
    pub fn learn_place(&mut self, community: &Community) {
        for word in [&community.slug, &community.name] {
            self.places.insert(word.to_lowercase(), community.id);
        }
    }

    /// Where a line leads.
    fn place(&self, typed: &str) -> Result<CommunityId, String> {
        match typed.is_empty() {
            true => self
                .elsewhere
                .ok_or_else(|| "there is no community on this line".to_owned()),
            false => self
                .places
                .get(&typed.to_lowercase())
                .copied()
                .ok_or_else(|| "no community that is open has this name".to_owned()),
        }
    }
}

/// What becomes of each line, in their order.
pub(super) fn plan(list: InviteListId, typed: Vec<Typed>, known: &Known) -> Vec<InviteLine> {
    let mut seen: HashMap<(CommunityId, String), i32> = HashMap::new();
    let fate = |typed: Typed| {
        let read = read(&typed, known);
        let (fate, reason) = match &read {
            Err(reason) => (InviteFate::Refused, Some(reason.clone())),
            Ok((email, place, _)) => {
                let key = (*place, email.clone());
                let person = known.people.get(email);
                let is_member = person.is_some_and(|it| known.members.contains(&(*place, *it)));
                let before = seen.get(&key).copied();
                seen.entry(key.clone()).or_insert(typed.number);
                match before {
                    Some(before) => (
                        InviteFate::Refused,
                        Some(format!("the address stands on line {before} already")),
                    ),
                    None if is_member => (InviteFate::Stays, Some(MEMBER.to_owned())),
                    None if known.invited.contains(&key) => {
                        (InviteFate::Stays, Some(INVITED.to_owned()))
                    }
                    None => (InviteFate::Invites, None),
                }
            }
        };
        let read = read.ok();
        InviteLine {
            list_id: list,
            line: typed.number,
            name: shown(&typed.name),
            email: read
                .as_ref()
                .map_or_else(|| shown(&typed.email), |(email, ..)| email.clone()),
            place: shown(&typed.place),
            community_id: read.as_ref().map(|(_, place, _)| *place),
            role: read.map(|(.., role)| role),
            fate,
            reason,
            sent_at: None,
        }
    };
    typed.into_iter().map(fate).collect()
}

const MEMBER: &str = "they are a member already";
const INVITED: &str = "they have an invitation that is open";

fn read(typed: &Typed, known: &Known) -> Result<(String, CommunityId, Role), String> {
    if !typed.name.is_empty() {
        kernel::line("name", &typed.name, NAME_CHARS_MAX).map_err(|error| error.to_string())?;
    }
    if typed.email.is_empty() {
        return Err("there is no address".to_owned());
    }
    let email = identity::parse_email(&typed.email).map_err(|error| error.to_string())?;
    let place = known.place(&typed.place)?;
    let role = role_of(&typed.role)?.unwrap_or(Role::Learner);
    Ok((email, place, role))
}
