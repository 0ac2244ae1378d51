//! What administrators see of the letters on their way.
use super::{has_chosen, pair};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Post, Stage, error_of};

const OUTBOX: &str = "query($state: LetterState, $first: Int! = 20, $after: String) {
    outbox(first: $first, after: $after, state: $state) {
        edges { node { id to kind state subject text attempts failure settledAt nextTryAt person { name } } }
        pageInfo { endCursor hasNextPage }
    } }";

fn letters(answer: &Value) -> Vec<Value> {
    let edges = answer["data"]["outbox"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

#[tokio::test]
async fn without_a_mail_server_letters_stay_where_an_administrator_sees_them() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    jonas.begins(&lobby, "A secret", "Between us, @priya").await;
    stage.clock.advance(TimeDelta::minutes(3));
    let sent = Post::of_nobody(&stage).goes_round(&stage).await;
    assert!(sent.is_empty());

    let seen = letters(&ines.asks(OUTBOX, json!({})).await);
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0]["to"], "priya@example.org");
    assert_eq!(seen[0]["person"]["name"], "Priya");
    assert_eq!(
        (&seen[0]["state"], &seen[0]["kind"]),
        (&json!("KEPT"), &json!("NEWS"))
    );
    let hidden = (&seen[0]["subject"], &seen[0]["text"]);
    assert_eq!(
        hidden,
        (&Value::Null, &Value::Null),
        "a conversation is for its members"
    );
    let refused = priya.asks(OUTBOX, json!({})).await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN");

    let again = "mutation($input: SendLetterAgainInput!) {
        sendLetterAgain(input: $input) { state nextTryAt } }";
    let input = json!({ "letter": seen[0]["id"] });
    let refused = jonas.asks(again, json!({ "input": input })).await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN");
    let waits = ines.asks(again, json!({ "input": input })).await;
    assert_eq!(
        waits["data"]["sendLetterAgain"]["state"], "WAITING",
        "{waits}"
    );
    let sent = Post::of(&stage).goes_round(&stage).await;
    assert_eq!(sent.len(), 1, "now there is a mail server");
    let refused = ines.asks(again, json!({ "input": input })).await;
    assert_eq!(
        error_of(&refused),
        ("CONFLICT".to_owned(), "this letter was sent".to_owned())
    );
}

#[tokio::test]
async fn the_outbox_comes_in_pages_and_forgets_after_a_month() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE", "lettersADay": 50 })).await;
    let post = Post::of(&stage);
    for title in ["One", "Two", "Three"] {
        jonas.begins(&lobby, title, "@priya").await;
        stage.clock.advance(TimeDelta::minutes(4));
        post.goes_round(&stage).await;
    }

    let page = ines.asks(OUTBOX, json!({ "first": 2 })).await;
    assert_eq!(letters(&page).len(), 2);
    let after = &page["data"]["outbox"]["pageInfo"]["endCursor"];
    let rest = ines
        .asks(OUTBOX, json!({ "first": 2, "after": after }))
        .await;
    assert_eq!(letters(&rest).len(), 1);
    let waiting = ines.asks(OUTBOX, json!({ "state": "WAITING" })).await;
    assert!(letters(&waiting).is_empty());

    stage.clock.advance(TimeDelta::days(31));
    let swept = stage.does(notifications::SweepLetters).await;
    assert_eq!(swept.expect("swept"), 3);
}
