//! Every query on the tables of pairings.
mod commitments;
mod pairs;
mod plans;
mod profiles;
mod rounds;

pub(crate) use commitments::*;
pub use commitments::{
    commitment_seen, commitments_by_ids, commitments_of, commitments_visible_to,
    open_commitments_of,
};
pub(crate) use pairs::*;
pub use pairs::{own_pairs, pair_of_room, pair_seen, pairs_of_rounds, past_pairs};
pub(crate) use plans::*;
pub use plans::{plan_of, plan_seen};
pub(crate) use profiles::*;
pub use profiles::{
    hours_in, kept_apart_by, paused_in, profile_of, profiles_in, ratings_of, said_by,
    standing_profile,
};
pub(crate) use rounds::*;
pub use rounds::{
    current_round, failed_round, round_seen, rounds_page, rounds_visible_to, running_rounds,
};
