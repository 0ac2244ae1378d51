//! Who is told of corrections: the author of a passage first, then who read it, then who must say that
//! they did, and whoever answers for a correction when somebody is not convinced.
use crate::announcing::{Telling, settle, tell_people};
use crate::tables::CorrectionFacts;
use crate::{NoticeFacts, NoticeKind};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CommunityId, Error, Event, Fact, MisconceptionId, PersonId, PostId, Result, ThreadId, Tx,
};
use misconceptions::{
    AgreementAsked, CorrectionAnswer, CorrectionAnswered, CorrectionOffered, CorrectionReminded,
    CorrectionTold, Met, Misconception, MisconceptionChanged, MisconceptionState, PassageRevised,
};
use std::collections::BTreeMap;

/// Tells of what a fact says about a correction.
pub(crate) async fn hear(tx: &Tx, fact: &Fact) -> Result<()> {
    match fact.kind.as_str() {
        CorrectionOffered::KIND => match fact.as_event::<CorrectionOffered>() {
            Some(it) => offered(tx, fact, it).await,
            None => Ok(()),
        },
        CorrectionTold::KIND => match fact.as_event::<CorrectionTold>() {
            Some(it) => {
                let kind = NoticeKind::CorrectionTold;
                tell(tx, fact, (it.misconception, kind, &it.people)).await
            }
            None => Ok(()),
        },
        CorrectionReminded::KIND => match fact.as_event::<CorrectionReminded>() {
            Some(it) => {
                let kind = NoticeKind::CorrectionReminder;
                tell(tx, fact, (it.misconception, kind, &it.people)).await
            }
            None => Ok(()),
        },
        CorrectionAnswered::KIND => match fact.as_event::<CorrectionAnswered>() {
            Some(it) => answered(tx, fact, it).await,
            None => Ok(()),
        },
        PassageRevised::KIND => match fact.as_event::<PassageRevised>() {
            Some(it) => revised(tx, fact, it).await,
            None => Ok(()),
        },
        AgreementAsked::KIND => match fact.as_event::<AgreementAsked>() {
            Some(it) => asked(tx, fact, it).await,
            None => Ok(()),
        },
        MisconceptionChanged::KIND => match fact.as_event::<MisconceptionChanged>() {
            Some(it) if is_over(it.state) => settle(tx, &it.misconception.to_string(), None).await,
            Some(it) => agreed(tx, it.misconception).await,
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Whether there is nothing to tell of it any more, or not again yet.
fn is_over(state: MisconceptionState) -> bool {
    match state {
        MisconceptionState::Suspected
        | MisconceptionState::Confirmed
        | MisconceptionState::Drafted
        | MisconceptionState::Rejected => true,
        MisconceptionState::AuthorsWindow
        | MisconceptionState::Published
        | MisconceptionState::Closed => false,
    }
}

async fn record_of(tx: &Tx, id: MisconceptionId) -> Result<Option<Misconception>> {
    match misconceptions::misconception_seen(&tx.conn(), Actor::System, id).await {
        Ok(seen) => Ok(Some(seen.record)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What a notice says of a correction, and of the conversation it stands in.
async fn said_of(
    tx: &Tx,
    record: &Misconception,
    (thread, at): (ThreadId, Option<DateTime<Utc>>),
) -> Result<NoticeFacts> {
    let title = match channels::thread_seen(&tx.conn(), Actor::System, thread).await {
        Ok(seen) => seen.thread.title,
        Err(Error::NotFound(_)) => record.claim.clone(),
        Err(error) => return Err(error),
    };
    Ok(NoticeFacts {
        title,
        at,
        correction: Some(CorrectionFacts {
            claim: record.claim.clone(),
            misses: record.misses.clone(),
            holds: record.holds.clone(),
            is_required: record.severity.is_grave(),
        }),
        ..NoticeFacts::default()
    })
}

/// A single person is told.
async fn tell_one(
    tx: &Tx,
    (record, kind): (&Misconception, NoticeKind),
    to: Met,
    (fact, until): (&Fact, Option<DateTime<Utc>>),
) -> Result<()> {
    let telling = Telling {
        community: to.community,
        kind,
        about: record.id.to_string(),
        thread: Some(to.thread),
        facts: said_of(tx, record, (to.thread, until)).await?,
        at: fact.happened_at,
    };
    tell_people(tx, &telling, &[to.person]).await
}

async fn offered(tx: &Tx, fact: &Fact, it: CorrectionOffered) -> Result<()> {
    let Some(record) = record_of(tx, it.misconception).await? else {
        return Ok(());
    };
    if is_over(record.state) || Some(it.person) == fact.actor {
        return Ok(());
    }
    let to = Met {
        person: it.person,
        community: it.community,
        thread: it.thread,
    };
    let kind = NoticeKind::CorrectionOffered;
    tell_one(tx, (&record, kind), to, (fact, it.until)).await
}

/// A colleague reads what they are to agree to.
async fn asked(tx: &Tx, fact: &Fact, it: AgreementAsked) -> Result<()> {
    let Some(record) = record_of(tx, it.misconception).await? else {
        return Ok(());
    };
    if record.asked_id != Some(it.person) || record.agreed_by.is_some() {
        return Ok(()); // somebody else is asked meanwhile, or agreed
    }
    let Some(thread) = home_of(tx, &record).await? else {
        return Ok(());
    };
    let to = Met {
        person: it.person,
        community: it.community,
        thread,
    };
    let kind = NoticeKind::AgreementAsked;
    tell_one(tx, (&record, kind), to, (fact, None)).await
}

/// Once somebody agreed, nobody is asked any more.
async fn agreed(tx: &Tx, id: MisconceptionId) -> Result<()> {
    let record = record_of(tx, id).await?;
    let agreed = record.filter(|record| record.agreed_by.is_some());
    match agreed.and_then(|record| record.asked_id) {
        Some(asked) => settle(tx, &id.to_string(), Some(asked)).await,
        None => Ok(()),
    }
}

/// The conversation in which a misconception stands: one of its own community, if there is one.
async fn home_of(tx: &Tx, record: &Misconception) -> Result<Option<ThreadId>> {
    let places = misconceptions::occurrences_of(&tx.conn(), Actor::System, &[record.id]).await?;
    let home = places
        .iter()
        .find(|seen| seen.occurrence.community_id == record.community_id)
        .or(places.first());
    Ok(home.map(|seen| seen.post.post.thread_id))
}

/// Tells a handful, each where they met it.
async fn tell(
    tx: &Tx,
    fact: &Fact,
    (id, kind, people): (MisconceptionId, NoticeKind, &[Met]),
) -> Result<()> {
    let Some(record) = record_of(tx, id).await? else {
        return Ok(());
    };
    if !record.state.is_public() {
        return Ok(()); // it was taken back before it could be told
    }
    let mut places: BTreeMap<(CommunityId, ThreadId), Vec<PersonId>> = BTreeMap::new();
    for it in people {
        let place = places.entry((it.community, it.thread)).or_default();
        place.push(it.person);
    }
    for ((community, thread), people) in places {
        let telling = Telling {
            community,
            kind,
            about: id.to_string(),
            thread: Some(thread),
            facts: said_of(tx, &record, (thread, None)).await?,
            at: fact.happened_at,
        };
        tell_people(tx, &telling, &people).await?;
    }
    Ok(())
}

async fn answered(tx: &Tx, fact: &Fact, it: CorrectionAnswered) -> Result<()> {
    settle(tx, &it.misconception.to_string(), Some(it.person)).await?;
    if it.answer != CorrectionAnswer::NotConvinced {
        return Ok(());
    }
    let Some(record) = record_of(tx, it.misconception).await? else {
        return Ok(());
    };
    // Who doubts is for them to say, in the conversation.
    let (Some(owner), Some(thread)) = (record.owner_id, home_of(tx, &record).await?) else {
        return Ok(());
    };
    if owner == it.person {
        return Ok(());
    }
    let to = Met {
        person: owner,
        community: record.community_id,
        thread,
    };
    let kind = NoticeKind::CorrectionDoubted;
    tell_one(tx, (&record, kind), to, (fact, None)).await
}

/// An author who revised is thanked; what they were told before is dealt with by that.
async fn revised(tx: &Tx, fact: &Fact, it: PassageRevised) -> Result<()> {
    let Some(record) = record_of(tx, it.misconception).await? else {
        return Ok(());
    };
    let Some(author) = author_of(tx, it.post).await? else {
        return Ok(());
    };
    if fact.actor != Some(author) {
        return settle(tx, &record.id.to_string(), Some(author)).await;
    }
    let to = Met {
        person: author,
        community: it.spot.community,
        thread: it.spot.thread,
    };
    let kind = NoticeKind::CorrectionThanks;
    tell_one(tx, (&record, kind), to, (fact, None)).await
}

/// Whom to tell of a post of theirs.
async fn author_of(tx: &Tx, post: PostId) -> Result<Option<PersonId>> {
    let found = channels::posts_as_they_stand(&tx.conn(), &[post]).await?;
    Ok(found.first().map(|(post, _)| post.author_id.addressee()))
}
