//! Who may do what with pairing. Pure.
//!
//! ```text
//!                        TakePart Arrange  See a pair     Belong to it
//! learner, expert        yes      no       their own      their own
//! observer               no       no       their own      their own
//! moderator              yes      no       their own      their own
//! facilitator            yes      yes      yes            their own
//! stranger, anonymous    hidden
//! administrator outside  hidden
//! ```
//!
//! A round that is not published exists for facilitators alone. What belongs to a pair (what they say,
//! what they mean to do, whether one of them answered) is for its people, and for facilitators in numbers.
//!
//! ```text
//! of the pair                           its people  who came later              who left
//! the conversation                      yes         yes, from its beginning     no
//! what somebody means to do             yes         said since they came        no
//! what was answered for the pair        yes         sent since they came        no
//! ```
//!
//! What was said for one person alone is not handed on to who comes in their place, nor what these
//! answered before to those they come to; the conversation is, because it goes on.
//!
//! In an archived community all this can be read, and nothing be changed.
use crate::{Commitment, Pair, PairMember, Plan, Round, RoundState};

use chrono::{DateTime, Utc};
use communities::{ARCHIVED, CommunitySeen, Role, Standing};
use kernel::{Actor, PersonId, Policy, Verdict};

/// A round, and where the asker stands in its community.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundSeen {
    pub round: Round,
    pub standing: Option<Standing>,
}

/// A plan of rounds, and where the asker stands in its community.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanSeen {
    pub plan: Plan,
    pub standing: Option<Standing>,
}

/// A pair with its people, and where the asker stands in its community.
#[derive(Clone, Debug, PartialEq)]
pub struct PairSeen {
    pub pair: Pair,
    pub members: Vec<PairMember>,
    pub standing: Option<Standing>,
}

/// A commitment in its pair.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentSeen {
    pub commitment: Commitment,
    pub pair: PairSeen,
}

/// To be put together with others.
pub enum TakePart {}
/// To put people together.
pub enum Arrange {}
/// To see who was put together, and how pairs fare.
pub enum Oversee {}
/// To know of it.
pub enum See {}
/// To read and write what is for its people alone.
pub enum Belong {}
/// To say what became of it.
pub enum Settle {}

const ONLY_FACILITATORS: Verdict = Verdict::Deny("only facilitators may do this; ask one of them");
const NOT_YOURS: Verdict = Verdict::Deny("this is for the people of the pair alone");
const OVER: Verdict = Verdict::Deny("this pair is over");

fn leads(actor: &Actor, role: Option<Role>) -> bool {
    match actor {
        Actor::System => true,
        Actor::Anonymous => false,
        Actor::Person(_) | Actor::Administrator(_) => role == Some(Role::Facilitator),
    }
}

fn arrange(actor: &Actor, standing: Option<Standing>) -> Verdict {
    let role = standing.map(|standing| standing.role);
    let rests = standing.is_some_and(|standing| standing.archived_at.is_some());
    match leads(actor, role) {
        true if rests => Verdict::Deny(ARCHIVED),
        true => Verdict::Allow,
        false if role.is_some() => ONLY_FACILITATORS,
        false => Verdict::Hide,
    }
}

impl Policy<Oversee> for CommunitySeen {
    const NOUN: &'static str = "community";

    /// Also where nothing goes on any more.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<communities::Read>::verdict(self, actor) {
            Verdict::Allow if !leads(actor, self.role()) => ONLY_FACILITATORS,
            verdict => verdict,
        }
    }
}

impl Policy<Arrange> for CommunitySeen {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Oversee>::verdict(self, actor) {
            Verdict::Allow if self.community.archived_at.is_some() => Verdict::Deny(ARCHIVED),
            verdict => verdict,
        }
    }
}

impl Policy<TakePart> for CommunitySeen {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<communities::Read>::verdict(self, actor) {
            Verdict::Allow if self.role() == Some(Role::Observer) => {
                Verdict::Deny("observers read and do not take part here")
            }
            Verdict::Allow if self.community.archived_at.is_some() => Verdict::Deny(ARCHIVED),
            verdict => verdict,
        }
    }
}

impl Policy<See> for RoundSeen {
    const NOUN: &'static str = "round";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let role = self.standing.map(|standing| standing.role);
        let known = matches!(self.round.state, RoundState::Published | RoundState::Ended);
        match leads(actor, role) || (role.is_some() && known) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}

impl Policy<Arrange> for RoundSeen {
    const NOUN: &'static str = "round";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow => arrange(actor, self.standing),
            verdict => verdict,
        }
    }
}

impl Policy<See> for PlanSeen {
    const NOUN: &'static str = "plan";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match leads(actor, self.standing.map(|standing| standing.role)) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}

impl Policy<Arrange> for PlanSeen {
    const NOUN: &'static str = "plan";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow => arrange(actor, self.standing),
            verdict => verdict,
        }
    }
}

impl PairSeen {
    /// Its people, without those who left.
    pub fn present(&self) -> impl Iterator<Item = &PairMember> {
        self.members
            .iter()
            .filter(|member| member.left_at.is_none())
    }

    /// Somebody of it, who has not left.
    pub fn member(&self, person: Option<PersonId>) -> Option<&PairMember> {
        self.present()
            .find(|member| Some(member.person_id) == person)
    }

    /// Since when two of them are together, where one came later: what they said before was said to
    /// others.
    pub fn together_from(&self, one: PersonId, other: PersonId) -> Option<DateTime<Utc>> {
        let came = |person| self.member(Some(person)).and_then(|it| it.joined_at);
        came(one).max(came(other))
    }

    /// Whether the asker is one of them, and knows it.
    pub fn belongs(&self, actor: &Actor) -> bool {
        self.pair.published_at.is_some() && self.member(actor.person()).is_some()
    }
}

impl Policy<See> for PairSeen {
    const NOUN: &'static str = "pair";

    /// Who left goes on knowing that it was.
    fn verdict(&self, actor: &Actor) -> Verdict {
        let role = self.standing.map(|standing| standing.role);
        let person = actor.person();
        let was = |member: &PairMember| Some(member.person_id) == person;
        let theirs = self.pair.published_at.is_some() && self.members.iter().any(was);
        match leads(actor, role) || (role.is_some() && theirs) {
            true => Verdict::Allow,
            false => Verdict::Hide,
        }
    }
}

impl Policy<Arrange> for PairSeen {
    const NOUN: &'static str = "pair";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow => arrange(actor, self.standing),
            verdict => verdict,
        }
    }
}

impl Policy<Belong> for PairSeen {
    const NOUN: &'static str = "pair";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let rests = self
            .standing
            .is_some_and(|standing| standing.archived_at.is_some());
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if !self.belongs(actor) => NOT_YOURS,
            Verdict::Allow if rests => Verdict::Deny(ARCHIVED),
            Verdict::Allow if self.pair.ended_at.is_some() => OVER,
            verdict => verdict,
        }
    }
}

impl Policy<See> for CommitmentSeen {
    const NOUN: &'static str = "commitment";

    /// What people mean to do is theirs: also who leads does not read it, nor who came later.
    fn verdict(&self, actor: &Actor) -> Verdict {
        let (owner, made_at) = (self.commitment.person_id, self.commitment.made_at);
        let asker = self.pair.member(actor.person());
        let came = asker.and_then(|it| it.joined_at);
        let before = came.is_some_and(|came| made_at < came) && Some(owner) != actor.person();
        match Policy::<See>::verdict(&self.pair, actor) {
            Verdict::Allow if !self.pair.belongs(actor) || before => Verdict::Hide,
            verdict => verdict,
        }
    }
}

impl Policy<Settle> for CommitmentSeen {
    const NOUN: &'static str = "commitment";

    /// What was meant can be settled when the pair is over, too.
    fn verdict(&self, actor: &Actor) -> Verdict {
        let own = Some(self.commitment.person_id) == actor.person();
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if !own => Verdict::Deny("this is not your commitment"),
            verdict => verdict,
        }
    }
}
