//! Keeping the index: at once, and whole after any crash.
use super::{bodies, found};
use async_trait::async_trait;
use channels::{BringInThreads, PostBroughtIn, ThreadBroughtInHere, ThreadKind};
use communities::Role;
use futures_util::poll;
use kernel::{Actor, Command, Db, Error, Id, PostId, Result, ThreadId, Tx};
use sea_orm::{ConnectionTrait, DbBackend};
use search::Searcher;
use serde_json::json;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tests::Stage;
use tokio::sync::Notify;

/// How many posts a whole index holds.
async fn sound(searcher: &Searcher, db: &Db) -> u64 {
    let tally = searcher.verify(&db.read()).await.expect("a comparison");
    assert!(tally.is_sound(), "{tally:?}");
    let kinds = searcher.stats().await.expect("figures").kinds;
    let others = ["person", "session"].iter().filter_map(|it| kinds.get(*it));
    tally.index.documents - others.sum::<u64>()
}

/// Opens the index again; the one before may still be letting go of its folder.
async fn opened(folder: &Path) -> Searcher {
    loop {
        match Searcher::open(folder) {
            Err(Error::Unavailable(_)) => tokio::task::yield_now().await,
            outcome => return outcome.expect("an index"),
        }
    }
}

#[tokio::test]
async fn an_index_cut_off_in_the_middle_catches_up_and_lacks_nothing() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya.begins(&lobby, "Herons", "heron").await;
    let folder = tempfile::tempdir().expect("a folder");

    // Dropped at another moment of its work each time.
    for moment in 0..40 {
        let post = priya.posts(&thread, &format!("heron {moment}")).await;
        if moment % 5 == 0 {
            let input = json!({ "input": { "post": post["data"]["createPost"]["id"] } });
            let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
            priya.asks(delete, input).await;
        }
        let searcher = opened(folder.path()).await;
        let mut catching_up = pin!(searcher.catch_up(stage.db()));
        for _ in 0..moment {
            if poll!(catching_up.as_mut()).is_ready() {
                break;
            }
            tokio::task::yield_now().await;
        }
    }

    let searcher = opened(folder.path()).await;
    searcher.catch_up(stage.db()).await.expect("it catches up");
    assert_eq!(sound(&searcher, stage.db()).await, 1 + 40 - 8);
    assert_eq!(
        searcher
            .catch_up(stage.db())
            .await
            .expect("nothing is left"),
        0
    );
}

#[tokio::test]
async fn an_index_of_another_database_is_told_anew() {
    let (here, there) = (Stage::new().await, Stage::new().await);
    let folder = tempfile::tempdir().expect("a folder");
    for (stage, words) in [(&here, "heron"), (&there, "kingfisher")] {
        let priya = stage.person("Priya").await;
        let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
        priya.begins(&lobby, "Birds", words).await;

        let searcher = opened(folder.path()).await;
        searcher.catch_up(stage.db()).await.expect("it catches up");

        assert_eq!(sound(&searcher, stage.db()).await, 1);
    }
}

#[tokio::test]
async fn a_damaged_index_fills_itself_again_and_says_so_meanwhile() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    priya.begins(&lobby, "Birds", "heron").await;
    let folder = tempfile::tempdir().expect("a folder");
    let searcher = opened(folder.path()).await;
    searcher.catch_up(stage.db()).await.expect("it catches up");
    drop(searcher);
    std::fs::write(folder.path().join("current"), "not what it was").expect("damage");

    let searcher = opened(folder.path()).await;
    assert!(searcher.is_warming());
    let behind = searcher.behind(&stage.db().read()).await;
    assert_eq!(behind.expect("an answer"), None);
    searcher.catch_up(stage.db()).await.expect("it catches up");

    assert!(!searcher.is_warming());
    assert_eq!(searcher.filled_percent(), None);
    let behind = searcher.behind(&stage.db().read()).await;
    assert_eq!(behind.expect("an answer"), Some(0));
    assert_eq!(sound(&searcher, stage.db()).await, 1);
}

#[tokio::test]
async fn a_whole_conversation_from_elsewhere_is_found() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (community, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    stage.settle().await;
    let at = stage.db().now() - chrono::TimeDelta::days(900);
    let entropy = &kernel::SystemEntropy;
    let post = |body: &str| PostBroughtIn {
        id: PostId::mint(at, entropy),
        author: priya.record.id,
        parent: None,
        body: body.to_owned(),
        html: format!("<p>{body}</p>"),
        created_at: at,
        edited_at: None,
        earlier: Vec::new(),
        helpful_unnamed: 3,
        reactions: Vec::new(),
    };
    let thread = ThreadBroughtInHere {
        id: ThreadId::mint(at, entropy),
        community: community.id,
        channel: lobby.id,
        kind: ThreadKind::Question,
        title: "Which bird?".to_owned(),
        tags: vec!["birds".to_owned()],
        posts: vec![post("A grey one"), post("A heron"), post("A crane")],
        accepted: Some(1),
        duplicate_of: None,
        locked_at: None,
    };

    stage
        .does(BringInThreads {
            threads: vec![thread],
        })
        .await
        .expect("brought in");
    stage.settle().await;

    assert_eq!(bodies(&found(&priya, "crane").await), ["A crane"]);
    assert_eq!(found(&priya, "birds").await["totalCount"], 3);
    assert_eq!(sound(&stage.app.searcher, stage.db()).await, 3);
}

#[tokio::test]
async fn a_rebuilt_index_holds_the_same_and_tells_how_far_it_is() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya.begins(&lobby, "Birds", "heron").await;
    priya.posts(&thread, "crane").await;
    stage.settle().await;
    let (searcher, mut told) = (&stage.app.searcher, Vec::new());

    searcher
        .rebuild(stage.db(), &mut |documents| told.push(documents))
        .await
        .expect("rebuilt");

    assert_eq!(told, [1, 3], "Priya, and what she said");
    assert_eq!(sound(searcher, stage.db()).await, 2);
    priya.posts(&thread, "stork").await;
    stage.settle().await;
    assert_eq!(found(&priya, "stork").await["totalCount"], 1);
}

/// Writes nothing, and keeps its transaction open until it is let go.
struct Dawdle {
    begun: Arc<Notify>,
    go_on: Arc<Notify>,
}

#[async_trait]
impl Command for Dawdle {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        let named = "SELECT pg_current_xact_id()";
        tx.conn().execute_unprepared(named).await?;
        self.begun.notify_one();
        self.go_on.notified().await;
        Ok(())
    }
}

#[tokio::test]
async fn what_the_index_could_not_hear_yet_is_no_fault_of_it() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya.wonders(&lobby, "Which bird?", "A heron?").await;
    let taken = priya.posts(&thread, "A crane.").await;
    stage.settle().await;
    let searcher = &stage.app.searcher;
    assert_eq!(sound(searcher, stage.db()).await, 2);

    // One writer has the whole of SQLite; on PostgreSQL somebody else may be slow meanwhile.
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let is_shared = stage.db().backend() == DbBackend::Postgres;
    let slow = is_shared.then(|| {
        let (begun, go_on) = (begun.clone(), go_on.clone());
        let db = stage.db().clone();
        tokio::spawn(async move { db.write(Actor::System, Dawdle { begun, go_on }).await })
    });
    if is_shared {
        begun.notified().await;
    }
    priya.posts(&thread, "A stork.").await;
    let act = async |document: &str, input| {
        let answer = priya.asks(document, json!({ "input": input })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
    };
    act(
        "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }",
        json!({ "post": taken["data"]["createPost"]["id"] }),
    )
    .await;
    act(
        "mutation($input: EditThreadInput!) { editThread(input: $input) { id } }",
        json!({ "thread": thread["id"], "title": "Which bird is it?" }),
    )
    .await;
    if is_shared {
        let heard = searcher.catch_up(stage.db()).await;
        assert_eq!(heard.expect("it listens"), 0);
    }
    assert_eq!(sound(searcher, stage.db()).await, 2);

    // What has no place in the log heard of nothing, and lacks all of it: two posts, and who wrote them.
    let empty = Searcher::in_memory().expect("an index");
    let tally = empty.verify(&stage.db().read()).await.expect("an answer");
    assert_eq!((tally.missing, tally.surplus, tally.stale), (3, 0, 0));
    go_on.notify_one();
    if let Some(slow) = slow {
        slow.await.expect("no panic").expect("it commits");
    }
    stage.settle().await;
    assert_eq!(sound(searcher, stage.db()).await, 2);
}

#[tokio::test]
async fn what_the_log_told_is_what_the_tables_tell_down_to_the_last_mark() {
    let stage = Stage::new().await;
    stage.settle().await;
    demo::load(stage.db(), &mut |_| {})
        .await
        .expect("the demonstration");
    stage.settle().await;

    assert!(sound(&stage.app.searcher, stage.db()).await > 150);
}

#[tokio::test]
async fn an_author_finds_their_own_words_at_once() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&all).await;
    stage.settle().await;
    let (searcher, db) = (stage.app.searcher.clone(), stage.db().clone());
    let following = tokio::spawn(async move { searcher.follow(&db).await });

    for bird in ["heron", "crane", "stork", "wren"] {
        let thread = priya.begins(&lobby, "Birds", bird).await;
        stage.facts_arrive().await;
        assert_eq!(bodies(&found(&priya, bird).await), [bird]);
        let input = json!({ "post": thread["opening"]["id"], "body": "A moth.", "revision": 1 });
        let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { id } }";
        priya.asks(edit, json!({ "input": input })).await;
        stage.facts_arrive().await;
        assert_eq!(found(&priya, bird).await["totalCount"], 0);
    }
    following.abort();
}

#[tokio::test]
async fn a_post_is_found_within_a_second() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let (searcher, db) = (stage.app.searcher.clone(), stage.db().clone());
    let following = tokio::spawn(async move { searcher.follow(&db).await });

    priya.begins(&lobby, "Birds", "heron").await;
    let appears = async {
        while found(&priya, "heron").await["totalCount"] != 1 {
            tokio::task::yield_now().await;
        }
    };

    tokio::time::timeout(Duration::from_secs(1), appears)
        .await
        .expect("found in time");
    following.abort();
}
