//! Every query on the tables of check-ins.
mod away;
mod board;
mod checks;
mod commitments;
mod due;
mod rechecks;
mod responses;
mod together;

pub(crate) use away::set_away;
pub use away::{away_among, away_until};
pub use board::{ThemeSeen, check_in_of_theme, nameless, taken_into, themes_of};
pub(crate) use board::{
    forget_name, insert_link, insert_theme, link_by_hash, remove_theme, set_taken, set_themed,
    shuffle, update_theme, use_link,
};
pub use checks::{
    CheckInFilter, check_in_seen, check_ins_due_for, check_ins_in, check_ins_of_sessions,
    check_ins_visible_to, questions_of,
};
pub(crate) use checks::{
    Leave, cancel_series, insert_check_in, replace_questions, twin_of, unopened_of_session,
    update_check_in,
};
pub(crate) use commitments::as_they_stand;
pub use commitments::{Occasion, Promise, standing_commitments};
pub use due::is_waited_for;
pub(crate) use due::{
    Untold, answered_people, insert_responses, is_anything_due, mark_opened, mark_told,
    move_asking, open_in, to_ask, to_close, to_open, untold,
};
pub(crate) use rechecks::what_holds;
pub use rechecks::{Truth, rechecks_of};
pub use responses::{
    AnswerSeen, Counts, ResponseSeen, answers_of_people, counts_of, diary, own_responses,
    response_seen, responses_of, sent_answers,
};
pub(crate) use responses::{
    answers_of, drop_answers, insert_response, name_commitment, response_of, save_answers,
    update_response,
};
pub use together::answers_within;
