//! What people say of themselves, and how they like to read.
use super::own_account;
use super::people::free;
use crate::policy::KeepAccount;
use crate::{
    LANGUAGES, Person, PreferencesChanged, ProfileChanged, ReadingFont, TextScale, Theme, parse,
    store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, Permit, PersonId, Result, Tx, permit};

/// Changes one's own profile. What is not given stays; an empty text takes away what may be empty.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "UpdateProfileInput")]
pub struct UpdateProfile {
    /// 1 to 80 characters.
    pub name: Option<String>,
    /// How to say the name, at most 80 characters.
    pub pronunciation: Option<String>,
    /// A time zone of the IANA database, as Europe/Berlin.
    pub zone: Option<String>,
    /// What to ask this person about, at most 280 characters.
    pub ask_me_about: Option<String>,
    /// What this person works on now, at most 280 characters.
    pub working_on: Option<String>,
    /// 2 to 40 of a to z, digits and hyphens, which nobody else has.
    pub handle: Option<String>,
}

#[async_trait]
impl Command for UpdateProfile {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let (account, mut person) = own(tx, actor).await?;
        if let Some(name) = &self.name {
            person.name = parse::name(name)?;
        }
        if let Some(pronunciation) = &self.pronunciation {
            person.pronunciation = parse::pronunciation(pronunciation)?;
        }
        if let Some(zone) = &self.zone {
            person.zone = parse::zone(zone)?;
        }
        if let Some(text) = &self.ask_me_about {
            person.ask_me_about = parse::ask_me_about(text)?;
        }
        if let Some(text) = &self.working_on {
            person.working_on = parse::working_on(text)?;
        }
        if let Some(handle) = &self.handle {
            let handle = parse::handle(handle)?;
            if handle != person.handle {
                person.handle = free(tx, handle).await?;
            }
        }
        let person = store::update_person(tx, &account, person).await?;
        let fact = ProfileChanged { person: person.id };
        tx.emit(actor, &fact).await?;
        Ok(person)
    }
}

/// Ends the first visit: the profile as far as it was filled in, and never asked again.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "CompleteOnboardingInput")]
pub struct CompleteOnboarding {
    /// 1 to 80 characters.
    pub name: Option<String>,
    /// How to say the name, at most 80 characters.
    pub pronunciation: Option<String>,
    /// A time zone of the IANA database, as Europe/Berlin.
    pub zone: Option<String>,
    /// What to ask this person about, at most 280 characters.
    pub ask_me_about: Option<String>,
    /// What this person works on now, at most 280 characters.
    pub working_on: Option<String>,
}

#[async_trait]
impl Command for CompleteOnboarding {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let profile = UpdateProfile {
            name: self.name.clone(),
            pronunciation: self.pronunciation.clone(),
            zone: self.zone.clone(),
            ask_me_about: self.ask_me_about.clone(),
            working_on: self.working_on.clone(),
            handle: None,
        };
        let person = profile.run(tx, actor).await?;
        if person.onboarded_at.is_some() {
            return Ok(person);
        }
        let onboarded = Person {
            onboarded_at: Some(tx.now()),
            ..person
        };
        store::update_person(tx, &permit(actor, onboarded.id)?, onboarded).await
    }
}

/// Changes how one likes to read. What is not given stays.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "UpdatePreferencesInput")]
pub struct UpdatePreferences {
    /// The colours.
    pub theme: Option<Theme>,
    /// One of the languages the server names.
    pub language: Option<String>,
    /// The size of what is read.
    pub text_scale: Option<TextScale>,
    /// Whether things should move as little as possible.
    pub less_motion: Option<bool>,
    /// The typeface of what is read.
    pub reading_font: Option<ReadingFont>,
    /// Whether single letters are shortcuts.
    pub single_keys: Option<bool>,
}

#[async_trait]
impl Command for UpdatePreferences {
    type Done = Person;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Person> {
        let (account, mut person) = own(tx, actor).await?;
        let preferences = &mut person.preferences;
        if let Some(language) = &self.language {
            if !LANGUAGES.contains(&language.as_str()) {
                let hint = format!("choose one of {}", LANGUAGES.join(", "));
                return Err(Error::invalid("language", "we do not speak this yet").hint(hint));
            }
            preferences.language.clone_from(language);
        }
        preferences.theme = self.theme.unwrap_or(preferences.theme);
        preferences.text_scale = self.text_scale.unwrap_or(preferences.text_scale);
        preferences.less_motion = self.less_motion.unwrap_or(preferences.less_motion);
        preferences.reading_font = self.reading_font.unwrap_or(preferences.reading_font);
        preferences.single_keys = self.single_keys.unwrap_or(preferences.single_keys);
        let person = store::update_person(tx, &account, person).await?;
        let fact = PreferencesChanged { person: person.id };
        tx.emit(actor, &fact).await?;
        Ok(person)
    }
}

async fn own(tx: &Tx, actor: Actor) -> Result<(Permit<KeepAccount, PersonId>, Person)> {
    let account = own_account(actor)?;
    let person = store::person_by_id(&tx.conn(), *account).await?;
    Ok((account, person.ok_or(Error::SignInFirst)?))
}
