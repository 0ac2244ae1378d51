//! When somebody is asked: by their own clock, in the week and with the holidays of the community.
use crate::schedule::working_moment;
use crate::{CheckIn, ResponseState};
use chrono::{DateTime, NaiveDate, Utc};
use communities::{WorkCalendar, WorkWeek};
use identity::Person;
use kernel::{CommunityId, Conn, Result};
use std::collections::{BTreeSet, HashMap};

/// The working weeks of people in one community.
pub(crate) struct Hours {
    week: WorkWeek,
    holidays: BTreeSet<NaiveDate>,
    of_zones: HashMap<String, WorkCalendar>,
}

impl Hours {
    pub(crate) async fn of(conn: &Conn<'_>, community: CommunityId) -> Result<Self> {
        let holidays = communities::holidays_of(conn, community).await?;
        Ok(Self {
            week: communities::calendar_of(conn, community).await?.week(),
            holidays: holidays.into_keys().collect(),
            of_zones: HashMap::new(),
        })
    }

    fn calendar(&mut self, person: &Person, row: &CheckIn) -> &WorkCalendar {
        let calendar = || {
            let zone = person.zone.parse().unwrap_or(row.tz());
            WorkCalendar::new(zone, self.week, self.holidays.clone())
        };
        self.of_zones
            .entry(person.zone.clone())
            .or_insert_with(calendar)
    }

    /// The first moment from then on at which they work and are not away; who is away until it closes is
    /// not waited for.
    pub(crate) fn asking(
        &mut self,
        (person, row): (&Person, &CheckIn),
        (from, away): (DateTime<Utc>, Option<DateTime<Utc>>),
    ) -> (DateTime<Utc>, ResponseState) {
        let from = away.map_or(from, |until| from.max(until));
        if from >= row.closes_at {
            return (row.opens_at, ResponseState::Away);
        }
        let at = working_moment(from, self.calendar(person, row));
        // Better at another hour than never.
        match at < row.closes_at {
            true => (at, ResponseState::Waiting),
            false => (from, ResponseState::Waiting),
        }
    }
}
