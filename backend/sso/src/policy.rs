//! Who looks after providers, and whose linked accounts are whose. What a provider says is carried into the house by
//! the platform alone. Pure.
use crate::Account;
use kernel::{Actor, Organisation, Policy, Verdict};

/// To see, change and try out who vouches for people.
pub enum KeepProviders {}
/// To carry in what a provider says.
pub enum Carry {}
/// To see which accounts elsewhere are one's own, and to give them up.
pub enum KeepLinked {}

impl Policy<KeepProviders> for Organisation {
    const NOUN: &'static str = "provider";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => Verdict::Deny("only administrators look after providers"),
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Carry> for Organisation {
    const NOUN: &'static str = "provider";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) => {
                Verdict::Deny("the platform does this by itself")
            }
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<KeepLinked> for Account {
    const NOUN: &'static str = "linked account";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor.person() == Some(self.person_id) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}
