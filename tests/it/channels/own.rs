//! What each person makes of it: how far they read, whom they mention, what they may, their drafts.
use super::{bodies, page};
use communities::Role;
use kernel::{Id, PostId};
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn reading_moves_on_and_back_only_when_asked() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let (_, lobby) = stage
        .cohort_of(&[(&ada, Role::Learner), (&ben, Role::Learner)])
        .await;
    let thread = ada.begins(&lobby, "Reading", "1").await;
    let second = ada.posts(&thread, "2").await["data"]["createPost"].clone();
    ada.posts(&thread, "3").await;
    let read =
        "mutation($input: MarkReadInput!) { markRead(input: $input) { readThrough unreadCount } }";
    let unread = "mutation($input: MarkUnreadInput!) { markUnread(input: $input) { readThrough unreadCount } }";
    let through = |n: i32| json!({ "input": { "thread": thread["id"], "through": n } });

    let before = page(&ben, &thread).await;
    let all = ben.asks(read, through(99)).await;
    let not_back = ben.asks(read, through(1)).await;
    let back = ben
        .asks(unread, json!({ "input": { "post": second["id"] } }))
        .await;

    assert_eq!(before["unreadCount"], 3);
    assert_eq!(
        all["data"]["markRead"],
        json!({ "readThrough": 3, "unreadCount": 0 })
    );
    assert_eq!(not_back["data"]["markRead"]["readThrough"], 3);
    assert_eq!(
        back["data"]["markUnread"],
        json!({ "readThrough": 1, "unreadCount": 2 })
    );
    assert_eq!(
        page(&ada, &thread).await["unreadCount"],
        0,
        "whoever writes has read"
    );
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
    let channel = zoe
        .asks(counts, json!({ "id": lobby.id.to_string() }))
        .await;

    assert_eq!(page(&zoe, &old).await["unreadCount"], 0);
    assert_eq!(page(&zoe, &new).await["unreadCount"], 1);
    assert_eq!(channel["data"]["node"]["unreadCount"], 1);
}

#[tokio::test]
async fn mentions_speak_to_members_and_to_nobody_else() {
    let stage = Stage::new().await;
    let (ada, ben, eve) = (
        stage.person("Ada").await,
        stage.person("Ben Okri").await,
        stage.person("Eve").await,
    );
    let (_, lobby) = stage
        .cohort_of(&[(&ada, Role::Learner), (&ben, Role::Learner)])
        .await;

    let thread = ada
        .begins(
            &lobby,
            "Hello",
            "@ben-okri and @eve, and `@ben-okri` in code",
        )
        .await;

    let html = thread["opening"]["bodyHtml"].as_str().expect("html");
    assert!(
        html.contains(&format!(r#"href="/go/{}""#, ben.record.id))
            && html.contains("@Ben Okri</a>"),
        "{html}"
    );
    assert!(html.contains("@eve,"), "{html}");
    assert!(html.contains("<code>@ben-okri</code>"), "{html}");
    assert!(!html.contains(&eve.record.id.to_string()), "{html}");
}

#[tokio::test]
async fn observers_and_archived_channels_are_for_reading() {
    let stage = Stage::new().await;
    let (ada, otto, fay) = (
        stage.person("Ada").await,
        stage.person("Otto").await,
        stage.person("Fay").await,
    );
    let members = [
        (&ada, Role::Learner),
        (&otto, Role::Observer),
        (&fay, Role::Facilitator),
    ];
    let (_, lobby) = stage.cohort_of(&members).await;
    let thread = ada.begins(&lobby, "Quiet", "shh").await;
    let archive =
        "mutation($input: ArchiveChannelInput!) { archiveChannel(input: $input) { archivedAt } }";
    let it = json!({ "input": { "channel": lobby.id.to_string(), "archived": true } });

    let watching = otto.posts(&thread, "may I?").await;
    let not_hers = ada.asks(archive, it.clone()).await;
    fay.asks(archive, it).await;
    let too_late = ada.posts(&thread, "one more").await;

    assert_eq!(
        error_of(&watching).1,
        "observers read and do not write here"
    );
    assert_eq!(
        error_of(&not_hers).1,
        "only a facilitator may change a channel"
    );
    assert_eq!(
        error_of(&too_late).1,
        "this channel is archived: it can be read, not written"
    );
    assert_eq!(bodies(&page(&otto, &thread).await), ["shh"]);
}

#[tokio::test]
async fn a_draft_belongs_to_its_place_and_two_devices_lose_nothing() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let (_, lobby) = stage
        .cohort_of(&[(&ada, Role::Learner), (&ben, Role::Learner)])
        .await;
    let thread = ada.begins(&lobby, "Drafts", "hm").await;
    let key = format!("reply:{}", thread["id"].as_str().expect("an id"));
    let save = "mutation($input: SaveDraftInput!) { saveDraft(input: $input) { version body } }";
    let text = |body: &str, version: i32| json!({ "input": { "key": key, "body": body, "version": version } });

    let first = ada.asks(save, text("half a tho", 0)).await;
    let other_device = ada.asks(save, text("another start", 0)).await;
    let nonsense = ada
        .asks(
            save,
            json!({ "input": { "key": "reply:lobby", "body": "", "version": 0 } }),
        )
        .await;
    let bens = ben
        .asks(
            "query($key: String!) { draft(key: $key) { body } }",
            json!({ "key": key }),
        )
        .await;

    assert_eq!(first["data"]["saveDraft"]["version"], 1);
    assert_eq!(error_of(&other_device).0, "CONFLICT");
    assert_eq!(
        other_device["errors"][0]["extensions"]["current"]["body"],
        "half a tho"
    );
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
        (
            thread["opening"]["id"].as_str().expect("an id").to_owned(),
            "Post",
        ),
        (ada.record.id.to_string(), "Person"),
    ] {
        let mine = ada.asks(query, json!({ "id": id })).await;
        assert_eq!(
            mine["data"]["node"],
            json!({ "__typename": kind, "id": id })
        );
        let theirs = eve.asks(query, json!({ "id": id })).await;
        let missing = eve.asks(query, json!({ "id": absent.to_string() })).await;
        assert_eq!(theirs, missing, "a stranger learns nothing of {id}");
    }
}

#[tokio::test]
async fn a_muted_conversation_counts_nothing_as_unread() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let members = [(&ada, Role::Learner), (&ben, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&members).await;
    let thread = ada.begins(&lobby, "Loud", "1").await;
    let follow =
        "mutation($input: FollowThreadInput!) { followThread(input: $input) { unreadCount } }";
    let wish = |follow: &str| json!({ "input": { "thread": thread["id"], "follow": follow } });

    let muted = ben.asks(follow, wish("MUTED")).await;
    ada.posts(&thread, "2").await;
    let later = page(&ben, &thread).await;
    let heard_again = ben.asks(follow, wish("NORMAL")).await;

    assert_eq!(muted["data"]["followThread"]["unreadCount"], 0);
    assert_eq!(later["unreadCount"], 0);
    assert_eq!(heard_again["data"]["followThread"]["unreadCount"], 2);
}

#[tokio::test]
async fn what_is_wrong_with_words_tells_a_stranger_nothing_of_what_is_hidden() {
    let stage = Stage::new().await;
    let (ada, eve) = (stage.person("Ada").await, stage.person("Eve").await);
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Secret", "words").await;
    let crowd: String = (10..50).map(|n| format!("@somebody-{n} ")).collect();
    let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
    let there = [
        thread["opening"]["id"].as_str().expect("an id").to_owned(),
        lobby.id.to_string(),
        thread["id"].as_str().expect("an id").to_owned(),
    ];
    let nowhere = [id("post"), id("channel"), id("thread")];

    for words in ["", crowd.as_str()] {
        let mut answers = Vec::new();
        for [post, channel, thread] in [&there, &nowhere] {
            let changes = [
                format!(
                    "editPost(input: {{ post: \"{post}\", body: \"{words}\", revision: 1 }}) {{ id }}"
                ),
                format!(
                    "createThread(input: {{ channel: \"{channel}\", kind: DISCUSSION, title: \"x\", body: \"{words}\", nonce: \"1\" }}) {{ id }}"
                ),
                format!(
                    "createPost(input: {{ thread: \"{thread}\", body: \"{words}\", nonce: \"2\" }}) {{ id }}"
                ),
            ];
            for change in changes {
                let change = format!("mutation {{ {change} }}");
                answers.push(error_of(&eve.asks(&change, json!({})).await));
            }
        }
        let (of_what_is, of_nothing) = answers.split_at(3);
        assert_eq!(of_what_is, of_nothing);
    }
}
