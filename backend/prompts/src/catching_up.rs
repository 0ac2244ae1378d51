//! What somebody who came late finds of what was asked before they came.
use crate::policy::{PreWorkSeen, PromptSeen};
use crate::store;
use chrono::{DateTime, Utc};
use communities::Standing;
use kernel::{Actor, CommunityId, Conn, Result};

/// The way of who came late: what is open for them, and what closed before they came, which they may
/// look at and are never late for.
#[derive(Clone, Debug, Default)]
pub struct CatchUp {
    pub open: Vec<ToDo>,
    pub closed: Vec<ToDo>,
}

/// Something that is asked.
#[derive(Clone, Debug)]
pub enum ToDo {
    Prompt(PromptSeen),
    PreWork(PreWorkSeen),
}

impl ToDo {
    pub fn due_at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Prompt(seen) => seen.prompt.due_at,
            Self::PreWork(seen) => seen.item.due_at,
        }
    }
}

/// What a community asks of somebody who stands in it so and has not done it: the first to be due first.
pub async fn catch_up(
    conn: &Conn<'_>,
    actor: Actor,
    (community, standing): (CommunityId, Standing),
) -> Result<CatchUp> {
    let mut way = CatchUp::default();
    for seen in store::prompts_of_community(conn, actor, community).await? {
        let asking = seen.prompt.asking();
        let silent = !seen.thread.has_answered() && seen.thread.thread.locked_at.is_none();
        if !silent || !asking.is_for(standing.role) {
            continue;
        }
        match asking.expects(standing) {
            true => way.open.push(ToDo::Prompt(seen)),
            false => way.closed.push(ToDo::Prompt(seen)),
        }
    }
    for seen in store::pre_work_of_community(conn, actor, community).await? {
        let asking = seen.item.asking();
        if seen.is_done || !asking.is_for(standing.role) {
            continue;
        }
        match asking.expects(standing) {
            true => way.open.push(ToDo::PreWork(seen)),
            false => way.closed.push(ToDo::PreWork(seen)),
        }
    }
    for list in [&mut way.open, &mut way.closed] {
        list.sort_by_key(|it| (it.due_at().is_none(), it.due_at()));
    }
    Ok(way)
}
