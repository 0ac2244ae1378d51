//! Who may do what with feedback. Pure.
//!
//! ```text
//! a round                 Read    HandIn   Lead
//! learner, expert         yes     yes      no
//! moderator               yes     yes      no
//! facilitator             yes     yes      yes
//! observer                yes     no       no
//! stranger, anonymous     hidden
//! administrator outside   hidden
//!
//! what was handed in      Read    Withdraw Lead
//! who handed it in        yes     yes      no
//! who is asked, or gave   yes     no       no
//! facilitator             yes     no       yes
//! everybody else          hidden, and nothing but a conversation
//!
//! feedback                Read            Give
//! who is asked            yes             yes
//! who handed it in        once it shows   no
//! facilitator             yes             no
//! everybody else          hidden
//! ```
//!
//! Whoever may not read the conversation knows of nothing that was handed in there. Marks are read with
//! the feedback they belong to; its words are a post, and the policy of posts speaks of them.
//! Administrators who are members may lead, unless they observe there. In an archived community all this is read, and nothing changed.
use crate::{Evidence, Feedback, FeedbackRound, FeedbackState};
use channels::{ChannelSeen, ThreadSeen};
use communities::{Role, Standing, steps_in, unless_archived};
use kernel::{Actor, ObjectiveId, Policy, PostId, Verdict};
use std::collections::HashSet;
use std::sync::Arc;

/// A round, and where the viewer stands in its community.
#[derive(Clone, Debug)]
pub struct RoundSeen {
    pub round: FeedbackRound,
    pub objectives: Vec<ObjectiveId>,
    pub standing: Option<Standing>,
}

/// What was handed in, its conversation as the viewer sees it, and all that was asked of it.
#[derive(Clone, Debug)]
pub struct EvidenceSeen {
    pub evidence: Evidence,
    pub round: Arc<RoundSeen>,
    pub thread: Arc<ThreadSeen>,
    pub feedback: Vec<Feedback>,
    /// Those of the replies that carry feedback which the viewer may read.
    pub shown: HashSet<PostId>,
}

/// Feedback on what was handed in.
#[derive(Clone, Debug)]
pub struct FeedbackSeen {
    pub feedback: Feedback,
    pub evidence: Arc<EvidenceSeen>,
}

/// Where somebody would hand in: the round and its channel.
#[derive(Clone, Debug)]
pub struct HandingIn {
    pub round: RoundSeen,
    pub channel: ChannelSeen,
}

/// To know of it, and to read it.
pub enum Read {}
/// To hand something in.
pub enum HandIn {}
/// To change a round, and to ask somebody by name.
pub enum Lead {}
/// To take back what one handed in.
pub enum Withdraw {}
/// To give feedback that one is asked for.
pub enum Give {}
/// To say that one cannot.
pub enum Decline {}

const NOT_LEADING: Verdict = Verdict::Deny("only facilitators may do this; ask one of them");
const NOT_THEIRS: Verdict = Verdict::Deny("only who handed this in may take it back");
const NOT_ASKED: Verdict = Verdict::Deny("this is for who was asked to look at it");

impl RoundSeen {
    /// Whether the viewer leads, whatever may be changed just now.
    pub fn is_led_by(&self, actor: Actor) -> bool {
        let role = self.standing.map(|it| it.role);
        match actor {
            Actor::System => true,
            Actor::Administrator(_) => role.is_some() && steps_in(&actor, self.standing),
            Actor::Person(_) => role == Some(Role::Facilitator),
            Actor::Anonymous => false,
        }
    }
}

impl Policy<Read> for RoundSeen {
    const NOUN: &'static str = "feedback round";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match (actor, self.standing) {
            (Actor::System, _) | (Actor::Person(_) | Actor::Administrator(_), Some(_)) => {
                Verdict::Allow
            }
            (Actor::Anonymous, _) | (_, None) => Verdict::Hide,
        }
    }
}

impl Policy<Lead> for RoundSeen {
    const NOUN: &'static str = "feedback round";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if !self.is_led_by(*actor) => NOT_LEADING,
            verdict => unless_archived(verdict, self.standing),
        }
    }
}

impl Policy<HandIn> for HandingIn {
    const NOUN: &'static str = "feedback round";

    /// Who may write in its channel.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(&self.round, actor) {
            Verdict::Allow => Policy::<channels::Write>::verdict(&self.channel, actor),
            verdict => verdict,
        }
    }
}

impl EvidenceSeen {
    /// Whether the viewer handed it in.
    pub fn is_by(&self, actor: Actor) -> bool {
        actor.person() == Some(self.evidence.person_id)
    }

    /// Whether the viewer is asked to look at it, or was.
    fn concerns(&self, actor: Actor) -> bool {
        self.feedback.iter().any(|it| it.concerns(actor))
    }
}

impl Feedback {
    /// Whether the viewer is who is asked, or was and may remember it.
    fn concerns(&self, actor: Actor) -> bool {
        actor.person() == Some(self.person_id) && self.state() != FeedbackState::Released
    }
}

impl Policy<Read> for EvidenceSeen {
    const NOUN: &'static str = "evidence";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let known = self.is_by(*actor) || self.concerns(*actor) || self.round.is_led_by(*actor);
        match Policy::<channels::Read>::verdict(&*self.thread, actor) {
            Verdict::Allow if known => Verdict::Allow,
            Verdict::Allow | Verdict::Hide | Verdict::Deny(_) | Verdict::DenyUntil(..) => {
                Verdict::Hide
            }
        }
    }
}

impl Policy<Withdraw> for EvidenceSeen {
    const NOUN: &'static str = "evidence";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if !self.is_by(*actor) => NOT_THEIRS,
            verdict => unless_archived(verdict, self.round.standing),
        }
    }
}

impl Policy<Lead> for EvidenceSeen {
    const NOUN: &'static str = "evidence";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow => Policy::<Lead>::verdict(&*self.round, actor),
            verdict => verdict,
        }
    }
}

impl FeedbackSeen {
    /// Whether the viewer is who is asked.
    pub fn is_by(&self, actor: Actor) -> bool {
        actor.person() == Some(self.feedback.person_id)
    }

    /// Whether it was given, and its words are there for the viewer.
    fn shows(&self) -> bool {
        let post = self.feedback.post_id;
        post.is_some_and(|it| self.evidence.shown.contains(&it))
    }
}

impl Policy<Read> for FeedbackSeen {
    const NOUN: &'static str = "feedback";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let got = self.evidence.is_by(*actor) && self.shows();
        let leads = self.evidence.round.is_led_by(*actor);
        match Policy::<Read>::verdict(&*self.evidence, actor) {
            Verdict::Allow if got || leads || self.feedback.concerns(*actor) => Verdict::Allow,
            Verdict::Allow | Verdict::Hide | Verdict::Deny(_) | Verdict::DenyUntil(..) => {
                Verdict::Hide
            }
        }
    }
}

impl Policy<Give> for FeedbackSeen {
    const NOUN: &'static str = "feedback";

    /// Its words are a reply: who gives it is one who may write that.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Decline>::verdict(self, actor) {
            Verdict::Allow => Policy::<channels::Write>::verdict(&*self.evidence.thread, actor),
            verdict => verdict,
        }
    }
}

impl Policy<Decline> for FeedbackSeen {
    const NOUN: &'static str = "feedback";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if !self.is_by(*actor) => NOT_ASKED,
            verdict => unless_archived(verdict, self.evidence.round.standing),
        }
    }
}
