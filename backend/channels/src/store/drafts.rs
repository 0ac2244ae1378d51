use crate::Draft;
use crate::tables::draft;
use kernel::{Conn, Error, First, Page, PersonId, Result, Tx, key_of};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};

pub async fn draft_of(conn: &Conn<'_>, person: PersonId, key: &str) -> Result<Option<Draft>> {
    Ok(draft::Entity::find()
        .filter(draft::Column::PersonId.eq(person))
        .filter(draft::Column::Key.eq(key))
        .one(conn)
        .await?)
}

/// A person's drafts, newest first.
pub async fn drafts_of(
    conn: &Conn<'_>,
    person: PersonId,
    page: (First, Option<&str>),
) -> Result<Page<Draft>> {
    let (first, after) = page;
    let mut query = draft::Entity::find()
        .filter(draft::Column::PersonId.eq(person))
        .order_by_desc(draft::Column::UpdatedAt)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let at: chrono::DateTime<chrono::Utc> = key_of(cursor)?
            .parse()
            .map_err(|_| Error::invalid("after", "this place in the list cannot be read"))?;
        query = query.filter(draft::Column::UpdatedAt.lt(at));
    }
    Ok(Page::cut(query.all(conn).await?, first, |draft| {
        draft.updated_at.to_rfc3339()
    }))
}

pub(crate) async fn upsert_draft(tx: &Tx, known: Option<Draft>, row: Draft) -> Result<Draft> {
    let conn = tx.conn();
    Ok(match known {
        Some(_) => row.into_active_model().reset_all().update(&conn).await?,
        None => row.into_active_model().insert(&conn).await?,
    })
}

pub(crate) async fn delete_draft(tx: &Tx, draft: &Draft) -> Result<()> {
    draft::Entity::delete_by_id(draft.id)
        .exec(&tx.conn())
        .await?;
    Ok(())
}
