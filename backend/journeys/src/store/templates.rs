//! Templates.
use crate::tables::journey_template::{self, Column};
use crate::{JourneyTemplate, Look, Owner, Steer, TemplateSeen};
use communities::community_seen;
use kernel::{Actor, CommunityId, Conn, Error, Permit, Policy, ProgramId, Result, TemplateId, Tx};
use sea_orm::sea_query::Condition;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use sessions::{deliveries_of, delivery_of, program_seen, version_seen, versions_of};

/// More templates than a program or a community has.
const TEMPLATES_MAX: u64 = 200;

/// A template, and whose it is.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may see it is for the policy to say.
pub async fn template_seen(conn: &Conn<'_>, actor: Actor, id: TemplateId) -> Result<TemplateSeen> {
    let template = template_by_id(conn, id).await?;
    let owner = owner_of(conn, actor, &template).await?;
    Ok(TemplateSeen { template, owner })
}

pub(crate) async fn template_by_id(conn: &Conn<'_>, id: TemplateId) -> Result<JourneyTemplate> {
    let found = journey_template::Entity::find_by_id(id).one(conn).await?;
    found.ok_or(Error::NotFound("template"))
}

/// The communities in which a template can be applied: its own, or those that run its program.
pub(crate) async fn communities_of(
    conn: &Conn<'_>,
    template: &JourneyTemplate,
) -> Result<Vec<CommunityId>> {
    let Some(program) = template.program_id else {
        return Ok(template.community_id.into_iter().collect());
    };
    let mut communities = Vec::new();
    for version in versions_of(conn, program).await? {
        let deliveries = deliveries_of(conn, Actor::System, version.id).await?;
        communities.extend(deliveries.into_iter().map(|it| it.community_id));
    }
    Ok(communities)
}

async fn owner_of(conn: &Conn<'_>, actor: Actor, template: &JourneyTemplate) -> Result<Owner> {
    match (template.program_id, template.community_id) {
        (Some(program), _) => Ok(Owner::Program(program_seen(conn, actor, program).await?)),
        (None, Some(community)) => {
            let seen = community_seen(conn, actor, community).await?;
            Ok(Owner::Community(seen))
        }
        (None, None) => Err(Error::internal("a template belongs to nobody")),
    }
}

/// The templates that can be applied in a community: its own, and those of the program it runs.
pub async fn templates_of_community(
    conn: &Conn<'_>,
    actor: Actor,
    community: CommunityId,
) -> Result<Vec<TemplateSeen>> {
    let mut whose = Condition::any().add(Column::CommunityId.eq(community));
    if let Some(program) = program_of(conn, community).await? {
        whose = whose.add(Column::ProgramId.eq(program));
    }
    visible(conn, actor, whose).await
}

pub async fn templates_of_program(
    conn: &Conn<'_>,
    actor: Actor,
    program: ProgramId,
) -> Result<Vec<TemplateSeen>> {
    let whose = Condition::all().add(Column::ProgramId.eq(program));
    visible(conn, actor, whose).await
}

async fn visible(conn: &Conn<'_>, actor: Actor, whose: Condition) -> Result<Vec<TemplateSeen>> {
    let found = journey_template::Entity::find()
        .filter(whose)
        .filter(Column::ArchivedAt.is_null())
        .order_by_asc(Column::Name)
        .limit(TEMPLATES_MAX)
        .all(conn)
        .await?;
    let mut seen: Vec<TemplateSeen> = Vec::with_capacity(found.len());
    for template in found {
        let known = seen.iter().find(|known| {
            (known.template.program_id, known.template.community_id)
                == (template.program_id, template.community_id)
        });
        let owner = match known {
            Some(known) => known.owner.clone(),
            None => owner_of(conn, actor, &template).await?,
        };
        if Policy::<Look>::verdict(&owner, &actor).allows() {
            seen.push(TemplateSeen { template, owner });
        }
    }
    Ok(seen)
}

/// The program that a community runs.
pub(crate) async fn program_of(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<Option<ProgramId>> {
    let Some(delivery) = delivery_of(conn, community).await? else {
        return Ok(None);
    };
    let version = version_seen(conn, Actor::System, delivery.version_id).await?;
    Ok(Some(version.version.program_id))
}

pub(crate) async fn insert_template(
    tx: &Tx,
    owner: &Permit<Steer, Owner>,
    row: JourneyTemplate,
) -> Result<JourneyTemplate> {
    let (program_id, community_id) = match &**owner {
        Owner::Program(seen) => (Some(seen.program.id), None),
        Owner::Community(seen) => (None, Some(seen.community.id)),
    };
    let row = JourneyTemplate {
        program_id,
        community_id,
        ..row
    };
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_template(
    tx: &Tx,
    seen: &Permit<Steer, TemplateSeen>,
    changed: JourneyTemplate,
) -> Result<JourneyTemplate> {
    let row = JourneyTemplate {
        id: seen.template.id,
        updated_at: tx.now(),
        ..changed
    };
    let row = row.into_active_model().reset_all();
    Ok(row.update(&tx.conn()).await?)
}
