//! What comes of decisions beside the queue: marks, places, titles, and the log.
use super::reasons::{asks_for, waiting};
use super::{Scene, decides, notices, queue, undoes};
use channels::ChannelKind;
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::Stage;

#[tokio::test]
async fn an_answer_is_verified_and_a_question_moved_from_the_queue() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let asking = stage
        .channel(&scene.community, "asking", ChannelKind::Questions)
        .await;
    let beside = stage
        .channel(&scene.community, "beside", ChannelKind::Questions)
        .await;
    let question = scene.dana.wonders(&asking, "Waiting", "How long?").await;
    stage.settle().await;
    let unanswered = queue(&scene.jonas, "UNANSWERED").await;
    let item = unanswered
        .iter()
        .find(|it| it["thread"]["title"] == "Waiting");
    let item = item.expect("it waits").clone();
    let to = json!({ "channel": beside.id.to_string() });
    let moved = decides(&scene.jonas, &item, "MOVE", to).await;
    assert!(moved.get("errors").is_none(), "{moved}");
    stage.settle().await;
    let place = async || {
        let ask = "query($id: ID!) { thread(id: $id) { channel { slug } } }";
        let answer = scene.dana.asks(ask, json!({ "id": question["id"] })).await;
        answer["data"]["thread"]["channel"]["slug"].clone()
    };
    assert_eq!(place().await, "beside");
    let told = notices(&scene.dana, "MODERATION").await;
    assert_eq!(told[0]["message"], "POST_MOVED", "{told:?}");
    let back = undoes(&scene.amara, &item).await;
    assert!(back.get("errors").is_none(), "{back}");
    stage.settle().await;
    assert_eq!(place().await, "asking");
    assert_eq!(
        notices(&scene.dana, "MODERATION").await,
        Vec::<Value>::new()
    );

    let answer = scene.tomas.posts(&question, "Five seconds").await["data"]["createPost"].clone();
    stage.settle().await;
    let item = waiting(&scene.jonas, "Five seconds")
        .await
        .expect("it waits");
    let verified = decides(&scene.jonas, &item, "VERIFY", json!({})).await;
    assert!(verified.get("errors").is_none(), "{verified}");
    stage.settle().await;
    let mark = async || {
        let ask =
            "query($id: ID!) { node(id: $id) { ... on Post { verification { by { name } } } } }";
        let seen = scene.dana.asks(ask, json!({ "id": answer["id"] })).await;
        seen["data"]["node"]["verification"].clone()
    };
    assert_eq!(mark().await["by"]["name"], "Jonas");
    let told = notices(&scene.tomas, "MODERATION").await;
    assert_eq!(told[0]["message"], "ANSWER_VERIFIED", "{told:?}");
    undoes(&scene.jonas, &item).await;
    assert_eq!(mark().await, Value::Null);
}

#[tokio::test]
async fn what_moderators_do_outside_the_queue_stands_in_the_log_too() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let asking = stage
        .channel(&scene.community, "asking", ChannelKind::Questions)
        .await;
    let thread = json!({ "thread": scene.thread["id"] });
    let edit = json!({
        "post": scene.post, "body": "Five seconds", "revision": 1, "reason": "Two are too few",
    });
    stage.clock.advance(TimeDelta::minutes(1));
    asks_for(&scene.jonas, "editPost", edit).await;
    let lock = |locked: bool| json!({ "thread": thread["thread"], "locked": locked });
    stage.clock.advance(TimeDelta::minutes(1));
    asks_for(&scene.jonas, "lockThread", lock(true)).await;
    stage.clock.advance(TimeDelta::minutes(1));
    asks_for(&scene.jonas, "lockThread", lock(false)).await;
    let question = scene.dana.wonders(&asking, "Waiting", "How long?").await;
    let convert = json!({ "thread": question["id"], "kind": "DISCUSSION" });
    let own = json!({ "thread": question["id"], "title": "Waiting for how long" });
    asks_for(&scene.dana, "editThread", own).await;
    let lobby = stage
        .channel(&scene.community, "second", ChannelKind::Mixed)
        .await;
    let away = json!({ "thread": question["id"], "channel": lobby.id.to_string() });
    stage.clock.advance(TimeDelta::minutes(1));
    asks_for(&scene.jonas, "moveThread", away).await;
    stage.clock.advance(TimeDelta::minutes(1));
    asks_for(&scene.jonas, "convertThread", convert).await;

    let ask = "query($slug: String!) { community(slug: $slug) { moderationLog(first: 20) {
        edges { node { kind by { name } reason } } } } }";
    let slug = json!({ "slug": scene.community.slug });
    let log = scene.amara.asks(ask, slug.clone()).await;
    let edges = log["data"]["community"]["moderationLog"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{log}"));
    let kinds: Vec<&str> = edges
        .iter()
        .rev()
        .filter_map(|edge| edge["node"]["kind"].as_str())
        .collect();
    assert_eq!(
        kinds,
        ["EDITED", "LOCKED", "UNLOCKED", "MOVED", "CONVERTED"],
        "who changes their own title keeps no order by it"
    );
    let first = &edges.last().expect("a line")["node"];
    assert_eq!(first["by"]["name"], "Jonas");
    assert_eq!(first["reason"], "Two are too few");
    let learner = scene.dana.asks(ask, slug).await;
    assert!(!learner.to_string().contains("LOCKED"), "{learner}");
}

#[tokio::test]
async fn a_hidden_opening_takes_its_title_with_it_for_all_but_its_author_and_moderators() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let channel = stage
        .channel(&scene.community, "second", ChannelKind::Mixed)
        .await;
    let talk = scene
        .tomas
        .begins(&channel, "Mei is a liar", "I say it aloud.")
        .await;
    scene.dana.posts(&talk, "Please do not").await;
    stage.settle().await;
    let opening = talk["opening"]["id"].as_str().unwrap_or_default();
    super::flags(&scene.dana, opening, "UNKIND").await;
    stage.settle().await;
    let item = queue(&scene.jonas, "REPORTED").await.remove(0);
    let why = json!({ "reason": "It is unkind" });
    let hidden = decides(&scene.jonas, &item, "HIDE", why).await;
    assert!(hidden.get("errors").is_none(), "{hidden}");
    stage.settle().await;

    let page = "query($id: ID!) { thread(id: $id) { title slug isTitleHidden } }";
    let list = "query($slug: String!) { community(slug: $slug) { threads(first: 20) {
        edges { node { title } } } }
        search(query: \"liar\", first: 5) { edges { snippet titleSnippet } }
        inbox(first: 10, filter: ALL) { edges { node { thread { title } } } } }";
    let slug = json!({ "slug": scene.community.slug });
    let id = json!({ "id": talk["id"] });
    for (person, reads) in [
        (&scene.dana, false),
        (&scene.amara, true),
        (&scene.tomas, true),
    ] {
        let seen = person.asks(page, id.clone()).await;
        assert_eq!(seen["data"]["thread"]["isTitleHidden"], true, "{seen}");
        assert_eq!(seen.to_string().contains("liar"), reads, "{seen}");
        let listed = person.asks(list, slug.clone()).await;
        assert!(listed.get("errors").is_none(), "{listed}");
        assert_eq!(listed.to_string().contains("is a liar"), reads, "{listed}");
    }
    let rename = "mutation($input: EditThreadInput!) { editThread(input: $input) { id } }";
    let input = json!({ "thread": talk["id"], "title": "Mei lies" });
    let renamed = scene.tomas.asks(rename, json!({ "input": input })).await;
    assert_eq!(tests::error_of(&renamed).0, "CONFLICT", "{renamed}");

    undoes(&scene.jonas, &item).await;
    stage.settle().await;
    let seen = scene.dana.asks(page, id).await;
    assert_eq!(seen["data"]["thread"]["title"], "Mei is a liar", "{seen}");
}
