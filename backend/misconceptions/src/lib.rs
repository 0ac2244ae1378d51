//! Misconceptions: wrong ideas, found, confirmed, corrected where they stand, and told to who read them.
//!
//! Invariants:
//! - the author of a passage is told first, unless somebody may be hurt or a rule is broken meanwhile;
//! - a correction stands beside its passage wherever the words of the post are shown, from the moment it
//!   is published until it is taken back; whether the passage stands is decided when it is read;
//! - who read it before it was corrected is told once, whatever fails in between;
//! - who read what is used for that alone, and shown as numbers: nobody is named but to themself, and to
//!   an auditor where whoever operates the platform named one, whose look is kept with its reason;
//! - posts that resemble a misconception are suggested to moderators, and nothing is hidden by it.
mod anchor;
mod commands;
mod due;
mod events;
mod held;
mod jobs;
mod policy;
mod precision;
mod resemblance;
mod showing;
mod spread;
mod states;
mod store;
mod tables;
mod titles;

pub use anchor::{Anchor, plain as plain_text};
pub use commands::{
    AcknowledgeCorrection, AddOccurrence, AgreeToCorrection, AskToAgree, AuditExposures,
    COLLEAGUES, CloseMisconception, ConfirmMisconception, DecideClaimMatch, DraftCorrection,
    OfferToAuthor, Passage, PublishCorrection, RejectMisconception, RemoveOccurrence,
    ReopenMisconception, SourceGiven, SuspectMisconception, SweepExposures, TakeBackPassage,
    UndoClaimMatch, UndoCorrection,
};
pub use due::do_what_is_due;
pub use events::{
    AgreementAsked, ClaimMatched, CorrectionAnswered, CorrectionOffered, CorrectionReminded,
    CorrectionShown, CorrectionTold, CorrectionWithdrawn, ExposuresAudited, Met,
    MisconceptionChanged, PassageRevised,
};
pub use held::held;
pub use jobs::{CompareWithPatterns, KeepPassages, WatchPosts};
pub use policy::{
    Agree, Answer, Audit, ClaimMatchSeen, Ledger, MisconceptionSeen, Readers, See, Steer, Witness,
    is_auditor,
};
pub use precision::Watched;
pub use resemblance::{Likeness, Patterns, SUGGESTED_FROM};
pub use showing::{Beside, Correction, corrections_beside, may_be_corrected};
pub use spread::Spread;
pub use states::{Standing as Life, Step, UNDO, WINDOW_HOURS};
pub use store::{
    OccurrenceSeen, Shelf, claim_match_seen, claim_matches, corrected_everywhere, corrected_posts,
    corrected_threads, corrections_in_threads, has_misconception, history_of, library,
    misconception_seen, misconceptions_of_objectives, misconceptions_visible_to, occurrences_of,
    offered_to_authors, spread_in_places, spread_of, suggested_for, to_answer, watched,
};
pub use tables::{
    ClaimMatch, CorrectionAnswer, Exposure, Misconception, MisconceptionChange, MisconceptionState,
    Occurrence, OccurrenceState, Severity, Source, Sources,
};
pub use titles::corrections_of_titles;
