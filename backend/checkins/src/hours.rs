//! When somebody is asked: by their own clock, in the week and with the holidays of the community.
use crate::{CheckIn, ResponseState};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use communities::{WorkCalendar, WorkHours, WorkWeek};
use identity::Person;
use kernel::{CommunityId, Conn, PersonId, Result};
use std::collections::{BTreeSet, HashMap};

/// The working weeks of people in one community.
pub struct Hours {
    week: WorkWeek,
    holidays: BTreeSet<NaiveDate>,
    of_zones: HashMap<String, WorkCalendar>,
    /// Of those who said when they work there.
    of_people: HashMap<PersonId, WorkHours>,
}

impl Hours {
    /// # Errors
    /// When the database fails.
    pub async fn of(conn: &Conn<'_>, community: CommunityId) -> Result<Self> {
        let holidays = communities::holidays_of(conn, community).await?;
        Ok(Self {
            week: communities::calendar_of(conn, community).await?.week(),
            holidays: holidays.into_keys().collect(),
            of_zones: HashMap::new(),
            of_people: pairings::hours_in(conn, community).await?,
        })
    }

    /// The first moment from then on at which somebody works; by the clock of that zone, where theirs is
    /// not known.
    pub fn working(&mut self, (person, zone): (&Person, Tz), from: DateTime<Utc>) -> DateTime<Utc> {
        let calendar = || {
            let zone = person.zone.parse().unwrap_or(zone);
            WorkCalendar::new(zone, self.week, self.holidays.clone())
        };
        let calendar = self
            .of_zones
            .entry(person.zone.clone())
            .or_insert_with(calendar);
        let hours = self.of_people.get(&person.id).copied().unwrap_or_default();
        // A month without a working day is a holiday of everybody's: they are asked in it then.
        hours.next(from, calendar).unwrap_or(from)
    }

    /// As `working`, where that is before something closes: better at another hour than never.
    pub fn before(
        &mut self,
        whose: (&Person, Tz),
        (from, closes_at): (DateTime<Utc>, DateTime<Utc>),
    ) -> DateTime<Utc> {
        let at = self.working(whose, from);
        match at < closes_at {
            true => at,
            false => from,
        }
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
        let at = self.before((person, row.tz()), (from, row.closes_at));
        (at, ResponseState::Waiting)
    }
}
