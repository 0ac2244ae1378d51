//! The policy as SQL, for rows of the capabilities above that belong to a thread.
use crate::tables::thread;
use communities::readable_by;
use kernel::Actor;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, IntoColumnRef, Query};

/// Only rows whose thread the asker may read; `thread` names the row's thread.
pub fn thread_readable_by(actor: Actor, thread: impl IntoColumnRef) -> Condition {
    let readable = Query::select()
        .expr(Expr::val(1))
        .from(thread::Entity)
        .and_where(Expr::col((thread::Entity, thread::Column::Id)).eq(Expr::col(thread)))
        .cond_where(readable_by(
            actor,
            (thread::Entity, thread::Column::CommunityId),
        ))
        .to_owned();
    Condition::all().add(Expr::exists(readable))
}
