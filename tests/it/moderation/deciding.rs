//! What moderators decide, what everybody reads of it, and that it can be taken back.
use super::{CLAIM, FLAGS, READ, Scene, decides, notices, queue, undoes};
use chrono::TimeDelta;
use futures_util::StreamExt;
use serde_json::{Value, json};
use tests::{Stage, error_of};

async fn item_of(scene: &Scene<'_>) -> Value {
    queue(&scene.jonas, "REPORTED").await.remove(0)
}

/// What was said beforehand that somebody would read.
fn promised(item: &Value, decision: &str, who: &str) -> Value {
    let choices = item["choices"].as_array().expect("choices");
    let choice = choices.iter().find(|it| it["decision"] == decision);
    let readers = choice.expect("the choice")["readers"].as_array();
    let reader = readers.expect("readers").iter().find(|it| it["who"] == who);
    reader.map_or(Value::Null, |reader| reader["message"].clone())
}

#[tokio::test]
async fn each_decision_is_read_by_those_concerned_as_it_was_said_beforehand() {
    for (decision, more) in [
        ("NOTHING", json!({ "reason": "It is a matter of taste" })),
        ("HIDE", json!({ "reason": "It is a matter of taste" })),
        (
            "EDIT",
            json!({ "reason": "It is a matter of taste", "words": "Five", "revision": 1 }),
        ),
        ("ASK_AUTHOR", json!({ "words": "Where did you read this?" })),
        ("CORRECT", json!({})),
    ] {
        let stage = Stage::new().await;
        let scene = Scene::flagged(&stage).await;
        let item = item_of(&scene).await;

        let decided = decides(&scene.jonas, &item, decision, more.clone()).await;
        stage.settle().await;

        assert!(decided.get("errors").is_none(), "{decision}: {decided}");
        let told = |notices: Vec<Value>| {
            let first = notices.first().cloned().unwrap_or_default();
            first["message"].clone()
        };
        let to_author = told(notices(&scene.tomas, "MODERATION").await);
        let to_flagger = told(notices(&scene.dana, "MODERATION").await);
        assert_eq!(to_author, promised(&item, decision, "AUTHOR"), "{decision}");
        assert_eq!(
            to_flagger,
            promised(&item, decision, "FLAGGER"),
            "{decision}"
        );
        assert_eq!(notices(&scene.eve, "MODERATION").await, Vec::<Value>::new());
        let words = more.get("reason").or_else(|| more.get("words"));
        for notice in notices(&scene.tomas, "MODERATION").await {
            assert_eq!(Some(&notice["words"]), words, "{decision}");
            assert_eq!(notice["about"], item["id"]);
        }
        assert_eq!(queue(&scene.jonas, "REPORTED").await, Vec::<Value>::new());
    }
}

#[tokio::test]
async fn who_flagged_hears_what_became_of_it() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;
    let item = item_of(&scene).await;

    decides(
        &scene.jonas,
        &item,
        "HIDE",
        json!({ "reason": "Two are too few" }),
    )
    .await;
    let acted_on = scene.dana.asks(FLAGS, json!({})).await;
    let hidden = scene.dana.asks(READ, json!({ "id": scene.post })).await;
    let own = scene.tomas.asks(READ, json!({ "id": scene.post })).await;

    let flag = &acted_on["data"]["myFlags"]["edges"][0]["node"];
    assert_eq!(flag["state"], "ACTED_ON", "{acted_on}");
    assert_eq!(flag["decision"], "HIDE");
    assert_eq!(flag["outcome"], "Two are too few");
    assert_eq!(hidden["data"]["node"]["body"], Value::Null, "{hidden}");
    assert!(own["data"]["node"].is_object());
}

#[tokio::test]
async fn a_decision_is_taken_back_with_all_that_came_of_it() {
    for (decision, more) in [
        ("HIDE", json!({ "reason": "Too few" })),
        (
            "EDIT",
            json!({ "reason": "Too few", "words": "Five", "revision": 1 }),
        ),
        ("NOTHING", json!({})),
    ] {
        let stage = Stage::new().await;
        let scene = Scene::flagged(&stage).await;
        let item = item_of(&scene).await;
        decides(&scene.jonas, &item, decision, more).await;
        stage.settle().await;
        stage.clock.advance(TimeDelta::minutes(29));

        let undone = undoes(&scene.amara, &item).await;
        stage.settle().await;

        assert!(undone.get("errors").is_none(), "{decision}: {undone}");
        let post = scene.dana.asks(READ, json!({ "id": scene.post })).await;
        let body = &post["data"]["node"]["body"];
        assert_eq!(body, "Two seconds are enough", "{decision}: {post}");
        for person in [&scene.tomas, &scene.dana] {
            let told = notices(person, "MODERATION").await;
            assert_eq!(told, Vec::<Value>::new(), "{decision}");
        }
        let again = item_of(&scene).await;
        assert_eq!(again["reasons"], item["reasons"]);
        assert_eq!(again["flags"][0]["state"], "OPEN");
        let late = decides(&scene.jonas, &again, "NOTHING", json!({})).await;
        assert!(late.get("errors").is_none(), "{late}");
        stage.clock.advance(TimeDelta::minutes(31));
        let late = undoes(&scene.jonas, &again).await;
        assert_eq!(error_of(&late).0, "CONFLICT");
    }
}

#[tokio::test]
async fn an_author_who_is_asked_and_changes_their_post_brings_it_back() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;
    let item = item_of(&scene).await;
    stage.clock.advance(TimeDelta::minutes(1));
    decides(
        &scene.jonas,
        &item,
        "ASK_AUTHOR",
        json!({ "words": "Sure?" }),
    )
    .await;
    stage.settle().await;
    let asked = queue(&scene.jonas, "REPORTED").await;

    stage.clock.advance(TimeDelta::minutes(1));
    let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { id } }";
    let input = json!({ "post": scene.post, "body": "Five seconds", "revision": 1 });
    scene.tomas.asks(edit, json!({ "input": input })).await;
    stage.settle().await;
    let back = queue(&scene.jonas, "REPORTED").await;

    assert_eq!(asked, Vec::<Value>::new());
    assert_eq!(back.len(), 1);
    assert_eq!(back[0]["post"]["body"], "Five seconds");
}

#[tokio::test]
async fn who_has_something_is_seen_by_the_others_for_a_quarter_of_an_hour() {
    let stage = Stage::live().await;
    let scene = Scene::flagged(&stage).await;
    let item = item_of(&scene).await;
    let claim = json!({ "input": { "item": item["id"] } });
    let follow = "subscription($in: ID!) { liveEvents(in: $in) { kind } }";
    let of = json!({ "in": scene.community.id.to_string() });
    let mut moderates = scene.amara.follows(follow, of.clone()).await;
    let mut learns = scene.tomas.follows(follow, of).await;
    moderates.next().await.expect("ready");
    learns.next().await.expect("ready");

    let claimed = scene.jonas.asks(CLAIM, claim.clone()).await;
    let told = moderates.next().await.expect("news");
    let second = scene.amara.asks(CLAIM, claim.clone()).await;
    let decided = decides(&scene.amara, &item, "NOTHING", json!({})).await;
    scene.tomas.posts(&scene.thread, "Anybody?").await;
    let told_tomas = learns.next().await.expect("news");
    stage.clock.advance(TimeDelta::minutes(16));
    let later = scene.amara.asks(CLAIM, claim).await;

    let name = &claimed["data"]["claimModerationItem"]["claimedBy"]["name"];
    assert_eq!(name, "Jonas", "{claimed}");
    assert_eq!(told["data"]["liveEvents"]["kind"], "MODERATION_CHANGED");
    assert_eq!(told_tomas["data"]["liveEvents"]["kind"], "POST_CREATED");
    for refused in [second, decided] {
        assert_eq!(error_of(&refused).0, "CONFLICT", "{refused}");
        let current = &refused["errors"][0]["extensions"]["current"];
        assert_eq!(current["claimedBy"], "Jonas");
    }
    let name = &later["data"]["claimModerationItem"]["claimedBy"]["name"];
    assert_eq!(name, "Amara");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_decide_at_once_one_is_told_what_the_other_decided() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;
    let item = item_of(&scene).await;

    let (hides, leaves) = tokio::join!(
        decides(&scene.jonas, &item, "HIDE", json!({ "reason": "Too few" })),
        decides(&scene.amara, &item, "NOTHING", json!({})),
    );

    let refused: Vec<&Value> = [&hides, &leaves]
        .into_iter()
        .filter(|answer| answer.get("errors").is_some())
        .collect();
    assert_eq!(refused.len(), 1, "{hides} {leaves}");
    assert_eq!(error_of(refused[0]).0, "CONFLICT");
    let current = &refused[0]["errors"][0]["extensions"]["current"];
    let next = item["version"].as_i64().map(|version| version + 1);
    assert_eq!(current["version"].as_i64(), next, "{current}");
    assert!(["HIDE", "NOTHING"].contains(&current["decision"].as_str().unwrap_or_default()));
}

#[tokio::test]
async fn what_does_not_fit_is_refused_in_words() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;
    let item = item_of(&scene).await;

    let cases = [
        decides(&scene.jonas, &item, "APPROVE", json!({})).await,
        decides(&scene.jonas, &item, "HIDE", json!({})).await,
        decides(&scene.jonas, &item, "EDIT", json!({ "reason": "no" })).await,
        decides(&scene.jonas, &item, "ASK_AUTHOR", json!({})).await,
    ];

    for (at, answer) in cases.iter().enumerate() {
        assert_eq!(error_of(answer).0, "INVALID", "case {at}: {answer}");
    }
    let edit = json!({ "reason": "no", "words": "Five", "revision": 7 });
    let stale = decides(&scene.jonas, &item, "EDIT", edit).await;
    assert_eq!(error_of(&stale).0, "CONFLICT", "{stale}");
}

#[tokio::test]
async fn a_held_post_is_let_out_and_waits_again_when_that_is_taken_back() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let kim = stage.person("Kim").await;
    stage
        .joins(&kim, &scene.community, communities::Role::Learner)
        .await;
    let channel = "query($id: ID!) { thread(id: $id) { channel { id } } }";
    let channel = scene
        .amara
        .asks(channel, json!({ "id": scene.thread["id"] }))
        .await;
    let hold = "mutation($input: UpdateChannelInput!) { updateChannel(input: $input) { id } }";
    let input = json!({
        "channel": channel["data"]["thread"]["channel"]["id"], "premoderation": "NEW_MEMBERS",
    });
    let held = scene.amara.asks(hold, json!({ "input": input })).await;
    assert!(held.get("errors").is_none(), "{held}");
    let posted = kim.posts(&scene.thread, "Four seconds").await;
    let post = json!({ "id": posted["data"]["createPost"]["id"] });
    stage.settle().await;

    let items = queue(&scene.jonas, "TO_CHECK").await;
    let item = items
        .iter()
        .find(|item| item["post"]["body"] == "Four seconds");
    let item = item.expect("it waits").clone();
    let before = scene.dana.asks(READ, post.clone()).await;
    let approved = decides(&scene.jonas, &item, "APPROVE", json!({})).await;
    stage.settle().await;
    let after = scene.dana.asks(READ, post.clone()).await;
    let told = notices(&kim, "MODERATION").await;
    let undone = undoes(&scene.jonas, &item).await;
    stage.settle().await;
    let again = scene.dana.asks(READ, post).await;

    assert_eq!(item["reasons"], json!(["HELD"]));
    assert_eq!(before["data"]["node"], Value::Null, "{before}");
    assert!(approved.get("errors").is_none(), "{approved}");
    assert_eq!(after["data"]["node"]["body"], "Four seconds", "{after}");
    assert_eq!(told[0]["message"], "POST_APPROVED");
    assert!(undone.get("errors").is_none(), "{undone}");
    assert_eq!(again["data"]["node"]["body"], Value::Null, "{again}");
    assert_eq!(notices(&kim, "MODERATION").await, Vec::<Value>::new());
}
