//! Paths and filters of SCIM, RFC 7644 sections 3.4.2.2 and 3.5.2: read from text, and held against a
//! resource. Pure.
mod reader;

use kernel::Result;
use reader::Reader;
use serde_json::Value;

pub const CORE_PERSON: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
pub const CORE_GROUP: &str = "urn:ietf:params:scim:schemas:core:2.0:Group";
pub const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// An attribute: its name, below it that of a part; the name of an extension first, where it is of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys(pub Vec<String>);

/// What a filter asks of a resource, or of one of several values.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    Present(Keys),
    Compare(Keys, Comparison, Value),
    /// `emails[type eq "work"]`: one value that is all of it.
    Within(Keys, Box<Filter>),
    And(Box<Filter>, Box<Filter>),
    Or(Box<Filter>, Box<Filter>),
    Not(Box<Filter>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    NotEqual,
    Contains,
    StartsWith,
    EndsWith,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// Where a change goes: an attribute, those of its values that are meant, and a part of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub keys: Keys,
    pub chosen: Option<Filter>,
    pub part: Option<String>,
}

impl Filter {
    /// # Errors
    /// `Invalid` on `invalidFilter`.
    pub fn parse(text: &str) -> Result<Self> {
        let mut reader = Reader::of(text, "invalidFilter")?;
        let filter = reader.filter(0)?;
        reader.ends()?;
        Ok(filter)
    }

    /// Whether it is so of `resource`.
    pub fn holds(&self, resource: &Value) -> bool {
        match self {
            Self::Present(keys) => keys.values(resource).iter().any(|value| is_there(value)),
            Self::Compare(keys, Comparison::NotEqual, wanted) => {
                !keys.is(resource, Comparison::Equal, wanted)
            }
            Self::Compare(keys, comparison, wanted) => keys.is(resource, *comparison, wanted),
            Self::Within(keys, filter) => keys
                .values(resource)
                .iter()
                .any(|value| filter.holds(value)),
            Self::And(one, other) => one.holds(resource) && other.holds(resource),
            Self::Or(one, other) => one.holds(resource) || other.holds(resource),
            Self::Not(filter) => !filter.holds(resource),
        }
    }
}

impl Path {
    /// # Errors
    /// `Invalid` on `invalidPath`.
    pub fn parse(text: &str) -> Result<Self> {
        let mut reader = Reader::of(text, "invalidPath")?;
        let keys = reader.keys()?;
        let mut path = Self {
            keys,
            chosen: None,
            part: None,
        };
        if reader.takes('[') {
            path.chosen = Some(reader.filter(0)?);
            reader.expects(']')?;
            if reader.takes('.') {
                let Keys(mut part) = reader.keys()?;
                path.part = part.pop().filter(|_| part.is_empty());
                if path.part.is_none() {
                    return Err(reader.wrong());
                }
            }
        }
        reader.ends()?;
        Ok(path)
    }
}

impl Keys {
    /// The attribute that this names, with or without the name of its schema before.
    pub fn parse(token: &str) -> Option<Self> {
        let lower = token.to_ascii_lowercase();
        let below = |urn: &str| {
            let at = urn.len();
            let begins = lower.starts_with(&urn.to_ascii_lowercase());
            (begins && token.as_bytes().get(at) == Some(&b':')).then(|| &token[at + 1..])
        };
        if lower == ENTERPRISE.to_ascii_lowercase() {
            return Some(Self(vec![ENTERPRISE.to_owned()]));
        }
        let core = below(CORE_PERSON).or_else(|| below(CORE_GROUP));
        let (mut keys, rest) = match (below(ENTERPRISE), core) {
            (Some(rest), _) => (vec![ENTERPRISE.to_owned()], rest),
            (None, core) => (Vec::new(), core.unwrap_or(token)),
        };
        let parts: Vec<&str> = rest.split('.').collect();
        if parts.len() > 2 || !parts.iter().all(|part| is_name(part)) {
            return None;
        }
        keys.extend(parts.into_iter().map(str::to_owned));
        Some(Self(keys))
    }

    /// What stands there, each value of several by itself.
    fn values<'a>(&self, resource: &'a Value) -> Vec<&'a Value> {
        let mut found = vec![resource];
        for key in &self.0 {
            found = found
                .into_iter()
                .flat_map(each)
                .filter_map(|value| at(value, key))
                .collect();
        }
        found.into_iter().flat_map(each).collect()
    }

    fn is(&self, resource: &Value, comparison: Comparison, wanted: &Value) -> bool {
        let last = self.0.last().map(|key| key.to_ascii_lowercase());
        let fold: Fold = match last.as_deref() {
            Some("id" | "externalid") => str::to_owned,
            _ => str::to_lowercase,
        };
        let values = self.values(resource);
        if values.is_empty() {
            return wanted.is_null() && comparison == Comparison::Equal;
        }
        // Of something with parts the main one is meant.
        let mains = values
            .iter()
            .map(|value| at(value, "value").unwrap_or(value));
        let mut mains = mains.filter(|value| !value.is_object());
        mains.any(|value| compare((value, wanted), comparison, fold))
    }
}

fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next();
    first.is_some_and(|c| c.is_ascii_alphabetic() || c == '$')
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '$'))
}

fn each(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        value => vec![value],
    }
}

/// What stands under a name, whose case does not matter.
pub fn at<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    let object = value.as_object()?;
    let mut named = object
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case(key));
    named.next().map(|(_, value)| value)
}

fn is_there(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(parts) => !parts.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// Makes two texts alike that are meant as one: most attributes do not mind case.
type Fold = fn(&str) -> String;

fn compare((value, wanted): (&Value, &Value), comparison: Comparison, fold: Fold) -> bool {
    use std::cmp::Ordering;
    let ordering = match (value, wanted) {
        (Value::String(value), Value::String(wanted)) => {
            let (value, wanted) = (fold(value), fold(wanted));
            match comparison {
                Comparison::Contains => return value.contains(&wanted),
                Comparison::StartsWith => return value.starts_with(&wanted),
                Comparison::EndsWith => return value.ends_with(&wanted),
                _ => value.cmp(&wanted),
            }
        }
        (Value::Number(value), Value::Number(wanted)) => {
            let both = value.as_f64().zip(wanted.as_f64());
            match both.and_then(|(value, wanted)| value.partial_cmp(&wanted)) {
                Some(ordering) => ordering,
                None => return false,
            }
        }
        // Big directories write truth as text.
        (Value::Bool(value), Value::String(wanted)) => {
            return comparison == Comparison::Equal
                && wanted.eq_ignore_ascii_case(&value.to_string());
        }
        (value, wanted) => return comparison == Comparison::Equal && value == wanted,
    };
    match comparison {
        Comparison::Equal => ordering == Ordering::Equal,
        Comparison::NotEqual => ordering != Ordering::Equal,
        Comparison::Greater => ordering == Ordering::Greater,
        Comparison::GreaterOrEqual => ordering != Ordering::Less,
        Comparison::Less => ordering == Ordering::Less,
        Comparison::LessOrEqual => ordering != Ordering::Greater,
        Comparison::Contains | Comparison::StartsWith | Comparison::EndsWith => false,
    }
}

#[cfg(test)]
mod tests;
