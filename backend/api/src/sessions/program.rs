use crate::communities::CommunityObject;
use crate::connection::{Connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::journeys::{JourneyTemplateObject, templates_of_program};
use crate::misconceptions::{MisconceptionObject, misconceptions_page};
use ::misconceptions::Shelf;
use ::sessions::{Delivery, Objective, ProgramSeen, See, VersionSeen, Write};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{Error, ObjectiveId, Policy, ProgramId, ProgramVersionId, Result, permit};
use std::sync::Arc;

/// What is taught, from one cohort to the next.
#[derive(Clone)]
pub struct ProgramObject(pub Arc<ProgramSeen>);

impl ProgramObject {
    /// The program, if the viewer may see it.
    pub async fn find(ctx: &Context<'_>, id: ProgramId) -> Result<Self> {
        let seen = ::sessions::program_seen(&ctx.conn(), ctx.actor(), id).await?;
        let seen = permit::<See, ProgramSeen>(ctx.actor(), seen)?;
        Ok(Self(Arc::new(seen.into_subject())))
    }
}

/// What the viewer may do with a program.
#[derive(SimpleObject)]
pub struct ProgramPermissions {
    /// Change it, and publish its next version.
    edit: bool,
}

#[Object(name = "Program")]
impl ProgramObject {
    /// Its id.
    pub async fn id(&self) -> ProgramId {
        self.0.program.id
    }

    /// Its place in addresses.
    async fn slug(&self) -> &str {
        &self.0.program.slug
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.program.title
    }

    /// Whom it is for and what changes by it; may be empty.
    async fn summary(&self) -> &str {
        &self.0.program.summary
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.program.created_at
    }

    /// Misconceptions that were corrected in the communities that ran it, the newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn corrections(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<MisconceptionObject>> {
        let shelf = Shelf::Program(self.0.program.id);
        misconceptions_page(ctx, &shelf, (first, after)).await
    }

    /// Its versions, the newest first. The one that is being written is for administrators.
    async fn versions(&self, ctx: &Context<'_>) -> Result<Vec<VersionObject>> {
        let versions = ::sessions::versions_of(&ctx.conn(), self.0.program.id).await?;
        let seen = versions.into_iter().map(|version| VersionSeen {
            version,
            program: ProgramSeen::clone(&self.0),
        });
        Ok(seen
            .filter(|seen| Policy::<See>::verdict(seen, &ctx.actor()).allows())
            .map(VersionObject::from)
            .collect())
    }

    /// The templates of journeys that its cohorts may apply, by name, for facilitators.
    #[graphql(complexity = "20 * child_complexity")]
    async fn journey_templates(&self, ctx: &Context<'_>) -> Result<Vec<JourneyTemplateObject>> {
        templates_of_program(ctx, self.0.program.id).await
    }

    /// What the viewer may do with it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ProgramPermissions {
        ProgramPermissions {
            edit: allows::<Write, ProgramSeen>(ctx.actor(), &self.0),
        }
    }
}

/// A program as it stood at a time. Once published it does not change.
#[derive(Clone)]
pub struct VersionObject(pub Arc<VersionSeen>);

impl From<VersionSeen> for VersionObject {
    fn from(seen: VersionSeen) -> Self {
        Self(Arc::new(seen))
    }
}

impl VersionObject {
    /// The version, if the viewer may see it.
    pub async fn find(ctx: &Context<'_>, id: ProgramVersionId) -> Result<Self> {
        let seen = ::sessions::version_seen(&ctx.conn(), ctx.actor(), id).await?;
        match permit::<See, VersionSeen>(ctx.actor(), seen) {
            Ok(seen) => Ok(seen.into_subject().into()),
            Err(Error::NotFound(_)) => Err(Error::NotFound("version")),
            Err(error) => Err(error),
        }
    }
}

#[Object(name = "ProgramVersion")]
impl VersionObject {
    /// Its id.
    pub async fn id(&self) -> ProgramVersionId {
        self.0.version.id
    }

    /// Of which program.
    async fn program(&self) -> ProgramObject {
        ProgramObject(Arc::new(self.0.program.clone()))
    }

    /// From 1.
    async fn number(&self) -> i32 {
        self.0.version.number
    }

    /// What is new in it; may be empty.
    async fn notes(&self) -> &str {
        &self.0.version.notes
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.version.created_at
    }

    /// Since when cohorts can run it; nothing while it is being written.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.version.published_at
    }

    /// What people can do afterwards, in its order.
    async fn objectives(&self, ctx: &Context<'_>) -> Result<Vec<ObjectiveObject>> {
        let id = self.0.version.id;
        let mut of = ::sessions::objectives_of_versions(&ctx.conn(), &[id]).await?;
        let objectives = of.remove(&id).unwrap_or_default();
        Ok(objectives.into_iter().map(ObjectiveObject).collect())
    }

    /// The cohorts that run it, of those the viewer may see: the latest 100.
    async fn deliveries(&self, ctx: &Context<'_>) -> Result<Vec<DeliveryObject>> {
        let version = self.0.version.id;
        let deliveries = ::sessions::deliveries_of(&ctx.conn(), ctx.actor(), version).await?;
        Ok(deliveries.into_iter().map(DeliveryObject).collect())
    }
}

/// Something that people can do afterwards, and how one sees it.
#[derive(Clone)]
pub struct ObjectiveObject(pub Objective);

impl ObjectiveObject {
    /// The objective, if the viewer may see its version.
    pub async fn find(ctx: &Context<'_>, id: ObjectiveId) -> Result<Self> {
        let missing = Error::NotFound("objective");
        let found = ::sessions::objectives_by_ids(&ctx.conn(), &[id])
            .await?
            .pop();
        let objective = found.ok_or(missing)?;
        match VersionObject::find(ctx, objective.version_id).await {
            Ok(_) => Ok(Self(objective)),
            Err(Error::NotFound(_)) => Err(Error::NotFound("objective")),
            Err(error) => Err(error),
        }
    }
}

#[Object(name = "Objective")]
impl ObjectiveObject {
    /// Its id, which is another in each version.
    pub async fn id(&self) -> ObjectiveId {
        self.0.id
    }

    /// Its number, which is the same in every version of its program.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// What people can do.
    async fn statement(&self) -> &str {
        &self.0.statement
    }

    /// How one sees that they can.
    async fn measure(&self) -> Option<&str> {
        self.0.measure.as_deref()
    }

    /// Of which version.
    async fn version(&self, ctx: &Context<'_>) -> Result<VersionObject> {
        VersionObject::find(ctx, self.0.version_id).await
    }
}

/// Which version of a program a cohort runs.
#[derive(Clone)]
pub struct DeliveryObject(pub Delivery);

#[Object(name = "Delivery")]
impl DeliveryObject {
    /// The cohort.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.community_id).await
    }

    /// The version.
    async fn version(&self, ctx: &Context<'_>) -> Result<VersionObject> {
        VersionObject::find(ctx, self.0.version_id).await
    }

    /// Since when.
    async fn delivered_at(&self) -> DateTime<Utc> {
        self.0.delivered_at
    }

    /// Who said so; nobody when the platform itself did.
    async fn delivered_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.delivered_by {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }
}
