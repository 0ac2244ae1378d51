use super::{DeliveryObject, ProgramObject, SessionObject, VersionObject};
use crate::context::Asked;
use ::sessions::{
    AddMaterial, CancelSession, CheckIn, CloseSession, CreateProgram, CreateSession,
    DeliverProgram, PublishProgramVersion, PublishSession, RecordAttendance, RemoveMaterial,
    SetAgenda, StartSession, UpdateMaterial, UpdateProgram, UpdateSession,
};
use async_graphql::{Context, Object};
use kernel::Result;

#[derive(Default)]
pub struct ProgramsMutation;

#[Object]
impl ProgramsMutation {
    /// Begins a program, and its first version. For administrators.
    async fn create_program(
        &self,
        ctx: &Context<'_>,
        input: CreateProgram,
    ) -> Result<ProgramObject> {
        let program = ctx.write(input).await?;
        ProgramObject::find(ctx, program.id).await
    }

    /// Changes a program. Its objectives change in the version that is being written, never in one
    /// that was published. For administrators.
    async fn update_program(
        &self,
        ctx: &Context<'_>,
        input: UpdateProgram,
    ) -> Result<ProgramObject> {
        let program = ctx.write(input).await?;
        ProgramObject::find(ctx, program.id).await
    }

    /// Finishes the version that is being written. Cohorts that run another one go on with it. For
    /// administrators.
    async fn publish_program_version(
        &self,
        ctx: &Context<'_>,
        input: PublishProgramVersion,
    ) -> Result<VersionObject> {
        let version = ctx.write(input).await?;
        VersionObject::find(ctx, version.id).await
    }

    /// Says which version of a program a cohort runs. For its facilitators.
    async fn deliver_program(
        &self,
        ctx: &Context<'_>,
        input: DeliverProgram,
    ) -> Result<DeliveryObject> {
        ctx.write(input).await.map(DeliveryObject)
    }
}

#[derive(Default)]
pub struct SessionsMutation;

#[Object]
impl SessionsMutation {
    /// Plans a session, as a draft. For facilitators.
    async fn create_session(
        &self,
        ctx: &Context<'_>,
        input: CreateSession,
    ) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Changes what a session is. For facilitators.
    async fn update_session(
        &self,
        ctx: &Context<'_>,
        input: UpdateSession,
    ) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Shows a session to its community; one that was cancelled takes place after all. For
    /// facilitators.
    async fn publish_session(
        &self,
        ctx: &Context<'_>,
        input: PublishSession,
    ) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Says that a session goes on now. For who leads it.
    async fn start_session(&self, ctx: &Context<'_>, input: StartSession) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Says that a session is over. For who leads it.
    async fn close_session(&self, ctx: &Context<'_>, input: CloseSession) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Says that a session does not take place, and why. For facilitators.
    async fn cancel_session(
        &self,
        ctx: &Context<'_>,
        input: CancelSession,
    ) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Writes the agenda of a session, all of it. For who leads it.
    async fn set_agenda(&self, ctx: &Context<'_>, input: SetAgenda) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Adds a link to what belongs to a session. For who leads it.
    async fn add_material(&self, ctx: &Context<'_>, input: AddMaterial) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Changes what belongs to a session. For who leads it.
    async fn update_material(
        &self,
        ctx: &Context<'_>,
        input: UpdateMaterial,
    ) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Takes away what belonged to a session. For who leads it.
    async fn remove_material(
        &self,
        ctx: &Context<'_>,
        input: RemoveMaterial,
    ) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Says who attended a part of a session. What was said before stays in its history. For who leads
    /// it.
    async fn record_attendance(
        &self,
        ctx: &Context<'_>,
        input: RecordAttendance,
    ) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }

    /// Says with the code that is shown that the viewer is there.
    async fn check_in(&self, ctx: &Context<'_>, input: CheckIn) -> Result<SessionObject> {
        let session = ctx.write(input).await?;
        SessionObject::find(ctx, session.id).await
    }
}
