//! What moderators need to know of posts and their authors, whoever asks: for whoever may know.
use crate::ThreadKind;
use crate::tables::{post, thread};
use chrono::{DateTime, Utc};
use communities::{Role, membership};
use kernel::{CommunityId, Conn, PostId, Result, ThreadId};
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, JoinType};
use std::collections::HashMap;

/// What the author of a post is where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthorStanding {
    /// Whether they wrote nothing in the community before.
    pub is_first: bool,
    /// Nothing for who left.
    pub role: Option<Role>,
}

/// What the authors of these posts are, without saying who they are.
pub async fn author_standings(
    conn: &Conn<'_>,
    posts: &[PostId],
) -> Result<HashMap<PostId, AuthorStanding>> {
    let earlier = Alias::new("earlier");
    let column = |of: post::Column| Expr::col((post::Entity, of));
    let before = |of: post::Column| Expr::col((earlier.clone(), of));
    let wrote_before = Query::select()
        .expr(Expr::val(1))
        .from_as(post::Entity, earlier.clone())
        .and_where(before(post::Column::AuthorId).eq(column(post::Column::AuthorId)))
        .and_where(before(post::Column::CommunityId).eq(column(post::Column::CommunityId)))
        .cond_where(
            Condition::any()
                .add(before(post::Column::CreatedAt).lt(column(post::Column::CreatedAt)))
                .add(
                    before(post::Column::CreatedAt)
                        .eq(column(post::Column::CreatedAt))
                        .and(before(post::Column::Id).lt(column(post::Column::Id))),
                ),
        )
        .limit(1)
        .to_owned();
    let mut query = Query::select();
    query
        .expr_as(column(post::Column::Id), "id")
        .expr_as(Expr::exists(wrote_before), "wrote_before")
        .expr_as(
            Expr::col((membership::Entity, membership::Column::Role)),
            "role",
        )
        .from(post::Entity)
        .join(
            JoinType::LeftJoin,
            membership::Entity,
            membership_of_author(),
        )
        .and_where(column(post::Column::Id).is_in(posts.iter().copied()));
    let rows = conn.query_all(&query).await?;
    let standings = rows.iter().map(|row| {
        let standing = AuthorStanding {
            is_first: !row.try_get::<bool>("", "wrote_before")?,
            role: row.try_get("", "role")?,
        };
        Ok((row.try_get("", "id")?, standing))
    });
    standings.collect()
}

fn membership_of_author() -> Condition {
    let member = |of: membership::Column| Expr::col((membership::Entity, of));
    Condition::all()
        .add(member(membership::Column::PersonId).equals((post::Entity, post::Column::AuthorId)))
        .add(
            member(membership::Column::CommunityId)
                .equals((post::Entity, post::Column::CommunityId)),
        )
}

/// A question, and since when it waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionStanding {
    pub thread: ThreadId,
    pub community: CommunityId,
    pub opening: PostId,
    /// Nothing once somebody else answered, or where nobody can.
    pub waits_since: Option<DateTime<Utc>>,
    /// When its opening was changed.
    pub touched_at: Option<DateTime<Utc>>,
}

/// Those of these conversations that are questions.
pub async fn questions_among(
    conn: &Conn<'_>,
    threads: &[ThreadId],
) -> Result<Vec<QuestionStanding>> {
    let of_thread = |of: thread::Column| Expr::col((thread::Entity, of));
    let of_opening = |of: post::Column| Expr::col((post::Entity, of));
    let its_opening = Condition::all()
        .add(of_opening(post::Column::ThreadId).equals((thread::Entity, thread::Column::Id)))
        .add(of_opening(post::Column::Number).eq(1));
    let can_be_answered = Expr::exists(answers())
        .not()
        .and(of_thread(thread::Column::LockedAt).is_null())
        .and(of_thread(thread::Column::DuplicateOf).is_null())
        .and(of_thread(thread::Column::Published).eq(true))
        .and(of_thread(thread::Column::WithdrawnAt).is_null())
        .and(of_thread(thread::Column::MovedTo).is_null())
        .and(of_opening(post::Column::HiddenAt).is_null())
        .and(of_opening(post::Column::HeldAt).is_null())
        .and(of_opening(post::Column::DeletedAt).is_null());
    let mut query = Query::select();
    query
        .expr_as(of_thread(thread::Column::Id), "thread")
        .expr_as(of_thread(thread::Column::CommunityId), "community")
        .expr_as(of_opening(post::Column::Id), "opening")
        .expr_as(of_opening(post::Column::CreatedAt), "asked_at")
        .expr_as(of_opening(post::Column::EditedAt), "touched_at")
        .expr_as(can_be_answered, "waits")
        .from(thread::Entity)
        .join(JoinType::InnerJoin, post::Entity, its_opening)
        .and_where(of_thread(thread::Column::Kind).eq(ThreadKind::Question))
        .and_where(of_thread(thread::Column::Id).is_in(threads.iter().copied()));
    let rows = conn.query_all(&query).await?;
    let questions = rows.iter().map(|row| {
        let waits: bool = row.try_get("", "waits")?;
        let asked_at: DateTime<Utc> = row.try_get("", "asked_at")?;
        Ok(QuestionStanding {
            thread: row.try_get("", "thread")?,
            community: row.try_get("", "community")?,
            opening: row.try_get("", "opening")?,
            waits_since: waits.then_some(asked_at),
            touched_at: row.try_get("", "touched_at")?,
        })
    });
    questions.collect()
}

/// What others than the asker said in a question, and what still stands.
fn answers() -> SelectStatement {
    let answer = Alias::new("answer");
    let column = |of: post::Column| Expr::col((answer.clone(), of));
    Query::select()
        .expr(Expr::val(1))
        .from_as(post::Entity, answer.clone())
        .and_where(column(post::Column::ThreadId).equals((thread::Entity, thread::Column::Id)))
        .and_where(column(post::Column::Number).gt(1))
        .and_where(
            column(post::Column::AuthorId)
                .ne(Expr::col((thread::Entity, thread::Column::AuthorId))),
        )
        .and_where(column(post::Column::DeletedAt).is_null())
        .and_where(column(post::Column::HeldAt).is_null())
        .and_where(column(post::Column::HiddenAt).is_null())
        .limit(1)
        .to_owned()
}
