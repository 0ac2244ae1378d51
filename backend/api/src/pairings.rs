//! Pairing as GraphQL shows it.
mod board;
mod commitment;
mod community;
mod loaders;
mod mutations;
mod pair;
mod plan;
mod preferences;
mod round;
mod rules;

pub use commitment::CommitmentObject;
pub use community::PairingOfCommunity;
pub use loaders::PairingLoaders;
pub use mutations::{PairingMutation, PairsMutation};
pub use pair::PairObject;
pub use plan::PlanObject;
pub use round::RoundObject;

fn number(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
