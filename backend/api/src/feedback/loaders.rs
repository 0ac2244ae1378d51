//! Loading what many rounds are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::feedback::{EvidenceSeen, FeedbackCounts, FeedbackSeen, RoundSeen};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use kernel::{Actor, Error, FeedbackRoundId, Opaque, SessionId};
use std::collections::HashMap;
use std::sync::Arc;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

/// The loaders of feedback, for one request.
pub struct FeedbackLoaders {
    pub own_evidence: DataLoader<OwnEvidence>,
    pub asked_of_viewer: DataLoader<AskedOfViewer>,
    pub counts: DataLoader<Counts>,
    pub of_sessions: DataLoader<RoundsOfSessions>,
}

impl FeedbackLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            own_evidence: batched(OwnEvidence(own(), actor)),
            asked_of_viewer: batched(AskedOfViewer(own(), actor)),
            counts: batched(Counts(own())),
            of_sessions: batched(RoundsOfSessions(own(), actor)),
        }
    }
}

/// What the asker handed in to each round.
pub struct OwnEvidence(Opaque<App>, Actor);

#[async_trait]
impl Loader<FeedbackRoundId> for OwnEvidence {
    type Value = Arc<EvidenceSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[FeedbackRoundId]) -> Loaded<FeedbackRoundId, Arc<EvidenceSeen>> {
        let seen = ::feedback::own_evidence(&self.0.db.read(), self.1, ids).await?;
        let seen = seen.into_iter().map(Arc::new);
        Ok(seen.map(|it| (it.evidence.round_id, it)).collect())
    }
}

/// What the asker is asked for in each round, and gave.
pub struct AskedOfViewer(Opaque<App>, Actor);

#[async_trait]
impl Loader<FeedbackRoundId> for AskedOfViewer {
    type Value = Vec<FeedbackSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[FeedbackRoundId]) -> Loaded<FeedbackRoundId, Vec<FeedbackSeen>> {
        let seen = ::feedback::feedback_asked_of(&self.0.db.read(), self.1, ids).await?;
        let mut of: HashMap<FeedbackRoundId, Vec<FeedbackSeen>> = HashMap::new();
        for it in seen {
            of.entry(it.feedback.round_id).or_default().push(it);
        }
        Ok(of)
    }
}

/// How each round fares, for who leads.
pub struct Counts(Opaque<App>);

#[async_trait]
impl Loader<FeedbackRoundId> for Counts {
    type Value = FeedbackCounts;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[FeedbackRoundId]) -> Loaded<FeedbackRoundId, FeedbackCounts> {
        Ok(::feedback::counts_of(&self.0.db.read(), ids).await?)
    }
}

/// The rounds that follow each session.
pub struct RoundsOfSessions(Opaque<App>, Actor);

#[async_trait]
impl Loader<SessionId> for RoundsOfSessions {
    type Value = Vec<RoundSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionId]) -> Loaded<SessionId, Vec<RoundSeen>> {
        let found = ::feedback::rounds_of_sessions(&self.0.db.read(), self.1, ids).await?;
        let mut of: HashMap<SessionId, Vec<RoundSeen>> = HashMap::new();
        for seen in found {
            if let Some(session) = seen.round.session_id {
                of.entry(session).or_default().push(seen);
            }
        }
        Ok(of)
    }
}
