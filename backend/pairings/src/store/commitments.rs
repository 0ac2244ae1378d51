use crate::policy::{Belong, CommitmentSeen, PairSeen, See, Settle};
use crate::tables::commitment::{self, Column};
use crate::tables::{pair, pair_member};
use crate::{Commitment, CommitmentOutcome};
use kernel::{Actor, CommitmentId, CommunityId, Conn, Error, PairId, Permit, PersonId, Result, Tx};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::HashMap;

/// A commitment in its pair.
///
/// # Errors
/// `NotFound` when there is none; whether the asker may know is for the policy to say.
pub async fn commitment_seen(
    conn: &Conn<'_>,
    actor: Actor,
    id: CommitmentId,
) -> Result<CommitmentSeen> {
    let found = commitment::Entity::find_by_id(id).one(conn).await?;
    let commitment = found.ok_or(Error::NotFound("commitment"))?;
    let pair = super::pair_seen(conn, actor, commitment.pair_id).await;
    let pair = pair.map_err(|error| match error {
        Error::NotFound(_) => Error::NotFound("commitment"),
        error => error,
    })?;
    Ok(CommitmentSeen { commitment, pair })
}

/// These commitments; who may know of them is for the caller to ask.
pub async fn commitments_by_ids(
    conn: &Conn<'_>,
    ids: &[CommitmentId],
) -> Result<HashMap<CommitmentId, Commitment>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = commitment::Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .all(conn)
        .await?;
    Ok(found.into_iter().map(|it| (it.id, it)).collect())
}

/// Of these commitments, those that the asker may read.
pub async fn commitments_visible_to(
    conn: &Conn<'_>,
    actor: Actor,
    ids: &[CommitmentId],
) -> Result<Vec<CommitmentSeen>> {
    let found = commitments_by_ids(conn, ids).await?;
    let pairs: Vec<PairId> = found.values().map(|it| it.pair_id).collect();
    let pairs = super::pairs_by_ids(conn, actor, &pairs).await?;
    let pairs: HashMap<PairId, PairSeen> =
        pairs.into_iter().map(|seen| (seen.pair.id, seen)).collect();
    let seen = found.into_values().filter_map(|commitment| {
        let pair = pairs.get(&commitment.pair_id)?.clone();
        Some(CommitmentSeen { commitment, pair })
    });
    Ok(seen
        .filter(|it| communities::allows::<See, _>(actor, it))
        .collect())
}

/// The commitments of each of these pairs, the first to be due first.
pub async fn commitments_of(
    conn: &Conn<'_>,
    pairs: &[PairId],
) -> Result<HashMap<PairId, Vec<Commitment>>> {
    let found = commitment::Entity::find()
        .filter(Column::PairId.is_in(pairs.iter().copied()))
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
        .all(conn)
        .await?;
    let mut of: HashMap<PairId, Vec<Commitment>> = HashMap::new();
    for commitment in found {
        of.entry(commitment.pair_id).or_default().push(commitment);
    }
    Ok(of)
}

/// What these people mean to do still, told to those they are with in these communities, the latest first.
/// What was said in a pair that somebody left is not: they cannot settle it any more.
pub async fn open_commitments_of(
    conn: &Conn<'_>,
    communities: &[CommunityId],
    people: &[PersonId],
) -> Result<Vec<(CommunityId, Commitment)>> {
    let open = commitment::Entity::find()
        .filter(Column::PersonId.is_in(people.iter().copied()))
        .filter(Column::Outcome.eq(CommitmentOutcome::Open))
        .order_by_desc(Column::MadeAt)
        .order_by_desc(Column::Id)
        .all(conn)
        .await?;
    let pairs: Vec<(PairId, CommunityId)> = pair::Entity::find()
        .select_only()
        .column(pair::Column::Id)
        .column(pair::Column::CommunityId)
        .filter(pair::Column::Id.is_in(open.iter().map(|it| it.pair_id)))
        .filter(pair::Column::CommunityId.is_in(communities.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let places: HashMap<PairId, CommunityId> = pairs.into_iter().collect();
    let left: Vec<(PairId, PersonId)> = pair_member::Entity::find()
        .select_only()
        .column(pair_member::Column::PairId)
        .column(pair_member::Column::PersonId)
        .filter(pair_member::Column::PairId.is_in(places.keys().copied()))
        .filter(pair_member::Column::LeftAt.is_not_null())
        .into_tuple()
        .all(conn)
        .await?;
    let placed = |it: Commitment| {
        let belongs = !left.contains(&(it.pair_id, it.person_id));
        Some((*places.get(&it.pair_id).filter(|_| belongs)?, it))
    };
    Ok(open.into_iter().filter_map(placed).collect())
}

/// What somebody said with the same nonce before.
pub(crate) async fn commitment_twin(
    conn: &Conn<'_>,
    person: PersonId,
    nonce: Option<&str>,
) -> Result<Option<Commitment>> {
    let Some(nonce) = nonce else {
        return Ok(None);
    };
    Ok(commitment::Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::Nonce.eq(nonce))
        .one(conn)
        .await?)
}

pub(crate) async fn insert_commitment(
    tx: &Tx,
    pair: &Permit<Belong, PairSeen>,
    row: Commitment,
) -> Result<Commitment> {
    let row = Commitment {
        pair_id: pair.pair.id,
        ..row
    };
    Ok(row.into_active_model().insert(&tx.conn()).await?)
}

pub(crate) async fn update_commitment(
    tx: &Tx,
    _: &Permit<Settle, CommitmentSeen>,
    row: Commitment,
) -> Result<Commitment> {
    let row: commitment::ActiveModel = row.into();
    Ok(row.reset_all().update(&tx.conn()).await?)
}
