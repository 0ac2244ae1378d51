//! Opening a round.
use super::{
    TITLE_CHARS_MAX, parse_closing, parse_days, parse_each, somebody, tell_of_round, words,
};
use crate::{CriterionInput, FeedbackRound, RoundNews, Rubric, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::ChannelKind;
use chrono::{DateTime, Utc};
use communities::Ask;
use kernel::{
    Actor, ChannelId, Command, CommunityId, Conn, Error, ObjectiveId, Result, SessionId, Tx, line,
    permit,
};

const OBJECTIVES_MAX: usize = 20;
const EACH: i32 = 2;
const DAYS: i32 = 5;

fn each() -> i32 {
    EACH
}

fn days() -> i32 {
    DAYS
}

/// Asks people to hand in what they applied, and each who did to look at what others handed in.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateFeedbackRoundInput")]
pub struct CreateFeedbackRound {
    pub community: CommunityId,
    /// Where what is handed in stands, each as a conversation: a channel that takes discussions.
    pub channel: ChannelId,
    /// The session that it follows.
    pub session: Option<SessionId>,
    /// Which objectives it is about, of the program that the community runs.
    #[graphql(default)]
    pub objectives: Vec<ObjectiveId>,
    /// 1 to 150 characters.
    pub title: String,
    /// What to hand in: Markdown, at most 64 KB.
    pub body: String,
    /// What is looked at: 2 to 6 criteria.
    pub criteria: Vec<CriterionInput>,
    /// How much feedback each gets, and gives: 1 to 4.
    #[graphql(default_with = "each()")]
    pub each: i32,
    /// Working days within which feedback is given, before somebody else is asked: 1 to 30.
    #[graphql(default_with = "days()")]
    pub days: i32,
    /// Until when something can be handed in, two years ahead at most.
    pub closes_at: Option<DateTime<Utc>>,
    /// A word of the client's own: sent twice, it is opened once.
    pub nonce: String,
}

#[async_trait]
impl Command for CreateFeedbackRound {
    type Done = FeedbackRound;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<FeedbackRound> {
        let person = somebody(actor)?;
        let conn = tx.conn();
        let place = communities::community_seen(&conn, actor, self.community).await?;
        let leave = permit::<Ask, _>(actor, place)?;
        let nonce = line("nonce", &self.nonce, 80)?;
        if let Some(twin) = store::round_twin(&conn, person, &nonce).await? {
            return Ok(twin);
        }
        self.fits(&conn, actor).await?;
        let objectives = self.objectives(&conn).await?;
        let (body, body_html) = words(&self.body)?;
        let row = FeedbackRound {
            id: tx.id(),
            community_id: self.community,
            channel_id: self.channel,
            session_id: self.session,
            created_by: person,
            created_at: tx.now(),
            nonce,
            title: line("title", &self.title, TITLE_CHARS_MAX)?,
            body,
            body_html,
            rubric: Rubric::parse(&self.criteria)?,
            each: parse_each(self.each)?,
            days: parse_days(self.days)?,
            closes_at: parse_closing(tx.now(), self.closes_at)?,
            closed_at: None,
            cancelled_at: None,
        };
        store::insert_round(tx, &leave, (row.clone(), &objectives)).await?;
        tell_of_round(tx, actor, (&row, RoundNews::Opened)).await?;
        Ok(row)
    }
}

impl CreateFeedbackRound {
    /// The channel and the session are of the community, and what is handed in has a place in the channel.
    async fn fits(&self, conn: &Conn<'_>, actor: Actor) -> Result<()> {
        let channel = channels::channel_seen(conn, actor, self.channel).await?;
        let channel = permit::<channels::Write, _>(actor, channel)?.into_subject();
        if channel.channel.community_id != self.community {
            let words = "this channel belongs to another community";
            return Err(Error::invalid("channel", words));
        }
        if channel.channel.kind == ChannelKind::Questions {
            let words = "this channel takes questions alone";
            return Err(Error::invalid("channel", words).hint("choose one that takes discussions"));
        }
        let place = (self.community, self.session);
        sessions::session_to_follow(conn, actor, place).await?;
        Ok(())
    }

    async fn objectives(&self, conn: &Conn<'_>) -> Result<Vec<ObjectiveId>> {
        let mut wanted = self.objectives.clone();
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.len() > OBJECTIVES_MAX {
            let words = format!("{OBJECTIVES_MAX} objectives are the most");
            return Err(Error::invalid("objectives", words));
        }
        if wanted.is_empty() {
            return Ok(wanted);
        }
        let own = sessions::objectives_of_community(conn, self.community).await?;
        match wanted.iter().all(|id| own.iter().any(|own| own.id == *id)) {
            true => Ok(wanted),
            false => Err(Error::invalid(
                "objectives",
                "one of these belongs to no program that this community runs",
            )),
        }
    }
}
