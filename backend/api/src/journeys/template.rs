use super::step::JourneyStepObject;
use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::sessions::ProgramObject;
use ::journeys::{Look, Owner, Steer, TemplateSeen, template_seen};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{CommunityId, ProgramId, Result, TemplateId, permit};
use std::sync::Arc;

/// What happens around a session, written once and applied many times.
#[derive(Clone)]
pub struct JourneyTemplateObject(pub Arc<TemplateSeen>);

impl From<TemplateSeen> for JourneyTemplateObject {
    fn from(seen: TemplateSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl JourneyTemplateObject {
    pub async fn find(ctx: &Context<'_>, id: TemplateId) -> Result<Self> {
        let seen = template_seen(&ctx.conn(), ctx.actor(), id).await?;
        Ok(permit::<Look, _>(ctx.actor(), seen)?.into_subject().into())
    }
}

/// The templates that may be applied in a community.
pub async fn templates_of_community(
    ctx: &Context<'_>,
    id: CommunityId,
) -> Result<Vec<JourneyTemplateObject>> {
    let found = ::journeys::templates_of_community(&ctx.conn(), ctx.actor(), id).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// The templates of a program.
pub async fn templates_of_program(
    ctx: &Context<'_>,
    id: ProgramId,
) -> Result<Vec<JourneyTemplateObject>> {
    let found = ::journeys::templates_of_program(&ctx.conn(), ctx.actor(), id).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

#[Object(name = "JourneyTemplate")]
impl JourneyTemplateObject {
    /// Its id.
    pub async fn id(&self) -> TemplateId {
        self.0.template.id
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.template.name
    }

    /// What it is good for; it may be empty.
    async fn purpose(&self) -> &str {
        &self.0.template.purpose
    }

    /// Its steps, in the order they were written.
    async fn steps(&self) -> Vec<JourneyStepObject> {
        let steps = self.0.template.steps.0.iter();
        steps.cloned().map(JourneyStepObject).collect()
    }

    /// Whether each session of its communities has it by itself.
    async fn for_each_session(&self) -> bool {
        self.0.template.for_each_session
    }

    /// The program whose cohorts may apply it; nothing when it is a community's own.
    async fn program(&self, ctx: &Context<'_>) -> Result<Option<ProgramObject>> {
        match self.0.template.program_id {
            Some(id) => ProgramObject::find(ctx, id).await.map(Some),
            None => Ok(None),
        }
    }

    /// The community that may apply it; nothing when it is a program's.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        match self.0.template.community_id {
            Some(id) => CommunityObject::find(ctx, id).await.map(Some),
            None => Ok(None),
        }
    }

    /// When it was last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.template.updated_at
    }

    /// Since when it is put away.
    async fn archived_at(&self) -> Option<DateTime<Utc>> {
        self.0.template.archived_at
    }

    /// Whether the viewer may change it.
    async fn viewer_can_edit(&self, ctx: &Context<'_>) -> bool {
        allows::<Steer, Owner>(ctx.actor(), &self.0.owner)
    }
}
