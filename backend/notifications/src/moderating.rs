//! Who is told of what moderators decide, and who of what waits for them.
//!
//! What a moderator was shown before they decided is what is told. What waits is one notice for each
//! moderator and community, however much it is: nobody follows anything to hear of it.
use crate::announcing::{Telling, settle, tell_people};
use crate::{NoticeChanged, NoticeFacts, NoticeKind, store};
use communities::{Role, standings};
use kernel::{Actor, CommunityId, Error, Event, Fact, PersonId, Result, Tx};
use moderation::{ItemChanged, ItemOpened, ItemSettled, PromiseBroken, Tab, Told, ToldNoMore};

/// Tells of what a fact says about what moderators do, and about what waits for them.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        Told::KIND => match fact.as_event::<Told>() {
            Some(told) => tell(tx, fact, told).await,
            None => Ok(()),
        },
        ToldNoMore::KIND => match fact.as_event::<ToldNoMore>() {
            Some(it) => settle(tx, &it.about, Some(it.person)).await,
            None => Ok(()),
        },
        ItemOpened::KIND => match fact.as_event::<ItemOpened>() {
            Some(it) => opened(tx, fact, it).await,
            None => Ok(()),
        },
        PromiseBroken::KIND => match fact.as_event::<PromiseBroken>() {
            Some(it) => broken(tx, fact, it).await,
            None => Ok(()),
        },
        ItemChanged::KIND => match fact.as_event::<ItemChanged>() {
            Some(it) => count_again(tx, it.community).await,
            None => Ok(()),
        },
        ItemSettled::KIND => match fact.as_event::<ItemSettled>() {
            Some(it) => {
                kept_after_all(tx, &it).await?;
                count_again(tx, it.community).await
            }
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

async fn tell(tx: &Tx, fact: &Fact, told: Told) -> Result<()> {
    let title = match told.thread {
        Some(thread) => match channels::thread_seen(&tx.conn(), Actor::System, thread).await {
            Ok(seen) => seen.thread.title,
            Err(Error::NotFound(_)) => return Ok(()),
            Err(error) => return Err(error),
        },
        None => name_of(tx, told.community).await?,
    };
    let telling = Telling {
        community: told.community,
        kind: NoticeKind::Moderation,
        about: told.about,
        thread: told.thread,
        facts: NoticeFacts {
            title,
            words: told.words,
            message: Some(told.message),
            decision: told.decision,
            post: told.post,
            until: told.until,
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[told.person]).await
}

async fn name_of(tx: &Tx, community: CommunityId) -> Result<String> {
    let community = communities::community_by_id(&tx.conn(), community).await?;
    Ok(community.map(|it| it.name).unwrap_or_default())
}

/// Questions without an answer have a letter of their own; the rest is told to those who moderate.
async fn opened(tx: &Tx, fact: &Fact, it: ItemOpened) -> Result<()> {
    let conn = tx.conn();
    let item = moderation::item_seen(&conn, Actor::System, it.item).await?;
    let item = item.item;
    if item.tab == Tab::Unanswered || item.settled_at.is_some() {
        return Ok(());
    }
    let moderates = |role| matches!(role, Role::Moderator | Role::Facilitator);
    let mut moderators: Vec<PersonId> = standings(&conn, it.community)
        .await?
        .into_iter()
        .filter(|(person, standing)| moderates(standing.role) && Some(*person) != fact.actor)
        .map(|(person, _)| person)
        .collect();
    moderators.sort_unstable();
    let telling = Telling {
        community: it.community,
        kind: NoticeKind::ToCheck,
        about: it.community.to_string(),
        thread: item.thread_id,
        facts: NoticeFacts {
            title: name_of(tx, it.community).await?,
            count: Some(waiting(tx, it.community).await?),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &moderators).await
}

/// Facilitators hear once of a promise that was not kept.
async fn broken(tx: &Tx, fact: &Fact, it: PromiseBroken) -> Result<()> {
    let conn = tx.conn();
    let seen = channels::thread_seen(&conn, Actor::System, it.thread).await?;
    let everybody = standings(&conn, it.community).await?;
    let leads = everybody
        .into_iter()
        .filter(|(_, standing)| standing.role == Role::Facilitator);
    let mut leads: Vec<PersonId> = leads.map(|(person, _)| person).collect();
    leads.sort_unstable();
    let telling = Telling {
        community: it.community,
        kind: NoticeKind::PromiseBroken,
        about: it.item.to_string(),
        thread: Some(it.thread),
        facts: NoticeFacts {
            title: seen.thread.title,
            until: Some(it.promised_by),
            ..NoticeFacts::default()
        },
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &leads).await
}

/// Once somebody looked, nothing is told of the promise any more.
async fn kept_after_all(tx: &Tx, it: &ItemSettled) -> Result<()> {
    let about = it.item.to_string();
    let told = store::told_about(&tx.conn(), &about, None).await?;
    let broken = told
        .iter()
        .filter(|it| it.kind == NoticeKind::PromiseBroken);
    for notice in broken.filter(|it| it.done_at.is_none()) {
        settle(tx, &about, Some(notice.person_id)).await?;
    }
    Ok(())
}

async fn waiting(tx: &Tx, community: CommunityId) -> Result<i32> {
    let count = moderation::open_count(&tx.conn(), community).await?;
    Ok(i32::try_from(count).unwrap_or(i32::MAX))
}

/// Puts right how many wait, and settles what was told once nothing does.
async fn count_again(tx: &Tx, community: CommunityId) -> Result<()> {
    let about = community.to_string();
    let told = store::told_about(&tx.conn(), &about, None).await?;
    let open: Vec<_> = told.iter().filter(|it| it.done_at.is_none()).collect();
    if open.is_empty() {
        return Ok(());
    }
    let count = waiting(tx, community).await?;
    if count == 0 {
        return settle(tx, &about, None).await;
    }
    for notice in open.iter().filter(|it| it.facts.count != Some(count)) {
        let facts = NoticeFacts {
            count: Some(count),
            ..notice.facts.clone()
        };
        store::restate(tx, notice.id, facts).await?;
        let fact = NoticeChanged {
            person: notice.person_id,
            notice: notice.id,
        };
        tx.emit(Actor::System, &fact).await?;
    }
    Ok(())
}
