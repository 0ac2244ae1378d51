//! Who may see and steer journeys, and write their templates. Pure.
//!
//! ```text
//!                          look  steer     template of the community  template of a program
//! facilitator              yes   yes       write                      look
//! administrator outside    yes   yes       write                      write
//! anybody else there       no    no        no                         no
//! stranger, anonymous      hidden          hidden                     hidden
//! ```
//!
//! In an archived community all this can be looked at, and nothing steered or written.
use crate::{Journey, JourneyItem, JourneyTemplate};
use communities::{CommunitySeen, Lead, Manage};
use kernel::{Actor, Policy, Verdict};
use sessions::ProgramSeen;

/// A journey in its community.
#[derive(Clone, Debug)]
pub struct JourneySeen {
    pub journey: Journey,
    pub community: CommunitySeen,
}

/// An item in its journey.
#[derive(Clone, Debug)]
pub struct ItemSeen {
    pub item: JourneyItem,
    pub journey: JourneySeen,
}

/// A template, and whose it is.
#[derive(Clone, Debug)]
pub struct TemplateSeen {
    pub template: JourneyTemplate,
    pub owner: Owner,
}

/// Whose a template is.
#[expect(
    clippy::large_enum_variant,
    reason = "one at a time is loaded, and none is kept"
)]
#[derive(Clone, Debug)]
pub enum Owner {
    Program(ProgramSeen),
    Community(CommunitySeen),
}

/// To see what happens by itself, what happened and what failed.
pub enum Look {}
/// To apply, change, pause, skip, run and take back.
pub enum Steer {}

impl Policy<Look> for JourneySeen {
    const NOUN: &'static str = "journey";

    fn verdict(&self, actor: &Actor) -> Verdict {
        Policy::<Lead>::verdict(&self.community, actor)
    }
}

impl Policy<Steer> for JourneySeen {
    const NOUN: &'static str = "journey";

    fn verdict(&self, actor: &Actor) -> Verdict {
        Policy::<Manage>::verdict(&self.community, actor)
    }
}

impl Policy<Look> for ItemSeen {
    const NOUN: &'static str = "item";

    fn verdict(&self, actor: &Actor) -> Verdict {
        Policy::<Look>::verdict(&self.journey, actor)
    }
}

impl Policy<Steer> for ItemSeen {
    const NOUN: &'static str = "item";

    fn verdict(&self, actor: &Actor) -> Verdict {
        Policy::<Steer>::verdict(&self.journey, actor)
    }
}

impl Policy<Look> for Owner {
    const NOUN: &'static str = "template";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match self {
            Self::Community(seen) => Policy::<Lead>::verdict(seen, actor),
            Self::Program(_) if actor.administers() => Verdict::Allow,
            Self::Program(seen) if seen.facilitates => Verdict::Allow,
            Self::Program(_) => Verdict::Hide,
        }
    }
}

impl Policy<Steer> for Owner {
    const NOUN: &'static str = "template";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match self {
            Self::Community(seen) => Policy::<Manage>::verdict(seen, actor),
            Self::Program(seen) => match Policy::<Look>::verdict(self, actor) {
                Verdict::Allow => Policy::<sessions::Write>::verdict(seen, actor),
                verdict => verdict,
            },
        }
    }
}

impl Policy<Look> for TemplateSeen {
    const NOUN: &'static str = "template";

    fn verdict(&self, actor: &Actor) -> Verdict {
        Policy::<Look>::verdict(&self.owner, actor)
    }
}

impl Policy<Steer> for TemplateSeen {
    const NOUN: &'static str = "template";

    fn verdict(&self, actor: &Actor) -> Verdict {
        Policy::<Steer>::verdict(&self.owner, actor)
    }
}
