//! Journeys as they were applied.
use crate::tables::journey::{self, Column};
use crate::{Journey, JourneySeen, Look, Steer};
use communities::{CommunitySeen, community_seen};
use kernel::{Actor, CommunityId, Conn, Error, JourneyId, Permit, Policy, Result, SessionId, Tx};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};

/// More journeys than a community has.
const JOURNEYS_MAX: u64 = 1_000;

/// A journey in its community.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn journey_seen(conn: &Conn<'_>, actor: Actor, id: JourneyId) -> Result<JourneySeen> {
    let journey = journey_by_id(conn, id).await?;
    let community = community_seen(conn, actor, journey.community_id).await?;
    Ok(JourneySeen { journey, community })
}

pub(crate) async fn journey_by_id(conn: &Conn<'_>, id: JourneyId) -> Result<Journey> {
    let found = journey::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("journey"))
}

/// The journeys of a community that the asker may look at and that were not taken back, the latest
/// first.
pub async fn journeys_of_community(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<JourneySeen>> {
    let seen = community_seen(conn, actor, community).await?;
    let found = journey::Entity::find()
        .filter(Column::CommunityId.eq(community))
        .filter(Column::WithdrawnAt.is_null())
        .order_by_desc(Column::Id)
        .limit(JOURNEYS_MAX)
        .all(conn)
        .await?;
    Ok(looked_at(found, actor, &seen))
}

/// As `journeys_of_community`, of one session.
pub async fn journeys_of_session(
    conn: &Conn<'_>,
    actor: Actor,
    (community, session): (CommunityId, SessionId),
) -> Result<Vec<JourneySeen>> {
    let seen = community_seen(conn, actor, community).await?;
    let found = standing_on(conn, session).await?;
    Ok(looked_at(found, actor, &seen))
}

fn looked_at(found: Vec<Journey>, actor: Actor, community: &CommunitySeen) -> Vec<JourneySeen> {
    found
        .into_iter()
        .map(|journey| JourneySeen {
            journey,
            community: community.clone(),
        })
        .filter(|seen| Policy::<Look>::verdict(seen, &actor).allows())
        .collect()
}

/// Every journey that counts from a session.
pub(crate) async fn standing_on(conn: &Conn<'_>, session: SessionId) -> Result<Vec<Journey>> {
    Ok(journey::Entity::find()
        .filter(Column::SessionId.eq(session))
        .filter(Column::WithdrawnAt.is_null())
        .order_by_asc(Column::Id)
        .all(conn)
        .await?)
}

/// Every journey that ever counted from a session, also what was taken back.
pub(crate) async fn ever_on(conn: &Conn<'_>, session: SessionId) -> Result<Vec<Journey>> {
    Ok(journey::Entity::find()
        .filter(Column::SessionId.eq(session))
        .all(conn)
        .await?)
}

/// Every journey of a community.
pub(crate) async fn within(conn: &Conn<'_>, community: CommunityId) -> Result<Vec<Journey>> {
    Ok(journey::Entity::find()
        .filter(Column::CommunityId.eq(community))
        .filter(Column::WithdrawnAt.is_null())
        .order_by_asc(Column::Id)
        .all(conn)
        .await?)
}

pub(crate) async fn insert_journey(
    tx: &Tx,
    _: &Permit<Steer, JourneySeen>,
    row: Journey,
) -> Result<Journey> {
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_journey(
    tx: &Tx,
    seen: &Permit<Steer, JourneySeen>,
    changed: Journey,
) -> Result<Journey> {
    let row = Journey {
        id: seen.journey.id,
        ..changed
    };
    let row = row.into_active_model().reset_all();
    Ok(row.update(&tx.conn()).await?)
}
