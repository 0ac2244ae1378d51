//! Rounds begin by themselves: by a plan, or as a step of a journey.
use super::{Cohort, changes, page, together};
use crate::journeys::{Autumn, goes_to, step};
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const PLAN: &str =
    "id everyWeeks rrule nextAt weeks publishes rules { minOverlapMinutes } setBy { name }";

/// A cohort in Berlin, on the evening of Sunday, 1 March 2026.
async fn in_berlin<'stage>(stage: &'stage Stage, names: &[&str]) -> Cohort<'stage> {
    let it = Cohort::of(stage, names).await;
    let zone = json!({ "community": it.id(), "zone": "Europe/Berlin" });
    changes(&it.amara, ("updateCommunity", "id"), zone).await;
    goes_to(stage, "2026-03-01T20:00:00Z");
    it
}

async fn kinds(stage: &Stage, person: &Person<'_>) -> Vec<String> {
    stage.settle().await;
    let ask = "{ viewer { notices(first: 20) { edges { node { kind } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let kind = |edge: &Value| edge["node"]["kind"].as_str().map(str::to_owned);
    edges.iter().filter_map(kind).collect()
}

#[tokio::test]
async fn planned_rounds_begin_at_the_same_time_of_day_when_clocks_change() {
    let stage = Stage::new().await;
    let it = in_berlin(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let ben = &it.people[0];
    let input = json!({ "community": it.id(), "everyWeeks": 4, "rules": { "cooldownRounds": 1 },
        "firstAt": "2026-03-02T08:00:00Z", "publishes": true });
    let refused = changes(ben, ("planPairing", "id"), input.clone()).await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN");
    let plan = changes(&it.amara, ("planPairing", PLAN), input).await;
    assert_eq!(
        (&plan["everyWeeks"], &plan["weeks"], &plan["nextAt"]),
        (&json!(4), &json!(4), &json!("2026-03-02T08:00:00+00:00")),
        "{plan}"
    );
    stage.pairs_people().await;
    assert_eq!(page(ben, &it.id()).await["standing"], "READY", "not yet");

    let mut met = Vec::new();
    for (at, next) in [
        ("2026-03-02T08:00:00Z", "2026-03-30T07:00:00+00:00"),
        ("2026-03-30T07:00:00Z", "2026-04-27T07:00:00+00:00"),
        ("2026-04-27T07:00:00Z", "2026-05-25T07:00:00+00:00"),
    ] {
        goes_to(&stage, at);
        stage.pairs_people().await;
        let round = it.board().await;
        assert_eq!(round["state"], "PUBLISHED", "{round}");
        met.extend(together(&round));
        let shown = node(&it.amara, &plan["id"]).await;
        assert_eq!(shown["nextAt"], next);
        assert_eq!(page(ben, &it.id()).await["standing"], "PAIRED");
        // A sign of life, so that nobody is paused.
        for person in &it.people {
            let pair = page(person, &it.id()).await["pairs"][0]["id"].clone();
            let met = json!({ "pair": pair, "answer": "YES" });
            changes(person, ("sayWhetherMet", "id"), met).await;
        }
    }
    let mut once = met.clone();
    once.sort();
    once.dedup();
    assert_eq!((met.len(), once.len()), (6, 6), "nobody met again: {met:?}");
    assert_eq!(
        node(ben, &plan["id"]).await,
        Value::Null,
        "members see when, not how"
    );
    let ask = "query($id: ID!) { node(id: $id) { ... on Community { pairing { nextRoundAt }
        pairingBoard { plan { id } rounds(first: 9) { edges { node { number } } } } } } }";
    let own = ben.asks(ask, json!({ "id": it.id() })).await;
    assert_eq!(
        own["data"]["node"]["pairing"]["nextRoundAt"],
        "2026-05-25T07:00:00+00:00"
    );

    let stop = json!({ "plan": plan["id"] });
    changes(&it.amara, ("stopPairingPlan", "id"), stop).await;
    goes_to(&stage, "2026-05-25T07:00:00Z");
    stage.pairs_people().await;
    let board = it.amara.asks(ask, json!({ "id": it.id() })).await;
    let board = &board["data"]["node"]["pairingBoard"];
    assert_eq!(board["plan"], Value::Null);
    assert_eq!(board["rounds"]["edges"].as_array().map(Vec::len), Some(3));
}

async fn node(person: &Person<'_>, id: &Value) -> Value {
    let ask = "query($id: ID!) { node(id: $id) { ... on PairingPlan { id nextAt } } }";
    person.asks(ask, json!({ "id": id })).await["data"]["node"].clone()
}

#[tokio::test]
async fn what_was_missed_is_one_round_and_what_waits_for_somebody_is_not_overtaken() {
    let stage = Stage::new().await;
    let it = in_berlin(&stage, &["Ben", "Cleo"]).await;
    let input = json!({ "community": it.id(), "rrule": "FREQ=WEEKLY;COUNT=8", "weeks": 1,
        "rules": { "cooldownRounds": 0 } });
    changes(&it.amara, ("planPairing", "id"), input).await;
    goes_to(&stage, "2026-03-29T20:30:00Z");
    stage.pairs_people().await;
    let round = it.board().await;
    assert_eq!(
        (&round["state"], together(&round).len()),
        (&json!("PROPOSED"), 1)
    );
    assert_eq!(kinds(&stage, &it.amara).await, ["PAIRS_PROPOSED"]);
    assert_eq!(kinds(&stage, &it.people[0]).await, [""; 0]);

    goes_to(&stage, "2026-04-12T20:30:00Z");
    stage.pairs_people().await;
    let waits = it.board().await;
    assert_eq!(
        (&waits["id"], &waits["version"]),
        (&round["id"], &round["version"])
    );
    let cancel = json!({ "round": round["id"] });
    changes(&it.amara, ("cancelPairing", "id"), cancel).await;
    assert_eq!(kinds(&stage, &it.amara).await, [""; 0]);

    it.prefers(&it.people[0], json!({ "worksFrom": 0, "worksTo": 60 }))
        .await;
    goes_to(&stage, "2026-04-19T20:30:00Z");
    stage.pairs_people().await;
    let failed = it.board().await;
    assert_eq!(failed["state"], "FAILED", "{failed}");
    assert_eq!(kinds(&stage, &it.amara).await, ["PAIRS_FAILED"]);
}

#[tokio::test]
async fn a_plan_that_is_changed_is_published_as_before_unless_somebody_says_otherwise() {
    let stage = Stage::new().await;
    let it = in_berlin(&stage, &["Ben", "Cleo"]).await;
    let plans = async |more: Value| {
        let mut input = json!({ "community": it.id(), "everyWeeks": 4, "rules": {} });
        crate::prompts::merge(&mut input, &more);
        changes(&it.amara, ("planPairing", "publishes"), input).await["publishes"].clone()
    };
    assert_eq!(plans(json!({})).await, false, "she looks at each");
    assert_eq!(plans(json!({ "publishes": true })).await, true);
    assert_eq!(plans(json!({ "everyWeeks": 6 })).await, true, "as before");
    assert_eq!(plans(json!({ "publishes": false })).await, false);
}

#[tokio::test]
async fn a_plan_that_never_comes_or_comes_too_often_is_refused() {
    let stage = Stage::new().await;
    let it = in_berlin(&stage, &["Ben"]).await;
    for (plan, field) in [
        (json!({ "everyWeeks": 0 }), "everyWeeks"),
        (json!({ "everyWeeks": 27 }), "everyWeeks"),
        (json!({}), "everyWeeks"),
        (
            json!({ "everyWeeks": 4, "rrule": "FREQ=WEEKLY" }),
            "everyWeeks",
        ),
        (json!({ "rrule": "FREQ=SECONDLY" }), "rrule"),
        (
            json!({ "rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }),
            "rrule",
        ),
        (json!({ "rrule": "FREQ=WEEKLY;COUNT=1000000" }), "rrule"),
        (json!({ "everyWeeks": 4, "weeks": 27 }), "weeks"),
        (
            json!({ "everyWeeks": 4, "firstAt": "2020-01-01T09:00:00Z" }),
            "firstAt",
        ),
    ] {
        let mut input = plan.clone();
        input["community"] = json!(it.id());
        input["rules"] = json!({});
        let answer = changes(&it.amara, ("planPairing", "id"), input).await;
        assert_eq!(
            answer["errors"][0]["extensions"]["field"], field,
            "{plan}: {answer}"
        );
    }
}

#[tokio::test]
async fn a_step_of_a_journey_opens_a_round_after_a_session() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let after = json!({ "anchor": "SESSION_END", "minutes": 30 });
    let settings = json!({ "weeks": 2, "minOverlapMinutes": 120, "publishes": true });
    let steps = json!([step("pairs", "pair_people", settings, after)]);
    let (journey, session) = autumn.travels(steps).await;
    let template = autumn
        .template(json!([step(
            "pairs",
            "pair_people",
            json!({ "weeks": 2 }),
            json!({ "anchor": "SESSION_END", "minutes": 30 })
        )]))
        .await;
    let foreseen = autumn.foresees(&template, &session).await;
    assert_eq!(foreseen[0]["peopleCount"], 3, "{foreseen:?}");

    goes_to(&stage, "2026-03-26T09:00:00Z");
    let held = json!({ "session": session });
    changes(&autumn.amara, ("startSession", "id"), held.clone()).await;
    goes_to(&stage, "2026-03-26T11:00:00Z");
    changes(&autumn.amara, ("closeSession", "id"), held).await;
    stage.settle().await;
    autumn.lives_until(&journey, "2026-03-26T12:00:00Z").await;
    stage.pairs_people().await;
    let item = autumn.item(&journey, "pairs").await;
    assert_eq!(
        (&item["state"], &item["problem"]),
        (&json!("DONE"), &Value::Null)
    );
    let rounds = "query($id: ID!) { node(id: $id) { ... on Community { pairingBoard {
        rounds(first: 5) { edges { node { session { id } } } } } } } }";
    let place = json!({ "id": autumn.cohort.id.to_string() });
    let rounds = autumn.amara.asks(rounds, place).await;
    assert_eq!(
        rounds["data"]["node"]["pairingBoard"]["rounds"]["edges"],
        json!([{ "node": { "session": { "id": session } } }]),
        "it says which session it follows: {rounds}"
    );
    let priya = page(&autumn.priya, &autumn.cohort.id.to_string()).await;
    assert_eq!(priya["standing"], "PAIRED");
    let members = priya["pairs"][0]["members"].as_array().map(Vec::len);
    assert_eq!(members, Some(3), "three, because the number is odd");
    assert!(
        kinds(&stage, &autumn.kofi)
            .await
            .contains(&"PAIRED".to_owned())
    );

    let late = json!({ "weeks": 40 });
    let refused = json!({ "community": autumn.cohort.id.to_string(), "name": "Too long",
        "steps": [step("pairs", "pair_people", late, json!({ "anchor": "SESSION_END", "minutes": 30 }))] });
    let refused = changes(&autumn.amara, ("createJourneyTemplate", "id"), refused).await;
    assert_eq!(error_of(&refused).0, "INVALID", "{refused}");
}
