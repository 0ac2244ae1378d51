//! Who may see a misconception, steer it, know how far it spread, and answer its correction. Pure.
//!
//! ```text
//!                                     See        Witness  Steer  Answer
//! moderator, facilitator              yes        yes      yes    if told
//! learner, expert, observer           published  no       no     if told
//! who meets it elsewhere (program,    published  no       no     if told
//!   or a post in a community of theirs)
//! author of a passage                 from the window on  no  no  if told
//! who was told of it                  published  no       no     yes
//! expert who is asked to agree        yes        no       agrees if told
//! administrator outside               hidden
//! stranger, anonymous                 hidden
//! ```
//!
//! In an archived community nobody steers. Who read what before it was corrected is shown as numbers; by
//! name to nobody but an auditor, where whoever operates the platform named one.
use crate::{Exposure, Misconception, states};
use channels::{Moderate, ThreadSeen};
use communities::{ARCHIVED, Role, Standing};
use kernel::{Actor, Policy, Verdict};
use std::sync::Arc;

/// A misconception, and what the asker has to do with it.
#[derive(Clone, Debug)]
pub struct MisconceptionSeen {
    pub record: Misconception,
    /// Where the asker stands in its community.
    pub standing: Option<Standing>,
    /// Whether they take part in its program, or in a community in which it occurs.
    pub is_met: bool,
    /// Whether a passage of theirs says it.
    pub is_author: bool,
    /// What they were told of it.
    pub notice: Option<Exposure>,
    /// Whether none of its passages stands any more, of those that there were.
    pub is_revised: bool,
}

impl MisconceptionSeen {
    /// What decides which steps it can take.
    pub fn life(&self) -> states::Standing {
        let record = &self.record;
        states::Standing {
            state: record.state,
            severity: record.severity,
            is_agreed: record.agreed_by.is_some(),
            is_revised: self.is_revised,
            window_ends_at: record.window_ends_at,
            published_at: record.published_at,
        }
    }

    /// Whether a moderator asked the asker to agree. Who left the community is asked no longer.
    fn is_asked(&self, actor: &Actor) -> bool {
        let asked = self.record.asked_id.filter(|_| self.standing.is_some());
        asked.is_some() && asked == actor.person()
    }

    /// What the asker was told of it.
    pub fn told(&self) -> Option<&Exposure> {
        let told = self.notice.as_ref();
        told.filter(|notice| notice.told_at.is_some())
    }
}

/// To read it.
pub enum See {}
/// To know how far it spread.
pub enum Witness {}
/// To confirm it, to write, offer and publish its correction, and to take that back.
pub enum Steer {}
/// To agree to what somebody else wrote.
pub enum Agree {}
/// To answer its correction.
pub enum Answer {}
/// To learn who read it before it was corrected.
pub enum Audit {}

const NOT_MODERATING: Verdict =
    Verdict::Deny("only moderators and facilitators may do this; ask one of them");
const NOT_TOLD: Verdict = Verdict::Deny("this is for those who read it before it was corrected");

fn moderates(actor: &Actor, standing: Option<Standing>) -> bool {
    let role = standing.map(|standing| standing.role);
    *actor == Actor::System || matches!(role, Some(Role::Moderator | Role::Facilitator))
}

impl Policy<See> for MisconceptionSeen {
    const NOUN: &'static str = "misconception";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let state = self.record.state;
        let is_near = self.standing.is_some() || self.is_met || self.told().is_some();
        let is_offered = self.is_author && self.record.offered_at.is_some();
        match actor {
            Actor::Anonymous => Verdict::Hide,
            _ if moderates(actor, self.standing) => Verdict::Allow,
            _ if self.is_asked(actor) && state != crate::MisconceptionState::Rejected => {
                Verdict::Allow
            }
            _ if state.is_public() && is_near => Verdict::Allow,
            _ if is_offered && !matches!(state, crate::MisconceptionState::Rejected) => {
                Verdict::Allow
            }
            _ => Verdict::Hide,
        }
    }
}

impl Policy<Witness> for MisconceptionSeen {
    const NOUN: &'static str = "misconception";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if !moderates(actor, self.standing) => NOT_MODERATING,
            verdict => verdict,
        }
    }
}

impl Policy<Steer> for MisconceptionSeen {
    const NOUN: &'static str = "misconception";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let rests = self
            .standing
            .is_some_and(|standing| standing.archived_at.is_some());
        match Policy::<Witness>::verdict(self, actor) {
            Verdict::Allow if rests => Verdict::Deny(ARCHIVED),
            verdict => verdict,
        }
    }
}

impl Policy<Agree> for MisconceptionSeen {
    const NOUN: &'static str = "misconception";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let rests = self
            .standing
            .is_some_and(|standing| standing.archived_at.is_some());
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if rests => Verdict::Deny(ARCHIVED),
            Verdict::Allow if self.is_asked(actor) => Verdict::Allow,
            Verdict::Allow => Policy::<Steer>::verdict(self, actor),
            verdict => verdict,
        }
    }
}

impl Policy<Answer> for MisconceptionSeen {
    const NOUN: &'static str = "misconception";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if !self.record.state.is_public() => {
                Verdict::Deny("this correction was taken back")
            }
            Verdict::Allow if self.told().is_none() => NOT_TOLD,
            verdict => verdict,
        }
    }
}

/// Who read a misconception, and whether whoever operates the platform named the asker to look after that.
#[derive(Clone, Debug)]
pub struct Readers {
    pub record: Misconception,
    pub is_auditor: bool,
}

impl Policy<Audit> for Readers {
    const NOUN: &'static str = "misconception";

    /// Whatever else somebody is: also moderators and administrators see numbers.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match (actor, self.is_auditor) {
            (Actor::Person(_) | Actor::Administrator(_), true) => Verdict::Allow,
            _ => Verdict::Hide,
        }
    }
}

/// Whether whoever operates the platform named the owner of an address, among these, to look after what was done.
pub fn is_auditor(address: Option<&str>, auditors: &[String]) -> bool {
    address.is_some_and(|address| auditors.contains(&address.to_lowercase()))
}

/// What was corrected everywhere, for looking after who read it.
#[derive(Clone, Copy, Debug)]
pub struct Ledger {
    pub is_auditor: bool,
}

impl Policy<Audit> for Ledger {
    const NOUN: &'static str = "ledger";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match (actor, self.is_auditor) {
            (Actor::Person(_) | Actor::Administrator(_), true) => Verdict::Allow,
            _ => Verdict::Hide,
        }
    }
}

/// A suggestion of the claim watch, in its conversation.
#[derive(Clone, Debug)]
pub struct ClaimMatchSeen {
    pub claim_match: crate::ClaimMatch,
    pub thread: Arc<ThreadSeen>,
}

impl Policy<Steer> for ClaimMatchSeen {
    const NOUN: &'static str = "match";

    /// Who moderates the conversation decides; that there is a suggestion is for nobody else to know.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Moderate>::verdict(&*self.thread, actor) {
            Verdict::Deny(words) if words == ARCHIVED => Verdict::Deny(ARCHIVED),
            Verdict::Allow => Verdict::Allow,
            Verdict::Deny(_) | Verdict::DenyUntil(..) | Verdict::Hide => Verdict::Hide,
        }
    }
}
