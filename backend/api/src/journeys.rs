//! Journeys, their templates and items, and what failed, as GraphQL shows them.
mod item;
mod job;
mod journey;
mod lookahead;
mod mutations;
mod query;
mod reschedule;
mod step;
mod template;

pub use item::JourneyItemObject;
pub use journey::{JourneyObject, journeys_of_community, journeys_of_session};
pub use mutations::JourneysMutation;
pub use query::JourneysQuery;
pub use template::{JourneyTemplateObject, templates_of_community, templates_of_program};
