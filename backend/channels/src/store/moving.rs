//! Posts that come into another conversation.
use super::standing::waiting_number;
use crate::policy::{Moderate, PostSeen, ThreadSeen};
use crate::tables::{post, thread, thread_reader};
use crate::{Author, ChannelSeen, Follow, Post, Thread, ThreadKind};
use kernel::{ChannelId, Conn, Error, Permit, PersonId, PostId, Result, ThreadId, Tx};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

type Leave = Permit<Moderate, ThreadSeen>;

/// All posts of a thread in the order of their numbers, for whoever puts them elsewhere.
pub(crate) async fn numbered_posts(conn: &Conn<'_>, thread: ThreadId) -> Result<Vec<Post>> {
    Ok(post::Entity::find()
        .filter(post::Column::ThreadId.eq(thread))
        .order_by_asc(post::Column::Number)
        .all(conn)
        .await?)
}

/// Where a post stands: its number, what it answers, and the number that begins its branch.
struct Berth {
    number: i32,
    parent: Option<PostId>,
    root_number: i32,
}

async fn put(tx: &Tx, post: PostId, berth: Berth, into: (ThreadId, ChannelId)) -> Result<()> {
    let row = post::ActiveModel {
        id: Set(post),
        thread_id: Set(into.0),
        channel_id: Set(into.1),
        number: Set(berth.number),
        parent_id: Set(berth.parent),
        root_number: Set(berth.root_number),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Puts all posts of one thread behind those of another, which answers for both from then on. In a
/// question the merged opening stands as a comment on what was asked, and answers stay answers.
pub(crate) async fn merge_threads(
    tx: &Tx,
    from: &Leave,
    into: &Leave,
) -> Result<(Thread, Vec<PostId>)> {
    let place = (into.thread.id, into.thread.channel_id);
    let top = numbered_posts(&tx.conn(), into.thread.id).await?;
    let top = top
        .first()
        .map(|post| post.id)
        .ok_or(Error::NotFound("post"))?;
    let moved = numbered_posts(&tx.conn(), from.thread.id).await?;
    let opening = moved.first().map(|post| post.id);
    let comments = (into.thread.kind == ThreadKind::Question).then_some(top);
    let mut numbers: HashMap<PostId, i32> = HashMap::new();
    let mut last = into.thread.last_number;
    for post in &moved {
        let number = match post.published {
            true => {
                last += 1;
                last
            }
            false => waiting_number(tx, into.thread.id).await?,
        };
        numbers.insert(post.id, number);
        let parent = match post.parent_id {
            None if Some(post.id) == opening => comments,
            Some(parent) if Some(parent) == opening => comments.or(opening),
            parent => parent,
        };
        let root_number = match parent {
            None => number,
            Some(parent) if parent == top => 1,
            Some(parent) => numbers.get(&parent).copied().unwrap_or(number),
        };
        let berth = Berth {
            number,
            parent,
            root_number,
        };
        put(tx, post.id, berth, place).await?;
    }
    carry(tx, (from.thread.id, into.thread.id), (&moved, &numbers)).await?;
    merge_readers(tx, (&from.thread, &into.thread), last).await?;
    lead_on(tx, from.thread.id, into.thread.id).await?;
    let accepted = into
        .thread
        .accepted_post_id
        .or(from.thread.accepted_post_id);
    settle(tx, into.thread.id, accepted).await?;
    let left = settle(tx, from.thread.id, None).await?;
    Ok((left, moved.iter().map(|post| post.id).collect()))
}

/// Who read posts of one thread has read them in the other, too.
async fn carry<'a>(
    tx: &Tx,
    threads: (ThreadId, ThreadId),
    (moved, numbers): (impl IntoIterator<Item = &'a Post>, &HashMap<PostId, i32>),
) -> Result<()> {
    let published = moved.into_iter().filter(|post| post.published);
    let numbers: Vec<(i32, i32)> = published
        .filter_map(|post| Some((post.number, *numbers.get(&post.id)?)))
        .collect();
    super::ledger::carry_reading(tx, threads, &numbers).await
}

/// Whatever led to a thread leads to the one that took it in.
async fn lead_on(tx: &Tx, from: ThreadId, into: ThreadId) -> Result<()> {
    use thread::Column::{DuplicateOf, Id, MovedTo};
    for column in [MovedTo, DuplicateOf] {
        thread::Entity::update_many()
            .col_expr(column, Expr::value(Some(into)))
            .filter(column.eq(from))
            .filter(Id.ne(into))
            .exec(&tx.conn())
            .await?;
    }
    let row = thread::ActiveModel {
        id: Set(from),
        moved_to: Set(Some(into)),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    // Nothing is a duplicate of itself.
    thread::Entity::update_many()
        .col_expr(DuplicateOf, Expr::value(Option::<ThreadId>::None))
        .filter(Id.eq(into))
        .filter(DuplicateOf.eq(from))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Counts anew what can be read of a thread, and who wrote last.
async fn settle(tx: &Tx, id: ThreadId, accepted: Option<PostId>) -> Result<Thread> {
    let posts = numbered_posts(&tx.conn(), id).await?;
    let shown: Vec<&Post> = posts.iter().filter(|post| post.published).collect();
    let replies = shown
        .iter()
        .filter(|post| post.number > 1 && post.deleted_at.is_none());
    let mut row = thread::ActiveModel {
        id: Set(id),
        reply_count: Set(i32::try_from(replies.count()).unwrap_or(i32::MAX)),
        accepted_post_id: Set(accepted),
        ..Default::default()
    };
    if let Some(newest) = shown
        .iter()
        .max_by_key(|post| (post.created_at, post.number))
    {
        row.last_post_at = Set(newest.created_at);
        row.last_author_id = Set(newest.author_id);
        row.last_nameless = Set(newest.nameless);
    }
    if let Some(last) = shown.last() {
        row.last_number = Set(last.number);
    }
    Ok(row.update(&tx.conn()).await?)
}

/// Who read both to the end has read what they became; who follows one follows that.
async fn merge_readers(tx: &Tx, (from, into): (&Thread, &Thread), last: i32) -> Result<()> {
    let known = super::readers_of(&tx.conn(), into.id).await?;
    let known: HashMap<PersonId, _> = known.into_iter().map(|it| (it.person_id, it)).collect();
    for reader in super::readers_of(&tx.conn(), from.id).await? {
        let mut row = known.get(&reader.person_id).cloned().unwrap_or_else(|| {
            let mut fresh = reader.clone();
            fresh.thread_id = into.id;
            fresh.read_through = 0;
            fresh.answers = 0;
            fresh
        });
        let read_all = |through: i32, thread: &Thread| through >= thread.last_number;
        if read_all(row.read_through, into) && read_all(reader.read_through, from) {
            row.read_through = last;
        }
        if row.follow == Follow::Normal {
            row.follow = reader.follow;
        }
        row.nameless |= reader.nameless;
        row.answers += reader.answers;
        row.updated_at = tx.now();
        keep_reader(tx, row.into_active_model()).await?;
    }
    Ok(())
}

async fn keep_reader(tx: &Tx, row: thread_reader::ActiveModel) -> Result<()> {
    use thread_reader::Column;
    let replaced = OnConflict::columns([Column::ThreadId, Column::PersonId])
        .update_columns([
            Column::ReadThrough,
            Column::Follow,
            Column::Answers,
            Column::Nameless,
            Column::UpdatedAt,
        ])
        .to_owned();
    thread_reader::Entity::insert(row.reset_all())
        .on_conflict(replaced)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Posts of one thread begin another, in the order of their numbers, each with what answers it.
pub(crate) async fn split_thread(
    tx: &Tx,
    (from, channel): (&Leave, &Permit<crate::Write, ChannelSeen>),
    row: Thread,
    chosen: &[PostId],
) -> Result<(Thread, Vec<PostId>)> {
    let all = numbered_posts(&tx.conn(), from.thread.id).await?;
    let goes = |post: &&Post| {
        chosen.contains(&post.id) || post.parent_id.is_some_and(|it| chosen.contains(&it))
    };
    let moved: Vec<&Post> = all.iter().filter(goes).collect();
    let Some(first) = moved.first() else {
        return Err(Error::NotFound("post"));
    };
    let row = Thread {
        author_id: first.author_id,
        nameless: first.nameless,
        created_at: first.created_at,
        ..row
    };
    let begun = super::insert_thread(tx, channel, row).await?;
    let ids: Vec<PostId> = moved.iter().map(|post| post.id).collect();
    let mut numbers: HashMap<PostId, i32> = HashMap::new();
    for (number, post) in (1..).zip(&moved) {
        numbers.insert(post.id, number);
        let parent = post
            .parent_id
            .filter(|it| ids.contains(it) && *it != first.id);
        let root = parent.and_then(|it| numbers.get(&it)).copied();
        let berth = Berth {
            number,
            parent,
            root_number: root.unwrap_or(number),
        };
        put(tx, post.id, berth, (begun.id, begun.channel_id)).await?;
    }
    let posts = moved.iter().copied();
    carry(tx, (from.thread.id, begun.id), (posts, &numbers)).await?;
    split_readers(tx, from.thread.id, begun.id, &moved).await?;
    let accepted = from.thread.accepted_post_id.filter(|it| !ids.contains(it));
    settle(tx, from.thread.id, accepted).await?;
    Ok((settle(tx, begun.id, None).await?, ids))
}

/// Who wrote what went elsewhere follows it there; who had read it has read it there.
async fn split_readers(tx: &Tx, from: ThreadId, into: ThreadId, moved: &[&Post]) -> Result<()> {
    let last = i32::try_from(moved.len()).unwrap_or(i32::MAX);
    let through = moved.iter().map(|post| post.number).max().unwrap_or(0);
    let authors: BTreeSet<Author> = moved.iter().map(|post| post.author_id).collect();
    let nameless: BTreeMap<Author, bool> = moved
        .iter()
        .map(|post| (post.author_id, post.nameless))
        .collect();
    for mut reader in super::readers_of(&tx.conn(), from).await? {
        let author = Author::of(reader.person_id);
        let wrote = authors.contains(&author);
        if !wrote && reader.read_through < through {
            continue;
        }
        reader.thread_id = into;
        reader.read_through = last;
        reader.nameless = nameless.get(&author).copied().unwrap_or(false);
        reader.answers = 0;
        if !wrote {
            reader.follow = Follow::Normal;
        }
        keep_reader(tx, reader.into_active_model()).await?;
    }
    for author in authors {
        super::recount_answers(tx, from, author.id()).await?;
        super::recount_answers(tx, into, author.id()).await?;
    }
    Ok(())
}

pub(crate) async fn set_channel(tx: &Tx, seen: &Leave, channel: ChannelId) -> Result<Thread> {
    post::Entity::update_many()
        .col_expr(post::Column::ChannelId, Expr::value(channel))
        .filter(post::Column::ThreadId.eq(seen.thread.id))
        .exec(&tx.conn())
        .await?;
    let row = thread::ActiveModel {
        id: Set(seen.thread.id),
        channel_id: Set(channel),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn set_kind(tx: &Tx, seen: &Leave, kind: ThreadKind) -> Result<Thread> {
    let row = thread::ActiveModel {
        id: Set(seen.thread.id),
        kind: Set(kind),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// Puts a post, and what answers it, under another one or on its own.
pub(crate) async fn set_parent(
    tx: &Tx,
    seen: &Permit<Moderate, PostSeen>,
    parent: Option<&Post>,
) -> Result<Post> {
    let root_number = parent.map_or(seen.post.number, |parent| parent.root_number);
    if let Some(parent) = parent {
        post::Entity::update_many()
            .col_expr(post::Column::ParentId, Expr::value(Some(parent.id)))
            .col_expr(post::Column::RootNumber, Expr::value(root_number))
            .filter(post::Column::ParentId.eq(seen.post.id))
            .exec(&tx.conn())
            .await?;
    }
    let row = post::ActiveModel {
        id: Set(seen.post.id),
        parent_id: Set(parent.map(|parent| parent.id)),
        root_number: Set(root_number),
        ..Default::default()
    };
    let changed = row.update(&tx.conn()).await?;
    super::recount_answers(tx, changed.thread_id, changed.author_id.id()).await?;
    Ok(changed)
}
