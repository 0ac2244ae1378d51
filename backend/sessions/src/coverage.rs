//! Which objectives nothing is done for, and what is done for no objective. Pure.
use async_graphql::Enum;
use kernel::ObjectiveId;

/// What people do for an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
pub enum ActivityKind {
    /// A session.
    Session,
    /// A segment of a session's agenda.
    Segment,
    /// What is asked between sessions.
    Prompt,
    /// What is read or done before a session.
    PreWork,
}

/// Something that people do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub kind: ActivityKind,
    /// The id of what it is.
    pub id: String,
    pub title: String,
    pub objectives: Vec<ObjectiveId>,
}

/// Objectives and activities held against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Each objective, in the order given, with what is done for it.
    pub covered: Vec<(ObjectiveId, Vec<Activity>)>,
    /// What serves none of the objectives.
    pub aimless: Vec<Activity>,
}

impl Coverage {
    pub fn of(objectives: &[ObjectiveId], activities: &[Activity]) -> Self {
        let serving = |objective: &ObjectiveId| {
            let serves = activities
                .iter()
                .filter(|activity| activity.objectives.contains(objective));
            (*objective, serves.cloned().collect())
        };
        let aimless = activities.iter().filter(|activity| {
            !activity
                .objectives
                .iter()
                .any(|objective| objectives.contains(objective))
        });
        Self {
            covered: objectives.iter().map(serving).collect(),
            aimless: aimless.cloned().collect(),
        }
    }
}
