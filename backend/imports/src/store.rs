//! Every query on the tables of imports.
use crate::origin::{Link, Origin};
use crate::tables::{import_link, import_run};
use crate::{Sheet, origin::LinkKind};
use kernel::{Conn, ImportId, Result, Tx};
use sea_orm::prelude::Uuid;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
};
use std::collections::HashMap;

mod inviting;
mod rosters;

pub(crate) use inviting::*;
pub use inviting::{InviteCounts, invite_counts, invite_lines_page, invite_list};
pub(crate) use rosters::*;
pub use rosters::{roster_lines_page, roster_seen, rosters_page};

/// How many keys one statement asks for or writes.
const KEYS_MAX: usize = 500;

/// What these records became, for those that were brought in before.
pub(crate) async fn targets_of(
    conn: &Conn<'_>,
    origin: &Origin,
    (kind, keys): (LinkKind, &[String]),
) -> Result<HashMap<String, Uuid>> {
    let mut targets = HashMap::new();
    for some in keys.chunks(KEYS_MAX) {
        let found: Vec<(String, Uuid)> = import_link::Entity::find()
            .select_only()
            .columns([import_link::Column::Key, import_link::Column::TargetId])
            .filter(import_link::Column::CommunityId.eq(origin.community))
            .filter(import_link::Column::Source.eq(&origin.source))
            .filter(import_link::Column::Kind.eq(kind.word()))
            .filter(import_link::Column::Key.is_in(some))
            .into_tuple()
            .all(conn)
            .await?;
        targets.extend(found);
    }
    Ok(targets)
}

pub(crate) async fn insert_links(tx: &Tx, origin: &Origin, links: &[Link]) -> Result<()> {
    for some in links.chunks(KEYS_MAX) {
        let rows = some.iter().map(|link| import_link::ActiveModel {
            community_id: Set(origin.community),
            source: Set(origin.source.clone()),
            kind: Set(link.kind.word().to_owned()),
            key: Set(link.key.clone()),
            target_id: Set(link.target),
        });
        import_link::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

pub(crate) async fn insert_run(tx: &Tx, origin: &Origin) -> Result<ImportId> {
    let id = tx.id();
    let row = import_run::ActiveModel {
        id: Set(id),
        source: Set(origin.source.clone()),
        community_id: Set(origin.community),
        started_at: Set(tx.now()),
        finished_at: Set(None),
        sheet: Set(serde_json::to_value(Sheet::default())?),
    };
    import_run::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

pub(crate) async fn finish_run(tx: &Tx, id: ImportId, sheet: &Sheet) -> Result<()> {
    let row = import_run::ActiveModel {
        id: Set(id),
        finished_at: Set(Some(tx.now())),
        sheet: Set(serde_json::to_value(sheet)?),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}
