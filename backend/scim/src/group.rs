//! A group as SCIM writes one: read, and shown. Pure.
use crate::kept::Kept;
use crate::path::{CORE_GROUP, at};
use crate::person::text;
use crate::tables::GroupRow;
use kernel::{Error, Id, PersonId, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const MEMBERS_MAX: usize = 10_000;

/// Who is in a group, as far as somebody wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Members {
    Shown,
    LeftOut,
}

/// A group that a directory keeps, with who is in it.
#[derive(Clone, Debug)]
pub struct KeptGroup {
    pub(crate) row: GroupRow,
    /// Nothing where nobody asked.
    pub(crate) members: Option<BTreeSet<PersonId>>,
}

/// What a directory wants of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WantedGroup {
    pub name: String,
    pub external_id: Option<String>,
    /// Nothing where it does not say.
    pub members: Option<BTreeSet<PersonId>>,
}

impl WantedGroup {
    /// # Errors
    /// `Invalid` on the word that SCIM has for it.
    pub fn read(resource: &Value) -> Result<Self> {
        let name = text(resource, "displayName")?;
        let members = match at(resource, "members") {
            None => None,
            Some(Value::Null) => Some(BTreeSet::new()),
            Some(Value::Array(members)) if members.len() <= MEMBERS_MAX => {
                Some(members.iter().map(member).collect::<Result<_>>()?)
            }
            Some(_) => return Err(invalid("members are a list of at most 10000")),
        };
        Ok(Self {
            name: name.ok_or_else(|| invalid("a group has a displayName"))?,
            external_id: text(resource, "externalId")?,
            members,
        })
    }
}

/// Somebody who is named as a member.
fn member(value: &Value) -> Result<PersonId> {
    let is_group = at(value, "type")
        .and_then(Value::as_str)
        .is_some_and(|kind| kind.eq_ignore_ascii_case("group"));
    if is_group {
        return Err(invalid("groups hold people, and no other groups"));
    }
    let id = at(value, "value").unwrap_or(value).as_str();
    let id = id.and_then(|id| PersonId::parse(id).ok());
    id.ok_or_else(unknown_member)
}

pub(crate) fn unknown_member() -> Error {
    invalid("members name somebody whom the directory did not bring")
}

impl Kept for KeptGroup {
    const PLACE: &str = "Groups";

    fn id(&self) -> String {
        self.row.id.to_string()
    }

    fn version(&self) -> String {
        format!("W/\"{}\"", self.row.version)
    }

    fn shown(&self, base: &str) -> Value {
        let id = self.row.id.to_string();
        let mut shown = json!({
            "schemas": [CORE_GROUP],
            "id": id,
            "displayName": self.row.name,
            "meta": {
                "resourceType": "Group",
                "created": self.row.created_at.to_rfc3339(),
                "lastModified": self.row.changed_at.to_rfc3339(),
                "location": reference(base, ("Groups", &id)),
                "version": self.version(),
            },
        });
        if let Some(external_id) = &self.row.external_id {
            shown["externalId"] = external_id.as_str().into();
        }
        if let Some(members) = &self.members {
            let members = members.iter().map(|id| {
                let id = id.to_string();
                json!({ "value": id, "$ref": reference(base, ("Users", &id)), "type": "User" })
            });
            shown["members"] = members.collect();
        }
        shown
    }
}

impl KeptGroup {
    /// What a change is made to: what the directory wrote.
    pub(crate) fn written(&self) -> Value {
        let members = self.members.iter().flatten();
        let members = members.map(|id| json!({ "value": id.to_string() }));
        json!({
            "displayName": self.row.name, "externalId": self.row.external_id,
            "members": members.collect::<Vec<_>>(),
        })
    }
}

/// The address of a resource.
pub(crate) fn reference(base: &str, (kind, id): (&str, &str)) -> String {
    format!("{base}/{kind}/{id}")
}

fn invalid(words: &'static str) -> Error {
    Error::invalid("invalidValue", words)
}
