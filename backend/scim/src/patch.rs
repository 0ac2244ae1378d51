//! Changes as SCIM writes them, RFC 7644 section 3.5.2, and as the big directories do: made to a resource.
//! Pure.
use crate::path::{Comparison, Filter, Keys, Path, at};
use kernel::{Error, Result};
use serde_json::{Map, Value, json};
use std::collections::HashSet;

const OPERATIONS_MAX: usize = 1_000;
/// Attributes with several values.
const SEVERAL: [&str; 2] = ["emails", "members"];
/// What a directory reads, and does not write.
const READ_ALONE: [&str; 4] = ["groups", "id", "meta", "schemas"];
/// What RFC 7643 has and we do not keep: what is said of it is let go, as directories map all they have.
const LET_GO: [&str; 11] = [
    "addresses",
    "entitlements",
    "ims",
    "nickName",
    "password",
    "phoneNumbers",
    "photos",
    "profileUrl",
    "roles",
    "userType",
    "x509Certificates",
];

fn is_among(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Add,
    Replace,
    Remove,
}

/// Makes every change of a PATCH request to the resource, or none.
///
/// # Errors
/// `Invalid` on the word that SCIM has for it.
pub fn patch(mut resource: Value, request: &Value) -> Result<Value> {
    let operations = at(request, "Operations").and_then(Value::as_array);
    let operations = operations.ok_or_else(|| syntax("a PATCH has Operations, a list"))?;
    if operations.is_empty() || operations.len() > OPERATIONS_MAX {
        return Err(syntax("a PATCH has 1 to 1000 Operations"));
    }
    for operation in operations {
        let word = at(operation, "op").and_then(Value::as_str).unwrap_or("");
        let act = match word.to_ascii_lowercase().as_str() {
            "add" => Act::Add,
            "replace" => Act::Replace,
            "remove" => Act::Remove,
            _ => return Err(syntax("an operation is add, replace or remove")),
        };
        let value = at(operation, "value").unwrap_or(&Value::Null);
        match at(operation, "path").and_then(Value::as_str) {
            Some(path) => one(&mut resource, act, (&Path::parse(path)?, value))?,
            None => without_path(&mut resource, act, value)?,
        }
    }
    Ok(resource)
}

/// The value names its attributes itself: plainly, with a dot, or with the name of an extension before.
fn without_path(resource: &mut Value, act: Act, value: &Value) -> Result<()> {
    if act == Act::Remove {
        return Err(Error::invalid("noTarget", "say by a path what to remove"));
    }
    let named = value
        .as_object()
        .ok_or_else(|| syntax("without a path, the value is an object"))?;
    for (name, value) in named {
        if !is_among(name, &READ_ALONE) {
            one(resource, act, (&Path::parse(name)?, value))?;
        }
    }
    Ok(())
}

fn one(resource: &mut Value, act: Act, (path, value): (&Path, &Value)) -> Result<()> {
    let first = path.keys.0.first().map(String::as_str).unwrap_or_default();
    if is_among(first, &LET_GO) {
        return Ok(());
    }
    if is_among(first, &READ_ALONE) {
        return Err(Error::invalid(
            "mutability",
            "this is read, and not written",
        ));
    }
    let mut keys: Vec<&str> = path.keys.0.iter().map(String::as_str).collect();
    let several = is_among(first, &SEVERAL);
    let part = match (several, keys.len(), &path.part) {
        // `emails.value` means that of each.
        (true, 2, None) => keys.pop(),
        (true, 1, part) => part.as_deref(),
        (false, _, None) if path.chosen.is_none() => return single(resource, act, (&keys, value)),
        _ => {
            return Err(Error::invalid(
                "invalidPath",
                "only what has several values is chosen from",
            ));
        }
    };
    let list = list_at(resource, keys[0]);
    match (&path.chosen, part) {
        (None, None) => whole(list, act, value),
        (chosen, part) => some_of(list, act, (chosen.as_ref(), part, value))?,
    }
    list.retain(|value| value.as_object().is_none_or(|parts| !parts.is_empty()));
    if list.is_empty() {
        remove(resource, keys[0]);
    }
    Ok(())
}

/// An attribute with one value, or a part of it.
fn single(resource: &mut Value, act: Act, (keys, value): (&[&str], &Value)) -> Result<()> {
    let Some((last, above)) = keys.split_last() else {
        return Err(syntax("there is no such attribute"));
    };
    let mut place = resource;
    for key in above {
        place = entry(place, key);
        if !place.is_object() {
            *place = json!({});
        }
    }
    if act == Act::Remove || value.is_null() {
        remove(place, last);
        return Ok(());
    }
    let place = entry(place, last);
    match (place.as_object_mut(), value.as_object()) {
        // What is not named of something with parts stays.
        (Some(parts), Some(new)) => merge(parts, new),
        _ => *place = value.clone(),
    }
    Ok(())
}

fn whole(list: &mut Vec<Value>, act: Act, value: &Value) {
    let values = match value {
        Value::Array(values) => values.clone(),
        Value::Null => Vec::new(),
        value => vec![value.clone()],
    };
    let named: HashSet<Option<String>> = values.iter().map(main).collect();
    match act {
        // Some directories name beside the path whom they mean.
        Act::Remove if !values.is_empty() => list.retain(|old| !named.contains(&main(old))),
        Act::Remove => list.clear(),
        Act::Replace => *list = values,
        Act::Add => {
            if values.iter().any(is_primary) {
                list.iter_mut().for_each(not_primary);
            }
            list.retain(|old| !named.contains(&main(old)));
            list.extend(values);
        }
    }
}

/// By which one of several values is known.
fn main(value: &Value) -> Option<String> {
    let main = at(value, "value").unwrap_or(value);
    main.as_str().map(str::to_owned)
}

type Chosen<'a> = (Option<&'a Filter>, Option<&'a str>, &'a Value);

fn some_of(list: &mut Vec<Value>, act: Act, (chosen, part, value): Chosen<'_>) -> Result<()> {
    let is_meant = |it: &Value| chosen.is_none_or(|filter| filter.holds(it));
    if act == Act::Remove {
        match part {
            None => list.retain(|it| !is_meant(it)),
            Some(part) => {
                let meant = list.iter_mut().filter(|it| is_meant(it));
                meant.for_each(|it| remove(it, part));
            }
        }
        return Ok(());
    }
    if !list.iter().any(is_meant) {
        // A directory sets `emails[type eq "work"].value` where there is none yet.
        let begun = chosen.and_then(begin);
        list.push(begun.ok_or_else(|| Error::invalid("noTarget", "none of the values is meant"))?);
    }
    let sets_primary =
        part.is_some_and(|part| part.eq_ignore_ascii_case("primary")) && truth(value) == Some(true);
    let meant: Vec<bool> = list.iter().map(is_meant).collect();
    for (it, is_meant) in list.iter_mut().zip(meant) {
        match (is_meant, part) {
            (false, _) if sets_primary => not_primary(it),
            (false, _) => {}
            (true, Some(part)) => *entry(it, part) = value.clone(),
            (true, None) => match (it.as_object_mut(), value.as_object()) {
                (Some(parts), Some(new)) => merge(parts, new),
                _ => *it = value.clone(),
            },
        }
    }
    Ok(())
}

/// The value of which such a filter holds.
fn begin(filter: &Filter) -> Option<Value> {
    match filter {
        Filter::Compare(Keys(keys), Comparison::Equal, value) if keys.len() == 1 => {
            Some(json!({ keys[0].as_str(): value }))
        }
        Filter::And(one, other) => {
            let (mut one, other) = (begin(one)?, begin(other)?);
            merge(one.as_object_mut()?, other.as_object()?);
            Some(one)
        }
        _ => None,
    }
}

fn merge(parts: &mut Map<String, Value>, new: &Map<String, Value>) {
    for (name, value) in new {
        parts.retain(|old, _| !old.eq_ignore_ascii_case(name));
        if !value.is_null() {
            parts.insert(name.clone(), value.clone());
        }
    }
}

fn is_primary(value: &Value) -> bool {
    at(value, "primary").and_then(truth) == Some(true)
}

fn not_primary(value: &mut Value) {
    remove(value, "primary");
}

/// True or false, also where a directory writes it as text.
pub fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(is_so) => Some(*is_so),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

fn remove(value: &mut Value, key: &str) {
    if let Some(parts) = value.as_object_mut() {
        parts.retain(|name, _| !name.eq_ignore_ascii_case(key));
    }
}

/// What stands under a name, made if there is nothing; nothing else has this name then.
fn entry<'a>(value: &'a mut Value, key: &str) -> &'a mut Value {
    if !value.is_object() {
        *value = json!({});
    }
    let name = value
        .as_object()
        .and_then(|parts| parts.keys().find(|name| name.eq_ignore_ascii_case(key)))
        .cloned();
    &mut value[name.unwrap_or_else(|| key.to_owned())]
}

fn list_at<'a>(resource: &'a mut Value, key: &str) -> &'a mut Vec<Value> {
    let place = entry(resource, key);
    if !place.is_array() {
        *place = json!([]);
    }
    match place {
        Value::Array(list) => list,
        _ => unreachable!("it was made a list"),
    }
}

fn syntax(words: &'static str) -> Error {
    Error::invalid("invalidSyntax", words)
}

#[cfg(test)]
mod tests;
