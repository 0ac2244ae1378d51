use super::given::FeedbackObject;
use super::round::FeedbackRoundObject;
use crate::channels::ThreadObject;
use crate::connection::count;
use crate::context::Asked;
use crate::identity::PersonObject;
use ::feedback::{EvidenceSeen, EvidenceState, FeedbackSeen, Lead, Read, Withdraw};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{EvidenceId, Result, permit};
use std::sync::Arc;

/// What somebody handed in of what they applied.
#[derive(Clone)]
pub struct EvidenceObject(pub Arc<EvidenceSeen>);

impl From<EvidenceSeen> for EvidenceObject {
    fn from(seen: EvidenceSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl EvidenceObject {
    /// What was handed in, if the viewer may know of it.
    pub async fn find(ctx: &Context<'_>, id: EvidenceId) -> Result<Self> {
        let actor = ctx.signed_in()?;
        let seen = ::feedback::evidence_seen(&ctx.conn(), actor, id).await?;
        Ok(permit::<Read, _>(actor, seen)?.into_subject().into())
    }
}

/// What the viewer may do with what was handed in.
#[derive(SimpleObject)]
pub struct EvidencePermissions {
    /// Take it back.
    withdraw: bool,
    /// Ask somebody by name to look at it.
    ask: bool,
}

#[Object(name = "Evidence")]
impl EvidenceObject {
    /// Its id.
    pub async fn id(&self) -> EvidenceId {
        self.0.evidence.id
    }

    /// Where it can be found: a path of the web app that leads to it wherever it moves.
    async fn path(&self) -> String {
        format!("/go/{}", self.0.evidence.id)
    }

    /// The round it was handed in to.
    async fn round(&self) -> FeedbackRoundObject {
        FeedbackRoundObject(self.0.round.clone())
    }

    /// Who handed it in.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.evidence.person_id).await
    }

    /// Its words: a conversation, in which feedback replies.
    async fn thread(&self) -> ThreadObject {
        ThreadObject(self.0.thread.clone())
    }

    /// When it was handed in.
    async fn handed_in_at(&self) -> DateTime<Utc> {
        self.0.evidence.handed_in_at
    }

    /// Where it stands.
    async fn state(&self) -> EvidenceState {
        self.0.evidence.state(&self.0.feedback)
    }

    /// Since when nobody can be asked to look at it, for who leads.
    async fn with_nobody_since(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let leads = self.0.round.is_led_by(ctx.actor());
        self.0.evidence.alone_since.filter(|_| leads)
    }

    /// How much feedback it gets.
    async fn wanted(&self) -> i32 {
        count(self.0.round.round.wanted())
    }

    /// Given feedback, for who handed it in; their own, for who gives it; for who leads all, also what is
    /// asked.
    #[graphql(complexity = "4 * child_complexity")]
    async fn feedback(&self, ctx: &Context<'_>) -> Vec<FeedbackObject> {
        let all = self.0.feedback.iter().map(|row| FeedbackSeen {
            feedback: row.clone(),
            evidence: self.0.clone(),
        });
        FeedbackObject::readable(ctx, all.collect())
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> EvidencePermissions {
        let stands = self.0.evidence.withdrawn_at.is_none();
        let goes_on = stands && self.0.round.round.cancelled_at.is_none();
        EvidencePermissions {
            withdraw: stands && allows::<Withdraw, EvidenceSeen>(ctx.actor(), &self.0),
            ask: goes_on && allows::<Lead, EvidenceSeen>(ctx.actor(), &self.0),
        }
    }
}
