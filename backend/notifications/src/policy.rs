//! Who may see and keep what tells a person something: that person, as long as they may read what it
//! speaks of. Who looks after the letters on their way: administrators. Pure.
use crate::{CalendarFeed, InboxItem, Notice, OutboxLetter};
use channels::{PostSeen, Read};
use communities::CommunitySeen;
use kernel::{Actor, Organisation, PersonId, Policy, Verdict};

/// An inbox item with the newest post it tells of.
#[derive(Clone, Debug)]
pub struct InboxItemSeen {
    pub item: InboxItem,
    pub latest: PostSeen,
}

/// A notice, and the asker's place in the community it is from.
#[derive(Clone, Debug)]
pub struct NoticeSeen {
    pub notice: Notice,
    pub community: CommunitySeen,
}

/// To see it, and to mark it done.
pub enum Keep {}
/// To see which letters are on their way, and to send one again.
pub enum ReadOutbox {}
/// To read the words of a letter.
pub enum ReadWords {}
/// To write letters and to send them.
pub enum Carry {}

impl Policy<Keep> for InboxItemSeen {
    const NOUN: &'static str = "inbox item";

    fn verdict(&self, actor: &Actor) -> Verdict {
        own(
            actor,
            self.item.person_id,
            Policy::<Read>::verdict(&self.latest, actor),
        )
    }
}

impl Policy<Keep> for NoticeSeen {
    const NOUN: &'static str = "notice";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let reads = Policy::<communities::Read>::verdict(&self.community, actor);
        own(actor, self.notice.person_id, reads)
    }
}

impl Policy<Keep> for CalendarFeed {
    const NOUN: &'static str = "feed";

    fn verdict(&self, actor: &Actor) -> Verdict {
        own(actor, self.person_id, Verdict::Allow)
    }
}

fn own(actor: &Actor, person: PersonId, reads: Verdict) -> Verdict {
    match reads {
        Verdict::Allow if actor.person() == Some(person) => Verdict::Allow,
        Verdict::Allow | Verdict::Deny(_) | Verdict::DenyUntil(..) | Verdict::Hide => Verdict::Hide,
    }
}

impl Policy<ReadOutbox> for Organisation {
    const NOUN: &'static str = "outbox";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => Verdict::Deny("only administrators see the outbox"),
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<ReadWords> for OutboxLetter {
    const NOUN: &'static str = "letter";

    /// What members said is for members only, also on its way.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System => Verdict::Allow,
            Actor::Administrator(person) if !self.sealed || *person == self.person_id => {
                Verdict::Allow
            }
            Actor::Administrator(_) => {
                Verdict::Deny("this letter quotes a conversation, which is for its members")
            }
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Carry> for Organisation {
    const NOUN: &'static str = "outbox";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System => Verdict::Allow,
            Actor::Administrator(_) | Actor::Person(_) => {
                Verdict::Deny("letters are written by the platform")
            }
            Actor::Anonymous => Verdict::Hide,
        }
    }
}
