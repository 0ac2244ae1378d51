//! The chain: whatever somebody changes in it shows.
use super::{Sql, leave, log_of};
use audit::{Checked, Flaw, Seal, hash_of, verify};
use communities::Role;
use kernel::{AuditEntryId, Id, SystemEntropy};
use sea_orm::DbBackend;
use tests::Stage;

async fn with_entries() -> Stage {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    stage
        .cohort_of(&[(&ada, Role::Facilitator), (&ben, Role::Learner)])
        .await;
    drop((ada, ben));
    stage.audits().await;
    stage
}

async fn checked(stage: &Stage, seal: Option<&Seal>) -> Checked {
    let checked = verify(&stage.db().read(), &leave(), seal).await;
    checked.expect("a check")
}

async fn flaw(stage: &Stage) -> Option<Flaw> {
    checked(stage, None).await.flaw
}

async fn says(stage: &Stage, sql: &str) {
    stage.does(Sql(sql.to_owned())).await.expect("it is done");
}

/// Whoever holds the database can take the guard away.
async fn takes_the_guard_away(stage: &Stage) {
    let away = match stage.db().backend() {
        DbBackend::Postgres => "ALTER TABLE audit_entry DISABLE TRIGGER USER",
        _ => "DROP TRIGGER audit_entry_holds; DROP TRIGGER audit_entry_stays",
    };
    says(stage, away).await;
}

#[tokio::test]
async fn the_database_lets_nobody_change_or_remove_an_entry() {
    let stage = with_entries().await;
    for refused in [
        "UPDATE audit_entry SET kind = 'nothing' WHERE number = 1",
        "DELETE FROM audit_entry WHERE number = 1",
        "DELETE FROM audit_entry",
    ] {
        let outcome = stage.does(Sql(refused.to_owned())).await;
        assert!(outcome.is_err(), "{refused}");
    }
    assert_eq!(flaw(&stage).await, None);
}

#[tokio::test]
async fn what_is_changed_removed_put_in_or_exchanged_is_found() {
    let stage = with_entries().await;
    let whole = checked(&stage, None).await;
    assert_eq!(whole.flaw, None);
    let seal = whole.seal.expect("a seal");
    let last = seal.number;
    assert!(last >= 6, "{last}");
    takes_the_guard_away(&stage).await;
    says(&stage, "CREATE TABLE spare AS SELECT * FROM audit_entry").await;
    let removed_last = format!("DELETE FROM audit_entry WHERE number = {last}");
    let tampered = [
        (
            "UPDATE audit_entry SET after = '{}' WHERE number = 2",
            Flaw::Altered { number: 2 },
        ),
        (
            "UPDATE audit_entry SET address = 'x' WHERE number = 3",
            Flaw::Altered { number: 3 },
        ),
        (
            "DELETE FROM audit_entry WHERE number = 3",
            Flaw::Missing { number: 3 },
        ),
        (
            "UPDATE audit_entry SET number = -1 WHERE number = 2; \
             UPDATE audit_entry SET number = 2 WHERE number = 4; \
             UPDATE audit_entry SET number = 4 WHERE number = -1",
            Flaw::Altered { number: 2 },
        ),
        (
            &*removed_last,
            Flaw::Lost {
                facts: 1,
                kind: "channels.channel_changed".to_owned(),
            },
        ),
    ];
    for (sql, found) in tampered {
        says(&stage, sql).await;
        assert_eq!(flaw(&stage).await, Some(found), "{sql}");
        says(
            &stage,
            "DELETE FROM audit_entry; INSERT INTO audit_entry SELECT * FROM spare",
        )
        .await;
        assert_eq!(flaw(&stage).await, None, "after {sql}");
    }

    // Somebody who can reckon puts one in at the end, or takes a name out and reckons anew.
    let log = log_of(&stage).await;
    let end = log.last().expect("an entry");
    let mut invented = end.clone();
    invented.number += 1;
    invented.id = AuditEntryId::mint(stage.db().now(), &SystemEntropy);
    let hash = hash_of(&end.hash, &invented);
    let id = uuid_of(&stage, invented.id);
    says(
        &stage,
        &format!(
            "INSERT INTO audit_entry SELECT {}, {id}, at, kind, actor_id, via, address, device, object, \
             person_id, community_id, before, after, '{hash}' FROM audit_entry WHERE number = {last}",
            invented.number
        ),
    )
    .await;
    assert_eq!(flaw(&stage).await, Some(Flaw::Invented { entries: 1 }));
    says(
        &stage,
        "DELETE FROM audit_entry; INSERT INTO audit_entry SELECT * FROM spare",
    )
    .await;

    let mut another = end.clone();
    another.address = Some("203.0.113.9".to_owned());
    let hash = hash_of(&log[log.len() - 2].hash, &another);
    says(
        &stage,
        &format!(
            "UPDATE audit_entry SET address = '203.0.113.9', hash = '{hash}' WHERE number = {last}"
        ),
    )
    .await;
    assert_eq!(flaw(&stage).await, Some(Flaw::Untrue { number: last }));
    let sealed = checked(&stage, Some(&seal)).await;
    assert_eq!(sealed.flaw, Some(Flaw::Resealed { number: last }));
}

/// An id as this database writes it down.
fn uuid_of(stage: &Stage, id: AuditEntryId) -> String {
    let id = sea_orm::prelude::Uuid::from(id);
    match stage.db().backend() {
        DbBackend::Postgres => format!("'{id}'::uuid"),
        _ => format!("X'{}'", id.simple()),
    }
}

#[tokio::test]
async fn what_is_heard_again_has_one_entry() {
    let stage = with_entries().await;
    let before = log_of(&stage).await;
    says(&stage, "DELETE FROM follower WHERE name = 'audit'").await;
    stage.person("Cleo").await;
    let after = log_of(&stage).await;
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(after[..before.len()], before[..]);
    assert_eq!(flaw(&stage).await, None);
}
