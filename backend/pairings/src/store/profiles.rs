use crate::policy::{PairSeen, TakePart};
use crate::tables::{apart, profile, rating};
use crate::{PairRole, Profile, Words};
use communities::{CommunitySeen, WorkHours};
use identity::Person;
use kernel::{CommunityId, Conn, ObjectiveId, Permit, PersonId, Result, Tx};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use std::collections::HashMap;

const WORKS_FROM: i32 = 9 * 60;
const WORKS_TO: i32 = 17 * 60;

/// What holds for somebody who has said nothing.
pub fn standing_profile(community: CommunityId, person: &Person) -> Profile {
    Profile {
        community_id: community,
        person_id: person.id,
        opted_out: false,
        snoozed_until: None,
        paused_at: None,
        languages: Words(vec![person.preferences.language.clone()]),
        works_from: WORKS_FROM,
        works_to: WORKS_TO,
        team: None,
        site: None,
        level: None,
        goal: None,
        manager_id: None,
        role: PairRole::Peer,
        capacity: 1,
    }
}

/// What somebody said of themself in a community, if they said anything.
pub async fn said_by(
    conn: &Conn<'_>,
    community: CommunityId,
    person: PersonId,
) -> Result<Option<Profile>> {
    Ok(profile::Entity::find_by_id((community, person))
        .one(conn)
        .await?)
}

/// What somebody said of themself in a community; what holds without it, if they said nothing.
pub async fn profile_of(
    conn: &Conn<'_>,
    community: CommunityId,
    person: &Person,
) -> Result<Profile> {
    let said = said_by(conn, community, person.id).await?;
    Ok(said.unwrap_or_else(|| standing_profile(community, person)))
}

/// What people said of themselves in a community.
pub async fn profiles_in(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<HashMap<PersonId, Profile>> {
    let found = profile::Entity::find()
        .filter(profile::Column::CommunityId.eq(community))
        .all(conn)
        .await?;
    Ok(found.into_iter().map(|it| (it.person_id, it)).collect())
}

/// When people work who said so in a community.
pub async fn hours_in(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<HashMap<PersonId, WorkHours>> {
    let found: Vec<(PersonId, i32, i32)> = profile::Entity::find()
        .select_only()
        .column(profile::Column::PersonId)
        .column(profile::Column::WorksFrom)
        .column(profile::Column::WorksTo)
        .filter(profile::Column::CommunityId.eq(community))
        .into_tuple()
        .all(conn)
        .await?;
    let said = |(person, from, to)| Some((person, WorkHours::new(from, to)?));
    Ok(found.into_iter().filter_map(said).collect())
}

/// Who is paused after silent rounds.
pub async fn paused_in(conn: &Conn<'_>, community: CommunityId) -> Result<Vec<PersonId>> {
    let found = profile::Entity::find()
        .filter(profile::Column::CommunityId.eq(community))
        .filter(profile::Column::PausedAt.is_not_null())
        .all(conn)
        .await?;
    Ok(found.into_iter().map(|it| it.person_id).collect())
}

pub(crate) async fn keep_profile(
    tx: &Tx,
    seen: &Permit<TakePart, CommunitySeen>,
    row: Profile,
) -> Result<Profile> {
    let row = Profile {
        community_id: seen.community.id,
        ..row
    };
    upsert(tx, row).await
}

/// Pauses somebody of a pair that was silent.
pub(crate) async fn pause(
    tx: &Tx,
    pair: &Permit<crate::policy::Arrange, PairSeen>,
    person: &Person,
) -> Result<()> {
    let before = profile_of(&tx.conn(), pair.pair.community_id, person).await?;
    let row = Profile {
        paused_at: Some(tx.now()),
        ..before
    };
    upsert(tx, row).await.map(|_| ())
}

async fn upsert(tx: &Tx, row: Profile) -> Result<Profile> {
    match said_by(&tx.conn(), row.community_id, row.person_id).await? {
        Some(_) => {
            let row: profile::ActiveModel = row.into();
            Ok(row.reset_all().update(&tx.conn()).await?)
        }
        None => Ok(row.into_active_model().insert(&tx.conn()).await?),
    }
}

/// How sure people of a community are of objectives; only one person's, where one is given.
pub async fn ratings_of(
    conn: &Conn<'_>,
    community: CommunityId,
    person: Option<PersonId>,
) -> Result<HashMap<(PersonId, ObjectiveId), i32>> {
    let mut query = rating::Entity::find().filter(rating::Column::CommunityId.eq(community));
    if let Some(person) = person {
        query = query.filter(rating::Column::PersonId.eq(person));
    }
    let found = query.all(conn).await?;
    Ok(found
        .into_iter()
        .map(|it| ((it.person_id, it.objective_id), it.rating))
        .collect())
}

pub(crate) async fn keep_rating(
    tx: &Tx,
    seen: &Permit<TakePart, CommunitySeen>,
    (person, objective): (PersonId, ObjectiveId),
    rating: Option<i32>,
) -> Result<()> {
    let community = seen.community.id;
    let Some(rating) = rating else {
        rating::Entity::delete_by_id((community, person, objective))
            .exec(&tx.conn())
            .await?;
        return Ok(());
    };
    let row = rating::ActiveModel {
        community_id: Set(community),
        person_id: Set(person),
        objective_id: Set(objective),
        rating: Set(rating),
    };
    let key = [
        rating::Column::CommunityId,
        rating::Column::PersonId,
        rating::Column::ObjectiveId,
    ];
    let mut again = OnConflict::columns(key);
    again.update_column(rating::Column::Rating);
    rating::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(&tx.conn())
        .await?;
    Ok(())
}

/// With whom somebody does not want to be: for them alone.
pub async fn kept_apart_by(
    conn: &Conn<'_>,
    community: CommunityId,
    person: PersonId,
) -> Result<Vec<PersonId>> {
    let found = apart::Entity::find()
        .filter(apart::Column::CommunityId.eq(community))
        .filter(apart::Column::PersonId.eq(person))
        .all(conn)
        .await?;
    Ok(found.into_iter().map(|it| it.other_id).collect())
}

/// Who is not with whom in a community: for the algorithm alone.
pub(crate) async fn all_apart(
    conn: &Conn<'_>,
    community: CommunityId,
) -> Result<Vec<(PersonId, PersonId)>> {
    let found = apart::Entity::find()
        .filter(apart::Column::CommunityId.eq(community))
        .all(conn)
        .await?;
    Ok(found
        .into_iter()
        .map(|it| (it.person_id, it.other_id))
        .collect())
}

pub(crate) async fn keep_apart(
    tx: &Tx,
    seen: &Permit<TakePart, CommunitySeen>,
    (person, other): (PersonId, PersonId),
    apart: crate::Apart,
) -> Result<()> {
    let key = (seen.community.id, person, other);
    apart::Entity::delete_by_id(key).exec(&tx.conn()).await?;
    if apart == crate::Apart::Yes {
        let row = apart::ActiveModel {
            community_id: Set(seen.community.id),
            person_id: Set(person),
            other_id: Set(other),
        };
        row.insert(&tx.conn()).await?;
    }
    Ok(())
}
