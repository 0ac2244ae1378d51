//! Pulses: a few questions to many people, whose answers nobody can be named by.
//!
//! Invariants:
//! - an answer stands under a pseudonym that is the same for all pulses of a program that are under way, in
//!   whatever communities run it (of one community, where it runs none); what makes it is chance, and is
//!   erased when the last of them has closed;
//! - that somebody answered is kept without a time, and apart from what they answered; both have ids of
//!   chance alone, and what they answered is written anew in that order when the pulse closes. (The log
//!   has a place at which what waited for them was settled: about when, and never what.)
//! - a pulse that is taken back has neither: what was answered, and by whom, is erased;
//! - nothing is said of answers before the pulse closed, not even how many there are, and no answer comes
//!   after that; what is said then passes `checkins::threshold`, for the whole, for cuts fixed beforehand, and over time;
//! - nobody is asked again within a week, or more than so many questions in thirty days, in whatever
//!   communities they are; who was asked longest ago is asked first;
//! - an open form counts a browser once; of more than there are people nothing is said;
//! - a link from a letter answers one pulse as one person, once, until it closes.
mod asking;
mod change;
mod commands;
mod csv;
mod due;
mod events;
mod fatigue;
mod held;
mod life;
mod policy;
mod pseudonym;
mod results;
mod seen;
mod store;
mod tables;
mod templates;
mod whom;

pub use asking::{AnswerInput, QUESTIONS_MAX, QuestionInput, minutes_of};
pub use change::Change;
pub use commands::{
    AnswerByLink, AnswerPulse, AnswerReaction, CancelPulse, ClosePulse, DefinePulse, ExportResults,
    LinkPage, LinkState, NoteShutForm, NoteShutLink, Opened, ShareResults, SkipPulse, UpdatePulse,
    define_pulse, end_early, link_page, mint_link, reaction_page, retime, templates_for,
};
pub use csv::table_of;
pub use due::{OpenPulse, do_what_is_due};
pub use events::{
    Asking, LinkRefused, News, PulseAnswered, PulseAsked, PulseChanged, ResultsExported,
};
pub use fatigue::{APART, QUESTIONS_AT_MOST, WITHIN};
pub use held::held;
pub use life::PulseState;
pub use policy::{
    Answer as MayAnswer, Change as MayChange, PulseSeen, Read, Results as SeeResults,
};
pub use results::{BarrierCount, CutResults, ItemResults, mean_shown};
pub use seen::{PulseResults, Withheld, results_of};
pub use store::{
    Counts, PulseFilter, asked_of, counts_of, done_with, is_waited_for, pulse_seen, pulses_due_for,
    pulses_in, pulses_of_series, pulses_of_sessions, pulses_visible_to, questions_of,
};
pub use tables::{
    Asked, AskedState, Barrier, Barriers, Cut, Options, Pulse, PulseKind, Question, QuestionKind,
    Spared,
};
pub use templates::Template;
pub use whom::ask_when_there;
