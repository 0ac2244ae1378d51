use super::{CommunityObject, InvitationObject, MembershipObject};
use crate::context::Asked;
use crate::identity::{PersonObject, ViewerObject, enter, visitor};
use ::communities::{
    Acceptance, AcknowledgeNorms, AddMember, ArchiveCommunity, ChangeRole, CloneCohort,
    InvitePerson, InvitePlaceholder, RemoveMember, RestoreCommunity, UpdateAlumniAccess,
    UpdateCalendar, UpdateCommunity, community_seen,
};
use async_graphql::{Context, InputObject, Object};
use identity::Secret;
use journeys::{Acting, FoundCommunity, FoundNextRun};
use kernel::{CommunityId, Result};
use std::sync::Arc;

/// Comes in by an invitation.
#[derive(InputObject)]
pub struct AcceptInvitationInput {
    /// The last part of the link.
    token: String,
    /// The name of a new account, 1 to 80 characters. An existing account keeps its own.
    name: String,
    /// A new password of 15 to 256 characters, or that of the account which the address has.
    password: String,
    /// Of the second factor of that account, once `SECOND_FACTOR` asked for it.
    code: Option<String>,
}

#[derive(Default)]
pub struct CommunitiesMutation;

#[Object]
impl CommunitiesMutation {
    /// Comes in by an invitation, and signs in unless somebody is signed in already.
    async fn accept_invitation(
        &self,
        ctx: &Context<'_>,
        input: AcceptInvitationInput,
    ) -> Result<ViewerObject> {
        if ctx.sign_in().is_none() {
            ctx.app().settings.ways_in.by_password()?;
        }
        let acceptance = Acceptance {
            token: Secret::new(input.token),
            name: input.name,
            password: Secret::new(input.password),
            code: input.code.map(Secret::new),
            visitor: visitor(ctx),
        };
        let hasher = &ctx.app().hasher;
        let actor = ctx.actor();
        let accepted =
            ::communities::accept_invitation(ctx.db(), hasher, actor, acceptance).await?;
        match accepted.fresh {
            Some(fresh) => Ok(enter(ctx, fresh)),
            None => Ok(ViewerObject(accepted.person)),
        }
    }

    /// Founds a community. For administrators, who become its first facilitator.
    async fn create_community(
        &self,
        ctx: &Context<'_>,
        input: FoundCommunity,
    ) -> Result<CommunityObject> {
        let actions = ctx.app().actions.clone();
        let community = ctx.write(Acting { input, actions }).await?;
        as_it_stands(ctx, community.id).await
    }

    /// Changes what a community says of itself. For its facilitators.
    async fn update_community(
        &self,
        ctx: &Context<'_>,
        input: UpdateCommunity,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        as_it_stands(ctx, community.id).await
    }

    /// Closes a community to every change; its members go on reading. For its facilitators and for
    /// administrators.
    async fn archive_community(
        &self,
        ctx: &Context<'_>,
        input: ArchiveCommunity,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        as_it_stands(ctx, community.id).await
    }

    /// Brings an archived community back as it was. For its facilitators and for administrators.
    async fn restore_community(
        &self,
        ctx: &Context<'_>,
        input: RestoreCommunity,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        as_it_stands(ctx, community.id).await
    }

    /// Says on which days a community works. For its facilitators.
    async fn update_calendar(
        &self,
        ctx: &Context<'_>,
        input: UpdateCalendar,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        as_it_stands(ctx, community.id).await
    }

    /// Says what a cohort's members may do in it after its last day, and where they come from it. For
    /// its facilitators.
    async fn update_alumni_access(
        &self,
        ctx: &Context<'_>,
        input: UpdateAlumniAccess,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        as_it_stands(ctx, community.id).await
    }

    /// Founds the next run of a cohort on other days: with its leads, its calendar and its channels,
    /// and without its members. For its facilitators and for administrators.
    async fn clone_cohort(&self, ctx: &Context<'_>, input: CloneCohort) -> Result<CommunityObject> {
        let community = ctx.write(FoundNextRun(input)).await?;
        as_it_stands(ctx, community.id).await
    }

    /// Says that one has read a community's norms and means to keep them.
    async fn acknowledge_norms(
        &self,
        ctx: &Context<'_>,
        input: AcknowledgeNorms,
    ) -> Result<MembershipObject> {
        let membership = ctx.write(input).await?;
        MembershipObject::changed(ctx, membership).await
    }

    /// Invites somebody by e-mail. For facilitators.
    async fn invite_person(
        &self,
        ctx: &Context<'_>,
        input: InvitePerson,
    ) -> Result<InvitationObject> {
        let invited = ctx.write(input).await?;
        Ok(InvitationObject {
            seen: invited.seen,
            token: Some(invited.token),
        })
    }

    /// Invites somebody by e-mail to be whom an imported archive knew. For administrators. The link
    /// in the letter alone makes the placeholder's account theirs.
    async fn invite_placeholder(
        &self,
        ctx: &Context<'_>,
        input: InvitePlaceholder,
    ) -> Result<PersonObject> {
        ctx.write(input).await.map(PersonObject)
    }

    /// Adds a person as a member. For facilitators, of people they know from another community.
    async fn add_member(&self, ctx: &Context<'_>, input: AddMember) -> Result<MembershipObject> {
        let membership = ctx.write(input).await?;
        MembershipObject::changed(ctx, membership).await
    }

    /// Gives a member another role. For facilitators.
    async fn change_role(&self, ctx: &Context<'_>, input: ChangeRole) -> Result<MembershipObject> {
        let membership = ctx.write(input).await?;
        MembershipObject::changed(ctx, membership).await
    }

    /// Ends a membership: one's own, or, for facilitators, somebody else's. What they wrote stays.
    async fn remove_member(
        &self,
        ctx: &Context<'_>,
        input: RemoveMember,
    ) -> Result<CommunityObject> {
        let community = ctx.write(input).await?;
        as_it_stands(ctx, community.id).await
    }
}

/// The community after a change of it, with the place the viewer has in it now, if any is left.
async fn as_it_stands(ctx: &Context<'_>, id: CommunityId) -> Result<CommunityObject> {
    let seen = community_seen(&ctx.conn(), ctx.actor(), id).await?;
    Ok(CommunityObject(Arc::new(seen)))
}
