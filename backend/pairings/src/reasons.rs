//! Words for reasons, as they are stored and shown.
use async_graphql::Enum;
use serde::{Deserialize, Serialize};

/// Why some people are together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[graphql(name = "PairReasonKind")]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// They work so many minutes of a day at the same time.
    Overlap,
    SharedLanguage,
    DifferentTeam,
    DifferentSite,
    DifferentLevel,
    /// One of them is stronger on an objective.
    Complements,
    SameGoal,
    /// They never were together.
    New,
    MetBefore,
    /// They met not long ago, and somebody would be alone if they did not meet again.
    Again,
    /// One of them was left out before.
    Waited,
    /// Who leads put them together.
    ByHand,
    /// Three, because the number is odd.
    Trio,
    /// Somebody left, and this is the smallest repair.
    Repaired,
    /// One knows, one learns.
    Mentoring,
}

/// Why somebody has nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnpairedReason {
    /// No one fits under the rules.
    NobodyFits,
    /// All who fit are with somebody else.
    NobodyLeft,
    /// Who leads took them out.
    ByHand,
    /// Whom they were with was moved by hand; somebody who has nobody either fits them.
    LeftOver,
}
