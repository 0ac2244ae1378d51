use crate::Channel;
use crate::policy::{ChannelSeen, Edit};
use crate::scope::{own_reading, thread_published_for};
use crate::tables::{channel, thread, thread_reader};
use communities::{CommunitySeen, Manage, join_standing, readable_by, standing_of};
use kernel::{Actor, ChannelId, CommunityId, Conn, Error, Permit, Result, Tx, select_all_of};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    IntoActiveModel, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

/// A channel with the asker's standing, in one statement.
pub async fn channel_seen(conn: &Conn<'_>, actor: Actor, id: ChannelId) -> Result<ChannelSeen> {
    let mut query = Query::select();
    select_all_of::<channel::Entity>(&mut query, "c_");
    query
        .from(channel::Entity)
        .and_where(channel::Column::Id.eq(id));
    join_standing(
        &mut query,
        actor,
        (channel::Entity, channel::Column::CommunityId),
    );
    let row = conn
        .query_one(&query)
        .await?
        .ok_or(Error::NotFound("channel"))?;
    Ok(ChannelSeen {
        channel: Channel::from_query_result(&row, "c_")?,
        standing: standing_of(&row)?,
    })
}

/// The channels of these communities that the asker may read, in the order of their positions.
pub async fn channels_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    communities: &[CommunityId],
) -> Result<Vec<Channel>> {
    Ok(channel::Entity::find()
        .filter(channel::Column::CommunityId.is_in(communities.iter().copied()))
        .filter(readable_by(
            actor,
            (channel::Entity, channel::Column::CommunityId),
        ))
        .order_by_asc(channel::Column::Position)
        .all(conn)
        .await?)
}

/// The channels of a community that are not archived, in their order.
pub(crate) async fn open_channels_of(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<Vec<Channel>> {
    Ok(channel::Entity::find()
        .filter(channel::Column::CommunityId.eq(community))
        .filter(channel::Column::ArchivedAt.is_null())
        .order_by_asc(channel::Column::Position)
        .all(conn)
        .await?)
}

pub async fn channel_by_slug(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
    slug: &str,
) -> Result<Option<Channel>> {
    Ok(channel::Entity::find()
        .filter(channel::Column::CommunityId.eq(community))
        .filter(channel::Column::Slug.eq(slug))
        .filter(readable_by(
            actor,
            (channel::Entity, channel::Column::CommunityId),
        ))
        .one(conn)
        .await?)
}

/// How many conversations of each of these channels hold something the asker has not read.
pub async fn unread_counts(
    conn: &Conn<'_>,
    actor: Actor,
    channels: &[ChannelId],
) -> Result<HashMap<ChannelId, i64>> {
    let mut query = Query::select();
    query
        .expr_as(
            Expr::col((thread::Entity, thread::Column::ChannelId)),
            "channel_id",
        )
        .expr_as(
            Func::count(Expr::col((thread::Entity, thread::Column::Id))),
            "unread",
        )
        .from(thread::Entity)
        .join(
            JoinType::LeftJoin,
            thread_reader::Entity,
            own_reading(actor),
        )
        .and_where(thread::Column::ChannelId.is_in(channels.iter().copied()))
        .cond_where(readable_by(
            actor,
            (thread::Entity, thread::Column::CommunityId),
        ))
        .cond_where(thread_published_for(actor))
        .and_where(Expr::col((thread::Entity, thread::Column::MovedTo)).is_null())
        .cond_where(super::reading::unread(actor))
        .group_by_col((thread::Entity, thread::Column::ChannelId));
    let rows = conn.query_all(&query).await?;
    rows.iter()
        .map(|row| Ok((row.try_get("", "channel_id")?, row.try_get("", "unread")?)))
        .collect()
}

pub async fn slug_is_free(conn: &Conn<'_>, community: CommunityId, slug: &str) -> Result<bool> {
    let taken = channel::Entity::find()
        .filter(channel::Column::CommunityId.eq(community))
        .filter(channel::Column::Slug.eq(slug))
        .count(conn)
        .await?;
    Ok(taken == 0)
}

pub(crate) async fn next_position(tx: &Tx, community: CommunityId) -> Result<i32> {
    let last: Option<Option<i32>> = channel::Entity::find()
        .select_only()
        .column_as(channel::Column::Position.max(), "last")
        .filter(channel::Column::CommunityId.eq(community))
        .into_tuple()
        .one(&tx.conn())
        .await?;
    Ok(last.flatten().map_or(1, |last| last + 1))
}

pub(crate) async fn insert_channel(
    tx: &Tx,
    community: &Permit<Manage, CommunitySeen>,
    row: Channel,
) -> Result<Channel> {
    let row = Channel {
        community_id: community.community.id,
        ..row
    };
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_channel(
    tx: &Tx,
    seen: &Permit<Edit, ChannelSeen>,
    changed: Channel,
) -> Result<Channel> {
    let row = channel::ActiveModel {
        id: Set(seen.channel.id),
        name: Set(changed.name),
        purpose: Set(changed.purpose),
        kind: Set(changed.kind),
        premoderation: Set(changed.premoderation),
        high_stakes_tags: Set(changed.high_stakes_tags),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn set_archived(
    tx: &Tx,
    seen: &Permit<Edit, ChannelSeen>,
    at: Option<chrono::DateTime<chrono::Utc>>,
) -> Result<Channel> {
    let row = channel::ActiveModel {
        id: Set(seen.channel.id),
        archived_at: Set(at),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}
