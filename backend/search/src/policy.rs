//! Who may see and keep a saved search: whoever saved it. Nobody looks for others but the platform, and
//! it asks as they would. Pure.
use crate::SavedSearch;
use kernel::{Actor, Organisation, Policy, Verdict};

/// To see it, to change it, and to remove it.
pub enum Keep {}
/// To look whether saved searches find something new.
pub enum Watch {}

impl Policy<Keep> for SavedSearch {
    const NOUN: &'static str = "saved search";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor.person() == Some(self.person_id) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}

impl Policy<Watch> for Organisation {
    const NOUN: &'static str = "saved search";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) => {
                Verdict::Deny("saved searches are looked after by the platform")
            }
            Actor::Anonymous => Verdict::Hide,
        }
    }
}
