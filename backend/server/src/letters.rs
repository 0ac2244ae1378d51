//! The letters we write, in the language of who reads them, and the jobs that write them.
use crate::config::Language;
use communities::{InvitationSeen, MailInvitation, Role, mint_invitation};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use identity::{MailReset, Person, Secret, mint_reset};
use kernel::{Db, JobError, Letter, Mail, MailError, Worker, Workers};
use std::sync::Arc;

const ENGLISH: [&str; 2] = [
    include_str!("../../../frontend/locales/en/mail.ftl"),
    include_str!("../../../frontend/locales/en/auth.ftl"),
];
const GERMAN: [&str; 2] = [
    include_str!("../../../frontend/locales/de/mail.ftl"),
    include_str!("../../../frontend/locales/de/auth.ftl"),
];

/// Writes letters.
pub struct Scribe {
    english: FluentBundle<FluentResource>,
    german: FluentBundle<FluentResource>,
    organisation: String,
    public_url: String,
    language: Language,
}

impl Scribe {
    /// `language` is that of people who have not chosen one.
    pub fn new(organisation: &str, public_url: &str, language: Language) -> Self {
        Self {
            english: bundle(Language::English, ENGLISH),
            german: bundle(Language::German, GERMAN),
            organisation: organisation.to_owned(),
            public_url: public_url.to_owned(),
            language,
        }
    }

    /// The letter that lets somebody choose a new password; none to a person without an address.
    pub fn reset(&self, person: &Person, token: &Secret) -> Option<Letter> {
        let chosen = match person.preferences.language.as_str() {
            "de" => Language::German,
            _ => Language::English,
        };
        let mut facts = self.facts();
        facts.set("name", person.name.clone());
        facts.set(
            "link",
            format!("{}/reset/{}", self.public_url, token.expose()),
        );
        Some(Letter {
            to: person.email.clone()?,
            subject: self.text(chosen, "mail-reset-subject", &facts),
            text: self.letter(chosen, ["mail-greeting", "mail-reset-text"], &facts),
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
        let until = seen.invitation.expires_at.format("%Y-%m-%d");
        facts.set("inviter", inviter);
        facts.set("role", role);
        facts.set("community", seen.community.name.clone());
        facts.set("until", until.to_string());
        let text = match &seen.claims {
            Some(name) => {
                facts.set("name", name.clone());
                "mail-invitation-claim-text"
            }
            None => "mail-invitation-text",
        };
        facts.set(
            "link",
            format!("{}/invite/{}", self.public_url, token.expose()),
        );
        Letter {
            to: seen.invitation.email.clone(),
            subject: self.text(language, "mail-invitation-subject", &facts),
            text: self.letter(language, ["mail-greeting-unnamed", text], &facts),
        }
    }

    fn facts(&self) -> FluentArgs<'static> {
        let mut facts = FluentArgs::new();
        facts.set("organisation", self.organisation.clone());
        facts
    }

    fn letter(&self, language: Language, parts: [&str; 2], facts: &FluentArgs<'_>) -> String {
        let [greeting, text] = parts.map(|part| self.text(language, part, facts));
        let sign_off = self.text(language, "mail-sign-off", facts);
        format!("{greeting}\n\n{text}\n\n{sign_off}\n{}\n", self.public_url)
    }

    fn text(&self, language: Language, id: &str, facts: &FluentArgs<'_>) -> String {
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

/// Who writes and sends which letter.
pub fn workers(post: &Arc<PostOffice>) -> Workers {
    Workers::default()
        .on::<MailReset>(ResetWorker(post.clone()))
        .on::<MailInvitation>(InvitationWorker(post.clone()))
}

/// What a letter needs on its way.
pub struct PostOffice {
    pub db: Db,
    pub scribe: Scribe,
    pub mail: Arc<dyn Mail>,
}

impl PostOffice {
    async fn send(&self, letter: &Letter) -> Result<(), JobError> {
        self.mail.send(letter).await.map_err(|error| match error {
            MailError::Later(_) => JobError::Retry(error.to_string()),
            MailError::Refused(_) => JobError::GiveUp(error.to_string()),
        })
    }
}

struct ResetWorker(Arc<PostOffice>);

impl Worker for ResetWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: MailReset = read(body)?;
            let Some((person, token)) = mint_reset(&self.0.db, &job).await? else {
                return Ok(());
            };
            match self.0.scribe.reset(&person, &token) {
                Some(letter) => self.0.send(&letter).await,
                None => Ok(()),
            }
        })
    }
}

struct InvitationWorker(Arc<PostOffice>);

impl Worker for InvitationWorker {
    fn work<'a>(&'a self, body: &'a serde_json::Value) -> kernel::Working<'a> {
        Box::pin(async move {
            let job: MailInvitation = read(body)?;
            let Some((seen, token)) = mint_invitation(&self.0.db, &job).await? else {
                return Ok(());
            };
            self.0.send(&self.0.scribe.invitation(&seen, &token)).await
        })
    }
}

fn read<J: kernel::Job>(body: &serde_json::Value) -> Result<J, JobError> {
    serde_json::from_value(body.clone()).map_err(|error| JobError::GiveUp(error.to_string()))
}
