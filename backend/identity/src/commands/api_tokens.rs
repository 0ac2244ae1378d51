//! Tokens with which programs ask: made, used, revoked.
use super::own_account;
use crate::policy::{Grant, OverseeTokens, Revoke};
use crate::store::{Ending, Making};
use crate::{ApiToken, ApiTokenCreated, ApiTokenRevoked, Bearer, Scope, Scopes, Secret, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{
    Actor, ApiTokenId, Command, Error, Organisation, Permit, PersonId, Result, Tx, line, permit,
};

const NAME_CHARS_MAX: usize = 80;
const DAYS_MAX: i32 = 365;
const DAYS: i32 = 90;
/// More than anybody has programs.
const TOKENS_MAX: u64 = 50;

/// Makes a token with which a program asks in the viewer's name.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateApiTokenInput")]
pub struct CreateApiToken {
    /// What it is for, 1 to 80 characters.
    pub name: String,
    /// What it may be used for; at least READ or WRITE.
    pub scopes: Vec<Scope>,
    /// For how many days it works, 1 to 365; 90 when left out.
    pub days: Option<i32>,
}

#[async_trait]
impl Command for CreateApiToken {
    /// The token as it is kept, and the text of it, which is shown this once.
    type Done = (ApiToken, Secret);

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<(ApiToken, Secret)> {
        let name = line("name", &self.name, NAME_CHARS_MAX)?;
        let scopes = Scopes::new(self.scopes.clone());
        if !scopes.hold(Scope::Read) && !scopes.hold(Scope::Write) {
            return Err(Error::invalid(
                "scopes",
                "choose whether it reads or changes",
            ));
        }
        let life = days(self.days)?;
        let person = *own_account(actor)?;
        let leave: Permit<Grant, Scopes> = permit(actor, scopes.clone())?;
        let new = New {
            person: Some(person),
            name,
            scopes,
            life,
        };
        make(tx, actor, (&Making::Own(&leave), new)).await
    }
}

/// Makes a token for a service that keeps people and groups as a directory says. For administrators.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateServiceTokenInput")]
pub struct CreateServiceToken {
    /// What it is for, 1 to 80 characters.
    pub name: String,
    /// For how many days it works, 1 to 365; 90 when left out.
    pub days: Option<i32>,
}

#[async_trait]
impl Command for CreateServiceToken {
    /// As `CreateApiToken`.
    type Done = (ApiToken, Secret);

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<(ApiToken, Secret)> {
        let name = line("name", &self.name, NAME_CHARS_MAX)?;
        let life = days(self.days)?;
        let leave: Permit<OverseeTokens, Organisation> = permit(actor, Organisation)?;
        let new = New {
            person: None,
            name,
            scopes: Scopes::new(vec![Scope::Scim]),
            life,
        };
        make(tx, actor, (&Making::OfService(&leave), new)).await
    }
}

struct New {
    person: Option<PersonId>,
    name: String,
    scopes: Scopes,
    life: TimeDelta,
}

fn days(given: Option<i32>) -> Result<TimeDelta> {
    match given.unwrap_or(DAYS) {
        days @ 1..=DAYS_MAX => Ok(TimeDelta::days(i64::from(days))),
        _ => Err(Error::invalid("days", "a token works for 1 to 365 days")
            .hint("make a new one when it ends")),
    }
}

async fn make(
    tx: &Tx,
    actor: Actor,
    (leave, new): (&Making<'_>, New),
) -> Result<(ApiToken, Secret)> {
    if store::api_tokens_held(&tx.conn(), new.person).await? >= TOKENS_MAX {
        return Err(Error::conflict(
            "there are 50 tokens already; revoke one that is not used any more",
        ));
    }
    let bearer = match new.person {
        Some(_) => Bearer::Person,
        None => Bearer::Service,
    };
    let secret = bearer.spell(&tx.secret());
    let row = ApiToken {
        id: tx.id(),
        person_id: new.person,
        name: new.name,
        scopes: new.scopes,
        token_hash: secret.hash(),
        created_at: tx.now(),
        created_by_id: None,
        expires_at: tx.now() + new.life,
        used_on: None,
        used_from: None,
    };
    let token = store::insert_api_token(tx, leave, row).await?;
    let fact = ApiTokenCreated {
        person: token.person_id,
        token: token.id,
        name: token.name.clone(),
        scopes: token.scopes.clone(),
        expires_at: token.expires_at,
    };
    tx.emit(actor, &fact).await?;
    Ok((token, secret))
}

/// Ends a token at once and for ever: one's own; an administrator that of anybody.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RevokeApiTokenInput")]
pub struct RevokeApiToken {
    /// Which one.
    pub token: ApiTokenId,
}

#[async_trait]
impl Command for RevokeApiToken {
    /// The token as it was.
    type Done = ApiToken;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<ApiToken> {
        let token = store::api_token_by_id(&tx.conn(), self.token).await?;
        let token: Permit<Revoke, ApiToken> =
            permit(actor, token.ok_or(Error::NotFound("token"))?)?;
        store::delete_api_token(tx, &token).await?;
        tx.emit(actor, &revoked(&token)).await?;
        Ok(token.into_subject())
    }
}

/// Ends all tokens of somebody who is kept out.
pub(super) async fn end_api_tokens(tx: &Tx, ending: &Ending<'_>) -> Result<()> {
    let held = store::api_tokens_of(&tx.conn(), ending.person()).await?;
    if held.is_empty() {
        return Ok(());
    }
    store::delete_api_tokens_of(tx, ending).await?;
    let facts: Vec<ApiTokenRevoked> = held.iter().map(revoked).collect();
    tx.emit_all(ending.actor(), &facts).await
}

fn revoked(token: &ApiToken) -> ApiTokenRevoked {
    ApiTokenRevoked {
        person: token.person_id,
        token: token.id,
        name: token.name.clone(),
        scopes: token.scopes.clone(),
        expires_at: token.expires_at,
    }
}

/// Notes that a token was used; for whoever finds that it `token_wants_touch`.
pub struct TouchApiToken {
    pub token: ApiTokenId,
    /// The household it was used from, as an address.
    pub from: String,
}

#[async_trait]
impl Command for TouchApiToken {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        store::touch_api_token(tx, self.token, &self.from).await
    }
}
