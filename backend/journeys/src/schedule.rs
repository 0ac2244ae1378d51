//! When the steps of a journey are due: to the second, from the calendar of the community. Pure.
//!
//! A distance in days is counted in local days, so it keeps its time of day when the clocks change. A
//! local time that a change skips moves forward by what is skipped; one that happens twice is the
//! first. A distance in minutes is counted in real time.
use crate::step::{Anchor, Offset, Step, root_of, step_named};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use communities::{DayUnit, WorkCalendar};
use kernel::PersonId;

/// When a session takes place, from its first part to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// Somebody who belongs to the community, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enrolled {
    pub person: PersonId,
    pub since: DateTime<Utc>,
}

/// Something that is to happen once: a step, for everybody it is for or for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub step: String,
    pub person: Option<PersonId>,
    pub due_at: DateTime<Utc>,
}

/// What becomes of an item at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is not due yet.
    Ahead,
    /// It is done now.
    Now,
    /// Its time has passed, and doing it now would help nobody.
    TooLate,
}

/// What a journey counts from.
#[derive(Clone, Copy, Debug)]
pub struct Schedule<'a> {
    pub calendar: &'a WorkCalendar,
    pub steps: &'a [Step],
    pub session: Option<Span>,
}

impl Schedule<'_> {
    /// Everything that is to happen, in its order: what was due to somebody before `since` is left
    /// out, as a journey does not begin with what is over for them.
    pub fn plan(&self, people: &[Enrolled], since: DateTime<Utc>) -> Vec<Planned> {
        let mut planned: Vec<Planned> = Vec::new();
        for step in self.steps {
            match root_of(self.steps, step) {
                Anchor::Enrolment => planned.extend(
                    people
                        .iter()
                        .filter_map(|enrolled| self.planned(step, Some(*enrolled)))
                        .filter(|planned| planned.due_at >= since),
                ),
                _ => planned.extend(self.planned(step, None)),
            }
        }
        planned.sort_by_key(|item| item.due_at);
        planned
    }

    /// One step, for one person if it counts from when they joined.
    pub fn planned(&self, step: &Step, enrolled: Option<Enrolled>) -> Option<Planned> {
        Some(Planned {
            step: step.key.clone(),
            person: enrolled.map(|enrolled| enrolled.person),
            due_at: self.due(step, enrolled.map(|enrolled| enrolled.since))?,
        })
    }

    /// When a step is due; nothing when there is no session that it could count from.
    pub fn due(&self, step: &Step, enrolled: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        let mut way = vec![step];
        let mut at = step;
        let root = loop {
            match &at.anchor {
                Anchor::SessionStart => break self.session?.start,
                Anchor::SessionEnd => break self.session?.end,
                Anchor::Enrolment => break enrolled?,
                // Steps that were read form no circle.
                Anchor::Step(_) if way.len() > self.steps.len() => return None,
                Anchor::Step(key) => at = step_named(self.steps, key)?,
            }
            way.push(at);
        };
        let due = way
            .iter()
            .rev()
            .fold(root, |instant, step| self.moved(instant, step.offset));
        Some(due)
    }

    fn moved(&self, from: DateTime<Utc>, offset: Offset) -> DateTime<Utc> {
        match offset {
            Offset::Minutes(minutes) => from + TimeDelta::minutes(minutes.into()),
            Offset::Days { days, unit, at } => {
                let day = self.calendar.shift(self.calendar.day_of(from), days, unit);
                self.calendar
                    .instant(day, at.unwrap_or_else(|| self.time_of(from)))
            }
        }
    }

    fn time_of(&self, instant: DateTime<Utc>) -> NaiveTime {
        instant.with_timezone(&self.calendar.zone()).time()
    }

    /// The offset that puts a step at an instant: in days at a local time, in working days if it was
    /// and the day is one.
    pub fn offset_to(&self, step: &Step, instant: DateTime<Utc>) -> Option<Offset> {
        let still = Step {
            offset: Offset::Minutes(0),
            ..step.clone()
        };
        let anchor_day = self.calendar.day_of(self.due(&still, None)?);
        let day = self.calendar.day_of(instant);
        let calendar_days = i32::try_from((day - anchor_day).num_days()).ok()?;
        let working = match step.offset {
            Offset::Days {
                unit: DayUnit::Working,
                ..
            } => self.working_days(anchor_day, calendar_days),
            _ => None,
        };
        let at = Some(self.time_of(instant));
        Some(match working {
            Some(days) => Offset::Days {
                days,
                unit: DayUnit::Working,
                at,
            },
            None => Offset::Days {
                days: calendar_days,
                unit: DayUnit::Calendar,
                at,
            },
        })
    }

    /// How many working days lead from `day` to the one so many days away, if it is one.
    fn working_days(&self, day: chrono::NaiveDate, calendar_days: i32) -> Option<i32> {
        let wanted = self.calendar.shift(day, calendar_days, DayUnit::Calendar);
        let nearest = calendar_days.signum();
        (0..=calendar_days.abs())
            .map(|days| days * nearest)
            .find(|days| self.calendar.shift(day, *days, DayUnit::Working) == wanted)
    }
}

/// What becomes of an item that is due at one moment, and helps until another.
pub fn fate(
    due_at: DateTime<Utc>,
    useful_until: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Fate {
    match useful_until {
        _ if now < due_at => Fate::Ahead,
        Some(until) if until < now => Fate::TooLate,
        _ => Fate::Now,
    }
}
