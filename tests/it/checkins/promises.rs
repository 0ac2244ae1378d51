//! What somebody said they would do is quoted to them when they are asked about it.
use super::{CHECK_IN, CheckingIn};
use crate::pairings::page;
use crate::prompts::changes;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage};

const COMMITMENT: &str = "What became of it?";

/// Priya and Kofi are together; returns their pair.
async fn pair_of(it: &CheckingIn<'_>, alone: &[&Person<'_>]) -> Value {
    let amara = &it.workshop.amara;
    let community = it.workshop.cohort.id.to_string();
    for person in alone {
        let out = json!({ "community": community, "optedOut": true });
        changes(person, "updatePairingPreferences", "optedOut", out).await;
    }
    let begin = json!({ "community": community, "rules": {} });
    let round = changes(amara, "proposePairs", "id", begin).await;
    it.stage.pairs_people().await;
    let ask =
        "query($id: ID!) { node(id: $id) { ... on PairingRound { id version pairs { id } } } }";
    let id = round["data"]["proposePairs"]["id"].clone();
    let round = amara.asks(ask, json!({ "id": id })).await["data"]["node"].clone();
    let publish = json!({ "round": round["id"], "version": round["version"] });
    changes(amara, "publishPairs", "id", publish).await;
    it.stage.settle().await;
    round["pairs"][0]["id"].clone()
}

#[tokio::test]
async fn what_was_promised_on_the_page_of_a_pair_is_quoted_until_something_newer_is_said() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let kofi = stage.person("Kofi").await;
    stage.joins(&kofi, &it.workshop.cohort, Role::Learner).await;
    let pair = pair_of(&it, &[&it.workshop.jonas]).await;
    let priya = &it.workshop.priya;
    let words = "Ask three people what they fear";
    let promise = json!({ "pair": pair, "words": words, "dueOn": "2026-01-16" });
    let promised = changes(priya, "makeCommitment", "id", promise).await;
    assert!(promised.get("errors").is_none(), "{promised}");

    let asked = json!({ "questions": [{ "kind": "COMMITMENT", "words": COMMITMENT }] });
    let first = it.defined(asked.clone()).await;
    let quoted = async |check_in: &Value, person: &Person<'_>| {
        let ask =
            format!("query($id: ID!) {{ node(id: $id) {{ ... on CheckIn {{ {CHECK_IN} }} }} }}");
        let answer = person.asks(&ask, json!({ "id": check_in["id"] })).await;
        answer["data"]["node"]["questions"][0]["commitment"]["words"].clone()
    };
    assert_eq!(quoted(&first, priya).await, words);
    assert_eq!(quoted(&first, &kofi).await, Value::Null, "to nobody else");
    assert_eq!(quoted(&first, &it.workshop.amara).await, Value::Null);

    it.opens().await;
    let question = &first["questions"][0]["id"];
    let newer = json!({ "checkIn": first["id"],
        "answers": [{ "question": question, "choice": 0, "text": "Write the answers down" }] });
    let sent = changes(priya, "answerCheckIn", "state", newer).await;
    assert!(sent.get("errors").is_none(), "{sent}");
    let second = it.defined(asked).await;
    assert_eq!(quoted(&second, priya).await, "Write the answers down");
    let own = page(priya, &it.workshop.cohort.id.to_string()).await;
    let promised = &own["pairs"][0]["commitments"][0];
    assert_eq!(promised["outcome"], "DONE", "as she said: {own}");
}

#[tokio::test]
async fn who_changed_their_mind_says_why_and_their_pair_reads_it() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let kofi = stage.person("Kofi").await;
    stage.joins(&kofi, &it.workshop.cohort, Role::Learner).await;
    let pair = pair_of(&it, &[&it.workshop.jonas]).await;
    let priya = &it.workshop.priya;
    let promise = json!({ "pair": pair, "words": "Ask three people", "dueOn": "2026-01-16" });
    changes(priya, "makeCommitment", "id", promise).await;
    let asked = json!({ "questions": [{ "kind": "COMMITMENT", "words": COMMITMENT }] });
    let check_in = it.defined(asked.clone()).await;
    it.opens().await;
    let sends = async |text: &str| {
        let answer =
            json!({ "question": check_in["questions"][0]["id"], "choice": 1, "text": text });
        let input = json!({ "checkIn": check_in["id"], "answers": [answer] });
        changes(priya, "answerCheckIn", "state", input).await
    };
    let (code, words) = tests::error_of(&sends(" ").await);
    assert_eq!(code, "INVALID", "{words}");
    let place = it.workshop.cohort.id.to_string();
    let read = async || page(&kofi, &place).await["pairs"][0]["commitments"][0].clone();
    assert_eq!(read().await["outcome"], "OPEN", "nothing was sent");

    let sent = sends("They asked me\nfirst").await;
    assert_eq!(sent["data"]["answerCheckIn"]["state"], "SENT", "{sent}");
    let settled = read().await;
    assert_eq!(
        (&settled["outcome"], &settled["reason"]),
        (&json!("CHANGED_MIND"), &json!("They asked me first"))
    );
    let next = it.defined(asked).await;
    let ask = format!("query($id: ID!) {{ node(id: $id) {{ ... on CheckIn {{ {CHECK_IN} }} }} }}");
    let seen = priya.asks(&ask, json!({ "id": next["id"] })).await;
    let quoted = &seen["data"]["node"]["questions"][0]["commitment"];
    assert_eq!(*quoted, Value::Null, "why is no commitment: {seen}");
}

#[tokio::test]
async fn what_became_of_a_promise_is_the_same_in_the_answer_and_on_the_page_of_the_pair() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let kofi = stage.person("Kofi").await;
    stage.joins(&kofi, &it.workshop.cohort, Role::Learner).await;
    let pair = pair_of(&it, &[&it.workshop.jonas]).await;
    let (amara, priya) = (&it.workshop.amara, &it.workshop.priya);
    let words = "Ask three people what they fear";
    let promise = json!({ "pair": pair, "words": words, "dueOn": "2026-01-16" });
    let promised = changes(priya, "makeCommitment", "id", promise).await;
    let promised = promised["data"]["makeCommitment"]["id"].clone();
    let asked = json!({ "questions": [{ "kind": "COMMITMENT", "words": COMMITMENT,
        "visibility": "FACILITATORS" }] });
    let first = it.defined(asked.clone()).await;
    it.opens().await;
    let open = json!({ "question": first["questions"][0]["id"], "choice": 2 });
    let open = json!({ "checkIn": first["id"], "answers": [open] });
    let sent = changes(priya, "answerCheckIn", "state", open).await;
    assert!(sent.get("errors").is_none(), "{sent}");

    let second = it.defined(asked).await;
    let quoted = async || {
        let ask =
            format!("query($id: ID!) {{ node(id: $id) {{ ... on CheckIn {{ {CHECK_IN} }} }} }}");
        let answer = priya.asks(&ask, json!({ "id": second["id"] })).await;
        answer["data"]["node"]["questions"][0]["commitment"]["words"].clone()
    };
    assert_eq!(quoted().await, words, "it is open still");

    let settles = async |outcome: &str| {
        let settle = json!({ "commitment": promised, "outcome": outcome });
        let settled = changes(priya, "settleCommitment", "outcome", settle).await;
        assert!(settled.get("errors").is_none(), "{settled}");
    };
    let diary = "{ checkInDiary(first: 5) { edges { node { answers {
        choice commitment { words outcome } } } } } }";
    let board = "query($id: ID!) { node(id: $id) { ... on CheckIn { board { questions {
        tally { choice count } answers { choice commitment { words } } } } } } }";
    for (outcome, choice) in [("OPEN", 2), ("DONE", 0)] {
        settles(outcome).await;
        let own = priya.asks(diary, json!({})).await;
        assert_eq!(
            own["data"]["checkInDiary"]["edges"][0]["node"]["answers"],
            json!([{ "choice": choice, "commitment": { "words": words, "outcome": outcome } }]),
            "{own}"
        );
        let seen = amara.asks(board, json!({ "id": first["id"] })).await;
        let question = &seen["data"]["node"]["board"]["questions"][0];
        assert_eq!(
            question["answers"],
            json!([{ "choice": choice, "commitment": null }]),
            "what it is about stays with the pair: {seen}"
        );
        assert_eq!(question["tally"][choice]["count"], 1, "{seen}");
    }
    assert_eq!(quoted().await, Value::Null, "it was done");
    settles("OPEN").await;
    assert_eq!(quoted().await, words, "and is meant again");
}

#[tokio::test]
async fn to_quote_what_was_promised_costs_no_more_for_more_questions() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let list = "query($slug: String!) { community(slug: $slug) { checkIns(filter: ALL, first: 20) {
        edges { node { title questions { words commitment { words } } } } } } }";
    let costs = async || {
        let slug = json!({ "slug": it.workshop.cohort.slug });
        let (answer, statements) = it.workshop.priya.asks_counted(list, slug).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        statements
    };
    let question =
        |number: i32| json!({ "kind": "COMMITMENT", "words": format!("{COMMITMENT} {number}") });
    it.defined(json!({ "questions": [question(1)] })).await;
    let one = costs().await;
    for _ in 0..4 {
        it.defined(json!({ "questions": [question(1), question(2), question(3)] }))
            .await;
    }
    let more = costs().await;
    // Whether what is loaded meets in one statement is for chance; one for each would be many more.
    assert!(more <= one + 2, "{one} statements became {more}");
}
