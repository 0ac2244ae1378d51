//! When the questions of a series come, and where it stands. Pure.
use crate::{PromptSeries, SpacedQuestion};
use async_graphql::Enum;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use communities::{DayUnit, WorkCalendar};

/// What is forgotten fastest is asked for first, and then ever more seldom.
const DAYS: [i32; 5] = [1, 3, 7, 14, 30];
/// When the day's work begins: a question is there when people come in.
const AT: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(at) => at,
    None => NaiveTime::MIN,
};

/// The day of a question that says none, by its place in the series.
pub(crate) fn usual_day(position: usize) -> Option<i32> {
    DAYS.get(position).copied()
}

/// Where a series stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "PromptSeriesState")]
pub enum SeriesState {
    /// Some of its questions are still to come.
    Running,
    /// Nothing is asked until it goes on.
    Paused,
    /// What was not asked is not asked any more.
    Cancelled,
    /// All were asked, or given up.
    Done,
}

impl SpacedQuestion {
    /// Whether it is still to be asked.
    pub fn is_ahead(&self) -> bool {
        self.prompt_id.is_none() && self.given_up_at.is_none()
    }
}

impl PromptSeries {
    pub fn state(&self, questions: &[SpacedQuestion]) -> SeriesState {
        let over = !questions.iter().any(SpacedQuestion::is_ahead);
        match (over, self.cancelled_at, self.paused_at) {
            (true, _, _) => SeriesState::Done,
            (false, Some(_), _) => SeriesState::Cancelled,
            (false, None, Some(_)) => SeriesState::Paused,
            (false, None, None) => SeriesState::Running,
        }
    }
}

/// The instants at which questions come that are so many days from the end of a session, in their order.
/// What would have passed comes on the next days: one a day.
pub(crate) fn moments(
    days: &[i32],
    (end, now): (DateTime<Utc>, DateTime<Utc>),
    calendar: &WorkCalendar,
) -> Vec<DateTime<Utc>> {
    let ended = calendar.day_of(end);
    let next = |day: NaiveDate| calendar.shift(day, 1, DayUnit::Calendar);
    let today = calendar.day_of(now);
    let mut earliest = match calendar.instant(today, AT) > now {
        true => today,
        false => next(today),
    };
    days.iter()
        .map(|days| {
            let day = calendar.shift(ended, *days, DayUnit::Calendar);
            let day = day.max(earliest);
            earliest = next(day);
            calendar.instant(day, AT)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use communities::WorkWeek;
    use std::collections::BTreeSet;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap_or_default()
    }

    fn berlin() -> WorkCalendar {
        WorkCalendar::new(
            chrono_tz::Europe::Berlin,
            WorkWeek::default(),
            BTreeSet::new(),
        )
    }

    #[test]
    fn questions_come_on_their_days_at_nine_by_the_clocks_of_the_community() {
        let end = at("2026-03-26T11:00:00Z");
        let moments = moments(&[1, 3, 7], (end, end), &berlin());
        // The clocks change on the 29th.
        let expected = [
            "2026-03-27T08:00:00Z",
            "2026-03-29T07:00:00Z",
            "2026-04-02T07:00:00Z",
        ];
        assert_eq!(moments, expected.map(at));
    }

    #[test]
    fn what_has_passed_comes_on_the_next_days_one_a_day() {
        let (end, now) = (at("2026-03-20T11:00:00Z"), at("2026-03-26T11:00:00Z"));
        let moments = moments(&[1, 3, 7, 30], (end, now), &berlin());
        let expected = [
            "2026-03-27T08:00:00Z",
            "2026-03-28T08:00:00Z",
            "2026-03-29T07:00:00Z",
            "2026-04-19T07:00:00Z",
        ];
        assert_eq!(moments, expected.map(at));
    }
}
