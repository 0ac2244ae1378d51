//! Who is told that they are asked by name to answer a question, until they have; and what becomes of
//! inboxes when conversations come together.
//!
//! Told is what was asked, never by whom: who asks may have no name.
use crate::announcing::{Telling, settle, tell_people};
use crate::{NoticeFacts, NoticeKind, store};
use channels::{PostCreated, ThreadMerged};
use kernel::{Actor, Error, Event, Fact, Result, Tx};
use questions::AnswerInvited;

pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        AnswerInvited::KIND => match fact.as_event::<AnswerInvited>() {
            Some(it) => tell(tx, fact, it).await,
            None => Ok(()),
        },
        PostCreated::KIND => match fact.as_event::<PostCreated>() {
            Some(it) if fact.actor.is_some() => {
                settle(tx, &it.spot.thread.to_string(), fact.actor).await
            }
            Some(_) | None => Ok(()),
        },
        ThreadMerged::KIND => match fact.as_event::<ThreadMerged>() {
            Some(it) => store::merge_items(tx, it.spot.thread, it.into).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

async fn tell(tx: &Tx, fact: &Fact, it: AnswerInvited) -> Result<()> {
    let seen = match channels::thread_seen(&tx.conn(), Actor::System, it.spot.thread).await {
        Ok(seen) => seen,
        Err(Error::NotFound(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    let telling = Telling {
        community: it.spot.community,
        kind: NoticeKind::AnswerInvited,
        about: it.spot.thread.to_string(),
        thread: Some(it.spot.thread),
        facts: NoticeFacts {
            title: seen.thread.title.clone(),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[it.person]).await
}
