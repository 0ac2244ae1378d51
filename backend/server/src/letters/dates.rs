//! Days and moments as letters name them.
use super::scribe::Scribe;
use crate::config::Language;
use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use fluent_bundle::FluentArgs;

impl Scribe {
    /// The day of an instant for somebody whose clock nobody knows.
    pub(super) fn day(&self, language: Language, at: DateTime<Utc>) -> String {
        let facts = self.named(language, at.with_timezone(&Tz::UTC));
        self.text(language, "mail-day", &facts)
    }

    /// A moment by the clock of who reads it, with its zone.
    pub(super) fn moment(&self, language: Language, local: DateTime<Tz>) -> String {
        let mut facts = self.named(language, local);
        facts.set("time", local.format("%H:%M").to_string());
        facts.set("zone", local.timezone().name());
        self.text(language, "mail-moment", &facts)
    }

    fn named(&self, language: Language, local: DateTime<Tz>) -> FluentArgs<'static> {
        let mut facts = FluentArgs::new();
        facts.set("weekday", local.weekday().number_from_monday());
        facts.set("month", local.month());
        facts.set("weekday-name", self.text(language, "mail-weekday", &facts));
        facts.set("month-name", self.text(language, "mail-month", &facts));
        // As words: a year is no number that has thousands.
        facts.set("day", local.day().to_string());
        facts.set("year", local.year().to_string());
        facts
    }
}
