//! Letters that tell of what happened: one thing, or the many of a day or a week.
use super::correcting::titled;
use super::scribe::{Scribe, language_of};
use super::sheet::{Part, Sheet, Thing};
use super::words::{moderation_word, notice_message};
use crate::config::Language;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use communities::Community;
use fluent_bundle::FluentArgs;
use identity::Person;
use notifications::{
    Errand, House, Invitation, MailKind, Mailing, Notice, Occasion, Told, WritesMail, Written,
};

/// As much of a post as a letter quotes.
const QUOTE_CHARS_MAX: usize = 400;

impl WritesMail for Scribe {
    fn write(&self, mailing: &Mailing) -> Written {
        let reader = Reader::of(self, &mailing.person);
        let stop = format!("{}/mail/{}", self.public_url, mailing.stop);
        let sheet = Sheet {
            greeting: reader.text("mail-greeting", &reader.facts()),
            parts: mailing
                .told
                .iter()
                .map(|told| Part::Thing(reader.thing(told, titled(mailing, told))))
                .collect(),
            sign_off: self.sign_off(reader.language),
            foot: reader.foot(&stop),
        };
        Written {
            subject: reader.subject(mailing),
            text: sheet.text(),
            html: sheet.html(reader.language.tag()),
            unsubscribe: stop,
        }
    }

    fn invite(&self, invitation: &Invitation) -> Written {
        let reader = Reader::of(self, &invitation.person);
        let stop = format!("{}/mail/{}", self.public_url, invitation.stop);
        let (subject, thing) = reader.entry(invitation);
        let sheet = Sheet {
            greeting: reader.text("mail-greeting", &reader.facts()),
            parts: vec![Part::Thing(thing)],
            sign_off: self.sign_off(reader.language),
            foot: reader.foot(&stop),
        };
        Written {
            subject,
            text: sheet.text(),
            html: sheet.html(reader.language.tag()),
            unsubscribe: stop,
        }
    }

    fn house(&self) -> &House {
        &self.house
    }
}

impl Reader<'_> {
    /// What is said of an entry in somebody's own calendar.
    fn entry(&self, letter: &Invitation) -> (String, Thing) {
        let sent = &letter.entry.sent;
        let mut facts = self.facts();
        facts.set("title", sent.title.clone());
        let subject = match (letter.errand, letter.is_known) {
            (Errand::Request, false) => "mail-invite-subject-new",
            (Errand::Request, true) => "mail-invite-subject-changed",
            (Errand::Cancel, _) => "mail-invite-subject-cancelled",
            (Errand::Withdraw, _) => "mail-invite-subject-withdrawn",
        };
        let lead = match letter.errand {
            Errand::Request if letter.is_known => "mail-invite-changed",
            Errand::Request => "mail-invite-new",
            Errand::Cancel => "mail-invite-cancelled",
            Errand::Withdraw => "mail-invite-withdrawn",
        };
        let said = letter.notice.as_ref().map(|notice| &notice.facts);
        let before = said.and_then(|said| said.before);
        let begins = self.moment_fact("mail-notice-begins", Some(sent.starts_at));
        let before = self.moment_fact("mail-notice-before", before);
        let place = sent.place.clone();
        let thing = Thing {
            lead: self.text(lead, &facts),
            title: sent.title.clone(),
            link: self.go(letter.entry.session),
            facts: [begins, before, place].into_iter().flatten().collect(),
            quote: said.and_then(|said| said.words.clone()),
            ..Thing::default()
        };
        (self.text(subject, &facts), thing)
    }
}

/// Words for one person: their language and their clock.
pub(super) struct Reader<'a> {
    scribe: &'a Scribe,
    person: &'a Person,
    pub language: Language,
    zone: Tz,
}

impl<'a> Reader<'a> {
    pub fn of(scribe: &'a Scribe, person: &'a Person) -> Self {
        Self {
            scribe,
            person,
            language: language_of(person),
            zone: person.zone.parse().unwrap_or(Tz::UTC),
        }
    }

    pub fn text(&self, id: &str, facts: &FluentArgs<'_>) -> String {
        self.scribe.text(self.language, id, facts)
    }

    pub fn facts(&self) -> FluentArgs<'static> {
        let mut facts = self.scribe.facts();
        facts.set("name", self.person.name.clone());
        facts
    }

    fn facts_in(&self, community: &Community) -> FluentArgs<'static> {
        let mut facts = self.facts();
        facts.set("community", community.name.clone());
        facts
    }

    pub fn foot(&self, stop: &str) -> Vec<(String, String)> {
        let facts = self.facts();
        let choose = format!("{}/settings/notifications", self.scribe.public_url);
        vec![
            (self.text("mail-foot-stop", &facts), stop.to_owned()),
            (self.text("mail-foot-choose", &facts), choose),
        ]
    }

    /// A moment by the clock of who reads it, with its zone.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        self.scribe
            .moment(self.language, at.with_timezone(&self.zone))
    }

    /// A line that names a moment, when there is one.
    pub(super) fn moment_fact(&self, id: &str, at: Option<DateTime<Utc>>) -> Option<String> {
        let mut facts = self.facts();
        facts.set("moment", self.moment(at?));
        Some(self.text(id, &facts))
    }

    pub(super) fn go(&self, id: impl std::fmt::Display) -> String {
        format!("{}/go/{id}", self.scribe.public_url)
    }

    fn subject(&self, mailing: &Mailing) -> String {
        let mut facts = self.facts();
        facts.set("count", mailing.told.len());
        match (mailing.occasion, mailing.told.as_slice()) {
            // What the title says was corrected, and a subject has no room for that.
            (Occasion::AtOnce, [told]) if !titled(mailing, told).is_empty() => {
                self.text("mail-subject-corrected", &self.facts_in(told.community()))
            }
            (Occasion::AtOnce, [told]) => self.subject_of(told),
            (Occasion::AtOnce, _) => self.text("mail-subject-many", &facts),
            (Occasion::Daily, _) => self.text("mail-subject-daily", &facts),
            (Occasion::Sunday, _) => self.text("mail-subject-sunday", &facts),
        }
    }

    fn subject_of(&self, told: &Told) -> String {
        match told {
            Told::Said { latest, author, .. } => {
                let author = self.author(author.as_deref());
                format!("{author}: {}", latest.thread.thread.title)
            }
            Told::Noticed {
                notice, community, ..
            } => self.lead_of(notice, community),
            Told::Waits { thread, .. } | Told::News { thread, .. } => thread.thread.title.clone(),
        }
    }

    pub(super) fn told(&self, told: &Told) -> Thing {
        match told {
            Told::Said {
                kind,
                latest,
                count,
                author,
                corrections,
                community,
            } => {
                let mut facts = self.facts_in(community);
                facts.set("author", self.author(author.as_deref()));
                facts.set("count", *count);
                let more = (*count > 1).then(|| self.text("mail-told-more", &facts));
                Thing {
                    lead: self.text(said_message(*kind), &facts),
                    title: latest.thread.thread.title.clone(),
                    link: self.go(latest.post.id),
                    facts: more.into_iter().collect(),
                    quote: Some(excerpt(&latest.post.html)),
                    beside: corrections.iter().flat_map(|it| self.beside(it)).collect(),
                }
            }
            Told::Noticed {
                notice,
                community,
                answer,
            } => {
                let mut thing = self.notice(notice, community);
                if let Some(link) = answer {
                    thing.link = self.scribe.public_url.clone() + &link.path();
                }
                thing
            }
            Told::Waits { thread, community } => Thing {
                lead: self.text("mail-told-question", &self.facts_in(community)),
                title: thread.thread.title.clone(),
                link: self.go(thread.thread.id),
                ..Thing::default()
            },
            Told::News { thread, community } => Thing {
                lead: self.text("mail-told-news", &self.facts_in(community)),
                title: thread.thread.title.clone(),
                link: self.go(thread.thread.id),
                ..Thing::default()
            },
        }
    }

    /// Whoever wrote without a name is somebody.
    fn author(&self, name: Option<&str>) -> String {
        let somebody = || self.text("mail-somebody", &self.facts());
        name.map_or_else(somebody, str::to_owned)
    }

    fn lead_of(&self, notice: &Notice, community: &Community) -> String {
        let mut facts = self.facts_in(community);
        let said = &notice.facts;
        facts.set("title", said.title.clone());
        facts.set("count", said.count.unwrap_or_default());
        facts.set("message", said.message.map_or("", moderation_word));
        let until = said.until.map(|until| self.moment(until));
        facts.set("until", until.unwrap_or_default());
        self.text(notice_message(notice), &facts)
    }

    fn notice(&self, notice: &Notice, community: &Community) -> Thing {
        let said = &notice.facts;
        let minutes = said.minutes.map(|minutes| {
            let mut facts = self.facts();
            facts.set("minutes", minutes);
            self.text("mail-notice-minutes", &facts)
        });
        let gone = said.gone.clone().map(|name| {
            let mut facts = self.facts();
            facts.set("name", name);
            self.text("mail-notice-gone", &facts)
        });
        let at = match notice.is_due() {
            true => self.moment_fact("mail-notice-due", said.at),
            false => self.moment_fact("mail-notice-begins", said.at),
        };
        let before = self.moment_fact("mail-notice-before", said.before);
        let thing = Thing {
            lead: self.lead_of(notice, community),
            title: said.title.clone(),
            link: self.go(notice.leads_to()),
            facts: [gone, at, before, minutes].into_iter().flatten().collect(),
            quote: said.words.clone(),
            ..Thing::default()
        };
        match &said.correction {
            Some(correction) => self.correcting(notice, correction, thing),
            None => thing,
        }
    }
}

fn said_message(kind: MailKind) -> &'static str {
    match kind {
        MailKind::Mention => "mail-told-mention",
        MailKind::Reply => "mail-told-reply",
        _ => "mail-told-followed",
    }
}

/// The beginning of a post, in plain words.
fn excerpt(html: &str) -> String {
    let mut text = kernel::strip_markup(html);
    // Where markup ended there is a space now, also before what belongs to the word.
    for mark in [",", ".", "?", "!", ";", ":"] {
        text = text.replace(&format!(" {mark}"), mark);
    }
    match text.char_indices().nth(QUOTE_CHARS_MAX) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}
