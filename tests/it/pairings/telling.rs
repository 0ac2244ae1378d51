//! Who hears of pairs: in the inbox, by letter, and on pages that are open.
use super::{Cohort, changes, page};
use crate::journeys::instant_of;
use chrono::TimeDelta;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use std::time::Duration;
use tests::{Person, Post, Stage};
use tokio::time::timeout;

const NOTICES: &str = "{ viewer { notices(first: 20) { edges { node {
    kind title words happensAt until pair { id } community { id } } } } } }";

async fn notices(stage: &Stage, person: &Person<'_>) -> Vec<Value> {
    stage.settle().await;
    let answer = person.asks(NOTICES, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

async fn kinds(stage: &Stage, person: &Person<'_>) -> Vec<String> {
    let told = notices(stage, person).await;
    let kind = |notice: &Value| notice["kind"].as_str().map(str::to_owned);
    told.iter().filter_map(kind).collect()
}

/// Ben and Cleo are a pair; Dev, with whom nobody shares an hour, has nobody.
async fn two_and_one(stage: &Stage) -> Cohort<'_> {
    let it = Cohort::of(stage, &["Ben", "Cleo", "Dev"]).await;
    let night = json!({ "worksFrom": 0, "worksTo": 60 });
    it.prefers(&it.people[2], night).await;
    it
}

#[tokio::test]
async fn everybody_hears_once_with_whom_they_are_and_who_has_nobody_hears_that_kindly() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let it = two_and_one(&stage).await;
    let [ben, cleo, dev] = &it.people[..] else {
        unreachable!("three")
    };
    let round = it.proposed(json!({ "trio": false })).await;
    assert_eq!(
        kinds(&stage, ben).await,
        [""; 0],
        "nobody hears of a proposal"
    );
    let input = json!({ "round": round["id"], "version": round["version"],
        "message": "**Meet** before the session." });
    changes(&it.amara, ("publishPairs", "id"), input).await;

    let told = notices(&stage, ben).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (&told[0]["kind"], &told[0]["title"], &told[0]["words"]),
        (
            &json!("PAIRED"),
            &json!("Cleo"),
            &json!("Meet before the session.")
        )
    );
    let pair = &page(ben, &it.id()).await["pairs"][0]["id"];
    assert_eq!(&told[0]["pair"]["id"], pair);
    assert_eq!(kinds(&stage, cleo).await, ["PAIRED"]);
    assert_eq!(kinds(&stage, dev).await, ["PAIR_WAITS"]);
    assert_eq!(page(dev, &it.id()).await["standing"], "WAITING");
    assert_eq!(kinds(&stage, &it.amara).await, [""; 0]);

    stage.clock.advance(TimeDelta::minutes(5));
    let letters = post.goes_round(&stage).await;
    let to = |name: &str| {
        let own = letters.iter().find(|letter| letter.to.starts_with(name));
        own.unwrap_or_else(|| panic!("{name}: {letters:?}"))
    };
    for words in [
        "you are together with Cleo until",
        "> Meet before the session.",
    ] {
        assert!(to("ben").text.contains(words), "{}", to("ben").text);
    }
    assert!(
        to("dev")
            .text
            .contains("nobody was found for you this time")
    );
    stage.clock.advance(TimeDelta::minutes(5));
    assert!(
        post.goes_round(&stage).await.is_empty(),
        "nothing is told twice"
    );

    let commit = json!({ "pair": pair, "words": "Try it", "dueOn": "2026-01-16" });
    changes(ben, ("makeCommitment", "id"), commit).await;
    assert_eq!(kinds(&stage, ben).await, [""; 0], "he has begun");
    assert_eq!(kinds(&stage, cleo).await, ["PAIRED"]);
}

#[tokio::test]
async fn of_three_each_reads_the_names_of_the_others_as_they_are_said() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev"]).await;
    let cleo = &it.people[1];
    let german = json!({ "language": "de" });
    let chosen = changes(cleo, ("updatePreferences", "email"), german).await;
    assert!(chosen.get("errors").is_none(), "{chosen}");
    it.prefers(cleo, json!({ "languages": ["en", "de"] })).await;
    it.published(json!({})).await;
    assert_eq!(
        notices(&stage, &it.people[0]).await[0]["title"],
        "Cleo and Dev"
    );
    assert_eq!(notices(&stage, cleo).await[0]["title"], "Ben und Dev");
}

#[tokio::test]
async fn who_is_told_beforehand_hears_from_when_they_are_together() {
    let stage = Stage::new().await;
    let post = Post::of(&stage);
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let ben = &it.people[0];
    let begins = stage.db().now() + TimeDelta::days(7);
    let input = json!({ "community": it.id(), "startsAt": begins, "rules": {} });
    changes(&it.amara, ("proposePairs", "id"), input).await;
    stage.pairs_people().await;
    let round = it.board().await;
    let input = json!({ "round": round["id"], "version": round["version"] });
    changes(&it.amara, ("publishPairs", "id"), input).await;

    let told = notices(&stage, ben).await;
    assert_eq!(told[0]["kind"], "PAIRED", "{told:?}");
    assert_eq!(instant_of(&told[0]["happensAt"]), begins);
    stage.clock.advance(TimeDelta::minutes(5));
    let letters = post.goes_round(&stage).await;
    let own = letters.iter().find(|letter| letter.to.starts_with("ben"));
    let own = own.unwrap_or_else(|| panic!("{letters:?}"));
    assert!(own.text.contains("Begins "), "{}", own.text);
    assert!(!own.text.contains("Due "), "{}", own.text);
}

#[tokio::test]
async fn both_are_asked_once_whether_they_met_and_a_nudge_reaches_the_other() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let [ben, cleo] = &it.people[..] else {
        unreachable!("two")
    };
    it.published(json!({})).await;
    let pair = &page(ben, &it.id()).await["pairs"][0]["id"];
    changes(ben, ("nudgePair", "id"), json!({ "pair": pair })).await;
    let nudged = notices(&stage, cleo).await;
    assert_eq!(
        (&nudged[0]["kind"], &nudged[0]["title"], nudged.len()),
        (&json!("PAIR_NUDGE"), &json!("Ben"), 1)
    );

    stage
        .clock
        .advance(TimeDelta::days(7) - TimeDelta::minutes(1));
    stage.pairs_people().await;
    assert_eq!(
        page(cleo, &it.id()).await["pairs"][0]["asksWhetherMet"],
        false
    );
    assert_eq!(kinds(&stage, cleo).await, ["PAIR_NUDGE"]);
    stage.clock.advance(TimeDelta::minutes(1));
    stage.pairs_people().await;
    for person in [ben, cleo] {
        assert_eq!(
            page(person, &it.id()).await["pairs"][0]["asksWhetherMet"],
            true
        );
        assert_eq!(kinds(&stage, person).await, ["PAIR_ASKED"]);
    }
    let met = json!({ "pair": pair, "answer": "YES" });
    changes(ben, ("sayWhetherMet", "id"), met).await;
    stage.pairs_people().await;
    assert_eq!(kinds(&stage, ben).await, [""; 0]);
    assert_eq!(
        kinds(&stage, cleo).await,
        ["PAIR_ASKED"],
        "she is asked still"
    );

    stage.clock.advance(TimeDelta::weeks(4));
    stage.pairs_people().await;
    assert_eq!(
        kinds(&stage, cleo).await,
        [""; 0],
        "nobody waits for an answer"
    );
}

#[tokio::test]
async fn who_is_paused_hears_it_kindly_and_who_leads_hears_who() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let [ben, cleo] = &it.people[..] else {
        unreachable!("two")
    };
    for _ in 0..2 {
        it.published(json!({ "cooldownRounds": 0 })).await;
        let pair = &page(ben, &it.id()).await["pairs"][0]["id"];
        let commit = json!({ "pair": pair, "words": "Try it", "dueOn": "2026-06-16" });
        changes(ben, ("makeCommitment", "id"), commit).await;
        stage.clock.advance(TimeDelta::weeks(5));
        stage.pairs_people().await;
    }
    assert_eq!(kinds(&stage, ben).await, [""; 0], "he gave a sign of life");
    assert_eq!(kinds(&stage, cleo).await, ["PAIR_PAUSED"]);
    let told = notices(&stage, &it.amara).await;
    assert_eq!(
        (&told[0]["kind"], &told[0]["title"], told.len()),
        (&json!("PAIR_SILENT"), &json!("Cleo"), 1)
    );
    let back = json!({ "community": it.id() });
    changes(cleo, ("resumePairing", "pausedAt"), back).await;
    for person in [cleo, &it.amara] {
        assert_eq!(kinds(&stage, person).await, [""; 0]);
    }
}

const FOLLOW: &str = "subscription($in: ID) { liveEvents(in: $in) {
    kind round { id } pair { id } post { body } } }";

async fn event(stream: &mut BoxStream<'static, Value>) -> Value {
    let next = timeout(Duration::from_secs(5), stream.next()).await;
    let event = next.expect("an event in time").expect("an open stream");
    event["data"]["liveEvents"].clone()
}

/// The next event about pairs or words, whatever else is told between.
async fn next(stream: &mut BoxStream<'static, Value>) -> Value {
    loop {
        let event = event(stream).await;
        if ["PAIRING_CHANGED", "POST_CREATED"].contains(&event["kind"].as_str().unwrap_or("")) {
            return event;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn boards_and_pages_hear_of_pairs_and_others_hear_nothing() {
    let stage = Stage::live().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let round = it.published(json!({})).await;
    let ben = &it.people[0];
    let own = page(ben, &it.id()).await["pairs"][0].clone();
    let with = own["members"].as_array().expect("members");
    let with = with.iter().find(|member| member["isViewer"] == false);
    let with = with.expect("somebody")["person"]["name"].clone();
    let (cleo, other): (Vec<_>, Vec<_>) =
        it.people[1..].iter().partition(|it| with == it.record.name);
    let (cleo, other) = (cleo[0], other[0]);
    let lobby = stage
        .channel(&it.community, "lobby", channels::ChannelKind::Discussion)
        .await;
    let thread = it.amara.begins(&lobby, "Live", "go").await;
    stage.facts_arrive().await;
    let here = json!({ "in": it.id() });
    let mut of_board = it.amara.follows(FOLLOW, here.clone()).await;
    let mut of_other = other.follows(FOLLOW, here).await;
    let mut of_cleo = cleo.follows(FOLLOW, json!({})).await;
    for stream in [&mut of_board, &mut of_other, &mut of_cleo] {
        assert_eq!(event(stream).await["kind"], "READY");
    }

    let commit = json!({ "pair": own["id"], "words": "Try it", "dueOn": "2026-01-16" });
    changes(ben, ("makeCommitment", "id"), commit).await;
    let apart =
        json!({ "community": it.id(), "person": other.record.id.to_string(), "apart": true });
    changes(ben, ("keepApart", "optedOut"), apart).await;
    ben.posts(&thread, "hello, all").await;

    let heard = next(&mut of_cleo).await;
    assert_eq!(
        (&heard["kind"], &heard["pair"]["id"]),
        (&json!("PAIRING_CHANGED"), &own["id"])
    );
    let heard = next(&mut of_board).await;
    assert_eq!(
        (&heard["round"]["id"], &heard["pair"]),
        (&round["id"], &Value::Null),
        "that a pair fares otherwise, not which"
    );
    for stream in [&mut of_board, &mut of_other] {
        assert_eq!(
            next(stream).await["post"]["body"],
            "hello, all",
            "with whom somebody does not want to be moves nothing"
        );
    }
    let out = json!({ "community": it.id(), "optedOut": true });
    changes(other, ("updatePairingPreferences", "optedOut"), out).await;
    assert_eq!(
        next(&mut of_board).await["kind"],
        "PAIRING_CHANGED",
        "the numbers change"
    );
}
