use super::item::JourneyItemObject;
use super::lookahead::JourneyAheadObject;
use super::step::JourneyStepObject;
use super::template::JourneyTemplateObject;
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::errors::seen;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::sessions::SessionObject;
use ::journeys::{
    ItemFilter, ItemSeen, JourneySeen, Look, Steer, ahead_of, items_page, journey_seen,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{CommunityId, First, JourneyId, Result, SessionId, permit};
use std::sync::Arc;

/// A template applied: what happens by itself around a session, or in a community.
#[derive(Clone)]
pub struct JourneyObject(pub Arc<JourneySeen>);

impl From<JourneySeen> for JourneyObject {
    fn from(seen: JourneySeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl JourneyObject {
    pub async fn find(ctx: &Context<'_>, id: JourneyId) -> Result<Self> {
        let seen = journey_seen(&ctx.conn(), ctx.actor(), id).await?;
        Ok(permit::<Look, _>(ctx.actor(), seen)?.into_subject().into())
    }
}

/// The journeys of a community that the viewer may look at.
pub async fn journeys_of_community(
    ctx: &Context<'_>,
    id: CommunityId,
) -> Result<Vec<JourneyObject>> {
    let found = ::journeys::journeys_of_community(&ctx.conn(), ctx.actor(), id).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// The journeys around a session that the viewer may look at.
pub async fn journeys_of_session(
    ctx: &Context<'_>,
    place: (CommunityId, SessionId),
) -> Result<Vec<JourneyObject>> {
    let found = ::journeys::journeys_of_session(&ctx.conn(), ctx.actor(), place).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

#[Object(name = "Journey")]
impl JourneyObject {
    /// Its id.
    pub async fn id(&self) -> JourneyId {
        self.0.journey.id
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.journey.name
    }

    /// The community it is for.
    async fn community(&self) -> CommunityObject {
        CommunityObject(Arc::new(self.0.community.clone()))
    }

    /// The session it surrounds, if it surrounds one.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        match self.0.journey.session_id {
            Some(id) => SessionObject::find(ctx, id).await.map(Some),
            None => Ok(None),
        }
    }

    /// The template it was applied from, if the viewer may see it.
    async fn template(&self, ctx: &Context<'_>) -> Result<Option<JourneyTemplateObject>> {
        match self.0.journey.template_id {
            Some(id) => seen(JourneyTemplateObject::find(ctx, id).await),
            None => Ok(None),
        }
    }

    /// Its own steps. They were those of the template when it was applied.
    async fn steps(&self) -> Vec<JourneyStepObject> {
        let steps = self.0.journey.steps.0.iter();
        steps.cloned().map(JourneyStepObject).collect()
    }

    /// What happens and happened, as it is due.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn items(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
        #[graphql(default_with = "ItemFilter::All")] filter: ItemFilter,
    ) -> Result<Connected<JourneyItemObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let seen = permit::<Look, _>(ctx.actor(), JourneySeen::clone(&self.0))?;
        let items = items_page(&ctx.conn(), &seen, filter, page).await?;
        Ok(connected(items, |item| {
            let journey = JourneySeen::clone(&self.0);
            JourneyItemObject::from(ItemSeen { item, journey })
        }))
    }

    /// What is still to happen, to whom and with what words, as things stand: at most 500 things, in
    /// the order of time.
    async fn ahead(&self, ctx: &Context<'_>) -> Result<Vec<JourneyAheadObject>> {
        let seen = permit::<Look, _>(ctx.actor(), JourneySeen::clone(&self.0))?;
        let how = (&*ctx.app().actions, ctx.db().now());
        let ahead = ahead_of(&ctx.conn(), &seen, how).await?;
        Ok(ahead.into_iter().map(JourneyAheadObject).collect())
    }

    /// When it was applied.
    async fn applied_at(&self) -> DateTime<Utc> {
        self.0.journey.applied_at
    }

    /// Who applied it.
    async fn applied_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        let Some(id) = self.0.journey.applied_by else {
            return Ok(None);
        };
        let person = ctx.loaders().people.load_one(id).await.map_err(failed)?;
        Ok(person.map(PersonObject))
    }

    /// Since when it is held.
    async fn paused_at(&self) -> Option<DateTime<Utc>> {
        self.0.journey.paused_at
    }

    /// Since when it is taken back.
    async fn withdrawn_at(&self) -> Option<DateTime<Utc>> {
        self.0.journey.withdrawn_at
    }

    /// Whether the viewer may change, pause and take it back.
    async fn viewer_can_edit(&self, ctx: &Context<'_>) -> bool {
        allows::<Steer, JourneySeen>(ctx.actor(), &self.0)
    }
}
