//! Saving, sending, sending late, skipping, being away, and who reads what.
use super::{BOARD, CHECK_IN, CheckingIn};
use crate::prompts::changes;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

#[tokio::test]
async fn what_was_saved_at_each_step_is_sent_at_the_end() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    let priya = &it.workshop.priya;
    let all = it.words((1, "time", 0));
    for step in all.as_array().expect("three answers") {
        let saved = it
            .does(priya, "saveCheckIn", json!({ "answers": [step] }))
            .await;
        assert_eq!(saved["data"]["saveCheckIn"]["state"], "SAVED", "{saved}");
    }
    let before = it.seen(priya, CHECK_IN).await;
    let unseen = it.seen(&it.workshop.amara, BOARD).await;
    let sent = it.sends(priya, json!([])).await;
    let after = it.seen(priya, CHECK_IN).await;

    assert_eq!(before["isWaiting"], true);
    assert_eq!(
        before["viewerResponse"]["answers"].as_array().map(Vec::len),
        Some(3)
    );
    assert_eq!(
        unseen["board"]["stream"]["edges"],
        json!([]),
        "what is saved is nobody else's"
    );
    let sent = &sent["data"]["answerCheckIn"];
    assert_eq!(
        (&sent["state"], &sent["isLate"]),
        (&json!("SENT"), &json!(false))
    );
    assert_eq!(
        sent["answers"].as_array().map(Vec::len),
        Some(2),
        "an anonymous answer lost its person"
    );
    assert_eq!(after["isWaiting"], false);
    assert_eq!(after["sentCount"], 1);
    let again = error_of(&it.sends(priya, json!([])).await);
    assert_eq!(again.0, "CONFLICT");
}

#[tokio::test]
async fn each_answer_is_read_by_those_it_is_for() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let kofi = stage.person("Kofi").await;
    stage.joins(&kofi, &it.workshop.cohort, Role::Learner).await;
    it.opens().await;
    let sent = it
        .sends(&it.workshop.priya, it.words((2, "my manager", 1)))
        .await;
    assert!(sent.get("errors").is_none(), "{sent}");

    let texts = |seen: &Value| -> Vec<String> {
        let edges = seen["board"]["stream"]["edges"].as_array().expect("edges");
        let text = |edge: &Value| edge["node"]["text"].as_str().map(str::to_owned);
        edges.iter().filter_map(text).collect()
    };
    let of_amara = it.seen(&it.workshop.amara, BOARD).await;
    let of_kofi = it.seen(&kofi, BOARD).await;

    assert_eq!(texts(&of_amara).len(), 2);
    assert!(texts(&of_amara).contains(&"my manager".to_owned()));
    assert_eq!(texts(&of_kofi), [""], "the scale alone is for the cohort");
    let waiting = |seen: &Value| seen["board"]["waitingFor"].clone();
    assert_eq!(waiting(&of_amara), json!([{ "name": "Kofi" }]));
    assert_eq!(waiting(&of_kofi), Value::Null);
    let asked = of_kofi["board"]["questions"].as_array().expect("questions");
    assert!(
        asked
            .iter()
            .all(|it| it["question"]["words"] != "What got in the way?")
    );
    let response = it.seen(&it.workshop.priya, CHECK_IN).await["viewerResponse"]["id"].clone();
    let find = "query($id: ID!) { node(id: $id) { id } }";
    let found = kofi.asks(find, json!({ "id": response })).await;
    assert_eq!(found["data"]["node"], Value::Null, "nor by its id");
}

#[tokio::test]
async fn answers_without_a_name_are_shown_once_it_closed_and_five_answered() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let mut others = Vec::new();
    for name in ["Ada", "Ben", "Cleo", "Dan"] {
        let person = stage.person(name).await;
        stage
            .joins(&person, &it.workshop.cohort, Role::Learner)
            .await;
        others.push(person);
    }
    it.opens().await;
    for person in &others {
        it.sends(person, it.words((1, "nothing", 0))).await;
    }
    let anonymous = async || {
        let seen = it.seen(&it.workshop.amara, BOARD).await;
        seen["board"]["questions"][2].clone()
    };
    let of_four = anonymous().await;
    it.sends(&it.workshop.priya, it.words((1, "nothing", 0)))
        .await;
    let still_open = anonymous().await;
    it.waits(24 * 3).await;
    let closed = anonymous().await;

    for open in [&of_four, &still_open] {
        assert_eq!(
            (&open["tally"], &open["answerCount"]),
            (&Value::Null, &Value::Null)
        );
        assert_eq!(open["withheld"], "shown once it is closed");
    }
    assert_eq!(closed["answerCount"], 5, "{closed}");
    assert_eq!(closed["withheld"], Value::Null);
    let counts: Vec<&Value> = closed["tally"]
        .as_array()
        .expect("a tally")
        .iter()
        .map(|it| &it["count"])
        .collect();
    assert!(
        counts
            .iter()
            .all(|it| it.is_null() || it.as_i64() >= Some(5)),
        "{counts:?}"
    );
    assert_eq!(closed["answers"], json!([]), "and nobody by name");
}

#[tokio::test]
async fn who_sends_late_is_marked_late_and_adds_nothing_without_a_name() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.waits(24 * 4).await;
    it.waits(1).await;
    let it = CheckingIn {
        check_in: it.defined(json!({ "title": "Another" })).await,
        ..it
    };
    it.opens().await;
    it.waits(24 * 3).await;
    let priya = &it.workshop.priya;
    let all = it.words((0, "late", 1));
    let named: Vec<Value> = all
        .as_array()
        .expect("three")
        .iter()
        .take(2)
        .cloned()
        .collect();

    let refused = error_of(&it.sends(priya, all).await);
    let late = it.sends(priya, json!(named)).await;

    assert_eq!(refused.0, "INVALID");
    let late = &late["data"]["answerCheckIn"];
    assert_eq!(
        (&late["state"], &late["isLate"]),
        (&json!("LATE"), &json!(true)),
        "{late}"
    );
}

#[tokio::test]
async fn who_skips_says_why_and_who_is_away_is_not_waited_for() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let kofi = stage.person("Kofi").await;
    stage.joins(&kofi, &it.workshop.cohort, Role::Learner).await;
    let until = stage.db().now() + chrono::TimeDelta::days(20);
    let away = "mutation($until: DateTime) { setAway(input: { until: $until }) }";
    let said = kofi.asks(away, json!({ "until": until })).await;
    assert!(said.get("errors").is_none(), "{said}");
    it.opens().await;
    let priya = &it.workshop.priya;
    let empty = error_of(
        &it.does(priya, "skipCheckIn", json!({ "because": " " }))
            .await,
    );
    let skip = json!({ "because": "I was on another project" });
    let skipped = it.does(priya, "skipCheckIn", skip).await;
    let board = it.seen(&it.workshop.amara, BOARD).await["board"].clone();
    let of_priya = it.seen(priya, CHECK_IN).await;

    assert_eq!(empty.0, "INVALID");
    assert_eq!(skipped["data"]["skipCheckIn"]["state"], "SKIPPED");
    assert_eq!(board["waitingFor"], json!([]));
    assert_eq!(board["away"], json!([{ "name": "Kofi" }]));
    assert_eq!(
        board["skipped"],
        json!([{ "person": { "name": "Priya" }, "skippedBecause": "I was on another project" }])
    );
    assert_eq!(of_priya["expectedCount"], 1, "who is away is not counted");
    let after_all = it.sends(priya, it.words((1, "well", 0))).await;
    assert_eq!(after_all["data"]["answerCheckIn"]["state"], "SENT");
}

#[tokio::test]
async fn a_commitment_is_asked_about_in_its_own_words() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let question = json!([{ "kind": "COMMITMENT", "words": "What will you do?" }]);
    let first = CheckingIn {
        check_in: it.defined(json!({ "questions": question })).await,
        ..it
    };
    first.opens().await;
    let priya = &first.workshop.priya;
    let id = &first.check_in["questions"][0]["id"];
    let words = "ask for the open point in every stand-up";
    let said = json!([{ "question": id, "text": words }]);
    first.sends(priya, said).await;
    let second = first.defined(json!({ "questions": question })).await;
    let (of_first, of_second) = (first.seen(priya, CHECK_IN).await, second["id"].clone());
    let second = CheckingIn {
        check_in: json!({ "id": of_second }),
        ..first
    };

    assert_eq!(of_first["questions"][0]["commitment"], Value::Null);
    let seen = second.seen(&second.workshop.priya, CHECK_IN).await;
    assert_eq!(seen["questions"][0]["commitment"]["words"], words);
    let of_amara = second.seen(&second.workshop.amara, CHECK_IN).await;
    assert_eq!(of_amara["questions"][0]["commitment"], Value::Null);
}

#[tokio::test]
async fn a_diary_holds_ones_own_answers_and_nobody_elses() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    it.opens().await;
    it.sends(&it.workshop.priya, it.words((1, "time", 0))).await;
    let ask = "{ checkInDiary(first: 5) { edges { node { state checkIn { title }
        answers { text } } } } }";
    let own = it.workshop.priya.asks(ask, json!({})).await;
    let others = it.workshop.amara.asks(ask, json!({})).await;

    let edges = &own["data"]["checkInDiary"]["edges"];
    assert_eq!(
        edges[0]["node"]["checkIn"]["title"], "Two weeks on",
        "{own}"
    );
    assert_eq!(others["data"]["checkInDiary"]["edges"], json!([]));
}

#[tokio::test]
async fn what_is_for_a_pair_is_read_by_who_was_paired_then_and_by_nobody_else() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let (amara, priya) = (&it.workshop.amara, &it.workshop.priya);
    let (kofi, mei) = (stage.person("Kofi").await, stage.person("Mei").await);
    for person in [&kofi, &mei] {
        stage
            .joins(person, &it.workshop.cohort, Role::Learner)
            .await;
    }
    let for_pairs =
        json!([{ "kind": "SHORT_TEXT", "words": "What is hard?", "visibility": "PAIR" }]);
    let asks = json!({ "title": "For your pair", "questions": for_pairs });
    let before = it.defined(asks.clone()).await;
    it.opens().await;
    let says = async |person: &Person<'_>, check_in: &Value, text: &str| {
        let question = &check_in["questions"][0]["id"];
        let input = json!({ "checkIn": check_in["id"],
            "answers": [{ "question": question, "text": text }] });
        let sent = changes(person, "answerCheckIn", "id", input).await;
        assert!(sent.get("errors").is_none(), "{sent}");
    };
    says(&kofi, &before, "nothing yet").await;

    // Priya and Kofi are paired, and Mei is alone.
    it.waits(1).await;
    let community = it.workshop.cohort.id.to_string();
    for person in [&mei, &it.workshop.jonas] {
        let out = json!({ "community": community, "optedOut": true });
        changes(person, "updatePairingPreferences", "optedOut", out).await;
    }
    let begin = json!({ "community": community, "rules": {} });
    let round = changes(amara, "proposePairs", "id", begin).await;
    stage.pairs_people().await;
    let ask =
        "query($id: ID!) { node(id: $id) { ... on PairingRound { id version pairs { id } } } }";
    let id = round["data"]["proposePairs"]["id"].clone();
    let round = amara.asks(ask, json!({ "id": id })).await["data"]["node"].clone();
    let publish = json!({ "round": round["id"], "version": round["version"] });
    changes(amara, "publishPairs", "id", publish).await;
    stage.settle().await;
    let again = it.defined(asks).await;
    it.opens().await;
    says(&kofi, &again, "saying no").await;

    let read = async |person: &Person<'_>| {
        let ask = "query($id: ID!) { node(id: $id) { ... on Pair {
            checkInAnswers { text person { name } } } } }";
        let answer = person
            .asks(ask, json!({ "id": round["pairs"][0]["id"] }))
            .await;
        answer["data"]["node"]["checkInAnswers"].clone()
    };
    let said = json!([{ "text": "saying no", "person": { "name": "Kofi" } }]);
    assert_eq!(read(priya).await, said, "not what was said before");
    assert_eq!(read(&kofi).await, said);
    assert_eq!(
        read(amara).await,
        json!([]),
        "who leads sees the pair alone"
    );
    assert_eq!(read(&mei).await, Value::Null);

    // Priya leaves, and Mei comes in her place: what was said to others is not hers, nor hers theirs.
    says(&mei, &again, "for nobody yet").await;
    let in_again = json!({ "community": community, "optedOut": false });
    changes(&mei, "updatePairingPreferences", "optedOut", in_again).await;
    it.waits(1).await;
    let left = json!({ "pair": round["pairs"][0]["id"] });
    let left = changes(priya, "leavePair", "id", left).await;
    assert!(left.get("errors").is_none(), "{left}");
    assert_eq!(read(&mei).await, json!([]));
    assert_eq!(read(&kofi).await, said);
    let since = it
        .defined(json!({ "title": "Since", "questions": for_pairs }))
        .await;
    it.opens().await;
    says(&kofi, &since, "to Mei").await;
    let said = read(&mei).await;
    assert_eq!(said[0]["text"], "to Mei", "{said}");
}
