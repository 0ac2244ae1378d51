use crate::Plan;
use crate::policy::{Arrange, PlanSeen};
use crate::tables::plan::{self, Column};
use chrono::{DateTime, Utc};
use communities::{CommunitySeen, join_standing, standing_of};
use kernel::{Actor, CommunityId, Conn, Error, PairingPlanId, Permit, Result, Tx, select_all_of};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

/// The plan of a community, if rounds begin by themselves there.
pub async fn plan_of(conn: &Conn<'_>, community: CommunityId) -> Result<Option<Plan>> {
    Ok(plan::Entity::find()
        .filter(Column::CommunityId.eq(community))
        .one(conn)
        .await?)
}

/// A plan, with where the asker stands.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn plan_seen(conn: &Conn<'_>, actor: Actor, id: PairingPlanId) -> Result<PlanSeen> {
    let mut query = Query::select();
    query.from(plan::Entity);
    select_all_of::<plan::Entity>(&mut query, "l_");
    join_standing(&mut query, actor, (plan::Entity, Column::CommunityId));
    query.and_where(Expr::col((plan::Entity, Column::Id)).eq(id));
    let row = conn.query_one(&query).await?;
    let row = row.ok_or(Error::NotFound("plan"))?;
    Ok(PlanSeen {
        plan: Plan::from_query_result(&row, "l_")?,
        standing: standing_of(&row)?,
    })
}

/// Plans of which a round is to begin.
pub(crate) async fn due_plans(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Vec<PairingPlanId>> {
    Ok(plan::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::NextAt.lte(now))
        .order_by_asc(Column::NextAt)
        .into_tuple()
        .all(conn)
        .await?)
}

/// Plans rounds, in the place of what was planned.
pub(crate) async fn put_plan(
    tx: &Tx,
    seen: &Permit<Arrange, CommunitySeen>,
    row: Plan,
) -> Result<Plan> {
    let community_id = seen.community.id;
    plan::Entity::delete_many()
        .filter(Column::CommunityId.eq(community_id))
        .exec(&tx.conn())
        .await?;
    let row = Plan {
        community_id,
        ..row
    };
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_plan(tx: &Tx, _: &Permit<Arrange, PlanSeen>, row: Plan) -> Result<()> {
    let row: plan::ActiveModel = row.into();
    row.reset_all().update(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn delete_plan(tx: &Tx, seen: &Permit<Arrange, PlanSeen>) -> Result<()> {
    plan::Entity::delete_by_id(seen.plan.id)
        .exec(&tx.conn())
        .await?;
    Ok(())
}
