//! People talk: threads, replies, edits, deletions, reactions, reading, drafts.
use communities::Role;
use kernel::{Id, PostId, ThreadId};
use serde_json::{Value, json};
use tests::{Stage, error_of};

const PAGE: &str = "query($id: ID!, $first: Int!, $after: String) { thread(id: $id) {
    title replyCount unreadCount readThrough follow
    posts(first: $first, after: $after) { edges { node {
        id number parentId body author { name } deletedAt revision
        reactions { kind count viewerReacted } viewerCan { edit delete restore react reply }
    } } pageInfo { hasNextPage endCursor } } } }";

async fn page(person: &tests::Person<'_>, thread: &Value) -> Value {
    let answer = person.asks(PAGE, json!({ "id": thread["id"], "first": 50 })).await;
    answer["data"]["thread"].clone()
}

fn bodies(page: &Value) -> Vec<&str> {
    let edges = page["posts"]["edges"].as_array().expect("edges");
    edges.iter().map(|edge| edge["node"]["body"].as_str().unwrap_or("(withheld)")).collect()
}

#[tokio::test]
async fn a_conversation_is_read_with_each_reply_beside_what_it_answers() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner), (&ben, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "  What did you try?  ", "I tried a **pause**.").await;
    let first = ben.posts(&thread, "I asked a question.").await["data"]["createPost"].clone();
    ben.posts(&thread, "And I waited.").await;

    let answer = ada.replies(&thread, Some(&first), "How did they take it?").await;
    ben.replies(&thread, Some(&answer["data"]["createPost"]), "Well, after a while.").await;

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
    let missing = eve.posts(&json!({ "id": absent.to_string() }), "let me in").await;

    assert_eq!(error_of(&hidden), ("NOT_FOUND".into(), "there is no such thread".into()));
    assert_eq!(hidden["errors"][0]["extensions"], missing["errors"][0]["extensions"]);
    assert_eq!(error_of(&stage.stranger_asks("{ inbox(first: 1) { edges { cursor } } }", json!({})).await).0, "SIGN_IN_FIRST");
}

#[tokio::test]
async fn an_id_of_another_kind_is_refused_in_words() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;

    let answer = ada.asks(PAGE, json!({ "id": lobby.id.to_string(), "first": 1 })).await;

    let (code, words) = error_of(&answer);
    assert_eq!(code, "INVALID");
    assert!(words.contains("this is the id of a channel, and a thread is needed here"), "{words}");
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
        ("x".repeat(70_000), "this is too long: 68 KB, and 64 KB is the most"),
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
    let input = json!({ "input": { "thread": thread["id"], "body": "again", "nonce": "the-same" } });
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
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner), (&mo, Role::Moderator)]).await;
    let thread = ada.begins(&lobby, "Wording", "It was allways so.").await;
    let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { body revision
        revisions(first: 5) { edges { node { number body reason editedBy { name }
            diff { kind text } } } } } }";
    let id = thread["opening"]["id"].clone();
    let change = |body: &str, revision: i32, reason: Option<&str>| json!({ "input": {
        "post": id, "body": body, "revision": revision, "reason": reason } });

    let without = mo.asks(edit, change("It was always so.", 1, None)).await;
    let fixed = mo.asks(edit, change("It was always so.", 1, Some("a typing error"))).await;
    let late = ada.asks(edit, change("It was often so.", 1, None)).await;

    assert_eq!(without["errors"][0]["extensions"]["field"], "reason");
    assert_eq!(error_of(&late).0, "CONFLICT");
    let current = &late["errors"][0]["extensions"]["current"];
    assert_eq!(*current, json!({ "body": "It was always so.", "revision": 2 }));
    let history = &fixed["data"]["editPost"]["revisions"]["edges"][0]["node"];
    assert_eq!(history["body"], "It was allways so.");
    assert_eq!(history["reason"], "a typing error");
    assert_eq!(history["editedBy"]["name"], "Mo");
    assert!(history["diff"].as_array().expect("chunks").contains(&json!({ "kind": "REMOVED", "text": "allways" })));
}

#[tokio::test]
async fn a_deleted_post_keeps_its_place_and_can_be_restored() {
    let stage = Stage::new().await;
    let (ada, ben, mo) =
        (stage.person("Ada").await, stage.person("Ben").await, stage.person("Mo").await);
    let members = [(&ada, Role::Learner), (&ben, Role::Learner), (&mo, Role::Moderator)];
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
    assert_eq!(error_of(&reply_to_it), ("FORBIDDEN".into(), "this post was deleted".into()));
    assert_eq!(error_of(&ada_restores).0, "FORBIDDEN");
    assert_eq!(ben_restores["data"]["restorePost"]["body"], "said in haste");
    assert_eq!(page(&ada, &thread).await["replyCount"], 1);
}

#[tokio::test]
async fn reactions_say_something_and_count_each_person_once() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner), (&ben, Role::Expert)]).await;
    let thread = ada.begins(&lobby, "Useful", "a trick").await;
    let react = "mutation($input: ReactInput!) { react(input: $input) {
        reactions { kind count viewerReacted } } }";
    let with = |on: bool| json!({ "input": { "post": thread["opening"]["id"], "kind": "USED_IT", "on": on } });

    ben.asks(react, with(true)).await;
    let twice = ben.asks(react, with(true)).await;
    let own = ada.asks(react, with(true)).await;
    let back = ben.asks(react, with(false)).await;

    assert_eq!(twice["data"]["react"]["reactions"][1], json!({ "kind": "USED_IT", "count": 1, "viewerReacted": true }));
    assert_eq!(error_of(&own).0, "FORBIDDEN");
    assert_eq!(back["data"]["react"]["reactions"][1]["count"], 0);
}

#[tokio::test]
async fn reading_moves_on_and_back_only_when_asked() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner), (&ben, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Reading", "1").await;
    let second = ada.posts(&thread, "2").await["data"]["createPost"].clone();
    ada.posts(&thread, "3").await;
    let read = "mutation($input: MarkReadInput!) { markRead(input: $input) { readThrough unreadCount } }";
    let unread = "mutation($input: MarkUnreadInput!) { markUnread(input: $input) { readThrough unreadCount } }";
    let through = |n: i32| json!({ "input": { "thread": thread["id"], "through": n } });

    let before = page(&ben, &thread).await;
    let all = ben.asks(read, through(99)).await;
    let not_back = ben.asks(read, through(1)).await;
    let back = ben.asks(unread, json!({ "input": { "post": second["id"] } })).await;

    assert_eq!(before["unreadCount"], 3);
    assert_eq!(all["data"]["markRead"], json!({ "readThrough": 3, "unreadCount": 0 }));
    assert_eq!(not_back["data"]["markRead"]["readThrough"], 3);
    assert_eq!(back["data"]["markUnread"], json!({ "readThrough": 1, "unreadCount": 2 }));
    assert_eq!(page(&ada, &thread).await["unreadCount"], 0, "whoever writes has read");
}

#[tokio::test]
async fn nobody_is_late_for_what_was_said_before_they_joined() {
    let stage = Stage::new().await;
    let (ada, zoe) = (stage.person("Ada").await, stage.person("Zoe").await);
    let (community, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let old = ada.begins(&lobby, "Old news", "long ago").await;
    stage.clock.advance(chrono::TimeDelta::days(3));
    stage.joins(&zoe, &community, Role::Learner).await;
    stage.clock.advance(chrono::TimeDelta::minutes(1));
    let new = ada.begins(&lobby, "Fresh", "just now").await;

    let counts = "query($id: ID!) { node(id: $id) { ... on Channel { unreadCount } } }";
    let channel = zoe.asks(counts, json!({ "id": lobby.id.to_string() })).await;

    assert_eq!(page(&zoe, &old).await["unreadCount"], 0);
    assert_eq!(page(&zoe, &new).await["unreadCount"], 1);
    assert_eq!(channel["data"]["node"]["unreadCount"], 1);
}

#[tokio::test]
async fn mentions_speak_to_members_and_to_nobody_else() {
    let stage = Stage::new().await;
    let (ada, ben, _eve) =
        (stage.person("Ada").await, stage.person("Ben Okri").await, stage.person("Eve").await);
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner), (&ben, Role::Learner)]).await;

    let thread = ada.begins(&lobby, "Hello", "@ben-okri and @eve, and `@ben-okri` in code").await;

    let html = thread["opening"]["bodyHtml"].as_str().expect("html");
    assert!(html.contains(r#"href="/people/ben-okri""#) && html.contains("@Ben Okri</a>"), "{html}");
    assert!(html.contains("@eve,"), "{html}");
    assert!(html.contains("<code>@ben-okri</code>"), "{html}");
    assert!(!html.contains("/people/eve"), "{html}");
}

#[tokio::test]
async fn observers_and_archived_channels_are_for_reading() {
    let stage = Stage::new().await;
    let (ada, otto, fay) =
        (stage.person("Ada").await, stage.person("Otto").await, stage.person("Fay").await);
    let members = [(&ada, Role::Learner), (&otto, Role::Observer), (&fay, Role::Facilitator)];
    let (_, lobby) = stage.cohort_of(&members).await;
    let thread = ada.begins(&lobby, "Quiet", "shh").await;
    let archive = "mutation($input: ArchiveChannelInput!) { archiveChannel(input: $input) { archivedAt } }";
    let it = json!({ "input": { "channel": lobby.id.to_string(), "archived": true } });

    let watching = otto.posts(&thread, "may I?").await;
    let not_hers = ada.asks(archive, it.clone()).await;
    fay.asks(archive, it).await;
    let too_late = ada.posts(&thread, "one more").await;

    assert_eq!(error_of(&watching).1, "observers read and do not write here");
    assert_eq!(error_of(&not_hers).1, "only a facilitator may change a channel");
    assert_eq!(error_of(&too_late).1, "this channel is archived: it can be read, not written");
    assert_eq!(bodies(&page(&otto, &thread).await), ["shh"]);
}

#[tokio::test]
async fn a_draft_belongs_to_its_place_and_two_devices_lose_nothing() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner), (&ben, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Drafts", "hm").await;
    let key = format!("reply:{}", thread["id"].as_str().expect("an id"));
    let save = "mutation($input: SaveDraftInput!) { saveDraft(input: $input) { version body } }";
    let text = |body: &str, version: i32| json!({ "input": { "key": key, "body": body, "version": version } });

    let first = ada.asks(save, text("half a tho", 0)).await;
    let other_device = ada.asks(save, text("another start", 0)).await;
    let nonsense = ada.asks(save, json!({ "input": { "key": "reply:lobby", "body": "", "version": 0 } })).await;
    let bens = ben.asks("query($key: String!) { draft(key: $key) { body } }", json!({ "key": key })).await;

    assert_eq!(first["data"]["saveDraft"]["version"], 1);
    assert_eq!(error_of(&other_device).0, "CONFLICT");
    assert_eq!(other_device["errors"][0]["extensions"]["current"]["body"], "half a tho");
    assert_eq!(nonsense["errors"][0]["extensions"]["field"], "key");
    assert_eq!(bens["data"]["draft"], Value::Null);
}

#[tokio::test]
async fn a_node_of_any_kind_is_found_by_its_id_alone() {
    let stage = Stage::new().await;
    let (ada, eve) = (stage.person("Ada").await, stage.person("Eve").await);
    let (community, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Nodes", "all of them").await;
    let absent: PostId = Id::mint(stage.db().now(), &kernel::SystemEntropy);
    let query = "query($id: ID!) { node(id: $id) { __typename id } }";

    for (id, kind) in [
        (community.id.to_string(), "Community"),
        (lobby.id.to_string(), "Channel"),
        (thread["id"].as_str().expect("an id").to_owned(), "Thread"),
        (thread["opening"]["id"].as_str().expect("an id").to_owned(), "Post"),
        (ada.record.id.to_string(), "Person"),
    ] {
        let mine = ada.asks(query, json!({ "id": id })).await;
        assert_eq!(mine["data"]["node"], json!({ "__typename": kind, "id": id }));
        let theirs = eve.asks(query, json!({ "id": id })).await;
        let missing = eve.asks(query, json!({ "id": absent.to_string() })).await;
        assert_eq!(theirs, missing, "a stranger learns nothing of {id}");
    }
}
