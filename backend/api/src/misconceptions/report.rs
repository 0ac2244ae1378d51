//! The small parts of a misconception.
use crate::communities::name_of;
use crate::identity::PersonObject;
use ::checkins::Recheck;
use ::misconceptions::{
    CorrectionAnswer, Exposure, Misconception, MisconceptionChange, MisconceptionState, Spread,
    Watched,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{MisconceptionId, Result};

/// What a correction rests on.
#[derive(SimpleObject)]
#[graphql(name = "Source")]
pub struct SourceObject {
    /// What it is called.
    title: String,
    /// Where it is, if it can be opened.
    url: Option<String>,
}

impl SourceObject {
    pub fn of(record: &Misconception) -> Vec<Self> {
        let sources = record.sources.0.iter().cloned();
        sources
            .map(|source| Self {
                title: source.title,
                url: source.url,
            })
            .collect()
    }
}

/// A step in the life of a misconception.
pub struct MisconceptionChangeObject(pub MisconceptionChange);

#[Object(name = "MisconceptionChange")]
impl MisconceptionChangeObject {
    /// Where it led.
    async fn state(&self) -> MisconceptionState {
        self.0.state
    }

    /// Who took it; nobody when it happened by itself.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.changed_by {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Why, if it was said.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }
}

/// What the viewer was told of a correction, and what they answered.
#[derive(SimpleObject)]
pub struct CorrectionNotice {
    /// What they answered.
    answer: Option<CorrectionAnswer>,
    /// When they did.
    answered_at: Option<DateTime<Utc>>,
    /// When they were told.
    told_at: DateTime<Utc>,
    /// Whether they must say that they read it.
    is_required: bool,
    /// When they were last reminded.
    reminded_at: Option<DateTime<Utc>>,
}

impl CorrectionNotice {
    pub fn of(notice: &Exposure, record: &Misconception) -> Option<Self> {
        Some(Self {
            answer: notice.answer,
            answered_at: notice.answered_at,
            told_at: notice.told_at?,
            is_required: record.severity.is_grave(),
            reminded_at: notice.reminded_at,
        })
    }
}

/// Somebody who was told of a correction, as an auditor sees it.
pub struct AuditedReader(pub Exposure);

#[Object]
impl AuditedReader {
    /// Who it is; nothing once they left the organisation.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.person_id).await
    }

    /// When they were told.
    async fn told_at(&self) -> Option<DateTime<Utc>> {
        self.0.told_at
    }

    /// What they answered.
    async fn answer(&self) -> Option<CorrectionAnswer> {
        self.0.answer
    }

    /// When they did.
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.answered_at
    }

    /// How often they were reminded.
    async fn reminders(&self) -> i32 {
        self.0.reminders
    }
}

/// Something that was corrected, as an auditor finds it.
pub struct AuditedCorrection(pub Misconception);

#[Object]
impl AuditedCorrection {
    /// The id of the misconception, by which `auditExposures` tells who read it.
    async fn id(&self) -> MisconceptionId {
        self.0.id
    }

    /// By which people speak of it.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// What is easy to think.
    async fn claim(&self) -> &str {
        &self.0.claim
    }

    /// The community that corrected it, by name.
    async fn place(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        name_of(ctx, self.0.community_id).await
    }

    /// When it was corrected.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.published_at
    }

    /// How many people had read it then.
    async fn exposed_before(&self) -> i32 {
        self.0.exposed_before
    }
}

/// How far a misconception spread, and how far its correction came. Nobody is named.
#[derive(SimpleObject)]
pub struct SpreadReport {
    /// How many people had read it when it was corrected.
    exposed_before: i32,
    /// How many read it since, with its correction.
    exposed_after: i32,
    /// How many minutes passed from the first reader to the correction.
    minutes_to_correction: Option<i32>,
    /// How many of those told said that they read the correction.
    acknowledged: i32,
    /// How many were told.
    told: i32,
    /// How many of those are not convinced yet.
    not_convinced: i32,
    /// In how many posts it was found since.
    recurrences: i32,
    /// When the first person read it, to the hour.
    first_exposure_at: Option<DateTime<Utc>>,
    /// How many answered when a check-in asked about it again, of those that the viewer reads on its board.
    rechecked: i32,
    /// How many of them would act on it still.
    still_mistaken: i32,
}

impl SpreadReport {
    pub fn of(spread: Spread, rechecked: Recheck) -> Self {
        Self {
            exposed_before: int(spread.exposed_before),
            exposed_after: int(spread.exposed_after),
            minutes_to_correction: spread.minutes_to_correction().map(int),
            acknowledged: int(spread.acknowledged),
            told: int(spread.told),
            not_convinced: int(spread.not_convinced),
            recurrences: int(spread.recurrences),
            first_exposure_at: spread.first_exposure_at,
            rechecked: int(rechecked.answered),
            still_mistaken: int(rechecked.mistaken),
        }
    }
}

/// How good the claim watch is at finding a misconception again.
#[derive(SimpleObject)]
pub struct ClaimWatch {
    /// How many posts it suggested.
    suggested: i32,
    /// How many of them said it indeed.
    confirmed: i32,
    /// How many said something else.
    dismissed: i32,
    /// The share that was right, of those that were decided; nothing before one was.
    precision: Option<f64>,
    /// Since when posts are compared with it no longer, as it was wrong too often.
    retired_at: Option<DateTime<Utc>>,
}

impl ClaimWatch {
    pub fn of(watched: Watched, record: &Misconception) -> Self {
        Self {
            suggested: int(watched.suggested),
            confirmed: int(watched.confirmed),
            dismissed: int(watched.dismissed),
            precision: watched.precision(),
            retired_at: record.retired_at,
        }
    }
}

fn int(number: impl TryInto<i32>) -> i32 {
    number.try_into().unwrap_or(i32::MAX)
}
