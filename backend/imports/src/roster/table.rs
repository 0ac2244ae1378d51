//! A roster as a spreadsheet saves it, read into lines. Pure.
use communities::Role;
use csv::StringRecord;
use identity::NAME_CHARS_MAX;
use kernel::{Error, Result};
use std::collections::HashMap;

/// Some hundred thousand people.
pub const ROSTER_BYTES_MAX: usize = 16 * 1024 * 1024;
const LINES_MAX: usize = 100_000;
/// Of a cell that is refused only so much is kept, to find it again.
const SHOWN_CHARS_MAX: usize = 200;

/// One line: whom it names, or why it names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub number: i32,
    pub name: String,
    pub email: String,
    /// Nothing when the line asks for none.
    pub role: Option<Role>,
    pub refusal: Option<String>,
}

/// The letters of a file, in UTF-8 or UTF-16.
///
/// # Errors
/// `Invalid` on `roster` when it is too large, or its letters are neither.
pub(crate) fn text_of(bytes: &[u8]) -> Result<String> {
    if bytes.len() > ROSTER_BYTES_MAX {
        return Err(
            Error::invalid("roster", "this file is larger than any roster")
                .hint("give a table with a line for each person"),
        );
    }
    kernel::letters(bytes).ok_or_else(|| {
        Error::invalid(
            "roster",
            "the letters of this file are neither UTF-8 nor UTF-16",
        )
        .hint("save it as “CSV UTF-8” and try again")
    })
}

/// The lines of a table. A line that names nobody says why; lines without a word are passed over.
///
/// # Errors
/// `Invalid` on `roster` when it is no table with names and addresses, or too long a one.
pub(crate) fn lines_of(text: &str) -> Result<Vec<Line>> {
    let (text, skipped) = match text.split_once('\n') {
        // A spreadsheet may say first what it divides columns by.
        Some((first, rest)) if first.trim_end().to_lowercase().starts_with("sep=") => (rest, 1),
        _ => (text, 0),
    };
    let (delimiter, columns) = Columns::find(text)?;
    let mut lines = Vec::new();
    let mut lines_of: HashMap<String, i32> = HashMap::new();
    for row in reader(text, delimiter).records() {
        let number = |at: Option<&csv::Position>| {
            at.and_then(|at| i32::try_from(at.line()).ok())
                .map_or(0, |line| line + skipped)
        };
        let line = match row {
            Ok(row) if row.iter().all(str::is_empty) => continue,
            Ok(row) => columns.line(&row, number(row.position())),
            Err(error) => Line::refused(number(error.position()), "the line is no row of a table"),
        };
        lines.push(line.once(&mut lines_of));
        if lines.len() > LINES_MAX {
            let words = format!("this roster has more than {LINES_MAX} lines");
            return Err(Error::invalid("roster", words).hint("divide it into several"));
        }
    }
    if lines.is_empty() {
        return Err(Error::invalid("roster", "nobody is on this roster")
            .hint("give a line for each person below the names of the columns"));
    }
    Ok(lines)
}

pub(crate) fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes())
}

impl Line {
    fn refused(number: i32, reason: impl Into<String>) -> Self {
        Self {
            number,
            name: String::new(),
            email: String::new(),
            role: None,
            refusal: Some(reason.into()),
        }
    }

    /// Refuses the address that stood on an earlier line.
    fn once(self, lines: &mut HashMap<String, i32>) -> Self {
        if self.refusal.is_some() {
            return self;
        }
        match lines.get(&self.email) {
            Some(before) => Self {
                refusal: Some(format!("the address stands on line {before} already")),
                ..self
            },
            None => {
                lines.insert(self.email.clone(), self.number);
                self
            }
        }
    }
}

/// Where the columns stand.
struct Columns {
    name: Naming,
    email: usize,
    role: Option<usize>,
}

enum Naming {
    Whole(usize),
    /// The given name and the family name.
    Parts(usize, usize),
}

impl Columns {
    /// What divides the columns, and which they are.
    fn find(text: &str) -> Result<(u8, Self)> {
        [b',', b';', b'\t', b'|']
            .into_iter()
            .find_map(|delimiter| {
                let mut rows = reader(text, delimiter);
                let columns = Self::of(rows.headers().ok()?)?;
                Some((delimiter, columns))
            })
            .ok_or_else(|| {
                Error::invalid(
                    "roster",
                    "the first line does not name the columns name and email",
                )
                .hint("begin the file with: name,email,role")
            })
    }

    fn of(headers: &StringRecord) -> Option<Self> {
        let place = |wanted: &[&str]| {
            headers.iter().position(|header| {
                let word: String = header.chars().filter(|c| c.is_alphanumeric()).collect();
                wanted.contains(&word.to_lowercase().as_str())
            })
        };
        let whole = place(&["name", "fullname", "vollständigername"]).map(Naming::Whole);
        let parts = || {
            let given = place(&["firstname", "givenname", "vorname"])?;
            let family = place(&["lastname", "familyname", "surname", "nachname"])?;
            Some(Naming::Parts(given, family))
        };
        Some(Self {
            name: whole.or_else(parts)?,
            email: place(&["email", "emailaddress", "mail", "emailadresse"])?,
            role: place(&["role", "rolle"]),
        })
    }

    fn line(&self, row: &StringRecord, number: i32) -> Line {
        let cell = |at: usize| kernel::clean_line(row.get(at).unwrap_or_default());
        let name = match self.name {
            Naming::Whole(at) => cell(at),
            Naming::Parts(given, family) => format!("{} {}", cell(given), cell(family))
                .trim()
                .to_owned(),
        };
        let email = cell(self.email);
        let role = self.role.map(cell).unwrap_or_default();
        match parse(&name, &email, &role) {
            Ok((email, role)) => Line {
                number,
                name,
                email,
                role,
                refusal: None,
            },
            Err(reason) => Line {
                name: shown(&name),
                email: shown(&email),
                ..Line::refused(number, reason)
            },
        }
    }
}

fn parse(name: &str, email: &str, role: &str) -> Result<(String, Option<Role>), String> {
    if name.is_empty() {
        return Err("there is no name".to_owned());
    }
    kernel::line("name", name, NAME_CHARS_MAX).map_err(|error| error.to_string())?;
    let email = identity::parse_email(email).map_err(|error| error.to_string())?;
    Ok((email, role_of(role)?))
}

pub(crate) fn role_of(word: &str) -> Result<Option<Role>, String> {
    match word.to_lowercase().as_str() {
        "" => Ok(None),
        "learner" => Ok(Some(Role::Learner)),
        "moderator" => Ok(Some(Role::Moderator)),
        "facilitator" => Ok(Some(Role::Facilitator)),
        "expert" => Ok(Some(Role::Expert)),
        "observer" => Ok(Some(Role::Observer)),
        _ => {
            Err("the role is none of learner, moderator, facilitator, expert, observer".to_owned())
        }
    }
}

pub(crate) fn shown(cell: &str) -> String {
    cell.chars().take(SHOWN_CHARS_MAX).collect()
}
