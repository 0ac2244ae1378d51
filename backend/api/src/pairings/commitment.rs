use super::PairObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use ::pairings::{Commitment, CommitmentOutcome, CommitmentSeen, PairSeen, See};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{CommitmentId, Date, Result, permit};
use std::sync::Arc;

/// What somebody means to do until a day, told to those they are with.
#[derive(Clone)]
pub struct CommitmentObject(pub Commitment, pub Arc<PairSeen>);

impl CommitmentObject {
    /// The commitment, if the viewer may read it.
    pub async fn find(ctx: &Context<'_>, id: CommitmentId) -> Result<Self> {
        let seen = ::pairings::commitment_seen(&ctx.conn(), ctx.signed_in()?, id).await?;
        let seen = permit::<See, CommitmentSeen>(ctx.actor(), seen)?.into_subject();
        Ok(Self(seen.commitment, Arc::new(seen.pair)))
    }
}

#[Object(name = "Commitment")]
impl CommitmentObject {
    /// Its id.
    pub async fn id(&self) -> CommitmentId {
        self.0.id
    }

    /// The pair that it was told to.
    async fn pair(&self) -> PairObject {
        PairObject(self.1.clone())
    }

    /// Whose it is.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.person_id).await
    }

    /// What they mean to do.
    async fn words(&self) -> &str {
        &self.0.words
    }

    /// Until when.
    async fn due_on(&self) -> Date {
        Date(self.0.due_on)
    }

    /// When they said so.
    async fn made_at(&self) -> DateTime<Utc> {
        self.0.made_at
    }

    /// What became of it.
    async fn outcome(&self) -> CommitmentOutcome {
        self.0.outcome
    }

    /// Why they changed their mind.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// When it was done, or they changed their mind.
    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.0.settled_at
    }

    /// Whether it is the viewer's own.
    async fn viewer_owns(&self, ctx: &Context<'_>) -> bool {
        ctx.actor().person() == Some(self.0.person_id)
    }
}
