use crate::Draft;
use crate::tables::draft;
use chrono::{DateTime, Utc};
use kernel::{Conn, DraftId, First, Page, PersonId, Result, Tx, keys_of};
use sea_orm::sea_query::Condition;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
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
        .order_by_desc(draft::Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, DraftId) = keys_of(cursor)?;
        let older = Condition::any().add(draft::Column::UpdatedAt.lt(at)).add(
            draft::Column::UpdatedAt
                .eq(at)
                .and(draft::Column::Id.lt(id)),
        );
        query = query.filter(older);
    }
    Ok(Page::cut(query.all(conn).await?, first, |draft| {
        format!("{} {}", draft.updated_at.to_rfc3339(), draft.id)
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
