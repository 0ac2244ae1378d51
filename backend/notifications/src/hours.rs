//! When a letter may go, by the clock of who gets it. Pure.
//!
//! A local time that a clock change skips moves forward by the gap; one that happens twice is the first.
use crate::{Minute, Quiet, When};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc, Weekday};
use chrono_tz::Tz;
use communities::{WorkCalendar, WorkWeek};
use std::collections::BTreeSet;

/// Somebody's hours.
#[derive(Clone, Copy, Debug)]
pub struct Hours {
    pub zone: Tz,
    pub quiet: Option<Quiet>,
    pub digest_at: Minute,
    pub paused_until: Option<DateTime<Utc>>,
}

impl Hours {
    /// When what happened `at` is told; nothing when it is not.
    pub fn due(&self, when: When, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match when {
            When::AtOnce => Some(self.awake(at)),
            When::Daily => Some(self.next_daily(at)),
            When::Sunday => Some(self.next_sunday(at)),
            When::Not => None,
        }
    }

    /// The next mail of the day after an instant.
    pub fn next_daily(&self, after: DateTime<Utc>) -> DateTime<Utc> {
        self.next_digest(after, |_| true)
    }

    /// The next mail of Sunday after an instant.
    pub fn next_sunday(&self, after: DateTime<Utc>) -> DateTime<Utc> {
        self.next_digest(after, |day| day.weekday() == Weekday::Sun)
    }

    fn next_digest(
        &self,
        after: DateTime<Utc>,
        is_its_day: impl Fn(NaiveDate) -> bool,
    ) -> DateTime<Utc> {
        let today = self.day_of(after);
        let next = (0..=8)
            .filter_map(|days| today.checked_add_days(Days::new(days)))
            .filter(|day| is_its_day(*day))
            .map(|day| self.awake(self.instant(day, self.digest_at)))
            .find(|instant| *instant > after);
        next.unwrap_or(after)
    }

    /// The first instant from `at` on that is neither quiet nor paused.
    pub fn awake(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        let at = self.paused_until.map_or(at, |until| at.max(until));
        let Some(quiet) = self.quiet else {
            return at;
        };
        let local = at.with_timezone(&self.zone);
        let now = Minute::at(minute_of(local.hour()), minute_of(local.minute()));
        let day = local.date_naive();
        let over_midnight = quiet.until < quiet.from;
        let is_quiet = match over_midnight {
            true => now >= quiet.from || now < quiet.until,
            false => now >= quiet.from && now < quiet.until,
        };
        if !is_quiet {
            return at;
        }
        let ends_on = match over_midnight && now >= quiet.from {
            true => day.succ_opt().unwrap_or(day),
            false => day,
        };
        self.instant(ends_on, quiet.until).max(at)
    }

    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The instant at which a day begins.
    pub fn beginning(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(day, Minute::at(0, 0))
    }

    fn instant(&self, day: NaiveDate, minute: Minute) -> DateTime<Utc> {
        let time = NaiveTime::MIN + TimeDelta::minutes(i64::from(minute.get()));
        WorkCalendar::new(self.zone, WorkWeek::default(), BTreeSet::new()).instant(day, time)
    }
}

fn minute_of(part: u32) -> u16 {
    u16::try_from(part).unwrap_or(0)
}
