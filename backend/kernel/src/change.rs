//! What a change changed, for facts that tell it.
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What was before and what is after, of those things alone that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    #[serde(default)]
    pub before: Map<String, Value>,
    #[serde(default)]
    pub after: Map<String, Value>,
}

impl Change {
    /// Compares two states of a thing, given as JSON objects. A thing that was just made has no
    /// state before, and what is gone none after: `null`.
    pub fn between(before: Value, after: Value) -> Self {
        let of = |state| match state {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        let (mut before, mut after) = (of(before), of(after));
        let same: Vec<String> = before
            .iter()
            .filter(|(name, value)| after.get(*name) == Some(value))
            .map(|(name, _)| name.clone())
            .collect();
        for name in same {
            before.remove(&name);
            after.remove(&name);
        }
        before.retain(|_, value| !value.is_null());
        after.retain(|_, value| !value.is_null());
        Self { before, after }
    }
}
