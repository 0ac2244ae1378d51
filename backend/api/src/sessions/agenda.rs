use super::{ObjectiveObject, SessionObject};
use crate::context::Asked;
use ::sessions::{
    Finding, FindingKind, Material, MaterialShown, Objective, Prepare, SegmentKind, SegmentSeen,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{MaterialId, Result, SegmentId};
use std::collections::HashMap;

/// A stretch of the agenda in which people do one thing.
pub struct SegmentObject {
    seen: SegmentSeen,
    starts_at: DateTime<Utc>,
    part: i32,
    session: SessionObject,
}

impl SegmentObject {
    /// The agenda of a session with its times: in each part a segment begins where the one before it
    /// ends.
    pub fn timed(agenda: Vec<SegmentSeen>, session: &SessionObject) -> Vec<Self> {
        let parts = session.0.parts.iter();
        let mut clocks: HashMap<_, _> = parts
            .map(|part| (part.id, (part.number, part.starts_at)))
            .collect();
        let timed = agenda.into_iter().filter_map(|seen| {
            let (number, clock) = clocks.get_mut(&seen.segment.part_id)?;
            let starts_at = *clock;
            *clock += TimeDelta::minutes(seen.segment.minutes.into());
            Some(Self {
                seen,
                starts_at,
                part: *number,
                session: session.clone(),
            })
        });
        timed.collect()
    }

    fn for_who_leads<'a>(&self, ctx: &Context<'_>, text: &'a str) -> Option<&'a str> {
        self.session.may::<Prepare>(ctx).then_some(text)
    }
}

#[Object(name = "Segment")]
impl SegmentObject {
    /// Its id, until the agenda is written anew.
    async fn id(&self) -> SegmentId {
        self.seen.segment.id
    }

    /// In which part of the session, by its number.
    async fn part(&self) -> i32 {
        self.part
    }

    /// What people do in it.
    async fn kind(&self) -> SegmentKind {
        self.seen.segment.kind
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.seen.segment.title
    }

    /// How long it takes.
    async fn minutes(&self) -> i32 {
        self.seen.segment.minutes
    }

    /// When it begins, if all before it keep to their minutes.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.starts_at
    }

    /// What to say or ask, for who leads; may be empty.
    async fn prompt(&self, ctx: &Context<'_>) -> Option<&str> {
        self.for_who_leads(ctx, &self.seen.segment.prompt)
    }

    /// What to do when it goes otherwise, for who leads; may be empty.
    async fn contingency(&self, ctx: &Context<'_>) -> Option<&str> {
        self.for_who_leads(ctx, &self.seen.segment.contingency)
    }

    /// Which objectives it serves.
    async fn objectives(&self, ctx: &Context<'_>) -> Result<Vec<ObjectiveObject>> {
        let objectives = &ctx.loaders().sessions.objectives_by_id;
        let mut found = objectives
            .load_many(self.seen.objectives.iter().copied())
            .await
            .map_err(crate::loaders::failed)?;
        let ordered = self.seen.objectives.iter();
        Ok(ordered
            .filter_map(|id| found.remove(id))
            .map(ObjectiveObject)
            .collect())
    }
}

/// Something to read or to use.
pub struct MaterialObject(pub Material);

#[Object(name = "Material")]
impl MaterialObject {
    /// Its id.
    async fn id(&self) -> MaterialId {
        self.0.id
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// Where it is.
    async fn url(&self) -> &str {
        &self.0.url
    }

    /// From when on learners see it.
    async fn shown(&self) -> MaterialShown {
        self.0.shown
    }

    /// When it was added.
    async fn added_at(&self) -> DateTime<Utc> {
        self.0.added_at
    }
}

/// Something that the plan of a session leaves open.
pub struct FindingObject {
    finding: Finding,
    objective: Option<Objective>,
}

impl FindingObject {
    pub fn of(finding: Finding, objectives: &[Objective]) -> Self {
        let objective = objectives
            .iter()
            .find(|objective| Some(objective.id) == finding.objective);
        Self {
            objective: objective.cloned(),
            finding,
        }
    }
}

#[Object(name = "GuideFinding")]
impl FindingObject {
    /// What it is.
    async fn kind(&self) -> FindingKind {
        self.finding.kind
    }

    /// In which part, by its number.
    async fn part(&self) -> Option<i32> {
        self.finding.part
    }

    /// From which segment on.
    async fn segment(&self) -> Option<SegmentId> {
        self.finding.segment
    }

    /// Which objective.
    async fn objective(&self) -> Option<ObjectiveObject> {
        self.objective.clone().map(ObjectiveObject)
    }

    /// How many minutes are left, over or without interaction; how many seats are missing.
    async fn amount(&self) -> Option<i32> {
        self.finding.amount
    }
}
