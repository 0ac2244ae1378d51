//! Who puts letters into words: the texts are those of the web app, in the language of who reads them.
use super::sheet::{Part, Sheet, Thing};
use crate::config::Language;
use communities::{InvitationSeen, Role};
use consultations::ConsultationLetter;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use identity::{Person, Secret};
use kernel::Letter;
use notifications::House;
use privacy::PersonalExport;

const ENGLISH: [&str; 2] = [
    include_str!("../../../../frontend/locales/en/mail.ftl"),
    include_str!("../../../../frontend/locales/en/auth.ftl"),
];
const GERMAN: [&str; 2] = [
    include_str!("../../../../frontend/locales/de/mail.ftl"),
    include_str!("../../../../frontend/locales/de/auth.ftl"),
];

/// Writes letters.
pub struct Scribe {
    english: FluentBundle<FluentResource>,
    german: FluentBundle<FluentResource>,
    organisation: String,
    pub(super) public_url: String,
    pub(super) house: House,
    language: Language,
}

impl Scribe {
    /// `language` is that of people who have not chosen one, `sender` the address letters come from.
    pub fn new((organisation, public_url): (&str, &str), sender: &str, language: Language) -> Self {
        Self {
            house: House {
                name: organisation.to_owned(),
                address: sender.to_owned(),
                public_url: public_url.to_owned(),
            },
            english: bundle(Language::English, ENGLISH),
            german: bundle(Language::German, GERMAN),
            organisation: organisation.to_owned(),
            public_url: public_url.to_owned(),
            language,
        }
    }

    /// The letter that lets somebody choose a new password; none to a person without an address.
    pub fn reset(&self, person: &Person, token: &Secret) -> Option<Letter> {
        let words = ["mail-reset-subject", "mail-reset-text"];
        self.with_link(person, ("reset", token), words)
    }

    /// The letter with a link that signs in; none to a person without an address.
    pub fn sign_in(&self, person: &Person, token: &Secret) -> Option<Letter> {
        let words = ["mail-signin-subject", "mail-signin-text"];
        self.with_link(person, ("enter", token), words)
    }

    fn with_link(
        &self,
        person: &Person,
        (page, token): (&str, &Secret),
        [subject, text]: [&str; 2],
    ) -> Option<Letter> {
        let chosen = language_of(person);
        let mut facts = self.facts();
        facts.set("name", person.name.clone());
        let link = format!("{}/{page}/{}", self.public_url, token.expose());
        facts.set("link", link);
        let sheet = self.plain_sheet(chosen, ["mail-greeting", text], &facts);
        Some(Letter {
            to: person.email.clone()?,
            subject: self.text(chosen, subject, &facts),
            text: sheet.text(),
            html: Some(sheet.html(chosen.tag())),
            ..Letter::default()
        })
    }

    /// The letter that says that somebody can fetch what is held about them; none to a person without an address.
    pub fn export_ready(&self, person: &Person, export: &PersonalExport) -> Option<Letter> {
        let chosen = language_of(person);
        let mut facts = self.facts();
        facts.set("name", person.name.clone());
        facts.set("link", format!("{}/settings/data", self.public_url));
        facts.set("until", self.day(chosen, export.expires_at?));
        let words = ["mail-greeting", "mail-export-text"];
        let sheet = self.plain_sheet(chosen, words, &facts);
        Some(Letter {
            to: person.email.clone()?,
            subject: self.text(chosen, "mail-export-subject", &facts),
            text: sheet.text(),
            html: Some(sheet.html(chosen.tag())),
            ..Letter::default()
        })
    }

    /// The letter with which an invited person comes in.
    pub fn invitation(&self, seen: &InvitationSeen, token: &Secret) -> Letter {
        let language = self.language;
        let mut facts = self.facts();
        let inviter = match &seen.invited_by {
            Some(name) => name.clone(),
            None => self.text(language, "mail-invitation-by-nobody", &facts),
        };
        let role = self.text(language, role_message(seen.invitation.role), &facts);
        facts.set("inviter", inviter);
        facts.set("role", role);
        facts.set("community", seen.community.name.clone());
        facts.set("until", self.day(language, seen.invitation.expires_at));
        let text = match &seen.claims {
            Some(name) => {
                facts.set("name", name.clone());
                "mail-invitation-claim-text"
            }
            None => "mail-invitation-text",
        };
        let link = format!("{}/invite/{}", self.public_url, token.expose());
        facts.set("link", link);
        let sheet = self.plain_sheet(language, ["mail-greeting-unnamed", text], &facts);
        Letter {
            to: seen.invitation.email.clone(),
            subject: self.text(language, "mail-invitation-subject", &facts),
            text: sheet.text(),
            html: Some(sheet.html(language.tag())),
            ..Letter::default()
        }
    }

    /// The letter with which somebody asks a colleague, who may be nobody here.
    pub fn consultation(&self, asked: &ConsultationLetter, token: &Secret) -> Letter {
        let language = language_named(&asked.language);
        let mut facts = self.facts();
        facts.set("name", asked.name.clone());
        facts.set("asker", asked.asker.clone());
        facts.set("until", self.day(language, asked.expires_at));
        let link = format!("{}/consult/{}", self.public_url, token.expose());
        let told = |id| self.text(language, id, &facts);
        let thing = Thing {
            lead: told("mail-consultation-lead"),
            title: match &asked.objective {
                Some(objective) => objective.clone(),
                None => told("mail-consultation-title"),
            },
            link: link.clone(),
            facts: vec![told("mail-consultation-until")],
            quote: Some(asked.question.clone()),
            beside: Vec::new(),
        };
        let sheet = Sheet {
            greeting: told("mail-greeting"),
            parts: vec![
                Part::Thing(thing),
                Part::Words(told("mail-consultation-text")),
            ],
            sign_off: self.sign_off(language),
            foot: vec![(told("mail-consultation-never"), link)],
        };
        Letter {
            to: asked.to.clone(),
            subject: told("mail-consultation-subject"),
            text: sheet.text(),
            html: Some(sheet.html(language.tag())),
            ..Letter::default()
        }
    }

    pub(super) fn facts(&self) -> FluentArgs<'static> {
        let mut facts = FluentArgs::new();
        facts.set("organisation", self.organisation.clone());
        facts
    }

    fn plain_sheet(&self, language: Language, parts: [&str; 2], facts: &FluentArgs<'_>) -> Sheet {
        let [greeting, words] = parts.map(|part| self.text(language, part, facts));
        Sheet {
            greeting,
            parts: vec![Part::Words(words)],
            sign_off: self.sign_off(language),
            foot: Vec::new(),
        }
    }

    pub(super) fn sign_off(&self, language: Language) -> (String, String) {
        let name = self.text(language, "mail-sign-off", &self.facts());
        (name, self.public_url.clone())
    }

    pub(super) fn text(&self, language: Language, id: &str, facts: &FluentArgs<'_>) -> String {
        let bundle = match language {
            Language::English => &self.english,
            Language::German => &self.german,
        };
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        bundle
            .format_pattern(pattern, Some(facts), &mut Vec::new())
            .into_owned()
    }
}

pub(super) fn language_of(person: &Person) -> Language {
    language_named(&person.preferences.language)
}

fn language_named(tag: &str) -> Language {
    match tag {
        "de" => Language::German,
        _ => Language::English,
    }
}

fn bundle(language: Language, sources: [&str; 2]) -> FluentBundle<FluentResource> {
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Marks around what is filled in would break a link.
    bundle.set_use_isolating(false);
    for source in sources {
        // What cannot be read is left out; that all of it can is checked with the web app's texts.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn role_message(role: Role) -> &'static str {
    match role {
        Role::Learner => "role-learner",
        Role::Moderator => "role-moderator",
        Role::Facilitator => "role-facilitator",
        Role::Expert => "role-expert",
        Role::Observer => "role-observer",
    }
}
