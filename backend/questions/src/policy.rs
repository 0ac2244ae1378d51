//! Who may do what with questions. Pure.
//!
//! | | nobody | learner | observer | expert | moderator, facilitator |
//! |---|---|---|---|---|---|
//! | have it too | hidden | unless it is theirs | no | as a learner | as a learner |
//! | say what helped | hidden | who asked | no | who asked | who asked |
//! | verify, look again, mark obsolete | hidden | no | no | yes, but for their own | yes |
//! | invite to answer | hidden | who asked | no | yes | yes |
//! | park on a session | hidden | no | no | no | yes |
//!
//! In an archived community nothing of this is done. What happens to the conversation itself is for the
//! policy of channels to say.
use channels::{PostSeen, ThreadKind, ThreadSeen};
use communities::Role;
use kernel::{Actor, Policy, Verdict};

/// To have a question too.
pub enum Have {}
/// To ask somebody by name to answer.
pub enum Invite {}
/// To put it on the agenda of a session.
pub enum Park {}
/// To stand behind a post, and to say whether it still holds.
pub enum Verify {}

const NOT_KNOWING: Verdict =
    Verdict::Deny("only experts, moderators and facilitators may do this; ask one of them");

fn role(seen: &ThreadSeen) -> Option<Role> {
    seen.standing.map(|standing| standing.role)
}

fn open(seen: &ThreadSeen, actor: &Actor) -> Verdict {
    match Policy::<channels::Read>::verdict(seen, actor) {
        Verdict::Allow if seen.standing.is_some_and(|it| it.archived_at.is_some()) => {
            Verdict::Deny(communities::ARCHIVED)
        }
        Verdict::Allow if role(seen) == Some(Role::Observer) => {
            Verdict::Deny("observers read and do not write here")
        }
        verdict => verdict,
    }
}

fn is_question(seen: &ThreadSeen) -> bool {
    seen.thread.kind == ThreadKind::Question
}

impl Policy<Have> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match open(self, actor) {
            Verdict::Allow if !is_question(self) => Verdict::Deny("this is no question"),
            Verdict::Allow if self.thread.is_by(*actor) => Verdict::Deny("you asked this yourself"),
            verdict => verdict,
        }
    }
}

impl Policy<Invite> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match open(self, actor) {
            Verdict::Allow if !is_question(self) => Verdict::Deny("this is no question"),
            Verdict::Allow if self.thread.is_by(*actor) => Verdict::Allow,
            Verdict::Allow if role(self) == Some(Role::Learner) => {
                Verdict::Deny("only who asked or moderates may do this")
            }
            verdict => verdict,
        }
    }
}

impl Policy<Park> for ThreadSeen {
    const NOUN: &'static str = "thread";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<channels::Moderate>::verdict(self, actor) {
            Verdict::Allow if !is_question(self) => Verdict::Deny("this is no question"),
            verdict => verdict,
        }
    }
}

impl Policy<Verify> for PostSeen {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<channels::Read>::verdict(self, actor) {
            Verdict::Allow => {}
            verdict => return verdict,
        }
        match (open(&self.thread, actor), role(&self.thread)) {
            (Verdict::Allow, Some(Role::Learner)) => NOT_KNOWING,
            (Verdict::Allow, Some(Role::Expert)) if self.post.is_by(*actor) => {
                Verdict::Deny("somebody else stands behind what you wrote")
            }
            (Verdict::Allow, _) if !self.post.stands() => {
                Verdict::Deny("the words of this post are withheld")
            }
            (verdict, _) => verdict,
        }
    }
}
