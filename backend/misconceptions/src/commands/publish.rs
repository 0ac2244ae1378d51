use super::{Steered, steered, step};
use crate::policy::MisconceptionSeen;
use crate::showing::Said;
use crate::spread::who_knew;
use crate::states::Step;
use crate::{
    CorrectionReminded, CorrectionShown, CorrectionTold, CorrectionWithdrawn, Exposure, Met,
    Misconception, Occurrence, OccurrenceState, showing, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use channels::{Post, Spot, Thread};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, Command, CommunityId, KeepTime, MisconceptionId, Organisation, PersonId, PostId, Result,
    Tx, permit,
};
use std::collections::{HashMap, HashSet};

/// Lets the correction stand beside its passages, and tells everybody who read them.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PublishCorrectionInput")]
pub struct PublishCorrection {
    pub misconception: MisconceptionId,
}

#[async_trait]
impl Command for PublishCorrection {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let seen = steered(tx, actor, self.misconception).await?;
        publish(tx, seen).await
    }
}

/// Publishes what may be published. Who has read it is written down with it; they are told afterwards, a
/// handful at a time, so that nobody waits for that.
pub(crate) async fn publish(tx: &Tx, seen: Steered) -> Result<Misconception> {
    let actor = seen.actor();
    let passages = store::stored_of(&tx.conn(), &[seen.record.id]).await?;
    let posts: Vec<PostId> = passages.iter().map(|it| it.post_id).collect();
    let posts = channels::posts_as_they_stand(&tx.conn(), &posts).await?;
    let posts: HashMap<PostId, Opened> = posts.into_iter().map(|it| (it.0.id, it)).collect();
    let passages = looked_at(tx, &seen.record, (passages, &posts)).await?;
    let is_revised = passages
        .iter()
        .all(|it| it.state != OccurrenceState::Stands);
    let seen = permit(
        actor,
        MisconceptionSeen {
            is_revised: is_revised && !passages.is_empty(),
            ..seen.into_subject()
        },
    )?;
    seen.life().after(Step::Publish, tx.now())?;
    let of_passages: Vec<&Post> = posts.values().map(|(post, _)| post).collect();
    let words = words_of(&seen.record);
    // Who was told something else was told wrongly: they hear of it again.
    if seen
        .record
        .told_words
        .as_ref()
        .is_some_and(|told| *told != words)
    {
        store::tell_again(tx, &seen).await?;
    }
    let (exposed_before, first) = expose(tx, &seen.record, &of_passages).await?;
    let row = Misconception {
        published_at: Some(tx.now()),
        told_words: Some(words),
        exposed_before,
        first_exposure_at: first,
        ..seen.record.clone()
    };
    let row = step(tx, &seen, Step::Publish, (row, None)).await?;
    for passage in &passages {
        shown(tx, actor, passage).await?;
    }
    Ok(row)
}

/// What is told of it.
fn words_of(record: &Misconception) -> String {
    [&record.claim, &record.misses, &record.holds]
        .map(String::as_str)
        .join("\n\n")
}

/// A post, with its conversation.
type Opened = (Post, Option<Thread>);

/// Looks for each passage in its post as that reads now, and keeps what is found.
async fn looked_at(
    tx: &Tx,
    record: &Misconception,
    (passages, posts): (Vec<Occurrence>, &HashMap<PostId, Opened>),
) -> Result<Vec<Occurrence>> {
    let mut looked_at = Vec::with_capacity(passages.len());
    for passage in passages {
        let Some((post, thread)) = posts.get(&passage.post_id) else {
            continue;
        };
        let said = Said::of(post, thread.as_ref());
        let now = showing::looked_for(&passage, &said, showing::told_at(record));
        if now != passage {
            store::update_occurrence(tx, now.clone()).await?;
        }
        looked_at.push(now);
    }
    Ok(looked_at)
}

/// Writes down who read these posts until now, and is to be told. Returns how many there are with those who
/// were written down before, and when the first of them read it.
pub(super) async fn expose(
    tx: &Tx,
    record: &Misconception,
    posts: &[&Post],
) -> Result<(i32, Option<DateTime<Utc>>)> {
    let conn = tx.conn();
    let mut exposed: HashMap<PersonId, Exposure> = HashMap::new();
    let mut first = None;
    let authors: HashSet<PersonId> = posts.iter().map(|post| showing::author(post)).collect();
    let knew = who_knew(record);
    for post in posts {
        for (person, at) in channels::exposed_to(&conn, post).await? {
            if authors.contains(&person) || knew.contains(&person) {
                continue;
            }
            first = Some(first.map_or(at, |first: DateTime<Utc>| first.min(at)));
            exposed
                .entry(person)
                .or_insert_with(|| untold(record.id, person, post));
        }
    }
    let known = store::exposed_people(&conn, record.id).await?;
    let rows: Vec<Exposure> = exposed
        .into_values()
        .filter(|it| !known.contains(&it.person_id))
        .collect();
    let all = i32::try_from(known.len() + rows.len()).unwrap_or(i32::MAX);
    store::insert_exposures(tx, rows).await?;
    Ok((all, first))
}

fn untold(misconception_id: MisconceptionId, person_id: PersonId, post: &Post) -> Exposure {
    Exposure {
        misconception_id,
        person_id,
        community_id: post.community_id,
        thread_id: post.thread_id,
        told_at: None,
        answer: None,
        answered_at: None,
        reminded_at: None,
        reminders: 0,
    }
}

fn spot(passage: &Occurrence) -> Spot {
    Spot {
        community: passage.community_id,
        channel: passage.channel_id,
        thread: passage.thread_id,
    }
}

/// Tells open pages that a correction stands beside a post.
pub(super) async fn shown(tx: &Tx, actor: Actor, passage: &Occurrence) -> Result<()> {
    let fact = CorrectionShown {
        spot: spot(passage),
        post: passage.post_id,
        misconception: passage.misconception_id,
        occurrence: passage.id,
    };
    tx.emit(actor, &fact).await
}

/// Tells open pages that a correction stands beside a post no longer.
pub(super) async fn withdrawn(tx: &Tx, actor: Actor, passage: &Occurrence) -> Result<()> {
    let fact = CorrectionWithdrawn {
        spot: spot(passage),
        post: passage.post_id,
        misconception: passage.misconception_id,
        occurrence: passage.id,
    };
    tx.emit(actor, &fact).await
}

pub(super) async fn withdraw_all(tx: &Tx, seen: &Steered) -> Result<()> {
    for passage in store::stored_of(&tx.conn(), &[seen.record.id]).await? {
        withdrawn(tx, seen.actor(), &passage).await?;
    }
    Ok(())
}

/// Takes back what was published less than seven days ago: it is a draft again. Who was told stays
/// told, until it is published in other words.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UndoCorrectionInput")]
pub struct UndoCorrection {
    pub misconception: MisconceptionId,
}

#[async_trait]
impl Command for UndoCorrection {
    type Done = Misconception;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Misconception> {
        let seen = steered(tx, actor, self.misconception).await?;
        let row = Misconception {
            published_at: None,
            window_ends_at: None,
            ..seen.record.clone()
        };
        let row = step(tx, &seen, Step::Undo, (row, None)).await?;
        withdraw_all(tx, &seen).await?;
        Ok(row)
    }
}

/// Tells some of those who read it; returns how many were looked at.
pub(crate) struct TellExposed {
    pub people_max: u64,
}

#[async_trait]
impl Command for TellExposed {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let some = store::untold(&tx.conn(), self.people_max).await?;
        let Some(misconception) = some.first().map(|it| it.misconception_id) else {
            return Ok(0);
        };
        let (told, gone) = still_there(tx, &some).await?;
        store::unexpose(tx, &leave, (misconception, &gone)).await?;
        let people: Vec<PersonId> = told.iter().map(|it| it.person).collect();
        store::set_told(tx, &leave, (misconception, &people)).await?;
        if !told.is_empty() {
            let fact = CorrectionTold {
                misconception,
                people: told,
            };
            tx.emit(actor, &fact).await?;
        }
        Ok(some.len())
    }
}

/// Those who may still read what they read then, and the others.
async fn still_there(tx: &Tx, some: &[Exposure]) -> Result<(Vec<Met>, Vec<PersonId>)> {
    let mut by_community: HashMap<CommunityId, HashSet<PersonId>> = HashMap::new();
    for it in some {
        let people = by_community.entry(it.community_id).or_default();
        people.insert(it.person_id);
    }
    let mut members = HashSet::new();
    for (community, people) in by_community {
        let found = communities::members_among(&tx.conn(), community, &people).await?;
        members.extend(found.into_iter().map(|person| (community, person)));
    }
    let (there, gone): (Vec<&Exposure>, Vec<&Exposure>) = some
        .iter()
        .partition(|it| members.contains(&(it.community_id, it.person_id)));
    let met = |it: &Exposure| Met {
        person: it.person_id,
        community: it.community_id,
        thread: it.thread_id,
    };
    Ok((
        there.into_iter().map(met).collect(),
        gone.into_iter().map(|it| it.person_id).collect(),
    ))
}

/// Reminds some of those who must say that they read it; returns how many.
pub(crate) struct Remind {
    pub people_max: u64,
}

#[async_trait]
impl Command for Remind {
    type Done = usize;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<usize> {
        let leave = permit::<KeepTime, _>(actor, Organisation)?;
        let some = store::reminders_due(&tx.conn(), tx.now(), self.people_max).await?;
        let Some(misconception) = some.first().map(|it| it.misconception_id) else {
            return Ok(0);
        };
        let (people, _) = still_there(tx, &some).await?;
        let all: Vec<PersonId> = some.iter().map(|it| it.person_id).collect();
        store::set_reminded(tx, &leave, (misconception, &all)).await?;
        if !people.is_empty() {
            let fact = CorrectionReminded {
                misconception,
                people,
            };
            tx.emit(actor, &fact).await?;
        }
        Ok(some.len())
    }
}
