//! A directory keeps people and groups: what it sends, as the big ones document it, and what comes of it.
mod access;
mod conformance;
mod door;
mod entra;
mod groups;
mod managers;
mod okta;
mod protocol;

use identity::Person;
use kernel::{Cursor, Fact, facts_after};
use tests::Stage;

const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

async fn person_at(stage: &Stage, email: &str) -> Person {
    let found = identity::person_by_email(&stage.db().read(), email).await;
    found
        .expect("an answer")
        .unwrap_or_else(|| panic!("nobody has {email}"))
}

/// What the log tells of this kind.
async fn facts(stage: &Stage, kind: &str) -> Vec<Fact> {
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 10_000).await;
    let mut facts = facts.expect("the log");
    facts.retain(|fact| fact.kind == kind);
    facts
}
