//! Providers that people sign in with, as a file has them.
use super::is_open_to_others;
use communities::Role;
use serde::Deserialize;
use sso::{ClaimNamesInput, Configured, Description, GroupSource, Kind, RuleWritten};
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    provider: Vec<Provider>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Provider {
    slug: String,
    name: String,
    #[serde(default)]
    kind: Speaks,
    issuer: String,
    client_id: String,
    client_secret: Option<String>,
    /// The variable of the environment that holds the secret.
    client_secret_variable: Option<String>,
    scopes: Option<Vec<String>>,
    authorization_url: Option<String>,
    token_url: Option<String>,
    userinfo_url: Option<String>,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default)]
    trusted_domains: Vec<String>,
    #[serde(default)]
    creates_accounts: bool,
    #[serde(default)]
    asks_second_factor: bool,
    #[serde(default)]
    claims: Claims,
    #[serde(default)]
    groups: Vec<Group>,
    /// `sign-in`, or `directory`.
    #[serde(default)]
    groups_from: GroupSource,
    #[serde(default = "yes")]
    on: bool,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Speaks {
    #[default]
    OpenId,
    OAuth,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Claims {
    subject: Option<String>,
    name: Option<String>,
    email: Option<String>,
    email_verified: Option<String>,
    groups: Option<String>,
    locale: Option<String>,
    zone: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    group: String,
    /// The part of its address; without one the group looks after the organisation.
    community: Option<String>,
    role: Option<Role>,
}

fn yes() -> bool {
    true
}

/// Reads the providers of a file.
///
/// # Errors
/// In words for the operator, without a secret in them.
pub fn read_providers(path: &Path) -> Result<Vec<Configured>, String> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
    let written: Written =
        toml::from_str(&text).map_err(|error| format!("{shown}: {}", error.message()))?;
    let has_secret = written.provider.iter().any(|it| it.client_secret.is_some());
    if has_secret && is_open_to_others(path) {
        return Err(format!(
            "{shown} holds a secret and can be read by other accounts; close it with: chmod 600 {shown}"
        ));
    }
    written.provider.into_iter().map(configured).collect()
}

fn configured(provider: Provider) -> Result<Configured, String> {
    let client_secret = match (provider.client_secret, provider.client_secret_variable) {
        (None, Some(variable)) => Some(std::env::var(&variable).map_err(|_| {
            format!(
                "the variable {variable} of the provider {} is not set",
                provider.slug
            )
        })?),
        (secret, _) => secret,
    };
    let claims = provider.claims;
    let rules = provider.groups.into_iter().map(|rule| RuleWritten {
        group: rule.group,
        community: rule.community,
        role: rule.role,
    });
    Ok(Configured {
        description: Description {
            slug: provider.slug,
            name: provider.name,
            kind: match provider.kind {
                Speaks::OpenId => Kind::OpenId,
                Speaks::OAuth => Kind::OAuth,
            },
            issuer: provider.issuer,
            client_id: provider.client_id,
            client_secret,
            scopes: provider.scopes,
            authorization_url: provider.authorization_url,
            token_url: provider.token_url,
            userinfo_url: provider.userinfo_url,
            domains: provider.domains,
            trusted_domains: provider.trusted_domains,
            creates_accounts: provider.creates_accounts,
            asks_second_factor: provider.asks_second_factor,
            claims: Some(ClaimNamesInput {
                subject: claims.subject,
                name: claims.name,
                email: claims.email,
                email_verified: claims.email_verified,
                groups: claims.groups,
                locale: claims.locale,
                zone: claims.zone,
            }),
            group_rules: Vec::new(),
            groups_from: Some(provider.groups_from),
        },
        rules: rules.collect(),
        on: provider.on,
    })
}
