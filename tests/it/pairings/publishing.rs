//! What people say between a proposal and the moment at which everybody hears of it.
use super::{Cohort, changes, page, together};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

fn named<'a, 'stage>(it: &'a Cohort<'stage>, name: &str) -> &'a Person<'stage> {
    let found = it.people.iter().find(|person| person.record.name == name);
    found.expect("somebody of the cohort")
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
    let (one, other) = (named(&it, &pair[0]), named(&it, &pair[1]));
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
    let out = named(&it, &pairs[0][0]);
    it.prefers(out, json!({ "optedOut": true })).await;

    // Amara moves others about, and who was with them has no other for all that.
    let (one, other) = (named(&it, &pairs[1][0]), named(&it, &pairs[2][0]));
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

#[tokio::test]
async fn what_was_looked_at_long_enough_is_published_as_people_want_it_by_then() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let begin = pairings::BeginRound {
        community: it.community.id,
        rules: pairings::Rules::default(),
        starts_at: None,
        weeks: 4,
        together: Vec::new(),
        begins: pairings::Begins::ByItselfLookedAt(1),
    };
    stage.does(begin).await.expect("a round");
    stage.pairs_people().await;
    let ask = "query($id: ID!) { node(id: $id) { ... on PairingRound { publishesAt } } }";
    let proposed = it.board().await;
    let shown = it.amara.asks(ask, json!({ "id": proposed["id"] })).await;
    let at = &shown["data"]["node"]["publishesAt"];
    assert_eq!(*at, "2026-01-06T09:00:00+00:00", "{shown}");
    assert_eq!(kinds(&stage, &it.amara).await, ["PAIRS_PROPOSED"]);

    let pair = together(&proposed).remove(0);
    let apart = json!({ "community": it.id(), "apart": true,
        "person": named(&it, &pair[1]).record.id.to_string() });
    changes(named(&it, &pair[0]), ("keepApart", "optedOut"), apart).await;
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
