use super::provider::{ProviderObject, SignInProviderObject};
use super::test::TestObject;
use crate::communities::CommunityObject;
use crate::context::Asked;
use ::sso::{Account, Provider};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{Result, SsoAccountId, SsoProviderId, SsoTestId};
use std::sync::Arc;

/// An account elsewhere by which the viewer signs in.
#[derive(SimpleObject)]
#[graphql(name = "LinkedAccount")]
pub struct LinkedAccountObject {
    /// Its id.
    id: SsoAccountId,
    /// Where it is.
    provider: SignInProviderObject,
    /// Its e-mail address, to recognise it by.
    email: Option<String>,
    /// Since when it is the viewer's here.
    linked_at: DateTime<Utc>,
    /// When the viewer signed in by it last.
    last_used_at: Option<DateTime<Utc>>,
}

impl LinkedAccountObject {
    fn of(account: Account, providers: &[Provider]) -> Option<Self> {
        let provider = providers.iter().find(|it| it.id == account.provider_id)?;
        Some(Self {
            id: account.id,
            provider: provider.into(),
            email: account.email,
            linked_at: account.linked_at,
            last_used_at: account.last_used_at,
        })
    }
}

/// The accounts elsewhere by which the viewer signs in.
pub async fn linked_accounts(ctx: &Context<'_>) -> Result<Vec<LinkedAccountObject>> {
    let accounts = ::sso::linked_accounts(&ctx.conn(), ctx.actor()).await?;
    let ids: Vec<SsoProviderId> = accounts.iter().map(|it| it.provider_id).collect();
    let providers = ::sso::providers_by_ids(&ctx.conn(), &ids).await?;
    Ok(accounts
        .into_iter()
        .filter_map(|account| LinkedAccountObject::of(account, &providers))
        .collect())
}

#[derive(Default)]
pub struct SsoQuery;

#[Object]
impl SsoQuery {
    /// Providers to sign in with, at most 50: those for everybody, and with an e-mail address those of its domain.
    async fn sign_in_providers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose domain is looked at; nobody learns whether it is known.")]
        email: Option<String>,
    ) -> Result<Vec<SignInProviderObject>> {
        let offered = ::sso::offered(&ctx.conn(), email.as_deref()).await?;
        Ok(offered.iter().map(SignInProviderObject::from).collect())
    }

    /// Every provider, at most 50, by name; for administrators.
    async fn sso_providers(&self, ctx: &Context<'_>) -> Result<Vec<ProviderObject>> {
        let providers = ::sso::providers(&ctx.conn(), ctx.actor()).await?;
        ProviderObject::all_of(ctx, providers).await
    }

    /// One provider; for administrators.
    async fn sso_provider(&self, ctx: &Context<'_>, id: SsoProviderId) -> Result<ProviderObject> {
        let provider = ::sso::provider_by_id(&ctx.conn(), ctx.actor(), id).await?;
        ProviderObject::of(ctx, provider).await
    }

    /// A test sign-in of the viewer, kept for a day; for administrators.
    async fn sso_test(&self, ctx: &Context<'_>, id: SsoTestId) -> Result<TestObject> {
        let test = ::sso::test_of(&ctx.conn(), ctx.actor(), id).await?;
        Ok(TestObject(test))
    }

    /// The communities that a group can lead into, at most 1000, by name; for administrators.
    async fn sso_communities(&self, ctx: &Context<'_>) -> Result<Vec<CommunityObject>> {
        let open = ::sso::communities_to_fill(&ctx.conn(), ctx.actor()).await?;
        Ok(open
            .into_iter()
            .map(|seen| CommunityObject(Arc::new(seen)))
            .collect())
    }
}
