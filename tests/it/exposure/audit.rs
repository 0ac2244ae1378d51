//! How the audit log is asked for, and what it answers whom.
use super::table::Answer::{self, NotFound, SignIn};

type Row = (&'static str, String, Answer, Answer);

/// The rows of the table.
pub fn rows() -> Vec<Row> {
    let log = "{ auditLog(first: 5) { edges { node { kind } } } }";
    let export = "mutation { exportAuditLog(input: {}) { csv } }";
    vec![
        ("auditLog", log.into(), SignIn, NotFound),
        (
            "auditCheck",
            "{ auditCheck { seal } }".into(),
            SignIn,
            NotFound,
        ),
        ("exportAuditLog", export.into(), SignIn, NotFound),
    ]
}
