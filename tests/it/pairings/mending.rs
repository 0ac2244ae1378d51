//! Somebody leaves, or the server does: as little as possible changes, and nothing is lost.
use super::{Cohort, changes, page, together};
use chrono::TimeDelta;
use kernel::{JobError, Worker, Workers, run_due_jobs};
use pairings::SolvePairs;
use serde_json::{Value, json};
use std::sync::Arc;
use tests::{Person, Stage, error_of, nonce};
use tokio::sync::Notify;

async fn leaves(it: &Cohort<'_>, person: &Person<'_>) {
    let pair = page(person, &it.id()).await["pairs"][0]["id"].clone();
    let left = changes(person, ("leavePair", "id"), json!({ "pair": pair })).await;
    assert!(left.get("errors").is_none(), "{left}");
    it.stage.settle().await;
}

/// The names of the pair and of the three that five people are published as.
async fn two_and_three(it: &Cohort<'_>) -> [Vec<String>; 2] {
    let groups = together(&it.published(json!({})).await);
    [2, 3].map(|size| {
        let found = groups.iter().find(|group| group.len() == size);
        found.expect("five are two and three").clone()
    })
}

async fn reads(person: &Person<'_>, thread: &Value) -> bool {
    let ask = "query($id: ID!) { node(id: $id) { id } }";
    let answer = person.asks(ask, json!({ "id": thread })).await;
    !answer["data"]["node"].is_null()
}

#[tokio::test]
async fn who_waited_comes_to_who_stays_and_finds_their_conversation() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev"]).await;
    let round = it.published(json!({ "trio": false })).await;
    let waiting = round["unpaired"][0]["person"]["name"]
        .as_str()
        .expect("a name");
    let waiting = it.named(waiting);
    let pair = &together(&round)[0];
    let (leaver, stays) = (it.named(&pair[0]), it.named(&pair[1]));
    let id = page(leaver, &it.id()).await["pairs"][0]["id"].clone();
    let begin = json!({ "pair": id, "body": "hello", "nonce": nonce() });
    let thread = changes(leaver, ("beginPairTalk", "id"), begin).await["id"].clone();
    assert!(!reads(waiting, &thread).await);

    leaves(&it, leaver).await;
    let mut names = [waiting.record.name.clone(), stays.record.name.clone()];
    names.sort();
    let board = it.board().await;
    assert_eq!(together(&board), [names.to_vec()]);
    assert_eq!(board["unpaired"], json!([]), "{board}");
    let own = page(waiting, &it.id()).await;
    assert_eq!(own["standing"], "PAIRED");
    assert_eq!(own["pairs"][0]["reasons"][0]["kind"], "REPAIRED");
    assert_eq!(
        page(stays, &it.id()).await["pairs"][0]["id"],
        id,
        "theirs goes on"
    );
    for (person, may) in [
        (waiting, true),
        (stays, true),
        (leaver, false),
        (&it.amara, false),
    ] {
        assert_eq!(reads(person, &thread).await, may, "{}", person.record.name);
    }
}

#[tokio::test]
async fn somebody_of_three_comes_to_who_is_alone_and_the_other_two_stay() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi", "Fay"]).await;
    let [two, three] = two_and_three(&it).await;
    leaves(&it, it.named(&two[0])).await;
    let after = together(&it.board().await);
    assert_eq!(after.iter().map(Vec::len).sum::<usize>(), 4, "{after:?}");
    assert!(
        after.iter().all(|group| group.len() == 2),
        "nobody is alone: {after:?}"
    );
    let kept = after.iter().find(|group| !group.contains(&two[1]));
    let kept = kept.expect("the other two");
    assert!(kept.iter().all(|name| three.contains(name)), "{after:?}");
}

/// What somebody is told of now: of what kind, and of whom.
async fn told(it: &Cohort<'_>, person: &Person<'_>) -> Vec<(String, String)> {
    it.stage.settle().await;
    let ask = "{ viewer { notices(first: 20) { edges { node { kind title } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let notice = |edge: &Value| (words(&edge["node"]["kind"]), words(&edge["node"]["title"]));
    edges.iter().map(notice).collect()
}

/// Who is said to have left somebody's pair.
async fn gone_for(person: &Person<'_>) -> Value {
    let ask = "{ viewer { notices(first: 20) { edges { node { gone } } } } }";
    let answer = person.asks(ask, json!({})).await;
    answer["data"]["viewer"]["notices"]["edges"][0]["node"]["gone"].clone()
}

#[tokio::test]
async fn who_stays_hears_who_went_and_reads_why_they_are_together_now() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi", "Fay"]).await;
    let [two, three] = two_and_three(&it).await;
    leaves(&it, it.named(&two[0])).await;

    let after = together(&it.board().await);
    let mended = after.iter().find(|group| group.contains(&two[1]));
    let mended = mended.expect("who was alone");
    let gone = mended.iter().find(|name| **name != two[1]);
    let gone = gone.expect("who came").clone();
    for name in three.iter().filter(|name| **name != gone) {
        let person = it.named(name);
        let said = told(&it, person).await;
        assert_eq!(said, [("PAIR_LEFT".to_owned(), gone.clone())], "{name}");
        let own = page(person, &it.id()).await["pairs"][0].clone();
        let reasons = own["reasons"].as_array().expect("reasons").iter();
        let kinds: Vec<&str> = reasons.filter_map(|it| it["kind"].as_str()).collect();
        assert_eq!(kinds.first(), Some(&"REPAIRED"), "{own}");
        assert!(!kinds.contains(&"TRIO"), "they are two: {own}");
    }
    let found = told(&it, it.named(&two[1])).await;
    assert_eq!(found, [("PAIRED".to_owned(), gone.clone())]);
    assert_eq!(gone_for(it.named(&two[1])).await, json!(two[0]), "and why");
    assert_eq!(
        gone_for(it.named(&gone)).await,
        Value::Null,
        "nobody left them"
    );
    let leads = told(&it, &it.amara).await;
    assert_eq!(leads, [("PAIR_MENDED".to_owned(), two[0].clone())]);
}

#[tokio::test]
async fn who_fits_nobody_else_waits_and_who_leads_knows() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    it.published(json!({})).await;
    leaves(&it, &it.people[0]).await;
    let board = it.board().await;
    assert_eq!(board["unpaired"][0]["person"]["name"], "Cleo");
    let waits = told(&it, &it.people[1]).await;
    assert_eq!(waits[0].0, "PAIR_WAITS", "one message: {waits:?}");
    assert_eq!(waits.len(), 1, "{waits:?}");
    assert_eq!(gone_for(&it.people[1]).await, "Ben", "that says after whom");
    let own = page(&it.people[1], &it.id()).await;
    assert_eq!(
        (&own["standing"], &own["pairs"]),
        (&json!("WAITING"), &json!([]))
    );
    let again = json!({ "pair": board["pairs"][0]["id"] });
    let again = changes(&it.people[0], ("leavePair", "id"), again).await;
    assert_eq!(error_of(&again).0, "FORBIDDEN", "it is over");

    it.proposed(json!({})).await;
    let standing = async |person: &Person<'_>| page(person, &it.id()).await["standing"].clone();
    assert_eq!(standing(&it.people[0]).await, "LEFT", "he did so");
    let waits = standing(&it.people[1]).await;
    assert_eq!(waits, "WAITING", "a proposal changes nothing for her");
}

#[tokio::test]
async fn a_mentor_with_room_takes_whose_mentor_left_and_goes_on_when_one_of_two_leaves() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    for (name, role) in [("Ben", "MENTOR"), ("Cleo", "MENTOR")] {
        it.prefers(it.named(name), json!({ "role": role, "capacity": 2 }))
            .await;
    }
    for name in ["Dev", "Esi"] {
        it.prefers(it.named(name), json!({ "role": "MENTEE" }))
            .await;
    }
    let round = it.published(json!({ "format": "MENTORING" })).await;
    let pairs = together(&round);
    assert_eq!(pairs.len(), 2, "{round}");
    let mentor = &pairs[0][0];
    let other = ["Ben", "Cleo"].into_iter().find(|name| name != mentor);
    let other = other.expect("the other mentor");
    assert!(
        pairs[1].contains(&other.to_owned()),
        "each has one: {round}"
    );

    leaves(&it, it.named(mentor)).await;
    let both = ["Dev", "Esi"].map(|name| vec![other.to_owned(), name.to_owned()]);
    let board = it.board().await;
    assert_eq!(together(&board), both, "there is room: {board}");

    leaves(&it, it.named("Dev")).await;
    let board = it.board().await;
    assert_eq!(board["unpaired"], json!([]), "a mentor waits for nobody");
    let own = page(it.named(other), &it.id()).await;
    assert_eq!(own["standing"], "PAIRED", "{own}");
    let said = told(&it, it.named(other)).await;
    assert_eq!(said, [("PAIRED".to_owned(), "Esi".to_owned())]);
    assert_eq!(gone_for(it.named(other)).await, "Dev");
}

/// Begins to work, and never ends: as a server that is killed in the middle.
struct Killed(Arc<Notify>);

impl Worker for Killed {
    fn work<'a>(&'a self, _: &'a Value) -> kernel::Working<'a> {
        Box::pin(async {
            self.0.notify_one();
            std::future::pending::<Result<(), JobError>>().await
        })
    }
}

#[tokio::test]
async fn a_server_that_is_killed_while_it_solves_a_round_loses_nothing_and_does_nothing_twice() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let input = json!({ "community": it.id(), "rules": {} });
    changes(&it.amara, ("proposePairs", "id"), input).await;
    let begun = Arc::new(Notify::new());
    let workers = Workers::default().on::<SolvePairs>(Killed(begun.clone()));
    tokio::select! {
        done = run_due_jobs(stage.db(), &workers) => panic!("it ended: {done:?}"),
        () = begun.notified() => {}
    }
    stage.pairs_people().await;
    assert_eq!(
        it.board().await["state"],
        "SOLVING",
        "another may still be at it"
    );
    stage.clock.advance(TimeDelta::minutes(6));
    stage.pairs_people().await;
    let round = it.board().await;
    assert_eq!(round["state"], "PROPOSED", "{round}");
    let all: Vec<String> = together(&round).concat();
    assert_eq!(all.len(), 4, "everybody once: {all:?}");

    let input = json!({ "round": round["id"], "version": round["version"] });
    changes(&it.amara, ("publishPairs", "id"), input.clone()).await;
    let again = changes(&it.amara, ("publishPairs", "id"), input).await;
    assert_eq!(
        error_of(&again).0,
        "CONFLICT",
        "sent twice, it happens once"
    );
    stage.pairs_people().await;
    assert_eq!(together(&it.board().await), together(&round));
}
