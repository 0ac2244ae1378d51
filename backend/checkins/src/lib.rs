//! Check-ins: what people are asked after a session, and what they answer for whom.
//!
//! Invariants:
//! - each person is asked once for each check-in, in their own working hours, and reminded once at most,
//!   when they are not away; so is who joins while it is open;
//! - who reads an answer is said beside its question before it is answered, and stays so;
//! - an anonymous answer loses its person when it is sent; what is said of such answers passes the gate
//!   in `threshold.rs`, and nothing is said before the check-in closed;
//! - what holds instead of a misconception is told to who has answered about it, and to nobody before;
//! - what was saved is kept until it is sent; what is sent late is marked late;
//! - a link from a letter keeps answers to one check-in as one person, and sends them once, until it
//!   closes, and shows nothing else; what is kept of it is a hash.
mod asking;
mod commands;
mod due;
mod events;
mod held;
mod hours;
mod life;
mod policy;
mod posting;
mod results;
mod schedule;
mod store;
mod summary;
mod tables;
mod threshold;
mod whom;

pub use asking::{AnswerInput, Given, QUESTIONS_MAX, QuestionInput, minutes_of};
pub use commands::{
    AnswerByLink, AnswerCheckIn, AnsweredByLink, CancelCheckIn, CloseCheckIn, CreateTheme,
    DefineCheckIn, LinkPage, LinkState, NoteShutLink, NudgeCheckIn, Opened, RemoveTheme,
    SaveByLink, SaveCheckIn, ScheduleAsked, SetAway, SkipCheckIn, TakeIntoSession, UpdateCheckIn,
    UpdateTheme, comes_back, define_check_in, link_page, mint_link, preview, retime,
};
pub use due::{OpenCheckIn, do_what_is_due, in_its_time};
pub use events::{
    Asking, AwayChanged, CheckInAnswered, CheckInAsked, CheckInChanged, LinkRefused, News,
};
pub use held::held;
pub use hours::Hours;
pub use life::CheckInState;
pub use policy::{Answer as MayAnswer, Change, CheckInSeen, Lead, Read, Reader, may_read};
pub use results::{Recheck, Tally, respondents, tally};
pub use schedule::{after_session, closing};
pub use store::{
    AnswerSeen, CheckInFilter, Counts, Occasion, Promise, ResponseSeen, ThemeSeen, Truth,
    answers_of_people, answers_within, away_among, away_until, check_in_of_theme, check_in_seen,
    check_ins_due_for, check_ins_in, check_ins_of_sessions, check_ins_visible_to, counts_of, diary,
    is_waited_for, nameless, own_responses, questions_of, rechecks_of, response_seen, responses_of,
    sent_answers, standing_commitments, taken_into, themes_of,
};
pub use summary::Language;
pub use tables::{
    Answer, CheckIn, Options, Question, QuestionKind, Response, ResponseState, Theme, Visibility,
};
pub use threshold::{Band, ENOUGH, Shown, bands, gate, may_show};
pub use whom::ask_who_came;
