//! What columns of pairings say in a word.
use async_graphql::Enum;
use sea_orm::entity::prelude::*;

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[graphql(name = "PairingRoundState")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum RoundState {
    /// It is found out who could be together.
    Solving,
    /// Who leads looks at it.
    Proposed,
    /// Everybody knows.
    Published,
    /// Its time is over.
    Ended,
    /// It was taken back before anybody knew.
    Cancelled,
    /// No proposal came out of it: see its problem.
    Failed,
}

/// What is done while a round is solved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[graphql(name = "PairingStage")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum RoundStage {
    /// It waits its turn.
    Waiting,
    /// What each two would be worth is found out.
    Weighing,
    /// The best pairs are found.
    Matching,
    /// Groups are improved.
    Improving,
}

/// What somebody is in a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum PairRole {
    /// Both learn.
    Peer,
    /// Who knows.
    Mentor,
    /// Who learns.
    Mentee,
}

/// What became of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum CommitmentOutcome {
    /// It is still meant.
    Open,
    /// It was done.
    Done,
    /// They mean something else now, for a reason. That is no failure.
    ChangedMind,
}

/// Whether two met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum MetAnswer {
    /// They did.
    Yes,
    /// They did not.
    No,
    /// A day is agreed.
    Planned,
}
