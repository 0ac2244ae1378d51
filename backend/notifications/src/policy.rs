//! Who may see and keep an inbox: its person, as long as they may read what it speaks of. Pure.
use crate::InboxItem;
use channels::{PostSeen, Read};
use kernel::{Actor, Policy, Verdict};

/// An inbox item with the newest post it tells of.
#[derive(Clone, Debug)]
pub struct InboxItemSeen {
    pub item: InboxItem,
    pub latest: PostSeen,
}

/// To see it, and to mark it done.
pub enum Keep {}

impl Policy<Keep> for InboxItemSeen {
    const NOUN: &'static str = "inbox item";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let own = actor.person() == Some(self.item.person_id);
        match Policy::<Read>::verdict(&self.latest, actor) {
            Verdict::Allow if own => Verdict::Allow,
            Verdict::Allow | Verdict::Deny(_) | Verdict::Hide => Verdict::Hide,
        }
    }
}
