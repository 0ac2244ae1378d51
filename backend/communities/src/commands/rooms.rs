//! Rooms of pairs: opened, left and closed as part of a larger change, whose command has asked for leave.
//!
//! A room is a community of its own, so that whatever asks who may read asks the same as everywhere: what
//! is said in it exists for its people and for nobody else.
use super::members::admit;
use crate::policy::Found;
use crate::store::NewMember;
use crate::{
    AlumniAccess, Community, CommunityArchived, CommunityCreated, CommunityKind, MemberRemoved,
    Provenance, Role, WorkWeek, store,
};
use kernel::{Actor, CommunityId, Error, Organisation, Permit, PersonId, Result, Tx, permit};

/// Opens the room of some people, by their names.
///
/// # Errors
/// `Forbidden` to everybody but the platform and administrators.
pub async fn open_room(
    tx: &Tx,
    actor: Actor,
    (name, zone): (String, String),
    people: &[PersonId],
) -> Result<Community> {
    let leave: Permit<Found, Organisation> = permit(actor, Organisation)?;
    let id: CommunityId = tx.id();
    let row = Community {
        id,
        // An id is an address that nobody guesses and no name takes.
        slug: id.to_string().replace('_', "-"),
        kind: CommunityKind::Pair,
        name,
        purpose: String::new(),
        norms: String::new(),
        norms_html: String::new(),
        zone,
        starts_on: None,
        ends_on: None,
        created_at: tx.now(),
        archived_at: None,
        work_week: WorkWeek::default().bits(),
        alumni_access: AlumniAccess::default(),
        alumni_community_id: None,
        ended_at: None,
        cloned_from: None,
        nameless_questions: false,
        answer_promise_hours: None,
    };
    let room = store::insert_community(tx, &leave, row).await?;
    let fact = CommunityCreated { community: room.id };
    tx.emit(actor, &fact).await?;
    for person in people {
        enter_room(tx, actor, (room.id, *person)).await?;
    }
    Ok(room)
}

/// Lets somebody else in.
///
/// # Errors
/// `Forbidden` when the room is closed.
pub async fn enter_room(
    tx: &Tx,
    actor: Actor,
    (room, person): (CommunityId, PersonId),
) -> Result<()> {
    let newcomer = NewMember {
        community: room,
        person,
        role: Role::Learner,
        provenance: Provenance::Person,
        granted_by: actor.person(),
    };
    admit(tx, actor, newcomer).await.map(|_| ())
}

/// Somebody leaves a room: from then on it does not exist for them.
///
/// # Errors
/// `NotFound` when there is no such room.
pub async fn leave_room(
    tx: &Tx,
    actor: Actor,
    (room, person): (CommunityId, PersonId),
) -> Result<()> {
    room_by_id(tx, room).await?;
    let Some(member) = store::membership_of(&tx.conn(), room, person).await? else {
        return Ok(());
    };
    store::delete_membership(tx, member.id).await?;
    let fact = MemberRemoved {
        community: room,
        membership: member.id,
        person,
        was: Some(member.role),
    };
    tx.emit(actor, &fact).await
}

/// Closes a room: its people go on reading.
///
/// # Errors
/// `NotFound` when there is no such room.
pub async fn close_room(tx: &Tx, actor: Actor, room: CommunityId) -> Result<()> {
    let room = room_by_id(tx, room).await?;
    if room.archived_at.is_some() {
        return Ok(());
    }
    let closed = Community {
        archived_at: Some(tx.now()),
        ..room
    };
    let closed = store::update_community(tx, closed).await?;
    let fact = CommunityArchived {
        community: closed.id,
    };
    tx.emit(actor, &fact).await
}

async fn room_by_id(tx: &Tx, id: CommunityId) -> Result<Community> {
    let room = store::community_by_id(&tx.conn(), id).await?;
    room.filter(|room| room.kind == CommunityKind::Pair)
        .ok_or(Error::NotFound("room"))
}
