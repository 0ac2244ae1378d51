use super::{PreWorkObject, PromptObject};
use crate::context::Asked;
use ::prompts::ToDo;
use async_graphql::{Context, Object};
use chrono::{DateTime, Utc};
use kernel::Result;

/// Something that is asked of the viewer and not done: a prompt or pre-work.
pub enum DueObject {
    Prompt(PromptObject),
    PreWork(PreWorkObject),
}

impl From<ToDo> for DueObject {
    fn from(asked: ToDo) -> Self {
        match asked {
            ToDo::Prompt(seen) => Self::Prompt(seen.into()),
            ToDo::PreWork(seen) => Self::PreWork(seen.into()),
        }
    }
}

/// What is asked of the viewer and not done, the first to be due first, and at last what is due at no
/// time. What is late for more than a week is let go.
pub async fn due_of(ctx: &Context<'_>) -> Result<Vec<DueObject>> {
    let (conn, actor, now) = (ctx.conn(), ctx.actor(), ctx.db().now());
    let prompts = ::prompts::prompts_due_for(&conn, actor, now).await?;
    let pre_work = ::prompts::pre_work_due_for(&conn, actor, now).await?;
    let prompts = prompts.into_iter().map(PromptObject::from);
    let pre_work = pre_work.into_iter().map(PreWorkObject::from);
    let mut due: Vec<DueObject> = prompts
        .map(DueObject::Prompt)
        .chain(pre_work.map(DueObject::PreWork))
        .collect();
    due.sort_by_key(|due| (due.at().is_none(), due.at()));
    Ok(due)
}

impl DueObject {
    fn at(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::Prompt(prompt) => prompt.0.prompt.due_at,
            Self::PreWork(item) => item.0.item.due_at,
        }
    }
}

#[Object(name = "Due")]
impl DueObject {
    /// The prompt, where it is one.
    async fn prompt(&self) -> Option<PromptObject> {
        match self {
            Self::Prompt(prompt) => Some(prompt.clone()),
            Self::PreWork(_) => None,
        }
    }

    /// The pre-work, where it is that.
    async fn pre_work(&self) -> Option<PreWorkObject> {
        match self {
            Self::Prompt(_) => None,
            Self::PreWork(item) => Some(item.clone()),
        }
    }

    /// When it is due.
    async fn due_at(&self) -> Option<DateTime<Utc>> {
        self.at()
    }

    /// Whether that has passed.
    async fn is_late(&self, ctx: &Context<'_>) -> bool {
        let now = ctx.db().now();
        match self {
            Self::Prompt(prompt) => prompt.is_late(now),
            Self::PreWork(item) => item.is_late(now),
        }
    }

    /// How many minutes it takes.
    async fn minutes(&self) -> Option<i32> {
        match self {
            Self::Prompt(prompt) => prompt.0.prompt.minutes,
            Self::PreWork(item) => item.0.item.minutes,
        }
    }
}
