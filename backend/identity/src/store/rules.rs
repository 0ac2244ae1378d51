//! Of whom a second factor is required.
use crate::policy::{KeepFactorRule, factor_due_at};
use crate::tables::factor_rule::AskedOf;
use crate::tables::{factor_rule, person};
use crate::{FactorRule, Person, SignIn};
use chrono::{DateTime, Utc};
use kernel::{Conn, Organisation, Permit, Result, TokenId, Tx};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

/// There is one rule, in one row.
fn the_row() -> TokenId {
    Uuid::nil().into()
}

/// The rule; nothing where nobody ever made one.
pub async fn factor_rule(conn: &Conn<'_>) -> Result<Option<FactorRule>> {
    Ok(factor_rule::Entity::find_by_id(the_row()).one(conn).await?)
}

/// From when on whoever is signed in like this comes no further without a second factor, if it is so. Who has one is
/// asked nothing.
pub async fn factor_due(
    conn: &Conn<'_>,
    sign_in: &SignIn,
    person: &Person,
) -> Result<Option<DateTime<Utc>>> {
    if person.second_factor_since.is_some() {
        return Ok(None);
    }
    let rule = factor_rule(conn).await?;
    Ok(factor_due_at(rule.as_ref(), sign_in, person))
}

pub(crate) async fn put_factor_rule(
    tx: &Tx,
    _: &Permit<KeepFactorRule, Organisation>,
    rule: FactorRule,
) -> Result<FactorRule> {
    let rule = FactorRule {
        id: the_row(),
        ..rule
    };
    let row: factor_rule::ActiveModel = rule.clone().into();
    let replace = OnConflict::column(factor_rule::Column::Id)
        .update_columns([
            factor_rule::Column::AskedOf,
            factor_rule::Column::GraceDays,
            factor_rule::Column::Since,
        ])
        .to_owned();
    factor_rule::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(rule)
}

/// How many of those who come in here have no second factor of their own.
pub async fn people_without_factor(
    conn: &Conn<'_>,
    _: &Permit<KeepFactorRule, Organisation>,
    asked_of: AskedOf,
) -> Result<u64> {
    let mut query = person::Entity::find()
        .filter(person::Column::SecondFactorSince.is_null())
        .filter(person::Column::SuspendedAt.is_null())
        .filter(person::Column::PlaceholderOf.is_null());
    match asked_of {
        AskedOf::Nobody => return Ok(0),
        AskedOf::Administrators => {
            query = query.filter(person::Column::AdministratorSince.is_not_null());
        }
        AskedOf::Everybody => {}
    }
    Ok(query.count(conn).await?)
}
