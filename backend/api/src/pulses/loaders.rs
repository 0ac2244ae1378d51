//! Loading what many pulses are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::pulses::{Asked, Counts, PulseResults, PulseSeen, Question, SeeResults};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use kernel::{Actor, Error, Opaque, PulseId, SessionId, permit};
use std::collections::HashMap;
use std::sync::Arc;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

/// The loaders of pulses, for one request.
pub struct PulseLoaders {
    pub questions: DataLoader<Questions>,
    pub own: DataLoader<Own>,
    pub counts: DataLoader<CountsOf>,
    pub series: DataLoader<SeriesOf>,
    pub of_sessions: DataLoader<OfSessions>,
    pub results: DataLoader<Results>,
}

impl PulseLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            questions: batched(Questions(own())),
            own: batched(Own(own(), actor)),
            counts: batched(CountsOf(own())),
            series: batched(SeriesOf(own(), actor)),
            of_sessions: batched(OfSessions(own(), actor)),
            results: batched(Results(own(), actor)),
        }
    }
}

/// What may be shown of pulses whose results the asker may see.
pub struct Results(Opaque<App>, Actor);

#[async_trait]
impl Loader<PulseId> for Results {
    type Value = PulseResults;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PulseId]) -> Loaded<PulseId, PulseResults> {
        let (db, actor) = (&self.0.db, self.1);
        let seen = ::pulses::pulses_visible_to(&db.read(), actor, ids).await?;
        let mut may_see = Vec::with_capacity(seen.len());
        for seen in seen.into_values() {
            // Who may not see them is told of none, where they ask.
            if let Ok(seen) = permit::<SeeResults, _>(actor, seen) {
                may_see.push(seen);
            }
        }
        Ok(::pulses::results_of(&db.read(), &may_see, db.now()).await?)
    }
}

/// What pulses ask.
pub struct Questions(Opaque<App>);

#[async_trait]
impl Loader<PulseId> for Questions {
    type Value = Vec<Question>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PulseId]) -> Loaded<PulseId, Vec<Question>> {
        Ok(::pulses::questions_of(&self.0.db.read(), ids).await?)
    }
}

/// What the asker is asked by them, and how far they are.
pub struct Own(Opaque<App>, Actor);

#[async_trait]
impl Loader<PulseId> for Own {
    type Value = Asked;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PulseId]) -> Loaded<PulseId, Asked> {
        Ok(::pulses::asked_of(&self.0.db.read(), self.1, ids).await?)
    }
}

/// How many are asked, and how many answered.
pub struct CountsOf(Opaque<App>);

#[async_trait]
impl Loader<PulseId> for CountsOf {
    type Value = Counts;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PulseId]) -> Loaded<PulseId, Counts> {
        Ok(::pulses::counts_of(&self.0.db.read(), ids).await?)
    }
}

/// Baselines and what repeats them, each by the first of them.
pub struct SeriesOf(Opaque<App>, Actor);

#[async_trait]
impl Loader<PulseId> for SeriesOf {
    type Value = Vec<PulseSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[PulseId]) -> Loaded<PulseId, Vec<PulseSeen>> {
        let found = ::pulses::pulses_of_series(&self.0.db.read(), self.1, ids).await?;
        let mut of: HashMap<PulseId, Vec<PulseSeen>> = HashMap::new();
        for seen in found {
            of.entry(seen.pulse.series_id).or_default().push(seen);
        }
        Ok(of)
    }
}

/// What follows sessions.
pub struct OfSessions(Opaque<App>, Actor);

#[async_trait]
impl Loader<SessionId> for OfSessions {
    type Value = Vec<PulseSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionId]) -> Loaded<SessionId, Vec<PulseSeen>> {
        let found = ::pulses::pulses_of_sessions(&self.0.db.read(), self.1, ids).await?;
        let mut of: HashMap<SessionId, Vec<PulseSeen>> = HashMap::new();
        for seen in found {
            if let Some(session) = seen.pulse.session_id {
                of.entry(session).or_default().push(seen);
            }
        }
        Ok(of)
    }
}
