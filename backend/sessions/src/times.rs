//! When the parts of a session take place: wall clocks become instants. Pure.
use async_graphql::{InputObject, InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use communities::{WorkCalendar, WorkWeek};
use kernel::{Error, Result};
use std::collections::BTreeSet;

pub(crate) const PARTS_MAX: usize = 20;
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
const TYPED: [&str; 2] = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];

/// What a clock on the wall shows, in a zone that is said beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WallTime(pub NaiveDateTime);

/// A day and a time on a wall clock, such as 2026-11-21T09:00; its zone is said beside it.
#[Scalar]
impl ScalarType for WallTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        TYPED
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
            .map(Self)
            .ok_or_else(|| InputValueError::custom("this is no day and time as 2026-11-21T09:00"))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format(TYPED[0]).to_string())
    }
}

/// When a part takes place, by the clocks there.
#[derive(Clone, Debug, PartialEq, Eq, InputObject)]
#[graphql(name = "SessionPartInput")]
pub struct PartPlan {
    /// Its start. A time that a clock change skips moves forward by what is skipped; of one that
    /// happens twice it is the first.
    pub starts: WallTime,
    /// Its end, at most a day later.
    pub ends: WallTime,
    /// A time zone of the IANA database, as Europe/Berlin; that of the community when absent.
    pub zone: Option<String>,
}

/// From when to when a part lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartTime {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// A name of the IANA time zone database.
    pub zone: String,
}

/// The instant that a wall clock shows in a zone.
pub fn instant(zone: Tz, wall: WallTime) -> DateTime<Utc> {
    let calendar = WorkCalendar::new(zone, WorkWeek::default(), BTreeSet::new());
    calendar.instant(wall.0.date(), wall.0.time())
}

/// What a wall clock in a zone shows at an instant.
pub fn wall_time(zone: &str, instant: DateTime<Utc>) -> WallTime {
    let zone: Tz = zone.parse().unwrap_or(Tz::UTC);
    WallTime(instant.with_timezone(&zone).naive_local())
}

/// The parts of a session in the order of time.
///
/// # Errors
/// `Invalid` on `parts`, naming the part: none or too many, an unknown zone, an end that is not after
/// its start, more than a day, a year that is not of ours, two parts at one time.
pub fn parse_parts(plans: &[PartPlan], zone: &str) -> Result<Vec<PartTime>> {
    if plans.is_empty() || plans.len() > PARTS_MAX {
        let message = format!("a session has 1 to {PARTS_MAX} parts");
        return Err(Error::invalid("parts", message));
    }
    let parsed: Result<Vec<PartTime>> = (1..)
        .zip(plans)
        .map(|(number, plan)| parse_part(number, plan, zone))
        .collect();
    let mut numbered: Vec<(usize, PartTime)> = (1..).zip(parsed?).collect();
    numbered.sort_by_key(|(_, part)| part.starts_at);
    for pair in numbered.windows(2) {
        let [(one, before), (other, after)] = pair else {
            continue;
        };
        if after.starts_at < before.ends_at {
            let message = format!("part {other} begins before part {one} is over");
            return Err(Error::invalid("parts", message).hint("give them times after each other"));
        }
    }
    Ok(numbered.into_iter().map(|(_, part)| part).collect())
}

fn parse_part(number: usize, plan: &PartPlan, zone: &str) -> Result<PartTime> {
    let wrong = |what: &str| Error::invalid("parts", format!("part {number} {what}"));
    let zone = plan.zone.as_deref().unwrap_or(zone).trim();
    let zone: Tz = zone.parse().map_err(|_| {
        wrong("has a time zone that there is not").hint("it looks like Europe/Berlin")
    })?;
    let years = [plan.starts.0.year(), plan.ends.0.year()];
    if !years.iter().all(|year| YEARS.contains(year)) {
        return Err(wrong("is in a year far from ours").hint("look at its date"));
    }
    let (starts_at, ends_at) = (instant(zone, plan.starts), instant(zone, plan.ends));
    if ends_at <= starts_at {
        return Err(wrong("ends before it begins").hint("give a later end"));
    }
    if ends_at - starts_at > TimeDelta::days(1) {
        return Err(wrong("is longer than a day").hint("make a part of each day"));
    }
    Ok(PartTime {
        starts_at,
        ends_at,
        zone: zone.name().to_owned(),
    })
}
