//! What people said of posts without words.
use crate::policy::{PostSeen, React};
use crate::tables::{post, reaction};
use crate::{Post, ReactionKind};
use kernel::{Conn, Permit, PersonId, PostId, Result, Tx};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

/// Sets or takes back a reaction; returns the post and whether anything changed.
pub(crate) async fn toggle_reaction(
    tx: &Tx,
    seen: &Permit<React, PostSeen>,
    person: PersonId,
    wish: (ReactionKind, Wish),
) -> Result<Option<Post>> {
    let (kind, wish) = wish;
    let conn = tx.conn();
    let changed = match wish {
        Wish::On => {
            let row = reaction::ActiveModel {
                post_id: Set(seen.post.id),
                person_id: Set(person),
                kind: Set(kind),
                created_at: Set(tx.now()),
            };
            let already = OnConflict::columns([
                reaction::Column::PostId,
                reaction::Column::PersonId,
                reaction::Column::Kind,
            ])
            .do_nothing()
            .to_owned();
            reaction::Entity::insert(row)
                .on_conflict(already)
                .exec_without_returning(&conn)
                .await?
        }
        Wish::Off => {
            let own = (seen.post.id, person, kind);
            reaction::Entity::delete_by_id(own)
                .exec(&conn)
                .await?
                .rows_affected
        }
    };
    if changed == 0 {
        return Ok(None);
    }
    let column = match kind {
        ReactionKind::Helpful => post::Column::Helpful,
        ReactionKind::UsedIt => post::Column::UsedIt,
        ReactionKind::ThankYou => post::Column::ThankYou,
    };
    let step = if matches!(wish, Wish::On) { 1 } else { -1 };
    let rows = post::Entity::update_many()
        .col_expr(column, Expr::col(column).add(step))
        .filter(post::Column::Id.eq(seen.post.id))
        .exec_with_returning(&conn)
        .await?;
    Ok(rows.into_iter().next())
}

/// Whether a reaction should stand or go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    On,
    Off,
}

/// Who reacted to a post, and how.
pub async fn reactors_of(conn: &Conn<'_>, post: PostId) -> Result<Vec<(PersonId, ReactionKind)>> {
    Ok(reaction::Entity::find()
        .select_only()
        .column(reaction::Column::PersonId)
        .column(reaction::Column::Kind)
        .filter(reaction::Column::PostId.eq(post))
        .into_tuple()
        .all(conn)
        .await?)
}
