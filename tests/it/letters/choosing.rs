//! What people choose, and what they may not.
use super::{chooses, has_chosen, settings, when};
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn everybody_begins_in_the_calm_way_and_changes_what_they_like() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let calm = settings(&priya).await;
    assert_eq!(calm["preset"], "CALM");
    assert_eq!(calm["quiet"], json!({ "from": "20:00", "until": "07:00" }));
    assert_eq!(when(&calm, "MENTION"), "DAILY");
    assert_eq!(when(&calm, "SESSION"), "AT_ONCE");

    let changed = has_chosen(
        &priya,
        json!({
            "preset": "CLOSE", "kinds": [{ "kind": "FOLLOWED", "when": "NOT" }],
            "quiet": null, "digestAt": "18:45", "lettersADay": 3,
        }),
    )
    .await;
    assert_eq!(changed["preset"], Value::Null, "it is no preset any more");
    assert_eq!(when(&changed, "MENTION"), "AT_ONCE");
    assert_eq!(when(&changed, "FOLLOWED"), "NOT");
    assert_eq!(changed["quiet"], Value::Null);
    let kept = settings(&priya).await;
    assert_eq!(
        (kept["digestAt"].clone(), kept["lettersADay"].clone()),
        (json!("18:45"), json!(3))
    );

    let due = has_chosen(&priya, json!({ "preset": "ONLY_DUE" })).await;
    assert_eq!(due["preset"], "ONLY_DUE");
    assert_eq!(when(&due, "ASKED"), "AT_ONCE");
    assert_eq!(when(&due, "REPLY"), "NOT");
}

#[tokio::test]
async fn what_cannot_be_chosen_is_refused_in_words_and_changes_nothing() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let before = settings(&priya).await;
    for (input, words) in [
        (json!({ "digestAt": "25:00" }), "this is no time of day"),
        (json!({ "digestAt": "7:30" }), "this is no time of day"),
        (
            json!({ "quiet": { "from": "20:00", "until": "20:00" } }),
            "these hours end when they begin",
        ),
        (json!({ "lettersADay": 0 }), "choose 1 to 50 letters a day"),
        (
            json!({ "kinds": [{ "kind": "SUMMARY", "when": "AT_ONCE" }] }),
            "this comes in the mail of the day or of Sunday, not at once",
        ),
        (
            json!({ "pausedUntil": "2028-01-01T00:00:00Z" }),
            "this is more than a year ahead",
        ),
    ] {
        let refused = error_of(&chooses(&priya, input).await);
        assert_eq!(refused, ("INVALID".to_owned(), words.to_owned()));
    }
    assert_eq!(settings(&priya).await, before);
}
