//! When something is due, and for whom it is late. Pure.
use async_graphql::InputObject;
use chrono::{DateTime, NaiveTime, Utc};
use communities::{DayUnit, Role, Standing, WorkCalendar};
use kernel::{Error, Result};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// So many days from the day on which a session starts, at a time of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult, InputObject)]
#[graphql(name = "DueRuleInput")]
pub struct DueRule {
    /// Before the session when negative, at most 366 either way.
    pub days: i32,
    /// In which days that is counted.
    pub unit: DayUnit,
    /// The time by the clocks of the community, as `17:00`. One that a clock change skips moves forward
    /// by what is skipped; of one that happens twice it is the first.
    pub at: String,
}

const DAYS_MAX: i32 = 366;

impl DueRule {
    /// # Errors
    /// `Invalid` when it is too far away, or its time is none.
    pub fn checked(&self) -> Result<Self> {
        if self.days.abs() > DAYS_MAX {
            let words = format!("{DAYS_MAX} days are the most");
            return Err(Error::invalid("due", words));
        }
        let at = clock_time(&self.at)?;
        Ok(Self {
            at: at.format("%H:%M").to_string(),
            ..self.clone()
        })
    }

    /// The instant it means for a session that starts then.
    ///
    /// # Errors
    /// As `checked`.
    pub fn instant(&self, start: DateTime<Utc>, calendar: &WorkCalendar) -> Result<DateTime<Utc>> {
        let day = calendar.shift(calendar.day_of(start), self.days, self.unit);
        Ok(calendar.instant(day, clock_time(&self.at)?))
    }
}

fn clock_time(text: &str) -> Result<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M")
        .map_err(|_| Error::invalid("due", "this is no time of the day").hint("write it as 17:00"))
}

/// The roles of whom something is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub struct Audience(Vec<Role>);

impl Audience {
    /// Each role once; the learners, if none is named.
    ///
    /// # Errors
    /// `Invalid` when nobody is left.
    pub fn parse(roles: Option<&[Role]>) -> Result<Self> {
        let Some(roles) = roles else {
            return Ok(Self::default());
        };
        let mut known: Vec<Role> = Vec::new();
        for role in roles {
            if !known.contains(role) {
                known.push(*role);
            }
        }
        match known.is_empty() {
            true => Err(Error::invalid("audience", "name at least one role")),
            false => Ok(Self(known)),
        }
    }

    pub fn roles(&self) -> &[Role] {
        &self.0
    }
}

impl Default for Audience {
    /// The learners.
    fn default() -> Self {
        Self(vec![Role::Learner])
    }
}

/// Whom something is asked, and until when.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    pub audience: &'a Audience,
    pub due_at: Option<DateTime<Utc>>,
}

impl Asking<'_> {
    /// Whether it is asked of who has this role.
    pub fn is_for(&self, role: Role) -> bool {
        self.audience.roles().contains(&role)
    }

    /// Whether a member is expected to do it: they have such a role, and were there before it was due.
    /// Nobody is late for what closed before they joined.
    pub fn expects(&self, standing: Standing) -> bool {
        let in_time = self.due_at.is_none_or(|due| standing.since <= due);
        in_time && self.is_for(standing.role)
    }
}
