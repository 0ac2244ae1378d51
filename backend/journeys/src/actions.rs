//! What a step can do. The engine knows this trait and no action; a capability that brings one of its
//! own adds it to the registry, which the server fills.
mod aims;
mod check_in;
mod consult;
mod due;
mod feedback;
mod pairs;
mod people;
mod pre_work;
mod prompt;
mod pulse;
mod questions;
mod remind;
mod room;
mod settings;
mod space;
mod speak;

pub use people::meant;
pub(crate) use settings::known;
pub use settings::{Field, FieldKind};

use check_in::CheckIn;
use consult::Consult;
use feedback::Feedback;
use pairs::Pairs;
use pre_work::PreWork;
use prompt::Prompt;
use pulse::Pulse;
use questions::Questions;
use remind::Remind;
use space::Space;
use speak::Speak;

use crate::occasion::Occasion;
use channels::Channel;
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CheckInId, Command, Conn, Error, FeedbackRoundId, PairingRoundId, PersonId, PreWorkId,
    PromptId, PromptSeriesId, PulseId, Result, ThreadId, Tx,
};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;

/// The kind of the action whose prompts a condition may ask for.
pub const POST_PROMPT: &str = "post_prompt";

/// Whom an action speaks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everybody who reads the channel.
    Everybody,
    /// Those whom the step is for, each by themself.
    Each,
}

/// What an action would do at its time, as far as that can be known.
#[derive(Clone, Debug, Default)]
pub struct Effect {
    /// The words it brings, as they would read.
    pub title: Option<String>,
    pub body: Option<String>,
    /// Where they would stand.
    pub channel: Option<Channel>,
    /// Who would be spoken to.
    pub people: Vec<PersonId>,
}

/// What an action did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Outcome {
    pub thread: Option<ThreadId>,
    pub prompt: Option<PromptId>,
    pub pre_work: Option<PreWorkId>,
    pub check_in: Option<CheckInId>,
    pub round: Option<PairingRoundId>,
    pub pulse: Option<PulseId>,
    #[serde(default)]
    pub series: Option<PromptSeriesId>,
    #[serde(default)]
    pub feedback: Option<FeedbackRoundId>,
    /// How many people were spoken to by themselves. None means that there was nothing to do.
    pub people: usize,
}

impl Outcome {
    /// Whether it made anything happen.
    pub fn is_something(&self) -> bool {
        self.people > 0
            || self.thread.is_some()
            || self.prompt.is_some()
            || self.pre_work.is_some()
            || self.check_in.is_some()
            || self.round.is_some()
            || self.pulse.is_some()
            || self.series.is_some()
            || self.feedback.is_some()
    }

    /// The id of the one thing that came of it, whatever its kind: what people were asked before the
    /// conversation around it.
    pub fn made(&self) -> Option<String> {
        let asked = [
            self.check_in.map(|id| id.to_string()),
            self.pulse.map(|id| id.to_string()),
            self.round.map(|id| id.to_string()),
            self.series.map(|id| id.to_string()),
            self.feedback.map(|id| id.to_string()),
            self.pre_work.map(|id| id.to_string()),
            self.prompt.map(|id| id.to_string()),
            self.thread.map(|id| id.to_string()),
        ];
        asked.into_iter().flatten().next()
    }
}

pub type Working<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// One kind of thing that a step can do.
pub trait Action: Send + Sync + 'static {
    /// Its name in steps. Kinds are stored; they never change.
    fn kind(&self) -> &'static str;

    fn reach(&self) -> Reach;

    /// What its settings hold, for whoever writes them.
    fn fields(&self) -> &'static [Field];

    /// Reads settings, and returns them as they are kept.
    ///
    /// # Errors
    /// `Invalid` with what is wrong, in words.
    fn read(&self, settings: &Value) -> Result<Value>;

    /// Until when doing it still helps somebody; nothing when it always does.
    fn useful_until(&self, occasion: &Occasion) -> Option<DateTime<Utc>>;

    /// What it would do. It changes nothing.
    ///
    /// # Errors
    /// What would keep it from being done, as far as that can be known.
    fn describe<'a>(&'a self, conn: &'a Conn<'a>, occasion: &'a Occasion) -> Working<'a, Effect>;

    /// Does it, in the transaction that marks the item.
    ///
    /// # Errors
    /// Why it could not be done: shown to those who plan, and tried again.
    fn perform<'a>(&'a self, tx: &'a Tx, occasion: &'a Occasion) -> Working<'a, Outcome>;

    /// Takes back what it did.
    ///
    /// # Errors
    /// `Forbidden` when that cannot be taken back.
    fn take_back<'a>(&'a self, _: &'a Tx, _: Actor, _: &'a Outcome) -> Working<'a, ()> {
        Box::pin(async {
            Err(Error::forbidden(
                "what people were told cannot be taken back",
            ))
        })
    }
}

/// Every action there is.
#[derive(Default)]
pub struct Actions(Vec<Box<dyn Action>>);

impl Actions {
    /// Those that need no other capability than the ones below this.
    pub fn own() -> Self {
        Self::default()
            .with(Prompt)
            .with(PreWork)
            .with(CheckIn)
            .with(Pulse)
            .with(Pairs)
            .with(Consult)
            .with(Feedback)
            .with(Questions)
            .with(Space)
            .with(Remind)
            .with(Speak::RECAP)
            .with(Speak::ANNOUNCE)
    }

    #[must_use]
    pub fn with(mut self, action: impl Action) -> Self {
        self.0.push(Box::new(action));
        self
    }

    /// # Errors
    /// `Invalid` on `action` when there is none of this kind.
    pub fn of(&self, kind: &str) -> Result<&dyn Action> {
        let found = self.all().find(|action| action.kind() == kind);
        found.ok_or_else(|| {
            let kinds: Vec<_> = self.all().map(Action::kind).collect();
            Error::invalid("action", "there is no such action")
                .hint(format!("it is one of {}", kinds.join(", ")))
        })
    }

    pub fn all(&self) -> impl Iterator<Item = &dyn Action> {
        self.0.iter().map(|action| &**action)
    }
}

/// Runs a command of another capability within this transaction.
async fn within<C: Command>(tx: &Tx, actor: Actor, mut command: C) -> Result<C::Done> {
    command.prepare(&tx.conn(), actor).await?;
    command.run(tx, actor).await
}
