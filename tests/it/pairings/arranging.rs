//! Who leads puts people together.
use super::{Cohort, changes, page, together};
use communities::Role;
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn a_round_is_proposed_looked_at_and_published() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let ben = &it.people[0];

    let proposed = it.proposed(json!({})).await;
    assert_eq!(proposed["state"], "PROPOSED", "{proposed}");
    assert_eq!(together(&proposed).len(), 2);
    assert_eq!(
        (&proposed["repeats"], &proposed["unpaired"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(
        proposed["weight"], proposed["bound"],
        "no other pairs are worth more"
    );
    let kinds = proposed["pairs"][0]["reasons"].as_array().expect("reasons");
    let overlap = kinds.iter().find(|reason| reason["kind"] == "OVERLAP");
    assert_eq!(overlap.expect("hours in common")["minutes"], 480);

    let before = page(ben, &it.id()).await;
    assert_eq!(
        (&before["standing"], &before["pairs"]),
        (&json!("READY"), &json!([]))
    );
    let ask = "query($id: ID!) { node(id: $id) { id } }";
    let pair = &proposed["pairs"][0]["id"];
    for id in [&proposed["id"], pair] {
        let found = ben.asks(ask, json!({ "id": id })).await;
        assert_eq!(
            found["data"]["node"],
            Value::Null,
            "nobody knows of a proposal"
        );
    }
    let ask =
        "query($id: ID!) { node(id: $id) { ... on Community { pairingBoard { takingPart } } } }";
    let board = ben.asks(ask, json!({ "id": it.id() })).await;
    assert_eq!(board["data"]["node"]["pairingBoard"], Value::Null);

    let stale = json!({ "round": proposed["id"], "version": 1 });
    let stale = changes(&it.amara, ("publishPairs", "id"), stale).await;
    assert_eq!(error_of(&stale).0, "CONFLICT");
    let input = json!({ "round": proposed["id"], "version": proposed["version"], "message": "**Meet** soon" });
    let told = changes(&it.amara, ("publishPairs", "state"), input).await;
    assert_eq!(told["state"], "PUBLISHED", "{told}");
    let after = page(ben, &it.id()).await;
    assert_eq!(after["standing"], "PAIRED");
    assert_eq!(after["pairs"][0]["viewerBelongs"], true);
    let again = changes(
        &it.amara,
        ("cancelPairing", "id"),
        json!({ "round": proposed["id"] }),
    )
    .await;
    assert_eq!(error_of(&again).0, "CONFLICT", "people know of it");
}

#[tokio::test]
async fn people_are_moved_locked_and_solved_around() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi", "Fay", "Gil"]).await;
    let proposed = it.proposed(json!({})).await;
    let (ben, other) = (&it.people[0], &it.people[1..]);
    let with_ben = together(&proposed)
        .into_iter()
        .find(|pair| pair.contains(&"Ben".to_owned()));
    let with_ben = with_ben.expect("a pair of Ben's");
    let new = other
        .iter()
        .find(|it| !with_ben.contains(&it.record.name))
        .expect("another");
    let id = |person: &tests::Person<'_>| person.record.id.to_string();

    let input = json!({ "round": proposed["id"], "version": proposed["version"],
        "person": id(ben), "with": id(new) });
    let moved = changes(&it.amara, ("moveInPairing", "id"), input.clone()).await;
    assert!(moved.get("errors").is_none(), "{moved}");
    let moved = it.board().await;
    let mut names = vec!["Ben".to_owned(), new.record.name.clone()];
    names.sort();
    assert!(together(&moved).contains(&names), "{moved}");
    assert_eq!(moved["unpaired"].as_array().map(Vec::len), Some(2));
    let late = changes(&it.amara, ("moveInPairing", "id"), input).await;
    assert_eq!(
        error_of(&late).0,
        "CONFLICT",
        "somebody changed it meanwhile"
    );

    let pairs = moved["pairs"].as_array().expect("pairs");
    let by_hand = pairs
        .iter()
        .find(|pair| pair["reasons"][0]["kind"] == "BY_HAND");
    let by_hand = &by_hand.expect("a pair by hand")["id"];
    changes(
        &it.amara,
        ("lockPair", "locked"),
        json!({ "pair": by_hand, "locked": true }),
    )
    .await;
    let stood = together(&moved);
    changes(
        &it.amara,
        ("solvePairsAgain", "id"),
        json!({ "round": proposed["id"] }),
    )
    .await;
    stage.pairs_people().await;
    let solved = it.board().await;
    assert_eq!(solved["state"], "PROPOSED");
    assert_eq!(together(&solved).len(), 3);
    assert!(
        stood.iter().all(|pair| together(&solved).contains(pair)),
        "what stood stays"
    );
    assert_eq!(solved["unpaired"], json!([]));

    let out = json!({ "round": proposed["id"], "version": solved["version"], "person": id(ben) });
    changes(&it.amara, ("moveInPairing", "id"), out).await;
    let without = it.board().await;
    let left = without["unpaired"].as_array().expect("who is left");
    let reason = left.iter().find(|left| left["person"]["name"] == "Ben");
    assert_eq!(reason.expect("Ben")["reason"], "BY_HAND");
}

#[tokio::test]
async fn with_whom_somebody_does_not_want_to_be_is_told_by_nothing() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev"]).await;
    let [ben, cleo, dev] = &it.people[..] else {
        unreachable!("three")
    };
    let id = |person: &tests::Person<'_>| person.record.id.to_string();
    let apart = json!({ "community": it.id(), "person": id(cleo), "apart": true });
    changes(ben, ("keepApart", "optedOut"), apart).await;
    it.prefers(dev, json!({ "languages": ["fi"] })).await;

    assert_eq!(
        page(ben, &it.id()).await["preferences"]["notWith"],
        json!([{ "name": "Cleo" }])
    );
    assert_eq!(
        page(cleo, &it.id()).await["preferences"]["notWith"],
        json!([])
    );
    let first = it.proposed(json!({ "trio": false })).await;
    assert_eq!(first["state"], "FAILED", "{first}");
    assert_eq!(first["problem"]["field"], "sharedLanguage");
    let words = first.to_string();
    assert!(!words.to_lowercase().contains("apart"), "{words}");
    let again =
        json!({ "round": first["id"], "rules": { "sharedLanguage": false, "trio": false } });
    changes(&it.amara, ("solvePairsAgain", "id"), again).await;
    stage.pairs_people().await;
    let second = it.board().await;
    assert_eq!(second["state"], "PROPOSED", "{second}");
    assert!(!together(&second).contains(&vec!["Ben".to_owned(), "Cleo".to_owned()]));

    it.prefers(dev, json!({ "worksFrom": 0, "worksTo": 60 }))
        .await;
    let refused = async |with: &tests::Person<'_>| {
        let input = json!({ "round": second["id"], "version": second["version"],
            "person": id(ben), "with": id(with) });
        error_of(&changes(&it.amara, ("moveInPairing", "id"), input).await)
    };
    let (apart, hours) = (refused(cleo).await, refused(dev).await);
    assert_eq!(apart.0, "FORBIDDEN");
    assert_eq!(apart, hours, "the same words, whatever the reason");
    let facts = kernel::facts_after(&stage.db().read(), kernel::Cursor::default(), 1_000).await;
    let told = facts.expect("facts").iter().any(|fact| {
        fact.kind.starts_with("pairings.preferences") && fact.body.to_string().contains(&id(cleo))
    });
    assert!(!told, "the log does not say with whom");
}

#[tokio::test]
async fn what_cannot_be_says_which_rule() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    for (rules, field) in [
        (json!({ "groupSize": 4 }), "groupSize"),
        (json!({ "format": "GROUPS", "groupSize": 6 }), "groupSize"),
        (json!({ "minOverlapMinutes": 1000 }), "minOverlapMinutes"),
        (json!({ "cooldownRounds": -1 }), "cooldownRounds"),
        (json!({ "weights": { "goal": 11 } }), "goal"),
    ] {
        let input = json!({ "community": it.id(), "rules": rules });
        let answer = changes(&it.amara, ("proposePairs", "id"), input).await;
        assert_eq!(
            answer["errors"][0]["extensions"]["field"], field,
            "{answer}"
        );
    }
    let ben = it.people[0].record.id.to_string();
    let twice = json!({ "community": it.id(), "rules": {}, "together": [[ben, ben]] });
    let answer = changes(&it.amara, ("proposePairs", "id"), twice).await;
    assert_eq!(answer["errors"][0]["extensions"]["field"], "together");

    it.prefers(&it.people[0], json!({ "worksFrom": 0, "worksTo": 240 }))
        .await;
    it.prefers(&it.people[1], json!({ "worksFrom": 210, "worksTo": 600 }))
        .await;
    let round = it.proposed(json!({})).await;
    assert_eq!(round["state"], "FAILED");
    assert_eq!(round["problem"]["field"], "minOverlapMinutes");
    assert_eq!(
        round["problem"]["hint"],
        "the most that two have in common is 30 minutes"
    );
}

#[tokio::test]
async fn a_round_that_nobody_waits_for_any_more_is_not_solved() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let input = json!({ "community": it.id(), "rules": {} });
    let round = changes(
        &it.amara,
        ("proposePairs", "id state progress { stage }"),
        input.clone(),
    )
    .await;
    assert_eq!(
        (&round["state"], &round["progress"]["stage"]),
        (&json!("SOLVING"), &json!("WAITING"))
    );
    let second = changes(&it.amara, ("proposePairs", "id"), input).await;
    assert_eq!(error_of(&second).0, "CONFLICT", "one at a time");
    changes(
        &it.amara,
        ("cancelPairing", "state"),
        json!({ "round": round["id"] }),
    )
    .await;
    stage.pairs_people().await;
    let board = it.board().await;
    assert_eq!(
        (&board["state"], &board["pairs"]),
        (&json!("CANCELLED"), &json!([]))
    );
}

#[tokio::test]
async fn nobody_meets_again_while_there_is_somebody_new() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let mut seen = Vec::new();
    for _ in 0..3 {
        let round = it.published(json!({ "cooldownRounds": 0 })).await;
        assert_eq!(round["repeats"], 0, "{round}");
        seen.extend(together(&round));
        // Who gives no sign of life in two rounds is paused.
        for person in &it.people {
            let pair = &page(person, &it.id()).await["pairs"][0]["id"];
            let input = json!({ "pair": pair, "answer": "YES" });
            changes(person, ("sayWhetherMet", "id"), input).await;
        }
        stage.clock.advance(chrono::TimeDelta::days(1));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6, "everybody met everybody");
    let forced = it.published(json!({ "cooldownRounds": 0 })).await;
    assert_eq!(forced["repeats"], 2);
}

#[tokio::test]
async fn who_works_over_midnight_is_paired_with_who_works_then_too() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    it.prefers(
        &it.people[0],
        json!({ "worksFrom": 22 * 60, "worksTo": 6 * 60 }),
    )
    .await;
    it.prefers(
        &it.people[1],
        json!({ "worksFrom": 4 * 60, "worksTo": 12 * 60 }),
    )
    .await;
    let apart = it.proposed(json!({ "minOverlapMinutes": 121 })).await;
    assert_eq!(
        apart["problem"]["hint"], "the most that two have in common is 120 minutes",
        "{apart}"
    );
    let round = it.proposed(json!({ "minOverlapMinutes": 120 })).await;
    let reasons = round["pairs"][0]["reasons"].as_array().expect("reasons");
    let hours = json!({ "kind": "OVERLAP", "minutes": 120, "text": null, "count": null });
    assert!(reasons.contains(&hours), "{round}");

    let nothing = json!({ "community": it.id(), "worksFrom": 540, "worksTo": 540 });
    let refused = changes(
        &it.people[0],
        ("updatePairingPreferences", "worksTo"),
        nothing,
    )
    .await;
    assert_eq!(error_of(&refused).0, "INVALID", "no time at all");
}

#[tokio::test]
async fn a_proposal_stands_with_what_is_locked_where_other_rules_lead_to_none() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let proposed = it.proposed(json!({})).await;
    let lock = json!({ "pair": proposed["pairs"][0]["id"], "locked": true });
    changes(&it.amara, ("lockPair", "locked"), lock).await;
    let before = it.board().await;

    let other = json!({ "round": proposed["id"], "rules": { "minOverlapMinutes": 700 } });
    let begun = changes(&it.amara, ("solvePairsAgain", "state"), other).await;
    assert_eq!(begun["state"], "SOLVING", "{begun}");
    stage.pairs_people().await;
    let stands = it.board().await;
    assert_eq!(
        (&stands["state"], &stands["pairs"]),
        (&json!("PROPOSED"), &before["pairs"]),
        "{stands}"
    );
    assert_eq!(
        stands["problem"],
        json!({ "field": "minOverlapMinutes",
            "message": "no two people work so long at the same time",
            "hint": "the most that two have in common is 480 minutes" })
    );
    let ask = "query($id: ID!) { node(id: $id) { ... on PairingRound {
        rules { minOverlapMinutes } } } }";
    let shown = it.amara.asks(ask, json!({ "id": proposed["id"] })).await;
    let rules = &shown["data"]["node"]["rules"];
    assert_eq!(rules["minOverlapMinutes"], 60, "it stands by its own rules");

    let input = json!({ "round": stands["id"], "version": stands["version"] });
    let told = changes(
        &it.amara,
        ("publishPairs", "state problem { field }"),
        input,
    )
    .await;
    assert_eq!(
        (&told["state"], &told["problem"]),
        (&json!("PUBLISHED"), &Value::Null)
    );
}

#[tokio::test]
async fn why_nothing_came_out_of_a_round_is_read_until_another_is_begun() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &[]).await;
    let failed = async || {
        let ask = "query($id: ID!) { node(id: $id) { ... on Community { pairingBoard {
            current { id } failed { number problem { message } } } } } }";
        let answer = it.amara.asks(ask, json!({ "id": it.id() })).await;
        answer["data"]["node"]["pairingBoard"].clone()
    };
    let nothing = json!({ "current": null, "failed": null });
    assert_eq!(failed().await, nothing);
    it.proposed(json!({})).await;
    let problem = json!({ "message": "fewer than two people take part" });
    let told = json!({ "current": null, "failed": { "number": 1, "problem": problem } });
    assert_eq!(failed().await, told, "nobody is in it");

    for name in ["Ben", "Cleo"] {
        let person = stage.person(name).await;
        stage.joins(&person, &it.community, Role::Learner).await;
    }
    let round = it.published(json!({})).await;
    assert_eq!(failed().await["failed"], Value::Null, "another is begun");
    let impossible = it.proposed(json!({ "minOverlapMinutes": 700 })).await;
    assert_eq!(impossible["state"], "FAILED", "{impossible}");
    let board = failed().await;
    assert_eq!(board["failed"]["number"], 3, "{board}");
    assert_eq!(
        board["current"]["id"], round["id"],
        "what goes on is read too"
    );
}
