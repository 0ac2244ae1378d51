//! Every query on the tables of consultations.
mod letters;
mod rows;

pub(crate) use letters::{
    forget_letters, has_letters_before, insert_letter, insert_link, insert_refusal, is_refused,
    letters_by, letters_to, link_by_hash, retire_links, use_link,
};
pub use rows::{
    CountsOfObjective, consultation_seen, consultations_due_for, consultations_in,
    consultations_of, counts_in,
};
pub(crate) use rows::{expiring, forgettable, insert, insert_many, twin_of, update};
