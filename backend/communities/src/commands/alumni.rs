//! A cohort ends, and what becomes of who was in it.
use super::members::admit;
use super::settings::settings_of;
use crate::store::NewMember;
use crate::{
    AlumniAccess, CohortEnded, Community, CommunityChanged, CommunityKind, CommunitySeen, Manage,
    MemberChanged, MemberRemoved, Membership, Provenance, Role, day_in, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Change, Command, CommunityId, Error, Permit, Result, Tx, permit};

/// Says what a cohort's members may do in it after its last day, and which community of practice
/// takes them in. In a cohort that has ended it is so at once; who had to leave stays away.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateAlumniAccessInput")]
pub struct UpdateAlumniAccess {
    /// Which cohort.
    pub community: CommunityId,
    /// What they may do in it from then on.
    pub access: AlumniAccess,
    /// The community of practice that they come into; none when left out.
    pub moves_to: Option<CommunityId>,
}

#[async_trait]
impl Command for UpdateAlumniAccess {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let seen = store::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        let before = seen.into_subject().community;
        if before.kind != CommunityKind::Cohort {
            return Err(Error::invalid(
                "community",
                "a community of practice has no last day, and no alumni",
            ));
        }
        if let Some(practice) = self.moves_to {
            takes_in_alumni(tx, actor, practice).await?;
        }
        let known = settings_of(&before);
        let again = reopen(tx, actor, before).await?;
        let changed = Community {
            alumni_access: self.access,
            alumni_community_id: self.moves_to,
            ..again
        };
        let community = store::update_community(tx, changed).await?;
        let fact = CommunityChanged {
            community: community.id,
            change: Change::between(known, settings_of(&community)),
        };
        tx.emit(actor, &fact).await?;
        settle(tx, actor, community).await
    }
}

/// Who sends people somewhere could add them there.
async fn takes_in_alumni(tx: &Tx, actor: Actor, practice: CommunityId) -> Result<()> {
    let seen = store::community_seen(&tx.conn(), actor, practice).await?;
    let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
    match seen.community.kind {
        CommunityKind::Practice => Ok(()),
        CommunityKind::Cohort | CommunityKind::Pair => Err(Error::invalid(
            "movesTo",
            "alumni come into a community of practice, not into another cohort",
        )
        .hint("add them to the other cohort as members")),
    }
}

/// Ends a cohort whose last day is over. Run again, it changes nothing.
pub(crate) struct EndCohort {
    pub community: CommunityId,
}

#[async_trait]
impl Command for EndCohort {
    type Done = Community;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Community> {
        let seen = store::community_seen(&tx.conn(), actor, self.community).await?;
        let seen: Permit<Manage, CommunitySeen> = permit(actor, seen)?;
        settle(tx, actor, seen.into_subject().community).await
    }
}

/// Ends a cohort that is over, and takes back the end of one that goes on after all, as part of a
/// change whose command has asked for leave.
pub(super) async fn settle(tx: &Tx, actor: Actor, community: Community) -> Result<Community> {
    if community.kind != CommunityKind::Cohort {
        return Ok(community);
    }
    let today = day_in(&community, tx.now())?;
    let is_over = community.ends_on.is_some_and(|last| last < today);
    match (is_over, community.ended_at) {
        (true, None) => end(tx, actor, community).await,
        (false, Some(_)) => reopen(tx, actor, community).await,
        (true, Some(_)) | (false, None) => Ok(community),
    }
}

async fn end(tx: &Tx, actor: Actor, community: Community) -> Result<Community> {
    let practice = match community.alumni_community_id {
        Some(practice) => store::community_by_id(&tx.conn(), practice).await?,
        None => None,
    };
    let practice = practice.filter(|practice| practice.archived_at.is_none());
    for member in store::everybody_in(&tx.conn(), community.id).await? {
        if let Some(practice) = &practice {
            let newcomer = NewMember {
                community: practice.id,
                person: member.person_id,
                role: role_among_peers(member.role),
                provenance: Provenance::Cohort,
                granted_by: actor.person(),
            };
            admit(tx, actor, newcomer).await?;
        }
        if member.role != Role::Facilitator {
            part(tx, actor, (community.alumni_access, member)).await?;
        }
    }
    let ended = Community {
        ended_at: Some(tx.now()),
        ..community
    };
    let community = store::update_community(tx, ended).await?;
    let fact = CohortEnded {
        community: community.id,
    };
    tx.emit(actor, &fact).await?;
    Ok(community)
}

/// Leading and moderating a cohort is no office elsewhere.
fn role_among_peers(role: Role) -> Role {
    match role {
        Role::Learner | Role::Moderator | Role::Facilitator => Role::Learner,
        Role::Expert => Role::Expert,
        Role::Observer => Role::Observer,
    }
}

async fn part(tx: &Tx, actor: Actor, (access, member): (AlumniAccess, Membership)) -> Result<()> {
    match access {
        AlumniAccess::Write => Ok(()),
        AlumniAccess::Read if member.role == Role::Observer => Ok(()),
        AlumniAccess::Read => {
            let alumnus = Membership {
                former_role: Some(member.role),
                role: Role::Observer,
                ..member
            };
            change(tx, actor, (alumnus, member.role)).await
        }
        AlumniAccess::None => {
            store::delete_membership(tx, member.id).await?;
            let fact = MemberRemoved {
                community: member.community_id,
                membership: member.id,
                person: member.person_id,
                was: Some(member.role),
            };
            tx.emit(actor, &fact).await
        }
    }
}

/// Gives alumni back what they were.
async fn reopen(tx: &Tx, actor: Actor, community: Community) -> Result<Community> {
    if community.ended_at.is_none() {
        return Ok(community);
    }
    for member in store::everybody_in(&tx.conn(), community.id).await? {
        if let Some(role) = member.former_role {
            let former_role = None;
            let back = Membership {
                role,
                former_role,
                ..member
            };
            change(tx, actor, (back, member.role)).await?;
        }
    }
    let ended_at = None;
    store::update_community(
        tx,
        Community {
            ended_at,
            ..community
        },
    )
    .await
}

async fn change(tx: &Tx, actor: Actor, (member, was): (Membership, Role)) -> Result<()> {
    let member = store::update_membership(tx, member).await?;
    let fact = MemberChanged {
        community: member.community_id,
        membership: member.id,
        person: member.person_id,
        role: member.role,
        was: Some(was),
    };
    tx.emit(actor, &fact).await
}
