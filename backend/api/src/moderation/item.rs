use super::{AppealObject, FlagObject};
use crate::channels::{PostObject, ThreadObject};
use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::misconceptions::ClaimMatchObject;
use ::channels::PostSeen;
use ::misconceptions::ClaimMatch;
use ::moderation::{
    Appeal, Decision, Flag, Item, Message, Party, Reason, See, Tab, choices_of, item_seen,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, ModerationItemId, MuteId, PersonId, PostId, Result, permit};

/// What waits for a moderator, or waited.
#[derive(Clone)]
pub struct ModerationItemObject {
    item: Item,
    /// Boxed: it is by far the largest part.
    post: Option<Box<PostSeen>>,
    flags: Vec<Flag>,
    appeal: Option<Appeal>,
    matches: Vec<ClaimMatch>,
}

/// One who is concerned by a decision, and what they would read.
#[derive(SimpleObject)]
pub struct WhoReads {
    /// Who is concerned.
    who: Party,
    /// What they are called, where they may be named.
    name: Option<String>,
    /// What they read; the words are made where it is shown.
    message: Message,
}

/// A decision that fits, and who reads what because of it: nobody when that is empty.
#[derive(SimpleObject)]
pub struct ModerationChoice {
    /// The decision.
    decision: Decision,
    /// Who reads what.
    readers: Vec<WhoReads>,
}

impl ModerationItemObject {
    /// The item, if the viewer moderates where it waits.
    pub async fn find(ctx: &Context<'_>, id: ModerationItemId) -> Result<Self> {
        let seen = item_seen(&ctx.conn(), ctx.actor(), id).await?;
        let seen = permit::<See, _>(ctx.actor(), seen)?.into_subject();
        Self::of(ctx, seen.item).await
    }

    /// An item that the viewer has just changed.
    pub async fn of(ctx: &Context<'_>, item: Item) -> Result<Self> {
        let mut found = Self::all(ctx, vec![item]).await?;
        found.pop().ok_or(Error::NotFound("item"))
    }

    /// What a community promises is that somebody looks; what was verified once waits for nobody.
    async fn promise(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        if self.item.reasons.as_slice() == [Reason::ReviewDue] {
            return Ok(None);
        }
        let community = CommunityObject::find(ctx, self.item.community_id).await?;
        let hours = community.0.community.answer_promise_hours;
        let promised = hours.map(|hours| TimeDelta::hours(i64::from(hours)));
        Ok(promised.map(|promised| self.item.waiting_since + promised))
    }

    /// Items with what they are about, in their order: a handful of statements, however many they are.
    pub async fn all(ctx: &Context<'_>, items: Vec<Item>) -> Result<Vec<Self>> {
        let conn = ctx.conn();
        let posts: Vec<PostId> = items.iter().filter_map(|item| item.post_id).collect();
        let seen = match posts.is_empty() {
            true => Vec::new(),
            false => ::channels::posts_visible_to(&conn, ctx.actor(), &posts).await?,
        };
        let flags = ::moderation::flags_on(&conn, &posts).await?;
        let ids: Vec<ModerationItemId> = items.iter().map(|item| item.id).collect();
        let mutes: Vec<MuteId> = items.iter().filter_map(mute_of).collect();
        let appeals = ::moderation::appeals_about(&conn, &ids, &mutes).await?;
        let matches = ::misconceptions::suggested_for(&conn, &posts).await?;
        let object = |item: Item| Self {
            matches: matches
                .iter()
                .filter(|found| Some(found.post_id) == item.post_id)
                .cloned()
                .collect(),
            post: seen
                .iter()
                .find(|seen| Some(seen.post.id) == item.post_id)
                .cloned()
                .map(Box::new),
            flags: flags
                .iter()
                .filter(|flag| Some(flag.post_id) == item.post_id)
                .cloned()
                .collect(),
            appeal: appeals
                .iter()
                .find(|appeal| {
                    appeal.item_id == Some(item.id)
                        || (appeal.mute_id.is_some() && appeal.mute_id == mute_of(&item))
                })
                .cloned(),
            item,
        };
        Ok(items.into_iter().map(object).collect())
    }
}

/// The mute about which an item is, where it is about none of the posts.
fn mute_of(item: &Item) -> Option<MuteId> {
    item.subject.parse().ok()
}

async fn person(ctx: &Context<'_>, id: Option<PersonId>) -> Result<Option<PersonObject>> {
    match id {
        Some(person) => PersonObject::beside(ctx, person).await,
        None => Ok(None),
    }
}

#[Object(name = "ModerationItem")]
impl ModerationItemObject {
    /// Its id.
    pub async fn id(&self) -> ModerationItemId {
        self.item.id
    }

    /// Where in the queue it waits.
    async fn tab(&self) -> Tab {
        self.item.tab
    }

    /// Why it waits; why it waited last, once it is settled.
    async fn reasons(&self) -> Vec<Reason> {
        self.item.reasons.as_slice().to_vec()
    }

    /// The community it is from.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.item.community_id).await
    }

    /// The conversation; nothing for an appeal against a mute.
    async fn thread(&self) -> Option<ThreadObject> {
        let post = self.post.as_ref()?;
        Some(ThreadObject(post.thread.clone()))
    }

    /// The post; of a question without an answer, its opening.
    async fn post(&self) -> Option<PostObject> {
        self.post.as_deref().cloned().map(PostObject::from)
    }

    /// What was flagged about the post, the oldest first.
    async fn flags(&self) -> Vec<FlagObject> {
        self.flags.iter().cloned().map(FlagObject).collect()
    }

    /// What the post resembles, while nobody has said whether it does; what is most alike first.
    async fn matches(&self) -> Vec<ClaimMatchObject> {
        self.matches.iter().cloned().map(ClaimMatchObject).collect()
    }

    /// The last appeal about it.
    async fn appeal(&self) -> Option<AppealObject> {
        let nameless = self.post.as_ref().map(|seen| seen.post.nameless);
        let appeal = self.appeal.clone()?;
        Some(AppealObject { appeal, nameless })
    }

    /// Since when it waits.
    async fn waiting_since(&self) -> DateTime<Utc> {
        self.item.waiting_since
    }

    /// By when somebody was to look, where the community promises that.
    async fn promised_by(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        self.promise(ctx).await
    }

    /// Whether that has passed.
    async fn is_overdue(&self, ctx: &Context<'_>) -> Result<bool> {
        let promised = self.promise(ctx).await?;
        Ok(promised.is_some_and(|by| by <= ctx.db().now()) && self.item.settled_at.is_none())
    }

    /// Who took it on; nobody once that was 15 minutes ago.
    async fn claimed_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        person(ctx, self.item.claimant(ctx.db().now())).await
    }

    /// Since when somebody has it.
    async fn claimed_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let has = self.item.claimant(ctx.db().now()).is_some();
        self.item.claimed_at.filter(|_| has)
    }

    /// What was decided.
    async fn decision(&self) -> Option<Decision> {
        self.item.decision
    }

    /// Who decided.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        person(ctx, self.item.decided_by).await
    }

    /// When that was.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.item.decided_at
    }

    /// Since when it waits no longer: somebody decided, or there is nothing to decide any more.
    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.item.settled_at
    }

    /// Why it was decided so, or what the author was asked.
    async fn reason(&self) -> Option<&str> {
        self.item.reason.as_deref()
    }

    /// Until when the decision can be taken back; nothing once that has passed.
    async fn undoable_until(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let now = ctx.db().now();
        self.item.undoable_until().filter(|until| *until > now)
    }

    /// Takes the next number whenever it waits anew, is decided, or that is taken back.
    async fn version(&self) -> i32 {
        self.item.version
    }

    /// Which decisions fit, and who would read what because of each.
    async fn choices(&self, ctx: &Context<'_>) -> Result<Vec<ModerationChoice>> {
        let author = match self.post.as_deref() {
            Some(seen) => PostObject::from(seen.clone()).author_name(ctx).await?,
            None => None,
        };
        let flagger = match self.flags.as_slice() {
            [flag] => PersonObject::beside(ctx, flag.person_id).await?,
            _ => None,
        };
        let flagger = flagger.map(|person| person.0.name);
        let name = |who| match who {
            Party::Author | Party::Asker => author.clone(),
            Party::Flagger => flagger.clone(),
            Party::Everybody | Party::Nobody => None,
        };
        let choices = choices_of(&self.item, self.post.as_deref()).into_iter();
        Ok(choices
            .map(|choice| ModerationChoice {
                decision: choice.decision,
                readers: choice
                    .readers
                    .into_iter()
                    .map(|reads| WhoReads {
                        who: reads.who,
                        name: name(reads.who),
                        message: reads.message,
                    })
                    .collect(),
            })
            .collect())
    }
}
