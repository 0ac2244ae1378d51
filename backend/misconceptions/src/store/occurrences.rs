//! Passages of posts that say a misconception.
use crate::tables::{misconception, occurrence};
use crate::{Misconception, MisconceptionState, Occurrence, OccurrenceState};
use channels::{Moderate, PostSeen, ThreadSeen};
use kernel::{
    Actor, CommunityId, Conn, Error, MisconceptionId, OccurrenceId, Permit, PostId, Result,
    ThreadId, Tx,
};
use sea_orm::sea_query::{Condition, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use std::collections::{HashMap, HashSet};

/// A passage in its post, as the asker sees that.
#[derive(Clone, Debug)]
pub struct OccurrenceSeen {
    pub occurrence: Occurrence,
    pub post: PostSeen,
}

impl OccurrenceSeen {
    /// The passage as its post reads now.
    pub fn as_it_stands(&self, record: &Misconception) -> Occurrence {
        let told_at = crate::showing::told_at(record);
        let said = crate::showing::Said::seen(&self.post);
        crate::showing::looked_for(&self.occurrence, &said, told_at)
    }
}

fn kept() -> Select<occurrence::Entity> {
    occurrence::Entity::find()
        .filter(occurrence::Column::RemovedAt.is_null())
        .order_by_asc(occurrence::Column::AddedAt)
        .order_by_asc(occurrence::Column::Id)
}

/// Only passages of misconceptions in one of these states.
fn of_states(states: &[MisconceptionState]) -> Condition {
    let records = Query::select()
        .column(misconception::Column::Id)
        .from(misconception::Entity)
        .and_where(misconception::Column::State.is_in(states.iter().copied()))
        .to_owned();
    Condition::all().add(occurrence::Column::MisconceptionId.in_subquery(records))
}

const PUBLIC: [MisconceptionState; 2] = [MisconceptionState::Published, MisconceptionState::Closed];

/// The passages of these misconceptions, whoever may read their posts.
pub(crate) async fn stored_of(conn: &Conn<'_>, ids: &[MisconceptionId]) -> Result<Vec<Occurrence>> {
    Ok(kept()
        .filter(occurrence::Column::MisconceptionId.is_in(ids.iter().copied()))
        .all(conn)
        .await?)
}

/// Those of them that stand, as far as is known.
pub(crate) async fn standing_occurrences(
    conn: &Conn<'_>,
    id: MisconceptionId,
) -> Result<Vec<Occurrence>> {
    let mut found = stored_of(conn, &[id]).await?;
    found.retain(|it| it.state == OccurrenceState::Stands);
    Ok(found)
}

/// The passages of these misconceptions in posts that the asker may read, the first first.
pub async fn occurrences_of(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[MisconceptionId],
) -> Result<Vec<OccurrenceSeen>> {
    let found = stored_of(conn, ids).await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let posts: Vec<PostId> = found.iter().map(|it| it.post_id).collect();
    let posts = channels::posts_visible_to(conn, actor, &posts).await?;
    let posts: HashMap<PostId, PostSeen> =
        posts.into_iter().map(|seen| (seen.post.id, seen)).collect();
    let seen = found.into_iter().filter_map(|occurrence| {
        let post = posts.get(&occurrence.post_id)?.clone();
        Some(OccurrenceSeen { occurrence, post })
    });
    Ok(seen.collect())
}

/// In how many posts of its own community each occurs, and in how many other communities.
pub async fn spread_in_places(
    conn: &Conn<'_>,
    ids: &[(MisconceptionId, CommunityId)],
) -> Result<HashMap<MisconceptionId, (usize, usize)>> {
    let records: Vec<MisconceptionId> = ids.iter().map(|(id, _)| *id).collect();
    let found = stored_of(conn, &records).await?;
    let counted = ids.iter().map(|(id, home)| {
        let own = found.iter().filter(|it| it.misconception_id == *id);
        let here: HashSet<PostId> = own
            .clone()
            .filter(|it| it.community_id == *home)
            .map(|it| it.post_id)
            .collect();
        let elsewhere: HashSet<CommunityId> = own
            .map(|it| it.community_id)
            .filter(|community| community != home)
            .collect();
        (*id, (here.len(), elsewhere.len()))
    });
    Ok(counted.collect())
}

/// The passages of these posts whose corrections stand beside them, each with its misconception.
pub async fn corrected_posts(
    conn: &Conn<'_>,
    posts: &[PostId],
) -> Result<Vec<(Occurrence, Misconception)>> {
    let found = kept()
        .filter(occurrence::Column::PostId.is_in(posts.iter().copied()))
        .filter(of_states(&PUBLIC))
        .all(conn)
        .await?;
    with_records(conn, found).await
}

async fn with_records(
    conn: &Conn<'_>,
    found: Vec<Occurrence>,
) -> Result<Vec<(Occurrence, Misconception)>> {
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: HashSet<MisconceptionId> = found.iter().map(|it| it.misconception_id).collect();
    let records = misconception::Entity::find()
        .filter(misconception::Column::Id.is_in(ids))
        .all(conn)
        .await?;
    let records: HashMap<MisconceptionId, Misconception> = records
        .into_iter()
        .map(|record| (record.id, record))
        .collect();
    let pairs = found.into_iter().filter_map(|it| {
        let record = records.get(&it.misconception_id)?.clone();
        Some((it, record))
    });
    Ok(pairs.collect())
}

/// Which corrected misconceptions occur in these threads, in posts that the asker may read.
pub async fn corrections_in_threads(
    conn: &Conn<'_>,
    actor: Actor,
    threads: &[ThreadId],
) -> Result<HashMap<ThreadId, Vec<MisconceptionId>>> {
    let found = kept()
        .filter(occurrence::Column::ThreadId.is_in(threads.iter().copied()))
        .filter(of_states(&PUBLIC))
        .all(conn)
        .await?;
    let mut of: HashMap<ThreadId, Vec<MisconceptionId>> = HashMap::new();
    if found.is_empty() {
        return Ok(of);
    }
    let posts: Vec<PostId> = found.iter().map(|it| it.post_id).collect();
    let posts = channels::posts_visible_to(conn, actor, &posts).await?;
    let places: HashMap<PostId, ThreadId> = posts
        .iter()
        .map(|seen| (seen.post.id, seen.post.thread_id))
        .collect();
    for it in found {
        let Some(thread) = places.get(&it.post_id) else {
            continue;
        };
        let ids = of.entry(*thread).or_default();
        if !ids.contains(&it.misconception_id) {
            ids.push(it.misconception_id);
        }
    }
    Ok(of)
}

/// As many occurrences are looked through for one list.
const LISTED_MAX: u64 = 1_000;

/// The threads of a community in which something was corrected that the asker may read.
pub async fn corrected_threads(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<ThreadId>> {
    let found = kept()
        .filter(occurrence::Column::CommunityId.eq(community))
        .filter(of_states(&PUBLIC))
        .limit(LISTED_MAX)
        .all(conn)
        .await?;
    let posts: Vec<PostId> = found.iter().map(|it| it.post_id).collect();
    let posts = channels::posts_visible_to(conn, actor, &posts).await?;
    let threads: HashSet<ThreadId> = posts.iter().map(|seen| seen.post.thread_id).collect();
    Ok(threads.into_iter().collect())
}

/// Of these threads, those in which a misconception that was confirmed occurs: new answers there are looked
/// at.
pub async fn has_misconception(conn: &Conn<'_>, threads: &[ThreadId]) -> Result<HashSet<ThreadId>> {
    let unknown = [MisconceptionState::Suspected, MisconceptionState::Rejected];
    let known: Vec<MisconceptionState> = MisconceptionState::ALL
        .into_iter()
        .filter(|state| !unknown.contains(state))
        .collect();
    let found: Vec<ThreadId> = occurrence::Entity::find()
        .select_only()
        .column(occurrence::Column::ThreadId)
        .filter(occurrence::Column::RemovedAt.is_null())
        .filter(occurrence::Column::ThreadId.is_in(threads.iter().copied()))
        .filter(of_states(&known))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(found.into_iter().collect())
}

/// Of these posts, those whose author has time to revise, and what they read meanwhile: for authors alone.
pub async fn offered_to_authors(
    conn: &Conn<'_>,
    posts: &[PostId],
) -> Result<HashMap<PostId, MisconceptionId>> {
    let found = kept()
        .filter(occurrence::Column::PostId.is_in(posts.iter().copied()))
        .filter(of_states(&[MisconceptionState::AuthorsWindow]))
        .all(conn)
        .await?;
    Ok(found
        .into_iter()
        .map(|it| (it.post_id, it.misconception_id))
        .collect())
}

/// Every passage of these posts, whatever became of its misconception.
pub(crate) async fn occurrences_in_posts(
    conn: &Conn<'_>,
    posts: &[PostId],
) -> Result<Vec<(Occurrence, Misconception)>> {
    let found = kept()
        .filter(occurrence::Column::PostId.is_in(posts.iter().copied()))
        .all(conn)
        .await?;
    with_records(conn, found).await
}

/// Every passage in these conversations, whatever became of its misconception.
pub(crate) async fn occurrences_in_threads(
    conn: &Conn<'_>,
    threads: &[ThreadId],
) -> Result<Vec<(Occurrence, Misconception)>> {
    let found = kept()
        .filter(occurrence::Column::ThreadId.is_in(threads.iter().copied()))
        .all(conn)
        .await?;
    with_records(conn, found).await
}

pub(crate) async fn occurrence_by_id(conn: &Conn<'_>, id: OccurrenceId) -> Result<Occurrence> {
    let found = kept()
        .filter(occurrence::Column::Id.eq(id))
        .one(conn)
        .await?;
    found.ok_or(Error::NotFound("occurrence"))
}

/// Writes down a passage; whoever shows the post looks for it from now on.
pub(crate) async fn insert_occurrence(
    tx: &Tx,
    leave: &Permit<Moderate, ThreadSeen>,
    row: Occurrence,
) -> Result<()> {
    let post = row.post_id;
    let row: occurrence::ActiveModel = row.into();
    occurrence::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    channels::note_examined(tx, leave, post).await
}

/// Writes the whole row.
pub(crate) async fn update_occurrence(tx: &Tx, row: Occurrence) -> Result<Occurrence> {
    let row: occurrence::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}
