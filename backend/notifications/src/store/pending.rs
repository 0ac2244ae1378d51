//! What no letter has told a person yet.
use super::{latest_of, waiting_for};
use crate::tables::inbox_item::{self, Column};
use crate::tables::notice;
use crate::{InboxItemSeen, MailKind, Notice, NoticeKind};
use chrono::{DateTime, TimeDelta, Utc};
use communities::readable_by;
use kernel::{Actor, Conn, Result, Tx};
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// What waited longer than this is told by no letter any more.
const STALE: TimeDelta = TimeDelta::days(8);
/// A letter tells of so many conversations at most, and of so many other things.
const TOLD_MAX: u64 = 50;

/// What no letter has told a person yet, the newest first.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    pub conversations: Vec<InboxItemSeen>,
    pub notices: Vec<Notice>,
}

impl Pending {
    /// Of each thing, what it counts as.
    pub fn kinds(&self) -> impl Iterator<Item = MailKind> {
        let said = self.conversations.iter().map(kind_of);
        said.chain(self.notices.iter().map(|it| it.kind.mail_kind()))
    }
}

pub(crate) fn kind_of(seen: &InboxItemSeen) -> MailKind {
    seen.item.reasons.mail_kind()
}

/// Whether a letter about it would come too late: it was held until morning, and what it speaks of began.
fn is_past(notice: &Notice, now: DateTime<Utc>) -> bool {
    let of_a_moment = matches!(
        notice.kind,
        NoticeKind::SessionAnnounced | NoticeKind::Reminder
    );
    of_a_moment && notice.facts.at.is_some_and(|at| at <= now)
}

pub(crate) async fn pending_for(
    conn: &Conn<'_>,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<Pending> {
    let untold = Condition::any().add(Column::MailedPostId.is_null()).add(
        Expr::col((inbox_item::Entity, Column::MailedPostId))
            .ne(Expr::col((inbox_item::Entity, Column::LatestPostId))),
    );
    let items = waiting_for(actor)
        .filter(untold)
        .filter(Column::At.gt(now - STALE))
        .order_by_desc(Column::At)
        .limit(TOLD_MAX)
        .all(conn)
        .await?;
    let mut latest = latest_of(conn, actor, items.iter()).await?;
    let conversations = items.into_iter().filter_map(|item| {
        let latest = latest.remove(&item.latest_post_id)?;
        Some(InboxItemSeen { item, latest })
    });
    let mut notices = notice::Entity::find()
        .filter(notice::Column::PersonId.eq(actor.person()))
        .filter(notice::Column::DoneAt.is_null())
        .filter(notice::Column::MailedAt.is_null())
        .filter(notice::Column::At.gt(now - STALE))
        .filter(readable_by(
            actor,
            (notice::Entity, notice::Column::CommunityId),
        ))
        .order_by_desc(notice::Column::At)
        .limit(TOLD_MAX)
        .all(conn)
        .await?;
    notices.retain(|notice| !is_past(notice, now));
    let conversations: Vec<InboxItemSeen> = conversations.collect();
    Ok(told_once(Pending {
        conversations,
        notices,
    }))
}

/// A prompt is a conversation too: its opening is told by what is asked, and not once more.
fn told_once(pending: Pending) -> Pending {
    let is_told = |seen: &InboxItemSeen| {
        let thread = seen.item.thread_id;
        let asked = pending
            .notices
            .iter()
            .any(|it| it.thread_id == Some(thread));
        asked && seen.latest.post.number == 1
    };
    let conversations = pending.conversations.iter().filter(|it| !is_told(it));
    Pending {
        conversations: conversations.cloned().collect(),
        notices: pending.notices,
    }
}

/// Notes that a letter told of these.
pub(crate) async fn mark_told(tx: &Tx, told: &Pending) -> Result<()> {
    let conn = tx.conn();
    for seen in &told.conversations {
        inbox_item::Entity::update_many()
            .col_expr(
                Column::MailedPostId,
                Expr::value(Some(seen.item.latest_post_id)),
            )
            .filter(Column::Id.eq(seen.item.id))
            .exec(&conn)
            .await?;
    }
    let notices: Vec<_> = told.notices.iter().map(|it| it.id).collect();
    if !notices.is_empty() {
        notice::Entity::update_many()
            .col_expr(notice::Column::MailedAt, Expr::value(Some(tx.now())))
            .filter(notice::Column::Id.is_in(notices))
            .exec(&conn)
            .await?;
    }
    Ok(())
}
