//! The addresses at which calendar programs read.
use crate::tables::calendar_feed::{self, Column};
use crate::{CalendarFeed, Keep};
use kernel::{Conn, FeedId, Permit, PersonId, Result, Tx};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};

pub(crate) async fn insert_feed(tx: &Tx, feed: CalendarFeed) -> Result<CalendarFeed> {
    Ok(feed.into_active_model().insert(&tx.conn()).await?)
}

/// A person's feeds that work, the newest first.
pub async fn feeds_of(conn: &Conn<'_>, person: PersonId) -> Result<Vec<CalendarFeed>> {
    Ok(calendar_feed::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::RevokedAt.is_null())
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .all(conn)
        .await?)
}

pub(crate) async fn feed_count(conn: &Conn<'_>, person: PersonId) -> Result<u64> {
    Ok(calendar_feed::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::RevokedAt.is_null())
        .count(conn)
        .await?)
}

pub(crate) async fn feed_by_id(conn: &Conn<'_>, id: FeedId) -> Result<Option<CalendarFeed>> {
    Ok(calendar_feed::Entity::find_by_id(id).one(conn).await?)
}

/// The feed that a token opens, unless it was revoked.
pub async fn feed_by_token(conn: &Conn<'_>, token: &str) -> Result<Option<CalendarFeed>> {
    Ok(calendar_feed::Entity::find()
        .filter(Column::TokenHash.eq(identity::token_hash(token)))
        .filter(Column::RevokedAt.is_null())
        .one(conn)
        .await?)
}

pub(crate) async fn revoke(tx: &Tx, feed: &Permit<Keep, CalendarFeed>) -> Result<CalendarFeed> {
    let row = calendar_feed::ActiveModel {
        id: Set(feed.id),
        revoked_at: Set(Some(tx.now())),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn touch(tx: &Tx, feed: FeedId) -> Result<()> {
    let row = calendar_feed::ActiveModel {
        id: Set(feed),
        read_at: Set(Some(tx.now())),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}
