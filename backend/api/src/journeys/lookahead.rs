use super::step::JourneyStepObject;
use crate::channels::ChannelObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::journeys::{Ahead, Prospect};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::Result;

/// Something that would happen: what, to whom, and when.
pub struct JourneyAheadObject(pub Ahead);

/// As many people as are named beside something ahead.
const NAMED_MAX: usize = 50;

#[Object(name = "JourneyAhead")]
impl JourneyAheadObject {
    /// What would do it.
    async fn step(&self) -> JourneyStepObject {
        JourneyStepObject(self.0.step.clone())
    }

    /// When it is due.
    async fn due_at(&self) -> DateTime<Utc> {
        self.0.due_at
    }

    /// The time zone in which that was reckoned, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.0.zone
    }

    /// What becomes of it.
    async fn prospect(&self) -> Prospect {
        self.0.prospect
    }

    /// The title or the line that people would read.
    async fn title(&self) -> Option<&str> {
        self.0.effect.title.as_deref()
    }

    /// The text that people would read, in Markdown.
    async fn body(&self) -> Option<&str> {
        self.0.effect.body.as_deref()
    }

    /// Where they would read it; nothing when each is told by themself.
    async fn channel(&self) -> Option<ChannelObject> {
        self.0.effect.channel.clone().map(ChannelObject::from)
    }

    /// How many people it would speak to.
    async fn people_count(&self) -> i32 {
        i32::try_from(self.0.people_count).unwrap_or(i32::MAX)
    }

    /// Who they are: the first fifty. Whom a condition is about is for members of the community alone.
    async fn people(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        let named = self.0.effect.people.iter().take(NAMED_MAX).copied();
        let mut people = ctx
            .loaders()
            .people
            .load_many(named.clone())
            .await
            .map_err(failed)?;
        Ok(named
            .filter_map(|id| people.remove(&id))
            .map(PersonObject)
            .collect())
    }

    /// What would keep it from happening, in words.
    async fn problem(&self) -> Option<&str> {
        self.0.problem.as_deref()
    }
}
