//! Journeys: what happens before and after a session, by itself.
//!
//! Invariants:
//! - an item is done exactly once, because what it does is written in the transaction that marks it;
//! - a session that moves takes along whatever is not yet done, and nothing that is;
//! - a journey keeps its own steps: a change of its template does not reach it;
//! - what is shown beforehand and what then happens come of the same reckoning;
//! - what an item does is known only to the action that its step names.
mod actions;
mod coming;
mod commands;
mod each_session;
mod engine;
mod events;
mod follow;
mod found;
mod held;
mod lookahead;
mod next_run;
mod occasion;
mod policy;
mod reckon;
pub mod schedule;
mod step;
mod store;
mod tables;
mod troubles;

pub use actions::{
    Action, Actions, Effect, Field, FieldKind, Outcome, POST_PROMPT, Reach, Working, meant,
};
pub use commands::{
    Acting, ApplyJourney, ArchiveTemplate, Consequence, CreateTemplate, Move, MoveStep,
    PauseJourney, PlanStep, Reschedule, ResumeJourney, RunItemNow, SkipItem, UndoItem,
    UpdateJourney, UpdateTemplate, WithdrawJourney,
};
pub use engine::{pause_until_due, run_due_items};
pub use events::{ItemSettled, JourneyApplied, JourneyChanged, Reminded, TemplateChanged};
pub use follow::KeepPace;
pub use found::{EachSession, FoundCommunity};
pub use held::held;
pub use lookahead::{Ahead, Prospect, ahead_of, preview};
pub use next_run::FoundNextRun;
pub use occasion::{Occasion, SessionAt};
pub use policy::{ItemSeen, JourneySeen, Look, Owner, Steer, TemplateSeen};
pub use step::{
    Anchor, Condition, JourneyAnchor, JourneyCondition, JourneyStepInput, Offset, Step, read_steps,
    step_named,
};
pub use store::{
    ItemFilter, item_seen, items_page, journey_seen, journeys_of_community, journeys_of_session,
    template_seen, templates_of_community, templates_of_program,
};
pub use tables::{Journey, JourneyItem, JourneyItemState, JourneyItemWhy, JourneyTemplate, Steps};
pub use troubles::{RunJobAgain, Trouble, troubles_page};
