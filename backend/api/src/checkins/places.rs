use super::check_in::CheckInObject;
use super::response::{AnswerObject, ThemeObject, readable_answers, themes};
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::loaders::failed;
use crate::pulses::PulsesOfCommunity;
use ::checkins::CheckInFilter;
use async_graphql::{Context, Object};
use communities::CommunitySeen;
use kernel::{First, Result, SessionId};
use std::sync::Arc;

/// The fields of a community that are about what its people are asked after sessions.
pub struct CheckInsOfCommunity(pub Arc<CommunitySeen>);

#[Object]
impl CheckInsOfCommunity {
    /// Its check-ins, the latest to open first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn check_ins(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "CheckInFilter::Current")] filter: CheckInFilter,
        #[graphql(desc = "1 to 100.", default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connected<CheckInObject>> {
        let place = (self.0.community.id, filter, ctx.db().now());
        let page = (First::parse(first)?, after.as_deref());
        let found = ::checkins::check_ins_in(&ctx.conn(), ctx.actor(), place, page).await?;
        Ok(connected(found, CheckInObject::from))
    }

    #[graphql(flatten)]
    async fn pulsed(&self) -> PulsesOfCommunity {
        PulsesOfCommunity(self.0.clone())
    }
}

/// The fields of a session that are about check-ins.
pub struct CheckInsOfSession(pub SessionId);

#[Object]
impl CheckInsOfSession {
    /// What is asked after it, in the order of its opening.
    #[graphql(complexity = "5 * child_complexity")]
    async fn check_ins(&self, ctx: &Context<'_>) -> Result<Vec<CheckInObject>> {
        let found = ctx.loaders().checkins.of_sessions.load_one(self.0).await;
        let found = found.map_err(failed)?.unwrap_or_default();
        Ok(found.into_iter().map(CheckInObject::from).collect())
    }

    /// What was taken into it from check-ins, as far as the viewer may read it: themes first, then single
    /// answers.
    #[graphql(complexity = "20 * child_complexity")]
    async fn taken_in(&self, ctx: &Context<'_>) -> Result<Vec<TakenObject>> {
        let found = ctx.loaders().checkins.taken_into.load_one(self.0).await;
        let mut taken = Vec::new();
        for seen in found.map_err(failed)?.unwrap_or_default() {
            let of = CheckInObject::from(seen);
            let themes = themes(ctx, &of).await?.into_iter();
            let answers = readable_answers(ctx, &of).await?.into_iter();
            let themes = themes.filter(|it| it.session() == Some(self.0));
            taken.extend(themes.map(|theme| TakenObject {
                of: of.clone(),
                theme: Some(theme),
                answer: None,
            }));
            let answers = answers.filter(|it| it.answer.taken_into == Some(self.0));
            taken.extend(answers.map(|seen| TakenObject {
                of: of.clone(),
                theme: None,
                answer: Some(AnswerObject {
                    seen,
                    of: of.clone(),
                }),
            }));
        }
        taken.sort_by_key(|it| it.answer.is_some());
        Ok(taken)
    }
}

/// A theme or an answer that was taken into a session.
pub struct TakenObject {
    of: CheckInObject,
    theme: Option<ThemeObject>,
    answer: Option<AnswerObject>,
}

#[Object(name = "CheckInTaken")]
impl TakenObject {
    /// The check-in it was said in.
    async fn check_in(&self) -> CheckInObject {
        self.of.clone()
    }

    /// The theme, if it is one.
    async fn theme(&self) -> Option<ThemeObject> {
        self.theme.clone()
    }

    /// The answer, if it is one.
    async fn answer(&self) -> Option<AnswerObject> {
        self.answer.clone()
    }
}
