//! Who belongs, and as what.
use crate::store::NewMember;
use crate::{
    Community, CommunitySeen, Grow, Lead, Manage, MemberChanged, MemberJoined, MemberRemoved,
    Membership, NormsAcknowledged, PersonSeen, Provenance, Read, Role, See, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{
    Actor, Command, CommunityId, Error, MembershipId, Permit, PersonId, Result, Tx, permit,
};

/// Lets somebody in as part of a larger change, whose command has asked for leave. Who is a member
/// already stays what they are.
///
/// # Errors
/// `Forbidden` when the community is archived.
pub async fn admit(tx: &Tx, actor: Actor, member: NewMember) -> Result<Membership> {
    let standing = store::membership_of(&tx.conn(), member.community, member.person).await?;
    if let Some(membership) = standing {
        return Ok(membership);
    }
    let community = store::community_by_id(&tx.conn(), member.community).await?;
    let _: Permit<Grow, Community> = permit(actor, community.ok_or(Error::NotFound("community"))?)?;
    let membership = store::insert_membership(tx, member).await?;
    let fact = MemberJoined {
        community: membership.community_id,
        membership: membership.id,
        person: membership.person_id,
        role: membership.role,
    };
    tx.emit(actor, &fact).await?;
    Ok(membership)
}

/// Adds somebody whom the asker knows from another community. An administrator may add anybody,
/// themself too.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AddMemberInput")]
pub struct AddMember {
    /// To which community.
    pub community: CommunityId,
    /// Whom.
    pub person: PersonId,
    /// As what.
    pub role: Role,
}

#[async_trait]
impl Command for AddMember {
    type Done = Membership;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Membership> {
        let seen = store::community_seen(&tx.conn(), actor, self.community).await?;
        let _: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        let person = store::person_seen(&tx.conn(), actor, self.person).await?;
        let _: Permit<See, PersonSeen> = permit(actor, person)?;
        let standing = store::membership_of(&tx.conn(), self.community, self.person).await?;
        if standing.is_some() {
            return Err(Error::conflict(
                "this person is a member already; change their role instead",
            ));
        }
        let member = NewMember {
            community: self.community,
            person: self.person,
            role: self.role,
            provenance: Provenance::Person,
            granted_by: actor.person(),
        };
        admit(tx, actor, member).await
    }
}

/// Gives a member another role.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ChangeRoleInput")]
pub struct ChangeRole {
    /// Whose membership.
    pub membership: MembershipId,
    /// The new role.
    pub role: Role,
}

#[async_trait]
impl Command for ChangeRole {
    type Done = Membership;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Membership> {
        let (membership, seen) = store::membership_seen(&tx.conn(), actor, self.membership).await?;
        let _: Permit<Manage, CommunitySeen> = permit(actor, seen).map_err(unnamed)?;
        if membership.role == self.role {
            return Ok(membership);
        }
        lead_no_more(tx, &membership).await?;
        let (role, was) = (self.role, Some(membership.role));
        let changed = Membership {
            role,
            former_role: None,
            granted_by_id: actor.person(),
            ..membership
        };
        let membership = store::update_membership(tx, changed).await?;
        let fact = MemberChanged {
            community: membership.community_id,
            membership: membership.id,
            person: membership.person_id,
            role,
            was,
        };
        tx.emit(actor, &fact).await?;
        Ok(membership)
    }
}

/// Ends a membership: somebody else's with leave, one's own at any time. What they wrote stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RemoveMemberInput")]
pub struct RemoveMember {
    /// Whose membership.
    pub membership: MembershipId,
}

#[async_trait]
impl Command for RemoveMember {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let (membership, seen) = store::membership_seen(&tx.conn(), actor, self.membership).await?;
        let community = if actor.person() == Some(membership.person_id) {
            seen.community
        } else {
            let seen: Permit<Lead, CommunitySeen> = permit(actor, seen).map_err(unnamed)?;
            seen.into_subject().community
        };
        lead_no_more(tx, &membership).await?;
        store::delete_membership(tx, membership.id).await?;
        let fact = MemberRemoved {
            community: community.id,
            membership: membership.id,
            person: membership.person_id,
            was: Some(membership.role),
        };
        tx.emit(actor, &fact).await?;
        Ok(community)
    }
}

/// A stranger asked by the id of a membership: to them there is no such membership, whatever
/// community it belongs to.
fn unnamed(error: Error) -> Error {
    match error {
        Error::NotFound(_) => Error::NotFound("membership"),
        error => error,
    }
}

/// What ends with a facilitator's role. Their open invitations go too, or one of them would be a way
/// back in.
async fn lead_no_more(tx: &Tx, leaving: &Membership) -> Result<()> {
    if leaving.role != Role::Facilitator {
        return Ok(());
    }
    if store::facilitator_count(&tx.conn(), leaving.community_id).await? <= 1 {
        return Err(Error::conflict(
            "a community needs a facilitator; make somebody else one first",
        ));
    }
    store::delete_open_invitations_by(tx, leaving.community_id, leaving.person_id).await
}

/// Says that one has read a community's norms and means to keep them.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AcknowledgeNormsInput")]
pub struct AcknowledgeNorms {
    /// Whose norms.
    pub community: CommunityId,
}

#[async_trait]
impl Command for AcknowledgeNorms {
    type Done = Membership;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Membership> {
        let seen = store::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Read, CommunitySeen> = permit(actor, seen)?;
        let Some(membership) = seen.into_subject().membership else {
            return Err(Error::NotFound("membership"));
        };
        if membership.norms_acknowledged_at.is_some() {
            return Ok(membership);
        }
        let acknowledged = Membership {
            norms_acknowledged_at: Some(tx.now()),
            ..membership
        };
        let membership = store::update_membership(tx, acknowledged).await?;
        let fact = NormsAcknowledged {
            community: membership.community_id,
            membership: membership.id,
            person: membership.person_id,
        };
        tx.emit(actor, &fact).await?;
        Ok(membership)
    }
}
