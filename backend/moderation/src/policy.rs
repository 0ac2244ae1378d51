//! Who may flag, who sees what waits, and who decides. Pure.
//!
//! ```text
//!                        Raise  Keep   See    Decide  Answer
//! learner, expert        yes    own    no     no      no
//! observer               yes    own    no     no      no
//! moderator              yes    own    yes    yes     yes
//! facilitator            yes    own    yes    yes     yes
//! stranger, anonymous    hidden
//! administrator outside  hidden
//! ```
//!
//! Nobody flags what they wrote, nor what a pair says to each other, which nobody moderates. What waits for moderators exists for those who moderate the community it
//! is from, and for nobody else: also an administrator becomes a member first. In an archived community
//! it can be seen, and nothing be decided. Who decided answers no appeal against it, unless nobody else
//! is there to.
use crate::{Appeal, Flag, Item};
use channels::PostSeen;
use communities::{ARCHIVED, CommunityKind, CommunitySeen, Role, Standing};
use kernel::{Actor, Organisation, PersonId, Policy, Verdict};

/// What waits, and where the asker stands in its community.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemSeen {
    pub item: Item,
    pub standing: Option<Standing>,
}

/// A flag, and where the asker stands in its community.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagSeen {
    pub flag: Flag,
    pub standing: Option<Standing>,
}

/// An appeal, where the asker stands in its community, and who else could answer it.
#[derive(Clone, Debug)]
pub struct AppealSeen {
    pub appeal: Appeal,
    pub community: CommunitySeen,
    /// Who decided what it is against.
    pub decided_by: Option<PersonId>,
    /// How many people moderate the community.
    pub moderators: usize,
}

/// To know of it.
pub enum See {}
/// To say that something is wrong with it.
pub enum Raise {}
/// To take one's own flag back.
pub enum Keep {}
/// To take it on, to decide about it, and to take that back.
pub enum Decide {}
/// To say whether an appeal is right.
pub enum Answer {}
/// To know who is kept out of the organisation, and why.
pub enum ReadSuspensions {}
/// To read what was done everywhere.
pub enum Audit {}

fn oversees(actor: &Actor, role: Option<Role>) -> bool {
    match (actor, role) {
        (Actor::System, _) => true,
        (Actor::Anonymous, _) | (_, None) => false,
        (_, Some(Role::Moderator | Role::Facilitator)) => true,
        (_, Some(Role::Learner | Role::Expert | Role::Observer)) => false,
    }
}

impl ItemSeen {
    fn role(&self) -> Option<Role> {
        self.standing.map(|standing| standing.role)
    }
}

impl Policy<See> for ItemSeen {
    const NOUN: &'static str = "item";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match oversees(actor, self.role()) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}

impl Policy<Decide> for ItemSeen {
    const NOUN: &'static str = "item";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let rests = self
            .standing
            .is_some_and(|standing| standing.archived_at.is_some());
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if rests => Verdict::Deny(ARCHIVED),
            verdict => verdict,
        }
    }
}

/// A post that somebody would flag, and what kind of community it stands in.
pub struct Flagged {
    pub post: PostSeen,
    pub place: CommunityKind,
}

impl Policy<Raise> for Flagged {
    const NOUN: &'static str = "post";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let post = &self.post;
        match Policy::<channels::Read>::verdict(post, actor) {
            // Nobody else reads what a pair says to each other: a flag there would wait for ever.
            Verdict::Allow if self.place == CommunityKind::Pair => Verdict::Deny(
                "nobody moderates what a pair says to each other; tell who leads your community",
            ),
            Verdict::Allow if post.post.is_by(*actor) => {
                Verdict::Deny("this is your own post; change it, or take it back")
            }
            Verdict::Allow => Policy::<channels::ReadWords>::verdict(post, actor),
            verdict => verdict,
        }
    }
}

impl Policy<See> for FlagSeen {
    const NOUN: &'static str = "flag";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let role = self.standing.map(|standing| standing.role);
        let own = actor.person() == Some(self.flag.person_id);
        match own || oversees(actor, role) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}

impl Policy<Keep> for FlagSeen {
    const NOUN: &'static str = "flag";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if actor.person() != Some(self.flag.person_id) => {
                Verdict::Deny("only who raised a flag takes it back")
            }
            verdict => verdict,
        }
    }
}

impl Policy<See> for AppealSeen {
    const NOUN: &'static str = "appeal";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let own = actor.person() == Some(self.appeal.person_id);
        match own || oversees(actor, self.community.role()) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}

impl Policy<Answer> for AppealSeen {
    const NOUN: &'static str = "appeal";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let person = actor.person();
        match oversees(actor, self.community.role()) {
            false => match Policy::<See>::verdict(self, actor) {
                Verdict::Allow => Verdict::Deny("a moderator answers this"),
                verdict => verdict,
            },
            true if self.community.community.archived_at.is_some() => Verdict::Deny(ARCHIVED),
            true if person == Some(self.appeal.person_id) => {
                Verdict::Deny("nobody answers their own appeal")
            }
            true if person.is_some() && person == self.decided_by && self.moderators > 1 => {
                Verdict::Deny("somebody else answers this: you decided what it is against")
            }
            true => Verdict::Allow,
        }
    }
}

/// The log of the whole organisation, and whether whoever operates the platform named the asker to look into it.
#[derive(Clone, Copy, Debug)]
pub struct WholeLog {
    pub is_auditor: bool,
}

impl Policy<Audit> for WholeLog {
    const NOUN: &'static str = "log";

    /// Whatever else somebody is: moderators read the log of their communities, and nobody that of all.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match (actor, self.is_auditor) {
            (Actor::Person(_) | Actor::Administrator(_), true) => Verdict::Allow,
            _ => Verdict::Hide,
        }
    }
}

impl Policy<ReadSuspensions> for Organisation {
    const NOUN: &'static str = "log";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}
