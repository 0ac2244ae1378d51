//! Who reads and does not write, and until when.
use crate::tables::{Mute, membership, mute};
use crate::{CommunitySeen, MemberSeen, Membership, Oversee, Silence};
use chrono::{DateTime, Utc};
use kernel::{CommunityId, Conn, MuteId, Permit, PersonId, Result, Tx};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use std::collections::HashMap;

/// More mutes than stand in one community, and more than are lifted at a time.
const MUTES_MAX: u64 = 1_000;

fn standing() -> Select<mute::Entity> {
    mute::Entity::find().filter(mute::Column::LiftedAt.is_null())
}

/// The mute of a person that stands, if there is one.
pub(crate) async fn standing_mute(
    conn: &Conn<'_>,
    community: CommunityId,
    person: PersonId,
) -> Result<Option<Mute>> {
    Ok(standing()
        .filter(mute::Column::CommunityId.eq(community))
        .filter(mute::Column::PersonId.eq(person))
        .one(conn)
        .await?)
}

/// Members who are about to come in, each as muted as when they left.
pub(crate) async fn still_muted(
    conn: &Conn<'_>,
    community: CommunityId,
    mut members: Vec<Membership>,
) -> Result<Vec<Membership>> {
    let mutes = standing()
        .filter(mute::Column::CommunityId.eq(community))
        .limit(MUTES_MAX)
        .all(conn)
        .await?;
    let until: HashMap<PersonId, DateTime<Utc>> = mutes
        .into_iter()
        .map(|mute| (mute.person_id, mute.until))
        .collect();
    for member in &mut members {
        member.muted_until = until.get(&member.person_id).copied();
    }
    Ok(members)
}

/// The mutes that stand in a community, the last to end first.
pub async fn mutes_in(conn: &Conn<'_>, seen: &Permit<Oversee, CommunitySeen>) -> Result<Vec<Mute>> {
    Ok(standing()
        .filter(mute::Column::CommunityId.eq(seen.community.id))
        .order_by_desc(mute::Column::Until)
        .limit(MUTES_MAX)
        .all(conn)
        .await?)
}

/// The mutes of these members that stand, for whoever may know them.
pub async fn mutes_of(
    conn: &Conn<'_>,
    places: &[(CommunityId, PersonId)],
) -> Result<HashMap<(CommunityId, PersonId), Mute>> {
    let communities = places.iter().map(|(community, _)| *community);
    let people = places.iter().map(|(_, person)| *person);
    let found = standing()
        .filter(mute::Column::CommunityId.is_in(communities))
        .filter(mute::Column::PersonId.is_in(people))
        .all(conn)
        .await?;
    Ok(found
        .into_iter()
        .map(|mute| ((mute.community_id, mute.person_id), mute))
        .collect())
}

/// A mute, whether it stands or not, for whoever may know it.
pub async fn mute_by_id(conn: &Conn<'_>, id: MuteId) -> Result<Option<Mute>> {
    Ok(mute::Entity::find_by_id(id).one(conn).await?)
}

pub(crate) async fn insert_mute(
    tx: &Tx,
    seen: &Permit<Silence, MemberSeen>,
    row: Mute,
) -> Result<Membership> {
    let until = row.until;
    mute::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    set_muted(tx, seen, Some(until)).await
}

/// Ends whatever mute of the member stands.
pub(crate) async fn lift_mutes_of(
    tx: &Tx,
    seen: &Permit<Silence, MemberSeen>,
) -> Result<Membership> {
    mute::Entity::update_many()
        .col_expr(mute::Column::LiftedAt, Expr::value(Some(tx.now())))
        .filter(mute::Column::CommunityId.eq(seen.membership.community_id))
        .filter(mute::Column::PersonId.eq(seen.membership.person_id))
        .filter(mute::Column::LiftedAt.is_null())
        .exec(&tx.conn())
        .await?;
    set_muted(tx, seen, None).await
}

async fn set_muted(
    tx: &Tx,
    seen: &Permit<Silence, MemberSeen>,
    until: Option<DateTime<Utc>>,
) -> Result<Membership> {
    let row = membership::ActiveModel {
        id: Set(seen.membership.id),
        muted_until: Set(until),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}

/// The mutes whose time has passed.
pub(crate) async fn mutes_over_by(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<Mute>> {
    Ok(standing()
        .filter(mute::Column::Until.lte(now))
        .limit(MUTES_MAX)
        .all(conn)
        .await?)
}

/// Ends the mutes whose time has passed; returns them.
pub(crate) async fn lift_mutes_over(tx: &Tx) -> Result<Vec<Mute>> {
    let conn = tx.conn();
    let over = mutes_over_by(&conn, tx.now()).await?;
    for mute in &over {
        mute::Entity::update_many()
            .col_expr(mute::Column::LiftedAt, Expr::value(Some(tx.now())))
            .filter(mute::Column::Id.eq(mute.id))
            .exec(&conn)
            .await?;
        membership::Entity::update_many()
            .col_expr(
                membership::Column::MutedUntil,
                Expr::value(None::<DateTime<Utc>>),
            )
            .filter(membership::Column::CommunityId.eq(mute.community_id))
            .filter(membership::Column::PersonId.eq(mute.person_id))
            .exec(&conn)
            .await?;
    }
    Ok(over)
}
