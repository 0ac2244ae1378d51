//! What the audit log tells, of itself and of copies of everything.
use kernel::{Event, Place};
use serde::{Deserialize, Serialize};

/// Somebody took the log along, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLogExported {
    pub entries: usize,
}

impl Event for AuditLogExported {
    const KIND: &'static str = "audit.log_exported";
    const KEEPS_ORIGIN: bool = true;

    fn place(&self) -> Place {
        Place::default()
    }
}

/// What was done with a copy of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyNews {
    /// A backup was written.
    Written,
    /// A backup was put back: what stands after it in the log happened there.
    PutBack,
}

/// Everything was copied by whoever operates the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    pub copy: CopyNews,
    pub rows: u64,
}

impl Event for Copied {
    const KIND: &'static str = "audit.copied";

    fn place(&self) -> Place {
        Place::default()
    }
}
