//! Consultations: somebody asks a colleague what they learned to use, and writes what changes.
//!
//! Invariants:
//! - the colleague needs no account: a link from a letter, of which a hash is kept, confirms once that
//!   they spoke, for three weeks, and shows the name of who asks, the objective, the question and
//!   nothing else;
//! - who types an address learns from no answer whether it is somebody's here, or whether its owner
//!   wishes no letters;
//! - letters are few: so many a day from one person and to one address, and none to an address whose
//!   owner declined them;
//! - what was asked and what changes is read by who asked, until they share it; the colleague, and the
//!   line they add, stay with who asked, always;
//! - the colleague's name and address, and the line they add, are forgotten thirty days after the end:
//!   that it was concluded, taken back, declined or too late, or sixty days since they confirmed it.
mod commands;
mod events;
mod held;
mod jobs;
mod life;
mod links;
mod policy;
mod store;
mod tables;

pub use commands::{
    AssignConsultations, ChangeConsultedColleague, ColleagueInput, ConcludeConsultation,
    ConfirmByLink, ConfirmConsultation, ConsultColleague, DeclineByLink, DeclineConsultation,
    LinkPage, LinkState, NoteShutLink, Opened, ResendConsultation, ShareConsultation,
    WithdrawConsultation, link_page,
};
pub use events::{ColleagueTold, ConsultationChanged, LinkRefused, News, Refusal, ToColleague};
pub use held::held;
pub use jobs::{ConsultationLetter, MailConsultation, keep_consultations, mint_letter};
pub use life::ConsultationState;
pub use policy::{Answer as MayAnswer, Ask, ConsultationSeen, Consulting, Count, Keep, Read};
pub use store::{
    CountsOfObjective, consultation_seen, consultations_due_for, consultations_in,
    consultations_of, counts_in,
};
pub use tables::{Consultation, Visibility};
