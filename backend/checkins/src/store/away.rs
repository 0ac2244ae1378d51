//! Who is away, and until when.
use crate::tables::away;
use chrono::{DateTime, Utc};
use kernel::{Conn, PersonId, Result, Tx};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// Until when somebody is away, if they are.
pub async fn away_until(
    conn: &Conn<'_>,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let found = away::Entity::find_by_id(person).one(conn).await?;
    Ok(found.map(|it| it.until).filter(|until| *until > now))
}

/// Who of these people is away, and until when.
pub async fn away_among(
    conn: &Conn<'_>,
    people: &[PersonId],
) -> Result<HashMap<PersonId, DateTime<Utc>>> {
    const AT_ONCE: usize = 1_000;
    let mut found = HashMap::new();
    for people in people.chunks(AT_ONCE) {
        let some = away::Entity::find()
            .filter(away::Column::PersonId.is_in(people.iter().copied()))
            .all(conn)
            .await?;
        found.extend(some.into_iter().map(|it| (it.person_id, it.until)));
    }
    Ok(found)
}

/// Somebody says that they are away, or back: their own row alone.
pub(crate) async fn set_away(
    tx: &Tx,
    person: PersonId,
    until: Option<DateTime<Utc>>,
) -> Result<()> {
    away::Entity::delete_by_id(person).exec(&tx.conn()).await?;
    let Some(until) = until else {
        return Ok(());
    };
    let row = away::ActiveModel {
        person_id: Set(person),
        until: Set(until),
    };
    away::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
