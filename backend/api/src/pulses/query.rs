use super::link::LinkPageObject;
use super::pulse::PulseObject;
use crate::connection::LINK_COST;
use crate::context::Asked;
use ::pulses::{
    LinkState, NoteShutForm, NoteShutLink, PulseKind, QuestionInput, QuestionKind, Template,
};
use async_graphql::{Context, Object};
use kernel::{CommunityId, Result, SessionId};

#[derive(Default)]
pub struct PulsesQuery;

#[Object]
impl PulsesQuery {
    /// What may be asked in a community, in the language of the viewer, about this session if one is
    /// given; for those who may define a pulse.
    #[graphql(complexity = "3 * child_complexity")]
    async fn pulse_templates(
        &self,
        ctx: &Context<'_>,
        community: CommunityId,
        session: Option<SessionId>,
    ) -> Result<Vec<TemplateObject>> {
        let place = (community, session);
        let found = ::pulses::templates_for(&ctx.conn(), ctx.signed_in()?, place).await?;
        Ok(found.into_iter().map(TemplateObject).collect())
    }

    /// The pulses that wait for the viewer, the first to close first.
    #[graphql(complexity = "10 * child_complexity")]
    async fn pulses_due(&self, ctx: &Context<'_>) -> Result<Vec<PulseObject>> {
        let actor = ctx.signed_in()?;
        let found = ::pulses::pulses_due_for(&ctx.conn(), actor, ctx.db().now()).await?;
        Ok(found.into_iter().map(PulseObject::from).collect())
    }

    /// What a link in a letter opens; it needs no sign-in. That it opens nothing is written down.
    #[graphql(complexity = "LINK_COST + child_complexity")]
    async fn pulse_by_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link.")] token: String,
    ) -> Result<LinkPageObject> {
        // The token is the leave; whoever asks may be nobody.
        let page = ::pulses::link_page(&ctx.conn(), &token, ctx.db().now()).await?;
        if page.state != LinkState::Ready {
            let note = NoteShutLink { token };
            ctx.db().write(ctx.actor(), note).await?;
        }
        Ok(LinkPageObject(page))
    }

    /// The open reaction form behind a link on a wall; it needs no sign-in. That a link leads to none is
    /// written down.
    #[graphql(complexity = "LINK_COST + child_complexity")]
    async fn reaction_form(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link.")] token: String,
        #[graphql(desc = "The word of chance that the browser keeps, if it has one.")] seat: Option<
            String,
        >,
    ) -> Result<LinkPageObject> {
        let link = (token.as_str(), seat.as_deref());
        let now = ctx.db().now();
        let page = ::pulses::reaction_page(&ctx.conn(), ctx.actor(), link, now).await?;
        if page.state == LinkState::Unknown {
            let note = NoteShutForm { token };
            ctx.db().write(ctx.actor(), note).await?;
        }
        Ok(LinkPageObject(page))
    }
}

/// What a pulse of a kind asks unless somebody says otherwise.
pub struct TemplateObject(Template);

#[Object(name = "PulseTemplate")]
impl TemplateObject {
    /// What it is for.
    async fn kind(&self) -> PulseKind {
        self.0.kind
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// How many days after its session it opens, if it follows one.
    async fn days_after_session(&self) -> Option<i32> {
        self.0.days_after
    }

    /// How many days it stays open.
    async fn days_open(&self) -> i32 {
        self.0.days_open
    }

    /// After how many days it is asked again.
    async fn follow_ups(&self) -> &[i32] {
        &self.0.waves
    }

    /// What it asks.
    async fn questions(&self) -> Vec<TemplateQuestionObject> {
        let questions = self.0.questions.iter().cloned();
        questions.map(TemplateQuestionObject).collect()
    }
}

/// One question of a template.
pub struct TemplateQuestionObject(QuestionInput);

#[Object(name = "PulseTemplateQuestion")]
impl TemplateQuestionObject {
    /// The same in every wave.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// How it is answered.
    async fn kind(&self) -> QuestionKind {
        self.0.kind
    }

    /// What is asked.
    async fn words(&self) -> &str {
        &self.0.words
    }

    /// The words of a scale from the least to the most.
    async fn options(&self) -> &[String] {
        &self.0.options
    }

    /// Whom or what it is about, if it is about one of several.
    async fn about(&self) -> Option<&str> {
        self.0.about.as_deref()
    }
}
