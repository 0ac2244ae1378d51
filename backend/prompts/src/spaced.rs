//! What happens by itself: a question of a series becomes a prompt when its moment comes.
use crate::commands::tell_series;
use crate::policy::{Change, SeriesSeen};
use crate::{PostPrompt, Prompt, PromptSeries, SpacedQuestion, store};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use communities::ARCHIVED;
use kernel::{Actor, Command, Db, Error, KeepTime, Organisation, PersonId, Result, Tx, permit};
use sessions::SessionState;

/// So often is a question tried, a day apart.
const TRIES_MAX: i32 = 3;

/// Asks what is due by now; returns how much that was, 0 when nothing was.
///
/// # Errors
/// When the database fails.
pub async fn ask_what_is_due(db: &Db) -> Result<usize> {
    match store::spaced_due(&db.read(), db.now()).await? {
        Some(_) => db.write(Actor::System, AskNext).await,
        None => Ok(0),
    }
}

/// Asks the question of a series that is due first; returns 0 when none was.
pub struct AskNext;

#[async_trait]
impl Command for AskNext {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let Some(question) = store::spaced_due(&tx.conn(), tx.now()).await? else {
            return Ok(0); // another node was here
        };
        let seen = store::series_seen(&tx.conn(), actor, question.series_id).await?;
        let held = sessions::session_seen(&tx.conn(), actor, seen.series.session_id).await?;
        if held.session.state == SessionState::Cancelled {
            take_back(tx, seen).await?;
            return Ok(1);
        }
        let row = match communities::community_by_id(&tx.conn(), seen.series.community_id).await? {
            Some(place) if place.archived_at.is_none() => {
                // It may fail: because nobody leads, or the channel is closed.
                match tx.attempt(ask(tx, &seen, &question)).await? {
                    Ok(prompt) => SpacedQuestion {
                        prompt_id: Some(prompt.id),
                        problem: None,
                        ..question
                    },
                    Err(error) => not_asked(&seen, question, (tx.now(), &error)),
                }
            }
            // Nothing is asked where nothing goes on, and nobody waits for it.
            _ => SpacedQuestion {
                problem: Some(ARCHIVED.to_owned()),
                given_up_at: Some(tx.now()),
                ..question
            },
        };
        store::settle_question(tx, &leave, row).await?;
        tell_series(tx, actor, (seen.series.community_id, &seen.series)).await?;
        Ok(1)
    }
}

/// Tries it again in a day; not for ever, and not on the day of the next one: what is asked late crowds
/// out what is asked in time.
fn not_asked(
    seen: &SeriesSeen,
    question: SpacedQuestion,
    (now, error): (DateTime<Utc>, &Error),
) -> SpacedQuestion {
    let (tries, again) = (question.tries + 1, now + TimeDelta::days(1));
    let next = seen
        .questions
        .iter()
        .find(|it| it.position > question.position && it.is_ahead());
    let gives_up = tries >= TRIES_MAX || next.is_some_and(|it| it.asks_at <= again);
    SpacedQuestion {
        tries,
        problem: Some(words_of(error)),
        given_up_at: gives_up.then_some(now),
        asks_at: if gives_up { question.asks_at } else { again },
        ..question
    }
}

/// Why it could not be asked, for people who plan; what is ours stays in the log.
fn words_of(error: &Error) -> String {
    match error {
        Error::Internal(_) => {
            tracing::warn!(%error, "a question of a series could not be asked");
            "something went wrong on our side; the log says what".to_owned()
        }
        error => error.to_string(),
    }
}

/// What would follow a session that does not take place is not asked.
async fn take_back(tx: &Tx, seen: SeriesSeen) -> Result<()> {
    let seen = permit::<Change, _>(Actor::System, seen)?;
    let row = PromptSeries {
        cancelled_at: Some(tx.now()),
        ..seen.series.clone()
    };
    store::update_series(tx, &seen, row.clone()).await?;
    tell_series(tx, Actor::System, (row.community_id, &row)).await
}

async fn ask(tx: &Tx, seen: &SeriesSeen, question: &SpacedQuestion) -> Result<Prompt> {
    let series = &seen.series;
    let mut post = PostPrompt {
        channel: series.channel_id,
        title: question.title.clone(),
        body: question.body.clone(),
        session: Some(series.session_id),
        objectives: Vec::new(),
        due_at: None,
        due: None,
        minutes: question.minutes,
        audience: Some(series.audience.roles().to_vec()),
        answer_first: true,
        attachments: Vec::new(),
        nonce: format!("{}-{}", series.id, question.position),
        begin: None,
    };
    let speaker = Actor::Person(voice(tx, series).await?);
    post.prepare(&tx.conn(), speaker).await?;
    post.run(tx, speaker).await
}

/// Who asks: who made the series, or another who leads.
async fn voice(tx: &Tx, series: &PromptSeries) -> Result<PersonId> {
    let leads = communities::leads_of(&tx.conn(), &[series.community_id]).await?;
    let leads: Vec<PersonId> = leads.into_values().flatten().map(|it| it.id).collect();
    match leads.contains(&series.created_by) {
        true => Ok(series.created_by),
        false => leads.first().copied().ok_or_else(|| {
            Error::forbidden("nobody leads this community; make somebody a facilitator")
        }),
    }
}
