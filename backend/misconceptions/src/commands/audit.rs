use super::{parse_reason, somebody};
use crate::policy::{Audit, Readers, is_auditor};
use crate::{Exposure, ExposuresAudited, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, MisconceptionId, Result, Tx, permit};

/// Tells an auditor who read a misconception before it was corrected, and what they answered. That they
/// were told, and why, is kept.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AuditExposuresInput")]
pub struct AuditExposures {
    pub misconception: MisconceptionId,
    /// Why it must be known, at most 300 characters.
    pub reason: String,
    /// The addresses of those who may, as the server was told when it started.
    #[graphql(skip)]
    pub auditors: Vec<String>,
}

#[async_trait]
impl Command for AuditExposures {
    type Done = Vec<Exposure>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Vec<Exposure>> {
        let person = somebody(actor)?;
        let reason = parse_reason(&self.reason)?;
        let asker = identity::person_by_id(&tx.conn(), person).await?;
        let address = asker.and_then(|asker| asker.email);
        let of = Actor::System;
        let seen = store::misconception_seen(&tx.conn(), of, self.misconception).await?;
        let readers = Readers {
            record: seen.record,
            is_auditor: is_auditor(address.as_deref(), &self.auditors),
        };
        let readers = permit::<Audit, _>(actor, readers)?;
        let told = store::told_people(&tx.conn(), &readers).await?;
        let fact = ExposuresAudited {
            community: readers.record.community_id,
            by: person,
            misconception: readers.record.id,
            reason,
        };
        tx.emit(actor, &fact).await?;
        Ok(told)
    }
}
