//! Who may do what to a post, and with a file.
use super::{
    Delete, Edit, FileSeen, Moderate, PostSeen, React, Read, ReadWords, Restore, Write,
    own_or_moderated, own_or_moderates, read,
};
use crate::ThreadKind;
use kernel::{Actor, Policy, Verdict};

const DELETED: Verdict = Verdict::Deny("this post was deleted");
const HIDDEN: Verdict = Verdict::Deny("a moderator hid this post");
const WAITING: Verdict = Verdict::Deny("this post waits for a moderator");
const ANSWERED: Verdict = Verdict::Deny(
    "others answered this question: withdraw it, or take your name away, and their answers stay",
);

impl PostSeen {
    fn is_own(&self, actor: &Actor) -> bool {
        self.post.is_by(*actor)
    }

    fn own_or_moderates(&self, actor: &Actor) -> bool {
        own_or_moderates(actor, self.post.author_id, self.thread.standing)
    }

    /// What others do with it, while its words are there for everybody.
    fn open(&self, actor: &Actor) -> Verdict {
        match self.writable(actor) {
            Verdict::Allow if self.post.hidden_at.is_some() => HIDDEN,
            Verdict::Allow if self.post.held_at.is_some() => WAITING,
            verdict => verdict,
        }
    }

    fn is_withheld(&self, actor: &Actor) -> bool {
        self.post.number > 1 && !self.is_own(actor) && self.thread.withholds()
    }

    /// The answers of others survive: their question is not taken away from above them.
    fn opens_what_others_answered(&self) -> bool {
        let thread = &self.thread.thread;
        self.post.number == 1 && thread.kind == ThreadKind::Question && thread.reply_count > 0
    }

    fn moderates(&self, actor: &Actor) -> bool {
        Policy::<Moderate>::verdict(&*self.thread, actor).allows()
    }

    fn own_or_moderated(&self, actor: &Actor) -> Verdict {
        own_or_moderated(actor, Some(self.post.author_id), self.thread.standing)
    }

    /// What waits for a moderator with its whole conversation can be put right meanwhile.
    fn thread_writable(&self, actor: &Actor) -> Verdict {
        match self.thread.thread.published {
            true => Policy::<Write>::verdict(&*self.thread, actor),
            false => Policy::<Edit>::verdict(&*self.thread, actor),
        }
    }

    fn writable(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow => {}
            verdict => return verdict,
        }
        match self.thread_writable(actor) {
            Verdict::Allow if self.post.deleted_at.is_some() => DELETED,
            verdict => verdict,
        }
    }
}

impl Policy<Read> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match read(actor, self.thread.standing) {
            Verdict::Allow if self.is_withheld(actor) => Verdict::Hide,
            Verdict::Allow if !self.post.published && !self.own_or_moderates(actor) => {
                Verdict::Hide
            }
            verdict => verdict,
        }
    }
}

impl Policy<ReadWords> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if self.post.deleted_at.is_some() => {
                match Policy::<Restore>::verdict(self, actor) {
                    Verdict::Allow => Verdict::Allow,
                    Verdict::Hide | Verdict::Deny(_) | Verdict::DenyUntil(..) => DELETED,
                }
            }
            Verdict::Allow if self.post.hidden_at.is_some() && !self.own_or_moderates(actor) => {
                HIDDEN
            }
            Verdict::Allow if self.post.held_at.is_some() && !self.own_or_moderates(actor) => {
                WAITING
            }
            verdict => verdict,
        }
    }
}

impl Policy<Write> for PostSeen {
    const NOUN: &'static str = "post";

    /// To reply to it.
    fn verdict(&self, actor: &Actor) -> Verdict {
        self.open(actor)
    }
}

impl Policy<React> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match self.open(actor) {
            Verdict::Allow if self.is_own(actor) => {
                Verdict::Deny("this is your own post; others say whether it helped")
            }
            verdict => verdict,
        }
    }
}

impl Policy<Edit> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match self.writable(actor) {
            Verdict::Allow => self.own_or_moderated(actor),
            verdict => verdict,
        }
    }
}

impl Policy<Delete> for PostSeen {
    const NOUN: &'static str = "post";

    /// Taking words back is possible wherever they stand: also where nobody writes any more.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if self.post.deleted_at.is_some() => DELETED,
            Verdict::Allow if self.opens_what_others_answered() && !self.moderates(actor) => {
                match self.own_or_moderated(actor) {
                    Verdict::Allow => ANSWERED,
                    verdict => verdict,
                }
            }
            Verdict::Allow => self.own_or_moderated(actor),
            verdict => verdict,
        }
    }
}

impl Policy<Moderate> for PostSeen {
    const NOUN: &'static str = "post";

    /// To hide it, to show it, to let it out.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow => Policy::<Moderate>::verdict(&*self.thread, actor),
            verdict => verdict,
        }
    }
}

impl Policy<Restore> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if self.post.deleted_at.is_none() => {
                Verdict::Deny("this post is not deleted")
            }
            Verdict::Allow => {
                let author = Some(self.post.author_id);
                let own = self.post.deleted_by.filter(|by| Some(*by) == author);
                own_or_moderated(actor, own, self.thread.standing)
            }
            verdict => verdict,
        }
    }
}

impl Policy<Read> for FileSeen {
    const NOUN: &'static str = "file";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let shown = match (&self.post, &self.community) {
            (Some(post), _) => Policy::<ReadWords>::verdict(post, actor),
            (None, Some(community)) => Policy::<communities::Read>::verdict(community, actor),
            // Not attached yet: it is the uploader's alone.
            (None, None) if self.file.is_by(*actor) => Verdict::Allow,
            (None, None) => Verdict::Hide,
        };
        match shown {
            Verdict::Allow => Verdict::Allow,
            Verdict::Hide | Verdict::Deny(_) | Verdict::DenyUntil(..) => Verdict::Hide,
        }
    }
}
