use ::consultations::{LinkPage, LinkState, Opened};
use async_graphql::{Object, SimpleObject};
use chrono::{DateTime, Utc};

/// What a link in a letter opens, without a sign-in: one question to one colleague, and nothing else.
pub struct ConsultationLinkPage(pub LinkPage);

impl ConsultationLinkPage {
    fn opened(&self) -> Option<&Opened> {
        self.0.opened.as_ref()
    }
}

#[Object]
impl ConsultationLinkPage {
    /// Whether the link opens anything.
    async fn state(&self) -> LinkState {
        self.0.state
    }

    /// The name of who asks; like everything here, nothing unless the link is ready.
    async fn asker_name(&self) -> Option<&str> {
        self.opened().map(|it| it.asker.as_str())
    }

    /// What they learn to do, where they said so.
    async fn objective(&self) -> Option<&str> {
        self.opened()?.objective.as_deref()
    }

    /// What they ask.
    async fn question(&self) -> Option<&str> {
        self.opened().map(|it| it.question.as_str())
    }

    /// Until when it can be answered.
    async fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.opened().map(|it| it.expires_at)
    }
}

/// What became of what a colleague answered.
#[derive(SimpleObject)]
pub struct ConsultationAnswered {
    /// Whether it was taken down; else the link opens nothing any more.
    pub done: bool,
}
