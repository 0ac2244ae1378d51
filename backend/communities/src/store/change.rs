//! Writing communities and memberships.
use crate::policy::Found;
use crate::tables::{community, membership};
use crate::{Community, Membership, Provenance, Role};
use kernel::{CommunityId, Conn, Error, MembershipId, Permit, PersonId, Result, Tx};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter,
    QuerySelect,
};
use std::collections::{HashMap, HashSet};

/// Somebody who comes in.
#[derive(Clone, Copy, Debug)]
pub struct NewMember {
    pub community: CommunityId,
    pub person: PersonId,
    pub role: Role,
    pub provenance: Provenance,
    /// Who gave them the role; nobody where no person did.
    pub granted_by: Option<PersonId>,
}

/// Leave to found is had of the organisation, or of the cohort whose next run it is.
pub(crate) async fn insert_community<From>(
    tx: &Tx,
    _: &Permit<Found, From>,
    row: Community,
) -> Result<Community> {
    let row: community::ActiveModel = row.into();
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_community(tx: &Tx, row: Community) -> Result<Community> {
    let row: community::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn insert_membership(tx: &Tx, member: NewMember) -> Result<Membership> {
    let muted = super::standing_mute(&tx.conn(), member.community, member.person).await?;
    let row = membership::ActiveModel {
        id: Set(tx.id()),
        community_id: Set(member.community),
        person_id: Set(member.person),
        role: Set(member.role),
        provenance: Set(member.provenance),
        joined_at: Set(tx.now()),
        norms_acknowledged_at: Set(None),
        former_role: Set(None),
        muted_until: Set(muted.map(|mute| mute.until)),
        granted_by_id: Set(member.granted_by),
    };
    Ok(row.insert(&tx.conn()).await?)
}

pub(crate) async fn update_membership(tx: &Tx, row: Membership) -> Result<Membership> {
    let row: membership::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}

pub(crate) async fn delete_membership(tx: &Tx, id: MembershipId) -> Result<()> {
    membership::Entity::delete_by_id(id)
        .exec(&tx.conn())
        .await?;
    Ok(())
}

/// How many rows one statement writes.
const AT_ONCE: usize = 500;

pub(crate) async fn insert_memberships(tx: &Tx, rows: &[Membership]) -> Result<()> {
    for some in rows.chunks(AT_ONCE) {
        let rows = some.iter().cloned().map(membership::ActiveModel::from);
        membership::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

pub(crate) async fn set_roles(
    tx: &Tx,
    roles: &[(Membership, Role)],
    by: Option<PersonId>,
) -> Result<()> {
    let mut by_role: HashMap<Role, Vec<MembershipId>> = HashMap::new();
    for (member, role) in roles {
        by_role.entry(*role).or_default().push(member.id);
    }
    for (role, members) in by_role {
        for some in members.chunks(AT_ONCE) {
            let changed = membership::ActiveModel {
                role: Set(role),
                former_role: Set(None),
                granted_by_id: Set(by),
                ..Default::default()
            };
            membership::Entity::update_many()
                .set(changed)
                .filter(membership::Column::Id.is_in(some.iter().copied()))
                .exec(&tx.conn())
                .await?;
        }
    }
    Ok(())
}

pub(crate) async fn delete_memberships(tx: &Tx, rows: &[Membership]) -> Result<()> {
    for some in rows.chunks(AT_ONCE) {
        membership::Entity::delete_many()
            .filter(membership::Column::Id.is_in(some.iter().map(|row| row.id)))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}

/// A slug like `wanted` that no community has: itself, or with the next free number.
pub(crate) async fn free_slug(conn: &Conn<'_>, wanted: &str) -> Result<String> {
    let alike: Vec<String> = community::Entity::find()
        .select_only()
        .column(community::Column::Slug)
        .filter(
            community::Column::Slug
                .eq(wanted)
                .or(community::Column::Slug.starts_with(format!("{wanted}-"))),
        )
        .into_tuple()
        .all(conn)
        .await?;
    let taken: HashSet<String> = alike.into_iter().collect();
    std::iter::once(wanted.to_owned())
        .chain((2..).map(|number| format!("{wanted}-{number}")))
        .find(|slug| !taken.contains(slug))
        .ok_or_else(|| Error::internal("there is no free slug"))
}
