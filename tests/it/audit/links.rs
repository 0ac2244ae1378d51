//! Links without a sign-in that open nothing: tried once, noted once.
use super::{LOG, nodes};
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn whoever_opens_a_link_that_was_altered_stands_in_the_log_and_what_they_typed_does_not() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines Duarte").await;
    for page in [
        "{ consultationLink(token: \"guessed-by-hand\") { state } }",
        "{ checkInByLink(token: \"guessed-by-hand\") { state } }",
        "{ pulseByLink(token: \"guessed-by-hand\") { state } }",
        "{ reactionForm(token: \"guessed-by-hand\") { state } }",
    ] {
        let answer = stage.stranger_asks(page, json!({})).await;
        assert!(answer.get("errors").is_none(), "{answer}");
    }
    stage.audits().await;

    let filter = json!({ "filter": { "topics": ["SIGN_INS"], "words": "link_refused" } });
    let told = nodes(&ines.asks(LOG, filter).await);
    let kinds: Vec<&Value> = told.iter().map(|node| &node["kind"]).collect();
    let (consultation, check_in, pulse) = (
        "consultations.link_refused",
        "checkins.link_refused",
        "pulses.link_refused",
    );
    assert_eq!(kinds, [pulse, pulse, check_in, consultation]);
    for node in &told {
        assert_eq!(node["changes"][0]["after"], "unknown", "{node}");
        assert_eq!(node["by"], Value::Null);
    }
    let typed = json!({ "filter": { "words": "guessed" } });
    assert!(nodes(&ines.asks(LOG, typed).await).is_empty());
}

#[tokio::test]
async fn a_flood_of_guesses_tells_no_more_than_somebody_can_read() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines Duarte").await;
    for guess in 0..25 {
        let page = format!("{{ consultationLink(token: \"guess-{guess}\") {{ state }} }}");
        let answer = stage.stranger_asks(&page, json!({})).await;
        assert_eq!(answer["data"]["consultationLink"]["state"], "GONE");
    }
    stage.audits().await;

    let filter = json!({ "filter": { "words": "link_refused" } });
    assert_eq!(nodes(&ines.asks(LOG, filter).await).len(), 20);
}

#[tokio::test]
async fn one_request_tries_few_links() {
    let stage = Stage::new().await;
    let fields: Vec<String> = (0..12)
        .map(|at| format!("a{at}: checkInByLink(token: \"{at}\") {{ state }}"))
        .collect();
    let query = format!("{{ {} }}", fields.join(" "));
    let answer = stage.stranger_asks(&query, json!({})).await;
    assert_eq!(error_of(&answer).1, "Query is too complex.", "{answer}");
}
