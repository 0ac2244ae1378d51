//! What an action knows of its moment.
use crate::schedule::Span;
use crate::step::{Condition, Step};
use checkins::Language;
use chrono::{DateTime, Utc};
use communities::{Community, WorkCalendar};
use kernel::{Actor, Error, JourneyItemId, PersonId, PromptId, Result, SessionId};

/// One item about to happen, or imagined to.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// Nothing while it is only imagined.
    pub item: Option<JourneyItemId>,
    pub community: Community,
    pub calendar: WorkCalendar,
    pub session: Option<SessionAt>,
    pub step: Step,
    pub due_at: DateTime<Utc>,
    /// The only person it is for, when it counts from when they joined.
    pub person: Option<PersonId>,
    /// Who speaks: who applied the journey, or another who leads the community.
    pub voice: Option<PersonId>,
    /// The language in which they read: what a step leaves to the platform is worded in it.
    pub language: Language,
    /// The prompt that the step's condition asks for, once it is posted.
    pub prompt: Option<PromptId>,
}

/// A session as far as a journey needs it.
#[derive(Clone, Debug)]
pub struct SessionAt {
    pub id: SessionId,
    pub number: i32,
    pub title: String,
    pub span: Span,
}

impl Occasion {
    /// Who speaks.
    ///
    /// # Errors
    /// `Forbidden` when nobody leads the community.
    pub fn speaker(&self) -> Result<Actor> {
        self.voice.map(Actor::Person).ok_or_else(|| {
            Error::forbidden("nobody leads this community; make somebody a facilitator")
        })
    }

    /// When the session begins, if this comes before it.
    pub fn session_start_ahead(&self) -> Option<DateTime<Utc>> {
        let start = self.session.as_ref().map(|session| session.span.start)?;
        (self.due_at < start).then_some(start)
    }

    /// The key of the step whose prompt its condition asks for.
    pub fn asks_for(&self) -> Option<&str> {
        match &self.step.condition {
            Some(Condition::NotAnswered(key)) => Some(key),
            Some(Condition::Attended | Condition::Missed) | None => None,
        }
    }

    /// A text with its places filled: {session}, {community} and {date}, the day of the session.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = text.replace("{community}", &self.community.name);
        if let Some(session) = &self.session {
            let day = self.calendar.day_of(session.span.start);
            filled = filled
                .replace("{session}", &session.title)
                .replace("{date}", &day.to_string());
        }
        filled
    }
}
