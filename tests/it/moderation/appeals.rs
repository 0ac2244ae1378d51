//! Somebody asks that a decision about them is looked at again.
use super::{READ, Scene, decides, notices, queue};
use chrono::TimeDelta;
use communities::MutePerson;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const APPEAL: &str = "mutation($input: AppealInput!) { appeal(input: $input) {
    id words isUpheld against { kind } } }";
const ANSWER: &str = "mutation($input: AnswerAppealInput!) { answerAppeal(input: $input) {
    isUpheld answer } }";

async fn appeals(by: &Person<'_>, about: Value) -> Value {
    let mut input = json!({ "words": "I measured it" });
    if let (Some(input), Some(about)) = (input.as_object_mut(), about.as_object()) {
        input.extend(about.clone());
    }
    by.asks(APPEAL, json!({ "input": input })).await
}

async fn upholds(by: &Person<'_>, appeal: &Value) -> Value {
    let input = json!({ "appeal": appeal["id"], "isUpheld": true, "answer": "Thank you" });
    by.asks(ANSWER, json!({ "input": input })).await
}

#[tokio::test]
async fn an_appeal_is_answered_by_another_moderator_and_takes_the_decision_back() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;
    let item = queue(&scene.jonas, "REPORTED").await.remove(0);
    decides(&scene.jonas, &item, "HIDE", json!({ "reason": "Too few" })).await;
    stage.settle().await;
    let about = json!({ "item": notices(&scene.tomas, "MODERATION").await[0]["about"] });

    let by_dana = appeals(&scene.dana, about.clone()).await;
    let by_eve = appeals(&scene.eve, about.clone()).await;
    let made = appeals(&scene.tomas, about.clone()).await;
    let twice = appeals(&scene.tomas, about).await;
    stage.settle().await;
    let waiting = queue(&scene.amara, "REPORTED").await;
    let appeal = made["data"]["appeal"].clone();
    let by_jonas = upholds(&scene.jonas, &appeal).await;
    let by_tomas = upholds(&scene.tomas, &appeal).await;
    let by_amara = upholds(&scene.amara, &appeal).await;
    stage.settle().await;

    assert_eq!(error_of(&by_dana).0, "NOT_FOUND");
    assert_eq!(error_of(&by_eve).0, "NOT_FOUND");
    assert_eq!(appeal["against"]["kind"], "HID", "{made}");
    assert_eq!(error_of(&twice).0, "CONFLICT");
    assert_eq!(waiting[0]["reasons"], json!(["APPEAL"]));
    assert_eq!(waiting[0]["appeal"]["words"], "I measured it");
    assert_eq!(waiting[0]["choices"], json!([]));
    assert_eq!(error_of(&by_jonas).0, "FORBIDDEN");
    assert_eq!(error_of(&by_tomas).0, "FORBIDDEN");
    assert_eq!(
        by_amara["data"]["answerAppeal"]["isUpheld"], true,
        "{by_amara}"
    );
    let post = scene.dana.asks(READ, json!({ "id": scene.post })).await;
    assert_eq!(post["data"]["node"]["body"], "Two seconds are enough");
    let told = notices(&scene.tomas, "MODERATION").await;
    assert_eq!(told[0]["message"], "APPEAL_UPHELD");
    assert_eq!(queue(&scene.amara, "REPORTED").await, Vec::<Value>::new());
}

#[tokio::test]
async fn who_is_muted_appeals_and_writes_again_when_that_is_right() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let mute = MutePerson {
        community: scene.community.id,
        person: scene.tomas.record.id,
        until: stage.db().now() + TimeDelta::days(7),
        reason: "Too loud".to_owned(),
    };
    let muted = moderation::Mute(mute);
    scene.jonas.does(muted).await.expect("muted");
    stage.settle().await;
    let told = notices(&scene.tomas, "MODERATION").await.remove(0);

    let made = appeals(&scene.tomas, json!({ "mute": told["about"] })).await;
    stage.settle().await;
    let waiting = queue(&scene.amara, "REPORTED").await;
    let answered = upholds(&scene.amara, &made["data"]["appeal"]).await;
    stage.settle().await;
    let writes = scene.tomas.posts(&scene.thread, "Thank you").await;

    assert_eq!(told["message"], "MUTED");
    assert_eq!(told["words"], "Too loud");
    assert_eq!(waiting[0]["thread"], Value::Null, "{waiting:?}");
    assert!(answered.get("errors").is_none(), "{answered}");
    assert!(writes.get("errors").is_none(), "{writes}");
    assert_eq!(queue(&scene.amara, "REPORTED").await, Vec::<Value>::new());
}
