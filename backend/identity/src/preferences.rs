//! How a person likes to read. Kept whole with the person, so that a page needs no second question.
use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// The languages the web app speaks, as BCP 47 tags.
pub const LANGUAGES: [&str; 2] = ["en", "de"];

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct Preferences {
    pub theme: Theme,
    /// One of `LANGUAGES`.
    pub language: String,
    pub text_scale: TextScale,
    pub less_motion: bool,
    pub reading_font: ReadingFont,
    /// Whether single letters are shortcuts.
    pub single_keys: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            language: LANGUAGES[0].to_owned(),
            text_scale: TextScale::Normal,
            less_motion: false,
            reading_font: ReadingFont::Interlude,
            single_keys: true,
        }
    }
}

/// The colours of the web app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Light or dark as the device is.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The size of what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextScale {
    /// A little smaller than usual.
    Small,
    /// The usual size.
    Normal,
    /// A little larger than usual.
    Large,
    /// Much larger than usual.
    Larger,
}

/// The typeface of what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingFont {
    /// The one that comes with the web app.
    Interlude,
    /// The one of the device.
    System,
}
