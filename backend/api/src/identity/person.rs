use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::loaders::failed;
use ::communities::{PersonSeen, See};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use identity::{Person, Suspend};
use kernel::{PersonId, Result, permit};
use std::sync::Arc;

/// Somebody who takes part, as the others see them.
#[derive(Clone)]
pub struct PersonObject(pub Person);

impl PersonObject {
    /// The person, if the viewer shares a community with them.
    pub async fn find(ctx: &Context<'_>, id: PersonId) -> Result<Self> {
        let seen = ::communities::person_seen(&ctx.conn(), ctx.actor(), id).await?;
        let seen = permit::<See, PersonSeen>(ctx.actor(), seen)?;
        Ok(Self(seen.into_subject().person))
    }

    /// The person named beside something that the viewer sees, who may be seen there.
    pub async fn beside(ctx: &Context<'_>, id: PersonId) -> Result<Option<Self>> {
        // Whoever asks was loaded with the sign-in.
        if let Some(viewer) = ctx.viewer().filter(|viewer| viewer.id == id) {
            return Ok(Some(Self(viewer.clone())));
        }
        let person = ctx.loaders().people.load_one(id).await.map_err(failed)?;
        Ok(person.map(Self))
    }
}

#[Object(name = "Person")]
impl PersonObject {
    /// Their id.
    pub async fn id(&self) -> PersonId {
        self.0.id
    }

    /// The word they are mentioned by, without the @.
    async fn handle(&self) -> &str {
        &self.0.handle
    }

    /// Their name as they write it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// How to say their name.
    async fn pronunciation(&self) -> Option<&str> {
        self.0.pronunciation.as_deref()
    }

    /// Their time zone, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.0.zone
    }

    /// What they like to be asked about.
    async fn ask_me_about(&self) -> Option<&str> {
        self.0.ask_me_about.as_deref()
    }

    /// What they work on now.
    async fn working_on(&self) -> Option<&str> {
        self.0.working_on.as_deref()
    }

    /// Whether they were named in an imported archive and have not come themself yet.
    async fn is_placeholder(&self) -> bool {
        self.0.placeholder_of.is_some()
    }

    /// Whether it is the viewer.
    async fn is_viewer(&self, ctx: &Context<'_>) -> bool {
        ctx.actor().person() == Some(self.0.id)
    }

    /// Since when they have an account.
    async fn joined_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Since when they are kept out of the organisation; for administrators.
    async fn suspended_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let may_know = ::communities::allows::<Suspend, Person>(ctx.actor(), &self.0);
        self.0.suspended_at.filter(|_| may_know)
    }

    /// The communities to which the viewer belongs as well, by name.
    async fn communities_in_common(&self, ctx: &Context<'_>) -> Result<Vec<CommunityObject>> {
        let in_common = &ctx.loaders().communities.in_common;
        let shared = in_common.load_one(self.0.id).await.map_err(failed)?;
        Ok(shared
            .unwrap_or_default()
            .into_iter()
            .map(|seen| CommunityObject(Arc::new(seen)))
            .collect())
    }
}
