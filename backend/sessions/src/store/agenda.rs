//! What happens in a session: its objectives, its agenda, its materials.
use crate::tables::{material, segment, segment_objective, session_objective};
use crate::{Material, Segment};
use kernel::{Conn, Error, MaterialId, ObjectiveId, Result, SessionId, SessionPartId, Tx};
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};
use std::collections::HashMap;

/// A segment of an agenda, and which objectives it serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentSeen {
    pub segment: Segment,
    pub objectives: Vec<ObjectiveId>,
}

/// The agenda of a session, in its order.
pub async fn agenda_of(conn: &Conn<'_>, session: SessionId) -> Result<Vec<SegmentSeen>> {
    let mut of = agendas_of(conn, &[session]).await?;
    Ok(of.remove(&session).unwrap_or_default())
}

/// The agenda of each of these sessions, in its order.
pub async fn agendas_of(
    conn: &Conn<'_>,
    sessions: &[SessionId],
) -> Result<HashMap<SessionId, Vec<SegmentSeen>>> {
    let segments = segment::Entity::find()
        .filter(segment::Column::SessionId.is_in(sessions.iter().copied()))
        .order_by_asc(segment::Column::Position)
        .all(conn)
        .await?;
    let links = segment_objective::Entity::find()
        .filter(segment_objective::Column::SegmentId.in_subquery(segments_of(sessions)))
        .all(conn)
        .await?;
    let mut served: HashMap<_, Vec<ObjectiveId>> = HashMap::new();
    for link in links {
        let objectives = served.entry(link.segment_id).or_default();
        objectives.push(link.objective_id);
    }
    let mut of: HashMap<SessionId, Vec<SegmentSeen>> = HashMap::new();
    for segment in segments {
        let objectives = served.remove(&segment.id).unwrap_or_default();
        let agenda = of.entry(segment.session_id).or_default();
        agenda.push(SegmentSeen {
            segment,
            objectives,
        });
    }
    Ok(of)
}

fn segments_of(sessions: &[SessionId]) -> SelectStatement {
    Query::select()
        .column(segment::Column::Id)
        .from(segment::Entity)
        .and_where(segment::Column::SessionId.is_in(sessions.iter().copied()))
        .to_owned()
}

/// Which objectives each of these sessions has.
pub async fn objective_ids_of(
    conn: &Conn<'_>,
    sessions: &[SessionId],
) -> Result<HashMap<SessionId, Vec<ObjectiveId>>> {
    let links = session_objective::Entity::find()
        .filter(session_objective::Column::SessionId.is_in(sessions.iter().copied()))
        .all(conn)
        .await?;
    let mut of: HashMap<SessionId, Vec<ObjectiveId>> = HashMap::new();
    for link in links {
        of.entry(link.session_id)
            .or_default()
            .push(link.objective_id);
    }
    Ok(of)
}

/// What belongs to a session to read or to use, in its order; who sees which is `Material::is_shown`.
pub async fn materials_of(conn: &Conn<'_>, session: SessionId) -> Result<Vec<Material>> {
    Ok(material::Entity::find()
        .filter(material::Column::SessionId.eq(session))
        .order_by_asc(material::Column::Position)
        .all(conn)
        .await?)
}

pub(crate) async fn material_by_id(conn: &Conn<'_>, id: MaterialId) -> Result<Material> {
    let found = material::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("material"))
}

pub(crate) async fn insert_material(tx: &Tx, row: Material) -> Result<Material> {
    let row: material::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_material(tx: &Tx, row: Material) -> Result<Material> {
    let row: material::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn delete_material(tx: &Tx, id: MaterialId) -> Result<()> {
    material::Entity::delete_by_id(id).exec(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn replace_session_objectives(
    tx: &Tx,
    session: SessionId,
    objectives: &[ObjectiveId],
) -> Result<()> {
    session_objective::Entity::delete_many()
        .filter(session_objective::Column::SessionId.eq(session))
        .exec(&tx.conn())
        .await?;
    if objectives.is_empty() {
        return Ok(());
    }
    let rows = objectives
        .iter()
        .map(|objective| session_objective::ActiveModel {
            session_id: Set(session),
            objective_id: Set(*objective),
        });
    session_objective::Entity::insert_many(rows)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// Writes the whole agenda: what stood there before goes.
pub(crate) async fn replace_agenda(
    tx: &Tx,
    session: SessionId,
    agenda: Vec<SegmentSeen>,
) -> Result<()> {
    segment_objective::Entity::delete_many()
        .filter(segment_objective::Column::SegmentId.in_subquery(segments_of(&[session])))
        .exec(&tx.conn())
        .await?;
    segment::Entity::delete_many()
        .filter(segment::Column::SessionId.eq(session))
        .exec(&tx.conn())
        .await?;
    let links: Vec<_> = agenda
        .iter()
        .flat_map(|seen| {
            let segment = seen.segment.id;
            seen.objectives
                .iter()
                .map(move |objective| segment_objective::ActiveModel {
                    segment_id: Set(segment),
                    objective_id: Set(*objective),
                })
        })
        .collect();
    let segments: Vec<_> = agenda
        .into_iter()
        .map(|seen| segment::ActiveModel::from(seen.segment))
        .collect();
    if !segments.is_empty() {
        segment::Entity::insert_many(segments)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    if !links.is_empty() {
        segment_objective::Entity::insert_many(links)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

/// Gives what was planned for a part to another one.
pub(crate) async fn move_segments(tx: &Tx, from: SessionPartId, to: SessionPartId) -> Result<()> {
    segment::Entity::update_many()
        .col_expr(segment::Column::PartId, Expr::value(to))
        .filter(segment::Column::PartId.eq(from))
        .exec(&tx.conn())
        .await?;
    Ok(())
}
