//! What is sent after it closed, and what stays unsaid then.
use super::{BOARD, CheckingIn};
use communities::Role;
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn what_was_saved_without_a_name_is_dropped_when_it_is_sent_late() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let priya = &it.workshop.priya;
    let mut others = Vec::new();
    for name in ["Ada", "Ben", "Cleo", "Dan", "Emil"] {
        let person = stage.person(name).await;
        stage
            .joins(&person, &it.workshop.cohort, Role::Learner)
            .await;
        others.push(person);
    }
    it.opens().await;
    for person in &others {
        it.sends(person, it.words((1, "nothing", 0))).await;
    }
    // Priya's choice is kept, and she sends it when everybody has read the counts.
    let kept = json!({ "answers": it.words((1, "time", 1)) });
    let saved = it.does(priya, "saveCheckIn", kept.clone()).await;
    assert!(saved.get("errors").is_none(), "{saved}");
    it.waits(24 * 3).await;
    let nameless = async || {
        let seen = it.seen(&it.workshop.amara, BOARD).await;
        seen["board"]["questions"][2].clone()
    };
    let before = nameless().await;
    let again = it.does(priya, "saveCheckIn", kept).await;
    let late = it.sends(priya, json!([])).await;
    let after = nameless().await;

    assert_eq!(before["answerCount"], 5, "{before}");
    assert_eq!(
        error_of(&again).0,
        "INVALID",
        "nor is it kept any more: {again}"
    );
    let late = &late["data"]["answerCheckIn"];
    assert_eq!(late["state"], "LATE", "{late}");
    let kinds = |answer: &Value| answer["question"]["kind"].clone();
    let kinds: Vec<Value> = late["answers"]
        .as_array()
        .expect("answers")
        .iter()
        .map(kinds)
        .collect();
    assert_eq!(kinds, ["SCALE", "SHORT_TEXT"], "what has a name is sent");
    assert_eq!(after, before, "nobody's choice is the difference");
}
