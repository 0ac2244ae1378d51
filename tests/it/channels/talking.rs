//! What people write: threads, replies, edits, deletions, reactions.
use super::{PAGE, bodies, page};
use communities::Role;
use kernel::{Id, ThreadId};
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn a_conversation_is_read_with_each_reply_beside_what_it_answers() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let (_, lobby) = stage
        .cohort_of(&[(&ada, Role::Learner), (&ben, Role::Learner)])
        .await;
    let thread = ada
        .begins(&lobby, "  What did you try?  ", "I tried a **pause**.")
        .await;
    let first = ben.posts(&thread, "I asked a question.").await["data"]["createPost"].clone();
    ben.posts(&thread, "And I waited.").await;

    let answer = ada
        .replies(&thread, Some(&first), "How did they take it?")
        .await;
    ben.replies(
        &thread,
        Some(&answer["data"]["createPost"]),
        "Well, after a while.",
    )
    .await;

    let page = page(&ada, &thread).await;
    assert_eq!(thread["title"], "What did you try?");
    assert_eq!(page["replyCount"], 4);
    assert_eq!(
        bodies(&page),
        [
            "I tried a **pause**.",
            "I asked a question.",
            "How did they take it?",
            "Well, after a while.",
            "And I waited."
        ]
    );
    // One level deep: the answer to a reply stands beside that reply.
    let parents: Vec<_> = page["posts"]["edges"].as_array().expect("edges")[2..4]
        .iter()
        .map(|edge| edge["node"]["parentId"].clone())
        .collect();
    assert_eq!(parents, [first["id"].clone(), first["id"].clone()]);
}

#[tokio::test]
async fn pages_of_a_thread_join_without_a_gap() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Counting", "0").await;
    for n in 1..7 {
        ada.posts(&thread, &n.to_string()).await;
    }

    let mut seen = Vec::new();
    let mut after = Value::Null;
    loop {
        let variables = json!({ "id": thread["id"], "first": 3, "after": after });
        let page = ada.asks(PAGE, variables).await["data"]["thread"].clone();
        seen.extend(bodies(&page).iter().map(ToString::to_string));
        after = page["posts"]["pageInfo"]["endCursor"].clone();
        if page["posts"]["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }

    assert_eq!(seen, ["0", "1", "2", "3", "4", "5", "6"]);
}

#[tokio::test]
async fn a_stranger_is_told_that_there_is_no_such_thread() {
    let stage = Stage::new().await;
    let (ada, eve) = (stage.person("Ada").await, stage.person("Eve").await);
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Between us", "quietly").await;
    let absent: ThreadId = Id::mint(stage.db().now(), &kernel::SystemEntropy);

    let hidden = eve.posts(&thread, "let me in").await;
    let missing = eve
        .posts(&json!({ "id": absent.to_string() }), "let me in")
        .await;

    assert_eq!(
        error_of(&hidden),
        ("NOT_FOUND".into(), "there is no such thread".into())
    );
    assert_eq!(
        hidden["errors"][0]["extensions"],
        missing["errors"][0]["extensions"]
    );
    assert_eq!(
        error_of(
            &stage
                .stranger_asks("{ inbox(first: 1) { edges { cursor } } }", json!({}))
                .await
        )
        .0,
        "SIGN_IN_FIRST"
    );
}

#[tokio::test]
async fn an_id_of_another_kind_is_refused_in_words() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;

    let answer = ada
        .asks(PAGE, json!({ "id": lobby.id.to_string(), "first": 1 }))
        .await;

    let (code, words) = error_of(&answer);
    assert_eq!(code, "INVALID");
    assert!(
        words.contains("this is the id of a channel, and a thread is needed here"),
        "{words}"
    );
}

#[tokio::test]
async fn what_cannot_be_a_post_is_refused_and_named() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Limits", "ok").await;

    for (body, words) in [
        (" \n\t ".to_owned(), "this cannot be empty"),
        ("\u{202e}\u{200b}".to_owned(), "this cannot be empty"),
        ("a\0b".to_owned(), "there is a NUL character in this text"),
        (
            "x".repeat(70_000),
            "this is too long: 68 KB, and 64 KB is the most",
        ),
    ] {
        let answer = ada.posts(&thread, &body).await;
        assert_eq!(error_of(&answer), ("INVALID".into(), words.into()));
        assert_eq!(answer["errors"][0]["extensions"]["field"], "body");
    }
    assert_eq!(page(&ada, &thread).await["replyCount"], 0);
}

#[tokio::test]
async fn a_request_sent_twice_posts_once() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Once", "only").await;
    let input =
        json!({ "input": { "thread": thread["id"], "body": "again", "nonce": "the-same" } });
    let reply = "mutation($input: CreatePostInput!) { createPost(input: $input) { id } }";

    let first = ada.asks(reply, input.clone()).await;
    let second = ada.asks(reply, input).await;

    assert_eq!(first, second);
    assert_eq!(page(&ada, &thread).await["replyCount"], 1);
}

#[tokio::test]
async fn an_edit_over_an_edit_shows_both_texts() {
    let stage = Stage::new().await;
    let (ada, mo) = (stage.person("Ada").await, stage.person("Mo").await);
    let (_, lobby) = stage
        .cohort_of(&[(&ada, Role::Learner), (&mo, Role::Moderator)])
        .await;
    let thread = ada.begins(&lobby, "Wording", "It was allways so.").await;
    let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { body revision
        revisions(first: 5) { edges { node { number body reason editedBy { name }
            diff { kind text } } } } } }";
    let id = thread["opening"]["id"].clone();
    let change = |body: &str, revision: i32, reason: Option<&str>| {
        json!({ "input": {
        "post": id, "body": body, "revision": revision, "reason": reason } })
    };

    let without = mo.asks(edit, change("It was always so.", 1, None)).await;
    let fixed = mo
        .asks(edit, change("It was always so.", 1, Some("a typing error")))
        .await;
    let late = ada.asks(edit, change("It was often so.", 1, None)).await;

    assert_eq!(without["errors"][0]["extensions"]["field"], "reason");
    assert_eq!(error_of(&late).0, "CONFLICT");
    let current = &late["errors"][0]["extensions"]["current"];
    assert_eq!(
        *current,
        json!({ "body": "It was always so.", "revision": 2 })
    );
    let history = &fixed["data"]["editPost"]["revisions"]["edges"][0]["node"];
    assert_eq!(history["body"], "It was allways so.");
    assert_eq!(history["reason"], "a typing error");
    assert_eq!(history["editedBy"]["name"], "Mo");
    assert!(
        history["diff"]
            .as_array()
            .expect("chunks")
            .contains(&json!({ "kind": "REMOVED", "text": "allways" }))
    );
}

#[tokio::test]
async fn each_page_of_a_history_shows_what_its_first_edit_changed() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Drafts", "one").await;
    let id = thread["opening"]["id"].clone();
    let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { revision } }";
    for (revision, body) in [(1, "two"), (2, "three")] {
        let input = json!({ "post": id, "body": body, "revision": revision });
        ada.asks(edit, json!({ "input": input })).await;
    }
    let history = "query($id: ID!, $after: String) { node(id: $id) { ... on Post {
        revisions(first: 1, after: $after) { edges { cursor node { number diff { kind text } } } } } } }";

    let first = ada.asks(history, json!({ "id": id })).await;
    let edge = &first["data"]["node"]["revisions"]["edges"][0];
    let second = ada
        .asks(history, json!({ "id": id, "after": edge["cursor"] }))
        .await;

    assert_eq!(edge["node"]["number"], 2);
    assert_eq!(
        second["data"]["node"]["revisions"]["edges"][0]["node"],
        json!({ "number": 1, "diff": [
            { "kind": "REMOVED", "text": "one" }, { "kind": "ADDED", "text": "two" },
        ] })
    );
}

#[tokio::test]
async fn a_deleted_post_keeps_its_place_and_can_be_restored() {
    let stage = Stage::new().await;
    let (ada, ben, mo) = (
        stage.person("Ada").await,
        stage.person("Ben").await,
        stage.person("Mo").await,
    );
    let members = [
        (&ada, Role::Learner),
        (&ben, Role::Learner),
        (&mo, Role::Moderator),
    ];
    let (_, lobby) = stage.cohort_of(&members).await;
    let thread = ada.begins(&lobby, "Regret", "open").await;
    let post = ben.posts(&thread, "said in haste").await["data"]["createPost"].clone();
    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { deletedAt } }";
    let restore = "mutation($input: RestorePostInput!) { restorePost(input: $input) { body } }";
    let it = json!({ "input": { "post": post["id"] } });

    let by_ada = ada.asks(delete, it.clone()).await;
    ben.asks(delete, it.clone()).await;
    let (ada_sees, ben_sees) = (page(&ada, &thread).await, page(&ben, &thread).await);
    let reply_to_it = ada.replies(&thread, Some(&post), "what was it?").await;
    let ada_restores = ada.asks(restore, it.clone()).await;
    let ben_restores = ben.asks(restore, it).await;

    assert_eq!(error_of(&by_ada).0, "FORBIDDEN");
    assert_eq!(bodies(&ada_sees), ["open", "(withheld)"]);
    assert_eq!(bodies(&ben_sees), ["open", "said in haste"]);
    assert_eq!(ada_sees["replyCount"], 0);
    assert_eq!(
        error_of(&reply_to_it),
        ("FORBIDDEN".into(), "this post was deleted".into())
    );
    assert_eq!(error_of(&ada_restores).0, "FORBIDDEN");
    assert_eq!(ben_restores["data"]["restorePost"]["body"], "said in haste");
    assert_eq!(page(&ada, &thread).await["replyCount"], 1);
}

#[tokio::test]
async fn reactions_say_something_and_count_each_person_once() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let (_, lobby) = stage
        .cohort_of(&[(&ada, Role::Learner), (&ben, Role::Expert)])
        .await;
    let thread = ada.begins(&lobby, "Useful", "a trick").await;
    let react = "mutation($input: ReactInput!) { react(input: $input) {
        reactions { kind count viewerReacted } } }";
    let with = |on: bool| json!({ "input": { "post": thread["opening"]["id"], "kind": "USED_IT", "on": on } });

    ben.asks(react, with(true)).await;
    let twice = ben.asks(react, with(true)).await;
    let own = ada.asks(react, with(true)).await;
    let back = ben.asks(react, with(false)).await;

    assert_eq!(
        twice["data"]["react"]["reactions"][1],
        json!({ "kind": "USED_IT", "count": 1, "viewerReacted": true })
    );
    assert_eq!(error_of(&own).0, "FORBIDDEN");
    assert_eq!(back["data"]["react"]["reactions"][1]["count"], 0);
}
