use crate::store;
use crate::{DueRule, News, PreWork, PreWorkChanged, Prompt, PromptChanged};
use channels::Spot;
use chrono::{DateTime, Utc};
use kernel::{Actor, Conn, Result, SessionId, Tx};

/// What follows its session to another time, each as it is until then.
#[derive(Clone, Debug, Default)]
pub struct Retiming {
    pub prompts: Vec<(Prompt, DateTime<Utc>)>,
    pub pre_work: Vec<(PreWork, DateTime<Utc>)>,
}

/// What would be due at another time if a session began at `start`, and when.
///
/// # Errors
/// When the database fails, or a rule leads out of the calendar.
pub async fn retiming(
    conn: &Conn<'_>,
    session: SessionId,
    start: DateTime<Utc>,
) -> Result<Retiming> {
    let seen = sessions::session_seen(conn, Actor::System, session).await?;
    let calendar = communities::calendar_of(conn, seen.session.community_id).await?;
    let moves = |rule: &Option<DueRule>, from: Option<DateTime<Utc>>| -> Result<_> {
        let rule = rule.as_ref();
        let to = rule
            .map(|rule| rule.instant(start, &calendar))
            .transpose()?;
        Ok(to.filter(|to| Some(*to) != from))
    };
    let mut retiming = Retiming::default();
    for row in store::ruled_prompts(conn, session).await? {
        if let Some(to) = moves(&row.due_rule, row.due_at)? {
            retiming.prompts.push((row, to));
        }
    }
    for row in store::ruled_pre_work(conn, session).await? {
        if let Some(to) = moves(&row.due_rule, row.due_at)? {
            retiming.pre_work.push((row, to));
        }
    }
    Ok(retiming)
}

/// Lets what is due so many days from a session follow it; for whoever moves the session, within the
/// same change.
///
/// # Errors
/// When the database fails.
pub async fn retime(tx: &Tx, actor: Actor, session: SessionId) -> Result<()> {
    let conn = tx.conn();
    let seen = sessions::session_seen(&conn, Actor::System, session).await?;
    let retiming = retiming(&conn, session, seen.session.starts_at).await?;
    for (row, to) in &retiming.prompts {
        store::set_prompt_due(tx, row.id, *to).await?;
        let fact = PromptChanged {
            spot: Spot {
                community: row.community_id,
                channel: row.channel_id,
                thread: row.thread_id,
            },
            prompt: row.id,
            news: News::Terms,
        };
        tx.emit(actor, &fact).await?;
    }
    for (row, to) in &retiming.pre_work {
        store::set_pre_work_due(tx, row.id, *to).await?;
        let fact = PreWorkChanged {
            community: row.community_id,
            pre_work: row.id,
            news: News::Terms,
        };
        tx.emit(actor, &fact).await?;
    }
    super::space::follow(tx, actor, session).await
}
