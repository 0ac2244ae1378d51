//! A server that is killed in the middle of its work forgets nothing that it acknowledged.
use communities::Role;
use futures_util::future::join_all;
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::{Door, Program, Visitor, until};
use tokio::sync::mpsc;

const KILLS: usize = 20;
const WRITERS: usize = 16;
const CONVERSATIONS: usize = 4;
/// In every reply, so that a search finds all of them.
const WORD: &str = "practised";

const POST: &str = "mutation($input: CreatePostInput!) { createPost(input: $input) { body } }";

/// Somebody who writes one reply after the other, as the web app does: what was not acknowledged is
/// sent again, under the same nonce.
struct Writer {
    name: usize,
    cookie: String,
    thread: Value,
    acknowledged: Vec<String>,
}

impl Writer {
    /// Writes until the server is gone.
    async fn writes(&mut self, server: &Visitor, acknowledgements: mpsc::UnboundedSender<()>) {
        let browser = server.with(&self.cookie);
        loop {
            let nonce = format!("{}-{}", self.name, self.acknowledged.len());
            let body = format!("I {WORD} this: {nonce}");
            let input = json!({ "thread": self.thread, "body": body, "nonce": nonce });
            let Ok(answer) = browser.tries(POST, json!({ "input": input })).await else {
                return;
            };
            assert_eq!(answer["data"]["createPost"]["body"], body, "{answer}");
            self.acknowledged.push(body);
            let _ = acknowledgements.send(());
        }
    }
}

/// Sixteen learners in four conversations that Amara began, and Amara's cookie.
async fn cohort(program: &Program) -> (String, Vec<Writer>) {
    let stage = program.stage().await;
    let door = Door::of(&stage);
    let amara = stage.person("Amara Okafor").await;
    let (community, lobby) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    let mut threads = Vec::new();
    for number in 0..CONVERSATIONS {
        let title = format!("Practice {number}");
        let thread = amara.begins(&lobby, &title, "How did it go?").await;
        threads.push(thread["id"].clone());
    }
    let mut writers = Vec::new();
    for name in 0..WRITERS {
        let person = stage.person(&format!("Learner {name}")).await;
        stage.joins(&person, &community, Role::Learner).await;
        writers.push(Writer {
            name,
            cookie: door.cookie_of(&person).await,
            thread: threads[name % CONVERSATIONS].clone(),
            acknowledged: Vec::new(),
        });
    }
    (door.cookie_of(&amara).await, writers)
}

/// What stands in the database while the server runs on it.
struct Rows {
    /// How often each reply is there.
    replies: BTreeMap<String, i64>,
    conversations_miscounted: i64,
}

#[derive(FromQueryResult)]
struct Reply {
    body: String,
    times: i64,
}

async fn rows(program: &Program) -> Rows {
    let database = program.database().await;
    let backend = database.get_database_backend();
    let ask = |query: &str| Statement::from_string(backend, query);
    let replies = "SELECT body, COUNT(*) AS times FROM post WHERE number > 1 GROUP BY body";
    let replies = Reply::find_by_statement(ask(replies)).all(&database).await;
    let miscounted = "SELECT COUNT(*) AS conversations FROM thread WHERE reply_count <>
        (SELECT COUNT(*) FROM post WHERE thread_id = thread.id AND number > 1)";
    let miscounted = database.query_one_raw(ask(miscounted)).await;
    if backend == DbBackend::Sqlite {
        let checked = database.query_one_raw(ask("PRAGMA integrity_check")).await;
        let checked = checked.expect("a check").expect("a row");
        assert_eq!(checked.try_get_by_index::<String>(0).as_deref(), Ok("ok"));
    }
    database.close().await.expect("the database closes");
    let miscounted = miscounted.expect("the conversations").expect("a count");
    Rows {
        replies: replies
            .expect("the replies")
            .into_iter()
            .map(|reply| (reply.body, reply.times))
            .collect(),
        conversations_miscounted: miscounted.try_get_by_index(0).expect("a number"),
    }
}

/// Every acknowledged reply is there, each reply once, and the counters agree with the rows.
async fn nothing_is_lost(program: &Program, writers: &[Writer]) -> usize {
    let rows = rows(program).await;
    for body in writers.iter().flat_map(|writer| &writer.acknowledged) {
        assert!(rows.replies.contains_key(body), "lost: {body}");
    }
    assert!(rows.replies.values().all(|times| *times == 1));
    assert_eq!(rows.conversations_miscounted, 0);
    rows.replies.len()
}

/// Those who follow the log hear of all that was written: Amara finds it, and it waits in her inbox.
async fn followers_catch_up(amara: &Visitor, replies: usize) {
    let found = format!("{{ search(query: \"{WORD}\", first: 1) {{ totalCount }} }}");
    until("the index has every reply", async || {
        let answer = amara.asks(&found, Value::Null).await;
        answer["data"]["search"]["totalCount"] == replies
    })
    .await;
    let inbox = "{ inbox(first: 100) { edges { node { newCount } } } }";
    until("every reply waits in the inbox", async || {
        let answer = amara.asks(inbox, Value::Null).await;
        let items = answer["data"]["inbox"]["edges"].as_array();
        let counts = items.into_iter().flatten();
        let waiting: u64 = counts
            .filter_map(|item| item["node"]["newCount"].as_u64())
            .sum();
        waiting == replies as u64
    })
    .await;
}

/// The bodies of a conversation's replies, as a reader turns its pages.
async fn read(reader: &Visitor, thread: &Value) -> Vec<String> {
    let page =
        "query($id: ID!, $after: String) { thread(id: $id) { posts(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor } edges { node { number body } } } } }";
    let (mut bodies, mut after) = (Vec::new(), Value::Null);
    loop {
        let answer = reader
            .asks(page, json!({ "id": thread, "after": after }))
            .await;
        let posts = &answer["data"]["thread"]["posts"];
        let nodes = posts["edges"].as_array().expect("posts").iter();
        let replies = nodes.filter(|edge| edge["node"]["number"] != 1);
        bodies.extend(replies.filter_map(|edge| edge["node"]["body"].as_str().map(str::to_owned)));
        if posts["pageInfo"]["hasNextPage"] != true {
            return bodies;
        }
        after = posts["pageInfo"]["endCursor"].clone();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_server_is_killed_twenty_times() {
    let program = Program::new().await;
    let (amara, mut writers) = cohort(&program).await;

    for kill in 0..KILLS {
        let server = program.serves().await;
        let visitor = server.visitor();
        let replies = nothing_is_lost(&program, &writers).await;
        followers_catch_up(&visitor.with(&amara), replies).await;

        // From a first word to full swing: a kill meets the server in every state.
        let enough = 1 + kill * 4;
        let (acknowledge, mut acknowledgements) = mpsc::unbounded_channel();
        let killing = async {
            for _ in 0..enough {
                acknowledgements.recv().await;
            }
            server.dies().await;
        };
        let writing = writers
            .iter_mut()
            .map(|writer| writer.writes(&visitor, acknowledge.clone()));
        tokio::join!(killing, join_all(writing));
    }

    let server = program.serves().await;
    let replies = nothing_is_lost(&program, &writers).await;
    let amara = server.visitor().with(&amara);
    followers_catch_up(&amara, replies).await;
    let threads: BTreeSet<String> = writers
        .iter()
        .map(|writer| writer.thread.to_string())
        .collect();
    let mut shown = Vec::new();
    for thread in threads {
        let thread = serde_json::from_str(&thread).expect("an id");
        shown.extend(read(&amara, &thread).await);
    }
    let acknowledged = writers.iter().flat_map(|writer| &writer.acknowledged);
    assert_eq!(shown.len(), replies);
    assert!(acknowledged.into_iter().all(|body| shown.contains(body)));
}
