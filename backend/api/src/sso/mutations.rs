use super::provider::ProviderObject;
use crate::confirmed::Confirmed;
use crate::context::Asked;
use crate::identity::{ViewerObject, visitor};
use ::sso::{
    Asker, Begin, Begun, CreateProvider, Passwords, Provider, Purpose, Refused, RemoveProvider,
    Stop, SwitchProvider, UnlinkAccount, UpdateProvider,
};
use async_graphql::{Context, InputObject, Object, SimpleObject};
use kernel::{Error, Result, SsoProviderId};

/// Begins a test sign-in.
#[derive(InputObject)]
pub struct BeginSsoTestInput {
    /// What is tried out.
    provider: SsoProviderId,
}

/// Begins to link an account elsewhere.
#[derive(InputObject)]
pub struct LinkAccountInput {
    /// Of which provider.
    slug: String,
    /// The path of ours where the viewer goes on.
    next: Option<String>,
}

/// Begins to show once more who one is.
#[derive(InputObject)]
pub struct StepUpBySsoInput {
    /// By which provider.
    slug: String,
    /// The path of ours where the viewer goes on.
    next: Option<String>,
}

/// Where the browser goes on.
#[derive(SimpleObject)]
pub struct SsoJourney {
    /// An address of the provider.
    url: String,
}

/// That a provider is no more.
#[derive(SimpleObject)]
pub struct SsoProviderRemoved {
    /// Which one it was.
    provider: SsoProviderId,
}

#[derive(Default)]
pub struct SsoMutation;

#[Object]
impl SsoMutation {
    /// Adds a provider, switched off; for administrators.
    #[graphql(guard = "Confirmed")]
    async fn create_sso_provider(
        &self,
        ctx: &Context<'_>,
        input: CreateProvider,
    ) -> Result<ProviderObject> {
        let provider = ctx.write(input).await?;
        ProviderObject::of(ctx, provider).await
    }

    /// Changes a provider; for administrators.
    #[graphql(guard = "Confirmed")]
    async fn update_sso_provider(
        &self,
        ctx: &Context<'_>,
        input: UpdateProvider,
    ) -> Result<ProviderObject> {
        let provider = ctx.write(input).await?;
        ProviderObject::of(ctx, provider).await
    }

    /// Switches a provider on or off; for administrators. Who is signed in by it stays signed in.
    #[graphql(guard = "Confirmed")]
    async fn switch_sso_provider(
        &self,
        ctx: &Context<'_>,
        input: SwitchProvider,
    ) -> Result<ProviderObject> {
        let provider = ctx.write(input).await?;
        ProviderObject::of(ctx, provider).await
    }

    /// Removes a provider that is switched off; for administrators. Who came by it stays.
    #[graphql(guard = "Confirmed")]
    async fn remove_sso_provider(
        &self,
        ctx: &Context<'_>,
        input: RemoveProvider,
    ) -> Result<SsoProviderRemoved> {
        let provider = ctx.write(input).await?;
        Ok(SsoProviderRemoved { provider })
    }

    /// Begins a test sign-in, by which nobody is signed in; for administrators. The browser goes on to the address.
    #[graphql(guard = "Confirmed")]
    async fn begin_sso_test(
        &self,
        ctx: &Context<'_>,
        input: BeginSsoTestInput,
    ) -> Result<SsoJourney> {
        let actor = ctx.signed_in()?;
        let provider = ::sso::provider_by_id(&ctx.conn(), actor, input.provider).await?;
        set_out(ctx, (provider, Purpose::Test), None).await
    }

    /// Begins to link an account elsewhere to the viewer. The browser goes on to the address.
    #[graphql(guard = "Confirmed")]
    async fn link_account(&self, ctx: &Context<'_>, input: LinkAccountInput) -> Result<SsoJourney> {
        let provider = on(ctx, &input.slug).await?;
        set_out(ctx, (provider, Purpose::Link), input.next).await
    }

    /// Begins to show once more who the viewer is: the provider asks anew. The browser goes on to the address.
    async fn step_up_by_sso(
        &self,
        ctx: &Context<'_>,
        input: StepUpBySsoInput,
    ) -> Result<SsoJourney> {
        let provider = on(ctx, &input.slug).await?;
        set_out(ctx, (provider, Purpose::StepUp), input.next).await
    }

    /// Gives up an account elsewhere: nobody signs in here by it any more.
    #[graphql(guard = "Confirmed")]
    async fn unlink_account(
        &self,
        ctx: &Context<'_>,
        input: UnlinkAccount,
    ) -> Result<ViewerObject> {
        let passwords = match ctx.app().settings.ways_in.passwords {
            true => Passwords::Open,
            false => Passwords::Closed,
        };
        ctx.write(UnlinkAccount { passwords, ..input }).await?;
        let (_, person) = ctx.sign_in().ok_or(Error::SignInFirst)?;
        Ok(ViewerObject(person.clone()))
    }
}

/// The provider with this name, for whoever is signed in.
async fn on(ctx: &Context<'_>, slug: &str) -> Result<Provider> {
    ctx.signed_in()?;
    let found = ::sso::provider_by_slug(&ctx.conn(), slug).await?;
    found
        .filter(|provider| provider.is_on)
        .ok_or(Error::NotFound("provider"))
}

async fn set_out(
    ctx: &Context<'_>,
    (provider, purpose): (Provider, Purpose),
    next: Option<String>,
) -> Result<SsoJourney> {
    let asker = Asker {
        browser: None,
        visitor: visitor(ctx),
        signed_in: ctx
            .sign_in()
            .map(|(sign_in, person)| (sign_in.id, person.id)),
    };
    let begin = Begin {
        provider,
        purpose,
        next: next.unwrap_or_default(),
        email: None,
    };
    let begun = ::sso::begin(&ctx.app().sso, ctx.db(), begin, &asker).await;
    let Begun { url, browser } = begun.map_err(stopped)?;
    let cookie = ctx.app().settings.journey_cookie(browser.expose());
    ctx.append_http_header("set-cookie", cookie);
    Ok(SsoJourney { url })
}

fn stopped(stop: Stop) -> Error {
    match stop {
        Stop::Broken(error) => error,
        Stop::Refused(refusal) => match refusal.refused {
            Refused::Off => Error::NotFound("provider"),
            Refused::SignInFirst => Error::SignInFirst,
            _ => Error::Unavailable(
                "the provider cannot be reached, or is not what it should be".into(),
            ),
        },
    }
}
