//! What administrators do with providers.
use super::Description;
use super::describe::{told, written};
use crate::claims::ClaimNames;
use crate::events::{ProviderAct, ProviderChanged};
use crate::policy::KeepProviders;
use crate::store;
use crate::tables::{GroupRules, GroupSource, Provider, Words};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{
    Actor, Command, Error, Organisation, Permit, Result, Sealed, SealedAt, SsoProviderId, Tx, line,
    permit,
};

const SECRET_CHARS_MAX: usize = 500;

/// Adds a provider, switched off.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateSsoProviderInput")]
pub struct CreateProvider {
    #[graphql(flatten)]
    pub description: Description,
}

#[async_trait]
impl Command for CreateProvider {
    type Done = Provider;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Provider> {
        let leave = permit::<KeepProviders, _>(actor, Organisation)?;
        let many = store::all(&tx.conn()).await?.len();
        if many >= usize::try_from(store::PROVIDERS_MAX).unwrap_or(usize::MAX) {
            return Err(Error::conflict(
                "50 providers are the most; remove one first",
            ));
        }
        let provider = written(tx, blank(tx, &self.description), &self.description).await?;
        let client_secret = sealed(tx, provider.id, self.description.client_secret.as_deref())?;
        let provider = Provider {
            client_secret,
            ..provider
        };
        let provider = store::insert_provider(tx, &leave, provider).await?;
        let fact = ProviderChanged {
            provider: provider.id,
            act: ProviderAct::Created,
            before: None,
            after: Some(told(&provider)),
            secret_changed: provider.client_secret.is_some(),
        };
        tx.emit(actor, &fact).await?;
        Ok(provider)
    }
}

/// Changes a provider. What is left out is as if it were new, but for the secret, which stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "UpdateSsoProviderInput")]
pub struct UpdateProvider {
    /// Which one.
    pub provider: SsoProviderId,
    #[graphql(flatten)]
    pub description: Description,
}

#[async_trait]
impl Command for UpdateProvider {
    type Done = Provider;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Provider> {
        let (leave, before) = kept_here(tx, actor, self.provider).await?;
        let secret = self.description.client_secret.as_deref();
        let secret = sealed(tx, before.id, secret)?;
        let after = written(tx, before.clone(), &self.description).await?;
        change(tx, &leave, (before, after), secret).await
    }
}

/// Switches a provider on or off. Who is signed in by it stays signed in.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SwitchSsoProviderInput")]
pub struct SwitchProvider {
    /// Which one.
    pub provider: SsoProviderId,
    /// Whether people may sign in by it.
    pub on: bool,
}

#[async_trait]
impl Command for SwitchProvider {
    type Done = Provider;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Provider> {
        let (leave, before) = kept_here(tx, actor, self.provider).await?;
        if before.is_on == self.on {
            return Ok(before);
        }
        let after = Provider {
            is_on: self.on,
            ..before.clone()
        };
        change(tx, &leave, (before, after), None).await
    }
}

/// Removes a provider that is switched off. Nobody signs in by it any more; who came by it, and what its groups gave,
/// stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RemoveSsoProviderInput")]
pub struct RemoveProvider {
    /// Which one.
    pub provider: SsoProviderId,
}

#[async_trait]
impl Command for RemoveProvider {
    type Done = SsoProviderId;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<SsoProviderId> {
        let (leave, before) = kept_here(tx, actor, self.provider).await?;
        if before.is_on {
            return Err(Error::conflict(
                "switch this provider off before you remove it",
            ));
        }
        store::delete_provider(tx, &leave, before.id).await?;
        let fact = ProviderChanged {
            provider: before.id,
            act: ProviderAct::Removed,
            before: Some(told(&before)),
            after: None,
            secret_changed: false,
        };
        tx.emit(actor, &fact).await?;
        Ok(before.id)
    }
}

/// A provider that is looked after here, and leave to do so.
async fn kept_here(
    tx: &Tx,
    actor: Actor,
    id: SsoProviderId,
) -> Result<(Permit<KeepProviders, Organisation>, Provider)> {
    let leave = permit::<KeepProviders, _>(actor, Organisation)?;
    let provider = store::by_id(&tx.conn(), id).await?;
    match provider.is_configured {
        false => Ok((leave, provider)),
        true => Err(Error::conflict(
            "this provider stands in a file of the server; change it there",
        )),
    }
}

/// Writes and tells what is different, if something is.
pub(super) async fn change(
    tx: &Tx,
    leave: &Permit<KeepProviders, Organisation>,
    (before, after): (Provider, Provider),
    secret: Option<Sealed>,
) -> Result<Provider> {
    let secret_changed = secret.is_some();
    let was = told(&before);
    let is = told(&after);
    if was == is && !secret_changed {
        return Ok(before);
    }
    let act = match (before.is_on, after.is_on) {
        (false, true) => ProviderAct::SwitchedOn,
        (true, false) => ProviderAct::SwitchedOff,
        _ => ProviderAct::Updated,
    };
    let row = Provider {
        client_secret: secret.or(before.client_secret),
        changed_at: tx.now(),
        ..after
    };
    let provider = store::update_provider(tx, leave, row).await?;
    let fact = ProviderChanged {
        provider: provider.id,
        act,
        before: Some(was),
        after: Some(is),
        secret_changed,
    };
    tx.emit(leave.actor(), &fact).await?;
    Ok(provider)
}

/// The secret as it is kept; nothing when none is given.
pub(super) fn sealed(tx: &Tx, id: SsoProviderId, secret: Option<&str>) -> Result<Option<Sealed>> {
    let Some(secret) = secret.filter(|secret| !secret.trim().is_empty()) else {
        return Ok(None);
    };
    let secret = line("clientSecret", secret, SECRET_CHARS_MAX)?;
    tx.keys()
        .seal(tx, secret_of(id), secret.as_bytes())
        .map(Some)
}

/// Where the secret of a provider is kept.
pub(crate) fn secret_of(id: SsoProviderId) -> SealedAt {
    SealedAt::new("sso_provider", "client_secret", id)
}

/// A provider of which nothing is written yet.
pub(super) fn blank(tx: &Tx, described: &Description) -> Provider {
    Provider {
        id: tx.id(),
        slug: String::new(),
        name: String::new(),
        kind: described.kind,
        issuer: String::new(),
        client_id: String::new(),
        client_secret: None,
        scopes: Words::default(),
        authorization_url: None,
        token_url: None,
        userinfo_url: None,
        domains: Words::default(),
        trusted_domains: Words::default(),
        creates_accounts: false,
        asks_second_factor: false,
        claims: ClaimNames::default(),
        group_rules: GroupRules::default(),
        groups_from: GroupSource::SignIn,
        is_on: false,
        is_configured: false,
        created_at: tx.now(),
        changed_at: tx.now(),
    }
}
