use super::MisconceptionObject;
use super::loaders::AsItReads;
use super::report::SourceObject;
use crate::channels::Html;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::channels::PostSeen;
use ::misconceptions::{
    Beside, Correction, Misconception, MisconceptionSeen, OccurrenceState, Severity,
    may_be_corrected,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{OccurrenceId, PersonId, Result, ThreadId};
use std::sync::Arc;

/// What stands beside a passage of a post.
pub struct CorrectionObject(Correction);

async fn beside(ctx: &Context<'_>, seen: &PostSeen) -> Result<Option<Arc<Beside>>> {
    if !may_be_corrected(&seen.post) {
        return Ok(None);
    }
    let beside = &ctx.loaders().misconceptions.beside;
    beside
        .load_one(AsItReads(seen.clone()))
        .await
        .map_err(failed)
}

/// The words of a post as shown, each corrected passage marked.
pub async fn words_of(ctx: &Context<'_>, seen: &PostSeen) -> Result<Html> {
    let beside = beside(ctx, seen).await?;
    Ok(Html(beside.map_or_else(
        || seen.post.html.clone(),
        |beside| beside.html.clone(),
    )))
}

/// The corrections that stand beside a post, for whoever may read its words.
pub async fn corrections_of(ctx: &Context<'_>, seen: &PostSeen) -> Result<Vec<CorrectionObject>> {
    let beside = beside(ctx, seen).await?;
    let corrections = beside.map(|beside| beside.corrections.clone());
    Ok(corrections
        .unwrap_or_default()
        .into_iter()
        .map(CorrectionObject)
        .collect())
}

/// What is corrected of a title, for whoever may read that.
pub async fn corrections_of_title(
    ctx: &Context<'_>,
    title: (ThreadId, &str),
) -> Result<Vec<MisconceptionObject>> {
    let of_titles = &ctx.loaders().misconceptions.of_titles;
    let key = (title.0, title.1.to_owned());
    let found = of_titles.load_one(key).await.map_err(failed)?;
    let mut corrections = Vec::new();
    for record in found.unwrap_or_default() {
        corrections.push(met(ctx, &record).await?);
    }
    Ok(corrections)
}

/// A misconception for whoever reads what is corrected: they may read the correction.
async fn met(ctx: &Context<'_>, record: &Misconception) -> Result<MisconceptionObject> {
    let seen = &ctx.loaders().misconceptions.seen;
    let found = seen.load_one(record.id).await.map_err(failed)?;
    Ok(MisconceptionObject(found.unwrap_or_else(|| {
        Arc::new(MisconceptionSeen {
            record: record.clone(),
            standing: None,
            is_met: true,
            is_author: false,
            notice: None,
            is_revised: false,
        })
    })))
}

async fn named(ctx: &Context<'_>, person: Option<PersonId>) -> Result<Option<PersonObject>> {
    match person {
        Some(person) => PersonObject::beside(ctx, person).await,
        None => Ok(None),
    }
}

#[Object(name = "Correction")]
impl CorrectionObject {
    /// The id of the passage, as `bodyHtml` marks it.
    async fn id(&self) -> OccurrenceId {
        self.0.occurrence.id
    }

    /// The misconception that it corrects.
    async fn misconception(&self, ctx: &Context<'_>) -> Result<MisconceptionObject> {
        // The passage may be only quoted.
        met(ctx, &self.0.record).await
    }

    /// The passage; empty once it was revised.
    async fn quote(&self) -> &str {
        match self.0.state {
            OccurrenceState::Stands => &self.0.occurrence.quote,
            OccurrenceState::Revised | OccurrenceState::Lost => "",
        }
    }

    /// Where it begins in the plain text of `bodyHtml`, in UTF-16 units; nothing once it was revised.
    async fn start(&self) -> Option<i32> {
        self.0.place.map(|(start, _)| start)
    }

    /// Where it ends.
    async fn end(&self) -> Option<i32> {
        self.0.place.map(|(_, end)| end)
    }

    /// Whether it stands there still, or was revised.
    async fn state(&self) -> OccurrenceState {
        self.0.state
    }

    /// When it was revised.
    async fn revised_at(&self) -> Option<DateTime<Utc>> {
        let revised = self.0.state == OccurrenceState::Revised;
        self.0.occurrence.revised_at.filter(|_| revised)
    }

    /// What is easy to think.
    async fn claim(&self) -> &str {
        &self.0.record.claim
    }

    /// What that misses.
    async fn misses(&self) -> &str {
        &self.0.record.misses
    }

    /// What holds instead.
    async fn holds(&self) -> &str {
        &self.0.record.holds
    }

    /// What that rests on.
    async fn sources(&self) -> Vec<SourceObject> {
        SourceObject::of(&self.0.record)
    }

    /// What can come of the misconception.
    async fn severity(&self) -> Severity {
        self.0.record.severity
    }

    /// Who answers for the correction.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        named(ctx, self.0.record.owner_id).await
    }

    /// Who agreed to it.
    async fn agreed_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        named(ctx, self.0.record.agreed_by).await
    }

    /// When it was published.
    async fn published_at(&self) -> DateTime<Utc> {
        let record = &self.0.record;
        record.published_at.unwrap_or(record.created_at)
    }

    /// Whether the passage stands in a post that this one quotes.
    async fn is_quoted(&self) -> bool {
        self.0.is_quoted
    }

    /// Whether the title of the conversation says it, and the words of the post do not.
    async fn is_in_title(&self) -> bool {
        self.0.is_in_title
    }
}
