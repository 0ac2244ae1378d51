use crate::channels::PostObject;
use crate::context::Asked;
use ::channels::ReadWords;
use ::misconceptions::{MisconceptionSeen, Occurrence, OccurrenceSeen, OccurrenceState, Witness};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{OccurrenceId, Policy};
use std::sync::Arc;

/// A passage of a post that says a misconception.
pub struct OccurrenceObject {
    seen: OccurrenceSeen,
    /// As its post reads now.
    now: Occurrence,
    of: Arc<MisconceptionSeen>,
}

impl OccurrenceObject {
    pub fn new(seen: OccurrenceSeen, of: Arc<MisconceptionSeen>) -> Self {
        let now = seen.as_it_stands(&of.record);
        Self { seen, now, of }
    }

    /// Who revised a passage is not held to what it was: that is for those who moderate.
    fn shows_words(&self, ctx: &Context<'_>) -> bool {
        let actor = ctx.actor();
        let stands = self.now.state == OccurrenceState::Stands;
        let witnesses = Policy::<Witness>::verdict(&*self.of, &actor).allows();
        let reads = Policy::<ReadWords>::verdict(&self.seen.post, &actor).allows();
        reads && (stands || witnesses)
    }
}

#[Object(name = "Occurrence")]
impl OccurrenceObject {
    /// Its id.
    async fn id(&self) -> OccurrenceId {
        self.now.id
    }

    /// The post it stands in.
    async fn post(&self) -> PostObject {
        self.seen.post.clone().into()
    }

    /// The passage; empty for those who may not read it, and once it was revised for all but moderators.
    async fn quote(&self, ctx: &Context<'_>) -> &str {
        if self.shows_words(ctx) {
            &self.now.quote
        } else {
            ""
        }
    }

    /// What stands before it.
    async fn prefix(&self, ctx: &Context<'_>) -> &str {
        if self.shows_words(ctx) {
            &self.now.prefix
        } else {
            ""
        }
    }

    /// What stands after it.
    async fn suffix(&self, ctx: &Context<'_>) -> &str {
        if self.shows_words(ctx) {
            &self.now.suffix
        } else {
            ""
        }
    }

    /// Where it begins in the plain text of `bodyHtml`, in UTF-16 units; nothing when it is not there.
    async fn start(&self) -> Option<i32> {
        let stands = self.now.state == OccurrenceState::Stands;
        self.now.start.filter(|_| stands)
    }

    /// Where it ends.
    async fn end(&self) -> Option<i32> {
        let stands = self.now.state == OccurrenceState::Stands;
        self.now.end.filter(|_| stands)
    }

    /// Whether it stands there still.
    async fn state(&self) -> OccurrenceState {
        self.now.state
    }

    /// When it was revised.
    async fn revised_at(&self) -> Option<DateTime<Utc>> {
        self.now.revised_at
    }
}
