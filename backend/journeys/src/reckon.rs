//! What a journey's items should be, from all that they depend on. Pure: applying a journey, moving its
//! session, pausing it and looking ahead at any of these are the same reckoning.
use crate::occasion::SessionAt;
use crate::schedule::{Enrolled, Planned, Schedule};
use crate::step::{Anchor, Step, root_of, step_named};
use crate::{Journey, JourneyItem, JourneyItemState, JourneyItemWhy};
use chrono::{DateTime, Utc};
use communities::WorkCalendar;
use kernel::PersonId;
use sessions::SessionState;
use std::collections::{HashMap, HashSet};

/// Everything that a journey's items depend on, at one moment.
#[derive(Clone, Debug)]
pub struct Circumstances {
    pub calendar: WorkCalendar,
    pub session: Option<SessionStands>,
    /// The learners of the community.
    pub learners: Vec<Enrolled>,
    /// The community is archived.
    pub archived: bool,
}

/// A session, and where it stands in its life.
#[derive(Clone, Debug)]
pub struct SessionStands {
    pub at: SessionAt,
    pub state: SessionState,
    pub closed_at: Option<DateTime<Utc>>,
}

/// An item as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoned {
    pub slot: String,
    pub step: String,
    pub person: Option<PersonId>,
    pub due_at: DateTime<Utc>,
    pub state: JourneyItemState,
    pub why: Option<JourneyItemWhy>,
    pub run_after: Option<DateTime<Utc>>,
}

/// Items that are there already, and those that should be.
#[derive(Clone, Debug, Default)]
pub struct Reckoning {
    pub kept: Vec<(JourneyItem, Reckoned)>,
    pub new: Vec<Reckoned>,
}

/// The name of an item among those of its journey.
pub fn slot(step: &str, person: Option<PersonId>) -> String {
    match person {
        Some(person) => format!("{step}/{person}"),
        None => step.to_owned(),
    }
}

impl Circumstances {
    pub fn schedule<'a>(&'a self, steps: &'a [Step]) -> Schedule<'a> {
        Schedule {
            calendar: &self.calendar,
            steps,
            session: self.session.as_ref().map(|session| session.at.span),
        }
    }

    /// What the items of `journey` should be, given those that are there.
    pub fn reckon(
        &self,
        journey: &Journey,
        items: Vec<JourneyItem>,
        now: DateTime<Utc>,
    ) -> Reckoning {
        let steps = &journey.steps.0;
        let schedule = self.schedule(steps);
        let planned = schedule.plan(&self.learners, journey.applied_at);
        let known: HashSet<String> = items.iter().map(|item| item.slot.clone()).collect();
        let by_slot: HashMap<String, &Planned> = planned
            .iter()
            .map(|planned| (slot(&planned.step, planned.person), planned))
            .collect();
        let new = match journey.withdrawn_at {
            Some(_) => Vec::new(),
            None => planned
                .iter()
                .filter(|planned| !known.contains(&slot(&planned.step, planned.person)))
                .map(|planned| self.fresh(journey, planned))
                .collect(),
        };
        let kept = items
            .into_iter()
            .map(|item| {
                let reckoned = self.again(journey, &item, (by_slot.get(&item.slot).copied(), now));
                (item, reckoned)
            })
            .collect();
        Reckoning { kept, new }
    }

    fn fresh(&self, journey: &Journey, planned: &Planned) -> Reckoned {
        let standing = self.standing(journey, planned);
        Reckoned {
            slot: slot(&planned.step, planned.person),
            step: planned.step.clone(),
            person: planned.person,
            due_at: standing.due_at,
            state: standing.state,
            why: standing.why,
            run_after: standing.run_after,
        }
    }

    /// An item that is there: what was done stays done, what a person skipped stays skipped.
    fn again(
        &self,
        journey: &Journey,
        item: &JourneyItem,
        (planned, now): (Option<&Planned>, DateTime<Utc>),
    ) -> Reckoned {
        let as_it_is = Reckoned {
            slot: item.slot.clone(),
            step: item.step.clone(),
            person: item.person_id,
            due_at: item.due_at,
            state: item.state,
            why: item.why,
            run_after: item.run_after,
        };
        if !is_open(item) {
            return as_it_is;
        }
        let Some(planned) = planned.filter(|_| journey.withdrawn_at.is_none()) else {
            let left =
                item.person_id.is_some() && step_named(&journey.steps.0, &item.step).is_some();
            let why = match journey.withdrawn_at {
                None if left => JourneyItemWhy::Left,
                _ => JourneyItemWhy::Withdrawn,
            };
            return Reckoned {
                state: JourneyItemState::Skipped,
                why: Some(why),
                run_after: None,
                ..as_it_is
            };
        };
        let standing = self.standing(journey, planned);
        let same = standing.due_at == item.due_at && standing.state == item.state;
        // What was too late comes back only when its time does.
        let over = item.why == Some(JourneyItemWhy::TooLate) && standing.due_at <= now;
        // What failed waits for its next attempt, or for somebody to look, unless it moved.
        let failed = item.state == JourneyItemState::Failed && standing.due_at == item.due_at;
        let retrying = same && item.run_after.is_some() && standing.run_after.is_some();
        if over || failed {
            return as_it_is;
        }
        Reckoned {
            due_at: standing.due_at,
            state: standing.state,
            why: standing.why,
            run_after: if retrying {
                item.run_after
            } else {
                standing.run_after
            },
            ..as_it_is
        }
    }

    /// Whether a step may still happen: what was cancelled or rests may not have been told to its items yet.
    pub fn lets(&self, steps: &[Step], step: &Step) -> bool {
        let bound = matches!(
            root_of(steps, step),
            Anchor::SessionStart | Anchor::SessionEnd
        );
        let state = self.session.as_ref().map(|session| session.state);
        let cancelled = bound && state == Some(SessionState::Cancelled);
        !(self.archived || cancelled)
    }

    fn standing(&self, journey: &Journey, planned: &Planned) -> Standing {
        let steps = &journey.steps.0;
        let root = step_named(steps, &planned.step).map(|step| root_of(steps, step));
        let state = self.session.as_ref().map(|session| session.state);
        let bound = matches!(root, Some(Anchor::SessionStart | Anchor::SessionEnd));
        let waits = match (root, state) {
            (Some(Anchor::SessionEnd), Some(state)) => state != SessionState::Closed,
            (Some(Anchor::SessionStart), Some(state)) => state == SessionState::Draft,
            _ => false,
        };
        let closed_at = self.session.as_ref().and_then(|session| session.closed_at);
        let due_at = match (root, closed_at) {
            // It began with the closing, not before.
            (Some(Anchor::SessionEnd), Some(closed_at)) => planned.due_at.max(closed_at),
            _ => planned.due_at,
        };
        if bound && state == Some(SessionState::Cancelled) {
            return Standing {
                due_at,
                state: JourneyItemState::Skipped,
                why: Some(JourneyItemWhy::Cancelled),
                run_after: None,
            };
        }
        let rests = waits || self.archived || journey.paused_at.is_some();
        Standing {
            due_at,
            state: match waits {
                true => JourneyItemState::Waiting,
                false => JourneyItemState::Pending,
            },
            why: None,
            run_after: (!rests).then_some(due_at),
        }
    }
}

struct Standing {
    due_at: DateTime<Utc>,
    state: JourneyItemState,
    why: Option<JourneyItemWhy>,
    run_after: Option<DateTime<Utc>>,
}

/// Whether what becomes of it is still to be reckoned, and not decided by what happened or by a person.
fn is_open(item: &JourneyItem) -> bool {
    match item.state {
        JourneyItemState::Done => false,
        JourneyItemState::Waiting | JourneyItemState::Pending | JourneyItemState::Failed => true,
        JourneyItemState::Skipped => matches!(
            item.why,
            Some(
                JourneyItemWhy::TooLate
                    | JourneyItemWhy::Cancelled
                    | JourneyItemWhy::Left
                    | JourneyItemWhy::Withdrawn
            )
        ),
    }
}

impl Reckoned {
    /// Whether an item differs from what it should be.
    pub fn changes(&self, item: &JourneyItem) -> bool {
        (self.due_at, self.state, self.why, self.run_after)
            != (item.due_at, item.state, item.why, item.run_after)
    }
}
