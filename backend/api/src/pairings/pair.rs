use super::{CommitmentObject, RoundObject};
use crate::channels::{Html, ThreadObject};
use crate::checkins::AnswerObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::sessions::ObjectiveObject;
use ::pairings::{
    Commitment, CommitmentSeen, Hours, Meant, Meeting, MetAnswer, MetTogether, PairMember,
    PairRole, PairSeen, Reason, ReasonKind, Rule, See, Slot,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{PairId, Result};
use std::sync::Arc;

/// People who were put together. Who belongs to it sees everything; who leads sees who, why, and how it
/// fares.
#[derive(Clone)]
pub struct PairObject(pub Arc<PairSeen>);

/// Somebody of a pair.
pub struct PairMemberObject(PairMember);

/// A reason in numbers and names.
pub struct PairReasonObject(Reason);

/// A time to meet.
pub struct SuggestedTime {
    slot: Slot,
    meeting: Meeting,
}

/// What the viewer answered to: did you meet?
#[derive(SimpleObject)]
pub struct Met {
    /// What they said.
    answer: MetAnswer,
    /// One line, read by the pair alone.
    note: Option<String>,
    /// When they said so.
    at: DateTime<Utc>,
}

impl PairObject {
    /// The pair, if the viewer may know it.
    pub async fn find(ctx: &Context<'_>, id: PairId) -> Result<Self> {
        let seen = ::pairings::pair_seen(&ctx.conn(), ctx.signed_in()?, id).await?;
        Ok(Self(Arc::new(seen)))
    }

    fn is_own(&self, ctx: &Context<'_>) -> bool {
        self.0.belongs(&ctx.actor())
    }

    fn own(&self, ctx: &Context<'_>) -> Option<&PairMember> {
        self.0
            .member(ctx.actor().person())
            .filter(|_| self.is_own(ctx))
    }

    async fn all_commitments(&self, ctx: &Context<'_>) -> Result<Vec<Commitment>> {
        let loader = &ctx.loaders().pairings.commitments;
        let found = loader.load_one(self.0.pair.id).await.map_err(failed)?;
        Ok(found.unwrap_or_default())
    }

    /// What calendars say of each meeting, but for when it is.
    async fn meeting(&self, ctx: &Context<'_>) -> Result<Meeting> {
        let ids = self.0.present().map(|member| member.person_id);
        let people = ctx.loaders().people.load_many(ids).await.map_err(failed)?;
        let viewer = ctx.actor().person().and_then(|id| people.get(&id));
        let language = viewer.map(|viewer| viewer.preferences.language.clone());
        let mut names: Vec<String> = people.into_values().map(|person| person.name).collect();
        names.sort_unstable();
        let id = self.0.pair.id;
        Ok(Meeting {
            uid: id.to_string(),
            names,
            page: format!("{}/go/{id}", ctx.app().settings.public_url),
            language: language.unwrap_or_default(),
        })
    }

    async fn hours(&self, ctx: &Context<'_>) -> Result<Vec<Hours>> {
        let ids = self.0.present().map(|member| member.person_id);
        let people = ctx.loaders().people.load_many(ids).await.map_err(failed)?;
        let community = self.0.pair.community_id;
        let profiles = ::pairings::profiles_in(&ctx.conn(), community).await?;
        let hours = people.into_values().filter_map(|person| {
            let standing = || ::pairings::standing_profile(community, &person);
            let profile = profiles.get(&person.id).cloned().unwrap_or_else(standing);
            Some(Hours {
                zone: person.zone.parse().ok()?,
                work: profile.hours(),
            })
        });
        Ok(hours.collect())
    }
}

#[Object(name = "Pair")]
impl PairObject {
    /// Its id.
    pub async fn id(&self) -> PairId {
        self.0.pair.id
    }

    /// The round in which they are together.
    async fn round(&self, ctx: &Context<'_>) -> Result<RoundObject> {
        RoundObject::find(ctx, self.0.pair.round_id).await
    }

    /// Its people. Who left stays, with when that was.
    async fn members(&self) -> Vec<PairMemberObject> {
        self.0
            .members
            .iter()
            .cloned()
            .map(PairMemberObject)
            .collect()
    }

    /// Why these, the strongest first. It never says what somebody keeps to themself.
    async fn reasons(&self) -> Vec<PairReasonObject> {
        let reasons = self.0.pair.reasons.0.iter();
        reasons.cloned().map(PairReasonObject).collect()
    }

    /// From when on.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.0.pair.starts_at
    }

    /// Until when.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.0.pair.ends_at
    }

    /// Since when it is over.
    async fn ended_at(&self) -> Option<DateTime<Utc>> {
        self.0.pair.ended_at
    }

    /// What who leads wrote to everybody when it was published, as shown.
    async fn message_html(&self, ctx: &Context<'_>) -> Result<Option<Html>> {
        let round = RoundObject::find(ctx, self.0.pair.round_id).await?;
        Ok(round.0.round.message_html.clone().map(Html))
    }

    /// Whether the viewer is one of them.
    async fn viewer_belongs(&self, ctx: &Context<'_>) -> bool {
        self.is_own(ctx)
    }

    /// What they mean to do, the first to be due first; nothing for others, and for who came later what
    /// was said since.
    async fn commitments(&self, ctx: &Context<'_>) -> Result<Vec<CommitmentObject>> {
        if !self.is_own(ctx) {
            return Ok(Vec::new());
        }
        let seen = |commitment: Commitment| CommitmentSeen {
            commitment,
            pair: (*self.0).clone(),
        };
        let all = self.all_commitments(ctx).await?.into_iter().map(seen);
        let may_see = |it: &CommitmentSeen| allows::<See, CommitmentSeen>(ctx.actor(), it);
        let all = all.filter(may_see).map(|it| it.commitment);
        Ok(all.map(|it| CommitmentObject(it, self.0.clone())).collect())
    }

    /// The private conversation, once somebody began it; for them alone.
    async fn thread(&self, ctx: &Context<'_>) -> Result<Option<ThreadObject>> {
        let Some(thread) = self.0.pair.thread_id.filter(|_| self.is_own(ctx)) else {
            return Ok(None);
        };
        let found = ctx.loaders().pairings.threads.load_one(thread).await;
        Ok(found.map_err(failed)?.map(ThreadObject))
    }

    /// What they answered in check-ins for each other alone while they were together, the newest first; for them
    /// alone, and for who came later what was sent since.
    #[graphql(complexity = "20 + 50 * child_complexity")]
    async fn check_in_answers(&self, ctx: &Context<'_>) -> Result<Vec<AnswerObject>> {
        let conn = ctx.conn();
        let found = ::checkins::answers_within(&conn, ctx.actor(), &self.0).await?;
        AnswerObject::all(ctx, found).await
    }

    /// At most three half hours within the working hours of all, on working days of the community, before
    /// they are together no more; for them alone.
    async fn suggested_times(&self, ctx: &Context<'_>) -> Result<Vec<SuggestedTime>> {
        if !self.is_own(ctx) || self.0.pair.ended_at.is_some() {
            return Ok(Vec::new());
        }
        let from = ctx.db().now().max(self.0.pair.starts_at);
        let (hours, place) = (self.hours(ctx).await?, self.0.pair.community_id);
        let calendar = ::communities::calendar_of(&ctx.conn(), place).await?;
        let slots = ::pairings::suggested((&hours, calendar.week()), (from, self.0.pair.ends_at));
        let meeting = self.meeting(ctx).await?;
        let time = |slot: Slot| SuggestedTime {
            meeting: Meeting {
                uid: format!("{}-{}@interlude", meeting.uid, slot.starts_at.timestamp()),
                ..meeting.clone()
            },
            slot,
        };
        Ok(slots.into_iter().map(time).collect())
    }

    /// What the viewer answered to: did you meet?
    async fn viewer_met(&self, ctx: &Context<'_>) -> Option<Met> {
        let member = self.own(ctx)?;
        Some(Met {
            answer: member.met?,
            note: member.met_note.clone(),
            at: member.met_at?,
        })
    }

    /// Whether it is time to ask the viewer whether they met: a week has passed, or it is over soon, and
    /// they have not said that they did.
    async fn asks_whether_met(&self, ctx: &Context<'_>) -> bool {
        let now = ctx.db().now();
        self.is_own(ctx) && self.0.asks_whether_met(ctx.actor().person(), now)
    }

    /// What follows from the answers of all.
    async fn met(&self) -> MetTogether {
        self.0.met_together()
    }

    /// From when on the viewer may nudge; nothing where they cannot.
    async fn may_nudge_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let alone = self.0.present().count() < 2;
        if alone || self.own(ctx).is_none() || self.0.pair.ended_at.is_some() {
            return None;
        }
        let again = self.0.nudge_again_at();
        Some(again.unwrap_or(self.0.pair.starts_at))
    }

    /// Whether there was no sign of life in a week or longer: no words, nothing meant, nothing said of a
    /// meeting.
    async fn silent(&self, ctx: &Context<'_>) -> Result<bool> {
        let meant = Meant::of(&self.all_commitments(ctx).await?);
        Ok(self.0.is_silent(meant, ctx.db().now()))
    }

    /// On the board: whether a new solution leaves it alone.
    async fn locked(&self) -> bool {
        self.0.pair.locked
    }

    /// On the board: rules that it breaks because somebody moved people by hand, or so that nobody is alone.
    async fn broken(&self) -> Vec<Rule> {
        self.0.pair.broken.0.clone()
    }
}

#[Object(name = "PairMember")]
impl PairMemberObject {
    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.person_id).await
    }

    /// What they are in it.
    async fn role(&self) -> PairRole {
        self.0.role
    }

    /// Since when they belong no more.
    async fn left_at(&self) -> Option<DateTime<Utc>> {
        self.0.left_at
    }

    /// Whether it is the viewer.
    async fn is_viewer(&self, ctx: &Context<'_>) -> bool {
        ctx.actor().person() == Some(self.0.person_id)
    }
}

#[Object(name = "PairReason")]
impl PairReasonObject {
    /// What kind of reason it is.
    async fn kind(&self) -> ReasonKind {
        self.0.kind
    }

    /// Minutes of a day in which all work at the same time.
    async fn minutes(&self) -> Option<i32> {
        self.0.minutes.map(super::number)
    }

    /// The objective on which somebody is stronger.
    async fn objective(&self, ctx: &Context<'_>) -> Result<Option<ObjectiveObject>> {
        let Some(id) = self.0.objective else {
            return Ok(None);
        };
        let found = ctx.loaders().sessions.objectives_by_id.load_one(id).await;
        Ok(found.map_err(failed)?.map(ObjectiveObject))
    }

    /// Who is stronger on it.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.person {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }

    /// The goal that they share, or the code of the language.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }

    /// How often they met, or in how many rounds somebody was left out.
    async fn count(&self) -> Option<i32> {
        self.0.count.map(super::number)
    }
}

#[Object]
impl SuggestedTime {
    /// When it begins.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.slot.starts_at
    }

    /// When it ends.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.slot.ends_at
    }

    /// The text of an .ics file, in the viewer's language: who meets, and where their page is.
    async fn calendar_file(&self, ctx: &Context<'_>) -> String {
        let now = ctx.db().now();
        ::pairings::calendar_file(self.slot, &self.meeting, now)
    }
}
