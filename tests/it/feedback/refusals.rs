//! What cannot be is refused, in words.
use super::{Looking, ROUND};
use crate::prompts::{changes, merge};
use communities::ArchiveCommunity;
use serde_json::{Value, json};
use tests::{Stage, error_of, nonce};

fn refused(answer: &Value) -> (String, String) {
    let error = &answer["errors"][0]["extensions"];
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (word(&error["code"]), word(&error["field"]))
}

fn invalid(field: &str) -> (String, String) {
    ("INVALID".to_owned(), field.to_owned())
}

#[tokio::test]
async fn a_round_without_a_rubric_that_says_something_is_refused() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor"]).await;
    let levels = json!(["a", "b", "c"]);
    let one = json!([{ "title": "A", "levels": levels }]);
    let two_levels = json!([
        { "title": "A", "levels": levels }, { "title": "B", "levels": ["a", "b"] },
    ]);
    let empty = json!([{ "title": "A", "levels": levels }, { "title": " ", "levels": levels }]);
    let twice = json!([{ "title": "A", "levels": levels }, { "title": "A", "levels": levels }]);
    let blank =
        json!([{ "title": "A", "levels": ["a", " ", "c"] }, { "title": "B", "levels": levels }]);
    for (criteria, field) in [
        (one, "criteria"),
        (two_levels, "criteria.1.levels"),
        (empty, "criteria.1.title"),
        (twice, "criteria.1.title"),
        (blank, "criteria.0.levels"),
    ] {
        let answer = it.opens(json!({ "criteria": criteria })).await;
        assert_eq!(refused(&answer), invalid(field), "{answer}");
    }
    for (field, value) in [
        ("title", json!("  ")),
        ("body", json!("")),
        ("each", json!(5)),
        ("days", json!(0)),
        ("closesAt", json!("2025-12-31T00:00:00Z")),
        ("closesAt", json!("9999-12-31T00:00:00Z")),
    ] {
        let answer = it.opens(json!({ field: value })).await;
        assert_eq!(refused(&answer), invalid(field), "{answer}");
    }
    let (_, elsewhere) = stage
        .cohort_of(&[(&it.amara, communities::Role::Facilitator)])
        .await;
    let answer = it
        .opens(json!({ "channel": elsewhere.id.to_string() }))
        .await;
    assert_eq!(refused(&answer), invalid("channel"), "{answer}");
    let noor = &it.learners[0];
    let mut input = json!({
        "community": it.cohort.id.to_string(), "channel": it.channel.id.to_string(),
        "title": "Mine", "body": "All", "criteria": Looking::criteria(), "nonce": nonce(),
    });
    let answer = changes(noor, "createFeedbackRound", ROUND, input.clone()).await;
    assert_eq!(error_of(&answer).0, "FORBIDDEN", "{answer}");
    merge(
        &mut input,
        &json!({ "session": "session_01h455vb4pex5vsknk084sn02q" }),
    );
    let answer = changes(&it.amara, "createFeedbackRound", ROUND, input).await;
    assert_eq!(error_of(&answer).0, "NOT_FOUND", "{answer}");
}

#[tokio::test]
async fn marks_that_are_no_levels_and_a_second_thing_of_one_person_are_refused() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let (noor, priya) = (&it.learners[0], &it.learners[1]);
    let round = it.opened(json!({})).await;
    let evidence = it.hands_in(0, &round).await;
    let second = it.submits(0, &round, json!({})).await;
    assert_eq!(error_of(&second).0, "CONFLICT", "{second}");
    it.hands_in(1, &round).await;
    let asked = it.due(priya).await.remove(0);
    for marks in [json!([1]), json!([0, 3]), json!([-1, 0])] {
        let input = json!({
            "feedback": asked["id"], "marks": marks, "body": "So", "nonce": nonce(),
        });
        let answer = it.does(priya, "giveFeedback", input).await;
        assert_eq!(refused(&answer), invalid("marks"), "{answer}");
    }
    let empty = json!({
        "feedback": asked["id"], "marks": [0, 0], "body": " ", "nonce": nonce(),
    });
    let answer = it.does(priya, "giveFeedback", empty).await;
    assert_eq!(refused(&answer), invalid("body"), "{answer}");
    let not_theirs = json!({
        "feedback": asked["id"], "marks": [0, 0], "body": "I am good", "nonce": nonce(),
    });
    let answer = it.does(noor, "giveFeedback", not_theirs).await;
    assert_eq!(
        error_of(&answer).0,
        "NOT_FOUND",
        "not on one's own: {answer}"
    );
    let own = json!({ "evidence": evidence["id"], "person": noor.record.id.to_string() });
    let answer = it.does(&it.amara, "askForFeedback", own).await;
    assert_eq!(refused(&answer), invalid("person"), "{answer}");
    it.gives(priya, &asked).await;
    let criteria = json!({ "round": round["id"], "criteria": [
        { "title": "X", "levels": ["a", "b", "c"] }, { "title": "Y", "levels": ["a", "b", "c"] },
    ] });
    let answer = it.does(&it.amara, "updateFeedbackRound", criteria).await;
    assert_eq!(
        error_of(&answer).0,
        "CONFLICT",
        "they were marked by: {answer}"
    );
    let title = json!({ "round": round["id"], "title": "Another", "each": 1 });
    let changed = it.done(&it.amara, "updateFeedbackRound", title).await;
    assert_eq!(
        (&changed["title"], &changed["each"]),
        (&json!("Another"), &json!(1))
    );
}

#[tokio::test]
async fn in_an_archived_community_nothing_moves() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let priya = &it.learners[1];
    let round = it.opened(json!({})).await;
    it.hands_in(0, &round).await;
    it.hands_in(1, &round).await;
    let asked = it.due(priya).await.remove(0);
    let archive = ArchiveCommunity {
        community: it.cohort.id,
    };
    it.amara.does(archive).await.expect("it is archived");
    assert!(it.due(priya).await.is_empty());
    it.waits(30).await;
    let still = it.seen(priya, "feedback", &asked["id"]).await;
    assert_eq!(still["state"], "ASKED", "nothing passes on");
    let no = json!({ "feedback": asked["id"] });
    let answer = it.does(priya, "declineFeedback", no).await;
    assert_eq!(error_of(&answer).0, "FORBIDDEN", "{answer}");
    let answer = it.submits(0, &round, json!({})).await;
    assert_eq!(error_of(&answer).0, "FORBIDDEN", "{answer}");
}
