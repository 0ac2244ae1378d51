use super::occurrence::OccurrenceObject;
use super::report::{
    ClaimWatch, CorrectionNotice, MisconceptionChangeObject, SourceObject, SpreadReport,
};
use crate::communities::CommunityObject;
use crate::connection::{Connected, connected, count};
use crate::context::Asked;
use crate::errors::seen;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::sessions::ObjectiveObject;
use ::channels::PostSeen;
use ::misconceptions::{
    Agree, Answer, MisconceptionSeen, MisconceptionState, See, Severity, Shelf, Steer, Step,
    Witness, library, misconception_seen, spread_of,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{First, MisconceptionId, PersonId, Policy, Result, ThreadId, permit};
use std::sync::Arc;

/// A wrong idea, and what holds instead.
#[derive(Clone)]
pub struct MisconceptionObject(pub Arc<MisconceptionSeen>);

impl MisconceptionObject {
    pub async fn find(ctx: &Context<'_>, id: MisconceptionId) -> Result<Self> {
        let actor = ctx.signed_in()?;
        let seen = misconception_seen(&ctx.conn(), actor, id).await?;
        let seen = permit::<See, MisconceptionSeen>(actor, seen)?;
        Ok(Self(Arc::new(seen.into_subject())))
    }

    fn may<Action>(&self, ctx: &Context<'_>) -> bool
    where
        MisconceptionSeen: Policy<Action>,
    {
        self.0.verdict(&ctx.actor()).allows()
    }

    async fn places(&self, ctx: &Context<'_>) -> Result<(usize, usize)> {
        let places = &ctx.loaders().misconceptions.places;
        let key = (self.0.record.id, self.0.record.community_id);
        let found = places.load_one(key).await.map_err(failed)?;
        Ok(found.unwrap_or_default())
    }
}

/// A page of misconceptions.
pub async fn misconceptions_page(
    ctx: &Context<'_>,
    shelf: &Shelf,
    (first, after): (i32, Option<String>),
) -> Result<Connected<MisconceptionObject>> {
    let page = (First::parse(first)?, after.as_deref());
    let found = library(&ctx.conn(), ctx.actor(), shelf, page).await?;
    Ok(connected(found, |seen| MisconceptionObject(Arc::new(seen))))
}

/// The corrected misconceptions that occur in a thread.
pub async fn of_thread(ctx: &Context<'_>, thread: ThreadId) -> Result<Vec<MisconceptionObject>> {
    let loaders = &ctx.loaders().misconceptions;
    let ids = loaders.in_threads.load_one(thread).await.map_err(failed)?;
    let ids = ids.unwrap_or_default();
    let seen = loaders.seen.load_many(ids.clone()).await.map_err(failed)?;
    let found = ids.iter().filter_map(|id| seen.get(id).cloned());
    Ok(found.map(MisconceptionObject).collect())
}

/// What the author of a post reads while they have time to revise it.
pub async fn author_notice(
    ctx: &Context<'_>,
    post: &PostSeen,
) -> Result<Option<MisconceptionObject>> {
    let loaders = &ctx.loaders().misconceptions;
    let offered = loaders
        .offered
        .load_one(post.post.id)
        .await
        .map_err(failed)?;
    match offered {
        Some(id) => seen(MisconceptionObject::find(ctx, id).await),
        None => Ok(None),
    }
}

async fn named(ctx: &Context<'_>, person: Option<PersonId>) -> Result<Option<PersonObject>> {
    match person {
        Some(person) => PersonObject::beside(ctx, person).await,
        None => Ok(None),
    }
}

/// What the viewer may do with a misconception now.
#[derive(SimpleObject)]
pub struct MisconceptionPermissions {
    /// Write its correction.
    edit: bool,
    /// Say that it is wrong indeed.
    confirm: bool,
    /// Agree to what somebody else wrote.
    agree: bool,
    /// Ask a colleague to agree.
    ask_to_agree: bool,
    /// Tell its authors first.
    offer: bool,
    /// Publish its correction.
    publish: bool,
    /// Say that it is none.
    reject: bool,
    /// Say that there is nothing more to do.
    close: bool,
    /// Look into it again.
    reopen: bool,
    /// Take its publication back.
    undo: bool,
    /// Answer its correction.
    answer: bool,
    /// Revise a passage of their own.
    revise: bool,
}

#[Object(name = "Misconception")]
impl MisconceptionObject {
    /// Its id.
    pub async fn id(&self) -> MisconceptionId {
        self.0.record.id
    }

    /// Its number in the organisation, as in M-17.
    async fn number(&self) -> i32 {
        self.0.record.number
    }

    /// The community that looks into it, if the viewer may see that.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        seen(CommunityObject::find(ctx, self.0.record.community_id).await)
    }

    /// What people are to learn that it stands against.
    async fn objective(&self, ctx: &Context<'_>) -> Result<Option<ObjectiveObject>> {
        let Some(id) = self.0.record.objective_id else {
            return Ok(None);
        };
        let objectives = &ctx.loaders().sessions.objectives_by_id;
        let found = objectives.load_one(id).await.map_err(failed)?;
        Ok(found.map(ObjectiveObject))
    }

    /// What is easy to think.
    async fn claim(&self) -> &str {
        &self.0.record.claim
    }

    /// What that misses; empty until the correction is written.
    async fn misses(&self) -> &str {
        &self.0.record.misses
    }

    /// What holds instead; empty until the correction is written.
    async fn holds(&self) -> &str {
        &self.0.record.holds
    }

    /// What that rests on.
    async fn sources(&self) -> Vec<SourceObject> {
        SourceObject::of(&self.0.record)
    }

    /// What can come of it.
    async fn severity(&self) -> Severity {
        self.0.record.severity
    }

    /// How far it is.
    async fn state(&self) -> MisconceptionState {
        self.0.record.state
    }

    /// Rises with each change; `draftCorrection` takes it to notice what others changed meanwhile.
    async fn version(&self) -> i32 {
        self.0.record.version
    }

    /// Who answers questions about its correction.
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        named(ctx, self.0.record.owner_id).await
    }

    /// The colleague who is asked to agree; for who moderates, and for them.
    async fn asked_to_agree(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.may::<Agree>(ctx) {
            true => named(ctx, self.0.record.asked_id).await,
            false => Ok(None),
        }
    }

    /// Who can be asked to agree, by name: who moderates or is an expert in its community, and did not
    /// write it. For who moderates.
    async fn colleagues(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        if !self.may::<Steer>(ctx) {
            return Ok(Vec::new());
        }
        let record = &self.0.record;
        let roles = &::misconceptions::COLLEAGUES;
        let found = ::communities::people_in_roles(&ctx.conn(), record.community_id, roles).await?;
        let others = found
            .into_iter()
            .filter(|person| Some(person.id) != record.drafted_by);
        Ok(others.map(PersonObject).collect())
    }

    /// The second person, who agreed to it.
    async fn agreed_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        named(ctx, self.0.record.agreed_by).await
    }

    /// When they did.
    async fn agreed_at(&self) -> Option<DateTime<Utc>> {
        self.0.record.agreed_at
    }

    /// Until when its authors may revise before it is published by itself.
    async fn window_ends_at(&self) -> Option<DateTime<Utc>> {
        self.0.record.window_ends_at
    }

    /// When its correction was published.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.record.published_at
    }

    /// When it was first suspected.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.record.created_at
    }

    /// Until when its publication can be taken back.
    async fn undoable_until(&self) -> Option<DateTime<Utc>> {
        self.0.life().undoable_until()
    }

    /// Whether everybody who is told must say that they read it.
    async fn acknowledgement_required(&self) -> bool {
        self.0.record.severity.is_grave()
    }

    /// Its passages, in posts that the viewer may read.
    async fn occurrences(&self, ctx: &Context<'_>) -> Result<Vec<OccurrenceObject>> {
        let occurrences = &ctx.loaders().misconceptions.occurrences;
        let found = occurrences.load_one(self.0.record.id).await;
        let found = found.map_err(failed)?.unwrap_or_default().into_iter();
        Ok(found
            .map(|seen| OccurrenceObject::new(seen, self.0.clone()))
            .collect())
    }

    /// In how many posts of its community it was found.
    async fn seen_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(self.places(ctx).await?.0))
    }

    /// In how many other communities it was found.
    async fn earlier_cohort_count(&self, ctx: &Context<'_>) -> Result<i32> {
        Ok(count(self.places(ctx).await?.1))
    }

    /// The steps that were taken, the first first; for moderators.
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<MisconceptionChangeObject>> {
        if !self.may::<Witness>(ctx) {
            return Ok(Vec::new());
        }
        let history = &ctx.loaders().misconceptions.history;
        let found = history.load_one(self.0.record.id).await.map_err(failed)?;
        let found = found.unwrap_or_default().into_iter();
        Ok(found.map(MisconceptionChangeObject).collect())
    }

    /// How far it spread; for moderators and facilitators.
    async fn spread(&self, ctx: &Context<'_>) -> Result<Option<SpreadReport>> {
        if !self.may::<Witness>(ctx) {
            return Ok(None);
        }
        let leave = permit::<Witness, _>(ctx.actor(), MisconceptionSeen::clone(&self.0))?;
        let rechecks = &ctx.loaders().checkins.rechecks;
        let rechecked = rechecks.load_one(self.0.record.id).await.map_err(failed)?;
        let spread = spread_of(&ctx.conn(), &leave).await?;
        Ok(Some(SpreadReport::of(
            spread,
            rechecked.unwrap_or_default(),
        )))
    }

    /// How good the claim watch is at finding it again; for moderators.
    async fn watch(&self, ctx: &Context<'_>) -> Result<Option<ClaimWatch>> {
        if !self.may::<Witness>(ctx) {
            return Ok(None);
        }
        let watched = &ctx.loaders().misconceptions.watched;
        let found = watched.load_one(self.0.record.id).await.map_err(failed)?;
        let found = found.unwrap_or_default();
        Ok(Some(ClaimWatch::of(found, &self.0.record)))
    }

    /// What the viewer was told of it, and what they answered.
    async fn viewer_notice(&self) -> Option<CorrectionNotice> {
        CorrectionNotice::of(self.0.notice.as_ref()?, &self.0.record)
    }

    /// What the viewer may do with it now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> MisconceptionPermissions {
        let steers = self.may::<Steer>(ctx);
        let (life, now) = (self.0.life(), ctx.db().now());
        let takes = |step| steers && life.after(step, now).is_ok();
        let wrote = ctx.actor().person() == self.0.record.drafted_by;
        let offered = self.0.record.offered_at.is_some() || self.0.record.state.is_public();
        MisconceptionPermissions {
            edit: takes(Step::Draft),
            confirm: takes(Step::Confirm),
            agree: self.may::<Agree>(ctx) && life.after(Step::Agree, now).is_ok() && !wrote,
            ask_to_agree: takes(Step::Agree),
            offer: takes(Step::Offer),
            publish: takes(Step::Publish),
            reject: takes(Step::Reject),
            close: takes(Step::Close),
            reopen: takes(Step::Reopen),
            undo: takes(Step::Undo),
            answer: self.may::<Answer>(ctx),
            revise: self.0.is_author && offered && !self.0.is_revised,
        }
    }
}
