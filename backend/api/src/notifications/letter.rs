use crate::context::Asked;
use crate::identity::PersonObject;
use ::notifications::{LetterKind, LetterState, OutboxLetter, ReadWords};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{LetterId, Result};

/// A letter in the outbox, as administrators see it.
pub struct LetterObject(pub OutboxLetter);

#[Object(name = "Letter")]
impl LetterObject {
    /// Its id.
    async fn id(&self) -> LetterId {
        self.0.id
    }

    /// Whom it is for.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.person_id).await
    }

    /// The address it goes to.
    async fn to(&self) -> &str {
        &self.0.recipient
    }

    /// What it is.
    async fn kind(&self) -> LetterKind {
        self.0.kind
    }

    /// Its subject; nothing when it tells what is for members alone.
    async fn subject(&self, ctx: &Context<'_>) -> Option<&str> {
        self.may_read(ctx).then_some(self.0.subject.as_str())
    }

    /// Its words; for others without the link that stops such letters, which acts for whom it was written
    /// to. Nothing when it tells what is for members alone.
    async fn text(&self, ctx: &Context<'_>) -> Option<String> {
        let is_own = ctx.actor().person() == Some(self.0.person_id);
        let words = |letter: &OutboxLetter| match &letter.unsubscribe {
            Some(link) if !is_own => letter.body.replace(link, "…"),
            Some(_) | None => letter.body.clone(),
        };
        self.may_read(ctx).then(|| words(&self.0))
    }

    /// How far it is.
    async fn state(&self) -> LetterState {
        self.0.state
    }

    /// How often it was tried. A mail server that could not be reached is not counted.
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// Why it was not sent when it was last tried.
    async fn failure(&self) -> Option<&str> {
        self.0.failure.as_deref()
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it is tried next; nothing when it is not any more.
    async fn next_try_at(&self) -> Option<DateTime<Utc>> {
        (self.0.state == LetterState::Waiting).then_some(self.0.run_at)
    }

    /// When it was sent, refused for good, or kept.
    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.0.settled_at
    }
}

impl LetterObject {
    fn may_read(&self, ctx: &Context<'_>) -> bool {
        allows::<ReadWords, OutboxLetter>(ctx.actor(), &self.0)
    }
}
