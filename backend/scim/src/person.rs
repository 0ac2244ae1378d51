//! A person as SCIM writes one: read, and shown. Pure.
use crate::group::reference;
use crate::kept::Kept;
use crate::patch::truth;
use crate::path::{CORE_PERSON, ENTERPRISE, at};
use crate::tables::{GroupRow, PersonRow};
use identity::Person;
use kernel::{Error, Id, PersonId, Result, hex};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

pub(crate) const TEXT_CHARS_MAX: usize = 256;
const EMAILS_MAX: usize = 20;
/// The attributes of one value that are read back.
const TEXTS: [&str; 7] = [
    "userName",
    "externalId",
    "displayName",
    "title",
    "preferredLanguage",
    "locale",
    "timezone",
];
/// Those of the enterprise extension, but for the manager.
const OF_THE_COMPANY: [&str; 3] = ["department", "division", "costCenter"];
pub(crate) const NAME_PARTS: [&str; 6] = [
    "formatted",
    "familyName",
    "givenName",
    "middleName",
    "honorificPrefix",
    "honorificSuffix",
];

/// Somebody whom a directory keeps, with their account and their groups.
#[derive(Clone, Debug)]
pub struct KeptPerson {
    pub(crate) row: PersonRow,
    pub(crate) person: Person,
    pub(crate) groups: Vec<GroupRow>,
}

/// What a directory wants of somebody.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wanted {
    pub user_name: String,
    pub external_id: Option<String>,
    pub manager: Option<PersonId>,
    /// What they are called, if it is said.
    pub name: Option<String>,
    /// Where their letters go, in the form of `identity::parse_email`.
    pub email: Option<String>,
    pub language: Option<String>,
    pub zone: Option<String>,
    pub active: bool,
    /// What is read back.
    pub kept: Value,
}

impl Wanted {
    /// # Errors
    /// `Invalid` on the word that SCIM has for it.
    pub fn read(resource: &Value) -> Result<Self> {
        let mut kept = Map::new();
        for name in TEXTS {
            keep(&mut kept, name, text(resource, name)?);
        }
        let word = |name: &str| kept.get(name).and_then(Value::as_str).map(str::to_owned);
        let user_name = word("userName")
            .ok_or_else(|| invalid("userName says who it is, and cannot be empty"))?;
        let language = word("preferredLanguage").or_else(|| word("locale"));
        let zone = word("timezone").and_then(|zone| identity::parse_zone(&zone).ok());
        let external_id = word("externalId");
        let mut parts = Map::new();
        if let Some(name) = at(resource, "name") {
            for part in NAME_PARTS {
                keep(&mut parts, part, text(name, part)?);
            }
        }
        let name = named(&kept, &parts);
        let emails = emails(resource)?;
        let email = main_email(&emails).or_else(|| user_name.contains('@').then_some(&*user_name));
        let email = email.map(identity::parse_email).transpose();
        let email = email.map_err(|_| invalid("an address is none to which a letter could go"))?;
        let (company, manager) = company(resource)?;
        let active = match at(resource, "active") {
            None | Some(Value::Null) => None,
            Some(value) => Some(truth(value).ok_or_else(|| invalid("active is true or false"))?),
        };
        let whole = [
            ("name", Value::Object(parts)),
            ("emails", Value::Array(emails)),
            (ENTERPRISE, Value::Object(company)),
        ];
        for (name, value) in whole {
            if value != json!({}) && value != json!([]) {
                kept.insert(name.to_owned(), value);
            }
        }
        if let Some(active) = active {
            kept.insert("active".to_owned(), active.into());
        }
        Ok(Self {
            user_name: user_name.to_lowercase(),
            external_id,
            manager,
            name,
            email,
            language: language.and_then(|tag| Some(tag.split(['-', '_']).next()?.to_lowercase())),
            zone,
            active: active.unwrap_or(true),
            kept: Value::Object(kept),
        })
    }

    /// As `read`, of somebody who is new: who is not said to be inactive is active.
    ///
    /// # Errors
    /// As `read`.
    pub fn whole(resource: &Value) -> Result<Self> {
        let mut wanted = Self::read(resource)?;
        wanted.kept["active"] = wanted.active.into();
        Ok(wanted)
    }

    /// As `read`, of somebody who is written anew: of whom it is not said whether they are active stays as they are.
    ///
    /// # Errors
    /// As `read`.
    pub fn anew(resource: &Value, kept: &KeptPerson) -> Result<Self> {
        let mut wanted = Self::read(resource)?;
        if wanted.kept.get("active").is_none() {
            wanted.active = kept.is_active();
            wanted.kept["active"] = wanted.active.into();
        }
        Ok(wanted)
    }
}

fn named(kept: &Map<String, Value>, parts: &Map<String, Value>) -> Option<String> {
    let word = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let both: Vec<String> = ["givenName", "familyName"]
        .into_iter()
        .filter_map(|part| word(parts.get(part)))
        .collect();
    word(kept.get("displayName"))
        .or_else(|| word(parts.get("formatted")))
        .or_else(|| (!both.is_empty()).then(|| both.join(" ")))
}

fn emails(resource: &Value) -> Result<Vec<Value>> {
    let given = match at(resource, "emails") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(given)) if given.len() <= EMAILS_MAX => given,
        Some(_) => return Err(invalid("emails are a list of at most 20")),
    };
    let mut kept = Vec::new();
    let mut has_primary = false;
    for email in given {
        let mut parts = Map::new();
        let Some(value) = text(email, "value")? else {
            continue;
        };
        parts.insert("value".to_owned(), value.into());
        for part in ["display", "type"] {
            keep(&mut parts, part, text(email, part)?);
        }
        // One of them at most.
        if let Some(is_primary) = at(email, "primary").and_then(truth) {
            parts.insert("primary".to_owned(), (is_primary && !has_primary).into());
            has_primary |= is_primary;
        }
        kept.push(Value::Object(parts));
    }
    Ok(kept)
}

/// The primary one, else that for work, else the first.
fn main_email(emails: &[Value]) -> Option<&str> {
    let primary = emails.iter().find(|email| email["primary"] == true);
    let work = emails.iter().find(|email| email["type"] == "work");
    let main = primary.or(work).or(emails.first())?;
    main["value"].as_str()
}

/// Their place in the company, and to whom they report, as far as it is somebody's id here.
fn company(resource: &Value) -> Result<(Map<String, Value>, Option<PersonId>)> {
    let mut parts = Map::new();
    let Some(more) = at(resource, ENTERPRISE) else {
        return Ok((parts, None));
    };
    for name in OF_THE_COMPANY {
        keep(&mut parts, name, text(more, name)?);
    }
    let manager = match at(more, "manager") {
        Some(manager @ Value::Object(_)) => text(manager, "value")?,
        // One directory writes the id alone.
        Some(id @ Value::String(_)) => text(&json!({ "value": id }), "value")?,
        _ => None,
    };
    let id = manager.as_deref().and_then(|id| PersonId::parse(id).ok());
    if let Some(manager) = manager {
        parts.insert("manager".to_owned(), json!({ "value": manager }));
    }
    Ok((parts, id))
}

/// A text that is there and not empty.
pub(crate) fn text(of: &Value, name: &str) -> Result<Option<String>> {
    match at(of, name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if fits(text) => {
            Ok((!text.trim().is_empty()).then(|| text.clone()))
        }
        Some(_) => Err(invalid("a value is no line of at most 256 characters")),
    }
}

fn fits(text: &str) -> bool {
    text.chars().count() <= TEXT_CHARS_MAX && !text.chars().any(char::is_control)
}

pub(crate) fn keep(parts: &mut Map<String, Value>, name: &str, value: Option<String>) {
    if let Some(value) = value {
        parts.insert(name.to_owned(), value.into());
    }
}

/// The attributes that are others than before.
pub(crate) fn differences(before: &Value, after: &Value) -> Vec<String> {
    let names = |value: &Value| -> Vec<String> {
        let parts = value.as_object().into_iter().flat_map(Map::keys);
        parts.cloned().collect()
    };
    let mut names: Vec<String> = names(before).into_iter().chain(names(after)).collect();
    names.sort_unstable();
    names.dedup();
    names.retain(|name| before.get(name) != after.get(name));
    names
}

impl Kept for KeptPerson {
    const PLACE: &str = "Users";

    fn id(&self) -> String {
        self.person.id.to_string()
    }

    fn version(&self) -> String {
        let digest = Sha256::digest(self.bare("").to_string());
        format!("W/\"{}\"", hex(&digest[..8]))
    }

    fn shown(&self, base: &str) -> Value {
        let id = self.person.id.to_string();
        let mut shown = self.bare(base);
        shown["meta"] = json!({
            "resourceType": "User",
            "created": self.row.created_at.to_rfc3339(),
            "lastModified": self.row.changed_at.to_rfc3339(),
            "location": format!("{base}/Users/{id}"),
            "version": self.version(),
        });
        shown
    }
}

impl KeptPerson {
    pub(crate) fn is_active(&self) -> bool {
        self.person.suspended_at.is_none()
    }

    /// What a change is made to: what the directory wrote, of somebody who may have been kept out or let in by hand
    /// since.
    pub(crate) fn written(&self) -> Value {
        let mut written = self.row.resource.clone();
        if written.get("active").is_some() {
            written["active"] = self.is_active().into();
        }
        written
    }

    /// Without what is said about the resource itself.
    fn bare(&self, base: &str) -> Value {
        let mut shown = self.row.resource.clone();
        let schemas = match shown.get(ENTERPRISE) {
            Some(_) => json!([CORE_PERSON, ENTERPRISE]),
            None => json!([CORE_PERSON]),
        };
        shown["schemas"] = schemas;
        shown["id"] = self.person.id.to_string().into();
        // Who is kept out here is not active, whatever was written; who was let in by hand is.
        if !self.is_active() || shown.get("active").is_some() {
            shown["active"] = self.is_active().into();
        }
        if let Some(manager) = self.row.manager_id {
            let reference = reference(base, ("Users", &manager.to_string()));
            shown[ENTERPRISE]["manager"]["$ref"] = reference.into();
        }
        let groups = self.groups.iter().map(|group| {
            let id = group.id.to_string();
            json!({
                "value": id, "$ref": reference(base, ("Groups", &id)), "display": group.name,
                "type": "direct",
            })
        });
        let groups: Vec<Value> = groups.collect();
        if !groups.is_empty() {
            shown["groups"] = groups.into();
        }
        shown
    }
}

fn invalid(words: &'static str) -> Error {
    Error::invalid("invalidValue", words)
}
