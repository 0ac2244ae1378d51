//! The words in which the tables of pulses speak.
use async_graphql::Enum;
use sea_orm::FromJsonQueryResult;
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

/// What a pulse is for.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Enum,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum PulseKind {
    /// At the end of a session: about it, each objective, and whoever led it. Has an open link.
    Reaction,
    /// Two to four weeks after a session: what was applied, and what got in the way.
    Transfer,
    /// Before anything was learned; asked again by its follow-ups.
    Baseline,
    /// The questions of a baseline, asked again 30, 60 or 90 days on.
    FollowUp,
}

/// How a question is answered.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Enum,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[graphql(name = "PulseQuestionKind")]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum QuestionKind {
    /// By one of 5 words, from the least to the most.
    Scale,
    /// In their own words: an example. It can be left out.
    Text,
    /// By what got in the way: several may be named, or none.
    Barriers,
}

/// What got in the way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Enum, Serialize, Deserialize,
)]
#[graphql(name = "PulseBarrier")]
#[serde(rename_all = "snake_case")]
pub enum Barrier {
    /// There was no time.
    Time,
    /// There was no chance to try it.
    NoChance,
    /// Their manager was not behind it.
    Manager,
    /// Tools or access were missing.
    Tools,
    /// It was not clear how.
    Unclear,
    /// It did not fit their work.
    NotFitting,
    /// Something else.
    Other,
}

impl Barrier {
    pub const ALL: [Self; 7] = [
        Self::Time,
        Self::NoChance,
        Self::Manager,
        Self::Tools,
        Self::Unclear,
        Self::NotFitting,
        Self::Other,
    ];

    /// Its name in tables for spreadsheets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::NoChance => "no_chance",
            Self::Manager => "manager",
            Self::Tools => "tools",
            Self::Unclear => "unclear",
            Self::NotFitting => "not_fitting",
            Self::Other => "other",
        }
    }
}

/// By what answers are divided, fixed before anybody is asked.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Enum,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[graphql(name = "PulseCut")]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Cut {
    /// Where people work.
    Site,
    /// Whom people work with.
    Team,
}

/// How far somebody is who is asked.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Enum,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[graphql(name = "PulseAskedState")]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum AskedState {
    /// Asked, and not done.
    Waiting,
    Answered,
    /// They said that they do not answer.
    Skipped,
    /// Away for as long as it was open.
    Away,
    /// Left out, so that nobody is asked too much.
    Spared,
}

/// Why somebody is left out.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Enum,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[graphql(name = "PulseSpared")]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Spared {
    /// Asked something less than a week before, in any of their communities.
    AskedRecently,
    /// Asked too many questions in 30 days, over all their communities.
    AskedMuch,
    /// More people than were to be asked: whoever was asked longest ago goes first.
    NotChosen,
}

/// What a question offers to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Options(pub Vec<String>);

/// What somebody says got in the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Barriers(pub Vec<Barrier>);
