//! Finding groups.
use super::{Asked, Found, LOOKED_THROUGH_MAX, sought, too_many};
use crate::group::{KeptGroup, Members};
use crate::kept::Kept;
use crate::store;
use crate::tables::GroupRow;
use kernel::{Conn, Error, Id, PersonId, Result, ScimGroupId};

/// # Errors
/// `NotFound` when the directory keeps no group with this id.
pub async fn group_by_id(conn: &Conn<'_>, id: &str, members: Members) -> Result<KeptGroup> {
    let unknown = || Error::NotFound("group in the directory");
    let id = ScimGroupId::parse(id).map_err(|_| unknown())?;
    let row = store::group_row(conn, id).await?.ok_or_else(unknown)?;
    let mut found = with_members(conn, vec![row], members).await?;
    found.pop().ok_or_else(unknown)
}

/// Those of which the filter holds.
///
/// # Errors
/// `Invalid` on `tooMany` when the filter would look through too many.
pub async fn groups(conn: &Conn<'_>, asked: &Asked) -> Result<Found<KeptGroup>> {
    let wanted = match asked.shown.wants("members") {
        true => Members::Shown,
        false => Members::LeftOut,
    };
    let Some(filter) = &asked.filter else {
        let rows = match asked.count() {
            0 => Vec::new(),
            _ => store::groups_among(conn, asked.stretch()).await?,
        };
        return Ok(Found {
            total: store::groups_count(conn).await?,
            start: asked.start(),
            page: with_members(conn, rows, wanted).await?,
        });
    };
    let named = match sought(filter) {
        Some(sought) => by_index(conn, sought).await?,
        None => None,
    };
    let rows = match named {
        Some(rows) => rows,
        None if store::groups_count(conn).await? <= LOOKED_THROUGH_MAX => {
            store::groups_among(conn, (0, LOOKED_THROUGH_MAX)).await?
        }
        None => return Err(too_many()),
    };
    let mut found = with_members(conn, rows, Members::Shown).await?;
    found.retain(|kept| filter.holds(&kept.shown("")));
    Ok(asked.page(found))
}

/// Those that it can be, where an index knows; nothing where none does.
async fn by_index(
    conn: &Conn<'_>,
    (name, wanted): (String, &str),
) -> Result<Option<Vec<GroupRow>>> {
    let found = match name.as_str() {
        "displayname" => store::group_by_name(conn, &wanted.to_lowercase()).await?,
        "externalid" => store::group_by_external_id(conn, wanted).await?,
        "id" => match ScimGroupId::parse(wanted) {
            Ok(id) => store::group_row(conn, id).await?,
            Err(_) => None,
        },
        "members" | "members.value" => {
            let groups = match PersonId::parse(wanted) {
                Ok(id) => store::groups_of(conn, &[id]).await?.remove(&id),
                Err(_) => None,
            };
            return Ok(Some(groups.unwrap_or_default()));
        }
        _ => return Ok(None),
    };
    Ok(Some(found.into_iter().collect()))
}

pub(crate) async fn with_members(
    conn: &Conn<'_>,
    rows: Vec<GroupRow>,
    wanted: Members,
) -> Result<Vec<KeptGroup>> {
    let ids: Vec<ScimGroupId> = rows.iter().map(|row| row.id).collect();
    let mut members = match wanted {
        Members::Shown => Some(store::members_of(conn, &ids).await?),
        Members::LeftOut => None,
    };
    let kept = rows.into_iter().map(|row| KeptGroup {
        members: members.as_mut().map(|all| {
            all.remove(&row.id)
                .unwrap_or_default()
                .into_iter()
                .collect()
        }),
        row,
    });
    Ok(kept.collect())
}
