//! What was asked and found nothing, as GraphQL shows it.
use crate::communities::CommunityObject;
use crate::context::Asked;
use ::communities::{Oversee, community_seen};
use ::search::{ForgetAskedInVain, Missed, NoteNothingFound, asked_in_vain};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{CommunityId, Result, permit};

/// Words that several people looked for in a community, and found nothing. Nobody is named.
#[derive(SimpleObject)]
pub struct AskedInVain {
    /// The words in small letters, without accents.
    words: String,
    /// How many people asked, three at least.
    people: i32,
    /// When they were asked last.
    asked_at: DateTime<Utc>,
}

impl From<Missed> for AskedInVain {
    fn from(missed: Missed) -> Self {
        let Missed {
            words,
            people,
            asked_at,
        } = missed;
        Self {
            words,
            people: i32::try_from(people).unwrap_or(i32::MAX),
            asked_at,
        }
    }
}

#[derive(Default)]
pub struct AskedInVainQuery;

#[Object]
impl AskedInVainQuery {
    /// What several people looked for in a community and did not find, at most 50; for who moderates there.
    async fn asked_in_vain(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where.")] community: CommunityId,
    ) -> Result<Vec<AskedInVain>> {
        ctx.signed_in()?;
        let seen = community_seen(&ctx.conn(), ctx.actor(), community).await?;
        let leave = permit::<Oversee, _>(ctx.actor(), seen)?;
        let missed = asked_in_vain(&ctx.conn(), &leave).await?;
        Ok(missed.into_iter().map(AskedInVain::from).collect())
    }
}

#[derive(Default)]
pub struct AskedInVainMutation;

#[Object]
impl AskedInVainMutation {
    /// Says that a search found nothing, so that somebody may write an answer. Nobody learns who asked.
    async fn note_nothing_found(
        &self,
        ctx: &Context<'_>,
        input: NoteNothingFound,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        CommunityObject::find(ctx, community).await
    }

    /// Forgets what was asked in vain; for who moderates there.
    async fn forget_asked_in_vain(
        &self,
        ctx: &Context<'_>,
        input: ForgetAskedInVain,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        CommunityObject::find(ctx, community).await
    }
}
