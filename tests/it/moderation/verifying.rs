//! What stood behind an answer before somebody decided stands again when that is taken back.
use super::{Scene, decides, flags, queue, undoes};
use channels::ChannelKind;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const VERIFICATION: &str = "query($id: ID!) { node(id: $id) { ... on Post {
    verification { by { name } at reviewAt obsoleteAt obsoleteReason } } } }";

async fn verification(by: &Person<'_>, post: &Value) -> Value {
    let answer = by.asks(VERIFICATION, json!({ "id": post })).await;
    answer["data"]["node"]["verification"].clone()
}

async fn says(by: &Person<'_>, verb: &str, input: Value) {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let change = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ id }} }}");
    let answer = by.asks(&change, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{verb}: {answer}");
}

/// Jonas stood behind what Tomas answered, and it is out of date since; Dana flags it.
async fn flagged(stage: &Stage, scene: &Scene<'_>) -> Value {
    let channel = stage
        .channel(&scene.community, "asking", ChannelKind::Mixed)
        .await;
    let question = scene.amara.wonders(&channel, "How long?", "To wait").await;
    let answer = scene.tomas.posts(&question, "Five seconds").await;
    let post = answer["data"]["createPost"]["id"].clone();
    let verify = json!({ "post": post, "reviewAt": "2027-01-05T09:00:00Z" });
    says(&scene.jonas, "verifyAnswer", verify).await;
    let old = json!({ "post": post, "on": true, "reason": "There is new research" });
    says(&scene.jonas, "markObsolete", old).await;
    let flag = flags(&scene.dana, post.as_str().expect("an id"), "OUT_OF_DATE").await;
    assert!(flag.get("errors").is_none(), "{flag}");
    stage.settle().await;
    stage.clock.advance(chrono::TimeDelta::minutes(5));
    post
}

#[tokio::test]
async fn a_verification_that_stood_before_stands_again_when_the_newer_one_is_taken_back() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let post = flagged(&stage, &scene).await;
    let before = verification(&scene.dana, &post).await;
    let item = queue(&scene.amara, "REPORTED").await.remove(0);
    let decided = decides(&scene.amara, &item, "VERIFY", json!({})).await;
    assert!(decided.get("errors").is_none(), "{decided}");
    let anew = verification(&scene.dana, &post).await;
    let back = undoes(&scene.amara, &item).await;
    assert!(back.get("errors").is_none(), "{back}");

    assert_eq!(before["by"]["name"], "Jonas", "{before}");
    assert!(before["obsoleteReason"].is_string(), "{before}");
    assert_eq!(anew["by"]["name"], "Amara", "{anew}");
    assert_eq!(verification(&scene.dana, &post).await, before);
}

#[tokio::test]
async fn a_verification_that_was_given_meanwhile_is_not_taken_back_with_an_older_one() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let post = flagged(&stage, &scene).await;
    let item = queue(&scene.amara, "REPORTED").await.remove(0);
    decides(&scene.amara, &item, "VERIFY", json!({})).await;
    stage.clock.advance(chrono::TimeDelta::minutes(5));
    says(&scene.jonas, "verifyAnswer", json!({ "post": post })).await;
    let back = undoes(&scene.amara, &item).await;

    assert_eq!(error_of(&back).0, "CONFLICT", "{back}");
    let stands = verification(&scene.dana, &post).await;
    assert_eq!(stands["by"]["name"], "Jonas", "{stands}");
}
