//! One round follows another: what is known and has not begun, and what goes on until it does.
use super::{Cohort, changes, page};
use crate::journeys::goes_to;
use serde_json::{Value, json};
use tests::{Person, Stage, nonce};

const MONDAY: &str = "2026-01-12T09:00:00Z";
const MONDAY_AFTER: &str = "2026-01-19T09:00:00Z";

/// A round that begins on a day, as Amara published it.
async fn published_for(it: &Cohort<'_>, starts_at: &str) -> Value {
    let input = json!({ "community": it.id(), "rules": { "cooldownRounds": 0 },
        "startsAt": starts_at });
    let begun = changes(&it.amara, ("proposePairs", "id"), input).await;
    assert!(begun.get("errors").is_none(), "{begun}");
    it.stage.pairs_people().await;
    let round = it.board().await;
    let input = json!({ "round": round["id"], "version": round["version"] });
    let told = changes(&it.amara, ("publishPairs", "id"), input).await;
    assert!(told.get("errors").is_none(), "{told}");
    it.stage.settle().await;
    it.board().await
}

async fn ends(it: &Cohort<'_>, round: &Value) {
    let input = json!({ "round": round["id"] });
    let ended = changes(&it.amara, ("endPairing", "id"), input).await;
    assert!(ended.get("errors").is_none(), "{ended}");
    it.stage.settle().await;
}

#[tokio::test]
async fn nobody_is_silent_before_they_had_a_week() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let round = published_for(&it, MONDAY).await;
    let silent = |round: &Value| {
        (
            round["health"]["silent"].clone(),
            round["pairs"][0]["silent"].clone(),
        )
    };
    assert_eq!(silent(&round), (json!(0), json!(false)), "{round}");
    let nudge = json!({ "pair": round["pairs"][0]["id"] });
    let early = changes(&it.people[0], ("nudgePair", "id"), nudge.clone()).await;
    assert_eq!(tests::error_of(&early).0, "FORBIDDEN", "{early}");
    goes_to(&stage, MONDAY);
    let nudged = changes(&it.people[0], ("nudgePair", "id"), nudge).await;
    assert!(nudged.get("errors").is_none(), "{nudged}");
    let begun = it.board().await;
    assert_eq!(silent(&begun), (json!(0), json!(false)), "just begun");
    goes_to(&stage, MONDAY_AFTER);
    let later = it.board().await;
    assert_eq!(silent(&later), (json!(1), json!(true)), "{later}");
}

#[tokio::test]
async fn rounds_that_were_over_before_they_began_pause_nobody() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    for _ in 0..2 {
        let round = published_for(&it, MONDAY).await;
        ends(&it, &round).await;
    }
    for person in &it.people {
        assert_eq!(page(person, &it.id()).await["standing"], "READY");
    }
}

/// The number of each round, the newest first, where it stands, and until when it is.
async fn rounds(it: &Cohort<'_>) -> Value {
    let ask = "query($id: ID!) { node(id: $id) { ... on Community { pairingBoard {
        rounds(first: 5) { edges { node { number state endsAt } } } } } } }";
    let answer = it.amara.asks(ask, json!({ "id": it.id() })).await;
    let edges = answer["data"]["node"]["pairingBoard"]["rounds"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}")).iter();
    let row = |edge: &Value| {
        let it = &edge["node"];
        json!([it["number"], it["state"], it["endsAt"]])
    };
    edges.map(row).collect()
}

#[tokio::test]
async fn a_round_and_its_rooms_go_on_until_the_next_begins() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let ben = &it.people[0];
    it.published(json!({ "cooldownRounds": 0 })).await;
    let pair = page(ben, &it.id()).await["pairs"][0]["id"].clone();
    let begin = json!({ "pair": pair, "body": "hello", "nonce": nonce() });
    let thread = changes(ben, ("beginPairTalk", "id"), begin).await;

    published_for(&it, MONDAY).await;
    assert_eq!(
        rounds(&it).await,
        json!([
            [2, "PUBLISHED", "2026-02-09T09:00:00+00:00"],
            [1, "PUBLISHED", "2026-01-12T09:00:00+00:00"]
        ])
    );
    let ask = "query($id: ID!) { node(id: $id) { ... on Pair { endsAt endedAt } } }";
    let shown = ben.asks(ask, json!({ "id": pair })).await;
    let until = json!({ "endsAt": "2026-01-12T09:00:00+00:00", "endedAt": null });
    assert_eq!(shown["data"]["node"], until);
    let own = page(ben, &it.id()).await;
    assert_eq!(own["pairs"].as_array().map(Vec::len), Some(2), "{own}");
    assert_eq!(own["pastPairs"]["edges"], json!([]), "{own}");
    let answer = ben.posts(&thread, "until Monday").await;
    assert!(answer.get("errors").is_none(), "{answer}");

    goes_to(&stage, MONDAY);
    stage.pairs_people().await;
    let states = rounds(&it).await;
    assert_eq!(
        (&states[0][1], &states[1][1]),
        (&json!("PUBLISHED"), &json!("ENDED"))
    );
    let own = page(ben, &it.id()).await;
    assert_eq!(own["pairs"].as_array().map(Vec::len), Some(1), "{own}");
    assert_eq!(own["pastPairs"]["edges"][0]["node"]["id"], pair);
    let answer = ben.posts(&thread, "too late").await;
    assert!(answer.get("errors").is_some(), "{answer}");
}

#[tokio::test]
async fn what_would_begin_after_the_next_never_does() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    it.published(json!({ "cooldownRounds": 0 })).await;
    published_for(&it, MONDAY_AFTER).await;
    published_for(&it, MONDAY).await;
    let states = rounds(&it).await;
    let states: Vec<Value> = (0..3_usize).map(|at| states[at][1].clone()).collect();
    assert_eq!(states, ["PUBLISHED", "ENDED", "PUBLISHED"]);
    assert_eq!(rounds(&it).await[2][2], "2026-01-12T09:00:00+00:00");
}

#[tokio::test]
async fn who_is_silent_is_paused_where_one_round_begins_as_another_ends() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let [ben, cleo] = &it.people[..] else {
        unreachable!("two")
    };
    it.published(json!({ "cooldownRounds": 0 })).await;
    let pair = page(ben, &it.id()).await["pairs"][0]["id"].clone();
    let met = json!({ "pair": pair, "answer": "YES" });
    changes(ben, ("sayWhetherMet", "id"), met).await;
    for monday in [MONDAY, MONDAY_AFTER] {
        published_for(&it, monday).await;
        goes_to(&stage, monday);
        stage.pairs_people().await;
    }
    let paused =
        async |person: &Person<'_>| page(person, &it.id()).await["preferences"]["pausedAt"].clone();
    assert_eq!(paused(ben).await, Value::Null, "he gave a sign of life");
    assert_ne!(paused(cleo).await, Value::Null, "two rounds were silent");
}

#[tokio::test]
async fn no_round_begins_on_a_day_that_is_mistyped() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    for (verb, field) in [("proposePairs", "startsAt"), ("planPairing", "firstAt")] {
        let mut input = json!({ "community": it.id(), "rules": {} });
        input[field] = json!("9999-12-31T09:00:00Z");
        if verb == "planPairing" {
            input["everyWeeks"] = json!(4);
        }
        let refused = changes(&it.amara, (verb, "id"), input).await;
        let told = &refused["errors"][0]["extensions"]["field"];
        assert_eq!(told, field, "{refused}");
    }
}
