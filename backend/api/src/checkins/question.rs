//! What a check-in asks, and what of it is told to whom.
use crate::context::Asked;
use crate::loaders::failed;
use crate::misconceptions::MisconceptionObject;
use ::checkins::{Occasion, Question, QuestionKind, Visibility};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{CheckInQuestionId, PersonId, Result};

/// One question of a check-in.
#[derive(Clone)]
pub struct QuestionObject {
    pub question: Question,
    /// Who is asked it, and where: for what they said they would do.
    pub asked: Option<(::checkins::CheckIn, PersonId)>,
    pub shown_to: ShownTo,
}

/// Whom a question is shown to: who designs it knows what it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownTo {
    Designer,
    Anybody,
}

/// What somebody said they would do, in their own words.
#[derive(SimpleObject)]
pub struct CheckInCommitment {
    /// As they wrote it.
    words: String,
    /// When that was.
    made_at: DateTime<Utc>,
    /// Whether they said so on the page of their pair, where what they answer stands then, too.
    of_pair: bool,
}

#[Object(name = "CheckInQuestion")]
impl QuestionObject {
    /// Its id.
    async fn id(&self) -> CheckInQuestionId {
        self.question.id
    }

    /// How it is answered.
    async fn kind(&self) -> QuestionKind {
        self.question.kind
    }

    /// What is asked.
    async fn words(&self) -> &str {
        &self.question.words
    }

    /// The words of a scale from the least to the most, the options of a choice, or the two statements of
    /// a re-check.
    async fn options(&self) -> &[String] {
        &self.question.options.0
    }

    /// Who reads the answers.
    async fn visibility(&self) -> Visibility {
        self.question.visibility
    }

    /// Whether it can be left out.
    async fn optional(&self) -> bool {
        self.question.optional
    }

    /// Of a commitment: the asked person's own words that their answer is about; before there is one, the
    /// last that they stand by, in an earlier check-in or on the page of their pair.
    async fn commitment(&self, ctx: &Context<'_>) -> Result<Option<CheckInCommitment>> {
        let Some((check_in, person)) = &self.asked else {
            return Ok(None);
        };
        if self.question.kind != QuestionKind::Commitment {
            return Ok(None);
        }
        let occasion = Occasion::of(check_in, *person);
        let loader = &ctx.loaders().checkins.commitments;
        let said = loader.load_one(occasion).await.map_err(failed)?;
        Ok(said.map(|it| CheckInCommitment {
            words: it.words,
            made_at: it.made_at,
            of_pair: it.of_pair.is_some(),
        }))
    }

    /// Of a re-check: the misconception it asks about, for who may change the check-in, among what that asks.
    async fn misconception(&self, ctx: &Context<'_>) -> Result<Option<MisconceptionObject>> {
        match self.shown_to {
            ShownTo::Designer => self.misconception_seen(ctx).await,
            ShownTo::Anybody => Ok(None),
        }
    }

    /// Which of the two statements says that misconception, from 0; likewise.
    async fn mistaken(&self) -> Option<i32> {
        let is_designer = self.shown_to == ShownTo::Designer;
        self.question.mistaken.filter(|_| is_designer)
    }

    /// Of a re-check of a misconception: what holds instead, once the viewer has sent their answers and as
    /// long as its correction stands.
    async fn holds(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        if self.question.misconception_id.is_none() {
            return Ok(None);
        }
        let own = &ctx.loaders().checkins.own;
        let own = own.load_one(self.question.check_in_id).await;
        if !own.map_err(failed)?.is_some_and(|own| own.state.is_sent()) {
            return Ok(None);
        }
        let seen = self.misconception_seen(ctx).await?;
        let record = seen.map(|it| it.0.record.clone());
        Ok(record.filter(|it| it.state.is_public()).map(|it| it.holds))
    }
}

impl QuestionObject {
    /// As it stands on its own: beside an answer, or what came of it.
    pub fn alone(question: Question) -> Self {
        Self {
            question,
            asked: None,
            shown_to: ShownTo::Anybody,
        }
    }

    async fn misconception_seen(&self, ctx: &Context<'_>) -> Result<Option<MisconceptionObject>> {
        let Some(id) = self.question.misconception_id else {
            return Ok(None);
        };
        let seen = ctx.loaders().misconceptions.seen.load_one(id).await;
        Ok(seen.map_err(failed)?.map(MisconceptionObject))
    }
}
