//! What stands in people's own calendars, as far as letters put it there.
use crate::CalendarEntry;
use crate::tables::calendar_entry::{self, Column};
use kernel::{Conn, PersonId, Result, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// What a person's calendar was told, but for what was taken out of it again.
pub(crate) async fn entries_of(conn: &Conn<'_>, person: PersonId) -> Result<Vec<CalendarEntry>> {
    Ok(calendar_entry::Entity::find()
        .filter(Column::PersonId.eq(person))
        .all(conn)
        .await?)
}

pub(crate) async fn keep_entry(tx: &Tx, entry: CalendarEntry) -> Result<()> {
    let known = OnConflict::columns([Column::PartId, Column::PersonId])
        .update_columns([Column::Sequence, Column::AsSent, Column::CancelledAt])
        .to_owned();
    calendar_entry::Entity::insert(entry.into_active_model())
        .on_conflict(known)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}
