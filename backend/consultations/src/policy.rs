//! Who may do what with consultations. Pure.
//!
//! ```text
//!                             Read                    Keep   Answer
//! who asks                    yes                     yes    no
//! the colleague, a member     while asked, and after  no     yes
//! facilitator                 if shared, concluded    no     no
//! other member                if shared with all      no     no
//! everybody else              hidden
//! administrator               hidden, unless one of these
//! ```
//!
//! How many stand where is for facilitators alone (`Count`), and names nobody.
//! Who may write in a community may consult a colleague there (`Ask`): neither observers nor who is
//! muted, as a letter goes out. In an archived community all this can be read, and nothing be changed.
//!
//! Who holds a link from a letter has leave to answer what it opens; whether it opens anything is known
//! before there is a `Redeemed`.
use crate::{Consultation, Visibility};
use communities::{ARCHIVED, CommunitySeen, Role, Standing, muted, unless_archived};
use kernel::{Actor, Policy, Verdict};

/// A consultation, and where the viewer stands in its community.
#[derive(Clone, Debug)]
pub struct ConsultationSeen {
    pub consultation: Consultation,
    pub standing: Option<Standing>,
}

/// The community in which somebody consults.
#[derive(Clone, Debug)]
pub struct Consulting(pub CommunitySeen);

/// What a link from a letter opens, once it was found to open something.
#[derive(Clone, Debug)]
pub(crate) struct Redeemed(pub Consultation);

/// To know of it, and to read what was asked and what changes.
pub enum Read {}
/// To have a letter written to a colleague.
pub enum Ask {}
/// To take it back, to write what changes, and to share that.
pub enum Keep {}
/// To confirm or to decline it, as the colleague.
pub enum Answer {}
/// To know how many stand where, without names and words.
pub enum Count {}

impl ConsultationSeen {
    pub fn is_asker(&self, actor: Actor) -> bool {
        actor.person() == Some(self.consultation.person_id)
    }

    /// Whether the viewer is who was asked.
    pub fn is_colleague(&self, actor: Actor) -> bool {
        let row = &self.consultation;
        let waits = row.asked_at.is_some()
            && row.withdrawn_at.is_none()
            && row.declined_at.is_none()
            && (row.expired_at.is_none() || row.confirmed_at.is_some());
        waits && actor.person().is_some() && actor.person() == row.colleague_id
    }

    fn is_shared(&self) -> bool {
        let row = &self.consultation;
        let leads = self.standing.map(|it| it.role) == Some(Role::Facilitator);
        let stands = row.concluded_at.is_some() && row.withdrawn_at.is_none();
        stands
            && match row.visibility {
                Visibility::Asker => false,
                Visibility::Facilitators => leads,
                Visibility::Cohort => true,
            }
    }
}

const NOT_THEIRS: Verdict = Verdict::Deny("this is for who asked");
const NOT_ASKED: Verdict = Verdict::Deny("this is for the colleague who was asked");

impl Policy<Read> for ConsultationSeen {
    const NOUN: &'static str = "consultation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let known = self.is_asker(*actor) || self.is_colleague(*actor) || self.is_shared();
        match (actor, self.standing) {
            (Actor::System, _) => Verdict::Allow,
            (Actor::Person(_) | Actor::Administrator(_), Some(_)) if known => Verdict::Allow,
            (Actor::Person(_) | Actor::Administrator(_) | Actor::Anonymous, _) => Verdict::Hide,
        }
    }
}

impl Policy<Keep> for ConsultationSeen {
    const NOUN: &'static str = "consultation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let verdict = match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if *actor != Actor::System && !self.is_asker(*actor) => NOT_THEIRS,
            verdict => verdict,
        };
        unless_archived(verdict, self.standing)
    }
}

impl Policy<Ask> for ConsultationSeen {
    const NOUN: &'static str = "consultation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match Policy::<Keep>::verdict(self, actor) {
            Verdict::Allow => muted(self.standing),
            verdict => verdict,
        }
    }
}

impl Policy<Answer> for ConsultationSeen {
    const NOUN: &'static str = "consultation";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let verdict = match Policy::<Read>::verdict(self, actor) {
            Verdict::Allow if !self.is_colleague(*actor) => NOT_ASKED,
            verdict => verdict,
        };
        unless_archived(verdict, self.standing)
    }
}

impl Policy<Answer> for Redeemed {
    const NOUN: &'static str = "consultation";

    fn verdict(&self, _: &Actor) -> Verdict {
        Verdict::Allow
    }
}

impl Policy<Ask> for Consulting {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let seen = &self.0;
        match Policy::<communities::Read>::verdict(seen, actor) {
            Verdict::Allow if seen.community.archived_at.is_some() => Verdict::Deny(ARCHIVED),
            Verdict::Allow if seen.role() == Some(Role::Observer) => {
                Verdict::Deny("observers read here, and do not ask")
            }
            Verdict::Allow => muted(seen.membership.as_ref().map(|member| Standing {
                role: member.role,
                since: member.joined_at,
                archived_at: seen.community.archived_at,
                muted_until: member.muted_until,
            })),
            verdict => verdict,
        }
    }
}

impl Policy<Count> for Consulting {
    const NOUN: &'static str = "community";

    fn verdict(&self, actor: &Actor) -> Verdict {
        let seen = &self.0;
        match Policy::<communities::Read>::verdict(seen, actor) {
            Verdict::Allow if seen.role() != Some(Role::Facilitator) => {
                Verdict::Deny("only facilitators may do this; ask one of them")
            }
            verdict => verdict,
        }
    }
}
