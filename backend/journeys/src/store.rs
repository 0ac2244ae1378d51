//! Every query on the tables of journeys.
mod circumstances;
mod items;
mod journeys;
mod templates;

pub(crate) use circumstances::*;
pub(crate) use items::*;
pub use items::{ItemFilter, item_seen, items_page};
pub(crate) use journeys::*;
pub use journeys::{journey_seen, journeys_of_community, journeys_of_session};
pub(crate) use templates::*;
pub use templates::{template_seen, templates_of_community, templates_of_program};
