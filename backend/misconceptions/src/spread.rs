//! How far a misconception spread, and how far its correction came. Pure.
use crate::Misconception;
use chrono::{DateTime, Utc};
use kernel::PersonId;

/// The numbers of a spread report. Nobody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// How many people had read it when it was corrected.
    pub exposed_before: i64,
    /// How many read it since, with its correction.
    pub exposed_after: i64,
    pub first_exposure_at: Option<DateTime<Utc>>,
    pub published_at: Option<DateTime<Utc>>,
    /// How many were told.
    pub told: i64,
    /// How many of them said that they read it.
    pub acknowledged: i64,
    pub not_convinced: i64,
    /// In how many posts it was found since.
    pub recurrences: i64,
}

impl Spread {
    /// How many minutes the first who read it had no correction.
    pub fn minutes_to_correction(&self) -> Option<i64> {
        let published = self.published_at?;
        Some((published - self.first_exposure_at?).num_minutes().max(0))
    }
}

/// Those who need not be told, as they found it or wrote its correction.
pub(crate) fn who_knew(record: &Misconception) -> Vec<PersonId> {
    [
        record.suspected_by,
        record.drafted_by,
        record.owner_id,
        record.agreed_by,
    ]
    .into_iter()
    .flatten()
    .collect()
}
