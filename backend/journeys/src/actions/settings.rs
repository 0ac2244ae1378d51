//! Reading what a step tells its action.
use async_graphql::Enum;
use kernel::{Error, Result};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// One thing that an action wants to know.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: FieldKind,
    pub needed: bool,
    /// What it means.
    pub about: &'static str,
}

/// How a setting is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum FieldKind {
    /// One line.
    Line,
    /// Markdown, in which {session}, {community} and {date} are filled.
    Text,
    /// A whole number.
    Number,
    /// Yes or no.
    YesNo,
    /// The place of a channel in addresses.
    Channel,
    /// A local time, as 09:00.
    Time,
    /// A list of roles, as learner.
    Roles,
    /// In which days something is counted: calendar or working.
    DayUnit,
    /// An address on the web.
    Address,
}

/// # Errors
/// `Invalid` on `settings` when one of them is none of these, so that a typing error does not pass
/// unseen.
pub fn known(settings: &Value, fields: &[Field]) -> Result<()> {
    let given = settings.as_object().into_iter().flatten();
    for (name, _) in given {
        if !fields.iter().any(|field| field.name == name) {
            let names: Vec<_> = fields.iter().map(|field| field.name).collect();
            let message = format!("there is no setting called {name}");
            return Err(
                Error::invalid("settings", message).hint(format!("there are {}", names.join(", ")))
            );
        }
    }
    Ok(())
}

/// Reads settings into what the action understands; `check` says what of it cannot be.
pub fn read<S: DeserializeOwned + Serialize>(
    settings: &Value,
    check: impl FnOnce(&mut S) -> Result<()>,
) -> Result<Value> {
    let mut read: S = serde_json::from_value(settings.clone()).map_err(|error| {
        Error::invalid(
            "settings",
            format!("these settings cannot be read: {error}"),
        )
    })?;
    check(&mut read)?;
    Ok(serde_json::to_value(read)?)
}

/// Settings that were read before.
pub fn kept<S: DeserializeOwned>(settings: &Value) -> Result<S> {
    Ok(serde_json::from_value(settings.clone())?)
}
