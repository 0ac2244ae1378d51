use crate::choices::{Minute, Quiet};
use crate::{Carry, Choices, MailChoicesChanged, MailKind, Preset, Stop, When, link_seen, store};
use async_graphql::{InputObject, MaybeUndefined};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use identity::Person;
use kernel::{Actor, Command, Error, Organisation, Result, Tx, permit};

/// When a letter about one kind of thing is sent.
#[derive(Clone, Copy, Debug, InputObject)]
#[graphql(name = "MailChoiceInput")]
pub struct MailChoice {
    /// What the letter is about.
    pub kind: MailKind,
    /// When it is sent. Questions and summaries come with the mail of the day or of Sunday.
    pub when: When,
}

/// Hours in which no letter is sent.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "QuietHoursInput")]
pub struct QuietHours {
    /// When they begin in the viewer's time zone, as in 20:00.
    pub from: String,
    /// When they end, as in 07:00; over midnight when that is earlier.
    pub until: String,
}

/// Chooses how letters come.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "UpdateNotificationSettingsInput")]
pub struct UpdateNotificationSettings {
    /// Everything at once. What `kinds` says goes on top.
    pub preset: Option<Preset>,
    /// Single kinds; the others stay.
    pub kinds: Option<Vec<MailChoice>>,
    /// Hours in which no letter is sent, in the viewer's time zone; null for none.
    pub quiet: MaybeUndefined<QuietHours>,
    /// When the mail of the day is sent, as in 07:30.
    pub digest_at: Option<String>,
    /// No letter before this instant, at most a year ahead; null to go on at once.
    pub paused_until: MaybeUndefined<DateTime<Utc>>,
    /// Letters a day at the most, 1 to 50. Sessions are told in any case; the rest comes with the mail of
    /// the next day.
    pub letters_a_day: Option<i32>,
}

impl UpdateNotificationSettings {
    fn apply(&self, choices: &mut Choices, now: DateTime<Utc>) -> Result<()> {
        if let Some(preset) = self.preset {
            choices.choose(preset);
        }
        for choice in self.kinds.iter().flatten() {
            choices.set(choice.kind, choice.when)?;
        }
        match &self.quiet {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => choices.quiet = None,
            MaybeUndefined::Value(hours) => choices.quiet = Some(quiet(hours)?),
        }
        if let Some(time) = &self.digest_at {
            choices.digest_at = Minute::parse("digestAt", time)?;
        }
        match self.paused_until {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => choices.paused_until = None,
            MaybeUndefined::Value(until) if until > now + TimeDelta::days(366) => {
                let error = Error::invalid("pausedUntil", "this is more than a year ahead");
                return Err(error.hint("choose NOT for what you do not want letters about"));
            }
            MaybeUndefined::Value(until) => {
                choices.paused_until = Some(until).filter(|until| *until > now);
            }
        }
        if let Some(letters) = self.letters_a_day {
            choices.letters_a_day = u16::try_from(letters)
                .ok()
                .filter(|letters| (1..=50).contains(letters))
                .ok_or_else(|| Error::invalid("lettersADay", "choose 1 to 50 letters a day"))?;
        }
        Ok(())
    }
}

fn quiet(hours: &QuietHours) -> Result<Quiet> {
    let quiet = Quiet {
        from: Minute::parse("quiet", &hours.from)?,
        until: Minute::parse("quiet", &hours.until)?,
    };
    if quiet.from == quiet.until {
        let error = Error::invalid("quiet", "these hours end when they begin");
        return Err(error.hint("leave them out for none, or pause everything instead"));
    }
    Ok(quiet)
}

#[async_trait]
impl Command for UpdateNotificationSettings {
    type Done = Choices;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Choices> {
        let id = actor.person().ok_or(Error::SignInFirst)?;
        let person = identity::person_by_id(&tx.conn(), id).await?;
        change(tx, actor, (&person.ok_or(Error::SignInFirst)?, self)).await
    }
}

async fn change(
    tx: &Tx,
    actor: Actor,
    (person, wanted): (&Person, &UpdateNotificationSettings),
) -> Result<Choices> {
    let mut postbox = store::postbox_to_change(tx, person).await?;
    let mut choices = postbox.choices.clone();
    wanted.apply(&mut choices, tx.now())?;
    if choices == postbox.choices {
        return Ok(choices);
    }
    postbox.choices = choices;
    let pending = store::pending_for(&tx.conn(), identity::actor_of(person), tx.now()).await?;
    let hours = postbox.choices.hours(&person.zone);
    postbox.next_at = pending
        .kinds()
        .filter_map(|kind| hours.due(postbox.choices.when(kind), tx.now()))
        .chain(postbox.choices.next_regular(&person.zone, tx.now()))
        .min();
    store::set_choices(tx, &postbox).await?;
    let fact = MailChoicesChanged { person: person.id };
    tx.emit(actor, &fact).await?;
    Ok(postbox.choices)
}

/// Chooses how letters come, with the link of a letter instead of a sign-in.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ChangeMailByLinkInput")]
pub struct ChangeMailByLink {
    /// The last part of the link.
    pub token: String,
    /// Everything at once. What `kinds` says goes on top.
    pub preset: Option<Preset>,
    /// Single kinds; the others stay.
    pub kinds: Option<Vec<MailChoice>>,
    /// No letter before this instant; null to go on at once.
    pub paused_until: MaybeUndefined<DateTime<Utc>>,
}

#[async_trait]
impl Command for ChangeMailByLink {
    type Done = (Stop, Choices);

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<(Stop, Choices)> {
        let (stop, person, _) = link_seen(&tx.conn(), &self.token).await?;
        let wanted = UpdateNotificationSettings {
            preset: self.preset,
            kinds: self.kinds.clone(),
            paused_until: self.paused_until,
            ..UpdateNotificationSettings::default()
        };
        let choices = change(tx, actor, (&person, &wanted)).await?;
        Ok((stop, choices))
    }
}

/// Stops letters like the one that holds the link, as a mail program asks for with one click.
#[derive(Clone, Debug)]
pub struct StopByLink {
    pub token: String,
}

#[async_trait]
impl Command for StopByLink {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        permit::<Carry, _>(actor, Organisation)?;
        let (stop, person, _) = link_seen(&tx.conn(), &self.token).await?;
        let not = |kind| MailChoice {
            kind,
            when: When::Not,
        };
        let wanted = UpdateNotificationSettings {
            kinds: Some(stop.kinds.into_iter().map(not).collect()),
            ..UpdateNotificationSettings::default()
        };
        change(tx, actor, (&person, &wanted)).await?;
        Ok(())
    }
}
