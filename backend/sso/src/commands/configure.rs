//! Providers that stand in a file of the server.
use super::describe::written;
use super::providers::{blank, change, sealed, secret_of};
use super::{Description, GroupRuleInput};
use crate::policy::KeepProviders;
use crate::store;
use crate::tables::Provider;
use async_trait::async_trait;
use communities::{Role, community_seen_by_slug};
use kernel::{Actor, Command, Error, Organisation, Permit, Result, Sealed, Tx, permit};

/// A provider as a file has it.
#[derive(Clone, Debug)]
pub struct Configured {
    /// Its rules stand in `rules`.
    pub description: Description,
    pub rules: Vec<RuleWritten>,
    pub on: bool,
}

/// As `GroupRuleInput`, with the community by the part of its address.
#[derive(Clone, Debug)]
pub struct RuleWritten {
    pub group: String,
    pub community: Option<String>,
    pub role: Option<Role>,
}

/// Makes the providers of the file what it says. One that was in it and is no longer is switched off, and the
/// administrators' to keep or to remove.
pub struct ConfigureProviders(pub Vec<Configured>);

#[async_trait]
impl Command for ConfigureProviders {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = permit::<KeepProviders, _>(actor, Organisation)?;
        for configured in &self.0 {
            keep(tx, &leave, configured).await?;
        }
        for before in store::all(&tx.conn()).await? {
            let is_there = |it: &Configured| it.description.slug == before.slug;
            if before.is_configured && !self.0.iter().any(is_there) {
                let after = Provider {
                    is_on: false,
                    is_configured: false,
                    ..before.clone()
                };
                change(tx, &leave, (before, after), None).await?;
            }
        }
        Ok(())
    }
}

async fn keep(
    tx: &Tx,
    leave: &Permit<KeepProviders, Organisation>,
    configured: &Configured,
) -> Result<()> {
    let description = Description {
        group_rules: rules(tx, leave.actor(), &configured.rules).await?,
        ..configured.description.clone()
    };
    let before = match store::provider_by_slug(&tx.conn(), &description.slug).await? {
        Some(before) => before,
        None => {
            let new = written(tx, blank(tx, &description), &description).await?;
            store::insert_provider(tx, leave, new).await?
        }
    };
    let secret = another(tx, &before, description.client_secret.as_deref())?;
    let after = Provider {
        is_on: configured.on,
        is_configured: true,
        changed_at: before.changed_at,
        ..written(tx, before.clone(), &description).await?
    };
    change(tx, leave, (before, after), secret).await?;
    Ok(())
}

/// The secret sealed anew, if it is another than before, or cannot be read any more.
fn another(tx: &Tx, before: &Provider, secret: Option<&str>) -> Result<Option<Sealed>> {
    let known = match &before.client_secret {
        Some(known) => tx.keys().open(secret_of(before.id), known).ok(),
        None => None,
    };
    match known.as_deref() == secret.map(str::as_bytes) {
        true => Ok(None),
        false => sealed(tx, before.id, secret),
    }
}

async fn rules(tx: &Tx, actor: Actor, written: &[RuleWritten]) -> Result<Vec<GroupRuleInput>> {
    let mut rules = Vec::with_capacity(written.len());
    for rule in written {
        let community = match &rule.community {
            None => None,
            Some(slug) => {
                let seen = community_seen_by_slug(&tx.conn(), actor, slug).await;
                let seen = seen.map_err(|_| {
                    Error::invalid("groupRules", format!("there is no community {slug}"))
                })?;
                Some(seen.community.id)
            }
        };
        rules.push(GroupRuleInput {
            group: rule.group.clone(),
            community,
            role: rule.role,
        });
    }
    Ok(rules)
}
