//! Sign-ins end because they ended elsewhere; and what is over is forgotten.
use super::{ATTEMPT_LIFE, carrying};
use crate::events::{LogoutRefused, SignedOutElsewhere};
use crate::logout_token::Ended;
use crate::store;
use async_trait::async_trait;
use chrono::TimeDelta;
use identity::{Visitor, end_sign_ins_of, is_worth_telling};
use kernel::{Actor, Command, KeepTime, Organisation, Permit, Result, SsoProviderId, Tx, permit};

/// After that nobody would believe the token any more, as it is too old.
const HEARD_KEPT: TimeDelta = TimeDelta::minutes(30);

/// Ends what a provider says has ended. Answers nothing when it said so before.
pub(crate) struct EndElsewhere {
    pub provider: SsoProviderId,
    pub ended: Ended,
}

#[async_trait]
impl Command for EndElsewhere {
    type Done = bool;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<bool> {
        let leave = carrying(actor)?;
        let key = format!("{} {}", self.provider, self.ended.jti);
        if store::was_heard(&tx.conn(), &key).await? {
            return Ok(false);
        }
        store::insert_heard(tx, &leave, (&key, tx.now() + HEARD_KEPT)).await?;
        let Ended { subject, sid, .. } = &self.ended;
        let whose = (subject.as_deref(), sid.as_deref());
        let ended = store::vouched_for(&tx.conn(), self.provider, whose).await?;
        for (person, sign_ins) in ended {
            end_sign_ins_of(tx, actor, (person, &sign_ins)).await?;
            store::delete_vouched(tx, &leave, &sign_ins).await?;
            let fact = SignedOutElsewhere {
                person,
                provider: self.provider,
                sign_ins,
            };
            tx.emit(actor, &fact).await?;
        }
        Ok(true)
    }
}

/// Tells the log that somebody spoke of an end in a provider's name, and was not believed; unless enough was told this
/// hour.
pub(crate) struct NoteRefusedEnd {
    pub provider: SsoProviderId,
    pub detail: String,
    pub visitor: Visitor,
}

#[async_trait]
impl Command for NoteRefusedEnd {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let _ = carrying(actor)?;
        if !is_worth_telling(tx, &self.visitor).await? {
            return Ok(());
        }
        let fact = LogoutRefused {
            provider: self.provider,
            detail: self.detail.clone(),
            address: self.visitor.household(),
        };
        tx.emit(actor, &fact).await
    }
}

/// Clears away attempts, tests and words that are over.
pub struct SweepSso;

#[async_trait]
impl Command for SweepSso {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave: Permit<KeepTime, Organisation> = permit(actor, Organisation)?;
        store::forget_what_is_over(tx, &leave, tx.now() - ATTEMPT_LIFE).await
    }
}
