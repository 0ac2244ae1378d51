use super::{Due, parse_minutes, parse_objectives};
use crate::policy::{Change, PromptSeen};
use crate::store;
use crate::{Audience, DueRule, News, Prompt, PromptChanged};
use async_graphql::{InputObject, MaybeUndefined};
use async_trait::async_trait;
use channels::{Answers, AskFirst, LockThread, Spot};
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{Actor, Command, ObjectiveId, Permit, PromptId, Result, SessionId, Tx, permit};

/// Changes what is given; the rest stays. Its words are changed like those of any conversation.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdatePromptInput")]
pub struct UpdatePrompt {
    pub prompt: PromptId,
    /// The session that it prepares or looks back on; null for none.
    pub session: MaybeUndefined<SessionId>,
    /// Which objectives it serves.
    pub objectives: Option<Vec<ObjectiveId>>,
    /// When it is due; null for never. It takes the place of `due`.
    pub due_at: MaybeUndefined<DateTime<Utc>>,
    /// When it is due, from the start of the session. It takes the place of `dueAt`.
    pub due: Option<DueRule>,
    /// How long it takes, 1 to 600 minutes; null for not said.
    pub minutes: MaybeUndefined<i32>,
    /// Who is asked.
    pub audience: Option<Vec<Role>>,
    /// Whether everybody answers before they read what others answered.
    pub answer_first: Option<bool>,
}

#[async_trait]
impl Command for UpdatePrompt {
    type Done = Prompt;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Prompt> {
        let conn = tx.conn();
        let seen = store::prompt_seen(&conn, actor, self.prompt).await?;
        let seen = permit::<Change, _>(actor, seen)?;
        let mut row = seen.prompt.clone();
        if !self.minutes.is_undefined() {
            row.minutes = parse_minutes(self.minutes.take())?;
        }
        if self.audience.is_some() {
            row.audience = Audience::parse(self.audience.as_deref())?;
        }
        if !self.session.is_undefined() {
            row.session_id = self.session.take();
        }
        let objectives = match &self.objectives {
            Some(wanted) => Some(parse_objectives(&conn, row.community_id, wanted).await?),
            None => None,
        };
        self.due_anew(tx, actor, &mut row).await?;
        store::update_prompt(tx, &seen, row.clone(), objectives.as_deref()).await?;
        if let Some(first) = self.answer_first
            && first != seen.thread.thread.answer_first
        {
            let answers = if first { Answers::First } else { Answers::Open };
            let thread = row.thread_id;
            AskFirst { thread, answers }.run(tx, actor).await?;
        }
        tell(tx, &seen, News::Terms).await?;
        Ok(row)
    }
}

impl UpdatePrompt {
    async fn due_anew(&self, tx: &Tx, actor: Actor, row: &mut Prompt) -> Result<()> {
        let conn = tx.conn();
        let place = (row.community_id, row.session_id);
        let session = sessions::session_followed(&conn, actor, place).await?;
        let session = session.as_ref();
        if self.due.is_some() || !self.due_at.is_undefined() {
            let due = Due::parse(tx.now(), self.due_at.take(), self.due.as_ref())?;
            row.due_at = due.instant_ahead(tx, place.0, session).await?;
            row.due_rule = due.rule;
            return Ok(());
        }
        let stands = Due {
            at: row.due_at,
            rule: row.due_rule.clone(),
        };
        row.due_at = stands.instant(&conn, place.0, session).await?;
        Ok(())
    }
}

/// Asks no longer, or asks again. The conversation stays, and is closed to all but moderators.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "WithdrawPromptInput")]
pub struct WithdrawPrompt {
    pub prompt: PromptId,
    /// True to ask no longer, false to ask again.
    pub withdrawn: bool,
}

#[async_trait]
impl Command for WithdrawPrompt {
    type Done = Prompt;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Prompt> {
        let seen = store::prompt_seen(&tx.conn(), actor, self.prompt).await?;
        let seen = permit::<Change, _>(actor, seen)?;
        if seen.prompt.withdrawn_at.is_some() == self.withdrawn {
            return Ok(seen.into_subject().prompt);
        }
        let row = Prompt {
            withdrawn_at: self.withdrawn.then_some(tx.now()),
            ..seen.prompt.clone()
        };
        store::update_prompt(tx, &seen, row.clone(), None).await?;
        let lock = LockThread {
            thread: row.thread_id,
            locked: self.withdrawn,
        };
        lock.run(tx, actor).await?;
        let news = match self.withdrawn {
            true => News::Terms,
            false => News::AskedAgain,
        };
        tell(tx, &seen, news).await?;
        Ok(row)
    }
}

async fn tell(tx: &Tx, seen: &Permit<Change, PromptSeen>, news: News) -> Result<()> {
    let fact = PromptChanged {
        news,
        spot: Spot::of_thread(&seen.thread.thread),
        prompt: seen.prompt.id,
    };
    tx.emit(seen.actor(), &fact).await
}
