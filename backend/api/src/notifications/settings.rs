use crate::context::Asked;
use ::notifications::{Choices, MailKind, Preset, Stop, When, held_count};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use identity::Person;
use kernel::Result;

/// When a letter about one kind of thing is sent.
#[derive(SimpleObject)]
#[graphql(name = "MailChoice")]
pub struct MailChoiceObject {
    /// What the letter is about.
    kind: MailKind,
    /// When it is sent.
    when: When,
}

/// Hours in which no letter is sent, in the viewer's time zone.
#[derive(SimpleObject)]
#[graphql(name = "QuietHours")]
pub struct QuietHoursObject {
    /// When they begin, as in 20:00.
    from: String,
    /// When they end; over midnight when that is earlier.
    until: String,
}

fn table(choices: &Choices) -> Vec<MailChoiceObject> {
    let row = |kind| MailChoiceObject {
        kind,
        when: choices.when(kind),
    };
    MailKind::ALL.into_iter().map(row).collect()
}

/// How letters come to the viewer. Whatever is chosen, everything waits in the inbox.
pub struct NotificationSettingsObject {
    pub person: Person,
    pub choices: Choices,
}

#[Object(name = "NotificationSettings")]
impl NotificationSettingsObject {
    /// The preset that the choices are; nothing when they are the viewer's own.
    async fn preset(&self) -> Option<Preset> {
        self.choices.preset()
    }

    /// When a letter is sent about what, every kind once, what matters most first.
    async fn kinds(&self) -> Vec<MailChoiceObject> {
        table(&self.choices)
    }

    /// Hours in which no letter is sent; nothing for none.
    async fn quiet(&self) -> Option<QuietHoursObject> {
        self.choices.quiet.map(|quiet| QuietHoursObject {
            from: quiet.from.to_string(),
            until: quiet.until.to_string(),
        })
    }

    /// When the mail of the day is sent, as in 07:30.
    async fn digest_at(&self) -> String {
        self.choices.digest_at.to_string()
    }

    /// No letter before this instant; nothing when letters are not paused.
    async fn paused_until(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let now = ctx.db().now();
        self.choices.paused_until.filter(|until| *until > now)
    }

    /// Letters a day at the most. Sessions are told in any case; the rest comes with the next mail of the day.
    async fn letters_a_day(&self) -> i32 {
        self.choices.letters_a_day.into()
    }

    /// The time zone the hours are in: that of the profile.
    async fn zone(&self) -> &str {
        &self.person.zone
    }

    /// How many things wait for the next letter.
    async fn held_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let held = held_count(&ctx.conn(), &self.person, ctx.db().now()).await?;
        Ok(i32::try_from(held).unwrap_or(i32::MAX))
    }
}

/// What a link at the foot of a letter changes. Who holds it need not be signed in, and learns no more
/// than this.
pub struct MailLinkObject {
    pub stop: Stop,
    pub choices: Choices,
}

#[Object(name = "MailLink")]
impl MailLinkObject {
    /// What the letter was about.
    async fn about(&self) -> &[MailKind] {
        &self.stop.kinds
    }

    /// The preset that the choices are; nothing when they are the person's own.
    async fn preset(&self) -> Option<Preset> {
        self.choices.preset()
    }

    /// When a letter is sent about what.
    async fn kinds(&self) -> Vec<MailChoiceObject> {
        table(&self.choices)
    }

    /// No letter before this instant; nothing when letters are not paused.
    async fn paused_until(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let now = ctx.db().now();
        self.choices.paused_until.filter(|until| *until > now)
    }
}
