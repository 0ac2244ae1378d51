//! What is kept up over many rounds: who is silent, who reads the board, and what one fault does not stop.
use super::{Cohort, changes, page, together};
use async_trait::async_trait;
use chrono::TimeDelta;
use communities::Role;
use kernel::{Actor, Command, Result, Tx};
use pairings::keep_rounds;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use tests::Stage;

#[tokio::test]
async fn a_mentor_of_two_who_are_silent_is_not_paused_after_one_round() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev"]).await;
    let [ben, cleo, dev] = &it.people[..] else {
        unreachable!("three")
    };
    it.prefers(ben, json!({ "role": "MENTOR", "capacity": 2 }))
        .await;
    for mentee in [cleo, dev] {
        it.prefers(mentee, json!({ "role": "MENTEE" })).await;
    }
    let rules = json!({ "format": "MENTORING", "cooldownRounds": 0 });
    let mut standings = Vec::new();
    for _ in 0..2 {
        let round = it.published(rules.clone()).await;
        assert_eq!(round["pairs"].as_array().map(Vec::len), Some(2), "{round}");
        stage.clock.advance(TimeDelta::weeks(5));
        stage.pairs_people().await;
        standings.push(page(ben, &it.id()).await["standing"].clone());
    }
    assert_eq!(standings, ["READY", "PAUSED"]);
}

#[tokio::test]
async fn the_board_of_a_cohort_that_is_over_is_read_by_who_led_it_and_changed_by_nobody() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let before = it.published(json!({})).await;
    let archive = json!({ "community": it.id() });
    let archived = changes(&it.amara, ("archiveCommunity", "id"), archive).await;
    assert!(archived.get("errors").is_none(), "{archived}");
    stage.settle().await;
    let board = it.board().await;
    assert_eq!(board["pairs"], before["pairs"]);
    let ask =
        "query($id: ID!) { node(id: $id) { ... on Community { pairingBoard { takingPart } } } }";
    let ben = it.people[0].asks(ask, json!({ "id": it.id() })).await;
    assert_eq!(ben["data"]["node"]["pairingBoard"], Value::Null);
    let more = json!({ "community": it.id(), "rules": {} });
    let more = changes(&it.amara, ("proposePairs", "id"), more).await;
    assert_eq!(tests::error_of(&more).0, "FORBIDDEN");
}

/// Makes a plan unreadable, as a fault in the database would.
struct Spoils;

#[async_trait]
impl Command for Spoils {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        let spoil = "UPDATE pairing_plan SET rrule = 'NEVER AGAIN'";
        tx.conn().execute_unprepared(spoil).await?;
        Ok(())
    }
}

#[tokio::test]
async fn a_plan_that_cannot_be_read_keeps_no_other_round_from_its_end() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    it.published(json!({})).await;
    let elsewhere = [(&it.amara, Role::Facilitator)];
    let (elsewhere, _) = stage.cohort_of(&elsewhere).await;
    let plan = json!({ "community": elsewhere.id.to_string(), "everyWeeks": 4, "rules": {} });
    let plan = changes(&it.amara, ("planPairing", "id"), plan).await;
    assert!(plan.get("errors").is_none(), "{plan}");
    stage.does(Spoils).await.expect("a fault");

    stage.clock.advance(TimeDelta::weeks(5));
    let kept = keep_rounds(stage.db()).await;
    assert!(kept.is_err(), "it is told of");
    assert_eq!(it.board().await["state"], "ENDED");
}

#[tokio::test]
async fn solving_a_proposal_again_is_taken_back_to_what_stood() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let proposed = it.proposed(json!({ "minOverlapMinutes": 30 })).await;
    let lock = json!({ "pair": proposed["pairs"][0]["id"], "locked": true });
    changes(&it.amara, ("lockPair", "locked"), lock).await;
    let again = json!({ "round": proposed["id"], "rules": { "format": "MENTORING" } });
    changes(&it.amara, ("solvePairsAgain", "id"), again).await;
    let taken = json!({ "round": proposed["id"] });
    let back = changes(&it.amara, ("cancelPairing", "state"), taken).await;
    assert_eq!(back["state"], "PROPOSED", "{back}");
    stage.pairs_people().await;
    let stands = it.board().await;
    assert_eq!(stands["state"], "PROPOSED", "{stands}");
    assert_eq!(together(&stands), together(&proposed));
    let locked = stands["pairs"].as_array().into_iter().flatten();
    assert_eq!(locked.filter(|pair| pair["locked"] == true).count(), 1);

    let taken = json!({ "round": proposed["id"] });
    let gone = changes(&it.amara, ("cancelPairing", "state"), taken).await;
    assert_eq!(gone["state"], "CANCELLED", "{gone}");
}

#[tokio::test]
async fn who_met_lately_meets_again_before_somebody_is_alone_and_it_is_said_why() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    it.published(json!({})).await;
    stage.clock.advance(TimeDelta::weeks(5));
    stage.pairs_people().await;
    let again = it.proposed(json!({ "cooldownRounds": 3 })).await;
    assert_eq!(again["state"], "PROPOSED", "{again}");
    assert_eq!(together(&again), [["Ben", "Cleo"].map(str::to_owned)]);
    assert_eq!(
        (&again["repeats"], &again["unpaired"]),
        (&json!(1), &json!([]))
    );
    let pair = &again["pairs"][0];
    assert_eq!(pair["reasons"][0]["kind"], "AGAIN", "{pair}");
    assert_eq!(pair["broken"], json!(["COOLDOWN"]), "{pair}");
    let reasons = pair["reasons"].as_array().expect("reasons").iter();
    let kinds: Vec<&Value> = reasons.map(|reason| &reason["kind"]).collect();
    assert!(!kinds.contains(&&json!("MET_BEFORE")), "said once: {pair}");
}
