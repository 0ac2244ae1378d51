//! Pulses as GraphQL shows them.
mod doorway;
mod link;
mod loaders;
mod mutations;
mod places;
mod pulse;
mod query;
mod results;

pub use doorway::Doorway;
pub use loaders::PulseLoaders;
pub use mutations::PulsesMutation;
pub use places::{PulsesOfCommunity, PulsesOfSession};
pub use pulse::PulseObject;
pub use query::PulsesQuery;
