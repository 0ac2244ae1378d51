//! Lists of people to be invited.
use super::KEYS_MAX;
use crate::tables::{invite_line, invite_list};
use crate::{InviteFate, InviteLine, InviteList};
use identity::OverseePeople;
use kernel::{Conn, Error, First, InviteListId, Organisation, Page, Permit, Result, Tx, key_of};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// How many lines of a list have each fate, and how many were sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InviteCounts {
    pub inviting: u64,
    pub staying: u64,
    pub refused: u64,
    pub sent: u64,
}

type Leave = Permit<OverseePeople, Organisation>;

/// A list of people to be invited.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn invite_list(conn: &Conn<'_>, _: &Leave, id: InviteListId) -> Result<InviteList> {
    let found = invite_list::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("list of invitations"))
}

/// How far a list is.
pub async fn invite_counts(conn: &Conn<'_>, _: &Leave, list: InviteListId) -> Result<InviteCounts> {
    let lines = || invite_line::Entity::find().filter(invite_line::Column::ListId.eq(list));
    let of = async |fate: InviteFate| {
        lines()
            .filter(invite_line::Column::Fate.eq(fate))
            .count(conn)
            .await
    };
    Ok(InviteCounts {
        inviting: of(InviteFate::Invites).await?,
        staying: of(InviteFate::Stays).await?,
        refused: of(InviteFate::Refused).await?,
        sent: lines()
            .filter(invite_line::Column::SentAt.is_not_null())
            .count(conn)
            .await?,
    })
}

/// The lines of a list in their order; with `fate` only those that have it.
pub async fn invite_lines_page(
    conn: &Conn<'_>,
    _: &Leave,
    (list, fate): (InviteListId, Option<InviteFate>),
    (first, after): (First, Option<&str>),
) -> Result<Page<InviteLine>> {
    let mut query = invite_line::Entity::find().filter(invite_line::Column::ListId.eq(list));
    if let Some(fate) = fate {
        query = query.filter(invite_line::Column::Fate.eq(fate));
    }
    if let Some(after) = after {
        query = query.filter(invite_line::Column::Line.gt(key_of::<i32>(after)?));
    }
    let rows = query
        .order_by_asc(invite_line::Column::Line)
        .limit(first.and_one())
        .all(conn)
        .await?;
    Ok(Page::cut(rows, first, |line| line.line.to_string()))
}

/// The next lines that wait to be sent.
pub(crate) async fn unsent_lines(
    conn: &Conn<'_>,
    list: InviteListId,
    count: u64,
) -> Result<Vec<InviteLine>> {
    Ok(invite_line::Entity::find()
        .filter(invite_line::Column::ListId.eq(list))
        .filter(invite_line::Column::Fate.eq(InviteFate::Invites))
        .filter(invite_line::Column::SentAt.is_null())
        .order_by_asc(invite_line::Column::Line)
        .limit(count)
        .all(conn)
        .await?)
}

pub(crate) async fn insert_invite_list(
    tx: &Tx,
    list: InviteList,
    lines: &[InviteLine],
) -> Result<InviteList> {
    let list: invite_list::ActiveModel = list.into();
    let list = list.insert(&tx.conn()).await?;
    for some in lines.chunks(KEYS_MAX) {
        let rows = some.iter().cloned().map(invite_line::ActiveModel::from);
        invite_line::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(list)
}

pub(crate) async fn note_sent(tx: &Tx, list: InviteList) -> Result<InviteList> {
    let sent = InviteList {
        sent_at: Some(tx.now()),
        ..list
    };
    let row: invite_list::ActiveModel = sent.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn update_invite_line(tx: &Tx, line: InviteLine) -> Result<()> {
    let row: invite_line::ActiveModel = line.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}
