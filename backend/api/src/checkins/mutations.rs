use super::check_in::CheckInObject;
use super::link::LinkPageObject;
use super::response::{ResponseObject, ThemeObject};
use crate::context::Asked;
use ::checkins::{
    AnswerByLink, AnswerCheckIn, AnsweredByLink, CancelCheckIn, CloseCheckIn, CreateTheme,
    DefineCheckIn, LinkPage, LinkState, NudgeCheckIn, RemoveTheme, Response, SaveByLink,
    SaveCheckIn, SetAway, SkipCheckIn, TakeIntoSession, UpdateCheckIn, UpdateTheme,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{CheckInQuestionId, Result};

#[derive(Default)]
pub struct CheckInsMutation;

async fn answered(ctx: &Context<'_>, response: Response) -> Result<ResponseObject> {
    let check_in = CheckInObject::find(ctx, response.check_in_id).await?;
    Ok(ResponseObject::of(response, check_in))
}

#[Object]
impl CheckInsMutation {
    /// Asks people something at a time to come.
    async fn define_check_in(
        &self,
        ctx: &Context<'_>,
        input: DefineCheckIn,
    ) -> Result<CheckInObject> {
        let row = ::checkins::define_check_in(ctx.db(), ctx.signed_in()?, input).await?;
        CheckInObject::find(ctx, row.id).await
    }

    /// Changes a check-in.
    async fn update_check_in(
        &self,
        ctx: &Context<'_>,
        input: UpdateCheckIn,
    ) -> Result<CheckInObject> {
        let row = ctx.write(input).await?;
        CheckInObject::find(ctx, row.id).await
    }

    /// Takes a check-in back, and what would come by its recurrence.
    async fn cancel_check_in(
        &self,
        ctx: &Context<'_>,
        input: CancelCheckIn,
    ) -> Result<CheckInObject> {
        let row = ctx.write(input).await?;
        CheckInObject::find(ctx, row.id).await
    }

    /// Closes a check-in now.
    async fn close_check_in(
        &self,
        ctx: &Context<'_>,
        input: CloseCheckIn,
    ) -> Result<CheckInObject> {
        let row = ctx.write(input).await?;
        CheckInObject::find(ctx, row.id).await
    }

    /// Keeps what the viewer answered so far.
    async fn save_check_in(&self, ctx: &Context<'_>, input: SaveCheckIn) -> Result<ResponseObject> {
        let response = ctx.write(input).await?;
        answered(ctx, response).await
    }

    /// Sends the viewer's answers.
    async fn answer_check_in(
        &self,
        ctx: &Context<'_>,
        input: AnswerCheckIn,
    ) -> Result<ResponseObject> {
        let response = ctx.write(input).await?;
        answered(ctx, response).await
    }

    /// Says that the viewer does not answer this time, and why.
    async fn skip_check_in(&self, ctx: &Context<'_>, input: SkipCheckIn) -> Result<ResponseObject> {
        let response = ctx.write(input).await?;
        answered(ctx, response).await
    }

    /// Says that the viewer is away and asked nothing, or back; returns until when.
    async fn set_away(&self, ctx: &Context<'_>, input: SetAway) -> Result<Option<DateTime<Utc>>> {
        let person = ctx.write(input).await?;
        ::checkins::away_until(&ctx.conn(), person, ctx.db().now()).await
    }

    /// Reminds who has not answered: once.
    async fn nudge_check_in(
        &self,
        ctx: &Context<'_>,
        input: NudgeCheckIn,
    ) -> Result<CheckInObject> {
        let row = ctx.write(input).await?;
        CheckInObject::find(ctx, row.id).await
    }

    /// Puts answers together under a name.
    async fn create_check_in_theme(
        &self,
        ctx: &Context<'_>,
        input: CreateTheme,
    ) -> Result<ThemeObject> {
        let theme = ctx.write(input).await?;
        ThemeObject::find(ctx, theme.id).await
    }

    /// Names a theme anew, or says what is in it.
    async fn update_check_in_theme(
        &self,
        ctx: &Context<'_>,
        input: UpdateTheme,
    ) -> Result<ThemeObject> {
        let theme = ctx.write(input).await?;
        ThemeObject::find(ctx, theme.id).await
    }

    /// Takes a theme apart.
    async fn remove_check_in_theme(
        &self,
        ctx: &Context<'_>,
        input: RemoveTheme,
    ) -> Result<CheckInObject> {
        let row = ctx.write(input).await?;
        CheckInObject::find(ctx, row.id).await
    }

    /// Takes a theme or an answer into a session.
    async fn take_into_session(
        &self,
        ctx: &Context<'_>,
        input: TakeIntoSession,
    ) -> Result<CheckInObject> {
        let row = ctx.write(input).await?;
        CheckInObject::find(ctx, row.id).await
    }

    /// Keeps answers by a link from a letter, without a sign-in: the link stays what it was.
    async fn save_check_in_by_link(
        &self,
        ctx: &Context<'_>,
        input: SaveByLink,
    ) -> Result<SavedByLinkObject> {
        // The token is the leave; whoever asks may be nobody.
        let state = ctx.db().write(ctx.actor(), input).await?;
        Ok(SavedByLinkObject(state))
    }

    /// Answers by a link from a letter, without a sign-in. Ready means that it was sent; the link opens
    /// nothing any more then.
    async fn answer_check_in_by_link(
        &self,
        ctx: &Context<'_>,
        input: AnswerByLink,
    ) -> Result<AnsweredByLinkObject> {
        // The token is the leave; whoever asks may be nobody.
        let answered = ctx.db().write(ctx.actor(), input).await?;
        Ok(AnsweredByLinkObject(answered))
    }
}

/// What became of answers that were to be kept by a link.
pub struct SavedByLinkObject(LinkState);

#[Object(name = "CheckInSavedByLink")]
impl SavedByLinkObject {
    /// Whether they were kept.
    async fn saved(&self) -> bool {
        self.0 == LinkState::Ready
    }

    /// What the link still opens.
    async fn state(&self) -> LinkState {
        self.0
    }
}

/// What became of answers that came by a link.
pub struct AnsweredByLinkObject(AnsweredByLink);

/// What holds instead of what a question asked about again.
#[derive(SimpleObject)]
pub struct CheckInTruth {
    /// The question that was answered.
    question: CheckInQuestionId,
    /// What holds, in the words of its correction.
    holds: String,
}

#[Object(name = "CheckInAnsweredByLink")]
impl AnsweredByLinkObject {
    /// Whether they were sent.
    async fn sent(&self) -> bool {
        self.0.state == LinkState::Ready
    }

    /// What holds of the misconceptions that were asked about again, now that they were sent.
    async fn holds(&self) -> Vec<CheckInTruth> {
        let truths = self.0.truths.iter();
        truths
            .map(|it| CheckInTruth {
                question: it.question,
                holds: it.holds.clone(),
            })
            .collect()
    }

    /// If they were not: what the link still opens. If they were, it is used.
    async fn page(&self) -> LinkPageObject {
        let state = match self.0.state {
            LinkState::Ready => LinkState::Used,
            state => state,
        };
        LinkPageObject(LinkPage {
            state,
            opened: None,
        })
    }
}
