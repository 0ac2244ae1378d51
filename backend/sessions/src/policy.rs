//! Who may do what with a session, and with a program. Pure.
//!
//! ```text
//! a session                     See  Prepare Conduct Witness Record Plan
//! learner, expert, observer     yes* no      no      no      no     no
//! moderator                     yes* no      no      no      no     no
//! member who leads or steps in  yes  yes     yes     yes     yes    no
//! facilitator                   yes  yes     yes     yes     yes    yes
//! administrator outside         yes  yes     yes     no      no     yes
//! administrator who observes    yes  yes     no      yes     no     yes
//! stranger, anonymous           hidden
//!
//! * once it was published; before that it is hidden
//!
//! a program                     See  Write
//! administrator                 yes  yes
//! facilitator anywhere          yes  no
//! member of a cohort that runs  yes  no
//! anybody else                  hidden
//! ```
//!
//! In an archived community all this can be read, and nothing be conducted, recorded or planned.
use crate::{Part, Program, ProgramVersion, Session, SessionState};
use communities::{ARCHIVED, Community, Role, Standing};
use kernel::{Actor, Organisation, Policy, Verdict};

/// A session with its parts in the order of time, its community, and where the asker stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionSeen {
    pub session: Session,
    pub parts: Vec<Part>,
    pub community: Community,
    pub standing: Option<Standing>,
}

/// A program, and what the asker has to do with it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramSeen {
    pub program: Program,
    /// Whether the asker is a facilitator anywhere.
    pub facilitates: bool,
    /// Whether the asker belongs to a cohort that runs it.
    pub takes_part: bool,
}

/// A version in its program.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionSeen {
    pub version: ProgramVersion,
    pub program: ProgramSeen,
}

/// To know that it takes place, when and about what.
pub enum See {}
/// To read the guide, and to have the link and the codes at any time.
pub enum Prepare {}
/// To start and close it, and to keep its agenda and materials.
pub enum Conduct {}
/// To know who was there.
pub enum Witness {}
/// To say who was there.
pub enum Record {}
/// To describe, publish, move and cancel it.
pub enum Plan {}
/// To say with a code that one is there.
pub enum Attend {}
/// To write a program.
pub enum Write {}

const NOT_WRITING: Verdict =
    Verdict::Deny("only administrators write programs; ask one of your organisation");
const NOT_LEADING: Verdict =
    Verdict::Deny("only facilitators and who leads this session may do this; ask one of them");
const OBSERVING: Verdict = Verdict::Deny("observers read and do not take part here");
const OUTSIDE: Verdict =
    Verdict::Deny("only members know who was there; add yourself as a member first");

impl SessionSeen {
    fn led_by(&self, actor: &Actor) -> bool {
        let instructors = [self.session.lead_id, self.session.backup_id];
        actor.person().is_some() && instructors.contains(&actor.person())
    }

    /// Who came to look on: an administrator, too, who is a member as an observer.
    fn watched_by(&self, actor: &Actor) -> bool {
        let role = self.standing.map(|standing| standing.role);
        role == Some(Role::Observer) && !self.led_by(actor)
    }

    /// Leave to take a part in it that goes beyond looking on: none in an archived community.
    fn taking_part(&self, actor: &Actor, verdict: Verdict) -> Verdict {
        match self.unless_archived(verdict) {
            Verdict::Allow if self.watched_by(actor) => OBSERVING,
            verdict => verdict,
        }
    }

    /// Leave that is needed for a change: none in an archived community.
    fn unless_archived(&self, verdict: Verdict) -> Verdict {
        match verdict {
            Verdict::Allow if self.community.archived_at.is_some() => Verdict::Deny(ARCHIVED),
            verdict => verdict,
        }
    }
}

impl Policy<See> for SessionSeen {
    const NOUN: &'static str = "session";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let role = self.standing.map(|standing| standing.role);
        match drafts_seen_by(actor, role) {
            Some(Drafts::All) => Verdict::Allow,
            Some(Drafts::Led) if self.led_by(actor) => Verdict::Allow,
            Some(Drafts::Led) if self.session.published_at.is_some() => Verdict::Allow,
            Some(Drafts::Led) | None => Verdict::Hide,
        }
    }
}

/// Which sessions of a community somebody sees before they are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    All,
    /// Those that they lead, or step in for.
    Led,
}

/// Which drafts there are for who has this role in a community; nothing for who sees no session there.
pub fn drafts_seen_by(actor: &Actor, role: Option<Role>) -> Option<Drafts> {
    match (actor, role) {
        (Actor::Anonymous, _) | (Actor::Person(_), None) => None,
        (Actor::System | Actor::Administrator(_), _)
        | (Actor::Person(_), Some(Role::Facilitator)) => Some(Drafts::All),
        (Actor::Person(_), Some(_)) => Some(Drafts::Led),
    }
}

impl Policy<Prepare> for SessionSeen {
    const NOUN: &'static str = "session";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let seeing = Policy::<See>::verdict(self, actor);
        let facilitates = self.standing.map(|standing| standing.role) == Some(Role::Facilitator);
        match seeing {
            Verdict::Allow if actor.administers() || facilitates || self.led_by(actor) => {
                Verdict::Allow
            }
            Verdict::Allow => NOT_LEADING,
            hidden => hidden,
        }
    }
}

impl Policy<Conduct> for SessionSeen {
    const NOUN: &'static str = "session";

    fn verdict(&self, actor: &Actor) -> Verdict {
        self.taking_part(actor, Policy::<Prepare>::verdict(self, actor))
    }
}

impl Policy<Witness> for SessionSeen {
    const NOUN: &'static str = "session";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match (Policy::<Prepare>::verdict(self, actor), actor) {
            (Verdict::Allow, Actor::Administrator(_)) if self.standing.is_none() => OUTSIDE,
            (verdict, _) => verdict,
        }
    }
}

impl Policy<Record> for SessionSeen {
    const NOUN: &'static str = "session";

    fn verdict(&self, actor: &Actor) -> Verdict {
        self.taking_part(actor, Policy::<Witness>::verdict(self, actor))
    }
}

impl Policy<Plan> for SessionSeen {
    const NOUN: &'static str = "session";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let seeing = Policy::<See>::verdict(self, actor);
        let facilitates = self.standing.map(|standing| standing.role) == Some(Role::Facilitator);
        match seeing {
            Verdict::Allow if actor.administers() || facilitates => {
                self.unless_archived(Verdict::Allow)
            }
            Verdict::Allow => Verdict::Deny("only facilitators may do this; ask one of them"),
            hidden => hidden,
        }
    }
}

impl Policy<Attend> for SessionSeen {
    const NOUN: &'static str = "session";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let seeing = Policy::<See>::verdict(self, actor);
        match (seeing, self.session.state) {
            (Verdict::Allow, _) if actor.person().is_none() || self.standing.is_none() => {
                Verdict::Deny("only members check in; add yourself as a member first")
            }
            (Verdict::Allow, SessionState::Published | SessionState::Running) => {
                self.unless_archived(Verdict::Allow)
            }
            (
                Verdict::Allow,
                SessionState::Draft | SessionState::Closed | SessionState::Cancelled,
            ) => Verdict::Deny("nobody can check in to this session now; ask who leads it"),
            (hidden, _) => hidden,
        }
    }
}

impl Policy<See> for ProgramSeen {
    const NOUN: &'static str = "program";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) if self.facilitates || self.takes_part => Verdict::Allow,
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Write> for Organisation {
    const NOUN: &'static str = "organisation";

    /// To begin a program.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) => NOT_WRITING,
            Actor::Anonymous => Verdict::Hide,
        }
    }
}

impl Policy<Write> for ProgramSeen {
    const NOUN: &'static str = "program";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<See>::verdict(self, actor) {
            Verdict::Allow if !actor.administers() => NOT_WRITING,
            verdict => verdict,
        }
    }
}

impl Policy<See> for VersionSeen {
    const NOUN: &'static str = "version";

    /// What is not published yet is for those who write it.
    fn verdict(&self, actor: &Actor) -> Verdict {
        match self.version.published_at {
            Some(_) => Policy::<See>::verdict(&self.program, actor),
            None if actor.administers() => Verdict::Allow,
            None => Verdict::Hide,
        }
    }
}
