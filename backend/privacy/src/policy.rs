//! Who may have what is held about whom. Pure.
use crate::PersonalExport;
use kernel::{Actor, Organisation, PersonId, Policy, Verdict};

/// To have all that is held about somebody put together, for them.
pub enum TakeAlong {}
/// To fetch what was put together.
pub enum Fetch {}
/// To see who asked for what of their data.
pub enum OverseeData {}

impl Policy<TakeAlong> for PersonId {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(id) if id == self => Verdict::Allow,
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Fetch> for PersonalExport {
    const NOUN: &'static str = "export";

    fn verdict(&self, actor: &Actor) -> Verdict {
        // Whoever asked for it: what people keep to themselves is in it.
        match actor.person() == Some(self.person_id) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}

impl Policy<OverseeData> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => Verdict::Deny("only administrators look after the data of all"),
            Actor::Anonymous => Verdict::Hide,
        }
    }
}
