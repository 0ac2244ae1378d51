use crate::context::Asked;
use crate::identity::PersonObject;
use crate::sessions::ObjectiveObject;
use ::pairings::{PairRole, Profile};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{Date, Result};

/// What the viewer says of themself for pairing in a community. Nobody else reads it.
pub struct PreferencesObject(pub Profile);

/// How sure the viewer is of an objective, 1 to 5.
#[derive(SimpleObject)]
pub struct ObjectiveRating {
    /// Of which one.
    objective: ObjectiveObject,
    /// 1 to 5; nothing until they say.
    rating: Option<i32>,
}

#[Object(name = "PairingPreferences")]
impl PreferencesObject {
    /// Whether they take part in no round.
    async fn opted_out(&self) -> bool {
        self.0.opted_out
    }

    /// No round before this day.
    async fn snoozed_until(&self) -> Option<Date> {
        self.0.snoozed_until.map(Date)
    }

    /// Since when they are paused after silent rounds.
    async fn paused_at(&self) -> Option<DateTime<Utc>> {
        self.0.paused_at
    }

    /// Codes of languages.
    async fn languages(&self) -> &[String] {
        &self.0.languages.0
    }

    /// Minutes since midnight in their own zone.
    async fn works_from(&self) -> i32 {
        self.0.works_from
    }

    /// Minutes since midnight in their own zone.
    async fn works_to(&self) -> i32 {
        self.0.works_to
    }

    /// Their team.
    async fn team(&self) -> Option<&str> {
        self.0.team.as_deref()
    }

    /// Where they work.
    async fn site(&self) -> Option<&str> {
        self.0.site.as_deref()
    }

    /// How far they are.
    async fn level(&self) -> Option<&str> {
        self.0.level.as_deref()
    }

    /// What they are after.
    async fn goal(&self) -> Option<&str> {
        self.0.goal.as_deref()
    }

    /// Their manager, if that is a member here.
    async fn manager(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.manager_id {
            Some(manager) => PersonObject::beside(ctx, manager).await,
            None => Ok(None),
        }
    }

    /// What they are in a pair.
    async fn role(&self) -> PairRole {
        self.0.role
    }

    /// How many they take as a mentor.
    async fn capacity(&self) -> i32 {
        self.0.capacity
    }

    /// Each objective of the community's program, and how sure they are of it.
    #[graphql(complexity = "10 * child_complexity")]
    async fn ratings(&self, ctx: &Context<'_>) -> Result<Vec<ObjectiveRating>> {
        let (conn, community) = (ctx.conn(), self.0.community_id);
        let person = self.0.person_id;
        let rated = ::pairings::ratings_of(&conn, community, Some(person)).await?;
        let objectives = ::sessions::objectives_of_community(&conn, community).await?;
        let rating = |objective: ::sessions::Objective| ObjectiveRating {
            rating: rated.get(&(person, objective.id)).copied(),
            objective: ObjectiveObject(objective),
        };
        Ok(objectives.into_iter().map(rating).collect())
    }

    /// With whom they do not want to be: read by them alone, for ever.
    async fn not_with(&self, ctx: &Context<'_>) -> Result<Vec<PersonObject>> {
        let (community, person) = (self.0.community_id, self.0.person_id);
        let apart = ::pairings::kept_apart_by(&ctx.conn(), community, person).await?;
        crate::prompts::people(ctx, apart).await
    }
}
