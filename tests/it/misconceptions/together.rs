//! Two moderators at once.
use super::{Practice, does, looks_at};
use serde_json::{Value, json};
use tests::{Stage, error_of};

fn outcomes(answers: [&Value; 2]) -> (usize, usize) {
    let failed = answers.iter().filter(|it| it.get("errors").is_some());
    let failed: Vec<String> = failed.map(|it| error_of(it).0).collect();
    let conflicts = failed.iter().filter(|code| *code == "CONFLICT").count();
    assert_eq!(conflicts, failed.len(), "{failed:?}");
    (2 - failed.len(), conflicts)
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_is_told_that_the_other_was_first() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.suspected("PRACTICE").await;
    let about = json!({ "misconception": it["id"] });
    let (one, other) = tokio::join!(
        does(&scene.amara, "confirmMisconception", about.clone()),
        does(&scene.jonas, "confirmMisconception", about.clone()),
    );
    assert_eq!(outcomes([&one, &other]), (1, 1), "{one} {other}");
    let history = looks_at(&scene.amara, &it).await["history"].clone();
    assert_eq!(history.as_array().map(Vec::len), Some(2), "{history}");
}

#[tokio::test]
async fn one_publishes_while_the_other_rejects_and_one_of_the_two_holds() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.drafted("COMPLIANCE").await;
    let about = json!({ "misconception": it["id"] });
    super::done(&scene.amara, "agreeToCorrection", about.clone()).await;
    let reasoned = json!({ "misconception": it["id"], "reason": "It holds after all" });
    let (one, other) = tokio::join!(
        does(&scene.jonas, "publishCorrection", about),
        does(&scene.amara, "rejectMisconception", reasoned),
    );
    stage.corrects().await;
    assert_eq!(outcomes([&one, &other]), (1, 1), "{one} {other}");
    let state = looks_at(&scene.amara, &it).await["state"].clone();
    let shown = scene.post_for(&scene.priya).await["corrections"] != json!([]);
    assert_eq!(shown, state == "PUBLISHED", "{state}");
    let told = super::kinds(&scene.priya).await.len();
    assert_eq!(told, usize::from(state == "PUBLISHED"));
}

#[tokio::test]
async fn two_who_suspect_at_once_get_two_numbers() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let input = |quote: &str| json!({ "post": scene.post["id"], "passage": { "quote": quote }, "claim": "It is so" });
    let (one, other) = tokio::join!(
        does(
            &scene.amara,
            "suspectMisconception",
            input("From experience")
        ),
        does(&scene.jonas, "suspectMisconception", input("people leave")),
    );
    let number = |answer: &Value| answer["data"]["suspectMisconception"]["number"].as_i64();
    let mut numbers = [number(&one), number(&other)];
    numbers.sort_unstable();
    assert_eq!(numbers, [Some(1), Some(2)], "{one} {other}");
}
