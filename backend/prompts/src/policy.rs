//! Who may do what with prompts and pre-work. Pure.
//!
//! ```text
//!                        Read  Answer Finish Change Witness
//! learner, expert        yes   yes    yes    no     no
//! observer               yes   no     no     no     no
//! moderator              yes   yes    yes    no     no
//! facilitator            yes   yes    yes    yes    yes
//! stranger, anonymous    hidden
//! administrator outside  hidden
//! ```
//!
//! Administrators who are members may also change pre-work, unless they observe there, and prompts where
//! they moderate. In an archived community all this can be read, and nothing be answered, finished or
//! changed. Who has answered says how well they recalled it (`Mark`), unless they are muted. What others
//! answered is for the policy of posts to say.
use crate::{PreWork, Prompt, PromptSeries, SpacedQuestion};
use channels::ThreadSeen;
use communities::{ARCHIVED, CommunitySeen, Role, Standing, muted, steps_in, unless_archived};
use kernel::{Actor, ObjectiveId, Policy, Verdict};
use std::sync::Arc;

/// A prompt in its thread, as the asker sees that.
#[derive(Clone, Debug)]
pub struct PromptSeen {
    pub prompt: Prompt,
    pub thread: Arc<ThreadSeen>,
    pub objectives: Vec<ObjectiveId>,
}

/// Pre-work, and where the asker stands in its community and to it.
#[derive(Clone, Debug)]
pub struct PreWorkSeen {
    pub item: PreWork,
    pub standing: Option<Standing>,
    /// Whether the asker said that they are done with it.
    pub is_done: bool,
    pub objectives: Vec<ObjectiveId>,
}

/// To know that it is asked, and when it is due.
pub enum Read {}
/// To say that one is done with it.
pub enum Finish {}
/// To say anew when it is due and of whom it is asked, and to take it back.
pub enum Change {}
/// To say how well one recalled what was asked.
pub enum Mark {}
/// To know who has answered and who is done, and to read the brief.
pub enum Witness {}

const NOT_LEADING: Verdict = Verdict::Deny("only facilitators may do this; ask one of them");

fn read(actor: &Actor, standing: Option<Standing>) -> Verdict {
    match (actor, standing) {
        (Actor::System, _) | (Actor::Person(_) | Actor::Administrator(_), Some(_)) => {
            Verdict::Allow
        }
        (Actor::Anonymous, _) | (_, None) => Verdict::Hide,
    }
}

/// Whether somebody who stands so in a community knows who has answered and who is done.
pub fn witness(actor: &Actor, standing: Option<Standing>) -> Verdict {
    let role = standing.map(|standing| standing.role);
    match read(actor, standing) {
        Verdict::Allow if *actor == Actor::System || role == Some(Role::Facilitator) => {
            Verdict::Allow
        }
        Verdict::Allow => NOT_LEADING,
        hidden => hidden,
    }
}

fn change(actor: &Actor, standing: Option<Standing>) -> Verdict {
    let leads = match read(actor, standing) {
        Verdict::Allow if steps_in(actor, standing) => Verdict::Allow,
        _ => witness(actor, standing),
    };
    unless_archived(leads, standing)
}

impl Policy<Read> for PromptSeen {
    const NOUN: &'static str = "prompt";

    fn verdict(&self, actor: &Actor) -> Verdict {
        Policy::<channels::Read>::verdict(&*self.thread, actor)
    }
}

impl Policy<Change> for PromptSeen {
    const NOUN: &'static str = "prompt";

    /// To ask no longer closes the conversation: who changes a prompt is one who may do that.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match change(actor, self.thread.standing) {
            Verdict::Allow => Policy::<channels::Moderate>::verdict(&*self.thread, actor),
            verdict => verdict,
        }
    }
}

impl Policy<Mark> for PromptSeen {
    const NOUN: &'static str = "prompt";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let standing = self.thread.standing;
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow => match muted(standing) {
                Verdict::Allow => unless_archived(Verdict::Allow, standing),
                verdict => verdict,
            },
            verdict => verdict,
        }
    }
}

impl Policy<Witness> for PromptSeen {
    const NOUN: &'static str = "prompt";

    fn verdict(&self, actor: &Actor) -> Verdict {
        witness(actor, self.thread.standing)
    }
}

impl Policy<Read> for PreWorkSeen {
    const NOUN: &'static str = "pre-work";

    /// What was taken back is for those who may put it back.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match read(actor, self.standing) {
            Verdict::Allow if self.item.withdrawn_at.is_some() => {
                match Policy::<Change>::verdict(self, actor) {
                    Verdict::Deny(words) if words == ARCHIVED => Verdict::Allow,
                    Verdict::Allow => Verdict::Allow,
                    Verdict::Hide | Verdict::Deny(_) | Verdict::DenyUntil(..) => Verdict::Hide,
                }
            }
            verdict => verdict,
        }
    }
}

impl Policy<Finish> for PreWorkSeen {
    const NOUN: &'static str = "pre-work";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let watches = self.standing.map(|standing| standing.role) == Some(Role::Observer);
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if watches => Verdict::Deny("observers read and do not write here"),
            verdict => unless_archived(verdict, self.standing),
        }
    }
}

impl Policy<Change> for PreWorkSeen {
    const NOUN: &'static str = "pre-work";

    fn verdict(&self, actor: &Actor) -> Verdict {
        change(actor, self.standing)
    }
}

impl Policy<Witness> for PreWorkSeen {
    const NOUN: &'static str = "pre-work";

    fn verdict(&self, actor: &Actor) -> Verdict {
        witness(actor, self.standing)
    }
}

impl Policy<Witness> for Briefed {
    const NOUN: &'static str = "session";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<communities::Read>::verdict(&self.0, actor) {
            Verdict::Allow if self.0.role() == Some(Role::Facilitator) => Verdict::Allow,
            Verdict::Allow if *actor == Actor::System => Verdict::Allow,
            Verdict::Allow | Verdict::Deny(_) | Verdict::DenyUntil(..) => NOT_LEADING,
            Verdict::Hide => Verdict::Hide,
        }
    }
}

/// The community of a session whose brief is asked for.
#[derive(Clone, Debug)]
pub struct Briefed(pub CommunitySeen);

/// Questions that come one after another, and where the viewer stands in their community.
#[derive(Clone, Debug)]
pub struct SeriesSeen {
    pub series: PromptSeries,
    /// In their order.
    pub questions: Vec<SpacedQuestion>,
    pub standing: Option<Standing>,
}

impl Policy<Read> for SeriesSeen {
    const NOUN: &'static str = "series";

    fn verdict(&self, actor: &Actor) -> Verdict {
        read(actor, self.standing)
    }
}

impl Policy<Change> for SeriesSeen {
    const NOUN: &'static str = "series";

    fn verdict(&self, actor: &Actor) -> Verdict {
        change(actor, self.standing)
    }
}

impl Policy<Witness> for SeriesSeen {
    const NOUN: &'static str = "series";

    fn verdict(&self, actor: &Actor) -> Verdict {
        witness(actor, self.standing)
    }
}
