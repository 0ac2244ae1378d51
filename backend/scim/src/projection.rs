//! Which attributes somebody wants to read: `attributes` and `excludedAttributes`, RFC 7644 section 3.9. Pure.
use crate::path::{Keys, at};
use kernel::{Error, Result};
use serde_json::{Map, Value, json};

const NAMES_MAX: usize = 100;
/// What is always there.
const ALWAYS: [&str; 2] = ["schemas", "id"];

/// What is shown of a resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Projection {
    #[default]
    Whole,
    Only(Vec<Keys>),
    Without(Vec<Keys>),
}

impl Projection {
    /// # Errors
    /// `Invalid` on `invalidValue` when both are given, or a name is none.
    pub fn read(attributes: Option<&str>, excluded: Option<&str>) -> Result<Self> {
        let given = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
        match (given(attributes), given(excluded)) {
            (false, false) => Ok(Self::Whole),
            (true, false) => names(attributes).map(Self::Only),
            (false, true) => names(excluded).map(Self::Without),
            (true, true) => Err(invalid(
                "attributes and excludedAttributes are not for both",
            )),
        }
    }

    /// Whether an attribute that costs something is wanted at all.
    pub fn wants(&self, name: &str) -> bool {
        let is_it = |keys: &Keys| {
            keys.0
                .first()
                .is_some_and(|key| key.eq_ignore_ascii_case(name))
        };
        match self {
            Self::Whole => true,
            Self::Only(all) => all.iter().any(is_it),
            Self::Without(all) => !all.iter().any(|keys| is_it(keys) && keys.0.len() == 1),
        }
    }

    pub fn of(&self, mut resource: Value) -> Value {
        match self {
            Self::Whole => resource,
            Self::Only(all) => {
                let mut only = Map::new();
                for name in ALWAYS {
                    if let Some(value) = at(&resource, name) {
                        only.insert(name.to_owned(), value.clone());
                    }
                }
                let mut only = Value::Object(only);
                for Keys(keys) in all {
                    if let Some(picked) = pick(&resource, keys) {
                        merge(&mut only, picked);
                    }
                }
                only
            }
            Self::Without(all) => {
                for Keys(keys) in all {
                    let is_kept =
                        |name: &&str| keys.len() == 1 && keys[0].eq_ignore_ascii_case(name);
                    if !ALWAYS.iter().any(is_kept) {
                        drop_at(&mut resource, keys);
                    }
                }
                resource
            }
        }
    }
}

fn names(text: Option<&str>) -> Result<Vec<Keys>> {
    let names = text.unwrap_or_default().split(',').map(str::trim);
    let names: Option<Vec<Keys>> = names
        .filter(|name| !name.is_empty())
        .take(NAMES_MAX)
        .map(Keys::parse)
        .collect();
    names.ok_or_else(|| invalid("there is no attribute of such a name"))
}

/// What stands there, with the way to it.
fn pick(value: &Value, keys: &[String]) -> Option<Value> {
    let Some((key, rest)) = keys.split_first() else {
        return Some(value.clone());
    };
    match value {
        // Each stays in its place, so that parts that are asked for one by one come together.
        Value::Array(values) => Some(
            values
                .iter()
                .map(|it| pick(it, keys).unwrap_or(json!({})))
                .collect(),
        ),
        Value::Object(parts) => {
            let (name, value) = parts
                .iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(key))?;
            let picked = pick(value, rest)?;
            Some(Value::Object(Map::from_iter([(name.clone(), picked)])))
        }
        _ => None,
    }
}

fn merge(into: &mut Value, more: Value) {
    match (into, more) {
        (Value::Object(into), Value::Object(more)) => {
            for (name, value) in more {
                merge(into.entry(name).or_insert(Value::Null), value);
            }
        }
        (Value::Array(into), Value::Array(more)) if into.len() == more.len() => {
            for (into, more) in into.iter_mut().zip(more) {
                merge(into, more);
            }
        }
        (into, more) => *into = more,
    }
}

fn drop_at(value: &mut Value, keys: &[String]) {
    let Some((key, rest)) = keys.split_first() else {
        return;
    };
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| drop_at(value, keys)),
        Value::Object(parts) if rest.is_empty() => {
            parts.retain(|name, _| !name.eq_ignore_ascii_case(key));
        }
        Value::Object(parts) => {
            let mut named = parts
                .iter_mut()
                .filter(|(name, _)| name.eq_ignore_ascii_case(key));
            if let Some((_, value)) = named.next() {
                drop_at(value, rest);
            }
        }
        _ => {}
    }
}

fn invalid(words: &'static str) -> Error {
    Error::invalid("invalidValue", words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn priya() -> Value {
        json!({
            "schemas": ["s"], "id": "1", "userName": "p", "name": { "givenName": "P", "familyName": "R" },
            "emails": [{ "value": "a", "type": "work" }, { "value": "b" }], "members": [],
        })
    }

    fn shown(attributes: &str, excluded: &str) -> Value {
        let projection = Projection::read(Some(attributes), Some(excluded));
        projection.expect("a projection").of(priya())
    }

    #[test]
    fn what_is_asked_for_is_shown_with_what_always_is() {
        assert_eq!(
            shown(
                "USERNAME, name.givenName,emails.value,emails.type,title",
                ""
            ),
            json!({
                "schemas": ["s"], "id": "1", "userName": "p", "name": { "givenName": "P" },
                "emails": [{ "value": "a", "type": "work" }, { "value": "b" }],
            })
        );
        let core = "urn:ietf:params:scim:schemas:core:2.0:User:userName";
        assert_eq!(
            shown(core, ""),
            json!({ "schemas": ["s"], "id": "1", "userName": "p" })
        );
    }

    #[test]
    fn what_is_excluded_is_not_shown_unless_it_always_is() {
        let rest = shown("", "id,schemas,name,emails.type,members");
        assert_eq!(
            rest,
            json!({
                "schemas": ["s"], "id": "1", "userName": "p",
                "emails": [{ "value": "a" }, { "value": "b" }],
            })
        );
        assert!(Projection::read(Some("a"), Some("b")).is_err());
        assert!(Projection::read(Some("a b c"), None).is_err());
    }

    #[test]
    fn members_are_not_even_looked_for_when_nobody_wants_them() {
        let read = |attributes, excluded| Projection::read(attributes, excluded).expect("one");
        assert!(!read(None, Some("members")).wants("members"));
        assert!(!read(Some("displayName"), None).wants("members"));
        assert!(read(None, Some("members.display")).wants("members"));
        assert!(read(Some("members.value"), None).wants("members"));
    }
}
