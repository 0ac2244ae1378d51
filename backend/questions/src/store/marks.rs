//! What somebody stands behind, resources, stories, and who was told who asked.
use super::questions::link;
use crate::policy::Verify;
use crate::tables::{resource, reveal, review, story};
use crate::{Resource, Reveal, Review, Story};
use channels::{PostSeen, Reveal as Unveil, posts_visible_to};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, Moderate};
use kernel::{
    CommunityId, Conn, First, ObjectiveId, Page, Permit, PostId, Result, ThreadId, Tx, keys_of,
};
use sea_orm::sea_query::{Condition, ExprTrait, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};
use std::collections::HashMap;

/// What is known of these posts, for whoever may read them and for the index.
pub async fn reviews_of(conn: &Conn<'_>, posts: &[PostId]) -> Result<HashMap<PostId, Review>> {
    let rows = review::Entity::find()
        .filter(review::Column::PostId.is_in(posts.iter().copied()))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.post_id, row)).collect())
}

pub(crate) async fn review_of(conn: &Conn<'_>, post: PostId) -> Result<Option<Review>> {
    Ok(review::Entity::find_by_id(post).one(conn).await?)
}

/// Since when somebody stands behind an answer of these threads that holds still.
pub(super) async fn verified_in(
    conn: &Conn<'_>,
    threads: &[ThreadId],
) -> Result<HashMap<ThreadId, DateTime<Utc>>> {
    let rows = review::Entity::find()
        .filter(review::Column::ThreadId.is_in(threads.iter().copied()))
        .filter(review::Column::VerifiedAt.is_not_null())
        .filter(review::Column::ObsoleteAt.is_null())
        .order_by_desc(review::Column::VerifiedAt)
        .all(conn)
        .await?;
    let ids: Vec<PostId> = rows.iter().map(|row| row.post_id).collect();
    let standing = channels::standing_among(conn, &ids).await?;
    let rows = rows
        .into_iter()
        .filter(|row| standing.contains(&row.post_id));
    // The earliest is the last to come.
    let verified = rows
        .into_iter()
        .filter_map(|row| Some((row.thread_id, row.verified_at?)));
    Ok(verified.collect())
}

/// As many posts as are looked for at once.
const DUE_MAX: u64 = 500;

/// Posts that are to be looked at again by now, wherever they are, the last due first; what was due for
/// longer was found before.
pub async fn due_by(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<PostId>> {
    let mut due: Vec<PostId> = review::Entity::find()
        .select_only()
        .column(review::Column::PostId)
        .filter(review::Column::ReviewAt.lte(now))
        .filter(review::Column::ObsoleteAt.is_null())
        .order_by_desc(review::Column::ReviewAt)
        .order_by_asc(review::Column::PostId)
        .limit(DUE_MAX)
        .into_tuple()
        .all(conn)
        .await?;
    let standing = channels::standing_among(conn, &due).await?;
    due.retain(|post| standing.contains(post));
    Ok(due)
}

/// Posts of a community that are to be looked at again by now, the longest due first.
pub async fn reviews_due(
    conn: &Conn<'_>,
    leave: &Permit<Moderate, CommunitySeen>,
    now: DateTime<Utc>,
    (first, after): (First, Option<&str>),
) -> Result<Page<PostSeen>> {
    let mut query = review::Entity::find()
        .filter(review::Column::CommunityId.eq(leave.community.id))
        .filter(review::Column::ReviewAt.lte(now))
        .filter(review::Column::ObsoleteAt.is_null())
        .order_by_asc(review::Column::ReviewAt)
        .order_by_asc(review::Column::PostId)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, PostId) = keys_of(cursor)?;
        let later = Condition::any().add(review::Column::ReviewAt.gt(at)).add(
            review::Column::ReviewAt
                .eq(at)
                .and(review::Column::PostId.gt(id)),
        );
        query = query.filter(later);
    }
    let page = Page::cut(query.all(conn).await?, first, |row| {
        let at = row.review_at.unwrap_or_default();
        format!("{} {}", at.to_rfc3339(), row.post_id)
    });
    let ids: Vec<PostId> = page.nodes().map(|row| row.post_id).collect();
    let posts = posts_visible_to(conn, leave.actor(), &ids).await?;
    let mut posts: HashMap<PostId, PostSeen> =
        posts.into_iter().map(|seen| (seen.post.id, seen)).collect();
    let items = page.items.into_iter().filter_map(|(cursor, row)| {
        let seen = posts.remove(&row.post_id)?;
        seen.post.stands().then_some((cursor, seen))
    });
    Ok(Page {
        items: items.collect(),
        has_next: page.has_next,
    })
}

/// Writes down what is known of a post now; the whole row.
pub(crate) async fn keep_review(tx: &Tx, _: &Permit<Verify, PostSeen>, row: Review) -> Result<()> {
    put(tx, row).await
}

async fn put(tx: &Tx, row: Review) -> Result<()> {
    use review::Column;
    let replaced = OnConflict::column(Column::PostId)
        .update_columns([
            Column::VerifiedBy,
            Column::VerifiedAt,
            Column::ReviewAt,
            Column::ObsoleteAt,
            Column::ObsoleteReason,
        ])
        .to_owned();
    review::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(replaced)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Where posts went with what is known of them.
pub(crate) async fn move_reviews(tx: &Tx, posts: &[PostId], into: ThreadId) -> Result<()> {
    let row = review::ActiveModel {
        thread_id: Set(into),
        ..Default::default()
    };
    review::Entity::update_many()
        .set(row)
        .filter(review::Column::PostId.is_in(posts.iter().copied()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// As `move_reviews`, all of a thread.
pub(crate) async fn merge_reviews(tx: &Tx, from: ThreadId, into: ThreadId) -> Result<()> {
    let row = review::ActiveModel {
        thread_id: Set(into),
        ..Default::default()
    };
    review::Entity::update_many()
        .set(row)
        .filter(review::Column::ThreadId.eq(from))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// A resource is looked at again on a day of its own.
pub(crate) async fn insert_resource(
    tx: &Tx,
    row: Resource,
    review_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let review = Review {
        post_id: row.post_id,
        thread_id: row.thread_id,
        community_id: row.community_id,
        verified_by: None,
        verified_at: None,
        review_at,
        obsolete_at: None,
        obsolete_reason: None,
    };
    let row: resource::ActiveModel = row.into();
    resource::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    put(tx, review).await
}

pub(crate) async fn insert_story(tx: &Tx, row: Story, objectives: &[ObjectiveId]) -> Result<()> {
    let thread = row.thread_id;
    let row: story::ActiveModel = row.into();
    story::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    link(tx, thread, objectives).await
}

/// The resources of these threads, for whoever may read them.
pub async fn resources_of(
    conn: &Conn<'_>,
    threads: &[ThreadId],
) -> Result<HashMap<ThreadId, Resource>> {
    let rows = resource::Entity::find()
        .filter(resource::Column::ThreadId.is_in(threads.iter().copied()))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.thread_id, row)).collect())
}

/// The stories of these threads, for whoever may read them.
pub async fn stories_of(conn: &Conn<'_>, threads: &[ThreadId]) -> Result<HashMap<ThreadId, Story>> {
    let rows = story::Entity::find()
        .filter(story::Column::ThreadId.is_in(threads.iter().copied()))
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.thread_id, row)).collect())
}

/// Keeps who was told who asked, and why.
pub(crate) async fn insert_reveal<Seen>(
    tx: &Tx,
    _: &Permit<Unveil, Seen>,
    row: Reveal,
) -> Result<()> {
    reveal::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// As many are read for one log.
const REVEALS_MAX: u64 = 100;

/// Who was told who asked in a community, the latest first, for whoever may read its log. None of it says
/// who asked.
pub async fn reveals_in(conn: &Conn<'_>, community: CommunityId) -> Result<Vec<Reveal>> {
    Ok(reveal::Entity::find()
        .filter(reveal::Column::CommunityId.eq(community))
        .order_by_desc(reveal::Column::At)
        .limit(REVEALS_MAX)
        .all(conn)
        .await?)
}
