//! A day of the calendar, without a time or a zone, and what may be planned for when.
use crate::{Error, Result};
use async_graphql::scalar;
use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(pub NaiveDate);

scalar!(Date, "Date", "A day of the calendar, such as 2026-11-21.");

const YEARS_AHEAD: u32 = 2;

/// Something that is planned for then: what is typed for the distant future is mistyped, and a year of
/// five digits would sort before all others where instants are text.
///
/// # Errors
/// `Invalid` on `field` when the time has passed, or is more than two years ahead.
pub fn ahead(field: &'static str, at: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>> {
    if at < now {
        return Err(Error::invalid(field, "this time has passed").hint("choose a later one"));
    }
    let last = now.checked_add_months(Months::new(12 * YEARS_AHEAD));
    match last.is_none_or(|last| at <= last) {
        true => Ok(at),
        false => {
            let words = format!("this is more than {YEARS_AHEAD} years ahead");
            Err(Error::invalid(field, words).hint("look at its year"))
        }
    }
}
