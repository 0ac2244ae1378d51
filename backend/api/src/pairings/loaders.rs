//! Loading what many pairs are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::channels::ThreadSeen;
use ::pairings::{Commitment, CommitmentSeen, PairSeen, RoundSeen};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use kernel::{Actor, CommitmentId, Error, Opaque, PairId, PairingRoundId, ThreadId};
use std::collections::HashMap;
use std::sync::Arc;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

/// The loaders of pairings, for one request.
pub struct PairingLoaders {
    pub rounds: DataLoader<Rounds>,
    pub pairs: DataLoader<PairsOfRounds>,
    pub commitments: DataLoader<Commitments>,
    pub commitments_by_id: DataLoader<CommitmentsById>,
    pub threads: DataLoader<Threads>,
}

impl PairingLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            rounds: batched(Rounds(own(), actor)),
            pairs: batched(PairsOfRounds(own(), actor)),
            commitments: batched(Commitments(own())),
            commitments_by_id: batched(CommitmentsById(own(), actor)),
            threads: batched(Threads(own(), actor)),
        }
    }
}

/// Rounds that the asker may know.
pub struct Rounds(Opaque<App>, Actor);

#[async_trait]
impl Loader<PairingRoundId> for Rounds {
    type Value = Arc<RoundSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PairingRoundId]) -> Loaded<PairingRoundId, Arc<RoundSeen>> {
        let seen = ::pairings::rounds_visible_to(&self.0.db.read(), self.1, ids).await?;
        Ok(seen
            .into_iter()
            .map(|seen| (seen.round.id, Arc::new(seen)))
            .collect())
    }
}

/// The pairs of rounds that the asker may know.
pub struct PairsOfRounds(Opaque<App>, Actor);

#[async_trait]
impl Loader<PairingRoundId> for PairsOfRounds {
    type Value = Vec<Arc<PairSeen>>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PairingRoundId]) -> Loaded<PairingRoundId, Vec<Arc<PairSeen>>> {
        let mut of: HashMap<_, Vec<_>> = HashMap::new();
        for seen in ::pairings::pairs_of_rounds(&self.0.db.read(), self.1, ids).await? {
            let round = of.entry(seen.pair.round_id).or_default();
            round.push(Arc::new(seen));
        }
        Ok(of)
    }
}

/// What people of pairs mean to do, for whoever knows the pairs: what of it they may read is asked there.
pub struct Commitments(Opaque<App>);

#[async_trait]
impl Loader<PairId> for Commitments {
    type Value = Vec<Commitment>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PairId]) -> Loaded<PairId, Vec<Commitment>> {
        Ok(::pairings::commitments_of(&self.0.db.read(), ids).await?)
    }
}

/// Commitments that the asker may read.
pub struct CommitmentsById(Opaque<App>, Actor);

#[async_trait]
impl Loader<CommitmentId> for CommitmentsById {
    type Value = CommitmentSeen;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CommitmentId]) -> Loaded<CommitmentId, CommitmentSeen> {
        let conn = self.0.db.read();
        let seen = ::pairings::commitments_visible_to(&conn, self.1, ids).await?;
        Ok(seen.into_iter().map(|it| (it.commitment.id, it)).collect())
    }
}

/// Conversations that the asker may read.
pub struct Threads(Opaque<App>, Actor);

#[async_trait]
impl Loader<ThreadId> for Threads {
    type Value = Arc<ThreadSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[ThreadId]) -> Loaded<ThreadId, Arc<ThreadSeen>> {
        let seen = ::channels::threads_visible_to(&self.0.db.read(), self.1, ids).await?;
        Ok(seen
            .into_iter()
            .map(|seen| (seen.thread.id, Arc::new(seen)))
            .collect())
    }
}
