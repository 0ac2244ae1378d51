use super::consultation::ConsultationObject;
use crate::connection::{Connected, connected, cost, count};
use crate::context::Asked;
use crate::loaders::failed;
use crate::sessions::ObjectiveObject;
use ::consultations::{Consulting, Count, CountsOfObjective};
use async_graphql::{Context, Object};
use communities::{CommunitySeen, allows};
use kernel::{First, Result, SessionId};
use std::sync::Arc;

/// The fields of a community that are about consultations.
pub struct ConsultationsOfCommunity(pub Arc<CommunitySeen>);

#[Object]
impl ConsultationsOfCommunity {
    /// The viewer's own here, and those of others that are shared with them, the newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn consultations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.", default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ConsultationObject>> {
        let page = (First::parse(first)?, after.as_deref());
        let place = self.0.community.id;
        let (conn, actor) = (ctx.conn(), ctx.actor());
        let found = ::consultations::consultations_in(&conn, actor, place, page).await?;
        Ok(connected(found, ConsultationObject::from))
    }

    /// How many stand where, for each objective: for facilitators, without names and words.
    #[graphql(complexity = "10 * child_complexity")]
    async fn consultation_counts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of those alone that follow this session.")] session: Option<SessionId>,
    ) -> Result<Option<Vec<ConsultationCounts>>> {
        let place = Consulting(self.0.as_ref().clone());
        if !allows::<Count, Consulting>(ctx.actor(), &place) {
            return Ok(None);
        }
        let place = (self.0.community.id, session);
        let found = ::consultations::counts_in(&ctx.conn(), place).await?;
        let ids: Vec<_> = found.keys().copied().flatten().collect();
        let loader = &ctx.loaders().sessions.objectives_by_id;
        let mut known = loader.load_many(ids).await.map_err(failed)?;
        let mut counts: Vec<ConsultationCounts> = found
            .into_iter()
            .map(|(objective, counts)| ConsultationCounts {
                objective: objective
                    .and_then(|id| known.remove(&id))
                    .map(ObjectiveObject),
                counts,
            })
            .collect();
        counts.sort_by_key(|it| {
            let place = it.objective.as_ref().map(|it| it.0.position);
            (place.is_none(), place)
        });
        Ok(Some(counts))
    }
}

/// How many consultations about one objective stand where.
pub struct ConsultationCounts {
    objective: Option<ObjectiveObject>,
    counts: CountsOfObjective,
}

#[Object]
impl ConsultationCounts {
    /// Which objective; nothing where none was chosen, or none yet.
    async fn objective(&self) -> Option<ObjectiveObject> {
        self.objective.clone()
    }

    /// How many have not asked anybody yet.
    async fn assigned(&self) -> i32 {
        count(self.counts.assigned)
    }

    /// How many asked somebody, whatever came of it.
    async fn asked(&self) -> i32 {
        count(self.counts.asked)
    }

    /// How many were confirmed by the colleague.
    async fn confirmed(&self) -> i32 {
        count(self.counts.confirmed)
    }

    /// How many wrote what changes.
    async fn concluded(&self) -> i32 {
        count(self.counts.concluded)
    }
}
