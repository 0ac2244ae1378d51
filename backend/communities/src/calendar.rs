//! The calendar of a community: what instant a time of its day is, and which days it works. Pure.
use crate::{Community, Membership};
use async_graphql::Enum;
use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc, Weekday,
};
use chrono_tz::{GapInfo, Tz};
use kernel::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// In which days a distance is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayUnit {
    /// Every day.
    Calendar,
    /// The days on which the community works: neither its free weekdays nor its holidays.
    Working,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "Weekday", remote = "chrono::Weekday")]
pub enum DayOfWeek {
    #[graphql(name = "MONDAY")]
    Mon,
    #[graphql(name = "TUESDAY")]
    Tue,
    #[graphql(name = "WEDNESDAY")]
    Wed,
    #[graphql(name = "THURSDAY")]
    Thu,
    #[graphql(name = "FRIDAY")]
    Fri,
    #[graphql(name = "SATURDAY")]
    Sat,
    #[graphql(name = "SUNDAY")]
    Sun,
}

/// The days of a week on which a community works. There is always one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkWeek(u8);

impl WorkWeek {
    /// Nothing when `days` is empty.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Option<Self> {
        let bits = days.into_iter().fold(0, |bits, day| bits | bit(day));
        (bits != 0).then_some(Self(bits))
    }

    pub fn has(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// From Monday on.
    pub fn days(self) -> impl Iterator<Item = Weekday> {
        (0..7)
            .filter_map(|day| Weekday::try_from(day).ok())
            .filter(move |day| self.has(*day))
    }

    /// As it is stored: a bit for each day, the lowest for Monday.
    pub fn bits(self) -> i16 {
        self.0.into()
    }

    /// What is stored; Monday to Friday when it is no week.
    pub fn from_bits(bits: i16) -> Self {
        let stored = u8::try_from(bits & 0b111_1111).unwrap_or_default();
        match stored {
            0 => Self::default(),
            stored => Self(stored),
        }
    }
}

impl Default for WorkWeek {
    /// Monday to Friday.
    fn default() -> Self {
        Self(0b001_1111)
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

/// The zone of a community's days.
pub(crate) fn zone_of(community: &Community) -> Result<Tz> {
    let zone = community.zone.parse();
    zone.map_err(|_| Error::internal("a community is in a time zone that there is no more"))
}

/// The day on which an instant falls in a community.
///
/// # Errors
/// None but the server's own.
pub fn day_in(community: &Community, instant: DateTime<Utc>) -> Result<NaiveDate> {
    Ok(instant.with_timezone(&zone_of(community)?).date_naive())
}

/// Whether a member came after the cohort's first day.
///
/// # Errors
/// None but the server's own.
pub fn joined_late(community: &Community, member: &Membership) -> Result<bool> {
    let joined = day_in(community, member.joined_at)?;
    Ok(community.starts_on.is_some_and(|first| first < joined))
}

/// When a community works, in its own time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkCalendar {
    zone: Tz,
    week: WorkWeek,
    holidays: BTreeSet<NaiveDate>,
}

impl WorkCalendar {
    pub fn new(zone: Tz, week: WorkWeek, holidays: BTreeSet<NaiveDate>) -> Self {
        Self {
            zone,
            week,
            holidays,
        }
    }

    pub fn zone(&self) -> Tz {
        self.zone
    }

    pub fn week(&self) -> WorkWeek {
        self.week
    }

    /// The instant of a local time. One that a clock change skips moves forward by what is skipped; of
    /// one that happens twice it is the first.
    pub fn instant(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        let local = day.and_time(time);
        match self.zone.from_local_datetime(&local).earliest() {
            Some(instant) => instant.to_utc(),
            None => self.past_the_gap(local),
        }
    }

    /// By the clock as it was before the change: half past two is half an hour after it.
    fn past_the_gap(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let before = GapInfo::new(&local, &self.zone).and_then(|gap| gap.begin);
        let instant =
            before.and_then(|(_, offset)| offset.fix().from_local_datetime(&local).single());
        instant.map_or_else(|| local.and_utc(), |instant| instant.to_utc())
    }

    /// The day on which an instant falls here.
    pub fn day_of(&self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.zone).date_naive()
    }

    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.week.has(day.weekday()) && !self.holidays.contains(&day)
    }

    /// The day so many days after `day`, or before it when `days` is negative. In working days, none
    /// is the day itself or the next working day, and one is the first working day beyond `day`.
    pub fn shift(&self, day: NaiveDate, days: i32, unit: DayUnit) -> NaiveDate {
        match unit {
            DayUnit::Calendar => moved(day, days),
            DayUnit::Working if days == 0 && self.is_working(day) => day,
            DayUnit::Working => self.shift_working(day, days),
        }
    }

    fn shift_working(&self, day: NaiveDate, days: i32) -> NaiveDate {
        let step = if days < 0 { -1 } else { 1 };
        let mut left = days.unsigned_abs().max(1);
        let mut at = day;
        while left > 0 {
            let next = moved(at, step);
            if next == at {
                return at;
            }
            at = next;
            left -= u32::from(self.is_working(at));
        }
        at
    }
}

/// Stops at the first and the last day there are.
fn moved(day: NaiveDate, days: i32) -> NaiveDate {
    let by = Days::new(days.unsigned_abs().into());
    match days < 0 {
        true => day.checked_sub_days(by).unwrap_or(NaiveDate::MIN),
        false => day.checked_add_days(by).unwrap_or(NaiveDate::MAX),
    }
}
