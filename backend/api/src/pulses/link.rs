use super::pulse::QuestionObject;
use crate::connection::count;
use crate::context::Asked;
use ::pulses::{LinkPage, LinkState, Opened};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::Result;

/// What a link opens without a sign-in: one pulse, and nothing else.
pub struct LinkPageObject(pub LinkPage);

impl LinkPageObject {
    fn opened(&self) -> Option<&Opened> {
        self.0.opened.as_ref()
    }
}

#[Object(name = "PulseLinkPage")]
impl LinkPageObject {
    /// What the link still opens.
    async fn state(&self) -> LinkState {
        self.0.state
    }

    /// What the pulse is called; like everything here, nothing unless the link is ready.
    async fn title(&self) -> Option<&str> {
        self.opened().map(|it| it.pulse.title.as_str())
    }

    /// The name of the community.
    async fn community_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(opened) = self.opened() else {
            return Ok(None);
        };
        let id = opened.pulse.community_id;
        let found = communities::community_by_id(&ctx.conn(), id).await?;
        Ok(found.map(|it| it.name))
    }

    /// The name of who is asked; nobody's, of an open form.
    async fn person_name(&self) -> Option<&str> {
        let person = self.opened()?.person.as_ref()?;
        Some(person.name.as_str())
    }

    /// Until when it can be answered.
    async fn closes_at(&self) -> Option<DateTime<Utc>> {
        self.opened().map(|it| it.pulse.closes_at)
    }

    /// So many people stand at least behind whatever is shown of the answers; 0 unless it is ready.
    async fn enough(&self) -> i32 {
        self.opened().map_or(0, |it| count(it.pulse.threshold()))
    }

    /// What is asked.
    async fn questions(&self) -> Vec<QuestionObject> {
        let questions = self.opened().map(|it| it.questions.iter().cloned());
        questions
            .into_iter()
            .flatten()
            .map(QuestionObject)
            .collect()
    }
}

/// What became of answers that came by a link.
pub struct AnsweredByLinkObject(pub LinkState);

#[Object(name = "PulseAnsweredByLink")]
impl AnsweredByLinkObject {
    /// Whether they were sent.
    async fn sent(&self) -> bool {
        self.0 == LinkState::Ready
    }

    /// If they were not: what the link still opens. If they were, it is used.
    async fn page(&self) -> LinkPageObject {
        LinkPageObject(LinkPage::shut(match self.0 {
            LinkState::Ready => LinkState::Used,
            state => state,
        }))
    }
}
