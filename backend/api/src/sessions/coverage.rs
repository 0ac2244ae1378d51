use super::ObjectiveObject;
use crate::context::Asked;
use ::sessions::{Activity, ActivityKind, Coverage, Objective};
use async_graphql::{Context, ID, Object};
use kernel::{Actor, CommunityId, ObjectiveId, Result, SessionId};

/// The objectives of a community's program and what is done for them, held against each other.
pub struct CoverageObject {
    objectives: Vec<Objective>,
    coverage: Coverage,
}

impl CoverageObject {
    /// Everything that people do in a community, against the objectives of what it runs.
    pub async fn of(ctx: &Context<'_>, community: CommunityId) -> Result<Self> {
        let objectives = ::sessions::objectives_of_community(&ctx.conn(), community).await?;
        let mut activities = session_activities(ctx, community).await?;
        activities.extend(::prompts::activities_of(&ctx.conn(), community).await?);
        let ids: Vec<ObjectiveId> = objectives.iter().map(|objective| objective.id).collect();
        Ok(Self {
            coverage: Coverage::of(&ids, &activities),
            objectives,
        })
    }
}

/// The sessions, and what is practised in them.
async fn session_activities(ctx: &Context<'_>, community: CommunityId) -> Result<Vec<Activity>> {
    let conn = ctx.conn();
    let sessions = ::sessions::sessions_of(&conn, Actor::System, community).await?;
    let ids: Vec<SessionId> = sessions.iter().map(|seen| seen.session.id).collect();
    let mut served = ::sessions::objective_ids_of(&conn, &ids).await?;
    let mut segments = ::sessions::agendas_of(&conn, &ids).await?;
    let mut activities = Vec::new();
    for seen in sessions {
        let session = seen.session;
        if session.state == ::sessions::SessionState::Cancelled {
            continue;
        }
        activities.push(Activity {
            kind: ActivityKind::Session,
            id: session.id.to_string(),
            title: session.title,
            objectives: served.remove(&session.id).unwrap_or_default(),
        });
        let agenda = segments.remove(&session.id).unwrap_or_default();
        let interactive = agenda
            .into_iter()
            .filter(|seen| seen.segment.kind.interactive());
        activities.extend(interactive.map(|seen| Activity {
            kind: ActivityKind::Segment,
            id: seen.segment.id.to_string(),
            title: seen.segment.title,
            objectives: seen.objectives,
        }));
    }
    Ok(activities)
}

/// An objective, and what is done for it.
pub struct CoveredObject {
    objective: Objective,
    activities: Vec<Activity>,
}

#[Object(name = "CoveredObjective")]
impl CoveredObject {
    /// The objective.
    async fn objective(&self) -> ObjectiveObject {
        ObjectiveObject(self.objective.clone())
    }

    /// What is done for it; empty when nothing is.
    async fn activities(&self) -> Vec<ActivityObject> {
        self.activities
            .iter()
            .cloned()
            .map(ActivityObject)
            .collect()
    }
}

/// Something that people do.
pub struct ActivityObject(Activity);

#[Object(name = "Activity")]
impl ActivityObject {
    /// The id of what it is.
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    /// What it is.
    async fn kind(&self) -> ActivityKind {
        self.0.kind
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }
}

#[Object(name = "Coverage")]
impl CoverageObject {
    /// Each objective, in its order, with what is done for it.
    async fn objectives(&self) -> Vec<CoveredObject> {
        let covered = self.objectives.iter().zip(&self.coverage.covered);
        covered
            .map(|(objective, (_, activities))| CoveredObject {
                objective: objective.clone(),
                activities: activities.clone(),
            })
            .collect()
    }

    /// What serves none of the objectives.
    async fn without_objective(&self) -> Vec<ActivityObject> {
        let aimless = self.coverage.aimless.iter().cloned();
        aimless.map(ActivityObject).collect()
    }
}
