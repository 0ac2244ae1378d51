//! How each kind of value is read and shown.
use super::Secret;
use outgoing::Allowed;
use std::net::SocketAddr;
use std::path::PathBuf;

/// A value of a setting.
pub trait Value: Sized {
    /// What it looks like, after "this should be".
    const SHAPE: &'static str;
    /// Whether the bare flag means "true".
    const SWITCH: bool = false;
    /// Whether the text must not be repeated anywhere.
    const SECRET: bool = false;

    fn parse(text: &str) -> Option<Self>;

    fn show(&self) -> String;
}

impl<V: Value> Value for Option<V> {
    const SHAPE: &'static str = V::SHAPE;
    const SECRET: bool = V::SECRET;

    fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(None);
        }
        V::parse(text).map(Some)
    }

    fn show(&self) -> String {
        self.as_ref().map_or_else(|| "not set".to_owned(), V::show)
    }
}

impl Value for SocketAddr {
    const SHAPE: &'static str = "an address and a port, as in 127.0.0.1:8080";

    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

impl Value for Allowed {
    const SHAPE: &'static str =
        "hosts with their ports and commas between, as in idp.intranet:8443";

    fn parse(text: &str) -> Option<Self> {
        Self::parse(text)
    }

    fn show(&self) -> String {
        match self.to_string() {
            places if places.is_empty() => "none".to_owned(),
            places => places,
        }
    }
}

impl Value for PathBuf {
    const SHAPE: &'static str = "a path";

    fn parse(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self::from(text))
    }

    fn show(&self) -> String {
        self.display().to_string()
    }
}

impl Value for String {
    const SHAPE: &'static str = "text";

    fn parse(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn show(&self) -> String {
        self.clone()
    }
}

impl Value for bool {
    const SHAPE: &'static str = "true or false";
    const SWITCH: bool = true;

    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

impl Value for u32 {
    const SHAPE: &'static str = "a whole number";

    fn parse(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

impl Value for Secret {
    const SHAPE: &'static str = "text";
    const SECRET: bool = true;

    fn parse(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self::new(text))
    }

    fn show(&self) -> String {
        format!("{self:?}")
    }
}

/// How lines of the log are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

impl Value for LogFormat {
    const SHAPE: &'static str = "text or json";

    fn parse(text: &str) -> Option<Self> {
        match text {
            "text" => Some(Self::Text),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    fn show(&self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Json => "json".to_owned(),
        }
    }
}

/// A language that letters are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    German,
}

impl Language {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }
}

impl Value for Language {
    const SHAPE: &'static str = "en or de";

    fn parse(text: &str) -> Option<Self> {
        [Self::English, Self::German]
            .into_iter()
            .find(|language| language.tag() == text)
    }

    fn show(&self) -> String {
        self.tag().to_owned()
    }
}

/// Who may read the schema of the API. A demonstration shows it to anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    People,
    Nobody,
}

impl Value for Readers {
    const SHAPE: &'static str = "people or nobody";

    fn parse(text: &str) -> Option<Self> {
        [Self::People, Self::Nobody]
            .into_iter()
            .find(|readers| readers.show() == text)
    }

    fn show(&self) -> String {
        match self {
            Self::People => "people".to_owned(),
            Self::Nobody => "nobody".to_owned(),
        }
    }
}

/// Which documents the API runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Documents {
    Any,
    /// Those the web app was built with, by their text or their hash.
    Known,
}

impl Value for Documents {
    const SHAPE: &'static str = "any or known";

    fn parse(text: &str) -> Option<Self> {
        [Self::Any, Self::Known]
            .into_iter()
            .find(|documents| documents.show() == text)
    }

    fn show(&self) -> String {
        match self {
            Self::Any => "any".to_owned(),
            Self::Known => "known".to_owned(),
        }
    }
}
