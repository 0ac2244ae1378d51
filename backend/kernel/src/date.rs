//! A day of the calendar, without a time or a zone.
use async_graphql::scalar;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(pub NaiveDate);

scalar!(Date, "Date", "A day of the calendar, such as 2026-11-21.");
