//! Posts that wait for a moderator, and those that one hid.
use super::threads::{next_number, recount_replies};
use crate::policy::{Moderate, PostSeen};
use crate::tables::{post, thread, thread_reader};
use crate::{Author, Follow, Post, Thread};
use chrono::{DateTime, Utc};
use kernel::{CommunityId, Conn, Permit, PersonId, PostId, Result, ThreadId, Tx};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// What waits and was never shown is numbered from here: behind all that can be read.
const UNSHOWN_FROM: i32 = 1_000_000_000;

/// The number of a reply that waits, until it has its place among the others.
pub(crate) async fn waiting_number(tx: &Tx, thread: ThreadId) -> Result<i32> {
    let last: Option<i32> = post::Entity::find()
        .select_only()
        .column(post::Column::Number)
        .filter(post::Column::ThreadId.eq(thread))
        .filter(post::Column::Number.gte(UNSHOWN_FROM))
        .order_by_desc(post::Column::Number)
        .into_tuple()
        .one(&tx.conn())
        .await?;
    Ok(last.map_or(UNSHOWN_FROM, |last| last + 1))
}

/// Whether a person has a post in a community, beside one, that others read.
pub(crate) async fn is_known_in(
    tx: &Tx,
    community: CommunityId,
    person: PersonId,
    beside: Option<PostId>,
) -> Result<bool> {
    let mut known = post::Entity::find()
        .filter(post::Column::CommunityId.eq(community))
        .filter(post::Column::AuthorId.eq(person))
        .filter(post::Column::HeldAt.is_null())
        .filter(post::Column::DeletedAt.is_null())
        .filter(post::Column::HiddenAt.is_null());
    if let Some(beside) = beside {
        known = known.filter(post::Column::Id.ne(beside));
    }
    Ok(known.limit(1).count(&tx.conn()).await? > 0)
}

/// Who writes has read what stands there, and follows from then on, also while their words wait.
pub(crate) async fn waits_in(tx: &Tx, post: &Post, read_through: i32) -> Result<()> {
    let person = post.author_id.id();
    let row = super::reading::Written {
        read_through,
        nameless: post.nameless,
    };
    super::reading::wrote(tx, post, person, row).await
}

/// Lets a post out that waited. One that nobody has read takes the next place in its conversation.
pub(crate) async fn set_approved(tx: &Tx, seen: &Permit<Moderate, PostSeen>) -> Result<Post> {
    let post = &seen.post;
    let mut row = post::ActiveModel {
        id: Set(post.id),
        held_at: Set(None),
        published: Set(true),
        ..Default::default()
    };
    if post.published {
        return Ok(row.update(&tx.conn()).await?);
    }
    if post.number == 1 {
        publish(tx, &seen.thread.thread).await?;
        return Ok(row.update(&tx.conn()).await?);
    }
    let naming = (post.author_id, post.nameless);
    let number = next_number(tx, post.thread_id, naming).await?;
    row.number = Set(number);
    if post.parent_id.is_none() {
        row.root_number = Set(number);
    }
    let approved = row.update(&tx.conn()).await?;
    recount_replies(tx, post.thread_id).await?;
    read_by_author(tx, &approved).await?;
    Ok(approved)
}

async fn publish(tx: &Tx, thread: &Thread) -> Result<()> {
    let row = thread::ActiveModel {
        id: Set(thread.id),
        published: Set(true),
        last_post_at: Set(tx.now()),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Nobody is told of their own words: who had read up to there has read them too.
async fn read_by_author(tx: &Tx, post: &Post) -> Result<()> {
    let column = thread_reader::Column::ReadThrough;
    thread_reader::Entity::update_many()
        .col_expr(column, Expr::value(post.number))
        .filter(thread_reader::Column::ThreadId.eq(post.thread_id))
        .filter(thread_reader::Column::PersonId.eq(post.author_id.id()))
        .filter(thread_reader::Column::Follow.ne(Follow::Muted))
        .filter(Expr::col(column).gte(post.number - 1))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Lets a post wait again. What was shown keeps its place and its number.
pub(crate) async fn set_held(tx: &Tx, seen: &Permit<Moderate, PostSeen>) -> Result<Post> {
    let row = post::ActiveModel {
        id: Set(seen.post.id),
        held_at: Set(Some(tx.now())),
        ..Default::default()
    };
    let held = row.update(&tx.conn()).await?;
    recount_replies(tx, held.thread_id).await?;
    Ok(held)
}

/// Withholds the words of a post, or shows them again.
pub(crate) async fn set_hidden(
    tx: &Tx,
    seen: &Permit<Moderate, PostSeen>,
    reason: Option<String>,
) -> Result<Post> {
    let at = reason.is_some().then(|| tx.now());
    if seen.post.number == 1 {
        withhold_title(tx, &seen.thread.thread, at).await?;
    }
    let row = post::ActiveModel {
        id: Set(seen.post.id),
        hidden_at: Set(at),
        hidden_by: Set(seen.actor().person().filter(|_| at.is_some())),
        hidden_reason: Set(reason),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// What others read in the place of a title that is withheld.
const WITHHELD: &str = "\u{2026}";

/// The title is of the words of the opening: it goes, and comes again, with them.
async fn withhold_title(tx: &Tx, thread: &Thread, since: Option<DateTime<Utc>>) -> Result<()> {
    let (title, hidden_title) = match (since, &thread.hidden_title) {
        (Some(_), None) => (WITHHELD.to_owned(), Some(thread.title.clone())),
        (None, Some(title)) => (title.clone(), None),
        (Some(_), Some(_)) | (None, None) => return Ok(()),
    };
    let row = thread::ActiveModel {
        id: Set(thread.id),
        title: Set(title),
        hidden_title: Set(hidden_title),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// A post that waits for a moderator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldPost {
    pub post: PostId,
    pub community: CommunityId,
    pub thread: ThreadId,
    pub held_at: DateTime<Utc>,
    pub author: Author,
}

/// What waits for a moderator in these communities, the longest first, whoever asks: for whoever may
/// know.
pub async fn held_in(conn: &Conn<'_>, communities: &[CommunityId]) -> Result<Vec<HeldPost>> {
    let rows = post::Entity::find()
        .filter(post::Column::CommunityId.is_in(communities.iter().copied()))
        .filter(post::Column::HeldAt.is_not_null())
        .filter(post::Column::DeletedAt.is_null())
        .order_by_asc(post::Column::HeldAt)
        .all(conn)
        .await?;
    let held = rows.into_iter().filter_map(|post| {
        Some(HeldPost {
            post: post.id,
            community: post.community_id,
            thread: post.thread_id,
            held_at: post.held_at?,
            author: post.author_id,
        })
    });
    Ok(held.collect())
}
