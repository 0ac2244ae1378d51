use crate::communities::MembershipObject;
use crate::confirmed::Confirmed;
use crate::context::Asked;
use crate::identity::PersonObject;
use ::communities::{MutePerson, UnmutePerson};
use ::identity::{RestorePerson, SuspendPerson};
use ::moderation::{Mute, Restore, Suspend, Unmute};
use async_graphql::{Context, Object};
use kernel::Result;

#[derive(Default)]
pub struct PeopleModerationMutation;

#[Object]
impl PeopleModerationMutation {
    /// Lets a member read and not write for a time. For moderators and facilitators.
    async fn mute_person(&self, ctx: &Context<'_>, input: MutePerson) -> Result<MembershipObject> {
        let membership = ctx.write(Mute(input)).await?;
        MembershipObject::changed(ctx, membership).await
    }

    /// Lets a muted member write again. For moderators and facilitators.
    async fn unmute_person(
        &self,
        ctx: &Context<'_>,
        input: UnmutePerson,
    ) -> Result<MembershipObject> {
        let membership = ctx.write(Unmute(input)).await?;
        MembershipObject::changed(ctx, membership).await
    }

    /// Keeps a person out: their sign-ins end at once, and none begins. For administrators.
    #[graphql(guard = "Confirmed")]
    async fn suspend_person(
        &self,
        ctx: &Context<'_>,
        input: SuspendPerson,
    ) -> Result<PersonObject> {
        ctx.write(Suspend(input)).await.map(PersonObject)
    }

    /// Lets a suspended person in again. For administrators.
    #[graphql(guard = "Confirmed")]
    async fn restore_person(
        &self,
        ctx: &Context<'_>,
        input: RestorePerson,
    ) -> Result<PersonObject> {
        ctx.write(Restore(input)).await.map(PersonObject)
    }
}
