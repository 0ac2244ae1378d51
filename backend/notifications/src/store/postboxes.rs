//! How people want letters, and when to look whether there is one to write.
use crate::tables::postbox::{self, Column};
use crate::{Choices, MailKind, Postbox};
use chrono::{DateTime, TimeDelta, Utc};
use identity::Person;
use kernel::{Conn, PersonId, Result, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};
use std::collections::HashMap;

/// How long a letter waits for what follows at once, and for who is reading it anyway.
pub(crate) const PATIENCE: TimeDelta = TimeDelta::minutes(3);
/// How many rows one statement reads or inserts.
const ROWS_MAX: usize = 1_000;

/// Something that a person may get a letter about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Happened {
    pub person: PersonId,
    pub kind: MailKind,
    pub at: DateTime<Utc>,
}

/// Sees to it that everybody is looked at when a letter about what happened to them is due.
pub(crate) async fn expect_letters(tx: &Tx, happened: &[Happened]) -> Result<()> {
    for some in happened.chunks(ROWS_MAX) {
        let people: Vec<PersonId> = some.iter().map(|it| it.person).collect();
        let conn = tx.conn();
        let zones = identity::people_by_ids(&conn, &people).await?;
        let zones: HashMap<PersonId, String> =
            zones.into_iter().map(|it| (it.id, it.zone)).collect();
        let mut known = postboxes_of(&conn, &people).await?;
        let mut moved: HashMap<PersonId, Postbox> = HashMap::new();
        for it in some {
            let Some(zone) = zones.get(&it.person) else {
                continue;
            };
            let earlier = moved
                .remove(&it.person)
                .or_else(|| known.remove(&it.person));
            let is_new = earlier.is_none();
            let mut postbox = earlier.unwrap_or_else(|| opened(tx, it.person, zone));
            let hours = postbox.choices.hours(zone);
            let due = hours.due(postbox.choices.when(it.kind), it.at + PATIENCE);
            let sooner = due.filter(|due| postbox.next_at.is_none_or(|next| *due < next));
            if is_new || sooner.is_some() {
                postbox.next_at = sooner.or(postbox.next_at);
                moved.insert(it.person, postbox);
            } else {
                known.insert(it.person, postbox);
            }
        }
        save(tx, moved.into_values()).await?;
    }
    Ok(())
}

/// The postbox of somebody who has none yet.
pub(crate) fn opened(tx: &Tx, person: PersonId, zone: &str) -> Postbox {
    let choices = Choices::default();
    Postbox {
        person_id: person,
        next_at: choices.next_regular(zone, tx.now()),
        choices,
        secret: tx.secret().to_vec(),
    }
}

async fn save(tx: &Tx, postboxes: impl Iterator<Item = Postbox>) -> Result<()> {
    let rows: Vec<_> = postboxes.map(IntoActiveModel::into_active_model).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let moved = OnConflict::column(Column::PersonId)
        .update_column(Column::NextAt)
        .to_owned();
    postbox::Entity::insert_many(rows)
        .on_conflict(moved)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

async fn postboxes_of(conn: &Conn<'_>, people: &[PersonId]) -> Result<HashMap<PersonId, Postbox>> {
    let found = postbox::Entity::find()
        .filter(Column::PersonId.is_in(people.iter().copied()))
        .all(conn)
        .await?;
    Ok(found.into_iter().map(|it| (it.person_id, it)).collect())
}

pub(crate) async fn postbox_of(conn: &Conn<'_>, person: PersonId) -> Result<Option<Postbox>> {
    Ok(postbox::Entity::find_by_id(person).one(conn).await?)
}

/// A person's postbox, opened if they have none yet.
pub(crate) async fn postbox_to_change(tx: &Tx, person: &Person) -> Result<Postbox> {
    let conn = tx.conn();
    if let Some(postbox) = postbox_of(&conn, person.id).await? {
        return Ok(postbox);
    }
    let row = opened(tx, person.id, &person.zone).into_active_model();
    Ok(row.insert(&conn).await?)
}

pub(crate) async fn set_choices(tx: &Tx, postbox: &Postbox) -> Result<()> {
    let row = postbox::ActiveModel {
        person_id: Set(postbox.person_id),
        choices: Set(postbox.choices.clone()),
        next_at: Set(postbox.next_at),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// Whose postbox is to be looked at, who waits longest first.
pub async fn due_postboxes(
    conn: &Conn<'_>,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<PersonId>> {
    Ok(postbox::Entity::find()
        .select_only()
        .column(Column::PersonId)
        .filter(Column::NextAt.lte(now))
        .order_by_asc(Column::NextAt)
        .limit(limit)
        .into_tuple()
        .all(conn)
        .await?)
}
