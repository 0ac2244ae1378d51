//! The event log: written with the change, read in an order that a late commit cannot disturb.
use async_trait::async_trait;
use communities::{
    Acceptance, InvitationAccepted, InvitePerson, PersonInvited, Role, accept_invitation,
};
use identity::{MailReset, ResetMinted, Secret, Visitor, mint_reset};
use imports::{Intent, RosterApplied, Unheard, import_roster};
use kernel::{
    Actor, Command, Cursor, Event, FORGET_TRANSACTIONS, Follower, Place, Result, Tx, facts_after,
    rebase_after_restore,
};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex};
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

#[async_trait]
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

#[tokio::test]
async fn links_and_imports_are_facts_for_those_they_concern() {
    let stage = Stage::new().await;
    let (cohort, _) = stage.cohort_of(&[]).await;
    let invited = stage.does(InvitePerson {
        community: cohort.id,
        email: "priya@example.org".to_owned(),
        role: Role::Learner,
    });
    let acceptance = Acceptance {
        token: invited.await.expect("an invitation").token,
        name: "Priya".to_owned(),
        password: Secret::new("four quiet otters juggle"),
        code: None,
        visitor: Visitor::default(),
    };
    let (db, hasher) = (stage.db(), &stage.app.hasher);
    let came = accept_invitation(db, hasher, Actor::Anonymous, acceptance).await;
    let priya = came.expect("a way in").person;
    let reset = MailReset {
        email: "priya@example.org".to_owned(),
    };
    mint_reset(db, &reset).await.expect("a link");
    let roster = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(&roster, "name,email\nMei Wu,mei@example.org\n").expect("a roster");
    let bring_in = Intent::BringIn(Arc::new(Unheard));
    import_roster(db, &cohort.slug, roster.path(), bring_in)
        .await
        .expect("an import");

    let facts = all_facts(&stage).await;
    let place_of = |kind: &str| {
        let fact = facts.iter().find(|fact| fact.kind == kind);
        fact.map(|fact| fact.place)
    };
    let in_cohort = Some(Place::community(cohort.id));
    assert_eq!(place_of(PersonInvited::KIND), in_cohort);
    assert_eq!(place_of(InvitationAccepted::KIND), in_cohort);
    assert_eq!(place_of(RosterApplied::KIND), in_cohort);
    assert_eq!(place_of(ResetMinted::KIND), Some(Place::person(priya.id)));
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

/// Hears words, and nothing else.
#[derive(Default)]
struct Ear(Mutex<Vec<String>>);

#[async_trait]
impl Follower for Ear {
    const NAME: &'static str = "tests.ear";

    fn heeds(&self, fact: &kernel::Fact) -> bool {
        fact.kind == Noted::KIND
    }

    async fn hear(&self, _: &Tx, facts: &[kernel::Fact]) -> Result<()> {
        self.0.lock().expect("an ear").extend(words(facts));
        Ok(())
    }
}

async fn places_written(stage: &Stage) -> i64 {
    let count = "SELECT count(*) AS places FROM follower WHERE name = 'tests.ear'";
    let count = Statement::from_string(stage.db().backend(), count);
    let row = stage.db().read().query_one_raw(count).await;
    let row = row.expect("the followers").expect("a row");
    row.try_get("", "places").expect("a count")
}

#[tokio::test]
async fn what_does_not_concern_a_follower_is_passed_by_without_a_transaction() {
    let stage = Stage::new().await;
    let ear = Arc::new(Ear::default());
    stage.person("Ada").await;
    stage.person("Ben").await;
    stage.facts_arrive().await;
    assert_eq!(stage.db().catch_up(&ear).await.expect("it hears"), 2);
    assert_eq!(places_written(&stage).await, 0);
    let note = Note {
        word: "first",
        emitted: Arc::new(Notify::new()),
        go_on: None,
    };
    stage.does(note).await.expect("a note");
    stage.person("Cleo").await;
    stage.facts_arrive().await;
    let heard = stage.db().catch_up(&ear).await.expect("it hears");
    assert_eq!((heard, places_written(&stage).await), (2, 1));
    assert_eq!(stage.db().catch_up(&ear).await.expect("it hears"), 0);

    // Much that does not concern it moves the place that is written all the same.
    let before = *ear.0.lock().expect("an ear") == ["first"];
    for number in 0..201 {
        stage.person(&format!("Somebody {number}")).await;
    }
    stage.facts_arrive().await;
    assert_eq!(stage.db().catch_up(&ear).await.expect("it hears"), 201);
    let lag = "SELECT count(*) AS lag FROM event e, follower f WHERE f.name = 'tests.ear'
        AND (e.txid > f.txid OR (e.txid = f.txid AND e.seq > f.seq))";
    let lag = Statement::from_string(stage.db().backend(), lag);
    let row = stage.db().read().query_one_raw(lag).await;
    let lag: i64 = row
        .expect("a log")
        .expect("a row")
        .try_get("", "lag")
        .expect("a count");
    assert!(before && lag < 200, "{lag}");
}

/// A log as another PostgreSQL wrote it: the second note was committed last, and a follower has heard
/// the two others.
struct FromElsewhere;

#[async_trait]
impl Command for FromElsewhere {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        let conn = tx.conn();
        conn.execute_unprepared(
            "UPDATE event SET txid = 4000000000000 + seq; \
             UPDATE event SET txid = txid + 10 WHERE CAST(body AS text) LIKE '%overtaken%'; \
             DELETE FROM follower; \
             INSERT INTO follower (name, txid, seq) \
               SELECT 'tests.ear', txid, seq FROM event WHERE CAST(body AS text) LIKE '%quick%'",
        )
        .await?;
        if conn.get_database_backend() == DbBackend::Sqlite {
            // What a restore does there; on PostgreSQL the start of the program does it.
            conn.execute_unprepared(FORGET_TRANSACTIONS).await?;
        }
        Ok(())
    }
}

#[tokio::test]
async fn a_log_that_moves_to_another_database_is_heard_to_its_end() {
    let stage = Stage::new().await;
    let note = |word| Note {
        word,
        emitted: Arc::new(Notify::new()),
        go_on: None,
    };
    for word in ["first", "overtaken", "quick"] {
        stage.does(note(word)).await.expect("a note");
    }
    stage.does(FromElsewhere).await.expect("another log");

    let moved = rebase_after_restore(stage.db()).await.expect("an answer");
    stage.does(note("new")).await.expect("a note");
    stage.facts_arrive().await;
    let ear = Arc::new(Ear::default());
    stage.db().catch_up(&ear).await.expect("it hears");

    assert_eq!(moved, stage.db().backend() == DbBackend::Postgres);
    let heard = ear.0.lock().expect("an ear").clone();
    assert_eq!(heard, ["overtaken", "quick", "new"]);
}
