use super::after::AfterSessions;
use super::permissions::CommunityPermissions;
use super::{MembershipObject, WorkCalendarObject};
use crate::channels::{ChannelObject, Html, ThreadObject, threads_page};
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::imports::RosterObject;
use crate::journeys::{
    JourneyObject, JourneyTemplateObject, journeys_of_community, templates_of_community,
};
use crate::loaders::failed;
use crate::misconceptions::CommunityCorrections;
use crate::moderation::{
    ModerationActObject, MuteObject, log_of_community, mutes_of_community, oldest_waiting,
};
use crate::pairings::PairingOfCommunity;
use crate::prompts::{PromptObject, prompts_page};
use crate::questions::QuestionsOfCommunity;
use crate::sessions::{CoverageObject, DeliveryObject, SessionObject, sessions_page};
use crate::typed::{TYPED_CHARS_MAX, typed};
use ::channels::{ThreadFilter, ThreadsIn};
use ::communities::{
    AlumniAccess, CommunityKind, CommunitySeen, Lead, MemberFilter, Read, Role, allows,
};
use ::imports::BringIn;
use ::prompts::PromptsIn;
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{CommunityId, Date, Error, First, Result, optional_line, permit};
use std::sync::Arc;

/// People who learn or practise together.
#[derive(Clone)]
pub struct CommunityObject(pub Arc<CommunitySeen>);

impl CommunityObject {
    /// The community, if the viewer may see it.
    pub async fn find(ctx: &Context<'_>, id: CommunityId) -> Result<Self> {
        let seen = ctx.loaders().communities.seen.load_one(id).await;
        match seen.map_err(failed)? {
            Some(seen) => Ok(Self(seen)),
            None if ctx.actor().person().is_none() => Err(Error::SignInFirst),
            None => Err(Error::NotFound("community")),
        }
    }

    /// As `find`, where what the viewer may not see is left out.
    async fn if_seen(ctx: &Context<'_>, id: CommunityId) -> Result<Option<Self>> {
        let seen = ctx.loaders().communities.seen.load_one(id).await;
        Ok(seen.map_err(failed)?.map(Self))
    }
}

/// What a community is called, also to whom it is not there: for those who read the log of all.
pub async fn name_of(ctx: &Context<'_>, community: CommunityId) -> Result<Option<String>> {
    let names = &ctx.loaders().communities.names;
    names.load_one(community).await.map_err(failed)
}

#[Object(name = "Community")]
impl CommunityObject {
    /// Its id.
    pub async fn id(&self) -> CommunityId {
        self.0.community.id
    }

    /// Its place in addresses.
    async fn slug(&self) -> &str {
        &self.0.community.slug
    }

    /// A cohort or a community of practice.
    async fn kind(&self) -> CommunityKind {
        self.0.community.kind
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.community.name
    }

    /// What it is for.
    async fn purpose(&self) -> &str {
        &self.0.community.purpose
    }

    /// How its members treat each other, in Markdown; empty when they have not written it down.
    async fn norms(&self) -> &str {
        &self.0.community.norms
    }

    /// Its norms as shown.
    async fn norms_html(&self) -> Html {
        Html(self.0.community.norms_html.clone())
    }

    /// The time zone of its days, by its name in the IANA database.
    async fn zone(&self) -> &str {
        &self.0.community.zone
    }

    /// The first day of a cohort.
    async fn starts_on(&self) -> Option<Date> {
        self.0.community.starts_on.map(Date)
    }

    /// The last day of a cohort.
    async fn ends_on(&self) -> Option<Date> {
        self.0.community.ends_on.map(Date)
    }

    /// On which days it works.
    async fn calendar(&self) -> WorkCalendarObject {
        WorkCalendarObject(self.0.community.clone())
    }

    /// Whether questions may be asked here without a name.
    async fn nameless_questions(&self) -> bool {
        self.0.community.nameless_questions
    }

    /// Within how many hours a moderator looks at what was asked; nothing where none is promised.
    async fn answer_promise_hours(&self) -> Option<i32> {
        self.0.community.answer_promise_hours
    }

    /// Since when its members are alumni: its last day is over.
    async fn ended_at(&self) -> Option<DateTime<Utc>> {
        self.0.community.ended_at
    }

    /// What a cohort's members may do in it after its last day.
    async fn alumni_access(&self) -> AlumniAccess {
        self.0.community.alumni_access
    }

    /// The community of practice that takes in a cohort's alumni, if the viewer may see it.
    async fn alumni_community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        match self.0.community.alumni_community_id {
            Some(id) => Self::if_seen(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The run of a cohort before this one, if the viewer may see it.
    async fn previous_run(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        match self.0.community.cloned_from {
            Some(id) => Self::if_seen(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The runs of a cohort that were cloned from this one and that the viewer may see, the latest
    /// first.
    async fn next_runs(&self, ctx: &Context<'_>) -> Result<Vec<CommunityObject>> {
        let ids = ::communities::next_runs_of(&ctx.conn(), self.0.community.id).await?;
        let seen = ctx.loaders().communities.seen.load_many(ids.clone()).await;
        let mut seen = seen.map_err(failed)?;
        let runs = ids.iter().filter_map(|id| seen.remove(id));
        Ok(runs.map(CommunityObject).collect())
    }

    /// Since when it can only be read.
    async fn archived_at(&self) -> Option<DateTime<Utc>> {
        self.0.community.archived_at
    }

    /// The viewer's place in it; nothing for an administrator who is no member.
    async fn viewer_membership(&self) -> Option<MembershipObject> {
        let membership = self.0.membership.clone()?;
        Some(MembershipObject::new(membership, self.0.clone()))
    }

    /// What the viewer may do in it.
    async fn viewer_can(&self, ctx: &Context<'_>) -> CommunityPermissions {
        CommunityPermissions::of(&self.0, ctx.actor())
    }

    /// How many members it has.
    async fn member_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let counts = &ctx.loaders().communities.member_counts;
        let count = counts.load_one(self.0.community.id).await.map_err(failed)?;
        Ok(count
            .and_then(|count| i32::try_from(count).ok())
            .unwrap_or(0))
    }

    /// Its facilitators, by name.
    async fn leads(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        let leads = &ctx.loaders().communities.leads;
        let people = leads.load_one(self.0.community.id).await.map_err(failed)?;
        Ok(people
            .unwrap_or_default()
            .into_iter()
            .map(PersonObject)
            .collect())
    }

    /// Its channels that the viewer may read, in their order.
    async fn channels(&self, ctx: &Context<'_>) -> Result<Vec<ChannelObject>> {
        let channels = &ctx.loaders().communities.channels;
        let channels = channels
            .load_one(self.0.community.id)
            .await
            .map_err(failed)?;
        Ok(channels
            .unwrap_or_default()
            .into_iter()
            .map(ChannelObject::from)
            .collect())
    }

    /// One of its channels, if there is one the viewer may read.
    async fn channel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The channel's place in addresses.")] slug: String,
    ) -> Result<Option<ChannelObject>> {
        let (community, slug) = (self.0.community.id, typed("slug", &slug)?);
        let channel =
            ::channels::channel_by_slug(&ctx.conn(), ctx.actor(), community, &slug).await?;
        Ok(channel.map(ChannelObject::from))
    }

    /// Its members by name. For members only.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
        #[graphql(desc = "Part of a name or handle.")] query: Option<String>,
        #[graphql(desc = "Only those with this role.")] role: Option<Role>,
    ) -> Result<Connected<MembershipObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let seen = permit::<Read, CommunitySeen>(ctx.actor(), CommunitySeen::clone(&self.0))?;
        let text = match query {
            Some(query) => optional_line("query", &query, TYPED_CHARS_MAX)?,
            None => None,
        };
        let filter = MemberFilter { text, role };
        let members = ::communities::members_page(&ctx.conn(), &seen, &filter, page).await?;
        Ok(connected(members, |(membership, person)| {
            MembershipObject::of(membership, person, self.0.clone())
        }))
    }

    /// Its sessions in the order of time, as far as the viewer may see them.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn sessions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last one seen.")] after: Option<String>,
    ) -> Result<Connected<SessionObject>> {
        sessions_page(ctx, self.0.community.id, (first, after)).await
    }

    /// One of its sessions, if there is one the viewer may see.
    async fn session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its number in the community.")] number: i32,
    ) -> Result<Option<SessionObject>> {
        SessionObject::numbered(ctx, (self.0.community.id, number)).await
    }

    /// What happens by itself here and around its sessions, the latest first, for those who lead.
    #[graphql(complexity = "20 * child_complexity")]
    async fn journeys(&self, ctx: &Context<'_>) -> Result<Vec<JourneyObject>> {
        journeys_of_community(ctx, self.0.community.id).await
    }

    /// The templates of journeys that may be applied here, by name, for those who lead: its own, and
    /// those of its program.
    #[graphql(complexity = "20 * child_complexity")]
    async fn journey_templates(&self, ctx: &Context<'_>) -> Result<Vec<JourneyTemplateObject>> {
        templates_of_community(ctx, self.0.community.id).await
    }

    /// Which version of which program it runs.
    async fn delivery(&self, ctx: &Context<'_>) -> Result<Option<DeliveryObject>> {
        let delivery = ::sessions::delivery_of(&ctx.conn(), self.0.community.id).await?;
        Ok(delivery.map(DeliveryObject))
    }

    /// Its objectives and what is done for them, for facilitators; nothing for everybody else.
    #[graphql(complexity = "20 * child_complexity")]
    async fn coverage(&self, ctx: &Context<'_>) -> Result<Option<CoverageObject>> {
        match allows::<Lead, CommunitySeen>(ctx.actor(), &self.0) {
            true => CoverageObject::of(ctx, self.0.community.id).await.map(Some),
            false => Ok(None),
        }
    }

    /// The rosters that were looked at or applied, the latest first; nothing to who may not bring in
    /// people.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn rosters(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Option<Connected<RosterObject>>> {
        let page = (First::parse(first)?, after.as_deref());
        let Ok(place) = permit::<BringIn, _>(ctx.actor(), CommunitySeen::clone(&self.0)) else {
            return Ok(None);
        };
        let rosters = ::imports::rosters_page(&ctx.conn(), &place, page).await?;
        let object = |roster| RosterObject::of(roster, &self.0);
        Ok(Some(connected(rosters, object)))
    }

    #[graphql(flatten)]
    async fn after_sessions(&self) -> AfterSessions {
        AfterSessions::of(&self.0)
    }

    #[graphql(flatten)]
    async fn asked(&self) -> QuestionsOfCommunity {
        QuestionsOfCommunity(self.0.clone())
    }

    /// What its facilitators ask, the newest first; what was withdrawn is left out.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn prompts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<PromptObject>> {
        let place = PromptsIn::Community(self.0.community.id);
        prompts_page(ctx, place, (first, after)).await
    }

    /// What moderators did here, the latest first, for those who moderate.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn moderation_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ModerationActObject>> {
        log_of_community(ctx, self, (first, after)).await
    }

    /// Who reads and does not write for a time, the last to write again first, for those who moderate.
    #[graphql(complexity = "20 * child_complexity")]
    async fn mutes(&self, ctx: &Context<'_>) -> Result<Vec<MuteObject>> {
        mutes_of_community(ctx, self).await
    }

    /// The question that waits longest, once it waits for longer than is promised; for those who
    /// moderate.
    async fn oldest_waiting(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        oldest_waiting(ctx, self).await
    }

    /// Its conversations in every channel, the one with the newest post first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn threads(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
        #[graphql(default_with = "ThreadFilter::All")] filter: ThreadFilter,
    ) -> Result<Connected<ThreadObject>> {
        let place = ThreadsIn::Community(self.0.community.id);
        threads_page(ctx, (place, filter), (first, after)).await
    }

    #[graphql(flatten)]
    async fn pairs(&self) -> PairingOfCommunity {
        PairingOfCommunity(self.0.clone())
    }

    #[graphql(flatten)]
    async fn knowledge(&self) -> CommunityCorrections {
        CommunityCorrections(self.0.clone())
    }
}
