//! What the plan of a session leaves open: the checks of a facilitator guide. Pure.
use crate::{Objective, Part, SegmentKind, SegmentSeen, Session};
use async_graphql::Enum;
use kernel::{ObjectiveId, SegmentId};

/// How long people only listen and watch before they lose the thread, in minutes.
pub const STILL_MINUTES_MAX: i32 = 12;

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
pub enum FindingKind {
    /// A part lasts longer than its agenda.
    MinutesLeft,
    /// The agenda of a part is longer than the part.
    MinutesOver,
    /// For more than 12 minutes people only listen and watch.
    NoInteraction,
    /// An objective of the session is never practised.
    NeverPractised,
    /// There are more learners than seats.
    SeatsMissing,
}

/// One thing to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    /// In which part, by its number.
    pub part: Option<i32>,
    /// From which segment on.
    pub segment: Option<SegmentId>,
    pub objective: Option<ObjectiveId>,
    /// How many minutes are left, over or without interaction; how many seats are missing.
    pub amount: Option<i32>,
}

impl Finding {
    fn of(kind: FindingKind, amount: i32) -> Self {
        Self {
            kind,
            part: None,
            segment: None,
            objective: None,
            amount: Some(amount),
        }
    }
}

/// A plan with all that is checked.
#[derive(Clone, Copy, Debug)]
pub struct GuidePlan<'a> {
    pub session: &'a Session,
    pub parts: &'a [Part],
    pub agenda: &'a [SegmentSeen],
    pub objectives: &'a [Objective],
    /// How many learners the community has.
    pub learners: i32,
}

/// Everything to look at, part by part, then the objectives, then the room.
pub fn check_guide(plan: GuidePlan<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in plan.parts {
        let agenda: Vec<&SegmentSeen> = plan
            .agenda
            .iter()
            .filter(|seen| seen.segment.part_id == part.id)
            .collect();
        findings.extend(minutes(part, &agenda));
        findings.extend(stillness(part, &agenda));
    }
    findings.extend(plan.objectives.iter().filter_map(|objective| {
        let practised = plan
            .agenda
            .iter()
            .any(|seen| seen.segment.kind.practises() && seen.objectives.contains(&objective.id));
        (!practised).then_some(Finding {
            kind: FindingKind::NeverPractised,
            part: None,
            segment: None,
            objective: Some(objective.id),
            amount: None,
        })
    }));
    let missing = plan
        .session
        .capacity
        .map_or(0, |capacity| plan.learners - capacity);
    if missing > 0 {
        findings.push(Finding::of(FindingKind::SeatsMissing, missing));
    }
    findings
}

/// How long a part lasts, in whole minutes.
pub fn minutes_of(part: &Part) -> i32 {
    let minutes = (part.ends_at - part.starts_at).num_minutes();
    i32::try_from(minutes).unwrap_or(i32::MAX)
}

fn minutes(part: &Part, agenda: &[&SegmentSeen]) -> Option<Finding> {
    let planned: i32 = agenda.iter().map(|seen| seen.segment.minutes).sum();
    let left = minutes_of(part) - planned;
    let kind = match left {
        0 => return None,
        1.. => FindingKind::MinutesLeft,
        _ => FindingKind::MinutesOver,
    };
    Some(Finding {
        part: Some(part.number),
        ..Finding::of(kind, left.abs())
    })
}

/// Each stretch in which people do nothing themselves for too long. A break is none of it.
fn stillness(part: &Part, agenda: &[&SegmentSeen]) -> Vec<Finding> {
    agenda
        .split(|seen| seen.segment.kind.interactive() || seen.segment.kind == SegmentKind::Break)
        .filter_map(|stretch| {
            let minutes: i32 = stretch.iter().map(|seen| seen.segment.minutes).sum();
            let first = stretch.first()?;
            (minutes > STILL_MINUTES_MAX).then(|| Finding {
                part: Some(part.number),
                segment: Some(first.segment.id),
                ..Finding::of(FindingKind::NoInteraction, minutes)
            })
        })
        .collect()
}
