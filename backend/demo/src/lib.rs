//! The demo organisation, told through commands.
//!
//! Invariants:
//! - what is told stands in `content/`, never in code, and is told relative to the clock;
//! - all of it happens in one transaction, and only where there is nobody yet;
//! - after it, the organisation is one like any other: nothing here is asked again.
mod calendar;
mod content;
mod tell;

use content::Content;
use kernel::{Actor, Db, Result};

/// Somebody whom a visitor of the demo may be with one click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guide {
    pub handle: &'static str,
    pub name: &'static str,
    /// What they are, in a word, for the sign-in page.
    pub role: &'static str,
}

/// One of each role, the one to begin with first.
pub const PEOPLE: [Guide; 4] = [
    Guide {
        handle: "priya-raman",
        name: "Priya Raman",
        role: "learner",
    },
    Guide {
        handle: "jonas-lindqvist",
        name: "Jonas Lindqvist",
        role: "moderator",
    },
    Guide {
        handle: "amara-okafor",
        name: "Amara Okafor",
        role: "facilitator",
    },
    Guide {
        handle: "ines-duarte",
        name: "Ines Duarte",
        role: "administrator",
    },
];

/// The address of the one who may look into what was done everywhere.
pub const AUDITOR: &str = "ines-duarte@demo.example";

/// What was loaded: nothing at all where somebody was before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    pub people: usize,
    pub communities: usize,
    pub threads: usize,
    pub posts: usize,
}

/// Loads the demo organisation into an empty database; where there are people already it does
/// nothing. `progress` hears in a few words what is being done.
///
/// # Errors
/// When the content cannot be read, or the database refuses it; then nothing was loaded.
pub async fn load(db: &Db, progress: &mut (dyn FnMut(&str) + Send)) -> Result<Loaded> {
    if !identity::nobody_is_here(&db.read()).await? {
        return Ok(Loaded::default());
    }
    progress("reading the demo organisation");
    let content = Content::read()?;
    progress("telling five weeks of conversations");
    let loaded = db
        .write(Actor::System, tell::TellTheStory { content })
        .await?;
    progress("the demo organisation is here");
    Ok(loaded)
}
