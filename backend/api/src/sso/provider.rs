use super::test::TestObject;
use crate::communities::CommunityObject;
use crate::context::Asked;
use crate::loaders::failed;
use ::sso::{ClaimNames, Grants, GroupRule, GroupSource, Kind, Provider, Test, last_tests};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use communities::Role;
use kernel::{Result, SsoProviderId};

/// A provider by which people may sign in, as a stranger sees it.
#[derive(SimpleObject)]
#[graphql(name = "SignInProvider")]
pub struct SignInProviderObject {
    /// The part of its addresses.
    slug: String,
    /// As people know it.
    name: String,
    /// Where a browser goes to sign in by it; takes `next`, a path, and `email`.
    start_url: String,
}

impl From<&Provider> for SignInProviderObject {
    fn from(provider: &Provider) -> Self {
        Self {
            slug: provider.slug.clone(),
            name: provider.name.clone(),
            start_url: format!("/auth/oidc/{}/start", provider.slug),
        }
    }
}

/// Who vouches for people, as administrators see it.
pub struct ProviderObject {
    provider: Provider,
    last_test: Option<Test>,
}

/// What the claims of a provider are called.
#[derive(SimpleObject)]
#[graphql(name = "SsoClaims")]
pub struct ClaimNamesObject {
    /// The account.
    subject: String,
    /// The name.
    name: String,
    /// The e-mail address.
    email: String,
    /// Whether the address was verified; empty: every one counts as verified.
    email_verified: String,
    /// The groups.
    groups: String,
    /// The language.
    locale: String,
    /// The time zone.
    zone: String,
}

impl From<ClaimNames> for ClaimNamesObject {
    fn from(names: ClaimNames) -> Self {
        Self {
            subject: names.subject,
            name: names.name,
            email: names.email,
            email_verified: names.email_verified,
            groups: names.groups,
            locale: names.locale,
            zone: names.zone,
        }
    }
}

/// Who is in this group is this here.
pub struct GroupRuleObject(GroupRule);

#[Object(name = "SsoGroupRule")]
impl GroupRuleObject {
    /// The group as the provider writes it.
    async fn group(&self) -> &str {
        &self.0.group
    }

    /// Where; nothing: they look after the whole organisation.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        let Grants::Membership { community, .. } = self.0.grants else {
            return Ok(None);
        };
        let seen = &ctx.loaders().communities.seen;
        let seen = seen.load_one(community).await.map_err(failed)?;
        Ok(seen.map(CommunityObject))
    }

    /// As what.
    async fn role(&self) -> Option<Role> {
        match self.0.grants {
            Grants::Membership { role, .. } => Some(role),
            Grants::Administrator => None,
        }
    }
}

impl ProviderObject {
    pub async fn all_of(ctx: &Context<'_>, providers: Vec<Provider>) -> Result<Vec<Self>> {
        let ids: Vec<SsoProviderId> = providers.iter().map(|provider| provider.id).collect();
        let mut tests = last_tests(&ctx.conn(), (ctx.actor(), &ids)).await?;
        let mut shown = Vec::with_capacity(providers.len());
        for provider in providers {
            let at = tests.iter().position(|it| it.provider_id == provider.id);
            shown.push(Self {
                last_test: at.map(|at| tests.swap_remove(at)),
                provider,
            });
        }
        Ok(shown)
    }

    pub async fn of(ctx: &Context<'_>, provider: Provider) -> Result<Self> {
        let tests = last_tests(&ctx.conn(), (ctx.actor(), &[provider.id])).await?;
        Ok(Self {
            provider,
            last_test: tests.into_iter().next(),
        })
    }
}

#[Object(name = "SsoProvider")]
impl ProviderObject {
    /// Its id.
    async fn id(&self) -> SsoProviderId {
        self.provider.id
    }

    /// The part of its addresses.
    async fn slug(&self) -> &str {
        &self.provider.slug
    }

    /// As people know it.
    async fn name(&self) -> &str {
        &self.provider.name
    }

    /// What it speaks.
    async fn kind(&self) -> Kind {
        self.provider.kind
    }

    /// Who it is in what it signs.
    async fn issuer(&self) -> &str {
        &self.provider.issuer
    }

    /// Who we are to it.
    async fn client_id(&self) -> &str {
        &self.provider.client_id
    }

    /// Whether it knows us by a secret, which is shown to nobody.
    async fn has_client_secret(&self) -> bool {
        self.provider.client_secret.is_some()
    }

    /// What is asked for.
    async fn scopes(&self) -> &[String] {
        &self.provider.scopes.0
    }

    /// Where people sign in, for plain OAuth.
    async fn authorization_url(&self) -> Option<&str> {
        self.provider.authorization_url.as_deref()
    }

    /// Where a code is changed for a token, for plain OAuth.
    async fn token_url(&self) -> Option<&str> {
        self.provider.token_url.as_deref()
    }

    /// What answers who somebody is, for plain OAuth.
    async fn userinfo_url(&self) -> Option<&str> {
        self.provider.userinfo_url.as_deref()
    }

    /// E-mail domains to whose people it is offered; none: to everybody.
    async fn domains(&self) -> &[String] {
        &self.provider.domains.0
    }

    /// E-mail domains by whose verified addresses accounts that exist are linked.
    async fn trusted_domains(&self) -> &[String] {
        &self.provider.trusted_domains.0
    }

    /// Whether who has no account is given one.
    async fn creates_accounts(&self) -> bool {
        self.provider.creates_accounts
    }

    /// Whether everybody shows a second factor there, so that none is required here.
    async fn asks_second_factor(&self) -> bool {
        self.provider.asks_second_factor
    }

    /// What its claims are called.
    async fn claims(&self) -> ClaimNamesObject {
        self.provider.claims.clone().into()
    }

    /// What its groups give; of two for one community the first holds.
    async fn group_rules(&self) -> Vec<GroupRuleObject> {
        let rules = self.provider.group_rules.0.iter();
        rules.cloned().map(GroupRuleObject).collect()
    }

    /// Who says in which groups somebody is.
    async fn groups_from(&self) -> GroupSource {
        self.provider.groups_from
    }

    /// Whether people may sign in by it.
    async fn is_on(&self) -> bool {
        self.provider.is_on
    }

    /// Whether it stands in a file of the server, and is only read here.
    async fn is_configured(&self) -> bool {
        self.provider.is_configured
    }

    /// Where it sends people back to, to be entered there.
    async fn callback_url(&self, ctx: &Context<'_>) -> String {
        ctx.app().sso.callback_url(&self.provider.slug)
    }

    /// Where it tells that somebody signed out there, to be entered there.
    async fn logout_url(&self, ctx: &Context<'_>) -> String {
        ctx.app().sso.logout_url(&self.provider.slug)
    }

    /// Since when it is here.
    async fn created_at(&self) -> DateTime<Utc> {
        self.provider.created_at
    }

    /// When it was changed last.
    async fn changed_at(&self) -> DateTime<Utc> {
        self.provider.changed_at
    }

    /// The viewer's last test sign-in of the last day.
    async fn last_test(&self) -> Option<TestObject> {
        self.last_test.clone().map(TestObject)
    }
}
