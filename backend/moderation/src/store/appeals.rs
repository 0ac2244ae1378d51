//! Who asks that a decision is looked at again.
use crate::policy::{Answer, AppealSeen};
use crate::tables::appeal::{self, Column};
use crate::tables::{act, item};
use crate::{Act, Appeal};
use chrono::{DateTime, Utc};
use communities::{Role, community_seen, standings};
use kernel::{
    Actor, AppealId, Conn, Error, ModerationActId, ModerationItemId, MuteId, Permit, PersonId,
    PostId, Result, Tx,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

/// An appeal, with the asker's place in its community and who decided what it is against.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn appeal_seen(conn: &Conn<'_>, actor: Actor, id: AppealId) -> Result<AppealSeen> {
    let found = appeal::Entity::find_by_id(id).one(conn).await?;
    let appeal = found.ok_or(Error::NotFound("appeal"))?;
    let community = community_seen(conn, actor, appeal.community_id).await?;
    let decided_by = match (appeal.act_id, appeal.mute_id) {
        (Some(act), _) => act_by_id(conn, act).await?.and_then(|act| act.by_id),
        (None, Some(mute)) => communities::mute_by_id(conn, mute)
            .await?
            .and_then(|mute| mute.by_id),
        (None, None) => None,
    };
    let everybody = standings(conn, appeal.community_id).await?;
    let moderates = |role| matches!(role, Role::Moderator | Role::Facilitator);
    let moderators = everybody.values().filter(|it| moderates(it.role)).count();
    Ok(AppealSeen {
        appeal,
        community,
        decided_by,
        moderators,
    })
}

pub(crate) async fn act_by_id(conn: &Conn<'_>, id: ModerationActId) -> Result<Option<Act>> {
    Ok(act::Entity::find_by_id(id).one(conn).await?)
}

/// These decisions, for whoever may know them.
pub async fn acts_by_ids(conn: &Conn<'_>, ids: &[ModerationActId]) -> Result<Vec<Act>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(act::Entity::find()
        .filter(act::Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?)
}

/// Notes that a decision was taken back.
pub(crate) async fn set_undone(tx: &Tx, id: ModerationActId, by: Actor) -> Result<()> {
    let row = act::ActiveModel {
        id: Set(id),
        undone_at: Set(Some(tx.now())),
        undone_by: Set(by.person()),
        ..Default::default()
    };
    row.update(&tx.conn()).await?;
    Ok(())
}

/// The appeal of a person against a decision or a mute, answered or not.
pub(crate) async fn appeal_against(
    conn: &Conn<'_>,
    person: PersonId,
    (act, mute): (Option<ModerationActId>, Option<MuteId>),
) -> Result<Option<Appeal>> {
    let mut query = appeal::Entity::find().filter(Column::PersonId.eq(person));
    query = match (act, mute) {
        (Some(act), _) => query.filter(Column::ActId.eq(act)),
        (None, mute) => query.filter(Column::MuteId.eq(mute)),
    };
    Ok(query.one(conn).await?)
}

/// The appeals against what was decided about these items and against these mutes, the latest first.
pub async fn appeals_about(
    conn: &Conn<'_>,
    items: &[ModerationItemId],
    mutes: &[MuteId],
) -> Result<Vec<Appeal>> {
    if items.is_empty() && mutes.is_empty() {
        return Ok(Vec::new());
    }
    let about = Condition::any()
        .add(Column::ItemId.is_in(items.iter().copied()))
        .add(Column::MuteId.is_in(mutes.iter().copied()));
    Ok(appeal::Entity::find()
        .filter(about)
        .order_by_desc(Column::CreatedAt)
        .all(conn)
        .await?)
}

/// Since when an appeal about each of these posts waits for an answer.
pub(crate) async fn appealed_since(
    conn: &Conn<'_>,
    posts: &[PostId],
) -> Result<HashMap<PostId, DateTime<Utc>>> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let items: Vec<(ModerationItemId, PostId)> = item::Entity::find()
        .select_only()
        .columns([item::Column::Id, item::Column::PostId])
        .filter(item::Column::PostId.is_in(posts.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let of: HashMap<ModerationItemId, PostId> = items.into_iter().collect();
    let ids: Vec<ModerationItemId> = of.keys().copied().collect();
    let appeals = appeals_about(conn, &ids, &[]).await?;
    let mut since = HashMap::new();
    for appeal in appeals.iter().filter(|appeal| appeal.answered_at.is_none()) {
        if let Some(post) = appeal.item_id.and_then(|item| of.get(&item)) {
            since.insert(*post, appeal.created_at); // the earliest comes last
        }
    }
    Ok(since)
}

pub(crate) async fn insert_appeal(tx: &Tx, row: Appeal) -> Result<()> {
    appeal::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

pub(crate) async fn set_answered(
    tx: &Tx,
    seen: &Permit<Answer, AppealSeen>,
    (upheld, answer): (bool, String),
) -> Result<Appeal> {
    let row = appeal::ActiveModel {
        id: Set(seen.appeal.id),
        answer: Set(Some(answer)),
        answered_at: Set(Some(tx.now())),
        answered_by: Set(seen.actor().person()),
        upheld: Set(Some(upheld)),
        ..Default::default()
    };
    Ok(row.update(&tx.conn()).await?)
}
