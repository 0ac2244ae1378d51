//! Who read it is told once, whatever fails in between.
use super::{Practice, done, kinds, looks_at, notices, reads};
use async_trait::async_trait;
use chrono::TimeDelta;
use communities::Role;
use kernel::{Actor, Command, Error, Result, Tx};
use misconceptions::{KeepPassages, do_what_is_due};
use notifications::NotifyReaders;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use std::sync::Arc;
use tests::{Person, Stage};

/// More people than one handful.
const READERS: usize = 230;

async fn many_readers<'stage>(scene: &Practice<'stage>) -> Vec<Person<'stage>> {
    let mut readers = Vec::with_capacity(READERS);
    for number in 0..READERS {
        let reader = scene.stage.person(&format!("Reader {number}")).await;
        scene
            .stage
            .joins(&reader, &scene.cohort, Role::Learner)
            .await;
        reads(&reader, &scene.thread, 2).await;
        readers.push(reader);
    }
    readers
}

async fn count(stage: &Stage, sql: &str) -> i64 {
    let statement = Statement::from_string(stage.db().backend(), sql);
    let row = stage.db().read().query_one_raw(statement).await;
    let row = row.expect("an answer").expect("a row");
    row.try_get("", "n").expect("a number")
}

#[tokio::test]
async fn many_are_told_in_handfuls_and_each_once_also_by_two_nodes() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let readers = many_readers(&scene).await;
    let it = scene.drafted("PRACTICE").await;
    done(
        &scene.jonas,
        "offerToAuthor",
        json!({ "misconception": it["id"] }),
    )
    .await;
    stage.clock.advance(TimeDelta::days(1));

    // Two nodes do what is due at the same time, and each is stopped after any step.
    for _ in 0..40 {
        let (one, other) = tokio::join!(do_what_is_due(stage.db()), do_what_is_due(stage.db()));
        if one.expect("done") + other.expect("done") == 0 {
            break;
        }
    }
    // Two nodes hear of it at the same time.
    stage.facts_arrive().await;
    let passages = Arc::new(KeepPassages);
    stage.db().catch_up(&passages).await.expect("heard");
    let (one, other) = (Arc::new(NotifyReaders), Arc::new(NotifyReaders));
    let (one, other) = tokio::join!(stage.db().catch_up(&one), stage.db().catch_up(&other));
    one.expect("heard");
    other.expect("heard");
    stage.corrects().await;

    let told = READERS as i64 + 1; // and Priya
    assert_eq!(looks_at(&scene.jonas, &it).await["spread"]["told"], told);
    let facts = "SELECT COUNT(*) AS n FROM event WHERE kind = 'misconceptions.correction_told'";
    assert_eq!(count(&stage, facts).await, 3, "three handfuls");
    let notices = "SELECT COUNT(*) AS n FROM notice WHERE kind = 'correction_told'";
    assert_eq!(count(&stage, notices).await, told);
    for reader in [&readers[0], &readers[READERS - 1], &scene.priya] {
        assert_eq!(kinds(reader).await, ["CORRECTION_TOLD"]);
    }
}

/// A change that fails after everything it did.
struct Killed<C>(C);

#[async_trait]
impl<C: Command> Command for Killed<C> {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        self.0.run(tx, actor).await?;
        Err(Error::Unavailable("the power failed".into()))
    }
}

#[tokio::test]
async fn a_publication_that_was_cut_off_leaves_nothing_half_told() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.drafted("SAFETY").await;
    let about = json!({ "misconception": it["id"] });
    done(&scene.amara, "agreeToCorrection", about.clone()).await;
    let publish = misconceptions::PublishCorrection {
        misconception: it["id"]
            .as_str()
            .unwrap_or_default()
            .parse()
            .expect("an id"),
    };

    let cut_off = scene.jonas.does(Killed(publish)).await;
    assert!(cut_off.is_err());
    stage.corrects().await;
    assert_eq!(looks_at(&scene.jonas, &it).await["state"], "DRAFTED");
    assert!(kinds(&scene.priya).await.is_empty());

    done(&scene.jonas, "publishCorrection", about).await;
    stage.corrects().await;
    stage.corrects().await;
    assert_eq!(notices(&scene.priya).await.len(), 1);
    let told = "SELECT COUNT(*) AS n FROM exposure WHERE told_at IS NOT NULL";
    assert_eq!(count(&stage, told).await, 1);
}

#[tokio::test]
async fn who_left_meanwhile_is_told_nothing() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.drafted("PRACTICE").await;
    done(
        &scene.jonas,
        "offerToAuthor",
        json!({ "misconception": it["id"] }),
    )
    .await;
    let membership = communities::memberships_of(&stage.db().read(), scene.priya.record.id).await;
    let membership = membership.expect("memberships")[0].id;
    let removed = stage.does(communities::RemoveMember { membership }).await;
    removed.expect("she leaves");
    stage.clock.advance(TimeDelta::days(1));
    stage.corrects().await;

    let it = looks_at(&scene.jonas, &it).await;
    assert_eq!(it["spread"]["exposedBefore"], 1);
    assert_eq!(it["spread"]["told"], 0);
    assert!(notices(&scene.priya).await.is_empty());
}

#[tokio::test]
async fn who_read_what_is_forgotten_in_time() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let spans = "SELECT COUNT(*) AS n FROM reading_span";
    assert_eq!(count(&stage, spans).await, 1);
    reads(&scene.lena, &scene.thread, 2).await;
    assert_eq!(count(&stage, spans).await, 2);

    stage.clock.advance(TimeDelta::hours(2));
    let before = stage.db().now() - TimeDelta::hours(1);
    let swept = stage.does(channels::SweepReading { before }).await;
    assert_eq!(swept.expect("swept"), 2);
    assert_eq!(count(&stage, spans).await, 0);
    let refused = scene.amara.does(channels::SweepReading { before }).await;
    assert!(refused.is_err(), "only the platform tidies up");
}
