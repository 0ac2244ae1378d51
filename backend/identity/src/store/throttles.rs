//! Counters of what was tried in vain. They are in the database, so that a restart forgets nothing.
use crate::tables::throttle;
use chrono::TimeDelta;
use kernel::{Conn, Result, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

pub(crate) use throttle::Model as Throttle;

pub(crate) async fn throttle_of(conn: &Conn<'_>, key: &str) -> Result<Option<Throttle>> {
    Ok(throttle::Entity::find_by_id(key).one(conn).await?)
}

pub(crate) async fn keep_throttle(tx: &Tx, row: Throttle) -> Result<()> {
    let replace = OnConflict::column(throttle::Column::Key)
        .update_columns([
            throttle::Column::Failures,
            throttle::Column::Since,
            throttle::Column::ClosedUntil,
        ])
        .to_owned();
    throttle::Entity::insert(row.into_active_model().reset_all())
        .on_conflict(replace)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn forget_throttle(tx: &Tx, key: &str) -> Result<()> {
    throttle::Entity::delete_by_id(key).exec(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn delete_throttles_quiet_for(tx: &Tx, quiet: TimeDelta) -> Result<()> {
    throttle::Entity::delete_many()
        .filter(throttle::Column::Since.lt(tx.now() - quiet))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
