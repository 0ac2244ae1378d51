//! A session is published, held and closed, or does not take place.
use super::permitted;
use crate::{
    Conduct, Plan, Session, SessionCancelled, SessionClosed, SessionPublished, SessionSeen,
    SessionStarted, SessionState, life, parse, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Permit, Result, SessionId, Tx};

/// Shows a session to its community. One that was cancelled takes place after all.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "PublishSessionInput")]
pub struct PublishSession {
    /// Which one.
    pub session: SessionId,
}

#[async_trait]
impl Command for PublishSession {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Plan, SessionSeen> = permitted(tx, actor, self.session).await?;
        life::may_publish(&seen.session)?;
        let before = seen.into_subject().session;
        let was = before.state;
        let published = Session {
            state: SessionState::Published,
            state_reason: None,
            published_at: before.published_at.or(Some(tx.now())),
            // A calendar that holds the cancellation must take this for newer.
            sequence: before.sequence + i32::from(was == SessionState::Cancelled),
            changed_at: tx.now(),
            ..before
        };
        let session = store::update_session(tx, published).await?;
        let fact = SessionPublished {
            community: session.community_id,
            session: session.id,
            was,
        };
        tx.emit(actor, &fact).await?;
        Ok(session)
    }
}

/// Says that a session goes on now.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "StartSessionInput")]
pub struct StartSession {
    /// Which one.
    pub session: SessionId,
}

#[async_trait]
impl Command for StartSession {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Conduct, SessionSeen> = permitted(tx, actor, self.session).await?;
        life::may_start(&seen.session, tx.now())?;
        let started = Session {
            state: SessionState::Running,
            changed_at: tx.now(),
            ..seen.into_subject().session
        };
        let session = store::update_session(tx, started).await?;
        let fact = SessionStarted {
            community: session.community_id,
            session: session.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(session)
    }
}

/// Says that a session is over.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CloseSessionInput")]
pub struct CloseSession {
    /// Which one.
    pub session: SessionId,
}

#[async_trait]
impl Command for CloseSession {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Conduct, SessionSeen> = permitted(tx, actor, self.session).await?;
        life::may_close(&seen.session, tx.now())?;
        let closed = Session {
            state: SessionState::Closed,
            closed_at: Some(tx.now()),
            changed_at: tx.now(),
            ..seen.into_subject().session
        };
        let session = store::update_session(tx, closed).await?;
        let fact = SessionClosed {
            community: session.community_id,
            session: session.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(session)
    }
}

/// Says that a session does not take place.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CancelSessionInput")]
pub struct CancelSession {
    /// Which one.
    pub session: SessionId,
    /// Why, as people are told: 1 to 300 characters.
    pub reason: String,
}

#[async_trait]
impl Command for CancelSession {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Plan, SessionSeen> = permitted(tx, actor, self.session).await?;
        life::open_to_change(&seen.session)?;
        let reason = kernel::line("reason", &self.reason, parse::REASON_CHARS_MAX)?;
        let before = seen.into_subject().session;
        let cancelled = Session {
            state: SessionState::Cancelled,
            state_reason: Some(reason),
            sequence: before.sequence + 1,
            changed_at: tx.now(),
            ..before
        };
        let session = store::update_session(tx, cancelled).await?;
        let fact = SessionCancelled {
            community: session.community_id,
            session: session.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(session)
    }
}
