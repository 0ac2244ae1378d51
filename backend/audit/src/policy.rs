//! Who reads the audit log: administrators, and nobody else. Pure.
use kernel::{Actor, Organisation, Policy, Verdict};

/// To read the audit log, to check it and to take it along.
pub enum ReadAuditLog {}

impl Policy<ReadAuditLog> for Organisation {
    const NOUN: &'static str = "audit log";

    fn verdict(&self, actor: &Actor) -> Verdict {
        match actor {
            Actor::System | Actor::Administrator(_) => Verdict::Allow,
            Actor::Person(_) | Actor::Anonymous => Verdict::Hide,
        }
    }
}
