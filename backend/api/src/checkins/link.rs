use super::question::{QuestionObject, ShownTo};
use crate::context::Asked;
use ::checkins::{Given, LinkPage, LinkState, Opened};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{CheckInQuestionId, Result};

/// What a link in a letter opens, without a sign-in: one check-in, for one person, and nothing else.
pub struct LinkPageObject(pub LinkPage);

impl LinkPageObject {
    fn opened(&self) -> Option<&Opened> {
        self.0.opened.as_ref()
    }
}

/// What was saved before.
#[derive(SimpleObject)]
pub struct CheckInSavedAnswer {
    /// Which question it answers.
    question: CheckInQuestionId,
    /// In words; may be empty.
    text: String,
    /// Which of the options, from 0.
    choice: Option<i32>,
}

impl From<&Given> for CheckInSavedAnswer {
    fn from(given: &Given) -> Self {
        Self {
            question: given.question,
            text: given.text.clone(),
            choice: given.choice,
        }
    }
}

#[Object(name = "CheckInLinkPage")]
impl LinkPageObject {
    /// What the link still opens.
    async fn state(&self) -> LinkState {
        self.0.state
    }

    /// What the check-in is called; like everything here, nothing unless the link is ready.
    async fn title(&self) -> Option<&str> {
        self.opened().map(|it| it.check_in.title.as_str())
    }

    /// The name of the community.
    async fn community_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(opened) = self.opened() else {
            return Ok(None);
        };
        let id = opened.check_in.community_id;
        let found = communities::community_by_id(&ctx.conn(), id).await?;
        Ok(found.map(|it| it.name))
    }

    /// The name of who is asked.
    async fn person_name(&self) -> Option<&str> {
        self.opened().map(|it| it.person.name.as_str())
    }

    /// Until when it can be answered.
    async fn closes_at(&self) -> Option<DateTime<Utc>> {
        self.opened().map(|it| it.check_in.closes_at)
    }

    /// What is asked.
    async fn questions(&self) -> Vec<QuestionObject> {
        let Some(opened) = self.opened() else {
            return Vec::new();
        };
        let questions = opened.questions.iter();
        questions
            .map(|question| QuestionObject {
                question: question.clone(),
                asked: Some((opened.check_in.clone(), opened.person.id)),
                shown_to: ShownTo::Anybody,
            })
            .collect()
    }

    /// What was saved before.
    async fn saved(&self) -> Vec<CheckInSavedAnswer> {
        let saved = self.opened().map(|it| it.saved.iter());
        saved.into_iter().flatten().map(Into::into).collect()
    }
}
