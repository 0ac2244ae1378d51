use super::check_in::CheckInObject;
use super::question::QuestionObject;
use crate::connection::count;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use crate::pairings::CommitmentObject;
use crate::prompts::session;
use crate::sessions::SessionObject;
use ::checkins::{
    Answer, AnswerSeen, CheckInSeen, Lead, Question, QuestionKind, Read, Response, ResponseState,
    Theme, ThemeSeen, Visibility, may_read,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CheckInAnswerId, CheckInId, CheckInResponseId, CheckInThemeId, Error, Result, SessionId,
    permit,
};
use std::collections::HashMap;
use std::sync::Arc;

/// The answers of one person.
#[derive(Clone)]
pub struct ResponseObject {
    response: Response,
    check_in: CheckInObject,
}

/// Whether the viewer may read an answer with its name.
pub fn readable(
    of: &CheckInSeen,
    viewer: Actor,
    (question, owner): (&Question, &Response),
) -> bool {
    let reader = of.reader(viewer, owner.person_id);
    let is_own_draft = reader == ::checkins::Reader::Themself && !owner.state.is_sent();
    is_own_draft || (owner.state.is_sent() && may_read(question.visibility, reader))
}

impl ResponseObject {
    pub fn of(response: Response, check_in: CheckInObject) -> Self {
        Self { response, check_in }
    }

    /// The response, for who gave it and who leads.
    pub async fn find(ctx: &Context<'_>, id: CheckInResponseId) -> Result<Self> {
        let seen = ::checkins::response_seen(&ctx.conn(), ctx.signed_in()?, id).await?;
        Ok(Self::of(seen.response, seen.check_in.into()))
    }
}

#[Object(name = "CheckInResponse")]
impl ResponseObject {
    /// Its id.
    pub async fn id(&self) -> CheckInResponseId {
        self.response.id
    }

    /// What it answers.
    async fn check_in(&self) -> CheckInObject {
        self.check_in.clone()
    }

    /// Whose it is.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.response.person_id).await
    }

    /// How far it is.
    async fn state(&self) -> ResponseState {
        self.response.state
    }

    /// When they are asked, in their own working hours.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.response.asked_at
    }

    /// When it was sent.
    async fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.response.sent_at
    }

    /// Whether it was sent after the check-in closed.
    async fn is_late(&self) -> bool {
        self.response.state == ResponseState::Late
    }

    /// Why they skipped it.
    async fn skipped_because(&self) -> Option<&str> {
        self.response.skipped_because.as_deref()
    }

    /// What they answered, as far as the viewer may read it; without a name, nothing once it was sent.
    async fn answers(&self, ctx: &Context<'_>) -> Result<Vec<AnswerObject>> {
        let found = ctx
            .loaders()
            .checkins
            .answers
            .load_one(self.response.id)
            .await;
        let found = found.map_err(failed)?.unwrap_or_default();
        let of = &self.check_in.0;
        let objects = found
            .into_iter()
            .filter(|(_, question)| readable(of, ctx.actor(), (question, &self.response)))
            .map(|(answer, question)| AnswerObject {
                seen: AnswerSeen {
                    answer,
                    question,
                    response: self.response.clone(),
                },
                of: self.check_in.clone(),
            });
        Ok(objects.collect())
    }
}

/// An answer to one question.
#[derive(Clone)]
pub struct AnswerObject {
    pub seen: AnswerSeen,
    pub of: CheckInObject,
}

impl AnswerObject {
    fn answer(&self) -> &Answer {
        &self.seen.answer
    }

    /// Answers that the viewer may read, to check-ins that they may see.
    pub async fn all(ctx: &Context<'_>, answers: Vec<AnswerSeen>) -> Result<Vec<Self>> {
        let ids: Vec<CheckInId> = answers.iter().map(|it| it.response.check_in_id).collect();
        let of = ::checkins::check_ins_visible_to(&ctx.conn(), ctx.signed_in()?, &ids).await?;
        let of: HashMap<CheckInId, CheckInObject> =
            of.into_iter().map(|(id, seen)| (id, seen.into())).collect();
        let seen = |seen: AnswerSeen| {
            let of = of.get(&seen.response.check_in_id)?.clone();
            of.may::<Read>(ctx).then_some(Self { seen, of })
        };
        Ok(answers.into_iter().filter_map(seen).collect())
    }
}

#[Object(name = "CheckInAnswer")]
impl AnswerObject {
    /// Its id.
    async fn id(&self) -> CheckInAnswerId {
        self.answer().id
    }

    /// What it answers.
    async fn question(&self) -> QuestionObject {
        QuestionObject::alone(self.seen.question.clone())
    }

    /// Whose it is.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.seen.response.person_id).await
    }

    /// Their own words; may be empty where there are options.
    async fn text(&self) -> &str {
        &self.answer().text
    }

    /// Which of the options, from 0; of a commitment 0 for done, 1 for a changed mind, 2 for open. Of what
    /// was said on the page of a pair it is what stands there now.
    async fn choice(&self) -> Option<i32> {
        self.answer().choice
    }

    /// That option, as it reads; nothing of a commitment, whose options are the same everywhere.
    async fn choice_words(&self) -> Option<&str> {
        if self.seen.question.kind == QuestionKind::Commitment {
            return None;
        }
        let choice = usize::try_from(self.answer().choice?).ok()?;
        let options = &self.seen.question.options.0;
        options.get(choice).map(String::as_str)
    }

    /// What it is about, where that was said on the page of a pair and the viewer may read it there. What
    /// became of it stands there and here alike.
    async fn commitment(&self, ctx: &Context<'_>) -> Result<Option<CommitmentObject>> {
        let Some(id) = self.answer().commitment_id else {
            return Ok(None);
        };
        let loader = &ctx.loaders().pairings.commitments_by_id;
        let found = loader.load_one(id).await.map_err(failed)?;
        Ok(found.map(|it| CommitmentObject(it.commitment, Arc::new(it.pair))))
    }

    /// When it was sent; before that, when it was saved.
    async fn sent_at(&self) -> DateTime<Utc> {
        self.seen.response.sent_at.unwrap_or(self.answer().saved_at)
    }

    /// Whether it was sent after the check-in closed.
    async fn is_late(&self) -> bool {
        self.seen.response.state == ResponseState::Late
    }

    /// The themes it was put into.
    async fn themes(&self, ctx: &Context<'_>) -> Result<Vec<ThemeObject>> {
        let themes = themes(ctx, &self.of).await?;
        let holds = |it: &ThemeObject| it.0.answers.contains(&self.answer().id);
        Ok(themes.into_iter().filter(holds).collect())
    }

    /// The session it was taken into, if the viewer may see it.
    async fn taken_into(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.answer().taken_into).await
    }
}

/// Answers put together by hand.
#[derive(Clone)]
pub struct ThemeObject(Arc<ThemeSeen>, CheckInObject);

/// The themes of a check-in: names that were given to answers, for who reads all that is in them.
pub async fn themes(ctx: &Context<'_>, of: &CheckInObject) -> Result<Vec<ThemeObject>> {
    let board = board_of(ctx, of.0.check_in.id).await?;
    let Some(board) = board else {
        return Ok(Vec::new());
    };
    let readable_here = |theme: &&ThemeSeen| {
        of.may::<Lead>(ctx)
            || theme.answers.iter().all(|id| {
                let found = board.answers.iter().find(|it| it.answer.id == *id);
                found.is_some_and(|it| {
                    readable(&of.0, ctx.actor(), (&it.question, &it.response))
                        && it.question.visibility == Visibility::Cohort
                })
            })
    };
    let themes = board.themes.iter().filter(readable_here);
    Ok(themes
        .map(|it| ThemeObject(Arc::new(it.clone()), of.clone()))
        .collect())
}

/// What was sent with a name and the viewer may read, the newest first.
pub async fn readable_answers(ctx: &Context<'_>, of: &CheckInObject) -> Result<Vec<AnswerSeen>> {
    let board = board_of(ctx, of.0.check_in.id).await?;
    let answers = board.map(|it| it.answers).unwrap_or_default();
    let may = |it: &&AnswerSeen| readable(&of.0, ctx.actor(), (&it.question, &it.response));
    Ok(answers.iter().filter(may).cloned().collect())
}

pub async fn board_of(ctx: &Context<'_>, id: CheckInId) -> Result<Option<super::loaders::Board>> {
    let found = ctx.loaders().checkins.boards.load_one(id).await;
    found.map_err(failed)
}

impl ThemeObject {
    /// The theme, for who leads, and for who may read everything in it.
    pub async fn find(ctx: &Context<'_>, id: CheckInThemeId) -> Result<Self> {
        let (theme, seen) =
            ::checkins::check_in_of_theme(&ctx.conn(), ctx.signed_in()?, id).await?;
        let seen = permit::<::checkins::Read, CheckInSeen>(ctx.actor(), seen);
        let seen = seen.map_err(|error| match error {
            Error::NotFound(_) => Error::NotFound("theme"),
            error => error,
        })?;
        let of: CheckInObject = seen.into_subject().into();
        let themes = themes(ctx, &of).await?;
        let found = themes.into_iter().find(|it| it.0.theme.id == theme.id);
        found.ok_or(Error::NotFound("theme"))
    }

    fn theme(&self) -> &Theme {
        &self.0.theme
    }

    /// The session it was taken into, whoever asks.
    pub fn session(&self) -> Option<SessionId> {
        self.theme().taken_into
    }
}

#[Object(name = "CheckInTheme")]
impl ThemeObject {
    /// Its id.
    pub async fn id(&self) -> CheckInThemeId {
        self.theme().id
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.theme().title
    }

    /// What is in it, the newest first.
    async fn answers(&self, ctx: &Context<'_>) -> Result<Vec<AnswerObject>> {
        let board = board_of(ctx, self.1.0.check_in.id).await?;
        let answers = board.map(|it| it.answers).unwrap_or_default();
        let inside = answers.iter().filter(|it| {
            self.0.answers.contains(&it.answer.id)
                && readable(&self.1.0, ctx.actor(), (&it.question, &it.response))
        });
        Ok(inside
            .map(|seen| AnswerObject {
                seen: seen.clone(),
                of: self.1.clone(),
            })
            .collect())
    }

    /// How many answers are in it.
    async fn count(&self) -> i32 {
        count(self.0.answers.len())
    }

    /// The session it was taken into, if the viewer may see it.
    async fn taken_into(&self, ctx: &Context<'_>) -> Result<Option<SessionObject>> {
        session(ctx, self.theme().taken_into).await
    }
}
