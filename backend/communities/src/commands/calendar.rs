//! When a community works.
use super::settings::work_days_of;
use crate::{CalendarChanged, Community, CommunitySeen, DayOfWeek, Manage, WorkWeek, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::NaiveDate;
use kernel::{Actor, Change, Command, CommunityId, Date, Error, Permit, Result, Tx, permit};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

const HOLIDAYS_MAX: usize = 500;
const NAME_CHARS_MAX: usize = 80;

/// Says on which days a community works. What is not given stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateCalendarInput")]
pub struct UpdateCalendar {
    /// Which one.
    pub community: CommunityId,
    /// The weekdays on which it works; at least one.
    pub work_days: Option<Vec<DayOfWeek>>,
    /// All its holidays, at most 500. They take the place of those it had.
    pub holidays: Option<Vec<Holiday>>,
}

/// A day on which a community does not work.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "HolidayInput")]
pub struct Holiday {
    /// Which day.
    pub day: Date,
    /// What it is called, 1 to 80 characters.
    pub name: String,
}

#[async_trait]
impl Command for UpdateCalendar {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let week = self.work_days.as_deref().map(parse_week).transpose()?;
        let holidays = self.holidays.as_deref().map(parse_holidays).transpose()?;
        let seen = store::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        let mut community = seen.into_subject().community;
        let known = work_days_of(&community);
        if let Some(week) = week {
            community.work_week = week.bits();
            community = store::update_community(tx, community).await?;
        }
        if let Some(holidays) = holidays {
            store::replace_holidays(tx, community.id, holidays).await?;
        }
        let fact = CalendarChanged {
            community: community.id,
            change: Change::between(known, work_days_of(&community)),
        };
        tx.emit(actor, &fact).await?;
        Ok(community)
    }
}

fn parse_week(days: &[DayOfWeek]) -> Result<WorkWeek> {
    WorkWeek::of(days.iter().copied().map(Into::into)).ok_or_else(|| {
        Error::invalid("workDays", "a community works on one weekday at least")
            .hint("choose the days on which people can be asked for something")
    })
}

fn parse_holidays(holidays: &[Holiday]) -> Result<BTreeMap<NaiveDate, String>> {
    if holidays.len() > HOLIDAYS_MAX {
        let words = format!("a community keeps at most {HOLIDAYS_MAX} holidays");
        return Err(Error::invalid("holidays", words).hint("leave out those that are long past"));
    }
    let mut days = BTreeMap::new();
    for Holiday { day, name } in holidays {
        let name = kernel::line("holidays", name, NAME_CHARS_MAX)?;
        match days.entry(day.0) {
            Entry::Vacant(free) => free.insert(name),
            Entry::Occupied(_) => {
                let words = format!("{} is among the holidays twice", day.0);
                return Err(Error::invalid("holidays", words).hint("name each day once"));
            }
        };
    }
    Ok(days)
}
