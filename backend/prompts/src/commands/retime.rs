use crate::store;
use crate::{DueRule, PreWork, PreWorkChanged, Prompt, PromptChanged};
use channels::Spot;
use kernel::{Actor, Result, SessionId, Tx};

/// What is due at another time, because its session moved.
#[derive(Clone, Debug, Default)]
pub struct Retimed {
    pub prompts: Vec<Prompt>,
    pub pre_work: Vec<PreWork>,
}

/// Lets what is due so many days from a session follow it; for whoever moves the session, within the
/// same change.
///
/// # Errors
/// When the database fails.
pub async fn retime(tx: &Tx, actor: Actor, session: SessionId) -> Result<Retimed> {
    let conn = tx.conn();
    let seen = sessions::session_seen(&conn, Actor::System, session).await?;
    let calendar = communities::calendar_of(&conn, seen.session.community_id).await?;
    let start = seen.session.starts_at;
    let due = |rule: &Option<DueRule>| {
        let rule = rule.as_ref();
        rule.map(|rule| rule.instant(start, &calendar)).transpose()
    };
    let prompts = store::retimed_prompts(tx, session, |row| due(&row.due_rule)).await?;
    let pre_work = store::retimed_pre_work(tx, session, |row| due(&row.due_rule)).await?;
    for row in &prompts {
        let spot = Spot {
            community: row.community_id,
            channel: row.channel_id,
            thread: row.thread_id,
        };
        let prompt = row.id;
        tx.emit(actor, &PromptChanged { spot, prompt }).await?;
    }
    for row in &pre_work {
        let fact = PreWorkChanged {
            community: row.community_id,
            pre_work: row.id,
        };
        tx.emit(actor, &fact).await?;
    }
    Ok(Retimed { prompts, pre_work })
}
