use super::check_in::CheckInObject;
use super::question::QuestionObject;
use super::response::{
    AnswerObject, ResponseObject, ThemeObject, board_of, readable_answers, themes,
};
use crate::connection::{Connected, connected, cost, count};
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::prompts::people;
use ::checkins::{
    AnswerSeen, CheckInState, ENOUGH, Lead, Question, Response, ResponseState, Tally, Visibility,
    respondents, tally,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{CheckInAnswerId, First, Page, Result, key_of};

/// As many answers to one question are shown at once.
const SHOWN_MAX: usize = 200;

/// What was answered, as far as the viewer may read it.
pub struct BoardObject(pub CheckInObject);

impl BoardObject {
    async fn readable(&self, ctx: &Context<'_>) -> Result<Vec<AnswerSeen>> {
        readable_answers(ctx, &self.0).await
    }

    fn object(&self, seen: AnswerSeen) -> AnswerObject {
        AnswerObject {
            seen,
            of: self.0.clone(),
        }
    }

    /// Everybody's responses, for who leads.
    async fn responses(&self, ctx: &Context<'_>) -> Result<Option<Vec<Response>>> {
        if !self.0.may::<Lead>(ctx) {
            return Ok(None);
        }
        let found = ::checkins::responses_of(&ctx.conn(), self.0.0.check_in.id).await?;
        Ok(Some(found))
    }

    async fn people_who(
        &self,
        ctx: &Context<'_>,
        states: &[ResponseState],
    ) -> Result<Option<Vec<PersonObject>>> {
        let Some(found) = self.responses(ctx).await? else {
            return Ok(None);
        };
        let such = found.iter().filter(|it| states.contains(&it.state));
        let ids = such.map(|it| it.person_id).collect();
        Ok(Some(people(ctx, ids).await?))
    }
}

#[Object(name = "CheckInBoard")]
impl BoardObject {
    /// What came of each question that the viewer may know of.
    async fn questions(&self, ctx: &Context<'_>) -> Result<Vec<QuestionBoardObject>> {
        let asked = self.0.asked(ctx).await?;
        let answers = self.readable(ctx).await?;
        let closed = self.0.state_now(ctx) == CheckInState::Closed;
        let anonymous: Vec<_> = asked
            .iter()
            .filter(|it| closed && it.visibility == Visibility::Anonymous)
            .map(|it| it.id)
            .collect();
        let mut nameless = match anonymous.is_empty() {
            true => Default::default(),
            false => ::checkins::nameless(&ctx.conn(), &anonymous).await?,
        };
        let leads = self.0.may::<Lead>(ctx);
        let shown = asked.into_iter().filter(|it| match it.visibility {
            Visibility::Cohort | Visibility::Anonymous => true,
            Visibility::Facilitators => leads,
            Visibility::Pair => false,
        });
        Ok(shown
            .map(|question| QuestionBoardObject {
                named: answers
                    .iter()
                    .filter(|it| it.question.id == question.id)
                    .map(|it| self.object(it.clone()))
                    .collect(),
                nameless: nameless.remove(&question.id).unwrap_or_default(),
                question,
                closed,
            })
            .collect())
    }

    /// Everything that the viewer may read, the newest first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn stream(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.", default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Connected<AnswerObject>> {
        let first = First::parse(first)?;
        let after: Option<CheckInAnswerId> = after.as_deref().map(key_of).transpose()?;
        let mut found = self.readable(ctx).await?;
        if let Some(after) = after {
            let at = found.iter().position(|it| it.answer.id == after);
            found.drain(..at.map_or(0, |at| at + 1));
        }
        found.truncate(usize::try_from(first.and_one()).unwrap_or(usize::MAX));
        let page = Page::cut(found, first, |it| it.answer.id.to_string());
        Ok(connected(page, |seen| self.object(seen)))
    }

    /// Answers put together by hand.
    async fn themes(&self, ctx: &Context<'_>) -> Result<Vec<ThemeObject>> {
        themes(ctx, &self.0).await
    }

    /// Who is asked and has not answered; nothing for those who may not know.
    async fn waiting_for(&self, ctx: &Context<'_>) -> Result<Option<Vec<PersonObject>>> {
        let silent = [ResponseState::Waiting, ResponseState::Saved];
        self.people_who(ctx, &silent).await
    }

    /// Who skipped it, and why; nothing for those who may not know.
    async fn skipped(&self, ctx: &Context<'_>) -> Result<Option<Vec<ResponseObject>>> {
        let found = self.responses(ctx).await?;
        Ok(found.map(|found| {
            let skipped = found.into_iter();
            skipped
                .filter(|it| it.state == ResponseState::Skipped)
                .map(|it| ResponseObject::of(it, self.0.clone()))
                .collect()
        }))
    }

    /// Who is away; nothing for those who may not know.
    async fn away(&self, ctx: &Context<'_>) -> Result<Option<Vec<PersonObject>>> {
        self.people_who(ctx, &[ResponseState::Away]).await
    }

    /// When who had not answered was reminded.
    async fn nudged_at(&self) -> Option<DateTime<Utc>> {
        self.0.0.check_in.nudged_at
    }

    /// How many answers were sent that the viewer may not read, those without a name left out.
    async fn hidden_count(&self, ctx: &Context<'_>) -> Result<i32> {
        if !self.0.may::<Lead>(ctx) {
            return Ok(0); // that there are any would tell who wrote to whom
        }
        let board = board_of(ctx, self.0.0.check_in.id).await?;
        let all = board.map_or(0, |it| it.answers.len());
        Ok(count(all - self.readable(ctx).await?.len()))
    }
}

/// What came of one question.
pub struct QuestionBoardObject {
    question: Question,
    named: Vec<AnswerObject>,
    nameless: Vec<(String, Option<i32>)>,
    closed: bool,
}

impl QuestionBoardObject {
    fn is_anonymous(&self) -> bool {
        self.question.visibility == Visibility::Anonymous
    }

    fn choices(&self) -> Vec<Option<i32>> {
        match self.is_anonymous() {
            true => self.nameless.iter().map(|(_, choice)| *choice).collect(),
            false => self.named.iter().map(|it| it.seen.answer.choice).collect(),
        }
    }
}

/// How many chose an option, or one of a run of neighbouring steps of an anonymous scale.
#[derive(SimpleObject)]
pub struct CheckInTally {
    /// The first of them, from 0.
    choice: i32,
    /// The last of them.
    up_to: i32,
    /// Nothing where that may not be shown.
    count: Option<i32>,
}

#[Object(name = "CheckInQuestionBoard")]
impl QuestionBoardObject {
    /// What was asked.
    async fn question(&self) -> QuestionObject {
        QuestionObject::alone(self.question.clone())
    }

    /// How many answered it; nothing where that may not be shown.
    async fn answer_count(&self) -> Option<i32> {
        match self.is_anonymous() {
            true => respondents(self.nameless.len()).map(count),
            false => Some(count(self.named.len())),
        }
    }

    /// Counts by option, in their order; nothing where it offers none, or they may not be shown.
    async fn tally(&self) -> Option<Vec<CheckInTally>> {
        let tallies = tally(&self.question, &self.choices())?;
        let object = |it: Tally| CheckInTally {
            choice: count(it.first),
            up_to: count(it.last),
            count: it.count.map(count),
        };
        Some(tallies.into_iter().map(object).collect())
    }

    /// Why nothing of an anonymous question is shown, in words.
    async fn withheld(&self) -> Option<String> {
        match respondents(self.nameless.len()) {
            _ if !self.is_anonymous() => None,
            _ if !self.closed => Some("shown once it is closed".to_owned()),
            None => Some(format!("shown where {ENOUGH} or more answered")),
            Some(_) => None,
        }
    }

    /// Answers by name, the newest first, at most 200; none without a name.
    async fn answers(&self) -> Vec<AnswerObject> {
        self.named.iter().take(SHOWN_MAX).cloned().collect()
    }

    /// What was written without a name, in no order; nothing where too few wrote.
    async fn texts(&self) -> Vec<&str> {
        let texts = self.nameless.iter().map(|(text, _)| text.as_str());
        let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        match respondents(texts.len()) {
            Some(_) => texts.into_iter().take(SHOWN_MAX).collect(),
            None => Vec::new(),
        }
    }
}
