//! Who may see and keep a saved search: whoever saved it. Nobody looks for others but the platform, and
//! it asks as they would. Which words mean the same is said by administrators, as it widens what everybody
//! finds. Pure.
use crate::SavedSearch;
use kernel::{Actor, Organisation, Policy, Verdict};

/// To see it, to change it, and to remove it.
pub enum Keep {}
/// To look whether saved searches find something new.
pub enum Watch {}
/// To say which words mean the same.
pub enum KeepSynonyms {}

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

impl Policy<KeepSynonyms> for Organisation {
    const NOUN: &'static str = "group of synonyms";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => Verdict::Deny("only administrators say which words mean the same"),
            Actor::Anonymous => Verdict::Hide,
        }
    }
}
