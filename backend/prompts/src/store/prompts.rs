use super::still_asked;
use crate::Prompt;
use crate::policy::{Change, PromptSeen};
use crate::tables::{prompt, prompt_objective};
use channels::{ThreadSeen, threads_visible_to};
use chrono::{DateTime, Utc};
use communities::{Ask, CommunitySeen, readable_by};
use kernel::{
    Actor, CommunityId, Conn, Error, First, ObjectiveId, Page, Permit, PersonId, PromptId, Result,
    SessionId, ThreadId, Tx, keys_of,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Where prompts are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptsIn {
    Community(CommunityId),
    Session(SessionId),
}

fn readable(actor: Actor) -> Select<prompt::Entity> {
    prompt::Entity::find().filter(readable_by(
        actor,
        (prompt::Entity, prompt::Column::CommunityId),
    ))
}

/// Prompts in their threads; those whose thread the asker may not read are left out.
async fn seen(conn: &Conn<'_>, actor: Actor, rows: Vec<Prompt>) -> Result<Vec<PromptSeen>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<PromptId> = rows.iter().map(|prompt| prompt.id).collect();
    let threads: Vec<ThreadId> = rows.iter().map(|prompt| prompt.thread_id).collect();
    let mut threads: HashMap<ThreadId, Arc<ThreadSeen>> = threads_visible_to(conn, actor, &threads)
        .await?
        .into_iter()
        .map(|seen| (seen.thread.id, Arc::new(seen)))
        .collect();
    let mut objectives = objectives_of(conn, &ids).await?;
    let found = rows.into_iter().filter_map(|prompt| {
        Some(PromptSeen {
            thread: threads.remove(&prompt.thread_id)?,
            objectives: objectives.remove(&prompt.id).unwrap_or_default(),
            prompt,
        })
    });
    Ok(found.collect())
}

async fn objectives_of(
    conn: &Conn<'_>,
    prompts: &[PromptId],
) -> Result<HashMap<PromptId, Vec<ObjectiveId>>> {
    let links = prompt_objective::Entity::find()
        .filter(prompt_objective::Column::PromptId.is_in(prompts.iter().copied()))
        .all(conn)
        .await?;
    let mut of: HashMap<PromptId, Vec<ObjectiveId>> = HashMap::new();
    for link in links {
        of.entry(link.prompt_id)
            .or_default()
            .push(link.objective_id);
    }
    Ok(of)
}

/// A prompt, with where the asker stands to it.
///
/// # Errors
/// `NotFound` when there is none that the asker may read.
pub async fn prompt_seen(conn: &Conn<'_>, actor: Actor, id: PromptId) -> Result<PromptSeen> {
    let found = readable(actor)
        .filter(prompt::Column::Id.eq(id))
        .all(conn)
        .await?;
    let found = seen(conn, actor, found).await?.pop();
    found.ok_or(Error::NotFound("prompt"))
}

/// The prompt that a conversation belongs to, if it belongs to one that the asker may read.
pub async fn prompt_of_thread(
    conn: &Conn<'_>,
    actor: Actor,
    thread: ThreadId,
) -> Result<Option<PromptSeen>> {
    let found = readable(actor)
        .filter(prompt::Column::ThreadId.eq(thread))
        .all(conn)
        .await?;
    Ok(seen(conn, actor, found).await?.pop())
}

/// Those of these prompts that the asker may read.
pub async fn prompts_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[PromptId],
) -> Result<Vec<PromptSeen>> {
    let found = readable(actor)
        .filter(prompt::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    seen(conn, actor, found).await
}

/// As `prompt_of_thread`, for many.
pub async fn prompts_seen_in(
    conn: &Conn<'_>,
    actor: Actor,
    threads: &[ThreadId],
) -> Result<Vec<PromptSeen>> {
    let found = readable(actor)
        .filter(prompt::Column::ThreadId.is_in(threads.iter().copied()))
        .all(conn)
        .await?;
    seen(conn, actor, found).await
}

/// The prompts of these threads, for whoever follows what is said.
pub async fn prompts_of_threads(conn: &Conn<'_>, threads: &[ThreadId]) -> Result<Vec<Prompt>> {
    Ok(prompt::Entity::find()
        .filter(prompt::Column::ThreadId.is_in(threads.iter().copied()))
        .all(conn)
        .await?)
}

/// As many prompts of one community are held against its objectives.
const ALL_MAX: u64 = 1_000;

/// The prompts of a community that are still asked, the oldest first.
pub(crate) async fn prompts_of_community(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<PromptSeen>> {
    let rows = readable(actor)
        .filter(prompt::Column::CommunityId.eq(community))
        .filter(prompt::Column::WithdrawnAt.is_null())
        .order_by_asc(prompt::Column::PostedAt)
        .order_by_asc(prompt::Column::Id)
        .limit(ALL_MAX)
        .all(conn)
        .await?;
    seen(conn, actor, rows).await
}

/// A page of prompts, the newest first. What was taken back is left out.
pub async fn prompts_in(
    conn: &Conn<'_>,
    actor: Actor,
    place: PromptsIn,
    (first, after): (First, Option<&str>),
) -> Result<Page<PromptSeen>> {
    let mut query = readable(actor)
        .filter(prompt::Column::WithdrawnAt.is_null())
        .order_by_desc(prompt::Column::PostedAt)
        .order_by_desc(prompt::Column::Id)
        .limit(first.and_one());
    query = match place {
        PromptsIn::Community(id) => query.filter(prompt::Column::CommunityId.eq(id)),
        PromptsIn::Session(id) => query.filter(prompt::Column::SessionId.eq(id)),
    };
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, PromptId) = keys_of(cursor)?;
        let older = Condition::any().add(prompt::Column::PostedAt.lt(at)).add(
            prompt::Column::PostedAt
                .eq(at)
                .and(prompt::Column::Id.lt(id)),
        );
        query = query.filter(older);
    }
    let found = seen(conn, actor, query.all(conn).await?).await?;
    Ok(Page::cut(found, first, |seen| {
        let prompt = &seen.prompt;
        format!("{} {}", prompt.posted_at.to_rfc3339(), prompt.id)
    }))
}

/// As many prompts are looked through for what is due.
const DUE_MAX: u64 = 50;

/// What is asked of the asker and not answered, the first to be due first. What is late for more than a
/// week is let go.
pub async fn prompts_due_for(
    conn: &Conn<'_>,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<Vec<PromptSeen>> {
    let since = still_asked(now);
    let asked = Condition::any().add(prompt::Column::DueAt.gte(since)).add(
        prompt::Column::DueAt
            .is_null()
            .and(prompt::Column::PostedAt.gte(since)),
    );
    let rows = readable(actor)
        .filter(prompt::Column::WithdrawnAt.is_null())
        .filter(asked)
        .order_by_asc(prompt::Column::DueAt)
        .limit(DUE_MAX)
        .all(conn)
        .await?;
    let mut found = seen(conn, actor, rows).await?;
    found.retain(|seen| {
        let asking = seen.prompt.asking();
        let thread = &seen.thread;
        let expected = thread
            .standing
            .is_some_and(|standing| standing.archived_at.is_none() && asking.expects(standing));
        expected && !thread.has_answered() && thread.thread.locked_at.is_none()
    });
    found.sort_by_key(|seen| (seen.prompt.due_at.is_none(), seen.prompt.due_at));
    Ok(found)
}

/// Whether an answer of a person's stands.
pub async fn has_answered(conn: &Conn<'_>, prompt: PromptId, person: PersonId) -> Result<bool> {
    let found = prompt::Entity::find_by_id(prompt).one(conn).await?;
    let prompt = found.ok_or(Error::NotFound("prompt"))?;
    let answered = channels::answered_in(conn, &[prompt.thread_id]).await?;
    Ok(answered.contains(&(prompt.thread_id, person)))
}

/// Whom a prompt is asked and who has not answered, whoever asks: for whoever may know. Nobody is waited
/// for once it is asked no longer.
///
/// # Errors
/// `NotFound` when there is no such prompt.
pub async fn who_has_not_answered(conn: &Conn<'_>, prompt: PromptId) -> Result<Vec<PersonId>> {
    let found = prompt::Entity::find_by_id(prompt).one(conn).await?;
    let prompt = found.ok_or(Error::NotFound("prompt"))?;
    if prompt.withdrawn_at.is_some() {
        return Ok(Vec::new());
    }
    let answered = channels::answered_in(conn, &[prompt.thread_id]).await?;
    let standings = communities::standings(conn, prompt.community_id).await?;
    let mut waiting_for: Vec<PersonId> = standings
        .into_iter()
        .filter(|(_, standing)| prompt.asking().expects(*standing))
        .map(|(person, _)| person)
        .filter(|person| !answered.contains(&(prompt.thread_id, *person)))
        .collect();
    waiting_for.sort_unstable();
    Ok(waiting_for)
}

pub(crate) async fn insert_prompt(
    tx: &Tx,
    _: &Permit<Ask, CommunitySeen>,
    row: Prompt,
    objectives: &[ObjectiveId],
) -> Result<()> {
    let id = row.id;
    let row: prompt::ActiveModel = row.into();
    prompt::Entity::insert(row)
        .exec_without_returning(&tx.conn())
        .await?;
    link(tx, id, objectives).await
}

async fn link(tx: &Tx, prompt: PromptId, objectives: &[ObjectiveId]) -> Result<()> {
    if objectives.is_empty() {
        return Ok(());
    }
    let rows = objectives
        .iter()
        .map(|objective| prompt_objective::ActiveModel {
            prompt_id: Set(prompt),
            objective_id: Set(*objective),
        });
    prompt_objective::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the whole row, and which objectives it serves when they are given.
pub(crate) async fn update_prompt(
    tx: &Tx,
    seen: &Permit<Change, PromptSeen>,
    row: Prompt,
    objectives: Option<&[ObjectiveId]>,
) -> Result<()> {
    let row: prompt::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    let Some(objectives) = objectives else {
        return Ok(());
    };
    prompt_objective::Entity::delete_many()
        .filter(prompt_objective::Column::PromptId.eq(seen.prompt.id))
        .exec(&tx.conn())
        .await?;
    link(tx, seen.prompt.id, objectives).await
}

/// The prompts of a session that are due by a rule, and asked still.
pub(crate) async fn ruled_prompts(conn: &Conn<'_>, session: SessionId) -> Result<Vec<Prompt>> {
    Ok(prompt::Entity::find()
        .filter(prompt::Column::SessionId.eq(session))
        .filter(prompt::Column::WithdrawnAt.is_null())
        .filter(prompt::Column::DueRule.is_not_null())
        .all(conn)
        .await?)
}

pub(crate) async fn set_prompt_due(tx: &Tx, id: PromptId, due_at: DateTime<Utc>) -> Result<()> {
    prompt::Entity::update_many()
        .col_expr(prompt::Column::DueAt, Expr::value(Some(due_at)))
        .filter(prompt::Column::Id.eq(id))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
