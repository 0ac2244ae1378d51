//! Where an answer is asked for first, nobody who has not answered finds what others answered, whichever
//! way they take.
use super::{bodies, page};
use channels::{Answers, AskFirst, BeginPrompt, Channel};
use communities::Role;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Door, Person, Stage, error_of};
use tokio::time::timeout;

/// Amara asks; Jonas has answered; Priya has not; Mei only watches; Tomás keeps order.
struct Asked<'stage> {
    amara: Person<'stage>,
    jonas: Person<'stage>,
    priya: Person<'stage>,
    mei: Person<'stage>,
    tomas: Person<'stage>,
    channel: Channel,
    /// The conversation.
    ask: Value,
    /// What Jonas answered.
    answer: Value,
}

async fn asked(stage: &Stage) -> Asked<'_> {
    let amara = stage.person("Amara").await;
    let jonas = stage.person("Jonas").await;
    let priya = stage.person("Priya").await;
    let mei = stage.person("Mei").await;
    let tomas = stage.person("Tomas").await;
    let (_, channel) = stage
        .cohort_of(&[
            (&amara, Role::Facilitator),
            (&jonas, Role::Learner),
            (&priya, Role::Learner),
            (&mei, Role::Observer),
            (&tomas, Role::Moderator),
        ])
        .await;
    let ask = BeginPrompt {
        channel: channel.id,
        title: "A change that failed".to_owned(),
        body: "What went wrong?".to_owned(),
        answers: Answers::First,
        attachments: Vec::new(),
        nonce: tests::nonce(),
        words: None,
    };
    let ask = amara.does(ask).await.expect("a prompt");
    let ask = json!({ "id": ask.id.to_string() });
    let answer = jonas.posts(&ask, "We told nobody about the heron").await;
    assert!(answer.get("errors").is_none(), "{answer}");
    Asked {
        answer: answer["data"]["createPost"].clone(),
        amara,
        jonas,
        priya,
        mei,
        tomas,
        channel,
        ask,
    }
}

async fn read(person: &Person<'_>, thread: &Value) -> Vec<String> {
    let page = page(person, thread).await;
    bodies(&page).into_iter().map(str::to_owned).collect()
}

async fn mutates(person: &Person<'_>, field: &str, input: &str) -> Value {
    let mutation = format!("mutation {{ {field}(input: {{ {input} }}) {{ __typename }} }}");
    person.asks(&mutation, json!({})).await
}

#[tokio::test]
async fn who_has_not_answered_reads_what_was_asked_and_how_many_answered() {
    let stage = Stage::new().await;
    let it = asked(&stage).await;
    let look = "query($id: ID!) { thread(id: $id) { kind replyCount unreadCount
        withheld { reason count } lastAuthor { name } participants { name } } }";

    for person in [&it.priya, &it.mei] {
        assert_eq!(read(person, &it.ask).await, ["What went wrong?"]);
        let seen = person.asks(look, json!({ "id": it.ask["id"] })).await;
        let expected = json!({
            "kind": "PROMPT", "replyCount": 1, "unreadCount": 1,
            "withheld": { "reason": "ANSWER_FIRST", "count": 1 },
            "lastAuthor": { "name": "Amara" }, "participants": [{ "name": "Amara" }],
        });
        assert_eq!(seen["data"]["thread"], expected, "{seen}");
    }
    for person in [&it.amara, &it.tomas, &it.jonas] {
        let all = ["What went wrong?", "We told nobody about the heron"];
        assert_eq!(read(person, &it.ask).await, all);
        let seen = person.asks(look, json!({ "id": it.ask["id"] })).await;
        assert_eq!(seen["data"]["thread"]["withheld"], Value::Null);
        assert_eq!(seen["data"]["thread"]["lastAuthor"]["name"], "Jonas");
    }
}

#[tokio::test]
async fn an_answer_opens_the_answers_of_others_for_as_long_as_it_stands() {
    let stage = Stage::new().await;
    let it = asked(&stage).await;

    let own = it.priya.posts(&it.ask, "I asked too late").await;
    assert_eq!(read(&it.priya, &it.ask).await.len(), 3);
    let own = format!("post: {}", own["data"]["createPost"]["id"]);
    mutates(&it.priya, "deletePost", &own).await;
    let left = read(&it.priya, &it.ask).await;
    mutates(&it.priya, "restorePost", &own).await;
    let back = read(&it.priya, &it.ask).await;

    assert_eq!(
        left,
        ["What went wrong?", "I asked too late"],
        "their own is theirs to restore"
    );
    assert_eq!(back.len(), 3);
    let open = AskFirst {
        thread: it.ask["id"]
            .as_str()
            .expect("an id")
            .parse()
            .expect("an id"),
        answers: Answers::Open,
    };
    it.amara.does(open).await.expect("opened to all");
    assert_eq!(read(&it.mei, &it.ask).await.len(), 3);
}

#[tokio::test]
async fn no_mutation_tells_that_there_is_such_an_answer() {
    let stage = Stage::new().await;
    let it = asked(&stage).await;
    let (thread, post) = (&it.ask["id"], &it.answer["id"]);
    let imagined = json!("post_01h455vb4pex5vsknk084sn02q");
    let deleted = it.jonas.posts(&it.ask, "and a word too much").await;
    let deleted = &deleted["data"]["createPost"]["id"];
    mutates(&it.jonas, "deletePost", &format!("post: {deleted}")).await;

    for person in [&it.priya, &it.mei] {
        for hidden in [post, deleted, &imagined] {
            let attempts = [
                (
                    "createPost",
                    format!("thread: {thread}, parent: {hidden}, body: \"x\", nonce: \"1\""),
                ),
                (
                    "editPost",
                    format!("post: {hidden}, body: \"x\", revision: 1"),
                ),
                ("deletePost", format!("post: {hidden}")),
                ("restorePost", format!("post: {hidden}")),
                ("react", format!("post: {hidden}, kind: HELPFUL, on: true")),
                ("markUnread", format!("post: {hidden}")),
            ];
            for (field, input) in attempts {
                let answer = mutates(person, field, &input).await;
                let told = error_of(&answer);
                let observer = field == "createPost" && told.0 == "FORBIDDEN";
                let nothing = ("NOT_FOUND".to_owned(), "there is no such post".to_owned());
                assert!(told == nothing || observer, "{field}: {answer}");
            }
            let node = "query($id: ID!) { node(id: $id) { id } }";
            let answer = person.asks(node, json!({ "id": hidden })).await;
            assert_eq!(answer, json!({ "data": { "node": null } }));
        }
    }
}

#[tokio::test]
async fn reading_on_goes_no_further_than_what_can_be_read() {
    let stage = Stage::new().await;
    let it = asked(&stage).await;

    mutates(
        &it.priya,
        "markRead",
        &format!("thread: {}, through: 99", it.ask["id"]),
    )
    .await;
    let before = page(&it.priya, &it.ask).await;

    assert_eq!(
        (&before["readThrough"], &before["unreadCount"]),
        (&json!(1), &json!(0))
    );
    let channel = "query($id: ID!) { node(id: $id) { ... on Channel { unreadCount
        threads(first: 5, filter: UNREAD) { edges { node { id } } } } } }";
    let seen = it
        .priya
        .asks(channel, json!({ "id": it.channel.id.to_string() }))
        .await;
    assert_eq!(seen["data"]["node"]["unreadCount"], 0, "{seen}");
    assert_eq!(seen["data"]["node"]["threads"]["edges"], json!([]));
}

#[tokio::test]
async fn files_of_answers_are_for_who_reads_them() {
    let stage = Stage::new().await;
    let it = asked(&stage).await;
    let files = &stage.app.files;
    let content = b"what we wrote on the wall".to_vec().into();
    let file = files
        .accept(stage.db(), it.jonas.actor(), "wall.txt", content)
        .await;
    let file = file.expect("a file");
    let with = format!(
        "thread: {}, body: \"see\", nonce: \"f\", attachments: [\"{}\"]",
        it.ask["id"], file.id
    );
    let posted = mutates(&it.jonas, "createPost", &with).await;
    assert!(posted.get("errors").is_none(), "{posted}");
    let door = Door::of(&stage);
    let client = poem::test::TestClient::new(door.routes());

    let node = "query($id: ID!) { node(id: $id) { id } }";
    for (person, status) in [
        (&it.priya, 404),
        (&it.mei, 404),
        (&it.tomas, 200),
        (&it.jonas, 200),
    ] {
        let cookie = door.cookie_of(person).await;
        let path = format!("/files/{}/wall", file.id);
        let answer = client.get(path).header("cookie", cookie).send().await;
        let found = person
            .asks(node, json!({ "id": file.id.to_string() }))
            .await;

        assert_eq!(answer.0.status().as_u16(), status, "{}", person.record.name);
        assert_eq!(found["data"]["node"].is_null(), status == 404, "{found}");
    }
}

#[tokio::test]
async fn searching_neither_finds_nor_counts_what_is_withheld() {
    let stage = Stage::new().await;
    let it = asked(&stage).await;
    stage.settle().await;
    let search = "query($query: String!) { search(query: $query, first: 5) { totalCount
        edges { snippet node { body } } } }";
    let finds = async |person: &Person<'_>, word: &str| {
        let answer = person.asks(search, json!({ "query": word })).await;
        answer["data"]["search"].clone()
    };

    for person in [&it.priya, &it.mei] {
        let nothing = json!({ "totalCount": 0, "edges": [] });
        assert_eq!(finds(person, "heron").await, nothing);
        assert_eq!(
            finds(person, "wrong").await["totalCount"],
            1,
            "what was asked is found"
        );
    }
    for person in [&it.amara, &it.tomas, &it.jonas] {
        assert_eq!(
            finds(person, "heron").await["totalCount"],
            1,
            "{}",
            person.record.name
        );
    }
    it.priya.posts(&it.ask, "We never saw it").await;
    stage.settle().await;
    assert_eq!(finds(&it.priya, "heron").await["totalCount"], 1);
}

#[tokio::test]
async fn an_inbox_speaks_of_no_answer_that_is_withheld() {
    let stage = Stage::new().await;
    let it = asked(&stage).await;
    let inbox = "{ inbox(first: 5) { edges { node { newCount latestPost { body } } } }
        viewer { inboxUnreadCount } today { waiting { id } news { title unreadCount } } }";
    stage.settle().await;
    let follow = format!("thread: {}, follow: FOLLOWING", it.ask["id"]);
    mutates(&it.priya, "followThread", &follow).await;
    it.jonas.posts(&it.ask, "@priya would know").await;
    stage.settle().await;

    let before = it.priya.asks(inbox, json!({})).await;
    it.priya.posts(&it.ask, "I would not").await;
    it.jonas.posts(&it.ask, "@priya thank you").await;
    stage.settle().await;
    let after = it.priya.asks(inbox, json!({})).await;
    let own = page(&it.priya, &it.ask).await["posts"]["edges"][3]["node"]["id"].clone();
    mutates(&it.priya, "deletePost", &format!("post: {own}")).await;
    stage.settle().await;
    let taken_back = it.priya.asks(inbox, json!({})).await;

    let first = &before["data"];
    assert_eq!(first["inbox"]["edges"], json!([]), "{before}");
    assert_eq!(first["viewer"]["inboxUnreadCount"], 0);
    assert_eq!(first["today"]["waiting"], json!([]));
    let told = &after["data"]["inbox"]["edges"][0]["node"];
    assert_eq!(told["latestPost"]["body"], "@priya thank you", "{after}");
    assert_eq!(
        taken_back["data"]["inbox"]["edges"],
        json!([]),
        "{taken_back}"
    );
    assert_eq!(taken_back["data"]["viewer"]["inboxUnreadCount"], 0);
}

const FOLLOW: &str = "subscription($in: ID, $after: String) { liveEvents(in: $in, after: $after) {
    cursor kind post { body author { name } } thread { replyCount } } }";

async fn next(stream: &mut BoxStream<'static, Value>) -> Value {
    let event = timeout(Duration::from_secs(5), stream.next()).await;
    event.expect("an event").expect("a stream")["data"]["liveEvents"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_not_answered_hears_that_there_is_one_more_and_no_word_of_it() {
    let stage = Stage::new().await;
    stage.goes_live();
    let it = asked(&stage).await;
    stage.facts_arrive().await;
    let place = json!({ "in": it.ask["id"] });
    let mut hers = it.priya.follows(FOLLOW, place.clone()).await;
    let mut his = it.tomas.follows(FOLLOW, place).await;
    let ready = next(&mut hers).await;
    next(&mut his).await;

    let second = it.jonas.posts(&it.ask, "And nobody about the crane").await;
    let (told, read) = (next(&mut hers).await, next(&mut his).await);
    let second = &second["data"]["createPost"]["id"];
    mutates(
        &it.jonas,
        "editPost",
        &format!("post: {second}, body: \"x\", revision: 1"),
    )
    .await;
    mutates(
        &it.amara,
        "react",
        &format!("post: {second}, kind: HELPFUL, on: true"),
    )
    .await;
    // Who may read hears of both, so both were told before Priya answers.
    next(&mut his).await;
    next(&mut his).await;
    it.priya.posts(&it.ask, "We asked late").await;
    let own = next(&mut hers).await;
    it.jonas.posts(&it.ask, "So did we").await;
    let opened = next(&mut hers).await;
    let resumed = json!({ "in": it.ask["id"], "after": ready["cursor"] });
    let mut missed = it.mei.follows(FOLLOW, resumed).await;
    let (_, replayed) = (next(&mut missed).await, next(&mut missed).await);

    assert_eq!(read["post"]["body"], "And nobody about the crane");
    for event in [told, replayed] {
        assert_eq!(event["kind"], "THREAD_CHANGED", "{event}");
        assert_eq!(event["post"], Value::Null);
    }
    assert_eq!(
        own["kind"], "POST_CREATED",
        "neither the edit nor the reaction is told: {own}"
    );
    assert_eq!(own["post"]["author"]["name"], "Priya");
    assert_eq!(opened["post"]["body"], "So did we");
}
