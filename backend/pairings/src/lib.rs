//! Pairings: who is put together with whom for a time.
//!
//! Invariants:
//! - as many people as possible have somebody, and no hard rule is broken for that;
//! - nobody meets again whom they met while there is a whole division in which nobody does;
//! - with whom somebody does not want to be is told by no reason, and by none that is missing;
//! - of pairs no other division is worth more, and of what is only good it is said how good it could be.
mod matching;

pub use matching::{
    Candidate, Fit, Format, Met, Part, Problem, Relaxation, Repair, Rule, Rules, Solution, Stage,
    Watch, Weights, Why, WhyNot, assess, repair, solve, unpaired_because, why,
};
