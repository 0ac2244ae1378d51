//! What is held about people, and that they can have it.
use crate::confirmed::Confirmed;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use crate::identity::PersonObject;
use ::privacy::{
    AskForPersonalExport, OverseeData, PersonalExport, TakeAlong, exports_of, exports_page,
};
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::{
    Error, First, Organisation, Permit, PersonId, PersonalExportId, Policy, Result, permit,
};

/// All that is held about a person, put together for them as one file.
pub struct PersonalExportObject(PersonalExport);

#[Object(name = "PersonalExport")]
impl PersonalExportObject {
    /// Its id.
    async fn id(&self) -> PersonalExportId {
        self.0.id
    }

    /// About whom.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.person_id).await
    }

    /// Who asked for it: the person, or an administrator.
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        PersonObject::beside(ctx, self.0.asked_by).await
    }

    /// Why an administrator asked.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// When it was asked for.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }

    /// How much of it is done, of a hundred.
    async fn percent(&self) -> i32 {
        self.0.percent
    }

    /// From when on it can be fetched; nothing while it is made.
    async fn ready_at(&self) -> Option<DateTime<Utc>> {
        self.0.ready_at
    }

    /// Until when it can be fetched.
    async fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.0.expires_at
    }

    /// When the person fetched it last.
    async fn fetched_at(&self) -> Option<DateTime<Utc>> {
        self.0.fetched_at
    }

    /// How large the file is.
    async fn bytes(&self) -> Option<f64> {
        // GraphQL has no longer integers; none of these is too large for that.
        self.0.bytes.map(|bytes| bytes as f64)
    }

    /// Where it is fetched; nothing to everybody but the person it is about.
    async fn url(&self, ctx: &Context<'_>) -> Option<String> {
        let verdict = Policy::<::privacy::Fetch>::verdict(&self.0, &ctx.actor());
        let is_there = self.0.ready_at.is_some() && verdict.allows();
        is_there.then(|| format!("/exports/{}", self.0.id))
    }
}

#[derive(Default)]
pub struct PrivacyQuery;

#[Object]
impl PrivacyQuery {
    /// What the viewer takes along of all that is held about them, the newest first.
    async fn personal_exports(&self, ctx: &Context<'_>) -> Result<Vec<PersonalExportObject>> {
        let actor = ctx.signed_in()?;
        let person = actor.person().ok_or(Error::SignInFirst)?;
        let own: Permit<TakeAlong, PersonId> = permit(actor, person)?;
        let exports = exports_of(&ctx.conn(), &own).await?;
        Ok(exports.into_iter().map(PersonalExportObject).collect())
    }

    /// Who was given or asked for what is held about them, the newest first. For administrators.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn all_personal_exports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<PersonalExportObject>> {
        let leave: Permit<OverseeData, Organisation> = permit(ctx.signed_in()?, Organisation)?;
        let page = (First::parse(first)?, after.as_deref());
        let exports = exports_page(&ctx.conn(), &leave, page).await?;
        Ok(connected(exports, PersonalExportObject))
    }
}

#[derive(Default)]
pub struct PrivacyMutation;

#[Object]
impl PrivacyMutation {
    /// Has all that is held about somebody put together, for them alone to fetch: one's own, or as an administrator
    /// that of somebody who asked outside.
    #[graphql(guard = "Confirmed")]
    async fn ask_for_personal_export(
        &self,
        ctx: &Context<'_>,
        input: AskForPersonalExport,
    ) -> Result<PersonalExportObject> {
        Ok(PersonalExportObject(ctx.write(input).await?))
    }
}
