//! Who may bring in people. Pure.
//!
//! A roster makes accounts, and makes members of people who were not asked. So it is for
//! administrators; facilitators invite. Nobody else learns that there is one.
use crate::Roster;
use communities::{CommunitySeen, Manage};
use kernel::{Actor, Organisation, Policy, Verdict};

/// A roster, and the place it is for as the asker sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterSeen {
    pub roster: Roster,
    pub place: CommunitySeen,
}

/// To look at a roster.
pub enum BringIn {}
/// To do what it says, and to take that back.
pub enum Apply {}
/// To forget rosters that nobody applied.
pub enum Tidy {}

impl Policy<BringIn> for CommunitySeen {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Manage>::verdict(self, actor) {
            Verdict::Hide => Verdict::Hide,
            Verdict::Allow | Verdict::Deny(_) | Verdict::DenyUntil(..) if actor.administers() => {
                Verdict::Allow
            }
            Verdict::Allow | Verdict::Deny(_) | Verdict::DenyUntil(..) => Verdict::Deny(
                "only administrators bring in rosters; invite people, or ask one of your organisation",
            ),
        }
    }
}

impl Policy<BringIn> for RosterSeen {
    const NOUN: &'static str = "roster";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<BringIn>::verdict(&self.place, actor) {
            Verdict::Allow => Verdict::Allow,
            Verdict::Deny(_) | Verdict::DenyUntil(..) | Verdict::Hide => Verdict::Hide,
        }
    }
}

impl Policy<Apply> for RosterSeen {
    const NOUN: &'static str = "roster";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<BringIn>::verdict(self, actor) {
            Verdict::Allow => Policy::<Manage>::verdict(&self.place, actor),
            verdict => verdict,
        }
    }
}

impl Policy<Tidy> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) | Actor::Anonymous => {
                Verdict::Deny("only the platform tidies up")
            }
        }
    }
}
