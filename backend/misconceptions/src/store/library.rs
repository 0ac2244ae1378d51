//! Pages of misconceptions.
use super::records::{all_seen, joined};
use crate::policy::{Audit, Ledger, MisconceptionSeen, See};
use crate::tables::{misconception, occurrence};
use crate::{Misconception, MisconceptionState};
use chrono::{DateTime, Utc};
use kernel::{
    Actor, CommunityId, Conn, First, MisconceptionId, ObjectiveId, Page, Permit, Policy, ProgramId,
    Result, keys_of,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, LikeExpr, Order, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// What a page is made of.
#[derive(Clone, Debug)]
pub enum Shelf {
    /// What was corrected in a community, or occurs there; with these words in it, or about this
    /// objective.
    Community(CommunityId, Option<String>, Option<ObjectiveId>),
    /// What was corrected in the communities that ran a program.
    Program(ProgramId),
    /// Everything of a community, for those who moderate it.
    Workshop(CommunityId, Option<MisconceptionState>),
}

const PUBLIC: [MisconceptionState; 2] = [MisconceptionState::Published, MisconceptionState::Closed];

fn column(column: misconception::Column) -> Expr {
    Expr::col((misconception::Entity, column))
}

/// A page of what was corrected everywhere, the newest first.
pub async fn corrected_everywhere(
    conn: &Conn<'_>,
    _: &Permit<Audit, Ledger>,
    (first, after): (First, Option<&str>),
) -> Result<Page<Misconception>> {
    use misconception::Column;
    let mut query = misconception::Entity::find()
        .filter(Column::State.is_in(PUBLIC))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, MisconceptionId) = keys_of(cursor)?;
        let same = Column::CreatedAt.eq(at).and(Column::Id.lt(id));
        query = query.filter(Column::CreatedAt.lt(at).or(same));
    }
    Ok(Page::cut(query.all(conn).await?, first, |record| {
        format!("{} {}", record.created_at.to_rfc3339(), record.id)
    }))
}

/// A page of misconceptions that the asker may see, the newest first.
pub async fn library(
    conn: &Conn<'_>,
    actor: Actor,
    shelf: &Shelf,
    (first, after): (First, Option<&str>),
) -> Result<Page<MisconceptionSeen>> {
    use misconception::Column;
    let mut query = joined(actor);
    query
        .cond_where(standing_on(shelf))
        .order_by((misconception::Entity, Column::CreatedAt), Order::Desc)
        .order_by((misconception::Entity, Column::Id), Order::Desc)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, MisconceptionId) = keys_of(cursor)?;
        let same = column(Column::CreatedAt)
            .eq(at)
            .and(column(Column::Id).lt(id));
        query.and_where(column(Column::CreatedAt).lt(at).or(same));
    }
    let found = all_seen(conn, actor, &query).await?;
    let page = Page::cut(found, first, |seen| {
        format!("{} {}", seen.record.created_at.to_rfc3339(), seen.record.id)
    });
    let visible = page
        .items
        .into_iter()
        .filter(|(_, seen)| Policy::<See>::verdict(seen, &actor).allows());
    Ok(Page {
        items: visible.collect(),
        has_next: page.has_next,
    })
}

fn standing_on(shelf: &Shelf) -> Condition {
    use misconception::Column;
    let public = column(Column::State).is_in(PUBLIC);
    match shelf {
        Shelf::Community(community, words, objective) => {
            let mut all = Condition::all().add(public).add(found_in(*community));
            if let Some(words) = words {
                for word in words.split_whitespace() {
                    all = all.add(says(word));
                }
            }
            if let Some(objective) = objective {
                all = all.add(column(Column::ObjectiveId).eq(*objective));
            }
            all
        }
        Shelf::Program(program) => Condition::all()
            .add(public)
            .add(column(Column::ProgramId).eq(*program)),
        Shelf::Workshop(community, state) => {
            let all = Condition::all().add(column(Column::CommunityId).eq(*community));
            match state {
                Some(state) => all.add(column(Column::State).eq(*state)),
                None => all,
            }
        }
    }
}

/// Only those of a community, or that occur in it.
fn found_in(community: CommunityId) -> Condition {
    let occurs = Query::select()
        .column(occurrence::Column::MisconceptionId)
        .from(occurrence::Entity)
        .and_where(occurrence::Column::CommunityId.eq(community))
        .and_where(occurrence::Column::RemovedAt.is_null())
        .to_owned();
    Condition::any()
        .add(column(misconception::Column::CommunityId).eq(community))
        .add(column(misconception::Column::Id).in_subquery(occurs))
}

/// Only those in whose words this one occurs.
fn says(word: &str) -> Condition {
    use misconception::Column;
    let escaped: String = word
        .to_lowercase()
        .chars()
        .flat_map(|c| match c {
            '%' | '_' | '\\' => vec!['\\', c],
            c => vec![c],
        })
        .collect();
    let has = |of: Column| {
        let like = LikeExpr::new(format!("%{escaped}%")).escape('\\');
        Expr::expr(Func::lower(column(of))).like(like)
    };
    Condition::any()
        .add(has(Column::Claim))
        .add(has(Column::Misses))
        .add(has(Column::Holds))
}

/// What is known about these objectives, in every version of their programs, as far as the asker may see
/// it: what to look out for in a session that serves them.
pub async fn misconceptions_of_objectives(
    conn: &Conn<'_>,
    actor: Actor,
    objectives: &[ObjectiveId],
) -> Result<Vec<MisconceptionSeen>> {
    use misconception::Column;
    const MOST: u64 = 20;
    let objectives = sessions::objectives_alike(conn, objectives).await?;
    if objectives.is_empty() {
        return Ok(Vec::new());
    }
    let unknown = [MisconceptionState::Suspected, MisconceptionState::Rejected];
    let mut query = joined(actor);
    query
        .and_where(column(Column::ObjectiveId).is_in(objectives))
        .and_where(column(Column::State).is_not_in(unknown))
        .order_by((misconception::Entity, Column::CreatedAt), Order::Desc)
        .limit(MOST);
    let mut found = all_seen(conn, actor, &query).await?;
    found.retain(|seen| Policy::<See>::verdict(seen, &actor).allows());
    Ok(found)
}
