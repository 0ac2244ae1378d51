//! Every query on the tables of questions.
mod marks;
mod questions;

pub use marks::{due_by, resources_of, reveals_in, reviews_due, reviews_of, stories_of};
pub(crate) use marks::{
    insert_resource, insert_reveal, insert_story, keep_review, merge_reviews, move_reviews,
    review_of,
};
pub use questions::{QuestionSeen, listing_of, parked_on, questions_of};
pub(crate) use questions::{
    Wish, insert_question, invitations_open, invite, invited_to, merge_question, set_helped,
    set_parked, set_too,
};
