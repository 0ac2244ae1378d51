//! The event log: written with the change, read in an order that a late commit cannot disturb.
use communities::Role;
use kernel::{Actor, Command, Cursor, Event, Place, Result, Tx, facts_after};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tests::Stage;
use tokio::sync::Notify;

#[derive(Serialize, Deserialize)]
struct Noted {
    word: String,
}

impl Event for Noted {
    const KIND: &'static str = "tests.noted";

    fn place(&self) -> Place {
        Place::default()
    }
}

/// Emits its word, says so, and holds its transaction open until it is let go.
struct Note {
    word: &'static str,
    emitted: Arc<Notify>,
    go_on: Option<Arc<Notify>>,
}

impl Command for Note {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        tx.emit(
            actor,
            &Noted {
                word: self.word.to_owned(),
            },
        )
        .await?;
        self.emitted.notify_one();
        if let Some(go_on) = &self.go_on {
            go_on.notified().await;
        }
        Ok(())
    }
}

fn words(facts: &[kernel::Fact]) -> Vec<String> {
    facts
        .iter()
        .filter_map(|fact| fact.as_event::<Noted>())
        .map(|noted| noted.word)
        .collect()
}

/// Everything the log of this stage holds.
async fn all_facts(stage: &Stage) -> Vec<kernel::Fact> {
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 1000).await;
    facts.expect("facts")
}

#[tokio::test]
async fn a_change_that_fails_leaves_no_fact() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Facts", "one").await;
    let before = all_facts(&stage).await.len();

    ada.posts(&thread, " ").await;
    let refused = all_facts(&stage).await.len();
    ada.posts(&thread, "two").await;
    let after = all_facts(&stage).await;

    assert_eq!(refused, before);
    assert_eq!(after.len(), before + 1);
    assert_eq!(
        after.last().map(|fact| fact.kind.as_str()),
        Some("channels.post_created")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_slow_transaction_with_a_smaller_number_is_not_skipped() {
    if std::env::var("TEST_DATABASE_URL").is_err() {
        // SQLite has one writer: a transaction held open holds all others up, so none can overtake.
        return one_writer_keeps_the_order().await;
    }
    let stage = Stage::new().await;
    let (slow, emitted, go_on) = (
        stage.db().clone(),
        Arc::new(Notify::new()),
        Arc::new(Notify::new()),
    );
    let command = Note {
        word: "slow",
        emitted: emitted.clone(),
        go_on: Some(go_on.clone()),
    };
    let writing = tokio::spawn(async move { slow.write(Actor::System, command).await });
    emitted.notified().await;

    let quick = Note {
        word: "quick",
        emitted: Arc::new(Notify::new()),
        go_on: None,
    };
    stage
        .does(quick)
        .await
        .expect("the quick one commits first");
    let meanwhile = facts_after(&stage.db().read(), Cursor::default(), 100)
        .await
        .expect("facts");
    let place = meanwhile
        .last()
        .map_or_else(Cursor::default, |fact| fact.cursor);
    go_on.notify_one();
    writing
        .await
        .expect("no panic")
        .expect("the slow one commits");
    stage.facts_arrive().await;
    let later = facts_after(&stage.db().read(), place, 100)
        .await
        .expect("facts");

    let mut heard = words(&meanwhile);
    heard.extend(words(&later));
    heard.sort_unstable();
    assert_eq!(
        heard,
        ["quick", "slow"],
        "each is heard once, whichever number it has"
    );
}

async fn one_writer_keeps_the_order() {
    let stage = Stage::new().await;
    for word in ["first", "second"] {
        let note = Note {
            word,
            emitted: Arc::new(Notify::new()),
            go_on: None,
        };
        stage.does(note).await.expect("a note");
    }
    assert_eq!(words(&all_facts(&stage).await), ["first", "second"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn forty_writers_and_a_follower_lose_and_double_nothing() {
    let stage = Arc::new(Stage::new().await);
    let (db, mut place, mut heard) = (stage.db().clone(), Cursor::default(), Vec::new());
    let writers: Vec<_> = (0..40)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                let note = Note {
                    word: "one",
                    emitted: Arc::new(Notify::new()),
                    go_on: None,
                };
                db.write(Actor::System, note).await
            })
        })
        .collect();

    while heard.len() < 40 {
        let facts = facts_after(&db.read(), place, 7).await.expect("facts");
        place = facts.last().map_or(place, |fact| fact.cursor);
        heard.extend(
            facts
                .iter()
                .filter(|fact| fact.kind == Noted::KIND)
                .map(|fact| fact.id),
        );
        tokio::task::yield_now().await;
    }
    for writer in writers {
        writer.await.expect("no panic").expect("it commits");
    }

    heard.sort_unstable();
    heard.dedup();
    assert_eq!(heard.len(), 40);
}
