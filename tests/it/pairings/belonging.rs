//! What the people of a pair do, and what nobody else reads.
use super::{Cohort, changes, page, together};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of, nonce};

#[tokio::test]
async fn what_two_say_is_theirs_alone() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let ines = stage.administrator("Ines").await;
    stage.joins(&ines, &it.community, Role::Facilitator).await;
    let round = it.published(json!({})).await;
    let [ben, cleo] = &it.people[..] else {
        unreachable!("two")
    };
    let pair = &page(ben, &it.id()).await["pairs"][0]["id"];

    let input = json!({ "pair": pair, "body": "our zanzibar plan", "nonce": nonce() });
    let refused = changes(&it.amara, ("beginPairTalk", "id"), input.clone()).await;
    assert_eq!(
        error_of(&refused).0,
        "FORBIDDEN",
        "who leads is not of the pair"
    );
    let thread = changes(ben, ("beginPairTalk", "id title"), input.clone()).await;
    assert_eq!(thread["title"], "Ben, Cleo", "{thread}");
    let second = changes(cleo, ("beginPairTalk", "id"), input).await;
    assert_eq!(error_of(&second).0, "CONFLICT");
    let answer = cleo.posts(&thread, "to zanzibar then").await;
    assert!(answer.get("errors").is_none(), "{answer}");
    stage.settle().await;

    let found = "query($id: ID!) { node(id: $id) { id ... on Thread { community { id kind pairOf { id } } } } }";
    let theirs = cleo.asks(found, json!({ "id": thread["id"] })).await;
    let room = &theirs["data"]["node"]["community"];
    assert_eq!(
        (&room["kind"], &room["pairOf"]["id"]),
        (&json!("PAIR"), pair),
        "{theirs}"
    );
    let search = "{ search(query: \"zanzibar\", first: 5) { edges { node { __typename } } } }";
    let hits = |answer: &Value| answer["data"]["search"]["edges"].as_array().map(Vec::len);
    assert!(hits(&cleo.asks(search, json!({})).await) > Some(0));
    for other in [&it.amara, &ines] {
        for id in [&thread["id"], &room["id"]] {
            let answer = other.asks(found, json!({ "id": id })).await;
            assert_eq!(answer["data"]["node"], Value::Null, "{answer}");
        }
        assert_eq!(hits(&other.asks(search, json!({})).await), Some(0));
        let add = json!({ "community": room["id"], "person": other.record.id.to_string(), "role": "LEARNER" });
        let add = changes(other, ("addMember", "id"), add).await;
        assert_eq!(error_of(&add).0, "NOT_FOUND");
    }
    let flag = json!({ "post": answer["data"]["createPost"]["id"], "reason": "UNKIND" });
    let flag = error_of(&changes(ben, ("flagPost", "id"), flag).await);
    assert_eq!(flag.0, "FORBIDDEN", "{flag:?}: nobody would ever read it");
    let board = it.board().await;
    assert_eq!(board["pairs"][0]["thread"], Value::Null);
    assert_eq!(
        board["pairs"][0]["silent"], false,
        "that they talk is known, not what they say"
    );
    assert_eq!(together(&board), together(&round));
    let listed = "{ viewer { memberships(first: 5) { edges { node { community { id } } } } } }";
    let listed = ben.asks(listed, json!({})).await;
    let listed = listed["data"]["viewer"]["memberships"]["edges"]
        .as_array()
        .map(Vec::len);
    assert_eq!(listed, Some(1), "no list of communities names a room");
}

#[tokio::test]
async fn what_people_mean_to_do_is_for_their_pair_and_in_numbers_for_who_leads() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    it.published(json!({})).await;
    let [ben, cleo] = &it.people[..] else {
        unreachable!("two")
    };
    let mine = page(ben, &it.id()).await;
    let pair = &mine["pairs"][0]["id"];
    assert_eq!(
        mine["pairs"][0]["suggestedTimes"].as_array().map(Vec::len),
        Some(3)
    );
    let word = nonce();
    let input =
        json!({ "pair": pair, "words": "Ask three people", "dueOn": "2026-01-16", "nonce": word });
    let made = changes(ben, ("makeCommitment", "id viewerOwns"), input.clone()).await;
    let again = changes(ben, ("makeCommitment", "id"), input).await;
    assert_eq!(made["id"], again["id"], "said once");
    let past = json!({ "pair": pair, "words": "x", "dueOn": "2025-12-01" });
    let past = changes(ben, ("makeCommitment", "id"), past).await;
    assert_eq!(past["errors"][0]["extensions"]["field"], "dueOn");
    let theirs = page(cleo, &it.id()).await;
    assert_eq!(
        theirs["pairs"][0]["commitments"][0]["words"],
        "Ask three people"
    );
    let settle = json!({ "commitment": made["id"], "outcome": "DONE" });
    let not_hers = changes(cleo, ("settleCommitment", "id"), settle).await;
    assert_eq!(error_of(&not_hers).0, "FORBIDDEN");
    let no_reason = json!({ "commitment": made["id"], "outcome": "CHANGED_MIND" });
    let no_reason = changes(ben, ("settleCommitment", "id"), no_reason).await;
    assert_eq!(no_reason["errors"][0]["extensions"]["field"], "reason");
    let settle =
        json!({ "commitment": made["id"], "outcome": "CHANGED_MIND", "reason": "One is enough" });
    let settled = changes(ben, ("settleCommitment", "outcome reason"), settle).await;
    assert_eq!(settled["reason"], "One is enough");

    let met = json!({ "pair": pair, "answer": "YES", "note": "In the canteen" });
    changes(ben, ("sayWhetherMet", "met"), met).await;
    let unclear = changes(
        cleo,
        ("sayWhetherMet", "met"),
        json!({ "pair": pair, "answer": "NO" }),
    )
    .await;
    assert_eq!(unclear["met"], "UNCLEAR");
    let board = it.board().await;
    assert_eq!(
        board["pairs"][0]["commitments"],
        json!([]),
        "who leads reads none of it"
    );
    assert_eq!(board["health"]["commitments"], 1);
    assert_eq!(board["health"]["changedMind"], 1);
    let ask = "query($id: ID!) { node(id: $id) { id } }";
    let found = it.amara.asks(ask, json!({ "id": made["id"] })).await;
    assert_eq!(found["data"]["node"], Value::Null);
}

#[tokio::test]
async fn a_nudge_comes_once_in_two_days_and_silence_pauses_kindly() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev"]).await;
    let [ben, cleo, dev] = &it.people[..] else {
        unreachable!("three")
    };
    it.prefers(dev, json!({ "optedOut": true })).await;
    it.published(json!({})).await;
    let pair = &page(ben, &it.id()).await["pairs"][0]["id"];
    let nudge = async || changes(ben, ("nudgePair", "mayNudgeAt"), json!({ "pair": pair })).await;
    let first = nudge().await;
    assert_eq!(first["mayNudgeAt"], "2026-01-07T09:00:00+00:00");
    stage.clock.advance(TimeDelta::hours(47));
    assert_eq!(error_of(&nudge().await).0, "FORBIDDEN");
    stage.clock.advance(TimeDelta::hours(1));
    assert!(nudge().await.get("errors").is_none());

    let commit = json!({ "pair": pair, "words": "Try it", "dueOn": "2026-01-16" });
    changes(ben, ("makeCommitment", "id"), commit).await;
    stage.clock.advance(TimeDelta::weeks(5));
    stage.pairs_people().await;
    let over = page(cleo, &it.id()).await;
    assert_eq!(over["pairs"], json!([]));
    assert_eq!(over["pastPairs"]["edges"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        over["preferences"]["pausedAt"],
        Value::Null,
        "one silent round is none"
    );
    it.published(json!({ "cooldownRounds": 0 })).await;
    stage.clock.advance(TimeDelta::weeks(5));
    stage.pairs_people().await;
    assert_eq!(page(cleo, &it.id()).await["standing"], "PAUSED");
    assert_eq!(
        page(ben, &it.id()).await["standing"],
        "READY",
        "he spoke in the first"
    );
    let ask = "query($id: ID!) { node(id: $id) { ... on Community { pairingBoard { takingPart paused { name } } } } }";
    let board = it.amara.asks(ask, json!({ "id": it.id() })).await;
    let board = &board["data"]["node"]["pairingBoard"];
    assert_eq!(board["paused"], json!([{ "name": "Cleo" }]), "{board}");
    changes(
        cleo,
        ("resumePairing", "pausedAt"),
        json!({ "community": it.id() }),
    )
    .await;
    assert_eq!(page(cleo, &it.id()).await["standing"], "READY");
}

#[tokio::test]
async fn who_leaves_leaves_nobody_alone() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo", "Dev", "Esi"]).await;
    let round = it.published(json!({})).await;
    let ben = &it.people[0];
    let pairs = together(&round);
    let own = pairs.iter().find(|pair| pair.contains(&"Ben".to_owned()));
    let own = own.expect("a pair of Ben's");
    let other = pairs.iter().find(|pair| *pair != own).expect("the others");
    let partner = own.iter().find(|name| *name != "Ben").expect("a partner");
    let pair = &page(ben, &it.id()).await["pairs"][0]["id"];
    let left = changes(ben, ("leavePair", "id"), json!({ "pair": pair })).await;
    assert!(left.get("errors").is_none(), "{left}");

    let board = it.board().await;
    let mut three = other.clone();
    three.push(partner.clone());
    three.sort();
    assert!(
        together(&board).contains(&three),
        "the others take them in: {board}"
    );
    let mine = page(ben, &it.id()).await;
    assert_eq!(mine["pairs"], json!([]));
    assert_eq!(mine["pastPairs"]["edges"].as_array().map(Vec::len), Some(1));
    let input = json!({ "pair": pair, "words": "x", "dueOn": "2026-01-16" });
    let input = changes(ben, ("makeCommitment", "id"), input).await;
    assert_eq!(error_of(&input).0, "FORBIDDEN");
}

#[tokio::test]
async fn who_does_not_learn_here_is_told_that_rounds_do_not_ask_them_until_they_want_it() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    let stands = async |person: &Person<'_>| {
        let ask = "query($id: ID!) { node(id: $id) { ... on Community {
            pairingBoard { takingPart notTakingPart } } } }";
        let board = it.amara.asks(ask, json!({ "id": it.id() })).await;
        let standing = page(person, &it.id()).await["standing"].clone();
        let counts = &board["data"]["node"]["pairingBoard"];
        json!([standing, counts["takingPart"], counts["notTakingPart"]])
    };
    assert_eq!(stands(&it.people[0]).await, json!(["READY", 2, 0]));
    assert_eq!(stands(&it.amara).await, json!(["NOT_ASKED", 2, 0]));
    it.prefers(&it.amara, json!({ "goal": "Listen first" }))
        .await;
    assert_eq!(stands(&it.amara).await, json!(["READY", 3, 0]));
    it.prefers(&it.amara, json!({ "optedOut": true })).await;
    assert_eq!(stands(&it.amara).await, json!(["OPTED_OUT", 2, 1]));
}

/// The lines of the file of the first time that is suggested, as a calendar program reads them.
async fn calendar_of(person: &Person<'_>, it: &Cohort<'_>) -> Vec<String> {
    let own = page(person, &it.id()).await;
    let file = &own["pairs"][0]["suggestedTimes"][0]["calendarFile"];
    let file = file.as_str().unwrap_or_else(|| panic!("{own}"));
    let unfolded = file.replace("\r\n ", "");
    unfolded.lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn a_calendar_says_what_a_meeting_is_and_leads_back_to_the_pair() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    it.published(json!({})).await;
    let [ben, cleo] = &it.people[..] else {
        unreachable!("two")
    };
    let german = "mutation { updatePreferences(input: { language: \"de\" }) { email } }";
    let german = cleo.asks(german, json!({})).await;
    assert!(german.get("errors").is_none(), "{german}");
    let pair = page(ben, &it.id()).await["pairs"][0]["id"].clone();
    let pair = pair.as_str().expect("an id");

    let file = calendar_of(ben, &it).await;
    assert_eq!(file[0], "BEGIN:VCALENDAR");
    let has = |file: &[String], start: &str, end: &str| {
        let mut lines = file.iter();
        lines.any(|line| line.starts_with(start) && line.ends_with(end))
    };
    let summary = "SUMMARY:Meeting as a pair: Ben\\, Cleo";
    assert!(has(&file, summary, ""), "{file:?}");
    for start in ["URL", "DESCRIPTION:What you mean to do"] {
        assert!(has(&file, start, &format!("/go/{pair}")), "{file:?}");
    }
    let file = calendar_of(cleo, &it).await;
    assert!(has(&file, "SUMMARY:Treffen als Paar: ", "Cleo"), "{file:?}");
}

#[tokio::test]
async fn nobody_promises_or_rests_for_a_day_that_is_mistyped() {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, &["Ben", "Cleo"]).await;
    it.published(json!({})).await;
    let ben = &it.people[0];
    let pair = page(ben, &it.id()).await["pairs"][0]["id"].clone();
    let promises = async |day: &str| {
        let input = json!({ "pair": pair, "words": "Try it", "dueOn": day });
        changes(ben, ("makeCommitment", "dueOn"), input).await
    };
    let rests = async |day: &str| {
        let input = json!({ "community": it.id(), "snoozedUntil": day });
        changes(ben, ("updatePairingPreferences", "snoozedUntil"), input).await
    };
    for day in ["2028-01-07", "2199-01-01", "9999-12-31"] {
        let field = |answer: Value| answer["errors"][0]["extensions"]["field"].clone();
        assert_eq!(field(promises(day).await), "dueOn", "{day}");
        assert_eq!(field(rests(day).await), "snoozedUntil", "{day}");
    }
    let last = "2028-01-05";
    assert_eq!(promises(last).await["dueOn"], last);
    assert_eq!(rests(last).await["snoozedUntil"], last);
}
