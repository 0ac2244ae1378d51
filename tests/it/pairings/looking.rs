//! Who leads looks at a proposal: for as long as was said, by other rules, and what is left over by hand.
use super::publishing::proposed_by_itself;
use super::{Cohort, changes, together};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Stage, error_of};

/// When a round is published by itself.
async fn publishes_at(it: &Cohort<'_>, round: &Value) -> Value {
    let ask = "query($id: ID!) { node(id: $id) { ... on PairingRound { publishesAt } } }";
    let shown = it.amara.asks(ask, json!({ "id": round["id"] })).await;
    assert!(shown.get("errors").is_none(), "{shown}");
    shown["data"]["node"]["publishesAt"].clone()
}

#[tokio::test]
async fn an_attempt_that_is_taken_back_leaves_time_to_look_at_what_stood() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let proposed = proposed_by_itself(&it).await;
    let planned = publishes_at(&it, &proposed).await;
    assert_eq!(planned, "2026-01-06T09:00:00+00:00");

    let round = json!({ "round": proposed["id"] });
    changes(&it.amara, ("solvePairsAgain", "id"), round.clone()).await;
    stage.clock.advance(TimeDelta::days(1));
    let back = changes(&it.amara, ("cancelPairing", "state"), round).await;
    assert_eq!(back["state"], "PROPOSED", "{back}");
    assert_eq!(
        publishes_at(&it, &proposed).await,
        "2026-01-07T09:00:00+00:00",
        "its hour passed meanwhile: there is another working day"
    );
    stage.pairs_people().await;
    assert_eq!(it.board().await["state"], "PROPOSED");
    stage.clock.advance(TimeDelta::days(1));
    stage.pairs_people().await;
    let published = it.board().await;
    assert_eq!(published["state"], "PUBLISHED", "{published}");
    assert_eq!(together(&published), together(&proposed));
}

#[tokio::test]
async fn other_rules_end_publishing_by_itself_only_where_who_leads_says_so() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let proposed = proposed_by_itself(&it).await;
    let planned = publishes_at(&it, &proposed).await;
    let mut other = json!({ "round": proposed["id"], "rules": { "minOverlapMinutes": 30 } });
    changes(&it.amara, ("solvePairsAgain", "id"), other.clone()).await;
    stage.pairs_people().await;
    assert_eq!(publishes_at(&it, &proposed).await, planned, "as it was");

    other["waits"] = json!(true);
    changes(&it.amara, ("solvePairsAgain", "id"), other).await;
    stage.pairs_people().await;
    assert_eq!(publishes_at(&it, &proposed).await, Value::Null);
    stage.clock.advance(TimeDelta::days(3));
    stage.pairs_people().await;
    assert_eq!(it.board().await["state"], "PROPOSED", "it waits for her");
}

#[tokio::test]
async fn two_who_are_left_over_by_hand_read_that_they_fit() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi", "Fay"]).await;
    it.prefers(
        it.named("Fay"),
        json!({ "worksFrom": 0, "worksTo": 60, "languages": ["fi"] }),
    )
    .await;
    let round = it.proposed(json!({ "trio": false })).await;
    let reasons = |round: &Value| -> Vec<(Value, Value)> {
        let left = round["unpaired"].as_array().expect("unpaired").iter();
        let reason = |it: &Value| (it["person"]["name"].clone(), it["reason"].clone());
        let mut reasons: Vec<_> = left.map(reason).collect();
        reasons.sort_by_key(|(name, _)| name.to_string());
        reasons
    };
    let nobody_fits = (json!("Fay"), json!("NOBODY_FITS"));
    assert_eq!(reasons(&round), std::slice::from_ref(&nobody_fits));

    let pairs = together(&round);
    let [one, other] = [&pairs[0], &pairs[1]];
    let id = |name: &str| it.named(name).record.id.to_string();
    let moves = json!({ "round": round["id"], "version": round["version"],
        "person": id(&one[0]), "with": id(&other[0]) });
    let moved = changes(&it.amara, ("moveInPairing", "id"), moves).await;
    assert!(moved.get("errors").is_none(), "{moved}");
    let mut left = vec![
        (json!(one[1]), json!("LEFT_OVER")),
        (json!(other[1]), json!("LEFT_OVER")),
        nobody_fits.clone(),
    ];
    left.sort_by_key(|(name, _)| name.to_string());
    assert_eq!(reasons(&it.board().await), left);

    let again = json!({ "round": round["id"] });
    changes(&it.amara, ("solvePairsAgain", "id"), again).await;
    stage.pairs_people().await;
    let solved = it.board().await;
    assert_eq!(reasons(&solved), [nobody_fits], "they are put together");
}

#[tokio::test]
async fn a_round_does_not_begin_on_a_day_that_is_over() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let begins = async |ago: TimeDelta| {
        let input = json!({ "community": it.id(), "rules": {},
            "startsAt": stage.db().now() - ago });
        changes(&it.amara, ("proposePairs", "id"), input).await
    };
    let refused = begins(TimeDelta::days(2)).await;
    assert_eq!(error_of(&refused).0, "INVALID", "{refused}");
    assert_eq!(
        refused["errors"][0]["extensions"]["field"], "startsAt",
        "{refused}"
    );
    let today = begins(TimeDelta::hours(2)).await;
    assert!(today.get("errors").is_none(), "it begins now: {today}");
}

#[tokio::test]
async fn who_was_taken_out_by_hand_is_counted_in_again() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let round = it.proposed(json!({})).await;
    let ben = it.named("Ben").record.id.to_string();
    let moves = async |version: &Value, waits: Value| {
        let input = json!({ "round": round["id"], "version": version, "person": ben,
            "waits": waits });
        let moved = changes(&it.amara, ("moveInPairing", "id"), input).await;
        assert!(moved.get("errors").is_none(), "{moved}");
        it.board().await
    };
    let out = moves(&round["version"], Value::Null).await;
    let reason_of = |round: &Value, name: &str| {
        let left = round["unpaired"].as_array().expect("unpaired").iter();
        let mut found = left.filter(|it| it["person"]["name"] == name);
        found.next().expect("somebody")["reason"].clone()
    };
    assert_eq!(reason_of(&out, "Ben"), "BY_HAND");
    let again = json!({ "round": round["id"] });
    changes(&it.amara, ("solvePairsAgain", "id"), again.clone()).await;
    stage.pairs_people().await;
    let failed = it.board().await;
    assert_eq!(together(&failed), [[""; 0]; 0], "he stays out: {failed}");

    let back = moves(&failed["version"], json!(true)).await;
    assert_eq!(reason_of(&back, "Ben"), "LEFT_OVER", "{back}");
    changes(&it.amara, ("solvePairsAgain", "id"), again).await;
    stage.pairs_people().await;
    let solved = it.board().await;
    assert_eq!(together(&solved), [["Ben", "Cleo"].map(str::to_owned)]);
}
