use super::define::{
    ScheduleAsked, TITLE_CHARS_MAX, closing_before, parse_days_open, parse_questions,
};
use super::{changeable, tell};
use crate::schedule::{after_session, most_days};
use crate::store::Untold;
use crate::whom::ask_when_there;
use crate::{CheckIn, CheckInState, News, QuestionInput, due, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use communities::{Often, Role, community_by_id, occurrences};
use kernel::{Actor, CheckInId, Command, Error, Result, SessionId, Tx, ahead, line};
use prompts::Audience;

/// Changes what is given; the rest stays. What is asked, of whom and from when is fixed once it opened.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateCheckInInput")]
pub struct UpdateCheckIn {
    pub check_in: CheckInId,
    /// 1 to 150 characters.
    pub title: Option<String>,
    /// 1 to 8.
    pub questions: Option<Vec<QuestionInput>>,
    /// Who is asked.
    pub audience: Option<Vec<Role>>,
    /// When it opens, two years ahead at most.
    pub opens_at: Option<DateTime<Utc>>,
    /// Days after its session, 0 to 365.
    pub days_after_session: Option<i32>,
    /// RFC 5545, on top of `opensAt`.
    pub rrule: Option<String>,
    /// How long it stays open, 1 to 60 days; what comes back is closed when it opens again.
    pub days_open: Option<i32>,
}

impl UpdateCheckIn {
    fn moves(&self) -> bool {
        self.opens_at.is_some() || self.days_after_session.is_some() || self.rrule.is_some()
    }

    fn needs_unopened(&self) -> bool {
        self.moves() || self.questions.is_some() || self.audience.is_some()
    }

    async fn moved(&self, tx: &Tx, actor: Actor, row: &mut CheckIn) -> Result<()> {
        let place = community_by_id(&tx.conn(), row.community_id).await?;
        let place = place.ok_or(Error::NotFound("community"))?;
        let asked = ScheduleAsked {
            community: row.community_id,
            session: row.session_id,
            opens_at: self.opens_at,
            days_after_session: self.days_after_session,
            rrule: self.rrule.clone(),
        };
        let times = asked.times(&tx.conn(), actor, &place).await?;
        row.opens_at = ahead("opensAt", times.opens_at, tx.now())?;
        row.days_after = times.days_after;
        row.rrule.clone_from(&self.rrule);
        // Another recurrence counts from its own beginning.
        row.series_start = self.opens_at.unwrap_or(times.opens_at);
        Ok(())
    }

    /// For as many days as are said now, from when it opens by now.
    fn stays_open(&self, row: &mut CheckIn, now: DateTime<Utc>) -> Result<()> {
        let mut times = times_of(row)?;
        times.retain(|at| *at >= row.opens_at);
        let most = most_days(&times, row.tz());
        let days = self.days_open.unwrap_or(row.days_open);
        row.days_open = parse_days_open(Some(days), most)?;
        row.closes_at = closing_of(row)?;
        match row.closes_at <= now {
            true => Err(Error::invalid("daysOpen", "it would be closed already")
                .hint("close it now instead")),
            false => Ok(()),
        }
    }
}

#[async_trait]
impl Command for UpdateCheckIn {
    type Done = CheckIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CheckIn> {
        let seen = changeable(tx, actor, self.check_in).await?;
        let mut row = seen.check_in.clone();
        let state = row.state(tx.now());
        let words = match state {
            CheckInState::Cancelled => Some("this was taken back"),
            CheckInState::Closed => Some("this is closed"),
            CheckInState::Open if self.needs_unopened() => {
                Some("people are asked already: what is asked, of whom and from when stays")
            }
            CheckInState::Open | CheckInState::Scheduled => None,
        };
        if let Some(words) = words {
            return Err(Error::conflict(words));
        }
        if self.moves() && row.number > 0 {
            let words = "this came by its recurrence: take it back, and define another";
            return Err(Error::conflict(words));
        }
        if let Some(title) = &self.title {
            row.title = line("title", title, TITLE_CHARS_MAX)?;
        }
        if self.audience.is_some() {
            row.audience = Audience::parse(self.audience.as_deref())?;
        }
        if self.moves() {
            self.moved(tx, actor, &mut row).await?;
        }
        if self.moves() || self.days_open.is_some() {
            self.stays_open(&mut row, tx.now())?;
        }
        if let Some(asked) = &self.questions {
            let questions = parse_questions(tx, actor, (&row, asked)).await?;
            store::replace_questions(tx, &seen, questions).await?;
        }
        store::update_check_in(tx, &seen, row.clone()).await?;
        if row.closes_at > seen.check_in.closes_at {
            ask_when_there(tx, Untold::AwayFrom(row.id)).await?;
        }
        tell(tx, actor, (&row, News::Changed)).await?;
        Ok(row)
    }
}

/// All of its recurrence, of one that comes back.
fn times_of(row: &CheckIn) -> Result<Vec<DateTime<Utc>>> {
    match &row.rrule {
        Some(rule) => occurrences(rule, (row.series_start, row.tz()), Often::OnceADay),
        None => Ok(Vec::new()),
    }
}

/// When it closes: before it comes again, if it does.
fn closing_of(row: &CheckIn) -> Result<DateTime<Utc>> {
    let times = times_of(row)?;
    let next = times.iter().find(|at| **at > row.opens_at);
    Ok(closing_before(
        row.opens_at,
        row.days_open,
        (row.tz(), next),
    ))
}

/// Takes a check-in back, and with it what would come by its recurrence. What was answered stays with
/// who answered it.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CancelCheckInInput")]
pub struct CancelCheckIn {
    pub check_in: CheckInId,
}

#[async_trait]
impl Command for CancelCheckIn {
    type Done = CheckIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CheckIn> {
        let seen = changeable(tx, actor, self.check_in).await?;
        match seen.check_in.state(tx.now()) {
            CheckInState::Cancelled => return Ok(seen.into_subject().check_in),
            CheckInState::Closed => return Err(Error::conflict("this is closed")),
            CheckInState::Open | CheckInState::Scheduled => {}
        }
        store::cancel_series(tx, &seen).await?;
        let row = CheckIn {
            cancelled_at: Some(tx.now()),
            ..seen.check_in.clone()
        };
        tell(tx, actor, (&row, News::Cancelled)).await?;
        Ok(row)
    }
}

/// Closes a check-in now. What is sent after that is marked late.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CloseCheckInInput")]
pub struct CloseCheckIn {
    pub check_in: CheckInId,
}

#[async_trait]
impl Command for CloseCheckIn {
    type Done = CheckIn;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CheckIn> {
        let seen = changeable(tx, actor, self.check_in).await?;
        match seen.check_in.state(tx.now()) {
            CheckInState::Open => due::close(tx, &seen).await,
            CheckInState::Closed => Ok(seen.into_subject().check_in),
            CheckInState::Scheduled => Err(Error::conflict("this is not open yet")
                .hint("take it back instead, if nobody should be asked")),
            CheckInState::Cancelled => Err(Error::conflict("this was taken back")),
        }
    }
}

/// Lets what opens so many days after a session follow it; for whoever moves the session, within the
/// same change.
///
/// # Errors
/// When the database fails.
pub async fn retime(tx: &Tx, session: SessionId) -> Result<()> {
    let rows = store::unopened_of_session(&tx.conn(), session).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let held = sessions::session_seen(&tx.conn(), Actor::System, session).await?;
    for mut row in rows {
        let calendar = communities::calendar_of(&tx.conn(), row.community_id).await?;
        let days = row.days_after.unwrap_or_default();
        row.opens_at = after_session(held.session.ends_at, days, &calendar);
        row.series_start = row.opens_at;
        row.closes_at = closing_of(&row)?;
        let seen = changeable(tx, Actor::System, row.id).await?;
        if seen.check_in == row {
            continue;
        }
        store::update_check_in(tx, &seen, row.clone()).await?;
        tell(tx, Actor::System, (&row, News::Changed)).await?;
    }
    Ok(())
}
