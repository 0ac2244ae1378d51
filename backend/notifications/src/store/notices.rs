//! What people are told that is no conversation.
use crate::tables::notice::{self, Column};
use crate::{Keep, Notice, NoticeFacts, NoticeSeen};
use chrono::{DateTime, Utc};
use communities::{community_seen, readable_by};
use kernel::{Actor, Conn, Error, First, NoticeId, Page, Permit, PersonId, PulseId, Result, Tx};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
};

/// How many rows one statement inserts: a notice has 10 columns.
const ROWS_MAX: usize = 1_000;

fn waiting(actor: Actor) -> Select<notice::Entity> {
    notice::Entity::find()
        .filter(Column::PersonId.eq(actor.person()))
        .filter(Column::DoneAt.is_null())
        .filter(readable_by(actor, (notice::Entity, Column::CommunityId)))
}

/// A page of the notices that wait for the asker, newest first.
pub async fn notices_page(
    conn: &Conn<'_>,
    actor: Actor,
    page: (First, Option<&str>),
) -> Result<Page<Notice>> {
    let (first, after) = page;
    let mut query = waiting(actor)
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, NoticeId) = kernel::keys_of(cursor)?;
        let older = Condition::any()
            .add(Column::At.lt(at))
            .add(Column::At.eq(at).and(Column::Id.lt(id)));
        query = query.filter(older);
    }
    Ok(Page::cut(query.all(conn).await?, first, |notice| {
        format!("{} {}", notice.at.to_rfc3339(), notice.id)
    }))
}

/// How many notices wait for the asker.
pub async fn notice_count(conn: &Conn<'_>, actor: Actor) -> Result<u64> {
    Ok(waiting(actor).count(conn).await?)
}

/// A notice, and the asker's place in its community.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn notice_seen(conn: &Conn<'_>, actor: Actor, id: NoticeId) -> Result<NoticeSeen> {
    let found = notice::Entity::find_by_id(id).one(conn).await?;
    let notice = found.ok_or(Error::NotFound("notice"))?;
    let community = community_seen(conn, actor, notice.community_id).await?;
    Ok(NoticeSeen { notice, community })
}

pub(crate) async fn set_notice_done(
    tx: &Tx,
    seen: &Permit<Keep, NoticeSeen>,
    at: Option<DateTime<Utc>>,
) -> Result<Notice> {
    let row = notice::ActiveModel {
        id: Set(seen.notice.id),
        done_at: Set(at),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// Tells people of something. Whoever was told of it before is told of this instead.
pub(crate) async fn tell(tx: &Tx, notices: Vec<Notice>) -> Result<()> {
    for some in notices.chunks(ROWS_MAX) {
        let rows = some.iter().cloned().map(IntoActiveModel::into_active_model);
        let instead = OnConflict::columns([Column::PersonId, Column::About])
            .update_columns([
                Column::Kind,
                Column::ThreadId,
                Column::Facts,
                Column::At,
                Column::DoneAt,
                Column::MailedAt,
            ])
            .to_owned();
        notice::Entity::insert_many(rows)
            .on_conflict(instead)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Puts right what an open notice says.
pub(crate) async fn restate(tx: &Tx, id: NoticeId, facts: NoticeFacts) -> Result<()> {
    let row = notice::ActiveModel {
        id: Set(id),
        facts: Set(facts),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// What was told about something, to one person or to everybody.
pub(crate) async fn told_about(
    conn: &Conn<'_>,
    about: &str,
    person: Option<PersonId>,
) -> Result<Vec<Notice>> {
    let mut query = notice::Entity::find().filter(Column::About.eq(about));
    if let Some(person) = person {
        query = query.filter(Column::PersonId.eq(person));
    }
    Ok(query.all(conn).await?)
}

/// What still waits about a pulse, for those who are done with it: however many wait for the rest, only
/// these are read.
pub(crate) async fn open_though_done(conn: &Conn<'_>, pulse: PulseId) -> Result<Vec<Notice>> {
    let query = notice::Entity::find()
        .filter(Column::About.eq(pulse.to_string()))
        .filter(Column::DoneAt.is_null())
        .filter(Column::PersonId.in_subquery(pulses::done_with(pulse)));
    Ok(query.all(conn).await?)
}

/// What these people were told about something.
pub(crate) async fn told_to(
    conn: &Conn<'_>,
    about: &str,
    people: &[PersonId],
) -> Result<Vec<Notice>> {
    let mut told = Vec::with_capacity(people.len());
    for some in people.chunks(ROWS_MAX) {
        let query = notice::Entity::find()
            .filter(Column::About.eq(about))
            .filter(Column::PersonId.is_in(some.iter().copied()));
        told.extend(query.all(conn).await?);
    }
    Ok(told)
}

/// Settles notices that say nothing any more.
pub(crate) async fn settle_notices(tx: &Tx, notices: &[NoticeId]) -> Result<()> {
    for some in notices.chunks(ROWS_MAX) {
        notice::Entity::update_many()
            .col_expr(Column::DoneAt, Expr::value(Some(tx.now())))
            .filter(Column::Id.is_in(some.iter().copied()))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}
