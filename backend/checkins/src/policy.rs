//! Who may do what with check-ins, and read which answers. Pure.
//!
//! ```text
//!                        Read  Answer         Change Lead
//! learner, expert        yes   where asked    no     no
//! observer               yes   no             no     no
//! moderator              yes   where asked    no     no
//! facilitator            yes   where asked    yes    yes
//! administrator, member  yes   where asked    yes    no
//! stranger, anonymous    hidden
//! administrator outside  hidden
//! ```
//!
//! Administrators who observe there are observers. Asked are those with a role that the check-in is for. What was taken back is for those who may change
//! it. In an archived community all this can be read, and nothing be answered or changed.
//!
//! ```text
//! answers to a question for   pair  facilitators  cohort  anonymous
//! the person                  yes   yes           yes     until sent
//! whom they are paired with   yes   no            yes     no
//! facilitator                 no    yes           yes     no
//! other member                no    no            yes     no
//! ```
//!
//! Whom somebody is paired with reads what was sent while they were together, who came later what was sent
//! since: it stands on the page of the pair, and nowhere else.
use crate::{CheckIn, CheckInState, Visibility};
use communities::{Role, Standing, muted, steps_in, unless_archived};
use kernel::{Actor, PersonId, Policy, Verdict};

/// A check-in, and where the asker stands in its community.
#[derive(Clone, Debug)]
pub struct CheckInSeen {
    pub check_in: CheckIn,
    pub standing: Option<Standing>,
}

/// To know that it is asked, and what was answered for everybody.
pub enum Read {}
/// To answer it.
pub enum Answer {}
/// To say anew what is asked and when, to close it and to take it back.
pub enum Change {}
/// To know who has not answered, to remind them, and to make something of the answers.
pub enum Lead {}

const NOT_LEADING: Verdict = Verdict::Deny("only facilitators may do this; ask one of them");
const NOT_ASKED: Verdict = Verdict::Deny("this is not asked of you");

/// Who reads an answer, to whoever gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Themself,
    Paired,
    Facilitator,
    Member,
}

/// Whether an answer that was sent may be read with its name.
pub fn may_read(visibility: Visibility, reader: Reader) -> bool {
    match visibility {
        Visibility::Anonymous => false,
        Visibility::Cohort => true,
        Visibility::Facilitators => matches!(reader, Reader::Themself | Reader::Facilitator),
        Visibility::Pair => matches!(reader, Reader::Themself | Reader::Paired),
    }
}

impl CheckInSeen {
    pub fn leads(&self) -> bool {
        self.standing.map(|standing| standing.role) == Some(Role::Facilitator)
    }

    /// Whether it is asked of who has the asker's role, and of who was there before it closed.
    pub fn expects(&self) -> bool {
        self.standing
            .is_some_and(|standing| self.check_in.asks(standing))
    }

    /// What the asker is to who gave an answer.
    pub fn reader(&self, actor: Actor, owner: PersonId) -> Reader {
        match actor.person() {
            Some(person) if person == owner => Reader::Themself,
            _ if self.leads() => Reader::Facilitator,
            _ => Reader::Member,
        }
    }
}

fn member(actor: &Actor, standing: Option<Standing>) -> Verdict {
    match (actor, standing) {
        (Actor::System, _) | (Actor::Person(_) | Actor::Administrator(_), Some(_)) => {
            Verdict::Allow
        }
        (Actor::Anonymous, _) | (_, None) => Verdict::Hide,
    }
}

fn leads(actor: &Actor, standing: Option<Standing>) -> Verdict {
    let role = standing.map(|standing| standing.role);
    match member(actor, standing) {
        Verdict::Allow if *actor == Actor::System || role == Some(Role::Facilitator) => {
            Verdict::Allow
        }
        Verdict::Allow => NOT_LEADING,
        hidden => hidden,
    }
}

impl Policy<Read> for CheckInSeen {
    const NOUN: &'static str = "check-in";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let taken_back = self.check_in.cancelled_at.is_some();
        match member(actor, self.standing) {
            Verdict::Allow if taken_back => match leads(actor, self.standing) {
                Verdict::Allow => Verdict::Allow,
                _ if steps_in(actor, self.standing) => Verdict::Allow,
                _ => Verdict::Hide,
            },
            verdict => verdict,
        }
    }
}

impl Policy<Answer> for CheckInSeen {
    const NOUN: &'static str = "check-in";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let verdict = match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if !self.expects() => NOT_ASKED,
            Verdict::Allow => muted(self.standing),
            verdict => verdict,
        };
        unless_archived(verdict, self.standing)
    }
}

impl Policy<Change> for CheckInSeen {
    const NOUN: &'static str = "check-in";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let verdict = match member(actor, self.standing) {
            Verdict::Allow if steps_in(actor, self.standing) => Verdict::Allow,
            Verdict::Allow => leads(actor, self.standing),
            hidden => hidden,
        };
        unless_archived(verdict, self.standing)
    }
}

impl Policy<Lead> for CheckInSeen {
    const NOUN: &'static str = "check-in";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow => leads(actor, self.standing),
            hidden => hidden,
        }
    }
}

/// Whether it can be answered as it stands.
pub fn is_answerable(state: CheckInState) -> bool {
    matches!(state, CheckInState::Open | CheckInState::Closed)
}
