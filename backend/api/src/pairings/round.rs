use super::PairObject;
use super::rules::RulesObject;
use crate::communities::CommunityObject;
use crate::connection::count;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::sessions::SessionObject;
use ::pairings::{
    Arrange, Format, Left, Meant, MetTogether, RoundSeen, RoundStage, RoundState, Rule,
    UnpairedReason,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::allows;
use kernel::{Error, PairingRoundId, Result};
use std::sync::Arc;

/// Once that people of a community are put together. Members see its number and dates; the rest is for
/// who leads.
#[derive(Clone)]
pub struct RoundObject(pub Arc<RoundSeen>);

impl RoundObject {
    /// The round, if the viewer may know it.
    pub async fn find(ctx: &Context<'_>, id: PairingRoundId) -> Result<Self> {
        ctx.signed_in()?;
        let found = ctx.loaders().pairings.rounds.load_one(id).await;
        found
            .map_err(failed)?
            .map(Self)
            .ok_or(Error::NotFound("round"))
    }

    /// Whether the viewer leads there, also where nothing is changed any more.
    fn leads(&self, ctx: &Context<'_>) -> bool {
        let standing = self.0.standing.map(|standing| communities::Standing {
            archived_at: None,
            ..standing
        });
        let seen = RoundSeen {
            standing,
            ..(*self.0).clone()
        };
        allows::<Arrange, RoundSeen>(ctx.actor(), &seen)
    }

    /// Whether nobody has heard of it, and somebody may.
    fn is_prepared(&self) -> bool {
        let prepared = [
            RoundState::Solving,
            RoundState::Proposed,
            RoundState::Failed,
        ];
        prepared.contains(&self.0.round.state)
    }

    async fn all_pairs(&self, ctx: &Context<'_>) -> Result<Vec<PairObject>> {
        let loader = &ctx.loaders().pairings.pairs;
        let found = loader.load_one(self.0.round.id).await.map_err(failed)?;
        Ok(found
            .unwrap_or_default()
            .into_iter()
            .map(PairObject)
            .collect())
    }
}

/// How far a solution is.
#[derive(SimpleObject)]
#[graphql(name = "PairingProgress")]
pub struct Progress {
    /// 0 to 100.
    percent: i32,
    /// What is done at the moment.
    stage: RoundStage,
}

/// Why no proposal came out of a round, or none in the place of the one that stands.
#[derive(SimpleObject)]
#[graphql(name = "PairingProblem")]
pub struct ProblemObject {
    /// The rule that stands in the way.
    field: String,
    /// Why, in words.
    message: String,
    /// What to do about it.
    hint: Option<String>,
}

/// How the pairs of a round fare: numbers alone, never the talk.
#[derive(SimpleObject, Default)]
#[graphql(name = "PairingHealth")]
pub struct Health {
    /// How many there are.
    pairs: i32,
    /// Pairs that met.
    met: i32,
    /// Pairs that did not.
    not_met: i32,
    /// Pairs that agreed on a day.
    planned: i32,
    /// Pairs whose people say different things.
    unclear: i32,
    /// Pairs of which nobody has said anything.
    unknown: i32,
    /// Pairs without a sign of life in a week or longer.
    silent: i32,
    /// What people mean to do.
    commitments: i32,
    /// What of it is done.
    done: i32,
    /// What of it somebody thought about again.
    changed_mind: i32,
}

/// Who has nobody.
pub struct Unpaired(Left);

/// The smallest change of one rule that would find somebody.
pub struct Relaxation(Left, Rule);

#[Object(name = "PairingRound")]
impl RoundObject {
    /// Its id.
    pub async fn id(&self) -> PairingRoundId {
        self.0.round.id
    }

    /// Whose people are put together.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.0.round.community_id).await
    }

    /// 1 for the first of the community.
    async fn number(&self) -> i32 {
        self.0.round.number
    }

    /// Where it stands.
    async fn state(&self) -> RoundState {
        self.0.round.state
    }

    /// What is made of people.
    async fn format(&self) -> Format {
        self.0.round.rules.0.format
    }

    /// From when on they are together.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.0.round.starts_at
    }

    /// Until when.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.0.round.ends_at
    }

    /// When everybody heard of it.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.round.published_at
    }

    /// When a proposal is published by itself, if nobody does so before or takes it back; for who leads.
    async fn publishes_at(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        let at = self.0.round.publishes_at.filter(|_| self.is_prepared());
        at.filter(|_| self.leads(ctx))
    }

    /// Whether it is published as soon as it is solved; for who leads.
    async fn publishes(&self, ctx: &Context<'_>) -> bool {
        self.0.round.publishes && self.is_prepared() && self.leads(ctx)
    }

    /// The session that it follows, if a step of a journey began it for one, and the viewer may see that.
    async fn session(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        crate::prompts::session(ctx, self.0.round.session_id).await
    }

    /// Who began it.
    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.round.proposed_by.filter(|_| self.leads(ctx)) {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }

    /// Its rules.
    async fn rules(&self, ctx: &Context<'_>) -> Option<RulesObject> {
        self.leads(ctx).then(|| (&self.0.round.rules.0).into())
    }

    /// Grows with each change: what a move was based on.
    async fn version(&self) -> i32 {
        self.0.round.version
    }

    /// While it is solved.
    async fn progress(&self, ctx: &Context<'_>) -> Option<Progress> {
        let solving = self.0.round.state == RoundState::Solving;
        (solving && self.leads(ctx)).then(|| Progress {
            percent: self.0.round.percent,
            stage: self.0.round.stage,
        })
    }

    /// Why no proposal came out of it, or none in the place of the one that stands.
    async fn problem(&self, ctx: &Context<'_>) -> Option<ProblemObject> {
        let problem = self.0.round.problem.clone().filter(|_| self.leads(ctx))?;
        Some(ProblemObject {
            field: problem.field,
            message: problem.message,
            hint: problem.hint,
        })
    }

    /// Who is together, as far as the viewer may know.
    #[graphql(complexity = "20 * child_complexity")]
    async fn pairs(&self, ctx: &Context<'_>) -> Result<Vec<PairObject>> {
        self.all_pairs(ctx).await
    }

    /// Who has nobody, for who leads.
    #[graphql(complexity = "5 * child_complexity")]
    async fn unpaired(&self, ctx: &Context<'_>) -> Vec<Unpaired> {
        let left = self.0.round.unpaired.0.iter().filter(|_| self.leads(ctx));
        left.cloned().map(Unpaired).collect()
    }

    /// What the goals of the solution are worth in all.
    async fn weight(&self, ctx: &Context<'_>) -> Option<i32> {
        let weight = i32::try_from(self.0.round.weight).ok();
        weight.filter(|_| self.leads(ctx))
    }

    /// No solution under the rules is worth more.
    async fn bound(&self, ctx: &Context<'_>) -> Option<i32> {
        let bound = i32::try_from(self.0.round.bound).ok();
        bound.filter(|_| self.leads(ctx))
    }

    /// How many two were together before.
    async fn repeats(&self, ctx: &Context<'_>) -> Option<i32> {
        Some(self.0.round.repeats).filter(|_| self.leads(ctx))
    }

    /// How many two are together.
    async fn meetings(&self, ctx: &Context<'_>) -> Option<i32> {
        Some(self.0.round.meetings).filter(|_| self.leads(ctx))
    }

    /// How its pairs fare, once they know of each other.
    #[graphql(complexity = "10 + child_complexity")]
    async fn health(&self, ctx: &Context<'_>) -> Result<Option<Health>> {
        if self.0.round.published_at.is_none() || !self.leads(ctx) {
            return Ok(None);
        }
        let pairs = self.all_pairs(ctx).await?;
        let ids = pairs.iter().map(|pair| pair.0.pair.id);
        let loader = &ctx.loaders().pairings.commitments;
        let commitments = loader.load_many(ids).await.map_err(failed)?;
        let now = ctx.db().now();
        let mut health = Health {
            pairs: count(pairs.len()),
            ..Health::default()
        };
        for pair in &pairs {
            match pair.0.met_together() {
                MetTogether::Yes => health.met += 1,
                MetTogether::No => health.not_met += 1,
                MetTogether::Planned => health.planned += 1,
                MetTogether::Unclear => health.unclear += 1,
                MetTogether::Unknown => health.unknown += 1,
            }
            let meant = commitments.get(&pair.0.pair.id);
            let meant = Meant::of(meant.map_or(&[], Vec::as_slice));
            health.commitments += count(meant.all);
            health.done += count(meant.done);
            health.changed_mind += count(meant.changed_mind);
            health.silent += i32::from(pair.0.is_silent(meant, now));
        }
        Ok(Some(health))
    }
}

#[Object]
impl Unpaired {
    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.person).await
    }

    /// Why.
    async fn reason(&self) -> UnpairedReason {
        self.0.reason
    }

    /// The smallest change of one rule that would find them somebody.
    async fn relaxation(&self) -> Option<Relaxation> {
        self.0.rule.map(|rule| Relaxation(self.0.clone(), rule))
    }
}

#[Object]
impl Relaxation {
    /// Which rule.
    async fn rule(&self) -> Rule {
        self.1
    }

    /// To so many minutes, rounds or people.
    async fn to(&self) -> Option<i32> {
        self.0.to.map(super::number)
    }

    /// With whom that would be.
    async fn with(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        crate::prompts::people(ctx, self.0.with.clone()).await
    }
}
