//! What people say between a proposal and the moment at which everybody hears of it.
use super::{Cohort, changes, page, together};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

async fn kinds(stage: &Stage, person: &Person<'_>) -> Vec<String> {
    stage.settle().await;
    let ask = "{ viewer { notices(first: 20) { edges { node { kind } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let kind = |edge: &Value| edge["node"]["kind"].as_str().map(str::to_owned);
    edges.iter().filter_map(kind).collect()
}

async fn publishes(it: &Cohort<'_>, round: &Value) -> Value {
    let input = json!({ "round": round["id"], "version": round["version"] });
    changes(&it.amara, ("publishPairs", "state"), input).await
}

async fn solved_again(it: &Cohort<'_>, round: &Value) -> Value {
    let again = json!({ "round": round["id"] });
    changes(&it.amara, ("solvePairsAgain", "id"), again).await;
    it.stage.pairs_people().await;
    it.board().await
}

#[tokio::test]
async fn nobody_is_published_with_whom_they_said_meanwhile_not_to_be() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let proposed = it.proposed(json!({})).await;
    let pair = together(&proposed).remove(0);
    let (one, other) = (it.named(&pair[0]), it.named(&pair[1]));
    let pairs = proposed["pairs"].as_array().expect("pairs");
    let has = |it: &&Value| it["members"].to_string().contains(&pair[0]);
    let theirs = &pairs.iter().find(has).expect("their pair")["id"];
    let lock = json!({ "pair": theirs, "locked": true });
    changes(&it.amara, ("lockPair", "locked"), lock.clone()).await;
    let apart =
        json!({ "community": it.id(), "person": other.record.id.to_string(), "apart": true });
    changes(one, ("keepApart", "optedOut"), apart).await;

    let refused = publishes(&it, &proposed).await;
    let (code, words) = error_of(&refused);
    assert_eq!(code, "CONFLICT", "{refused}");
    assert!(pair.iter().all(|name| words.contains(name)), "{words}");
    assert!(
        !words.contains("apart") && !words.contains("want"),
        "{words}"
    );
    let rest = together(&proposed).remove(1);
    assert!(!rest.iter().any(|name| words.contains(name)), "{words}");
    for person in &it.people {
        assert_eq!(kinds(&stage, person).await, [""; 0], "nobody heard of it");
    }

    let begun = json!({ "round": proposed["id"] });
    changes(&it.amara, ("solvePairsAgain", "id"), begun).await;
    let too_early = changes(&it.amara, ("lockPair", "locked"), lock).await;
    assert_eq!(error_of(&too_early).0, "CONFLICT", "it is being solved");
    stage.pairs_people().await;
    let solved = it.board().await;
    assert!(
        !together(&solved).contains(&pair),
        "no lock holds against it"
    );
    let published = publishes(&it, &solved).await;
    assert_eq!(published["state"], "PUBLISHED", "{published}");
    for person in &it.people {
        assert_eq!(kinds(&stage, person).await, ["PAIRED"]);
    }
}

#[tokio::test]
async fn nobody_hears_both_that_they_are_together_and_that_nobody_was_found() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi", "Fay", "Gil"]).await;
    let proposed = it.proposed(json!({ "trio": false })).await;
    let pairs = together(&proposed);
    let out = it.named(&pairs[0][0]);
    it.prefers(out, json!({ "optedOut": true })).await;

    // Amara moves others about, and who was with them has no other for all that.
    let (one, other) = (it.named(&pairs[1][0]), it.named(&pairs[2][0]));
    let id = |person: &Person<'_>| person.record.id.to_string();
    let moves = json!({ "round": proposed["id"], "version": proposed["version"],
        "person": id(one), "with": id(other) });
    let moved = changes(&it.amara, ("moveInPairing", "id"), moves).await;
    assert!(moved.get("errors").is_none(), "{moved}");
    let moved = it.board().await;
    let left = moved["unpaired"].as_array().expect("who is left").iter();
    let left: Vec<&Value> = left.map(|left| &left["person"]["name"]).collect();
    assert!(!left.contains(&&json!(pairs[0][1])), "{left:?}");
    let refused = publishes(&it, &moved).await;
    assert_eq!(error_of(&refused).0, "CONFLICT", "{refused}");

    let solved = solved_again(&it, &moved).await;
    let published = publishes(&it, &solved).await;
    assert_eq!(published["state"], "PUBLISHED", "{published}");
    assert_eq!(kinds(&stage, out).await, [""; 0], "they take no part");
    for person in it.people.iter().filter(|it| it.record.id != out.record.id) {
        let told = kinds(&stage, person).await;
        let pairs = page(person, &it.id()).await["pairs"]
            .as_array()
            .map(Vec::len);
        match pairs {
            Some(0) => assert_eq!(told, ["PAIR_WAITS"]),
            _ => assert_eq!(told, ["PAIRED"]),
        }
    }
}

/// The board of a round that began by itself, and publishes itself unless somebody who leads says no within a day.
pub(super) async fn proposed_by_itself(it: &Cohort<'_>) -> Value {
    let begin = pairings::BeginRound {
        community: it.community.id,
        rules: pairings::Rules::default(),
        starts_at: None,
        weeks: 4,
        together: Vec::new(),
        begins: pairings::Begins::ByItselfLookedAt(1),
        session: None,
    };
    it.stage.does(begin).await.expect("a round");
    it.stage.pairs_people().await;
    it.board().await
}

#[tokio::test]
async fn what_was_looked_at_long_enough_is_published_as_people_want_it_by_then() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let proposed = proposed_by_itself(&it).await;
    let ask = "query($id: ID!) { node(id: $id) { ... on PairingRound { publishesAt } } }";
    let shown = it.amara.asks(ask, json!({ "id": proposed["id"] })).await;
    let at = &shown["data"]["node"]["publishesAt"];
    assert_eq!(*at, "2026-01-06T09:00:00+00:00", "{shown}");
    assert_eq!(kinds(&stage, &it.amara).await, ["PAIRS_PROPOSED"]);

    let pair = together(&proposed).remove(0);
    let apart = json!({ "community": it.id(), "apart": true,
        "person": it.named(&pair[1]).record.id.to_string() });
    changes(it.named(&pair[0]), ("keepApart", "optedOut"), apart).await;
    stage
        .clock
        .advance(TimeDelta::days(1) - TimeDelta::minutes(1));
    stage.pairs_people().await;
    assert_eq!(
        it.board().await["state"],
        "PROPOSED",
        "there is time to look"
    );
    stage.clock.advance(TimeDelta::minutes(1));
    stage.pairs_people().await;
    let published = it.board().await;
    assert_eq!(published["state"], "PUBLISHED", "{published}");
    assert!(!together(&published).contains(&pair), "{published}");
    for person in &it.people {
        assert_eq!(kinds(&stage, person).await, ["PAIRED"]);
    }
    assert_eq!(
        kinds(&stage, &it.amara).await,
        [""; 0],
        "nothing waits for her"
    );
}

#[tokio::test]
async fn a_proposal_that_nobody_published_is_the_next_round_that_begins_by_itself() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let begin = pairings::BeginRound {
        community: it.community.id,
        rules: pairings::Rules::default(),
        starts_at: None,
        weeks: 2,
        together: Vec::new(),
        begins: pairings::Begins::ByItself,
        session: None,
    };
    let first = stage.does(begin.clone()).await.expect("a round");
    stage.pairs_people().await;
    stage.clock.advance(TimeDelta::weeks(3));
    let again = stage.does(begin).await.expect("the next");
    stage.pairs_people().await;
    assert_eq!(first.id, again.id, "one proposal, not two");
    let board = it.board().await;
    assert_eq!(board["state"], "PROPOSED", "{board}");
    let told = kinds(&stage, &it.amara).await;
    assert_eq!(told, ["PAIRS_PROPOSED"], "she is told again");
    let published = publishes(&it, &board).await;
    assert_eq!(published["state"], "PUBLISHED");
}

#[tokio::test]
async fn what_can_be_solved_no_more_stands_and_waits_for_who_leads() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let proposed = proposed_by_itself(&it).await;
    it.prefers(&it.people[0], json!({ "worksFrom": 0, "worksTo": 60 }))
        .await;
    for _ in 0..2 {
        stage.clock.advance(TimeDelta::days(1));
        stage.pairs_people().await;
        let stands = it.board().await;
        assert_eq!(
            (&stands["state"], &stands["problem"]["field"]),
            (&json!("PROPOSED"), &json!("minOverlapMinutes")),
            "{stands}"
        );
        assert_eq!(together(&stands), together(&proposed));
    }
    assert_eq!(kinds(&stage, &it.amara).await, ["PAIRS_FAILED"]);
    assert_eq!(kinds(&stage, &it.people[0]).await, [""; 0]);
    let ask = "query($id: ID!) { node(id: $id) { ... on PairingRound { publishesAt } } }";
    let shown = it.amara.asks(ask, json!({ "id": proposed["id"] })).await;
    assert_eq!(shown["data"]["node"], json!({ "publishesAt": null }));
}

#[tokio::test]
async fn rules_that_lead_to_nothing_do_not_keep_a_proposal_from_being_published_by_itself() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let proposed = proposed_by_itself(&it).await;
    let ask = "query($id: ID!) { node(id: $id) { ... on PairingRound { publishesAt } } }";
    let publishes_at = async || {
        let shown = it.amara.asks(ask, json!({ "id": proposed["id"] })).await;
        shown["data"]["node"]["publishesAt"].clone()
    };
    let planned = publishes_at().await;
    assert_ne!(planned, Value::Null);

    let other = json!({ "round": proposed["id"], "rules": { "format": "MENTORING" } });
    changes(&it.amara, ("solvePairsAgain", "id"), other).await;
    stage.pairs_people().await;
    let stands = it.board().await;
    assert_eq!(
        (&stands["state"], &stands["problem"]["field"]),
        (&json!("PROPOSED"), &json!("format")),
        "{stands}"
    );
    assert_eq!(publishes_at().await, planned, "as it was to be");

    stage.clock.advance(TimeDelta::days(1));
    stage.pairs_people().await;
    let published = it.board().await;
    assert_eq!(published["state"], "PUBLISHED", "{published}");
    assert_eq!(together(&published), together(&proposed));
}
