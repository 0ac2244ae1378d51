//! A provider as somebody describes it, and what is kept of that.
use crate::claims::ClaimNames;
use crate::parse;
use crate::store;
use crate::tables::{Grants, GroupRule, GroupRules, GroupSource, Kind, Provider};
use async_graphql::InputObject;
use communities::{CommunityKind, Role, community_by_id};
use kernel::{CommunityId, Error, Result, Tx, line};
use serde_json::{Value, json};
use std::fmt;

const CLAIM_CHARS_MAX: usize = 120;

/// A provider as an administrator describes it.
#[derive(Clone, InputObject)]
#[graphql(name = "SsoProviderInput")]
pub struct Description {
    /// The part of its addresses: 1 to 40 letters a to z, digits and hyphens.
    pub slug: String,
    /// As people know it, 1 to 60 characters.
    pub name: String,
    /// What it speaks.
    pub kind: Kind,
    /// Who it is in what it signs, exactly as it writes it; for plain OAuth an address of it that stays.
    pub issuer: String,
    /// Who we are to it.
    pub client_id: String,
    /// What it knows us by; left out, it stays as it was.
    pub client_secret: Option<String>,
    /// What is asked for; left out, openid, profile and email.
    pub scopes: Option<Vec<String>>,
    /// Where people sign in, for plain OAuth.
    pub authorization_url: Option<String>,
    /// Where a code is changed for a token, for plain OAuth.
    pub token_url: Option<String>,
    /// What answers who somebody is, for plain OAuth.
    pub userinfo_url: Option<String>,
    /// E-mail domains to whose people it is offered; none: to everybody.
    #[graphql(default)]
    pub domains: Vec<String>,
    /// E-mail domains by whose verified addresses accounts that exist are linked.
    #[graphql(default)]
    pub trusted_domains: Vec<String>,
    /// Whether who has no account is given one.
    #[graphql(default)]
    pub creates_accounts: bool,
    /// Whether everybody shows a second factor there, so that none is required here.
    #[graphql(default)]
    pub asks_second_factor: bool,
    /// What its claims are called; left out, as OpenID Connect calls them.
    pub claims: Option<ClaimNamesInput>,
    /// What its groups give, at most 200; of two for one community the first holds.
    #[graphql(default)]
    pub group_rules: Vec<GroupRuleInput>,
    /// Who says in which groups somebody is; left out, the provider at each sign-in.
    pub groups_from: Option<GroupSource>,
}

/// What the claims of a provider are called. What is left out is called as in OpenID Connect.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "SsoClaimsInput")]
pub struct ClaimNamesInput {
    /// The account, by default sub.
    pub subject: Option<String>,
    /// The name, by default name.
    pub name: Option<String>,
    /// The address, by default email.
    pub email: Option<String>,
    /// Whether the address was verified, by default `email_verified`; empty: every one counts as verified.
    pub email_verified: Option<String>,
    /// The groups, by default groups.
    pub groups: Option<String>,
    /// The language, by default locale.
    pub locale: Option<String>,
    /// The time zone, by default zoneinfo.
    pub zone: Option<String>,
}

/// Who is in this group is this here.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SsoGroupRuleInput")]
pub struct GroupRuleInput {
    /// The group as the provider writes it.
    pub group: String,
    /// Where; left out with the role, they look after the whole organisation.
    pub community: Option<CommunityId>,
    /// As what; left out, as a learner.
    pub role: Option<Role>,
}

/// Without its secret.
impl fmt::Debug for Description {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut described = f.debug_struct("Description");
        described.field("slug", &self.slug).finish_non_exhaustive()
    }
}

impl ClaimNamesInput {
    fn read(&self) -> Result<ClaimNames> {
        let usual = ClaimNames::default();
        let named = |given: &Option<String>, usual: String| match given {
            Some(name) if name.trim().is_empty() => Ok(String::new()),
            Some(name) => line("claims", name, CLAIM_CHARS_MAX),
            None => Ok(usual),
        };
        let subject = named(&self.subject, usual.subject)?;
        if subject.is_empty() {
            return Err(Error::invalid(
                "claims",
                "an account needs a claim that names it",
            ));
        }
        Ok(ClaimNames {
            subject,
            name: named(&self.name, usual.name)?,
            email: named(&self.email, usual.email)?,
            email_verified: named(&self.email_verified, usual.email_verified)?,
            groups: named(&self.groups, usual.groups)?,
            locale: named(&self.locale, usual.locale)?,
            zone: named(&self.zone, usual.zone)?,
        })
    }
}

/// Writes a description into a provider; the secret is the caller's.
pub(super) async fn written(tx: &Tx, into: Provider, from: &Description) -> Result<Provider> {
    let usual = match from.kind {
        Kind::OpenId => ["openid", "profile", "email"].map(str::to_owned).to_vec(),
        Kind::OAuth => Vec::new(),
    };
    let mut scopes = parse::words("scopes", from.scopes.as_ref().unwrap_or(&usual))?;
    if from.kind == Kind::OpenId && !scopes.hold("openid") {
        scopes.0.insert(0, "openid".to_owned());
    }
    let claims = from.claims.clone().unwrap_or_default().read()?;
    let provider = Provider {
        slug: parse::slug(&from.slug)?,
        name: parse::name(&from.name)?,
        kind: from.kind,
        issuer: parse::address("issuer", &from.issuer)?,
        client_id: line("clientId", &from.client_id, CLAIM_CHARS_MAX)?,
        scopes,
        authorization_url: by_hand(from.kind, "authorizationUrl", &from.authorization_url)?,
        token_url: by_hand(from.kind, "tokenUrl", &from.token_url)?,
        userinfo_url: by_hand(from.kind, "userinfoUrl", &from.userinfo_url)?,
        domains: parse::domains("domains", &from.domains)?,
        trusted_domains: parse::domains("trustedDomains", &from.trusted_domains)?,
        creates_accounts: from.creates_accounts,
        asks_second_factor: from.asks_second_factor,
        claims,
        group_rules: rules(tx, &from.group_rules).await?,
        groups_from: from.groups_from.unwrap_or_default(),
        changed_at: tx.now(),
        ..into
    };
    alone(tx, &provider).await?;
    Ok(provider)
}

/// OpenID Connect tells its addresses itself; plain OAuth does not.
fn by_hand(kind: Kind, field: &'static str, address: &Option<String>) -> Result<Option<String>> {
    match (kind, address) {
        (Kind::OpenId, _) => Ok(None),
        (Kind::OAuth, Some(address)) => parse::address(field, address).map(Some),
        (Kind::OAuth, None) => Err(Error::invalid(field, "plain OAuth needs this address")),
    }
}

async fn rules(tx: &Tx, wanted: &[GroupRuleInput]) -> Result<GroupRules> {
    if wanted.len() > parse::RULES_MAX {
        return Err(Error::invalid("groupRules", "at most 200 rules"));
    }
    let mut rules = Vec::with_capacity(wanted.len());
    for (at, rule) in wanted.iter().enumerate() {
        let here = |error: Error| error.in_list("groupRules", at);
        let group = parse::group(&rule.group).map_err(here)?;
        let no_such = || here(Error::invalid("community", "there is no such community"));
        let grants = match rule.community {
            // A role is in a community: whoever forgot to say which means nobody to look after everything.
            None if rule.role.is_some() => return Err(no_such()),
            None => Grants::Administrator,
            Some(id) => {
                let community = community_by_id(&tx.conn(), id).await?;
                // The room of a pair is for its people alone.
                if community.is_none_or(|it| it.kind == CommunityKind::Pair) {
                    return Err(no_such());
                }
                Grants::Membership {
                    community: id,
                    role: rule.role.unwrap_or(Role::Learner),
                }
            }
        };
        rules.push(GroupRule { group, grants });
    }
    Ok(GroupRules(rules))
}

/// No two providers share an address of ours, or an issuer: accounts are named within it.
async fn alone(tx: &Tx, provider: &Provider) -> Result<()> {
    let other = |found: Option<Provider>| found.is_some_and(|found| found.id != provider.id);
    if other(store::provider_by_slug(&tx.conn(), &provider.slug).await?) {
        return Err(Error::invalid("slug", "another provider has this address"));
    }
    if other(store::provider_by_issuer(&tx.conn(), &provider.issuer).await?) {
        return Err(Error::invalid("issuer", "another provider has this issuer"));
    }
    Ok(())
}

/// A provider as the log tells of it, without its secret.
pub(super) fn told(provider: &Provider) -> Value {
    json!({
        "slug": provider.slug, "name": provider.name, "kind": provider.kind, "issuer": provider.issuer,
        "clientId": provider.client_id, "scopes": provider.scopes,
        "authorizationUrl": provider.authorization_url, "tokenUrl": provider.token_url,
        "userinfoUrl": provider.userinfo_url, "domains": provider.domains,
        "trustedDomains": provider.trusted_domains, "createsAccounts": provider.creates_accounts,
        "asksSecondFactor": provider.asks_second_factor,
        "claims": provider.claims, "groupRules": provider.group_rules,
        "groupsFrom": provider.groups_from, "isOn": provider.is_on,
        "isConfigured": provider.is_configured,
    })
}
