//! What people say of themselves for pairing.
use super::{asker, day_ahead};
use crate::policy::TakePart;
use crate::{PairRole, PreferencesChanged, Profile, TakersChanged, Words, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, WorkHours, community_seen};
use identity::Person;
use kernel::{
    Actor, Command, CommunityId, Date, Error, ObjectiveId, Permit, PersonId, Result, Tx,
    optional_line, permit,
};

const WORD_CHARS_MAX: usize = 80;
const LANGUAGES_MAX: usize = 8;
const DAY: i32 = 24 * 60;

/// Whether two are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    Yes,
    No,
}

async fn taking_part(
    tx: &Tx,
    actor: Actor,
    community: CommunityId,
) -> Result<(Permit<TakePart, CommunitySeen>, Person)> {
    let seen = community_seen(&tx.conn(), actor, community).await?;
    let seen = permit(actor, seen)?;
    let person = identity::person_by_id(&tx.conn(), asker(actor)?).await?;
    Ok((seen, person.ok_or(Error::SignInFirst)?))
}

async fn tell(tx: &Tx, actor: Actor, profile: &Profile) -> Result<()> {
    let fact = PreferencesChanged {
        community: profile.community_id,
        person: profile.person_id,
    };
    tx.emit(actor, &fact).await
}

/// Tells who leads when somebody takes part who did not, or the other way round: their numbers change.
async fn tell_leads(tx: &Tx, before: &Profile, after: &Profile) -> Result<()> {
    let says = |it: &Profile| (it.opted_out, it.snoozed_until, it.paused_at.is_some());
    if says(before) == says(after) {
        return Ok(());
    }
    let fact = TakersChanged {
        community: after.community_id,
    };
    tx.emit(Actor::System, &fact).await
}

/// Changes what is given; the rest stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdatePairingPreferencesInput")]
pub struct UpdatePairingPreferences {
    pub community: CommunityId,
    /// True to take part in no round.
    pub opted_out: Option<bool>,
    /// No round before this day, two years ahead at most.
    pub snoozed_until: Option<Date>,
    /// True takes that away.
    pub awake: Option<bool>,
    /// Up to 8 codes of languages, as `en`.
    pub languages: Option<Vec<String>>,
    /// Minutes since midnight in their own zone.
    pub works_from: Option<i32>,
    /// Likewise. Work that ends no later than it begins ends on the next day.
    pub works_to: Option<i32>,
    /// At most 80 characters each; an empty one takes it away.
    pub team: Option<String>,
    pub site: Option<String>,
    pub level: Option<String>,
    pub goal: Option<String>,
    /// Their manager, who is a member here.
    pub manager: Option<PersonId>,
    /// True takes that away.
    pub no_manager: Option<bool>,
    pub role: Option<PairRole>,
    /// How many they take as a mentor, 1 to 10.
    pub capacity: Option<i32>,
}

#[async_trait]
impl Command for UpdatePairingPreferences {
    type Done = Profile;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Profile> {
        let (seen, person) = taking_part(tx, actor, self.community).await?;
        let before = store::profile_of(&tx.conn(), self.community, &person).await?;
        let mut profile = before.clone();
        if let Some(manager) = self.manager {
            let members = [manager].into_iter().collect();
            let among = communities::members_among(&tx.conn(), self.community, &members).await?;
            if !among.contains(&manager) || manager == person.id {
                let words = "this is nobody else of this community";
                return Err(Error::invalid("manager", words));
            }
            profile.manager_id = Some(manager);
        }
        self.apply(&mut profile, tx.now())?;
        let profile = store::keep_profile(tx, &seen, profile).await?;
        tell(tx, actor, &profile).await?;
        tell_leads(tx, &before, &profile).await?;
        Ok(profile)
    }
}

impl UpdatePairingPreferences {
    fn apply(&self, profile: &mut Profile, now: DateTime<Utc>) -> Result<()> {
        if let Some(opted_out) = self.opted_out {
            profile.opted_out = opted_out;
        }
        if let Some(day) = self.snoozed_until {
            day_ahead("snoozedUntil", day.0, now)?;
            profile.snoozed_until = Some(day.0);
        }
        if self.awake == Some(true) {
            profile.snoozed_until = None;
        }
        if self.no_manager == Some(true) {
            profile.manager_id = None;
        }
        if let Some(languages) = &self.languages {
            profile.languages = parse_languages(languages)?;
        }
        profile.works_from = self.works_from.unwrap_or(profile.works_from);
        profile.works_to = self.works_to.unwrap_or(profile.works_to);
        if !(0..DAY).contains(&profile.works_from) || !(0..=DAY).contains(&profile.works_to) {
            let words = "a day has 0 to 1440 minutes";
            return Err(Error::invalid("worksFrom", words));
        }
        if WorkHours::new(profile.works_from, profile.works_to).is_none() {
            let words = "work ends at another time than it begins";
            return Err(Error::invalid("worksTo", words));
        }
        for (name, given, kept) in [
            ("team", &self.team, &mut profile.team),
            ("site", &self.site, &mut profile.site),
            ("level", &self.level, &mut profile.level),
            ("goal", &self.goal, &mut profile.goal),
        ] {
            if let Some(words) = given {
                *kept = optional_line(name, words, WORD_CHARS_MAX)?;
            }
        }
        profile.role = self.role.unwrap_or(profile.role);
        profile.capacity = self.capacity.unwrap_or(profile.capacity);
        match (1..=10).contains(&profile.capacity) {
            true => Ok(()),
            false => Err(Error::invalid("capacity", "a mentor takes 1 to 10 people")),
        }
    }
}

fn parse_languages(given: &[String]) -> Result<Words> {
    let is_code = |code: &String| {
        let long = (2..=12).contains(&code.len());
        long && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    if given.is_empty() || given.len() > LANGUAGES_MAX || !given.iter().all(is_code) {
        let words = "name one to eight languages by their codes";
        return Err(Error::invalid("languages", words).hint("for example en or de"));
    }
    let mut codes: Vec<String> = given.iter().map(|code| code.to_lowercase()).collect();
    codes.sort_unstable();
    codes.dedup();
    Ok(Words(codes))
}

/// Says how sure the viewer is of an objective of the community's program.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RateObjectiveInput")]
pub struct RateObjective {
    pub community: CommunityId,
    pub objective: ObjectiveId,
    /// 1 to 5; nothing takes it back.
    pub rating: Option<i32>,
}

#[async_trait]
impl Command for RateObjective {
    type Done = Profile;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Profile> {
        if self.rating.is_some_and(|rating| !(1..=5).contains(&rating)) {
            return Err(Error::invalid("rating", "this is a number from 1 to 5"));
        }
        let (seen, person) = taking_part(tx, actor, self.community).await?;
        let objectives = sessions::objectives_of_community(&tx.conn(), self.community).await?;
        if !objectives.iter().any(|it| it.id == self.objective) {
            let words = "this is no objective of what the community learns";
            return Err(Error::invalid("objective", words));
        }
        store::keep_rating(tx, &seen, (person.id, self.objective), self.rating).await?;
        let profile = store::profile_of(&tx.conn(), self.community, &person).await?;
        tell(tx, actor, &profile).await?;
        Ok(profile)
    }
}

/// Please not with this person, or with them again. Nobody else reads that.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "KeepApartInput")]
pub struct KeepApart {
    pub community: CommunityId,
    pub person: PersonId,
    /// True: not with them; false: with them again.
    pub apart: bool,
}

#[async_trait]
impl Command for KeepApart {
    type Done = Profile;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Profile> {
        let (seen, person) = taking_part(tx, actor, self.community).await?;
        let members = [self.person].into_iter().collect();
        let among = communities::members_among(&tx.conn(), self.community, &members).await?;
        if !among.contains(&self.person) || self.person == person.id {
            let words = "this is nobody else of this community";
            return Err(Error::invalid("person", words));
        }
        let apart = match self.apart {
            true => Apart::Yes,
            false => Apart::No,
        };
        store::keep_apart(tx, &seen, (person.id, self.person), apart).await?;
        let profile = store::profile_of(&tx.conn(), self.community, &person).await?;
        tell(tx, actor, &profile).await?;
        Ok(profile)
    }
}

/// Takes part again after silent rounds.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ResumePairingInput")]
pub struct ResumePairing {
    pub community: CommunityId,
}

#[async_trait]
impl Command for ResumePairing {
    type Done = Profile;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Profile> {
        let (seen, person) = taking_part(tx, actor, self.community).await?;
        let before = store::profile_of(&tx.conn(), self.community, &person).await?;
        let profile = Profile {
            paused_at: None,
            ..before.clone()
        };
        let profile = store::keep_profile(tx, &seen, profile).await?;
        tell(tx, actor, &profile).await?;
        tell_leads(tx, &before, &profile).await?;
        Ok(profile)
    }
}
