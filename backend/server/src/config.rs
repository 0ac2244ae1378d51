//! What the operator decided, and where: by flag, by variable, by file, or not at all.
mod network;
mod providers;
mod secret;
mod settings;
mod url;
mod value;

pub use network::Networks;
pub use providers::read_providers;
pub use secret::Secret;
pub use settings::{Setting, Settings};
pub use url::{DatabaseUrl, FilesUrl, PublicUrl};
pub use value::{Documents, Language, LogFormat, Readers, Value};

use std::collections::BTreeMap;
use std::fmt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

pub const FILE_NAME: &str = "interlude.toml";
const PREFIX: &str = "INTERLUDE_";

/// Where a value came from. The first of these that names a setting decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Flag,
    Variable,
    File(PathBuf),
    Default,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => write!(f, "flag"),
            Self::Variable => write!(f, "variable"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Default => write!(f, "default"),
        }
    }
}

/// One setting as it stands, fit to be shown: a secret says only that it is set.
#[derive(Clone, Debug)]
pub struct InForce {
    pub setting: &'static Setting,
    pub shown: String,
    pub source: Source,
}

/// Everything that is wrong with the configuration, one sentence each.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigError(pub Vec<String>);

/// What was given outside the program.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// `--config`, or `INTERLUDE_CONFIG`.
    pub config: Option<PathBuf>,
    /// Values of flags, by key.
    pub flags: BTreeMap<String, String>,
    /// The environment; only what begins with `INTERLUDE_` is looked at.
    pub variables: BTreeMap<String, String>,
}

/// Reads the file, if there is one, and decides every setting.
///
/// # Errors
/// Every unknown name and every value that cannot be read, all at once.
pub fn resolve(given: &Given) -> Result<(Settings, Vec<InForce>), ConfigError> {
    let mut mistakes = unknown_variables(&given.variables);
    let mut values = BTreeMap::new();
    if let Some(path) = file_to_read(given) {
        for (key, text) in read_file(&path, &mut mistakes) {
            values.insert(key, (text, Source::File(path.clone())));
        }
    }
    for setting in settings::LIST {
        if let Some(text) = given.variables.get(&setting.variable()) {
            values.insert(setting.key.to_owned(), (text.clone(), Source::Variable));
        }
        if let Some(text) = given.flags.get(setting.key) {
            values.insert(setting.key.to_owned(), (text.clone(), Source::Flag));
        }
    }
    let (settings, in_force) = Settings::read(&values, &mut mistakes);
    mistakes.extend(settings.contradictions());
    if mistakes.is_empty() {
        Ok((settings, in_force))
    } else {
        Err(ConfigError(mistakes))
    }
}

/// `--config`, else the working folder's file, else the data folder's.
fn file_to_read(given: &Given) -> Option<PathBuf> {
    if given.config.is_some() {
        return given.config.clone();
    }
    let data = given
        .flags
        .get("data-dir")
        .or_else(|| given.variables.get("INTERLUDE_DATA_DIR"))
        .map_or(Path::new("data"), Path::new);
    [PathBuf::from(FILE_NAME), data.join(FILE_NAME)]
        .into_iter()
        .find(|path| path.is_file())
}

fn read_file(path: &Path, mistakes: &mut Vec<String>) -> Vec<(String, String)> {
    let table = std::fs::read_to_string(path)
        .map_err(|error| error.to_string())
        .and_then(|text| text.parse::<toml::Table>().map_err(|e| e.to_string()));
    let table = match table {
        Ok(table) => table,
        Err(reason) => {
            mistakes.push(format!("{} cannot be read: {reason}", path.display()));
            return Vec::new();
        }
    };
    if is_open_to_others(path) && table.keys().any(|key| is_secret(key)) {
        mistakes.push(format!(
            "{path} holds a secret and can be read by other accounts; close it with: chmod 600 \
             {path}",
            path = path.display()
        ));
    }
    let mut values = Vec::new();
    for (key, value) in table {
        let known = settings::LIST.iter().any(|setting| setting.key == key);
        match value_text(&value).filter(|_| known) {
            Some(text) => values.push((key, text)),
            None if known => mistakes.push(format!(
                "{key} in {} is no plain value; write it as text, a number, true, false or a list",
                path.display()
            )),
            None => mistakes.push(format!(
                "{key} in {} is no setting; `interlude config check` lists them all",
                path.display()
            )),
        }
    }
    values
}

fn is_open_to_others(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
}

fn is_secret(key: &str) -> bool {
    let mut settings = settings::LIST.iter();
    settings.any(|setting| setting.key == key && setting.is_secret())
}

/// A plain value as the text a flag would have.
fn value_text(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(flag) => Some(flag.to_string()),
        toml::Value::Array(items) => {
            let items: Option<Vec<_>> = items.iter().map(value_text).collect();
            items.map(|items| items.join(","))
        }
        _ => None,
    }
}

fn unknown_variables(variables: &BTreeMap<String, String>) -> Vec<String> {
    // Kubernetes tells every container of a service called "interlude" where that service is.
    let of_kubernetes =
        |name: &str| name.starts_with("INTERLUDE_PORT") || name.starts_with("INTERLUDE_SERVICE_");
    variables
        .keys()
        .filter(|name| name.starts_with(PREFIX) && *name != "INTERLUDE_CONFIG")
        .filter(|name| settings::LIST.iter().all(|s| s.variable() != **name))
        .filter(|name| !of_kubernetes(name))
        .map(|name| {
            format!("the variable {name} is no setting; `interlude config check` lists them all")
        })
        .collect()
}
