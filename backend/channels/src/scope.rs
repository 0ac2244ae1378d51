//! The policy as SQL, for rows of the capabilities above that belong to a post, and for lists.
use crate::tables::{post, thread, thread_reader};
use communities::{Role, membership, readable_by};
use kernel::Actor;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, IntoColumnRef, Query};
use sea_orm::{ColumnTrait, JoinType};

/// Only rows whose post the asker may read; `post` names the row's post.
pub fn post_readable_by(actor: Actor, post: impl IntoColumnRef) -> Condition {
    let readable = Query::select()
        .expr(Expr::val(1))
        .from(post::Entity)
        .and_where(Expr::col((post::Entity, post::Column::Id)).eq(Expr::col(post)))
        .cond_where(readable_by(
            actor,
            (post::Entity, post::Column::CommunityId),
        ))
        .cond_where(shown_to(actor))
        .to_owned();
    Condition::all().add(Expr::exists(readable))
}

/// Only posts that the asker may read, of those in communities that they may read.
pub(crate) fn shown_to(actor: Actor) -> Condition {
    Condition::all()
        .add(not_withheld_from(actor))
        .add(published_for(actor))
}

/// Only posts that were shown once, and those that the asker wrote or moderates.
pub(crate) fn published_for(actor: Actor) -> Condition {
    if actor == Actor::System {
        return Condition::all();
    }
    let column = |column: post::Column| Expr::col((post::Entity, column));
    Condition::any()
        .add(column(post::Column::Published).eq(true))
        .add(column(post::Column::AuthorId).eq(actor.person()))
        .add(moderated_by(
            actor,
            (post::Entity, post::Column::CommunityId),
        ))
}

/// Only threads whose opening was shown once, and those that the asker began or moderates.
pub(crate) fn thread_published_for(actor: Actor) -> Condition {
    if actor == Actor::System {
        return Condition::all();
    }
    let column = |column: thread::Column| Expr::col((thread::Entity, column));
    let place = (thread::Entity, thread::Column::CommunityId);
    Condition::any()
        .add(column(thread::Column::Published).eq(true))
        .add(column(thread::Column::AuthorId).eq(actor.person()))
        .add(moderated_by(actor, place))
}

/// Only rows in whose community the asker moderates.
fn moderated_by(actor: Actor, community: impl IntoColumnRef) -> Expr {
    let leads = Query::select()
        .expr(Expr::val(1))
        .from(membership::Entity)
        .and_where(
            Expr::col((membership::Entity, membership::Column::CommunityId))
                .eq(Expr::col(community)),
        )
        .and_where(membership::Column::PersonId.eq(actor.person()))
        .and_where(membership::Column::Role.is_in([Role::Moderator, Role::Facilitator]))
        .to_owned();
    Expr::exists(leads)
}

/// Only posts that are not withheld from the asker until they have answered.
pub(crate) fn not_withheld_from(actor: Actor) -> Condition {
    if actor == Actor::System {
        return Condition::all();
    }
    let gate = Query::select()
        .expr(Expr::val(1))
        .from(thread::Entity)
        .join(
            JoinType::LeftJoin,
            thread_reader::Entity,
            own_reading(actor),
        )
        .and_where(
            Expr::col((thread::Entity, thread::Column::Id))
                .equals((post::Entity, post::Column::ThreadId)),
        )
        .cond_where(withholds_from(actor))
        .to_owned();
    opening_or_own(actor).add(Expr::exists(gate).not())
}

/// Only what everybody who reads the thread may read: its opening, and what the asker wrote.
pub(crate) fn opening_or_own(actor: Actor) -> Condition {
    Condition::any()
        .add(Expr::col((post::Entity, post::Column::Number)).eq(1))
        .add(Expr::col((post::Entity, post::Column::AuthorId)).eq(actor.person()))
}

/// Only threads (joined with the asker's reading) that withhold what others answered from the asker.
pub(crate) fn withholds_from(actor: Actor) -> Condition {
    let leads = moderated_by(actor, (thread::Entity, thread::Column::CommunityId));
    let answers = Expr::col((thread_reader::Entity, thread_reader::Column::Answers));
    Condition::all()
        .add(thread::Column::AnswerFirst.eq(true))
        .add(answers.if_null(0).eq(0))
        .add(leads.not())
}

/// The asker's reading of a thread.
pub(crate) fn own_reading(actor: Actor) -> Condition {
    Condition::all()
        .add(
            Expr::col((thread_reader::Entity, thread_reader::Column::ThreadId))
                .equals((thread::Entity, thread::Column::Id)),
        )
        .add(thread_reader::Column::PersonId.eq(actor.person()))
}
