//! A meeting of a pair as calendar programs read it, in the language of who puts it there. Pure.
use crate::Slot;
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

/// Who meets, and where they find each other.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// What a calendar knows it by: put there twice, it stands there once.
    pub uid: String,
    /// Everybody's names, in order.
    pub names: Vec<String>,
    /// The address of the page of the pair.
    pub page: String,
    /// The language of who reads it, as `en`.
    pub language: String,
}

impl Meeting {
    fn summary(&self) -> String {
        let names = self.names.join(", ");
        match (self.language.as_str(), self.names.len() > 2) {
            ("de", false) => format!("Treffen als Paar: {names}"),
            ("de", true) => format!("Treffen in der Gruppe: {names}"),
            (_, false) => format!("Meeting as a pair: {names}"),
            (_, true) => format!("Meeting as a group: {names}"),
        }
    }

    fn description(&self) -> String {
        let page = &self.page;
        match self.language.as_str() {
            "de" => format!("Was Sie vorhaben, und Ihr Gespräch: {page}"),
            _ => format!("What you mean to do, and your conversation: {page}"),
        }
    }
}

/// A time to meet as a file.
pub fn calendar_file(slot: Slot, meeting: &Meeting, now: DateTime<Utc>) -> String {
    let mut event = Event::new();
    event
        .uid(&meeting.uid)
        .timestamp(now)
        .starts(slot.starts_at)
        .ends(slot.ends_at)
        .summary(&meeting.summary())
        .description(&meeting.description())
        .url(&meeting.page);
    Calendar::new().push(event.done()).done().to_string()
}
