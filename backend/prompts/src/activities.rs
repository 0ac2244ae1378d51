//! What is asked and what is to be done, as activities for objectives.
use crate::store;
use kernel::{Actor, CommunityId, Conn, Result};
use sessions::{Activity, ActivityKind};

/// The prompts and the pre-work of a community. What was taken back is left out.
pub async fn activities_of(conn: &Conn<'_>, community: CommunityId) -> Result<Vec<Activity>> {
    let prompts = store::prompts_of_community(conn, Actor::System, community).await?;
    let prompts = prompts.into_iter().map(|seen| Activity {
        kind: ActivityKind::Prompt,
        id: seen.prompt.id.to_string(),
        title: seen.thread.thread.title.clone(),
        objectives: seen.objectives,
    });
    let pre_work = store::pre_work_of_community(conn, Actor::System, community).await?;
    let pre_work = pre_work.into_iter().map(|seen| Activity {
        kind: ActivityKind::PreWork,
        id: seen.item.id.to_string(),
        title: seen.item.title,
        objectives: seen.objectives,
    });
    Ok(prompts.chain(pre_work).collect())
}
