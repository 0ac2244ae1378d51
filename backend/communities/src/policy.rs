//! Who may do what in a community. Pure.
//!
//! ```text
//!                        See    Read    Moderate  Manage  Lead
//! learner, expert        yes    yes     no        no      no
//! moderator              yes    yes     yes       no      no
//! facilitator            yes    yes     yes       yes     yes
//! observer               yes    yes     no        no      no
//! administrator outside  yes    no      no        yes     yes
//! stranger, anonymous    hidden hidden  hidden    hidden  hidden
//! ```
//!
//! The room of a pair is its people's alone: to everybody else, administrators too, it does not exist,
//! and nobody but the platform leads it.
//!
//! Who may Manage may also ask something of the members (`Ask`), unless they are there to observe.
//!
//! Administrators who are members have Manage and Lead beside what their role gives. In an archived
//! community nobody moderates or manages, and nobody comes in; who leads may still remove a member,
//! and bring the community back.
use crate::{Community, CommunityKind, Membership, Role};
use identity::Person;
use kernel::{Actor, Organisation, Policy, Verdict};

/// A community, and the asker's place in it. All that a policy needs to know.
#[derive(Clone, Debug, PartialEq)]
pub struct CommunitySeen {
    pub community: Community,
    pub membership: Option<Membership>,
}

impl CommunitySeen {
    pub fn role(&self) -> Option<Role> {
        self.membership.as_ref().map(|membership| membership.role)
    }

    fn is_room(&self) -> bool {
        self.community.kind == CommunityKind::Pair
    }
}

/// A member, and the asker's place in their community.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberSeen {
    pub membership: Membership,
    pub community: CommunitySeen,
}

/// A person, and whether the asker shares a community with them.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonSeen {
    pub person: Person,
    pub shares_community: bool,
}

/// To know that it exists, and what it says of itself.
pub enum See {}
/// To read what its members say, and who they are.
pub enum Read {}
/// To keep the conversations of others in order.
pub enum Moderate {}
/// To know what waits for a moderator, and what moderators did.
pub enum Oversee {}
/// To keep a member from writing for a time, and to end that.
pub enum Silence {}
/// To edit its page, create channels, invite, and look after the members.
pub enum Manage {}
/// To ask something of its members: check-ins, surveys, pre-work, feedback.
pub enum Ask {}
/// To archive it and to bring it back, to remove a member, and to know who acknowledged the norms.
pub enum Lead {}
/// To take in people, and what they say.
pub enum Grow {}

/// To say whom a placeholder stands for, and where that person reads letters.
pub enum Introduce {}

/// To found a community.
pub enum Found {}

/// Whether `actor` may do `Action` to `subject`.
pub fn allows<Action, Subject: Policy<Action>>(actor: Actor, subject: &Subject) -> bool {
    subject.verdict(&actor).allows()
}

impl Policy<See> for CommunitySeen {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match (actor, &self.membership) {
            (Actor::Administrator(_), None) if self.is_room() => Verdict::Hide,
            (Actor::System | Actor::Administrator(_), _) | (Actor::Person(_), Some(_)) => {
                Verdict::Allow
            }
            (Actor::Person(_), None) | (Actor::Anonymous, _) => Verdict::Hide,
        }
    }
}

impl Policy<Read> for CommunitySeen {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match (actor, &self.membership) {
            (Actor::System, _) | (Actor::Administrator(_) | Actor::Person(_), Some(_)) => {
                Verdict::Allow
            }
            (Actor::Administrator(_), None) if self.is_room() => Verdict::Hide,
            (Actor::Administrator(_), None) => {
                Verdict::Deny("only members read here; add yourself as a member first")
            }
            (Actor::Person(_), None) | (Actor::Anonymous, _) => Verdict::Hide,
        }
    }
}

impl Policy<Moderate> for CommunitySeen {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let reading = Policy::<Read>::verdict(self, actor);
        match (reading, self.role()) {
            (Verdict::Hide | Verdict::Deny(_) | Verdict::DenyUntil(..), _) => reading,
            (Verdict::Allow, _) if self.community.archived_at.is_some() => Verdict::Deny(ARCHIVED),
            (Verdict::Allow, Some(Role::Learner | Role::Expert | Role::Observer)) => {
                ONLY_MODERATORS
            }
            (Verdict::Allow, Some(Role::Moderator | Role::Facilitator) | None) => Verdict::Allow,
        }
    }
}

impl Policy<Oversee> for CommunitySeen {
    const NOUN: &'static str = "community";

    /// As `Moderate`, and also where nothing is changed any more.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Moderate>::verdict(self, actor) {
            Verdict::Deny(words) if words == ARCHIVED => match self.role() {
                None | Some(Role::Moderator | Role::Facilitator) => Verdict::Allow,
                Some(Role::Learner | Role::Expert | Role::Observer) => ONLY_MODERATORS,
            },
            verdict => verdict,
        }
    }
}

impl Policy<Silence> for MemberSeen {
    const NOUN: &'static str = "member";

    /// Who keeps order is not silenced by others who do: they are given another role first.
    fn verdict(&self, actor: &Actor) -> Verdict {
        let leave = Policy::<Moderate>::verdict(&self.community, actor);
        let is_self = actor.person() == Some(self.membership.person_id);
        match (leave, self.membership.role) {
            (Verdict::Allow, _) if is_self => Verdict::Deny("you cannot mute yourself"),
            (Verdict::Allow, Role::Moderator | Role::Facilitator) => Verdict::Deny(
                "who moderates here cannot be muted; a facilitator can give them another role first",
            ),
            (leave, _) => leave,
        }
    }
}

impl Policy<Manage> for CommunitySeen {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Lead>::verdict(self, actor) {
            Verdict::Allow => Policy::<Grow>::verdict(&self.community, actor),
            verdict => verdict,
        }
    }
}

impl Policy<Ask> for CommunitySeen {
    const NOUN: &'static str = "community";

    /// Who asks is read by everybody with their name: an administrator who observes does not.
    fn verdict(&self, actor: &Actor) -> Verdict {
        let watches = *actor != Actor::System && self.role() == Some(Role::Observer);
        match Policy::<Manage>::verdict(self, actor) {
            Verdict::Allow if watches => Verdict::Deny("observers read and do not write here"),
            verdict => verdict,
        }
    }
}

impl Policy<Lead> for CommunitySeen {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match (actor, self.role()) {
            (Actor::Administrator(_), None) if self.is_room() => Verdict::Hide,
            (Actor::Administrator(_), Some(_)) if self.is_room() => {
                Verdict::Deny("the room of a pair is theirs alone")
            }
            (Actor::System | Actor::Administrator(_), _)
            | (Actor::Person(_), Some(Role::Facilitator)) => Verdict::Allow,
            (
                Actor::Person(_),
                Some(Role::Learner | Role::Moderator | Role::Expert | Role::Observer),
            ) => Verdict::Deny("only facilitators may do this; ask one of them"),
            (Actor::Person(_), None) | (Actor::Anonymous, _) => Verdict::Hide,
        }
    }
}

impl Policy<Grow> for Community {
    const NOUN: &'static str = "community";

    /// Whoever asks has leave by what they were given, an invitation or an archive to bring in.
    fn verdict(&self, _: &Actor) -> Verdict {
        match self.archived_at {
            Some(_) => Verdict::Deny(ARCHIVED),
            None => Verdict::Allow,
        }
    }
}

const ONLY_MODERATORS: Verdict =
    Verdict::Deny("only moderators and facilitators may do this; ask one of them");

/// What is said to who would write, while they are muted.
pub fn muted(standing: Option<crate::Standing>) -> Verdict {
    const MUTED: &str = "a moderator muted you here: you read, and do not write,";
    let until = standing.and_then(|standing| standing.muted_until);
    until.map_or(Verdict::Allow, |until| Verdict::DenyUntil(MUTED, until))
}

/// Whether somebody changes by their account what others ask here: administrators do, unless their place
/// is to observe.
pub fn steps_in(actor: &Actor, standing: Option<crate::Standing>) -> bool {
    actor.administers() && standing.is_none_or(|it| it.role != Role::Observer)
}

/// What everybody hears who would change something in an archived community.
pub const ARCHIVED: &str =
    "this community is archived: it can be read, and not changed until it is brought back";

/// The same leave, but none to change anything in an archived community.
pub fn unless_archived(verdict: Verdict, standing: Option<crate::Standing>) -> Verdict {
    let rests = standing.is_some_and(|standing| standing.archived_at.is_some());
    match verdict {
        Verdict::Allow if rests => Verdict::Deny(ARCHIVED),
        verdict => verdict,
    }
}

impl Policy<Found> for Organisation {
    const NOUN: &'static str = "organisation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => {
                Verdict::Deny("only administrators found communities; ask one of your organisation")
            }
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Found> for CommunitySeen {
    const NOUN: &'static str = "community";

    /// To found its next run.
    fn verdict(&self, actor: &Actor) -> Verdict {
        Policy::<Lead>::verdict(self, actor)
    }
}

impl Policy<See> for PersonSeen {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let is_self = actor.person() == Some(self.person.id);
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) if is_self || self.shares_community => Verdict::Allow,
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Introduce> for PersonSeen {
    const NOUN: &'static str = "person";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if !actor.administers() => {
                Verdict::Deny("only administrators may do this; ask one of your organisation")
            }
            verdict => verdict,
        }
    }
}
