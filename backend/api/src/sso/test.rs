use super::provider::ProviderObject;
use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::identity::PersonObject;
use crate::loaders::failed;
use ::sso::{Act, Test, Would, provider_by_id};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::Role;
use identity::person_by_id;
use kernel::{CommunityId, Result, SsoTestId};

/// What is shown of a claim.
const CLAIM_CHARS_MAX: usize = 500;
/// More than anybody reads.
const CLAIMS_MAX: usize = 200;

/// A test sign-in of the viewer.
pub struct TestObject(pub Test);

/// Something that a provider said.
#[derive(SimpleObject)]
#[graphql(name = "SsoClaim")]
pub struct ClaimObject {
    /// What it is called.
    name: String,
    /// What it says, as JSON, at most 500 characters of it.
    value: String,
}

/// What a sign-in would do.
pub struct WouldObject(Would);

/// A membership that the groups would give.
pub struct MembershipWouldObject(CommunityId, Role);

#[Object(name = "SsoTest")]
impl TestObject {
    /// Its id.
    async fn id(&self) -> SsoTestId {
        self.0.id
    }

    /// What was tried out.
    async fn provider(&self, ctx: &Context<'_>) -> Result<ProviderObject> {
        let id = self.0.provider_id;
        let provider = provider_by_id(&ctx.conn(), ctx.actor(), id).await?;
        ProviderObject::of(ctx, provider).await
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// The code of why it was refused; nothing: it worked.
    async fn refused(&self) -> Option<&str> {
        self.0.refused.as_deref()
    }

    /// What exactly was wrong, in English.
    async fn detail(&self) -> Option<&str> {
        self.0.detail.as_deref()
    }

    /// What the provider said, at most 200 claims of it.
    async fn claims(&self) -> Vec<ClaimObject> {
        let claims = self.0.claims.0.iter().take(CLAIMS_MAX);
        let shown = claims.map(|(name, value)| ClaimObject {
            name: name.clone(),
            value: value.to_string().chars().take(CLAIM_CHARS_MAX).collect(),
        });
        shown.collect()
    }

    /// What a sign-in would do; nothing when it was refused before that.
    async fn would(&self) -> Option<WouldObject> {
        self.0.would.clone().map(WouldObject)
    }
}

#[Object(name = "SsoOutcome")]
impl WouldObject {
    /// What it would do with accounts.
    async fn act(&self) -> Act {
        self.0.act
    }

    /// Who would come in, if they are here already.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        let Some(id) = self.0.person else {
            return Ok(None);
        };
        let person = person_by_id(&ctx.conn(), id).await?;
        Ok(person.map(PersonObject))
    }

    /// The name that was said.
    async fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// The e-mail address that was said.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// The groups that were said.
    async fn groups(&self) -> &[String] {
        &self.0.groups
    }

    /// The language, if we speak it.
    async fn locale(&self) -> Option<&str> {
        self.0.locale.as_deref()
    }

    /// The time zone, if there is such a one.
    async fn zone(&self) -> Option<&str> {
        self.0.zone.as_deref()
    }

    /// Whether they would look after the whole organisation.
    async fn administrator(&self) -> bool {
        self.0.administrator
    }

    /// The memberships that the groups would give.
    async fn memberships(&self) -> Vec<MembershipWouldObject> {
        let memberships = self.0.memberships.iter();
        memberships
            .map(|(community, role)| MembershipWouldObject(*community, *role))
            .collect()
    }

    /// The code of why nobody would come in.
    async fn refused(&self) -> Option<&str> {
        self.0.refused.as_deref()
    }
}

#[Object(name = "SsoMembershipWould")]
impl MembershipWouldObject {
    /// Where.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        let seen = &ctx.loaders().communities.seen;
        let seen = seen.load_one(self.0).await.map_err(failed)?;
        seen.map(CommunityObject)
            .ok_or(kernel::Error::NotFound("community"))
    }

    /// As what.
    async fn role(&self) -> Role {
        self.1
    }
}
