//! Which threads are listed, and in which order.
use super::threads::{ThreadFilter, ThreadsIn, read_seen, seen, unanswered};
use crate::scope::thread_published_for;
use crate::tables::{thread, thread_reader};
use crate::{Follow, ThreadKind, ThreadSeen};
use chrono::{DateTime, Utc};
use communities::readable_by;
use kernel::{Actor, Conn, First, Page, Result, ThreadId, keys_of};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order};
use sea_orm::{ColumnTrait, ConnectionTrait};

/// Which threads are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    pub place: ThreadsIn,
    pub filter: ThreadFilter,
    /// Only of this kind.
    pub kind: Option<ThreadKind>,
    /// Only those begun since then.
    pub since: Option<DateTime<Utc>>,
    /// Only these.
    pub among: Option<Vec<ThreadId>>,
    /// These, too, whatever the filter says.
    pub or: Vec<ThreadId>,
}

impl Listing {
    /// All of a place.
    pub fn of(place: ThreadsIn) -> Self {
        Self {
            place,
            filter: ThreadFilter::All,
            kind: None,
            since: None,
            among: None,
            or: Vec::new(),
        }
    }

    fn condition(&self, actor: Actor) -> Condition {
        let column = |column: thread::Column| Expr::col((thread::Entity, column));
        let mut wanted = Condition::any().add(filtered(self.filter, actor));
        if !self.or.is_empty() {
            wanted = wanted.add(column(thread::Column::Id).is_in(self.or.iter().copied()));
        }
        let mut all = Condition::all().add(wanted);
        if let Some(kind) = self.kind {
            all = all.add(thread::Column::Kind.eq(kind));
        }
        if let Some(since) = self.since {
            all = all.add(column(thread::Column::CreatedAt).gte(since));
        }
        if let Some(among) = &self.among {
            all = all.add(column(thread::Column::Id).is_in(among.iter().copied()));
        }
        match self.place {
            ThreadsIn::Community(id) => all.add(column(thread::Column::CommunityId).eq(id)),
            ThreadsIn::Channel(id) => all.add(column(thread::Column::ChannelId).eq(id)),
            ThreadsIn::Everywhere => all,
        }
    }
}

/// A page of threads, the one with the newest post first.
pub async fn threads_in(
    conn: &Conn<'_>,
    actor: Actor,
    (place, filter): (ThreadsIn, ThreadFilter),
    page: (First, Option<&str>),
) -> Result<Page<ThreadSeen>> {
    let listing = Listing {
        filter,
        ..Listing::of(place)
    };
    threads_listed(conn, actor, &listing, page).await
}

/// A page of what a listing says, the one with the newest post first.
pub async fn threads_listed(
    conn: &Conn<'_>,
    actor: Actor,
    listing: &Listing,
    (first, after): (First, Option<&str>),
) -> Result<Page<ThreadSeen>> {
    let column = |column: thread::Column| Expr::col((thread::Entity, column));
    let mut query = seen(actor);
    query
        .cond_where(readable_by(
            actor,
            (thread::Entity, thread::Column::CommunityId),
        ))
        .cond_where(thread_published_for(actor))
        .and_where(column(thread::Column::MovedTo).is_null())
        .cond_where(listing.condition(actor))
        .order_by((thread::Entity, thread::Column::LastPostAt), Order::Desc)
        .order_by((thread::Entity, thread::Column::Id), Order::Desc)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, ThreadId) = keys_of(cursor)?;
        let older = Condition::any()
            .add(column(thread::Column::LastPostAt).lt(at))
            .add(
                column(thread::Column::LastPostAt)
                    .eq(at)
                    .and(column(thread::Column::Id).lt(id)),
            );
        query.cond_where(older);
    }
    let rows = conn.query_all(&query).await?;
    let threads = rows.iter().map(read_seen).collect::<Result<Vec<_>>>()?;
    Ok(Page::cut(threads, first, |seen| {
        format!(
            "{} {}",
            seen.thread.last_post_at.to_rfc3339(),
            seen.thread.id
        )
    }))
}

pub(super) fn filtered(filter: ThreadFilter, actor: Actor) -> Condition {
    match filter {
        ThreadFilter::All => Condition::all(),
        ThreadFilter::Unread => super::reading::unread(actor),
        ThreadFilter::Following => {
            Condition::all().add(thread_reader::Column::Follow.eq(Follow::Following))
        }
        ThreadFilter::Unanswered => Condition::all()
            .add(thread::Column::Kind.eq(ThreadKind::Question))
            .add(unanswered())
            .add(thread::Column::Published.eq(true))
            .add(thread::Column::MovedTo.is_null())
            .add(thread::Column::WithdrawnAt.is_null())
            .add(thread::Column::DuplicateOf.is_null())
            .add(thread::Column::LockedAt.is_null()),
        ThreadFilter::Mine => Condition::all().add(thread::Column::AuthorId.eq(actor.person())),
    }
}
