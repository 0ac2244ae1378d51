//! What somebody wants letters about, and when. Pure.
use crate::hours::Hours;
use async_graphql::Enum;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use kernel::{Error, Result};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a letter can be about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Enum,
)]
#[serde(rename_all = "snake_case")]
pub enum MailKind {
    /// A session was announced, moved or cancelled.
    Session,
    /// Something is asked of them: a prompt, pre-work, a reminder.
    Asked,
    /// Somebody spoke to them by name.
    Mention,
    /// Somebody answered them.
    Reply,
    /// Something was said in a conversation they follow.
    Followed,
    /// Questions wait for somebody like them.
    Question,
    /// What else is new in their communities.
    Summary,
    /// Something waits for a moderator where they are one.
    Moderation,
}

impl MailKind {
    pub const ALL: [Self; 8] = [
        Self::Session,
        Self::Asked,
        Self::Mention,
        Self::Reply,
        Self::Followed,
        Self::Question,
        Self::Summary,
        Self::Moderation,
    ];

    /// Whether it tells of one thing that happened, and not of how things stand.
    pub fn happens(self) -> bool {
        !matches!(self, Self::Question | Self::Summary)
    }

    /// How many letters of a day it leaves to what matters more; nothing when it is never held back.
    fn leaves(self) -> Option<u64> {
        match self {
            Self::Session => None,
            Self::Asked => Some(0),
            Self::Mention | Self::Reply => Some(2),
            Self::Followed | Self::Question | Self::Summary | Self::Moderation => Some(4),
        }
    }
}

/// When a letter about something is sent.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Enum,
)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// As soon as it happens, outside of quiet hours.
    AtOnce,
    /// In the mail of the day.
    Daily,
    /// In the mail of Sunday.
    Sunday,
    /// Not at all. It waits in the inbox.
    Not,
}

/// A way to choose everything at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
pub enum Preset {
    /// At once what cannot wait; the rest once a day or on Sunday.
    Calm,
    /// At once whatever speaks to them.
    Close,
    /// Only sessions and what is asked of them.
    OnlyDue,
}

impl Preset {
    const ALL: [Self; 3] = [Self::Calm, Self::Close, Self::OnlyDue];

    pub fn table(self) -> BTreeMap<MailKind, When> {
        use When::{AtOnce, Daily, Not, Sunday};
        let row = match self {
            Self::Calm => [AtOnce, AtOnce, Daily, Daily, Sunday, Not, Sunday, Daily],
            Self::Close => [
                AtOnce, AtOnce, AtOnce, AtOnce, AtOnce, Daily, Sunday, AtOnce,
            ],
            Self::OnlyDue => [AtOnce, AtOnce, Not, Not, Not, Not, Not, Not],
        };
        MailKind::ALL.into_iter().zip(row).collect()
    }
}

/// Minutes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minute(u16);

impl Minute {
    pub const fn at(hour: u16, minute: u16) -> Self {
        Self(hour * 60 + minute)
    }

    /// # Errors
    /// `Invalid` on `field` when `text` is no time of day such as `20:00`.
    pub fn parse(field: &'static str, text: &str) -> Result<Self> {
        let read = |text: &str| text.parse::<u16>().ok();
        text.split_once(':')
            .filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2)
            .and_then(|(hour, minute)| Some((read(hour)?, read(minute)?)))
            .filter(|(hour, minute)| *hour < 24 && *minute < 60)
            .map(|(hour, minute)| Self::at(hour, minute))
            .ok_or_else(|| {
                Error::invalid(field, "this is no time of day").hint("write it as in 20:00")
            })
    }

    pub fn get(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for Minute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Hours in which no letter is sent: from the first until the second, over midnight when that is earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    pub from: Minute,
    pub until: Minute,
}

/// Everything somebody chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct Choices {
    table: BTreeMap<MailKind, When>,
    pub quiet: Option<Quiet>,
    /// When the mail of a day is sent.
    pub digest_at: Minute,
    pub paused_until: Option<DateTime<Utc>>,
    /// Letters a day, but for the digest and what concerns sessions.
    pub letters_a_day: u16,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            table: Preset::Calm.table(),
            quiet: Some(Quiet {
                from: Minute::at(20, 0),
                until: Minute::at(7, 0),
            }),
            digest_at: Minute::at(7, 30),
            paused_until: None,
            letters_a_day: 6,
        }
    }
}

impl Choices {
    pub fn when(&self, kind: MailKind) -> When {
        // A kind that came later is as in the calm way.
        let chosen = self.table.get(&kind).copied();
        chosen.unwrap_or_else(|| Preset::Calm.table()[&kind])
    }

    /// The preset that these are, if they are one.
    pub fn preset(&self) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| {
            MailKind::ALL
                .iter()
                .all(|kind| preset.table()[kind] == self.when(*kind))
        })
    }

    pub fn choose(&mut self, preset: Preset) {
        self.table = preset.table();
    }

    /// # Errors
    /// `Invalid` when it can only come in a mail of many things, and is wanted at once.
    pub fn set(&mut self, kind: MailKind, when: When) -> Result<()> {
        if when == When::AtOnce && !kind.happens() {
            let message = "this comes in the mail of the day or of Sunday, not at once";
            return Err(Error::invalid("when", message).hint("choose DAILY, SUNDAY or NOT"));
        }
        self.table.insert(kind, when);
        Ok(())
    }

    /// Sends no more letters of these kinds.
    pub fn stop(&mut self, kinds: &[MailKind]) {
        for kind in kinds {
            self.table.insert(*kind, When::Not);
        }
    }

    /// What counts as a day and an hour for them.
    pub fn hours(&self, zone: &str) -> Hours {
        Hours {
            zone: zone.parse().unwrap_or(Tz::UTC),
            quiet: self.quiet,
            digest_at: self.digest_at,
            paused_until: self.paused_until,
        }
    }

    /// When there is next a mail that comes whether something happened or not; nothing when none is
    /// wanted.
    pub fn next_regular(&self, zone: &str, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let hours = self.hours(zone);
        MailKind::ALL
            .into_iter()
            .filter(|kind| !kind.happens())
            .filter_map(|kind| hours.due(self.when(kind), after))
            .min()
    }

    /// Whether another letter of this kind may go at once today, after `sent` of them.
    pub fn has_room(&self, kind: MailKind, sent: u64) -> bool {
        let most = u64::from(self.letters_a_day);
        kind.leaves()
            .is_none_or(|kept| sent < most.saturating_sub(kept).max(1).min(most))
    }
}
