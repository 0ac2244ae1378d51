//! What the demo tells, as it stands in `content/`.
mod checking;
mod consulting;
mod flagging;
mod looking;
mod pairing;
mod pulsing;
mod searching;
mod sharing;
mod spacing;

pub use checking::Checking;
pub use consulting::{Consulted, Talk};
pub use flagging::Flagging;
pub use looking::{Given, HandedIn, Looking};
pub use pairing::{Met, MetAnswer, Outcome, Profile, Together};
pub use pulsing::Pulsing;
pub use searching::Searching;
pub use sharing::{Shared, Tale};
pub use spacing::{Known, Spaced, SpacedAnswer, SpacedOne};

use kernel::{Error, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

const PEOPLE: &str = include_str!("../content/people.toml");
const PROGRAMS: &str = include_str!("../content/programs.toml");
const JOURNEYS: &str = include_str!("../content/journeys.toml");
const SEARCHING: &str = include_str!("../content/searching.toml");
const COMMUNITIES: [&str; 6] = [
    include_str!("../content/leading-change.toml"),
    include_str!("../content/leading-change-spring.toml"),
    include_str!("../content/objections-north.toml"),
    include_str!("../content/press-early-shift.toml"),
    include_str!("../content/press-night-shift.toml"),
    include_str!("../content/facilitation-guild.toml"),
];

pub struct Content {
    pub people: Vec<Someone>,
    pub programs: Vec<Taught>,
    pub journeys: Vec<Way>,
    pub communities: Vec<Place>,
    pub searching: Searching,
}

impl Content {
    /// # Errors
    /// When a file is not what it should be; the message names the place.
    pub fn read() -> Result<Self> {
        let communities = COMMUNITIES.iter().map(|file| parse(file));
        Ok(Self {
            people: parse::<People>(PEOPLE)?.person,
            programs: parse::<Programs>(PROGRAMS)?.program,
            journeys: parse::<Journeys>(JOURNEYS)?.template,
            communities: communities.collect::<Result<_>>()?,
            searching: parse(SEARCHING)?,
        })
    }
}

fn parse<T: DeserializeOwned>(file: &str) -> Result<T> {
    toml::from_str(file).map_err(Error::internal)
}

#[derive(Deserialize)]
struct People {
    person: Vec<Someone>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Someone {
    /// By which the rest of the content calls them.
    pub key: String,
    pub name: String,
    /// How to say the name.
    pub says: String,
    pub zone: String,
    pub ask_me_about: String,
    pub working_on: String,
    #[serde(default)]
    pub administers: bool,
    pub came: String,
}

#[derive(Deserialize)]
struct Programs {
    program: Vec<Taught>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taught {
    pub slug: String,
    pub title: String,
    pub summary: String,
    #[serde(rename = "objective")]
    pub objectives: Vec<Aim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aim {
    pub statement: String,
    pub measure: String,
}

#[derive(Deserialize)]
struct Journeys {
    template: Vec<Way>,
}

/// What happens around each session of a program.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// The slug of its program.
    pub program: String,
    pub name: String,
    pub purpose: String,
    #[serde(default)]
    pub for_each_session: bool,
    #[serde(rename = "step")]
    pub steps: Vec<journeys::JourneyStepInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub kind: communities::CommunityKind,
    pub slug: String,
    pub name: String,
    pub purpose: String,
    pub norms: String,
    pub zone: String,
    pub founded: String,
    /// Days from today, for a cohort.
    pub first_day: Option<i64>,
    pub last_day: Option<i64>,
    /// The slug of the program that a cohort runs.
    pub runs: Option<String>,
    #[serde(rename = "channel")]
    pub channels: Vec<Room>,
    #[serde(rename = "member")]
    pub members: Vec<Member>,
    #[serde(rename = "thread")]
    pub threads: Vec<Conversation>,
    /// Replies of the last hours, in the order in which they came.
    #[serde(rename = "live", default)]
    pub lately: Vec<Reply>,
    #[serde(rename = "session", default)]
    pub sessions: Vec<Held>,
    #[serde(rename = "misconception", default)]
    pub misconceptions: Vec<Wrong>,
    /// Within so many hours a moderator looks; where that is promised, questions may have no name.
    pub promise_hours: Option<i32>,
    #[serde(default)]
    pub verified: Vec<Behind>,
    #[serde(default)]
    pub asked: Vec<Asked>,
    #[serde(rename = "resource", default)]
    pub resources: Vec<Shared>,
    #[serde(rename = "story", default)]
    pub stories: Vec<Tale>,
    /// What somebody says is wrong.
    #[serde(rename = "flag", default)]
    pub flags: Vec<Flagging>,
    #[serde(rename = "check_in", default)]
    pub check_ins: Vec<Checking>,
    #[serde(rename = "pulse", default)]
    pub pulses: Vec<Pulsing>,
    #[serde(rename = "consultation", default)]
    pub consultations: Vec<Consulted>,
    #[serde(rename = "series", default)]
    pub series: Vec<Spaced>,
    #[serde(rename = "feedback", default)]
    pub rounds: Vec<Looking>,
    /// What people say of themselves to be put together.
    #[serde(rename = "profile", default)]
    pub profiles: Vec<Profile>,
    #[serde(rename = "pairing", default)]
    pub pairings: Vec<Together>,
}

/// Something that was said and is wrong, and what holds instead.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrong {
    /// The title of the conversation.
    pub thread: String,
    /// Which post of it, from 1.
    pub post: usize,
    pub passage: String,
    pub claim: String,
    pub misses: String,
    pub holds: String,
    #[serde(default)]
    pub sources: Vec<String>,
    pub severity: misconceptions::Severity,
    /// Of the program that the cohort runs, by its number.
    pub objective: Option<i32>,
    /// Who found it and writes the correction.
    pub by: String,
    /// Who agreed to it.
    pub agreed: String,
    /// When the author was told.
    pub offered: String,
    /// How many hours they have.
    pub hours: i32,
    /// When it was published; nothing while the author has time.
    pub published: Option<String>,
}

/// A session. Its facilitators lead it; whoever is not named otherwise was there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Held {
    pub title: String,
    pub about: String,
    pub format: sessions::SessionFormat,
    pub place: Option<String>,
    pub join_url: Option<String>,
    /// Days from today; it is over when they are negative. Never today.
    pub day: i64,
    /// In the zone of the community, as `14:00`.
    pub from: String,
    pub to: String,
    /// Of the program that the cohort runs, by their numbers.
    pub objectives: Vec<i32>,
    #[serde(default)]
    pub absent: Vec<String>,
    #[serde(default)]
    pub excused: Vec<String>,
    #[serde(default)]
    pub late: Vec<String>,
    #[serde(default)]
    pub left_early: Vec<String>,
    /// The name of the template that was applied to it, and when.
    pub journey: Option<String>,
    pub applied: Option<String>,
    #[serde(rename = "answer", default)]
    pub answers: Vec<Answer>,
    #[serde(rename = "done", default)]
    pub done: Vec<Finished>,
    #[serde(rename = "segment", default)]
    pub agenda: Vec<Stretch>,
}

/// An answer to a prompt that a step of the session's journey posted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub step: String,
    pub by: String,
    pub ago: String,
    pub body: String,
}

/// Who did the pre-work that a step of the session's journey opened.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finished {
    pub step: String,
    pub by: Vec<String>,
    pub ago: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    pub kind: sessions::SegmentKind,
    pub title: String,
    pub minutes: i32,
    pub prompt: Option<String>,
    pub contingency: Option<String>,
    #[serde(default)]
    pub objectives: Vec<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    pub name: String,
    pub purpose: String,
    pub kind: RoomKind,
    /// With what tags a conversation is one where a mistake is costly: what is posted there waits for a
    /// moderator, since lately.
    #[serde(default)]
    pub high_stakes: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoomKind {
    Discussion,
    Questions,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub key: String,
    pub role: communities::Role,
    pub joined: String,
    /// Whether they still have to acknowledge the norms.
    #[serde(default)]
    pub norms_ahead: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversation {
    /// The name of a room of the same community.
    pub channel: String,
    /// Bodies link to it by the slug of this.
    pub title: String,
    #[serde(default)]
    pub tags: Vec<String>,
    /// The number of the answer that the asker accepted.
    pub accepted: Option<usize>,
    pub locked: Option<String>,
    /// For whom it holds something unread, from which post on. All others read all of it.
    #[serde(default)]
    pub unread: BTreeMap<String, usize>,
    #[serde(rename = "post")]
    pub posts: Vec<Said>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub by: String,
    pub ago: String,
    /// The number of the post it answers, when that is not the opening.
    pub under: Option<usize>,
    pub body: String,
    /// When its author changed it, and how it read before.
    pub edited: Option<String>,
    pub was: Option<String>,
    #[serde(default)]
    pub helpful: Vec<String>,
    #[serde(default)]
    pub used_it: Vec<String>,
    #[serde(default)]
    pub thank_you: Vec<String>,
}

/// Who stands behind an answer, and for how long.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Behind {
    /// The title of the conversation.
    pub thread: String,
    /// The number of the answer.
    pub post: usize,
    pub by: String,
    pub ago: String,
    pub review_days: i64,
}

/// A question that was asked without a name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub channel: String,
    pub title: String,
    pub by: String,
    pub ago: String,
    pub body: String,
    /// What was answered, by whom, and when.
    pub answer: String,
    pub answered_by: String,
    pub answered: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// The title of the conversation.
    pub thread: String,
    pub by: String,
    pub ago: String,
    pub under: Option<usize>,
    pub body: String,
}
