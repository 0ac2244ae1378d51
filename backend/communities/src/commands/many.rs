//! Many members at once, as part of a larger change, whose command has asked for leave.
use crate::store::NewMember;
use crate::{
    CommunitySeen, Manage, MemberChanged, MemberJoined, MemberRemoved, Membership, Role, store,
};
use kernel::{Actor, CommunityId, Error, Permit, Result, Tx};

/// Lets everybody in. Nobody of them is a member yet.
pub async fn admit_all(
    tx: &Tx,
    actor: Actor,
    (community, newcomers): (&Permit<Manage, CommunitySeen>, &[NewMember]),
) -> Result<Vec<Membership>> {
    let id = community.community.id;
    let rows = newcomers.iter().map(|newcomer| Membership {
        id: tx.id(),
        community_id: id,
        person_id: newcomer.person,
        role: newcomer.role,
        provenance: newcomer.provenance,
        joined_at: tx.now(),
        norms_acknowledged_at: None,
        former_role: None,
        muted_until: None,
        granted_by_id: newcomer.granted_by,
    });
    let members = store::still_muted(&tx.conn(), id, rows.collect()).await?;
    store::insert_memberships(tx, &members).await?;
    let facts = members.iter().map(|member| MemberJoined {
        community: id,
        membership: member.id,
        person: member.person_id,
        role: member.role,
    });
    tx.emit_all(actor, &facts.collect::<Vec<_>>()).await?;
    Ok(members)
}

/// Gives each of these members a role, and lets others go.
///
/// # Errors
/// `Conflict` when the community had a facilitator and would have none.
pub async fn rearrange(
    tx: &Tx,
    actor: Actor,
    (community, roles, leaving): (CommunityId, &[(Membership, Role)], &[Membership]),
) -> Result<()> {
    let led = store::facilitator_count(&tx.conn(), community).await? > 0;
    let mut changed = Vec::with_capacity(roles.len());
    for (member, role) in roles {
        lead_no_more(tx, member).await?;
        changed.push(MemberChanged {
            community,
            membership: member.id,
            person: member.person_id,
            role: *role,
            was: Some(member.role),
        });
    }
    store::set_roles(tx, roles, actor.person()).await?;
    tx.emit_all(actor, &changed).await?;

    let mut removed = Vec::with_capacity(leaving.len());
    for member in leaving {
        lead_no_more(tx, member).await?;
        removed.push(MemberRemoved {
            community,
            membership: member.id,
            person: member.person_id,
            was: Some(member.role),
        });
    }
    store::delete_memberships(tx, leaving).await?;
    tx.emit_all(actor, &removed).await?;
    if led && store::facilitator_count(&tx.conn(), community).await? == 0 {
        return Err(Error::conflict(
            "a community needs a facilitator; make somebody else one first",
        ));
    }
    Ok(())
}

/// The open invitations of who led go with the office, or one of them would be a way back in.
async fn lead_no_more(tx: &Tx, member: &Membership) -> Result<()> {
    if member.role != Role::Facilitator {
        return Ok(());
    }
    store::delete_open_invitations_by(tx, member.community_id, member.person_id).await
}
