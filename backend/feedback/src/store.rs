//! Every query on the tables of feedback.
mod evidence;
mod feedback;
mod rounds;

pub use evidence::{evidence_by_ids, evidence_in, evidence_seen, own_evidence};
pub(crate) use evidence::{
    evidence_of_threads, evidence_row, insert_evidence, pieces_of, standing_of_person,
    update_evidence,
};
pub use feedback::{FeedbackCounts, counts_of, feedback_asked_of, feedback_due_for, feedback_seen};
pub(crate) use feedback::{
    asked_in, feedback_of_posts, insert_feedback, to_remind, update_feedback,
};
pub(crate) use rounds::{
    insert_round, round_row, round_twin, rounds_going_on, rounds_to_keep, rounds_with, update_round,
};
pub use rounds::{round_seen, rounds_by_ids, rounds_in, rounds_of_sessions};
