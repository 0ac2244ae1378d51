//! Consultations themselves.
use crate::life::{CHANGE_AWAITED, COLLEAGUE_KEPT};
use crate::policy::ConsultationSeen;
use crate::tables::{Consultation, Visibility, consultation};
use chrono::{DateTime, Utc};
use communities::{Role, join_standing, readable_by, standing_of};
use kernel::{
    Actor, CommunityId, Conn, ConsultationId, Error, First, ObjectiveId, Page, Permit, PersonId,
    Result, SessionId, Tx, keys_of, select_all_of,
};
use sea_orm::sea_query::{
    Alias, Condition, Expr, ExprTrait, NullOrdering, Order, Query, SelectStatement,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect,
};
use std::collections::HashMap;

use consultation::Column;

fn joined(actor: Actor) -> SelectStatement {
    let mut query = Query::select();
    query.from(consultation::Entity);
    select_all_of::<consultation::Entity>(&mut query, "k_");
    let community = (consultation::Entity, Column::CommunityId);
    join_standing(&mut query, actor, community);
    query.cond_where(readable_by(actor, community));
    query
}

async fn all_seen(conn: &Conn<'_>, query: &SelectStatement) -> Result<Vec<ConsultationSeen>> {
    let rows = conn.query_all(query).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.push(ConsultationSeen {
            consultation: Consultation::from_query_result(row, "k_")?,
            standing: standing_of(row)?,
        });
    }
    Ok(found)
}

/// A consultation, with where the viewer stands in its community.
///
/// # Errors
/// `NotFound` when there is none in a community of the viewer's.
pub async fn consultation_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: ConsultationId,
) -> Result<ConsultationSeen> {
    let mut query = joined(actor);
    query.and_where(Column::Id.eq(id));
    let found = all_seen(conn, &query).await?.pop();
    found.ok_or(Error::NotFound("consultation"))
}

fn own(actor: Actor) -> Condition {
    Condition::all().add(Column::PersonId.eq(actor.person()))
}

/// Those of others that the viewer may read: the scope of what is shared.
fn shared() -> Condition {
    let role = Expr::col((Alias::new("standing"), Alias::new("role")));
    let leads = Condition::all()
        .add(Column::Visibility.eq(Visibility::Facilitators))
        .add(role.eq(Role::Facilitator));
    Condition::all()
        .add(Column::ConcludedAt.is_not_null())
        .add(Column::WithdrawnAt.is_null())
        .add(
            Condition::any()
                .add(Column::Visibility.eq(Visibility::Cohort))
                .add(leads),
        )
}

async fn page(
    conn: &Conn<'_>,
    mut query: SelectStatement,
    (first, after): (First, Option<&str>),
) -> Result<Page<ConsultationSeen>> {
    query
        .order_by((consultation::Entity, Column::StartedAt), Order::Desc)
        .order_by((consultation::Entity, Column::Id), Order::Desc)
        .limit(first.and_one());
    if let Some(cursor) = after {
        let (at, id): (DateTime<Utc>, ConsultationId) = keys_of(cursor)?;
        let same = Column::StartedAt.eq(at).and(Column::Id.lt(id));
        let older = Condition::any().add(Column::StartedAt.lt(at)).add(same);
        query.cond_where(older);
    }
    let found = all_seen(conn, &query).await?;
    Ok(Page::cut(found, first, |seen| {
        let row = &seen.consultation;
        format!("{} {}", row.started_at.to_rfc3339(), row.id)
    }))
}

/// The viewer's own, in all their communities, the newest first.
pub async fn consultations_of(
    conn: &Conn<'_>,
    actor: Actor,
    at: (First, Option<&str>),
) -> Result<Page<ConsultationSeen>> {
    let mut query = joined(actor);
    query.cond_where(own(actor));
    page(conn, query, at).await
}

/// The viewer's own in a community, and those of others that are shared with them, the newest first.
pub async fn consultations_in(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
    at: (First, Option<&str>),
) -> Result<Page<ConsultationSeen>> {
    let mut query = joined(actor);
    query
        .and_where(Column::CommunityId.eq(community))
        .cond_where(Condition::any().add(own(actor)).add(shared()));
    page(conn, query, at).await
}

/// As many wait for one person at once.
const DUE_MAX: u64 = 20;

/// What waits for the viewer, the first to be due first: to choose a colleague, or another; to write
/// what changes; and, as the colleague, to confirm.
pub async fn consultations_due_for(
    conn: &Conn<'_>,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<Vec<ConsultationSeen>> {
    let mine = own(actor).add(Column::ConcludedAt.is_null()).add(
        Condition::any()
            .add(Column::AskedAt.is_null())
            .add(Column::ConfirmedAt.is_not_null())
            .add(Column::DeclinedAt.is_not_null())
            .add(Column::ExpiresAt.lte(now)),
    );
    let asked = Condition::all()
        .add(Column::ColleagueId.eq(actor.person()))
        .add(Column::AskedAt.is_not_null())
        .add(Column::ExpiresAt.gt(now))
        .add(Column::ConfirmedAt.is_null())
        .add(Column::DeclinedAt.is_null());
    let place = Expr::col((Alias::new("standing_place"), Alias::new("archived_at")));
    let mut query = joined(actor);
    query
        .and_where(Column::WithdrawnAt.is_null())
        .and_where(place.is_null())
        .cond_where(Condition::any().add(mine).add(asked))
        .order_by_with_nulls(
            (consultation::Entity, Column::DueAt),
            Order::Asc,
            NullOrdering::Last,
        )
        .order_by((consultation::Entity, Column::Id), Order::Asc)
        .limit(DUE_MAX);
    all_seen(conn, &query).await
}

/// How many consultations about one objective stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountsOfObjective {
    /// Nobody was asked yet.
    pub assigned: usize,
    /// Somebody was asked, whatever came of it.
    pub asked: usize,
    pub confirmed: usize,
    pub concluded: usize,
}

type Moment = Option<DateTime<Utc>>;

/// Counts alone, for whoever leads: no names, and no words. What was taken back is left out.
pub async fn counts_in(
    conn: &Conn<'_>,
    (community, session): (CommunityId, Option<SessionId>),
) -> Result<HashMap<Option<ObjectiveId>, CountsOfObjective>> {
    let mut query = consultation::Entity::find()
        .select_only()
        .columns([
            Column::ObjectiveId,
            Column::AskedAt,
            Column::ConfirmedAt,
            Column::ConcludedAt,
        ])
        .filter(Column::CommunityId.eq(community))
        .filter(Column::WithdrawnAt.is_null());
    if let Some(session) = session {
        query = query.filter(Column::SessionId.eq(session));
    }
    let rows: Vec<(Option<ObjectiveId>, Moment, Moment, Moment)> =
        query.into_tuple().all(conn).await?;
    let mut of: HashMap<Option<ObjectiveId>, CountsOfObjective> = HashMap::new();
    for (objective, asked, confirmed, concluded) in rows {
        let counts = of.entry(objective).or_default();
        counts.assigned += usize::from(asked.is_none());
        counts.asked += usize::from(asked.is_some());
        counts.confirmed += usize::from(confirmed.is_some());
        counts.concluded += usize::from(concluded.is_some());
    }
    Ok(of)
}

/// What somebody began with this word of their client's.
pub(crate) async fn twin_of(
    conn: &Conn<'_>,
    person: PersonId,
    nonce: &str,
) -> Result<Option<Consultation>> {
    Ok(consultation::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::Nonce.eq(nonce))
        .one(conn)
        .await?)
}

pub(crate) async fn insert<Action, Subject>(
    tx: &Tx,
    leave: &Permit<Action, Subject>,
    row: Consultation,
) -> Result<()> {
    insert_many(tx, leave, vec![row]).await
}

/// Those that are there already, by their word, stay as they are.
pub(crate) async fn insert_many<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    rows: Vec<Consultation>,
) -> Result<()> {
    const AT_ONCE: usize = 500;
    for rows in rows.chunks(AT_ONCE) {
        let rows = rows.iter().cloned().map(consultation::ActiveModel::from);
        consultation::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Writes the whole row.
pub(crate) async fn update<Action, Subject>(
    tx: &Tx,
    _: &Permit<Action, Subject>,
    row: Consultation,
) -> Result<()> {
    let row: consultation::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

/// As many are told of in one go.
const HANDFUL: u64 = 100;

/// What nobody answered in time, and nobody was told of yet.
pub(crate) async fn expiring(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<Consultation>> {
    Ok(consultation::Entity::find()
        .filter(Column::ExpiresAt.lte(now))
        .filter(Column::ExpiredAt.is_null())
        .filter(Column::ConfirmedAt.is_null())
        .filter(Column::DeclinedAt.is_null())
        .filter(Column::WithdrawnAt.is_null())
        .order_by_asc(Column::ExpiresAt)
        .limit(HANDFUL)
        .all(conn)
        .await?)
}

/// What ended so long ago that the colleague is forgotten.
pub(crate) async fn forgettable(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<Consultation>> {
    let long_ago = now - COLLEAGUE_KEPT;
    let unanswered = Condition::all()
        .add(Column::ConfirmedAt.is_null())
        .add(Column::ExpiresAt.lte(long_ago));
    let never_concluded = Condition::all()
        .add(Column::ConcludedAt.is_null())
        .add(Column::ConfirmedAt.lte(long_ago - CHANGE_AWAITED));
    let ended = Condition::any()
        .add(Column::ConcludedAt.lte(long_ago))
        .add(Column::WithdrawnAt.lte(long_ago))
        .add(Column::DeclinedAt.lte(long_ago))
        .add(unanswered)
        .add(never_concluded);
    let known = Condition::any()
        .add(Column::ColleagueName.is_not_null())
        .add(Column::Line.is_not_null());
    Ok(consultation::Entity::find()
        .filter(known)
        .filter(ended)
        .limit(HANDFUL)
        .all(conn)
        .await?)
}
