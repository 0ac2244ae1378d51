//! What can be done with prompts and pre-work: one command for each verb.
mod ask;
mod change;
mod pre_work;
mod recall;
mod retime;
mod space;

pub use ask::{AnswerPrompt, PostPrompt, answer_prompt, post_prompt};
pub use change::{UpdatePrompt, WithdrawPrompt};
pub use pre_work::{MarkPreWorkDone, OpenPreWork, UpdatePreWork, WithdrawPreWork};
pub use recall::MarkRecall;
pub use retime::{Retiming, retime, retiming};
pub(crate) use space::tell as tell_series;
pub use space::{
    CancelPromptSeries, PausePromptSeries, ResumePromptSeries, SpacePrompts, SpacedQuestionInput,
    UpdateSpacedQuestion,
};

use crate::DueRule;
use chrono::{DateTime, Utc};
use communities::{Ask, CommunitySeen};
use kernel::{
    Actor, CommunityId, Conn, Error, ObjectiveId, Permit, PersonId, Result, Tx, ahead, permit,
};
use sessions::SessionSeen;

const MINUTES_MAX: i32 = 600;
const OBJECTIVES_MAX: usize = 20;

fn asker(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

/// How long it takes, 1 to 600 minutes.
fn parse_minutes(minutes: Option<i32>) -> Result<Option<i32>> {
    match minutes {
        Some(minutes) if !(1..=MINUTES_MAX).contains(&minutes) => Err(Error::invalid(
            "minutes",
            format!("it takes from 1 to {MINUTES_MAX} minutes"),
        )),
        minutes => Ok(minutes),
    }
}

/// Objectives must be of the program that the community runs.
async fn parse_objectives(
    conn: &Conn<'_>,
    community: CommunityId,
    wanted: &[ObjectiveId],
) -> Result<Vec<ObjectiveId>> {
    if wanted.len() > OBJECTIVES_MAX {
        return Err(Error::invalid(
            "objectives",
            format!("{OBJECTIVES_MAX} objectives are the most"),
        ));
    }
    let mut wanted = wanted.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(wanted);
    }
    let own = sessions::objectives_of_community(conn, community).await?;
    match wanted.iter().all(|id| own.iter().any(|own| own.id == *id)) {
        true => Ok(wanted),
        false => Err(Error::invalid(
            "objectives",
            "one of these belongs to no program that this community runs",
        )),
    }
}

/// When something is due: at an instant, or by a rule from the start of its session.
#[derive(Clone, Debug, Default)]
struct Due {
    at: Option<DateTime<Utc>>,
    rule: Option<DueRule>,
}

impl Due {
    fn parse(
        now: DateTime<Utc>,
        at: Option<DateTime<Utc>>,
        rule: Option<&DueRule>,
    ) -> Result<Self> {
        match (at, rule) {
            (Some(_), Some(_)) => Err(Error::invalid(
                "due",
                "it is due either at an instant or so many days from a session",
            )),
            (Some(at), None) if at <= now => {
                Err(Error::invalid("dueAt", "this time has passed").hint("choose a later one"))
            }
            (at, None) => Ok(Self {
                at: at.map(|at| ahead("dueAt", at, now)).transpose()?,
                rule: None,
            }),
            (None, Some(rule)) => Ok(Self {
                at: None,
                rule: Some(rule.checked()?),
            }),
        }
    }

    /// The instant; a rule needs the session that it counts from.
    async fn instant(
        &self,
        conn: &Conn<'_>,
        community: CommunityId,
        session: Option<&SessionSeen>,
    ) -> Result<Option<DateTime<Utc>>> {
        match (&self.rule, session) {
            (None, _) => Ok(self.at),
            (Some(rule), Some(seen)) => {
                let calendar = communities::calendar_of(conn, community).await?;
                Ok(Some(rule.instant(seen.session.starts_at, &calendar)?))
            }
            (Some(_), None) => Err(Error::invalid(
                "due",
                "say which session these days are counted from",
            )),
        }
    }

    /// The instant, for what is asked just now: nobody is asked for what is late already.
    async fn instant_ahead(
        &self,
        tx: &Tx,
        community: CommunityId,
        session: Option<&SessionSeen>,
    ) -> Result<Option<DateTime<Utc>>> {
        let at = self.instant(&tx.conn(), community, session).await?;
        match at {
            Some(at) if at <= tx.now() => Err(Error::invalid(
                "due",
                "counted from this session, it would have been due already",
            )
            .hint("count to a later day, or from a later session")),
            at => Ok(at),
        }
    }
}

/// The community that something is opened in, with leave to open it.
async fn managed(
    tx: &Tx,
    actor: Actor,
    community: CommunityId,
) -> Result<Permit<Ask, CommunitySeen>> {
    let seen = communities::community_seen(&tx.conn(), actor, community).await?;
    permit::<Ask, _>(actor, seen)
}
