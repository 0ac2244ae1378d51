//! Tokens of the API.
use super::change::Ending;
use crate::policy::{Grant, OverseeTokens, Revoke, token_is_alive};
use crate::tables::{api_token, person};
use crate::{ApiToken, Person, Scopes};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Actor, ApiTokenId, Conn, First, Organisation, Page, Permit, PersonId, Result, Tx, key_of,
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, RelationTrait,
};

/// More than `commands::api_tokens` lets anybody have.
const TOKENS_MAX: u64 = 100;

/// The living token with this hash, and whose it is: the one question of a request that brings one.
pub async fn api_token_seen(
    conn: &Conn<'_>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<(ApiToken, Option<Person>)>> {
    let found = api_token::Entity::find()
        .join(
            sea_orm::JoinType::LeftJoin,
            api_token::Relation::Person.def(),
        )
        .select_also(person::Entity)
        .filter(api_token::Column::TokenHash.eq(token_hash.to_vec()))
        .one(conn)
        .await?;
    Ok(found.filter(|(token, person)| token_is_alive(token, person.as_ref(), now)))
}

/// A person's own tokens, the newest first; those that ran out too, until they are swept away.
pub async fn api_tokens_of(conn: &Conn<'_>, person: PersonId) -> Result<Vec<ApiToken>> {
    Ok(api_token::Entity::find()
        .filter(api_token::Column::PersonId.eq(person))
        .order_by_desc(api_token::Column::Id)
        .limit(TOKENS_MAX)
        .all(conn)
        .await?)
}

/// The tokens of everybody and of services, the newest first.
///
/// # Errors
/// `Invalid` on `after` when it is no place in the list.
pub async fn api_tokens_page(
    conn: &Conn<'_>,
    _: &Permit<OverseeTokens, Organisation>,
    (first, after): (First, Option<&str>),
) -> Result<Page<ApiToken>> {
    let mut query = api_token::Entity::find()
        .order_by_desc(api_token::Column::Id)
        .limit(first.and_one());
    if let Some(after) = after {
        let last: ApiTokenId = key_of(after)?;
        query = query.filter(api_token::Column::Id.lt(last));
    }
    let rows = query.all(conn).await?;
    Ok(Page::cut(rows, first, |token| token.id.to_string()))
}

pub(crate) async fn api_token_by_id(conn: &Conn<'_>, id: ApiTokenId) -> Result<Option<ApiToken>> {
    Ok(api_token::Entity::find_by_id(id).one(conn).await?)
}

/// How many tokens somebody has, or services have.
pub(crate) async fn api_tokens_held(conn: &Conn<'_>, person: Option<PersonId>) -> Result<u64> {
    let of_them = match person {
        Some(person) => api_token::Column::PersonId.eq(person),
        None => api_token::Column::PersonId.is_null(),
    };
    Ok(api_token::Entity::find()
        .filter(of_them)
        .count(conn)
        .await?)
}

/// Leave to make a token: one's own, or a service's.
pub(crate) enum Making<'a> {
    Own(&'a Permit<Grant, Scopes>),
    OfService(&'a Permit<OverseeTokens, Organisation>),
}

impl Making<'_> {
    fn actor(&self) -> Actor {
        match self {
            Self::Own(leave) => leave.actor(),
            Self::OfService(leave) => leave.actor(),
        }
    }
}

pub(crate) async fn insert_api_token(
    tx: &Tx,
    leave: &Making<'_>,
    row: ApiToken,
) -> Result<ApiToken> {
    let row = ApiToken {
        created_by_id: leave.actor().person(),
        ..row
    };
    let row: api_token::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn delete_api_token(tx: &Tx, token: &Permit<Revoke, ApiToken>) -> Result<()> {
    api_token::Entity::delete_by_id(token.id)
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// Ends every token of whoever is kept out.
pub(crate) async fn delete_api_tokens_of(tx: &Tx, ending: &Ending<'_>) -> Result<()> {
    api_token::Entity::delete_many()
        .filter(api_token::Column::PersonId.eq(ending.person()))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn touch_api_token(tx: &Tx, id: ApiTokenId, from: &str) -> Result<()> {
    api_token::Entity::update_many()
        .col_expr(
            api_token::Column::UsedOn,
            Expr::value(Some(tx.now().date_naive())),
        )
        .col_expr(api_token::Column::UsedFrom, Expr::value(Some(from)))
        .filter(api_token::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn delete_api_tokens_past(tx: &Tx, kept: TimeDelta) -> Result<()> {
    api_token::Entity::delete_many()
        .filter(api_token::Column::ExpiresAt.lte(tx.now() - kept))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
