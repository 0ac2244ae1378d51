//! Changing a round, closing it, opening it again and taking it back.
use super::{
    TITLE_CHARS_MAX, parse_closing, parse_days, parse_each, round_with_leave, tell_of_round, words,
};
use crate::balancing::{Cause, balance};
use crate::policy::{Lead, RoundSeen};
use crate::{CriterionInput, FeedbackRound, FeedbackRoundState, RoundNews, Rubric, store};
use async_graphql::{InputObject, MaybeUndefined};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Actor, Command, Error, FeedbackRoundId, Permit, Result, Tx, line};

/// Changes what is given; the rest stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateFeedbackRoundInput")]
pub struct UpdateFeedbackRound {
    pub round: FeedbackRoundId,
    /// 1 to 150 characters.
    pub title: Option<String>,
    /// What to hand in: Markdown, at most 64 KB.
    pub body: Option<String>,
    /// What is looked at: 2 to 6 criteria. It stays as it is once feedback was given.
    pub criteria: Option<Vec<CriterionInput>>,
    /// How much feedback each gets, and gives: 1 to 4.
    pub each: Option<i32>,
    /// Working days within which feedback is given, for those who are asked from now on: 1 to 30.
    pub days: Option<i32>,
    /// Until when something can be handed in, two years ahead at most; null for no end.
    pub closes_at: MaybeUndefined<DateTime<Utc>>,
}

#[async_trait]
impl Command for UpdateFeedbackRound {
    type Done = FeedbackRound;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FeedbackRound> {
        let seen = round_with_leave::<Lead>(tx, actor, self.round).await?;
        not_cancelled(&seen)?;
        let mut row = seen.round.clone();
        if let Some(title) = &self.title {
            row.title = line("title", title, TITLE_CHARS_MAX)?;
        }
        if let Some(body) = &self.body {
            (row.body, row.body_html) = words(body)?;
        }
        if let Some(criteria) = &self.criteria {
            row.rubric = Rubric::parse(criteria)?;
            if row.rubric != seen.round.rubric && is_marked(tx, self.round).await? {
                return Err(Error::conflict(
                    "feedback was given by these criteria: they stay as they are",
                ));
            }
        }
        if let Some(each) = self.each {
            row.each = parse_each(each)?;
        }
        if let Some(days) = self.days {
            row.days = parse_days(days)?;
        }
        if !self.closes_at.is_undefined() {
            if row.state(tx.now()) != FeedbackRoundState::Open {
                return Err(Error::conflict("this is closed: open it again instead"));
            }
            row.closes_at = parse_closing(tx.now(), self.closes_at.take())?;
        }
        settle(tx, &seen, (row, RoundNews::Changed)).await
    }
}

async fn is_marked(tx: &Tx, round: FeedbackRoundId) -> Result<bool> {
    let asked = store::asked_in(&tx.conn(), round).await?;
    Ok(asked.iter().any(|it| it.given_at.is_some()))
}

fn not_cancelled(seen: &RoundSeen) -> Result<()> {
    match seen.round.cancelled_at {
        Some(_) => Err(Error::conflict("this was taken back")),
        None => Ok(()),
    }
}

/// Writes a round, tells of it, and puts right who is asked.
async fn settle(
    tx: &Tx,
    leave: &Permit<Lead, RoundSeen>,
    (row, news): (FeedbackRound, RoundNews),
) -> Result<FeedbackRound> {
    store::update_round(tx, leave, row.clone()).await?;
    tell_of_round(tx, leave.actor(), (&row, news)).await?;
    balance(tx, leave, (row.id, Cause::Change)).await?;
    Ok(row)
}

/// Takes in nothing more. Feedback goes on until everybody has theirs.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CloseFeedbackRoundInput")]
pub struct CloseFeedbackRound {
    pub round: FeedbackRoundId,
}

#[async_trait]
impl Command for CloseFeedbackRound {
    type Done = FeedbackRound;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FeedbackRound> {
        let seen = round_with_leave::<Lead>(tx, actor, self.round).await?;
        not_cancelled(&seen)?;
        if seen.round.closed_at.is_some() {
            return Ok(seen.into_subject().round);
        }
        let row = FeedbackRound {
            closed_at: Some(tx.now()),
            ..seen.round.clone()
        };
        settle(tx, &seen, (row, RoundNews::Closed)).await
    }
}

/// Takes in what people hand in again.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ReopenFeedbackRoundInput")]
pub struct ReopenFeedbackRound {
    pub round: FeedbackRoundId,
    /// Until when, two years ahead at most; without it, until it is closed.
    pub closes_at: Option<DateTime<Utc>>,
}

#[async_trait]
impl Command for ReopenFeedbackRound {
    type Done = FeedbackRound;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FeedbackRound> {
        let seen = round_with_leave::<Lead>(tx, actor, self.round).await?;
        not_cancelled(&seen)?;
        let closes_at = parse_closing(tx.now(), self.closes_at)?;
        if seen.round.state(tx.now()) == FeedbackRoundState::Open {
            return Ok(seen.into_subject().round);
        }
        let row = FeedbackRound {
            closed_at: None,
            closes_at,
            ..seen.round.clone()
        };
        settle(tx, &seen, (row, RoundNews::Reopened)).await
    }
}

/// Takes a round back: nobody is asked for anything any more. What was said stays where it stands.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CancelFeedbackRoundInput")]
pub struct CancelFeedbackRound {
    pub round: FeedbackRoundId,
}

#[async_trait]
impl Command for CancelFeedbackRound {
    type Done = FeedbackRound;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FeedbackRound> {
        let seen = round_with_leave::<Lead>(tx, actor, self.round).await?;
        if seen.round.cancelled_at.is_some() {
            return Ok(seen.into_subject().round);
        }
        let row = FeedbackRound {
            cancelled_at: Some(tx.now()),
            ..seen.round.clone()
        };
        settle(tx, &seen, (row, RoundNews::Cancelled)).await
    }
}
