//! Tokens with which programs ask.
use super::PersonObject;
use crate::confirmed::Confirmed;
use crate::connection::{Connected, connected, cost};
use crate::context::Asked;
use ::identity::{
    ApiToken, CreateApiToken, CreateServiceToken, OverseeTokens, RevokeApiToken, Scope, Secret,
};
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{ApiTokenId, Date, Error, First, Organisation, Permit, Result, permit};

/// A token with which a program asks: in somebody's name, or as a service. What it says itself is shown
/// once, when it is made.
pub struct ApiTokenObject(pub ApiToken);

#[Object(name = "ApiToken")]
impl ApiTokenObject {
    /// Its id.
    async fn id(&self) -> ApiTokenId {
        self.0.id
    }

    /// What it is for, as whoever made it calls it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it may be used for.
    async fn scopes(&self) -> &[Scope] {
        self.0.scopes.as_slice()
    }

    /// In whose name it asks; nothing for that of a service.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.person_id {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }

    /// Who made it.
    async fn created_by(&self, ctx: &Context<'_>) -> Result<Option<PersonObject>> {
        match self.0.created_by_id {
            Some(person) => PersonObject::beside(ctx, person).await,
            None => Ok(None),
        }
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// From when on it opens nothing.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }

    /// The last day on which it was used.
    async fn used_on(&self) -> Option<Date> {
        self.0.used_on.map(Date)
    }

    /// The address from which it was used then; of IPv6 the network.
    async fn used_from(&self) -> Option<&str> {
        self.0.used_from.as_deref()
    }
}

/// A token that was made just now.
#[derive(SimpleObject)]
pub struct CreatedApiToken {
    /// What the program sends, as `Authorization: Bearer …`. It is shown this once.
    secret: String,
    /// What is kept of it.
    api_token: ApiTokenObject,
}

impl From<(ApiToken, Secret)> for CreatedApiToken {
    fn from((token, secret): (ApiToken, Secret)) -> Self {
        Self {
            secret: secret.expose().to_owned(),
            api_token: ApiTokenObject(token),
        }
    }
}

#[derive(Default)]
pub struct ApiTokenQuery;

#[Object]
impl ApiTokenQuery {
    /// The tokens of everybody and of services, the newest first; for administrators.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn api_tokens(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
    ) -> Result<Connected<ApiTokenObject>> {
        let leave: Permit<OverseeTokens, Organisation> = permit(ctx.signed_in()?, Organisation)?;
        let page = (First::parse(first)?, after.as_deref());
        let tokens = ::identity::api_tokens_page(&ctx.conn(), &leave, page).await?;
        Ok(connected(tokens, ApiTokenObject))
    }
}

#[derive(Default)]
pub struct ApiTokenMutation;

#[Object]
impl ApiTokenMutation {
    /// Makes a token with which a program asks in the viewer's name.
    #[graphql(guard = "Confirmed")]
    async fn create_api_token(
        &self,
        ctx: &Context<'_>,
        input: CreateApiToken,
    ) -> Result<CreatedApiToken> {
        in_person(ctx)?;
        Ok(ctx.write(input).await?.into())
    }

    /// Makes a token for a service that keeps people and groups as a directory says; for administrators.
    #[graphql(guard = "Confirmed")]
    async fn create_service_token(
        &self,
        ctx: &Context<'_>,
        input: CreateServiceToken,
    ) -> Result<CreatedApiToken> {
        in_person(ctx)?;
        Ok(ctx.write(input).await?.into())
    }

    /// Ends a token at once and for ever: one's own; an administrator that of anybody.
    async fn revoke_api_token(
        &self,
        ctx: &Context<'_>,
        input: RevokeApiToken,
    ) -> Result<ApiTokenObject> {
        in_person(ctx)?;
        Ok(ApiTokenObject(ctx.write(input).await?))
    }
}

/// A token makes no tokens and ends none, or one that was found could outlive its end.
fn in_person(ctx: &Context<'_>) -> Result<()> {
    ctx.sign_in().map(|_| ()).ok_or(Error::SignInFirst)
}
