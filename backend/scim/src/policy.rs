//! Who may keep people and groups as a directory does. Pure.
use kernel::{Actor, Organisation, Policy, Verdict};

/// To bring, change and deactivate people by SCIM, and to say who is in which group.
pub enum Provision {}

impl Policy<Provision> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            // For a token of a service, which the door has looked at.
            Actor::System => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) => {
                Verdict::Deny("a directory does this, by a token of its own")
            }
            Actor::Anonymous => Verdict::Hide,
        }
    }
}
