//! The log of what moderators did.
use crate::policy::{Audit, ReadSuspensions, WholeLog};
use crate::tables::act::{self, Column};
use crate::{Act, ActKind, Acted, Undo};
use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, Oversee};
use kernel::{
    Actor, CommunityId, Conn, Fact, First, ModerationActId, ModerationItemId, Organisation, Page,
    Permit, PersonId, PostId, Result, ThreadId, Tx, keys_of,
};
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::{Condition, IntoCondition, OnConflict};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

/// Something that was done, as it is written into the log.
#[derive(Clone, Debug)]
pub(crate) struct NewAct {
    pub community: Option<CommunityId>,
    pub kind: ActKind,
    pub item: Option<ModerationItemId>,
    pub thread: Option<ThreadId>,
    pub post: Option<PostId>,
    pub person: Option<PersonId>,
    pub reason: Option<String>,
    pub undo: Option<Undo>,
}

impl NewAct {
    /// One that concerns nothing yet.
    pub fn of(kind: ActKind, community: Option<CommunityId>) -> Self {
        Self {
            community,
            kind,
            item: None,
            thread: None,
            post: None,
            person: None,
            reason: None,
            undo: None,
        }
    }
}

pub(crate) async fn insert_act(tx: &Tx, actor: Actor, new: NewAct) -> Result<ModerationActId> {
    let row = row_of(new, (tx.id(), tx.now(), actor.person()));
    let id = row.id;
    act::Entity::insert(row.into_active_model())
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(id)
}

/// As `insert_act`, and tells of it: for what nobody else tells.
pub(crate) async fn insert_told_act(tx: &Tx, actor: Actor, new: NewAct) -> Result<ModerationActId> {
    let fact = Acted {
        community: new.community,
        act: new.kind,
        item: new.item,
        thread: new.thread,
        post: new.post,
        person: new.person,
        reason: new.reason.clone(),
        undone: false,
    };
    tx.emit(actor, &fact).await?;
    insert_act(tx, actor, new).await
}

/// Writes down what a fact tells, once however often it is heard.
pub(crate) async fn insert_act_of(tx: &Tx, fact: &Fact, new: NewAct) -> Result<()> {
    let id = ModerationActId::from(Uuid::from(fact.id));
    let row = row_of(new, (id, fact.happened_at, fact.actor));
    let known = OnConflict::column(Column::Id).do_nothing().to_owned();
    act::Entity::insert(row.into_active_model())
        .on_conflict(known)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

fn row_of(new: NewAct, (id, at, by): (ModerationActId, DateTime<Utc>, Option<PersonId>)) -> Act {
    Act {
        id,
        community_id: new.community,
        at,
        by_id: by,
        kind: new.kind,
        item_id: new.item,
        thread_id: new.thread,
        post_id: new.post,
        person_id: new.person,
        reason: new.reason,
        undo: new.undo,
        undone_at: None,
        undone_by: None,
    }
}

/// A page of what was done in a community, the latest first.
pub async fn acts_page(
    conn: &Conn<'_>,
    seen: &Permit<Oversee, CommunitySeen>,
    page: (First, Option<&str>),
) -> Result<Page<Act>> {
    latest(conn, Column::CommunityId.eq(seen.community.id), page).await
}

/// What of the log is looked at; nothing given is everything.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AuditFilter {
    /// What this person did, or what was done to them.
    pub person: Option<PersonId>,
    /// Only things of these kinds.
    pub kinds: Option<Vec<ActKind>>,
    /// From this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub until: Option<DateTime<Utc>>,
}

impl AuditFilter {
    fn condition(&self) -> Condition {
        let person = |id: PersonId| {
            Condition::any()
                .add(Column::ById.eq(id))
                .add(Column::PersonId.eq(id))
        };
        Condition::all()
            .add_option(self.person.map(person))
            .add_option(self.kinds.as_ref().map(|it| Column::Kind.is_in(it.clone())))
            .add_option(self.from.map(|from| Column::At.gte(from)))
            .add_option(self.until.map(|until| Column::At.lt(until)))
    }
}

/// A page of what was done in the whole organisation, the latest first.
pub async fn audit_page(
    conn: &Conn<'_>,
    _: &Permit<Audit, WholeLog>,
    filter: &AuditFilter,
    page: (First, Option<&str>),
) -> Result<Page<Act>> {
    latest(conn, filter.condition(), page).await
}

/// More people are not offered for looking at what one of them did.
const ACTORS_MAX: u64 = 500;

/// Who did anything that stands in the log.
pub async fn people_of_log(conn: &Conn<'_>, _: &Permit<Audit, WholeLog>) -> Result<Vec<PersonId>> {
    let people: Vec<PersonId> = act::Entity::find()
        .select_only()
        .column(Column::ById)
        .filter(Column::ById.is_not_null())
        .distinct()
        .limit(ACTORS_MAX)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(people)
}

/// A page of who was kept out of the organisation and let in again, the latest first.
pub async fn suspensions_page(
    conn: &Conn<'_>,
    _: &Permit<ReadSuspensions, Organisation>,
    page: (First, Option<&str>),
) -> Result<Page<Act>> {
    let kinds = [ActKind::Suspended, ActKind::Restored];
    latest(conn, Column::Kind.is_in(kinds), page).await
}

async fn latest(
    conn: &Conn<'_>,
    which: impl IntoCondition,
    (first, after): (First, Option<&str>),
) -> Result<Page<Act>> {
    let mut query = act::Entity::find()
        .filter(which.into_condition())
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, ModerationActId) = keys_of(cursor)?;
        let older = Condition::any()
            .add(Column::At.lt(at))
            .add(Column::At.eq(at).and(Column::Id.lt(id)));
        query = query.filter(older);
    }
    Ok(Page::cut(query.all(conn).await?, first, |act| {
        format!("{} {}", act.at.to_rfc3339(), act.id)
    }))
}
