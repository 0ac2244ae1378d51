//! Loading what many check-ins are asked for at once.
use crate::App;
use crate::loaders::batched;
use ::checkins::{
    Answer, AnswerSeen, CheckInSeen, Counts, Occasion, Promise, Question, Read, Recheck, Response,
    ThemeSeen,
};
use async_graphql::dataloader::{DataLoader, Loader};
use async_trait::async_trait;
use communities::allows;
use kernel::{Actor, CheckInId, CheckInResponseId, Error, MisconceptionId, Opaque, SessionId};
use std::collections::HashMap;
use std::sync::Arc;

type Loaded<K, V> = Result<HashMap<K, V>, Arc<Error>>;

/// The loaders of check-ins, for one request.
pub struct CheckInLoaders {
    pub questions: DataLoader<Questions>,
    pub own: DataLoader<OwnResponses>,
    pub counts: DataLoader<CountsOf>,
    pub answers: DataLoader<AnswersOf>,
    pub boards: DataLoader<Boards>,
    pub of_sessions: DataLoader<OfSessions>,
    pub taken_into: DataLoader<TakenInto>,
    pub commitments: DataLoader<Commitments>,
    pub rechecks: DataLoader<Rechecks>,
}

impl CheckInLoaders {
    pub fn new(app: &Opaque<App>, actor: Actor) -> Self {
        let own = || app.clone();
        Self {
            questions: batched(Questions(own())),
            own: batched(OwnResponses(own(), actor)),
            counts: batched(CountsOf(own())),
            answers: batched(AnswersOf(own())),
            boards: batched(Boards(own())),
            of_sessions: batched(OfSessions(own(), actor)),
            taken_into: batched(TakenInto(own(), actor)),
            commitments: batched(Commitments(own())),
            rechecks: batched(Rechecks(own(), actor)),
        }
    }
}

/// What people said they would do, for themselves to read.
pub struct Commitments(Opaque<App>);

#[async_trait]
impl Loader<Occasion> for Commitments {
    type Value = Promise;
    type Error = Arc<Error>;

    async fn load(&self, occasions: &[Occasion]) -> Loaded<Occasion, Promise> {
        Ok(::checkins::standing_commitments(&self.0.db.read(), occasions).await?)
    }
}

/// What came of asking about misconceptions again, as far as the asker may read it.
pub struct Rechecks(Opaque<App>, Actor);

#[async_trait]
impl Loader<MisconceptionId> for Rechecks {
    type Value = Recheck;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[MisconceptionId]) -> Loaded<MisconceptionId, Recheck> {
        let asker = (self.1, self.0.db.now());
        Ok(::checkins::rechecks_of(&self.0.db.read(), asker, ids).await?)
    }
}

/// What check-ins ask.
pub struct Questions(Opaque<App>);

#[async_trait]
impl Loader<CheckInId> for Questions {
    type Value = Vec<Question>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CheckInId]) -> Loaded<CheckInId, Vec<Question>> {
        Ok(::checkins::questions_of(&self.0.db.read(), ids).await?)
    }
}

/// The asker's own responses.
pub struct OwnResponses(Opaque<App>, Actor);

#[async_trait]
impl Loader<CheckInId> for OwnResponses {
    type Value = Response;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CheckInId]) -> Loaded<CheckInId, Response> {
        Ok(::checkins::own_responses(&self.0.db.read(), self.1, ids).await?)
    }
}

/// How many are asked, and how many sent.
pub struct CountsOf(Opaque<App>);

#[async_trait]
impl Loader<CheckInId> for CountsOf {
    type Value = Counts;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CheckInId]) -> Loaded<CheckInId, Counts> {
        Ok(::checkins::counts_of(&self.0.db.read(), ids).await?)
    }
}

/// What stands in responses.
pub struct AnswersOf(Opaque<App>);

#[async_trait]
impl Loader<CheckInResponseId> for AnswersOf {
    type Value = Vec<(Answer, Question)>;
    type Error = Arc<Error>;

    async fn load(
        &self,
        ids: &[CheckInResponseId],
    ) -> Loaded<CheckInResponseId, Vec<(Answer, Question)>> {
        Ok(::checkins::answers_of_people(&self.0.db.read(), ids).await?)
    }
}

/// Everything that stands on a board, before anybody looks at it.
#[derive(Clone)]
pub struct Board {
    pub answers: Arc<Vec<AnswerSeen>>,
    pub themes: Arc<Vec<ThemeSeen>>,
}

/// Boards of check-ins: a page shows one.
pub struct Boards(Opaque<App>);

#[async_trait]
impl Loader<CheckInId> for Boards {
    type Value = Board;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[CheckInId]) -> Loaded<CheckInId, Board> {
        let conn = self.0.db.read();
        let mut of = HashMap::new();
        for id in ids {
            let board = Board {
                answers: Arc::new(::checkins::sent_answers(&conn, *id).await?),
                themes: Arc::new(::checkins::themes_of(&conn, *id).await?),
            };
            of.insert(*id, board);
        }
        Ok(of)
    }
}

/// What follows sessions.
pub struct OfSessions(Opaque<App>, Actor);

#[async_trait]
impl Loader<SessionId> for OfSessions {
    type Value = Vec<CheckInSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionId]) -> Loaded<SessionId, Vec<CheckInSeen>> {
        let found = ::checkins::check_ins_of_sessions(&self.0.db.read(), self.1, ids).await?;
        let mut of: HashMap<SessionId, Vec<CheckInSeen>> = HashMap::new();
        for seen in found {
            if let Some(session) = seen.check_in.session_id {
                of.entry(session).or_default().push(seen);
            }
        }
        Ok(of)
    }
}

/// The check-ins of which something was taken into sessions, as far as the asker may read them.
pub struct TakenInto(Opaque<App>, Actor);

#[async_trait]
impl Loader<SessionId> for TakenInto {
    type Value = Vec<CheckInSeen>;
    type Error = Arc<Error>;

    async fn load(&self, ids: &[SessionId]) -> Loaded<SessionId, Vec<CheckInSeen>> {
        let conn = self.0.db.read();
        let taken = ::checkins::taken_into(&conn, ids).await?;
        let check_ins: Vec<_> = taken.iter().map(|(_, id)| *id).collect();
        let seen = ::checkins::check_ins_visible_to(&conn, self.1, &check_ins).await?;
        let mut of: HashMap<SessionId, Vec<CheckInSeen>> = HashMap::new();
        for (session, id) in taken {
            let found = seen.get(&id);
            if let Some(it) = found.filter(|it| allows::<Read, CheckInSeen>(self.1, it)) {
                of.entry(session).or_default().push(it.clone());
            }
        }
        Ok(of)
    }
}
