//! Who may do what with pulses. Pure.
//!
//! ```text
//!                        Read  Answer         Change Results
//! learner, expert        yes   where asked    no     once shared
//! observer               yes   no             no     once shared
//! moderator              yes   where asked    no     once shared
//! facilitator            yes   where asked    yes    yes
//! administrator, member  yes   where asked    yes    once shared
//! stranger, anonymous    hidden
//! administrator outside  hidden
//! ```
//!
//! Administrators who observe there are observers. Asked are those with a role that the pulse is for. What was taken back is for those who may change it.
//! In an archived community all this can be read, and nothing be answered or changed. Whoever may see
//! results sees what the gate lets through, and nobody sees more.
use crate::Pulse;
use communities::{Role, Standing, muted, steps_in, unless_archived};
use kernel::{Actor, Policy, Verdict};

/// A pulse, and where the asker stands in its community.
#[derive(Clone, Debug)]
pub struct PulseSeen {
    pub pulse: Pulse,
    pub standing: Option<Standing>,
}

/// To know that it is asked.
pub enum Read {}
/// To answer it.
pub enum Answer {}
/// To say anew what is asked and when, to close it, to take it back, and to share its results.
pub enum Change {}
/// To see what the group said, as far as it may be shown.
pub enum Results {}

const NOT_LEADING: Verdict = Verdict::Deny("only facilitators may do this; ask one of them");
const NOT_ASKED: Verdict = Verdict::Deny("this is not asked of you");

impl PulseSeen {
    fn leads(&self, actor: &Actor) -> bool {
        let role = self.standing.map(|standing| standing.role);
        *actor == Actor::System || role == Some(Role::Facilitator)
    }

    /// Whether they may change it, in a community that goes on.
    fn changes(&self, actor: &Actor) -> bool {
        self.leads(actor) || steps_in(actor, self.standing)
    }

    /// Whether it is asked of who has the asker's role, and of who was there before it closed.
    pub fn expects(&self) -> bool {
        self.standing
            .is_some_and(|standing| self.pulse.asks(standing))
    }

    fn member(&self, actor: &Actor) -> Verdict {
        match (actor, self.standing) {
            (Actor::System, _) | (Actor::Person(_) | Actor::Administrator(_), Some(_)) => {
                Verdict::Allow
            }
            (Actor::Anonymous, _) | (_, None) => Verdict::Hide,
        }
    }
}

impl Policy<Read> for PulseSeen {
    const NOUN: &'static str = "pulse";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let taken_back = self.pulse.cancelled_at.is_some();
        match self.member(actor) {
            Verdict::Allow if taken_back && !self.changes(actor) => Verdict::Hide,
            verdict => verdict,
        }
    }
}

impl Policy<Answer> for PulseSeen {
    const NOUN: &'static str = "pulse";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let verdict = match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if !self.expects() => NOT_ASKED,
            Verdict::Allow => muted(self.standing),
            verdict => verdict,
        };
        unless_archived(verdict, self.standing)
    }
}

impl Policy<Change> for PulseSeen {
    const NOUN: &'static str = "pulse";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let verdict = match self.member(actor) {
            Verdict::Allow if !self.changes(actor) => NOT_LEADING,
            verdict => verdict,
        };
        unless_archived(verdict, self.standing)
    }
}

impl Policy<Results> for PulseSeen {
    const NOUN: &'static str = "pulse";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if !self.leads(actor) && self.pulse.shared_at.is_none() => NOT_LEADING,
            verdict => verdict,
        }
    }
}
