//! Every query on the tables of pulses.
mod answers;
mod asked;
mod due;
mod pulses;

pub(crate) use answers::{
    answers_to, erase_answers, erase_secret, insert_answers, insert_link, is_seated, link_by_hash,
    secret_of, shuffle, take_seat, use_link,
};
pub use asked::{Counts, asked_of, counts_of, done_with, is_waited_for};
pub(crate) use asked::{
    asked_by, forget_who_answered, insert_asked, insert_own, loads_of, people_of, update_asked,
};
pub(crate) use due::{
    is_anything_due, mark_opened, mark_told, move_asking, put_off, to_close, to_open, to_tell,
    unfinished_in, untold,
};
pub use pulses::{
    PulseFilter, pulse_seen, pulses_due_for, pulses_in, pulses_of_series, pulses_of_sessions,
    pulses_visible_to, questions_of,
};
pub(crate) use pulses::{
    cancel, insert_pulses, pulse_by_token, replace_questions, twin_of, unopened_of_session,
    update_pulse,
};
