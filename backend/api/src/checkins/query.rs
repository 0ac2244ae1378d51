use super::check_in::CheckInObject;
use super::link::LinkPageObject;
use super::response::ResponseObject;
use crate::connection::{Connected, LINK_COST, connected, cost};
use crate::context::Asked;
use ::checkins::{LinkState, NoteShutLink, ScheduleAsked};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{Error, First, Page, Result};

#[derive(Default)]
pub struct CheckInsQuery;

#[Object]
impl CheckInsQuery {
    /// The viewer's own answers in all their communities, the newest first: a private diary.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn check_in_diary(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.", default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ResponseObject>> {
        let actor = ctx.signed_in()?;
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let page = (First::parse(first)?, after.as_deref());
        let found = ::checkins::diary(&ctx.conn(), person, page).await?;
        let ids: Vec<_> = found.nodes().map(|it| it.check_in_id).collect();
        let seen = ::checkins::check_ins_visible_to(&ctx.conn(), actor, &ids).await?;
        // Who left a community took nothing along that others could still change.
        let items = found.items.into_iter().filter_map(|(cursor, response)| {
            let of = seen.get(&response.check_in_id)?.clone();
            Some((cursor, ResponseObject::of(response, of.into())))
        });
        let items = items.collect();
        let page = Page {
            items,
            has_next: found.has_next,
        };
        Ok(connected(page, |it| it))
    }

    /// The check-ins that wait for the viewer, the first to close first.
    #[graphql(complexity = "10 * child_complexity")]
    async fn check_ins_due(&self, ctx: &Context<'_>) -> Result<Vec<CheckInObject>> {
        let actor = ctx.signed_in()?;
        let found = ::checkins::check_ins_due_for(&ctx.conn(), actor, ctx.db().now()).await?;
        Ok(found.into_iter().map(CheckInObject::from).collect())
    }

    /// What a link in a letter opens; it needs no sign-in. That it opens nothing is written down.
    #[graphql(complexity = "LINK_COST + child_complexity")]
    async fn check_in_by_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link.")] token: String,
    ) -> Result<LinkPageObject> {
        // The token is the leave; whoever asks may be nobody.
        let page = ::checkins::link_page(&ctx.conn(), &token, ctx.db().now()).await?;
        if page.state != LinkState::Ready {
            let note = NoteShutLink { token };
            ctx.db().write(ctx.actor(), note).await?;
        }
        Ok(LinkPageObject(page))
    }

    /// When a check-in would open, for those who may define one: at most 100 instants.
    async fn preview_check_in_schedule(
        &self,
        ctx: &Context<'_>,
        input: ScheduleAsked,
    ) -> Result<Vec<DateTime<Utc>>> {
        ::checkins::preview(&ctx.conn(), ctx.signed_in()?, &input).await
    }

    /// Until when the viewer is away, if they are.
    async fn away_until(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let person = ctx.signed_in()?.person().ok_or(Error::SignInFirst)?;
        ::checkins::away_until(&ctx.conn(), person, ctx.db().now()).await
    }
}
