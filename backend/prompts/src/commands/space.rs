//! Asking in a series: recall and application, ever more seldom after a session.
use super::{managed, parse_minutes};
use crate::policy::{Change, SeriesSeen};
use crate::spacing::{moments, usual_day};
use crate::{
    Audience, PromptSeries, PromptSeriesChanged, SeriesState, SpacedKind, SpacedQuestion, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::ChannelKind;
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{
    Actor, ChannelId, Command, CommunityId, Error, Permit, PromptSeriesId, Result, SessionId, Tx,
    body, line, permit,
};

const TITLE_CHARS_MAX: usize = 150;
const EXPECTED_CHARS_MAX: usize = 2_000;
const QUESTIONS_MAX: usize = 10;
const NONCE_CHARS_MAX: usize = 80;
const DAYS_MAX: i32 = 366;

/// A question of a series.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SpacedQuestionInput")]
pub struct SpacedQuestionInput {
    #[graphql(default_with = "SpacedKind::Recall")]
    pub kind: SpacedKind,
    /// What it is about, 1 to 150 characters.
    pub title: String,
    /// What is asked: Markdown, at most 64 KB.
    pub body: String,
    /// What is to be recalled, at most 2,000 characters: everybody reads it beside their own answer.
    pub expected: Option<String>,
    /// Days after the end of the session, 1 to 366; without it +1, +3, +7, +14 and +30 in their order.
    pub days: Option<i32>,
    /// How long it takes, 1 to 600 minutes.
    pub minutes: Option<i32>,
}

/// Asks a community one question after another in the days after a session; each is a prompt that
/// everybody answers before they read what others answered.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SpacePromptsInput")]
pub struct SpacePrompts {
    /// From the end of which the days are counted: the series follows it when it moves.
    pub session: SessionId,
    pub channel: ChannelId,
    /// What the series is called, 1 to 150 characters.
    pub title: String,
    /// 1 to 10, each on a later day than the one before.
    pub questions: Vec<SpacedQuestionInput>,
    /// Who is asked; the learners, if nothing is said.
    pub audience: Option<Vec<Role>>,
    /// A word of the client's own: sent twice, it is made once.
    pub nonce: String,
}

fn expected(text: Option<&str>) -> Result<Option<String>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    let Some(text) = text else { return Ok(None) };
    let text = body("expected", text)?;
    match text.chars().count() > EXPECTED_CHARS_MAX {
        true => Err(Error::invalid(
            "expected",
            "this is too long: 2,000 characters is the most",
        )),
        false => Ok(Some(text)),
    }
}

impl SpacedQuestionInput {
    fn parse(&self, id: PromptSeriesId, position: usize) -> Result<SpacedQuestion> {
        let days = self.days.or(usual_day(position)).ok_or_else(|| {
            Error::invalid("days", "say how many days after the session this comes")
        })?;
        Ok(SpacedQuestion {
            series_id: id,
            position: i32::try_from(position).map_err(Error::internal)?,
            kind: self.kind,
            title: line("title", &self.title, TITLE_CHARS_MAX)?,
            body: body("body", &self.body)?,
            expected: expected(self.expected.as_deref())?,
            days,
            minutes: parse_minutes(self.minutes)?,
            asks_at: DateTime::<Utc>::MIN_UTC,
            prompt_id: None,
            tries: 0,
            problem: None,
            given_up_at: None,
        })
    }
}

/// Each on a later day than the one before.
fn in_order(questions: &[SpacedQuestion]) -> Result<()> {
    let days = questions.iter().map(|it| it.days);
    if days.clone().any(|days| !(1..=DAYS_MAX).contains(&days)) {
        return Err(Error::invalid("days", format!("1 to {DAYS_MAX} days")));
    }
    match days.clone().zip(days.skip(1)).all(|(one, next)| one < next) {
        true => Ok(()),
        false => Err(Error::invalid(
            "days",
            "each question comes on a later day than the one before",
        )),
    }
}

#[async_trait]
impl Command for SpacePrompts {
    type Done = PromptSeriesId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PromptSeriesId> {
        let person = super::asker(actor)?;
        let conn = tx.conn();
        let channel = channels::channel_seen(&conn, actor, self.channel).await?;
        let channel = permit::<channels::Write, _>(actor, channel)?;
        let place = channel.channel.community_id;
        let leave = managed(tx, actor, place).await?;
        if channel.channel.kind == ChannelKind::Questions {
            return Err(Error::invalid(
                "channel",
                "this channel is for questions; ask in one for discussions",
            ));
        }
        let nonce = line("nonce", &self.nonce, NONCE_CHARS_MAX)?;
        if let Some(twin) = store::series_twin(&conn, person, &nonce).await? {
            return Ok(twin);
        }
        let held = sessions::session_to_follow(&conn, actor, (place, Some(self.session))).await?;
        let held = held.ok_or(Error::NotFound("session"))?.session;
        if self.questions.is_empty() || self.questions.len() > QUESTIONS_MAX {
            let words = format!("ask 1 to {QUESTIONS_MAX} questions");
            return Err(Error::invalid("questions", words));
        }
        let row = PromptSeries {
            id: tx.id(),
            community_id: place,
            channel_id: self.channel,
            session_id: self.session,
            created_by: person,
            created_at: tx.now(),
            nonce,
            title: line("title", &self.title, TITLE_CHARS_MAX)?,
            audience: Audience::parse(self.audience.as_deref())?,
            later_by: 0,
            paused_at: None,
            cancelled_at: None,
        };
        let typed = self.questions.iter().enumerate();
        let questions: Result<Vec<_>> = typed.map(|(at, it)| it.parse(row.id, at)).collect();
        let mut questions = questions?;
        in_order(&questions)?;
        timed(tx, &row, (held.ends_at, &mut questions)).await?;
        store::insert_series(tx, &leave, (row.clone(), questions)).await?;
        tell(tx, actor, (place, &row)).await?;
        Ok(row.id)
    }
}

/// Gives questions that were not asked yet their moments.
async fn timed(
    tx: &Tx,
    row: &PromptSeries,
    (end, questions): (DateTime<Utc>, &mut [SpacedQuestion]),
) -> Result<()> {
    let calendar = communities::calendar_of(&tx.conn(), row.community_id).await?;
    let mut ahead: Vec<&mut SpacedQuestion> =
        questions.iter_mut().filter(|it| it.is_ahead()).collect();
    let days: Vec<i32> = ahead.iter().map(|it| it.days + row.later_by).collect();
    let at = moments(&days, (end, tx.now()), &calendar);
    for (question, at) in ahead.iter_mut().zip(at) {
        question.asks_at = at;
    }
    Ok(())
}

pub(crate) async fn tell(
    tx: &Tx,
    actor: Actor,
    (community, row): (CommunityId, &PromptSeries),
) -> Result<()> {
    let fact = PromptSeriesChanged {
        community,
        series: row.id,
        session: Some(row.session_id),
    };
    tx.emit(actor, &fact).await
}

async fn changeable(
    tx: &Tx,
    actor: Actor,
    id: PromptSeriesId,
) -> Result<Permit<Change, SeriesSeen>> {
    let seen = store::series_seen(&tx.conn(), actor, id).await?;
    permit::<Change, _>(actor, seen)
}

/// Changes a question that was not asked yet; what is not given stays. One that was given up is to be
/// asked again, on the next day that is free.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateSpacedQuestionInput")]
pub struct UpdateSpacedQuestion {
    pub series: PromptSeriesId,
    /// Its place in the series, from 0.
    pub position: i32,
    /// 1 to 150 characters.
    pub title: Option<String>,
    /// Markdown, at most 64 KB.
    pub body: Option<String>,
    /// At most 2,000 characters; empty for none.
    pub expected: Option<String>,
    /// Days after the end of the session, between those of its neighbours.
    pub days: Option<i32>,
}

#[async_trait]
impl Command for UpdateSpacedQuestion {
    type Done = PromptSeriesId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PromptSeriesId> {
        let seen = changeable(tx, actor, self.series).await?;
        let mut questions = seen.questions.clone();
        let found = questions.iter_mut().find(|it| it.position == self.position);
        let row = found.ok_or(Error::NotFound("question"))?;
        if row.prompt_id.is_some() {
            return Err(Error::conflict(
                "this was asked already: change it where it stands",
            ));
        }
        if let Some(title) = &self.title {
            row.title = line("title", title, TITLE_CHARS_MAX)?;
        }
        if let Some(text) = &self.body {
            row.body = body("body", text)?;
        }
        if self.expected.is_some() {
            row.expected = expected(self.expected.as_deref())?;
        }
        row.days = self.days.unwrap_or(row.days);
        // What was given up is tried as often as something new.
        (row.tries, row.problem, row.given_up_at) = (0, None, None);
        in_order(&questions)?;
        keep_times(tx, &seen, (&seen.series, questions)).await?;
        tell(tx, actor, (seen.series.community_id, &seen.series)).await?;
        Ok(self.series)
    }
}

/// Writes questions that were not asked yet, at the moments that are theirs now.
async fn keep_times(
    tx: &Tx,
    seen: &Permit<Change, SeriesSeen>,
    (row, mut questions): (&PromptSeries, Vec<SpacedQuestion>),
) -> Result<()> {
    let held = sessions::session_seen(&tx.conn(), Actor::System, row.session_id).await?;
    timed(tx, row, (held.session.ends_at, &mut questions)).await?;
    for question in questions {
        let stays = seen.questions.contains(&question);
        if question.is_ahead() && !stays {
            store::update_question(tx, seen, question).await?;
        }
    }
    Ok(())
}

/// Asks nothing of a series until it goes on.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PausePromptSeriesInput")]
pub struct PausePromptSeries {
    pub series: PromptSeriesId,
}

#[async_trait]
impl Command for PausePromptSeries {
    type Done = PromptSeriesId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PromptSeriesId> {
        let seen = changeable(tx, actor, self.series).await?;
        goes_on(&seen)?;
        let row = PromptSeries {
            paused_at: seen.series.paused_at.or(Some(tx.now())),
            ..seen.series.clone()
        };
        store::update_series(tx, &seen, row.clone()).await?;
        tell(tx, actor, (row.community_id, &row)).await?;
        Ok(row.id)
    }
}

fn goes_on(seen: &SeriesSeen) -> Result<()> {
    match seen.series.state(&seen.questions) {
        SeriesState::Running | SeriesState::Paused => Ok(()),
        SeriesState::Cancelled => Err(Error::conflict("this was taken back")),
        SeriesState::Done => Err(Error::conflict("all of it was asked")),
    }
}

/// Goes on with a series. What is still to come is later by the days of the pause.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ResumePromptSeriesInput")]
pub struct ResumePromptSeries {
    pub series: PromptSeriesId,
}

#[async_trait]
impl Command for ResumePromptSeries {
    type Done = PromptSeriesId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PromptSeriesId> {
        let seen = changeable(tx, actor, self.series).await?;
        goes_on(&seen)?;
        let Some(paused_at) = seen.series.paused_at else {
            return Ok(self.series);
        };
        let calendar = communities::calendar_of(&tx.conn(), seen.series.community_id).await?;
        let pause = calendar.day_of(tx.now()) - calendar.day_of(paused_at);
        let pause = i32::try_from(pause.num_days()).map_err(Error::internal)?;
        let row = PromptSeries {
            later_by: seen.series.later_by + pause,
            paused_at: None,
            ..seen.series.clone()
        };
        store::update_series(tx, &seen, row.clone()).await?;
        keep_times(tx, &seen, (&row, seen.questions.clone())).await?;
        tell(tx, actor, (row.community_id, &row)).await?;
        Ok(row.id)
    }
}

/// Takes back what was not asked yet. What was stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CancelPromptSeriesInput")]
pub struct CancelPromptSeries {
    pub series: PromptSeriesId,
}

#[async_trait]
impl Command for CancelPromptSeries {
    type Done = PromptSeriesId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<PromptSeriesId> {
        let seen = changeable(tx, actor, self.series).await?;
        if seen.series.cancelled_at.is_some() {
            return Ok(self.series);
        }
        goes_on(&seen)?;
        let row = PromptSeries {
            cancelled_at: Some(tx.now()),
            ..seen.series.clone()
        };
        store::update_series(tx, &seen, row.clone()).await?;
        tell(tx, actor, (row.community_id, &row)).await?;
        Ok(row.id)
    }
}

/// Lets the series of a session follow it; for whoever moves the session, within the same change.
pub(super) async fn follow(tx: &Tx, actor: Actor, session: SessionId) -> Result<()> {
    let all = store::series_of_sessions(&tx.conn(), Actor::System, &[session]).await?;
    for seen in all {
        if goes_on(&seen).is_err() {
            continue;
        }
        let seen = match permit::<Change, _>(Actor::System, seen) {
            Ok(seen) => seen,
            Err(Error::Forbidden(_)) => continue, // archived: nothing is asked there
            Err(error) => return Err(error),
        };
        keep_times(tx, &seen, (&seen.series, seen.questions.clone())).await?;
        tell(tx, actor, (seen.series.community_id, &seen.series)).await?;
    }
    Ok(())
}
