//! Who is told of what is asked: those it is asked of, until they have done it.
//!
//! Told is that something is asked, what it is called and until when; never what others answered.
use crate::announcing::{Telling, settle, tell_people};
use crate::{Notice, NoticeChanged, NoticeFacts, NoticeKind, store};
use chrono::{DateTime, TimeDelta, Utc};
use communities::{community_by_id, standings};
use journeys::Reminded;
use kernel::{
    Actor, CommunityId, Conn, Error, Event, Fact, PersonId, PreWorkId, PromptId, Result, ThreadId,
    Tx,
};
use prompts::{
    Asking, News, PreWorkChanged, PreWorkDone, PreWorkOpened, PromptAnswered, PromptChanged,
    PromptPosted,
};
use std::collections::BTreeSet;

/// What is never due is news for so long.
const NEWS: TimeDelta = TimeDelta::days(7);

/// Tells of what a fact says about prompts, pre-work and reminders.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        PromptPosted::KIND => match fact.as_event::<PromptPosted>() {
            Some(it) => tell(tx, fact, prompt(tx, it.prompt).await?).await,
            None => Ok(()),
        },
        PromptChanged::KIND => match fact.as_event::<PromptChanged>() {
            Some(it) => tell_change(tx, fact, (prompt(tx, it.prompt).await?, it.news)).await,
            None => Ok(()),
        },
        PromptAnswered::KIND => match fact.as_event::<PromptAnswered>() {
            Some(it) => settle(tx, &it.prompt.to_string(), Some(it.person)).await,
            None => Ok(()),
        },
        PreWorkOpened::KIND => match fact.as_event::<PreWorkOpened>() {
            Some(it) => tell(tx, fact, pre_work(tx, it.pre_work).await?).await,
            None => Ok(()),
        },
        PreWorkChanged::KIND => match fact.as_event::<PreWorkChanged>() {
            Some(it) => {
                let asked = pre_work(tx, it.pre_work).await?;
                tell_change(tx, fact, (asked, it.news)).await
            }
            None => Ok(()),
        },
        PreWorkDone::KIND => match fact.as_event::<PreWorkDone>() {
            Some(it) if it.done => settle(tx, &it.pre_work.to_string(), Some(it.person)).await,
            Some(_) | None => Ok(()),
        },
        Reminded::KIND => match fact.as_event::<Reminded>() {
            Some(it) => remind(tx, fact, it).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Something that is asked, and of whom.
struct Asked {
    community: CommunityId,
    kind: NoticeKind,
    about: String,
    thread: Option<ThreadId>,
    facts: NoticeFacts,
    /// Who is expected to do it, and has not; nobody once it is asked no longer.
    people: Vec<PersonId>,
}

async fn prompt(tx: &Tx, id: PromptId) -> Result<Option<Asked>> {
    let conn = tx.conn();
    let Some(seen) = known(prompts::prompt_seen(&conn, Actor::System, id).await)? else {
        return Ok(None);
    };
    let prompt = &seen.prompt;
    Ok(Some(Asked {
        community: prompt.community_id,
        kind: NoticeKind::PromptAsked,
        about: id.to_string(),
        thread: Some(prompt.thread_id),
        facts: NoticeFacts {
            title: seen.thread.thread.title.clone(),
            at: prompt.due_at,
            minutes: prompt.minutes,
            ..NoticeFacts::default()
        },
        people: prompts::who_has_not_answered(&conn, id).await?,
    }))
}

async fn pre_work(tx: &Tx, id: PreWorkId) -> Result<Option<Asked>> {
    let conn = tx.conn();
    let Some(seen) = known(prompts::pre_work_seen(&conn, Actor::System, id).await)? else {
        return Ok(None);
    };
    let item = &seen.item;
    let done = prompts::pre_work_done_by(&conn, &[id]).await?;
    let done: BTreeSet<PersonId> = done.into_iter().map(|(_, person)| person).collect();
    let mut people = match item.withdrawn_at {
        None => expected(&conn, item.community_id, item.asking()).await?,
        Some(_) => Vec::new(),
    };
    people.retain(|person| !done.contains(person));
    Ok(Some(Asked {
        community: item.community_id,
        kind: NoticeKind::PreWorkOpened,
        about: id.to_string(),
        thread: None,
        facts: NoticeFacts {
            title: item.title.clone(),
            at: item.due_at,
            minutes: item.minutes,
            ..NoticeFacts::default()
        },
        people,
    }))
}

async fn expected(
    conn: &Conn<'_>,
    community: CommunityId,
    asking: Asking<'_>,
) -> Result<Vec<PersonId>> {
    let members = standings(conn, community).await?;
    let expected = members
        .into_iter()
        .filter(|(_, standing)| asking.expects(*standing));
    Ok(expected.map(|(person, _)| person).collect())
}

/// Tells those who are asked. What was due before it could be told is no news.
async fn tell(tx: &Tx, fact: &Fact, asked: Option<Asked>) -> Result<()> {
    let Some(asked) = asked else {
        return Ok(());
    };
    let until = asked.facts.at.unwrap_or(fact.happened_at + NEWS);
    if until < tx.now() {
        return Ok(());
    }
    let mut people = asked.people;
    people.retain(|person| Some(*person) != fact.actor);
    let telling = Telling {
        community: asked.community,
        kind: asked.kind,
        about: asked.about,
        thread: asked.thread,
        facts: asked.facts,
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &people).await
}

async fn tell_change(tx: &Tx, fact: &Fact, (asked, news): (Option<Asked>, News)) -> Result<()> {
    match news {
        News::Terms => tell_anew(tx, fact, asked).await,
        News::AskedAgain => tell(tx, fact, asked).await,
    }
}

/// Puts right what was told, without telling it again: until when it is, and of whom it is asked. Who
/// is asked from now on is told.
async fn tell_anew(tx: &Tx, fact: &Fact, asked: Option<Asked>) -> Result<()> {
    let Some(mut asked) = asked else {
        return Ok(());
    };
    let told = store::told_about(&tx.conn(), &asked.about, None).await?;
    for notice in &told {
        if notice.done_at.is_some() {
            continue;
        }
        if !asked.people.contains(&notice.person_id) {
            settle(tx, &asked.about, Some(notice.person_id)).await?;
            continue;
        }
        let facts = NoticeFacts {
            words: notice.facts.words.clone(),
            ..asked.facts.clone()
        };
        if facts != notice.facts {
            put_right(tx, notice, facts).await?;
        }
    }
    asked
        .people
        .retain(|person| told.iter().all(|notice| notice.person_id != *person));
    tell(tx, fact, Some(asked)).await
}

async fn put_right(tx: &Tx, notice: &Notice, facts: NoticeFacts) -> Result<()> {
    store::restate(tx, notice.id, facts).await?;
    let fact = NoticeChanged {
        person: notice.person_id,
        notice: notice.id,
    };
    tx.emit(Actor::System, &fact).await
}

/// A reminder takes the place of what was told before about the same thing.
async fn remind(tx: &Tx, fact: &Fact, it: Reminded) -> Result<()> {
    let conn = tx.conn();
    let Some(community) = community_by_id(&conn, it.community).await? else {
        return Ok(());
    };
    let of_prompt = match it.prompt {
        Some(id) => prompt(tx, id).await?,
        None => None,
    };
    let session = match it.session {
        Some(id) => known(sessions::session_seen(&conn, Actor::System, id).await)?,
        None => None,
    };
    let (about, thread, facts) = match (of_prompt, session) {
        // They answered since they were reminded.
        (Some(asked), _) if !asked.people.contains(&it.person) => return Ok(()),
        (Some(asked), _) => (asked.about, asked.thread, asked.facts),
        (None, Some(seen)) => {
            let facts = NoticeFacts {
                title: seen.session.title.clone(),
                at: ahead(fact, seen.session.starts_at),
                ..NoticeFacts::default()
            };
            (seen.session.id.to_string(), None, facts)
        }
        (None, None) => {
            let facts = NoticeFacts {
                title: community.name.clone(),
                ..NoticeFacts::default()
            };
            (it.item.to_string(), None, facts)
        }
    };
    let telling = Telling {
        community: community.id,
        kind: NoticeKind::Reminder,
        about,
        thread,
        facts: NoticeFacts {
            words: Some(it.text),
            ..facts
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[it.person]).await
}

/// A moment, unless it was over when this happened.
fn ahead(fact: &Fact, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    (at > fact.happened_at).then_some(at)
}

/// What was found; nothing when it is gone.
fn known<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
