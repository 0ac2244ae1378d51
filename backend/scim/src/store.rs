//! Every query on what a directory keeps.
use crate::policy::Provision;
use crate::tables::{GroupRow, PersonRow, group, member, person};
use kernel::{Conn, Organisation, Permit, PersonId, Result, ScimGroupId, Tx};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};
use std::collections::HashMap;

/// How many values one statement asks for or writes.
const AT_ONCE: usize = 200;

type Leave = Permit<Provision, Organisation>;

pub(crate) async fn person_row(conn: &Conn<'_>, id: PersonId) -> Result<Option<PersonRow>> {
    Ok(person::Entity::find_by_id(id).one(conn).await?)
}

/// `name` in lower case.
pub(crate) async fn by_user_name(conn: &Conn<'_>, name: &str) -> Result<Option<PersonRow>> {
    Ok(person::Entity::find()
        .filter(person::Column::UserName.eq(name))
        .one(conn)
        .await?)
}

pub(crate) async fn by_external_id(conn: &Conn<'_>, id: &str) -> Result<Option<PersonRow>> {
    Ok(person::Entity::find()
        .filter(person::Column::ExternalId.eq(id))
        .one(conn)
        .await?)
}

pub(crate) async fn people_count(conn: &Conn<'_>) -> Result<u64> {
    Ok(person::Entity::find().count(conn).await?)
}

/// A stretch of all people, in an order that stays.
pub(crate) async fn people_among(
    conn: &Conn<'_>,
    (offset, limit): (u64, u64),
) -> Result<Vec<PersonRow>> {
    Ok(person::Entity::find()
        .order_by_asc(person::Column::PersonId)
        .offset(offset)
        .limit(limit)
        .all(conn)
        .await?)
}

/// The ids of those who come next.
pub(crate) async fn people_after(
    conn: &Conn<'_>,
    (after, limit): (Option<PersonId>, u64),
) -> Result<Vec<PersonId>> {
    let mut query = person::Entity::find()
        .select_only()
        .column(person::Column::PersonId)
        .order_by_asc(person::Column::PersonId)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(person::Column::PersonId.gt(after));
    }
    Ok(query.into_tuple().all(conn).await?)
}

/// Those of these whom the directory keeps.
pub(crate) async fn kept_among(conn: &Conn<'_>, ids: &[PersonId]) -> Result<Vec<PersonId>> {
    let mut kept = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let found: Vec<PersonId> = person::Entity::find()
            .select_only()
            .column(person::Column::PersonId)
            .filter(person::Column::PersonId.is_in(some.iter().copied()))
            .into_tuple()
            .all(conn)
            .await?;
        kept.extend(found);
    }
    Ok(kept)
}

/// To whom these people report, as far as a directory says so; whether anybody has the id is for the caller to see.
pub async fn managers_of(
    conn: &Conn<'_>,
    people: &[PersonId],
) -> Result<HashMap<PersonId, PersonId>> {
    let mut managers = HashMap::new();
    for some in people.chunks(AT_ONCE) {
        let found: Vec<(PersonId, Option<PersonId>)> = person::Entity::find()
            .select_only()
            .columns([person::Column::PersonId, person::Column::ManagerId])
            .filter(person::Column::PersonId.is_in(some.iter().copied()))
            .filter(person::Column::ManagerId.is_not_null())
            .into_tuple()
            .all(conn)
            .await?;
        managers.extend(found.into_iter().filter_map(|(id, to)| Some((id, to?))));
    }
    Ok(managers)
}

pub(crate) async fn insert_person(tx: &Tx, _: &Leave, row: PersonRow) -> Result<PersonRow> {
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_person(tx: &Tx, _: &Leave, row: PersonRow) -> Result<PersonRow> {
    let row = row.into_active_model().reset_all();
    Ok(row.update(&tx.conn()).await?)
}

/// Forgets what the directory wrote of somebody, and in which groups they were.
pub(crate) async fn delete_person(tx: &Tx, _: &Leave, id: PersonId) -> Result<()> {
    member::Entity::delete_many()
        .filter(member::Column::PersonId.eq(id))
        .exec(&tx.conn())
        .await?;
    person::Entity::delete_by_id(id).exec(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn group_row(conn: &Conn<'_>, id: ScimGroupId) -> Result<Option<GroupRow>> {
    Ok(group::Entity::find_by_id(id).one(conn).await?)
}

/// `name` in lower case.
pub(crate) async fn group_by_name(conn: &Conn<'_>, name: &str) -> Result<Option<GroupRow>> {
    Ok(group::Entity::find()
        .filter(group::Column::NameKey.eq(name))
        .one(conn)
        .await?)
}

pub(crate) async fn group_by_external_id(conn: &Conn<'_>, id: &str) -> Result<Option<GroupRow>> {
    Ok(group::Entity::find()
        .filter(group::Column::ExternalId.eq(id))
        .one(conn)
        .await?)
}

pub(crate) async fn groups_count(conn: &Conn<'_>) -> Result<u64> {
    Ok(group::Entity::find().count(conn).await?)
}

/// A stretch of all groups, in an order that stays.
pub(crate) async fn groups_among(
    conn: &Conn<'_>,
    (offset, limit): (u64, u64),
) -> Result<Vec<GroupRow>> {
    Ok(group::Entity::find()
        .order_by_asc(group::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(conn)
        .await?)
}

/// The groups that each of these people is in, by name.
pub(crate) async fn groups_of(
    conn: &Conn<'_>,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Vec<GroupRow>>> {
    let mut groups: HashMap<PersonId, Vec<GroupRow>> = HashMap::new();
    for some in people.chunks(AT_ONCE) {
        let found = member::Entity::find()
            .join(JoinType::InnerJoin, member::Relation::Group.def())
            .select_also(group::Entity)
            .filter(member::Column::PersonId.is_in(some.iter().copied()))
            .order_by_asc(group::Column::NameKey)
            .all(conn)
            .await?;
        for (member, group) in found {
            groups.entry(member.person_id).or_default().extend(group);
        }
    }
    Ok(groups)
}

/// Who is in each of these groups.
pub(crate) async fn members_of(
    conn: &Conn<'_>,
    groups: &[ScimGroupId],
) -> Result<HashMap<ScimGroupId, Vec<PersonId>>> {
    let mut members: HashMap<ScimGroupId, Vec<PersonId>> = HashMap::new();
    for some in groups.chunks(AT_ONCE) {
        let found = member::Entity::find()
            .filter(member::Column::GroupId.is_in(some.iter().copied()))
            .order_by_asc(member::Column::PersonId)
            .all(conn)
            .await?;
        for row in found {
            members.entry(row.group_id).or_default().push(row.person_id);
        }
    }
    Ok(members)
}

pub(crate) async fn insert_group(tx: &Tx, _: &Leave, row: GroupRow) -> Result<GroupRow> {
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_group(tx: &Tx, _: &Leave, row: GroupRow) -> Result<GroupRow> {
    let row = row.into_active_model().reset_all();
    Ok(row.update(&tx.conn()).await?)
}

pub(crate) async fn delete_group(tx: &Tx, _: &Leave, id: ScimGroupId) -> Result<()> {
    member::Entity::delete_many()
        .filter(member::Column::GroupId.eq(id))
        .exec(&tx.conn())
        .await?;
    group::Entity::delete_by_id(id).exec(&tx.conn()).await?;
    Ok(())
}

pub(crate) async fn insert_members(
    tx: &Tx,
    _: &Leave,
    (group_id, people): (ScimGroupId, &[PersonId]),
) -> Result<()> {
    for some in people.chunks(AT_ONCE) {
        let rows = some.iter().map(|person_id| {
            let row = member::Model {
                group_id,
                person_id: *person_id,
            };
            row.into_active_model()
        });
        member::Entity::insert_many(rows)
            .exec_without_returning(&tx.conn())
            .await?;
    }
    Ok(())
}

pub(crate) async fn delete_members(
    tx: &Tx,
    _: &Leave,
    (group_id, people): (ScimGroupId, &[PersonId]),
) -> Result<()> {
    for some in people.chunks(AT_ONCE) {
        member::Entity::delete_many()
            .filter(member::Column::GroupId.eq(group_id))
            .filter(member::Column::PersonId.is_in(some.iter().copied()))
            .exec(&tx.conn())
            .await?;
    }
    Ok(())
}
