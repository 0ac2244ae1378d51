//! What a letter tells, before anybody puts it into words.
use crate::calendar::{Entry, Errand, House};
use crate::{MailKind, Notice, Occasion};
use channels::{PostSeen, ThreadSeen};
use communities::Community;
use identity::{Person, Secret};
use kernel::ThreadId;
use misconceptions::{Correction, Misconception};
use std::collections::HashMap;

/// A letter to be written.
#[derive(Clone, Debug)]
pub struct Mailing {
    pub person: Person,
    pub occasion: Occasion,
    /// What matters most first.
    pub told: Vec<Told>,
    /// What is corrected of the titles of conversations that it names.
    pub titles: HashMap<(ThreadId, String), Vec<Misconception>>,
    /// The last part of the link that stops letters like it.
    pub stop: String,
}

/// A link that answers something without a sign-in.
#[derive(Clone, Debug)]
pub enum AnswerLink {
    CheckIn(Secret),
    Pulse(Secret),
}

impl AnswerLink {
    /// Where it leads in the web app.
    pub fn path(&self) -> String {
        match self {
            Self::CheckIn(token) => format!("/checkin/{}", token.expose()),
            Self::Pulse(token) => format!("/pulse/{}", token.expose()),
        }
    }
}

/// One thing that a letter tells of.
#[derive(Clone, Debug)]
pub enum Told {
    /// Somebody said something.
    Said {
        kind: MailKind,
        latest: PostSeen,
        /// How many posts, of which `latest` is the newest.
        count: i32,
        /// Who wrote it; nobody where that was done without a name.
        author: Option<String>,
        /// What is corrected of `latest`.
        corrections: Vec<Correction>,
        community: Community,
    },
    /// Something that is no conversation.
    Noticed {
        notice: Notice,
        community: Community,
        /// The link that answers it without a sign-in, where there is one.
        answer: Option<AnswerLink>,
    },
    /// A question waits for somebody like them.
    Waits {
        thread: ThreadSeen,
        community: Community,
    },
    /// A conversation goes on.
    News {
        thread: ThreadSeen,
        community: Community,
    },
}

impl Told {
    /// The conversation that it names by its title.
    pub fn titled(&self) -> Option<(ThreadId, String)> {
        let of = |seen: &ThreadSeen| (seen.thread.id, seen.thread.title.clone());
        match self {
            Self::Said { latest, .. } => Some(of(&latest.thread)),
            Self::Noticed { notice, .. } => Some((notice.thread_id?, notice.facts.title.clone())),
            Self::Waits { thread, .. } | Self::News { thread, .. } => Some(of(thread)),
        }
    }

    pub fn kind(&self) -> MailKind {
        match self {
            Self::Said { kind, .. } => *kind,
            Self::Noticed { notice, .. } => notice.kind.mail_kind(),
            Self::Waits { .. } => MailKind::Question,
            Self::News { .. } => MailKind::Summary,
        }
    }

    /// Where it happened.
    pub fn community(&self) -> &Community {
        match self {
            Self::Said { community, .. }
            | Self::Noticed { community, .. }
            | Self::Waits { community, .. }
            | Self::News { community, .. } => community,
        }
    }

    /// Whether it holds what only members may read.
    pub fn is_sealed(&self) -> bool {
        // An administrator may see every session, and what is asked of members only as one of them.
        match self {
            Self::Noticed { notice, .. } => notice.kind.mail_kind() != MailKind::Session,
            Self::Said { .. } | Self::Waits { .. } | Self::News { .. } => true,
        }
    }
}

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The whole address that stops letters like it.
    pub unsubscribe: String,
}

/// A letter that puts a session into somebody's own calendar, moves it there, or takes it out.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub person: Person,
    pub entry: Entry,
    pub errand: Errand,
    /// Whether the calendar knows it already.
    pub is_known: bool,
    /// What there is to say of it, if it was told.
    pub notice: Option<Notice>,
    /// The last part of the link that stops letters like it.
    pub stop: String,
}

/// Puts letters into words: the server does, which knows the languages and its own address.
pub trait WritesMail: Send + Sync + 'static {
    fn write(&self, mailing: &Mailing) -> Written;

    fn invite(&self, invitation: &Invitation) -> Written;

    /// Who writes.
    fn house(&self) -> &House;
}
