use crate::context::Asked;
use ::communities::{Community, DayOfWeek, WorkWeek};
use async_graphql::{Context, Object, SimpleObject};
use kernel::{Date, Result};

/// On which days a community works, in its time zone. What is due in working days counts only these.
pub struct WorkCalendarObject(pub Community);

/// A day on which a community does not work.
#[derive(SimpleObject)]
pub struct Holiday {
    /// Which day.
    day: Date,
    /// What it is called.
    name: String,
}

#[Object(name = "WorkCalendar")]
impl WorkCalendarObject {
    /// The weekdays on which it works, from Monday on.
    async fn work_days(&self) -> Vec<DayOfWeek> {
        let week = WorkWeek::from_bits(self.0.work_week);
        week.days().map(DayOfWeek::from).collect()
    }

    /// Its holidays, the first one first.
    async fn holidays(&self, ctx: &Context<'_>) -> Result<Vec<Holiday>> {
        let days = ::communities::holidays_of(&ctx.conn(), self.0.id).await?;
        let holidays = days.into_iter().map(|(day, name)| Holiday {
            day: Date(day),
            name,
        });
        Ok(holidays.collect())
    }

    /// Which day it is there now.
    async fn today(&self, ctx: &Context<'_>) -> Result<Date> {
        ::communities::day_in(&self.0, ctx.db().now()).map(Date)
    }
}
