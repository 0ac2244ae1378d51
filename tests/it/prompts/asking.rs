//! A facilitator asks, everybody answers, and it is known who has.
use super::{Asking, answers, changes, due, looks_at};
use chrono::TimeDelta;
use communities::Role;
use kernel::{Cursor, Event};
use prompts::PromptAnswered;
use serde_json::{Value, json};
use tests::{Stage, error_of, nonce};

#[tokio::test]
async fn what_is_asked_stands_on_the_list_of_each_who_is_asked_until_they_answer() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let rule = json!({ "days": -2, "unit": "WORKING", "at": "17:00" });

    let asked = it
        .asked(json!({ "due": rule, "minutes": 10, "answerFirst": true }))
        .await;
    assert_eq!(
        asked["dueAt"], "2026-01-08T17:00:00+00:00",
        "the Thursday before: {asked}"
    );
    assert_eq!(
        (&asked["thread"]["kind"], &asked["zone"]),
        (&json!("PROMPT"), &json!("UTC"))
    );
    assert_eq!(asked["thread"]["prompt"]["id"], asked["id"]);
    assert_eq!(asked["session"]["number"], 1);
    let priya = &it.workshop.priya;
    let before = looks_at(priya, &asked).await;
    let listed = due(priya).await;
    let answered = answers(priya, &asked, "We told nobody").await;
    let after = looks_at(priya, &asked).await;

    assert_eq!(listed, [("A change that failed".to_owned(), false)]);
    assert!(
        due(&it.workshop.jonas).await.is_empty(),
        "an expert is not asked"
    );
    assert_eq!(
        (&before["isExpected"], &before["isAnswered"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        before["waitingFor"],
        Value::Null,
        "who has not answered is for facilitators"
    );
    assert!(answered.get("errors").is_none(), "{answered}");
    assert_eq!(after["viewerAnswer"]["body"], "We told nobody");
    assert_eq!(
        (&after["answerCount"], &after["expectedCount"]),
        (&json!(1), &json!(1))
    );
    assert!(due(priya).await.is_empty());
    let seen = looks_at(&it.workshop.amara, &asked).await;
    assert_eq!(seen["answeredBy"], json!([{ "name": "Priya" }]));
    assert_eq!(seen["waitingFor"], json!([]));
}

#[tokio::test]
async fn what_is_due_follows_its_session_also_over_a_change_of_clocks() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let update = json!({ "community": it.workshop.cohort.id.to_string(), "zone": "Europe/Berlin" });
    changes(&it.workshop.amara, "updateCommunity", "zone", update).await;
    let asked = it
        .asked(json!({ "due": { "days": -1, "unit": "CALENDAR", "at": "02:30" } }))
        .await;
    assert_eq!(asked["dueAt"], "2026-01-11T01:30:00+00:00");

    it.moves("2026-03-30").await;
    let moved = looks_at(&it.workshop.priya, &asked).await;
    let answer_by_hand = json!({ "prompt": asked["id"], "dueAt": "2026-03-20T09:00:00Z" });
    changes(&it.workshop.amara, "updatePrompt", "id", answer_by_hand).await;
    it.moves("2026-04-30").await;
    let stays = looks_at(&it.workshop.priya, &asked).await;

    // On 29 March half past two does not exist in Berlin: it is half past three, summer time.
    assert_eq!(moved["dueAt"], "2026-03-29T01:30:00+00:00");
    assert_eq!(
        stays["dueAt"], "2026-03-20T09:00:00+00:00",
        "an instant stays where it was set"
    );
    assert_eq!(stays["due"], Value::Null);
}

#[tokio::test]
async fn who_only_replies_to_what_another_answered_has_not_answered() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let asked = it.asked(json!({})).await;
    let answer = it.workshop.jonas.posts(&asked["thread"], "We wrote").await;
    let answer = &answer["data"]["createPost"];
    let priya = &it.workshop.priya;

    priya
        .replies(&asked["thread"], Some(answer), "Did it help?")
        .await;
    stage.settle().await;
    assert_eq!(looks_at(priya, &asked).await["isAnswered"], false);
    assert_eq!(due(priya).await.len(), 1, "she is still asked");

    answers(priya, &asked, "We met").await;
    assert!(due(priya).await.is_empty());
}

#[tokio::test]
async fn it_is_due_two_years_ahead_at_most() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let refused = it.asks(json!({ "dueAt": "9999-12-31T09:00:00Z" })).await;
    assert_eq!(
        refused["errors"][0]["extensions"]["field"], "dueAt",
        "{refused}"
    );
    it.asked(json!({ "dueAt": "2027-12-31T09:00:00Z" })).await;
}

#[tokio::test]
async fn nobody_is_late_for_what_was_due_before_they_joined() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let asked = it.asked(json!({ "dueAt": "2026-01-06T09:00:00Z" })).await;
    stage.clock.advance(TimeDelta::days(2));
    let noor = stage.person("Noor").await;
    stage.joins(&noor, &it.workshop.cohort, Role::Learner).await;

    let theirs = looks_at(&noor, &asked).await;
    let seen = looks_at(&it.workshop.amara, &asked).await;

    assert!(due(&noor).await.is_empty());
    assert_eq!(
        (&theirs["isExpected"], &theirs["isLate"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(theirs["viewerCan"]["answer"], true, "they may answer still");
    assert_eq!(
        due(&it.workshop.priya).await,
        [("A change that failed".to_owned(), true)]
    );
    assert_eq!(seen["waitingFor"], json!([{ "name": "Priya" }]));
    stage.clock.advance(TimeDelta::days(7));
    assert!(
        due(&it.workshop.priya).await.is_empty(),
        "what is long past is let go"
    );
}

#[tokio::test]
async fn what_is_asked_no_longer_waits_for_nobody_and_can_be_asked_again() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let asked = it.asked(json!({ "dueAt": "2026-01-09T09:00:00Z" })).await;
    let withdraw = async |withdrawn: bool| {
        let input = json!({ "prompt": asked["id"], "withdrawn": withdrawn });
        changes(&it.workshop.amara, "withdrawPrompt", "withdrawnAt", input).await
    };
    let listed = "query($slug: String!) { community(slug: $slug) {
        prompts(first: 5) { edges { node { title } } } } }";
    let slug = json!({ "slug": it.workshop.cohort.slug });

    withdraw(true).await;
    let gone = it.workshop.priya.asks(listed, slug.clone()).await;
    let refused = answers(&it.workshop.priya, &asked, "too late?").await;
    let nothing = due(&it.workshop.priya).await;
    withdraw(false).await;
    let back = it.workshop.priya.asks(listed, slug).await;

    assert_eq!(
        gone["data"]["community"]["prompts"]["edges"],
        json!([]),
        "{gone}"
    );
    assert_eq!(
        error_of(&refused),
        ("CONFLICT".into(), "this is asked no longer".into())
    );
    assert!(nothing.is_empty());
    assert_eq!(
        back["data"]["community"]["prompts"]["edges"][0]["node"]["title"],
        asked["title"]
    );
    assert_eq!(due(&it.workshop.priya).await.len(), 1);
}

#[tokio::test]
async fn only_facilitators_ask() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let asked = it.asked(json!({})).await;
    let eve = stage.person("Eve").await;
    let input = json!({
        "channel": it.channel.id.to_string(), "title": "x", "body": "x", "nonce": nonce(),
    });
    let change = json!({ "prompt": asked["id"], "minutes": 5 });

    let priya = &it.workshop.priya;
    let asking = changes(priya, "postPrompt", "id", input.clone()).await;
    let changing = changes(priya, "updatePrompt", "id", change.clone()).await;
    let begins = json!({
        "channel": it.channel.id.to_string(), "kind": "PROMPT", "title": "x", "body": "x",
        "nonce": nonce(),
    });
    let beginning = changes(priya, "createThread", "id", begins).await;

    let words = "only facilitators may do this; ask one of them";
    assert_eq!(error_of(&asking), ("FORBIDDEN".into(), words.into()));
    assert_eq!(error_of(&changing), ("FORBIDDEN".into(), words.into()));
    assert_eq!(
        beginning["errors"][0]["extensions"]["field"], "kind",
        "{beginning}"
    );
    for (verb, input) in [("postPrompt", input), ("updatePrompt", change)] {
        let hidden = changes(&eve, verb, "id", input).await;
        assert_eq!(error_of(&hidden).0, "NOT_FOUND", "{hidden}");
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_with_the_field_and_leaves_nothing() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let rule = json!({ "days": -2, "unit": "WORKING", "at": "17:00" });
    let cases = [
        (json!({ "dueAt": "2026-01-05T08:00:00Z" }), "dueAt"),
        (
            json!({ "dueAt": "2026-01-08T08:00:00Z", "due": rule }),
            "due",
        ),
        (json!({ "session": null, "due": rule }), "due"),
        (
            json!({ "due": { "days": -8, "unit": "CALENDAR", "at": "09:00" } }),
            "due",
        ),
        (
            json!({ "due": { "days": -2, "unit": "WORKING", "at": "25:00" } }),
            "due",
        ),
        (
            json!({ "due": { "days": 1000, "unit": "CALENDAR", "at": "09:00" } }),
            "due",
        ),
        (json!({ "minutes": 0 }), "minutes"),
        (json!({ "audience": [] }), "audience"),
        (
            json!({ "objectives": ["objective_01h455vb4pex5vsknk084sn02q"] }),
            "objectives",
        ),
        (json!({ "title": "" }), "title"),
        (json!({ "body": " " }), "body"),
    ];
    for (wrong, field) in cases {
        let refused = it.asks(wrong.clone()).await;
        assert_eq!(
            refused["errors"][0]["extensions"]["field"], field,
            "{wrong}: {refused}"
        );
    }
    let page = json!({ "id": it.channel.id.to_string() });
    let threads = "query($id: ID!) { node(id: $id) { ... on Channel {
        threads(first: 5) { edges { node { id } } } } } }";
    let left = it.workshop.amara.asks(threads, page).await;
    assert_eq!(
        left["data"]["node"]["threads"]["edges"],
        json!([]),
        "{left}"
    );
}

#[tokio::test]
async fn a_request_that_comes_twice_asks_and_answers_once() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let word = json!({ "nonce": "the same word" });

    let (first, second) = (it.asked(word.clone()).await, it.asked(word).await);
    let input = json!({ "prompt": first["id"], "body": "We told nobody", "nonce": "once" });
    for _ in 0..2 {
        let said = changes(&it.workshop.priya, "answerPrompt", "number", input.clone()).await;
        assert_eq!(said["data"]["answerPrompt"]["number"], 2, "{said}");
    }

    assert_eq!(first["id"], second["id"]);
}

#[tokio::test]
async fn an_answer_is_told_wherever_it_was_written() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let asked = it.asked(json!({})).await;
    answers(&it.workshop.priya, &asked, "here").await;
    let said = it.workshop.jonas.posts(&asked["thread"], "and there").await;
    let said = &said["data"]["createPost"];
    it.workshop
        .priya
        .replies(&asked["thread"], Some(said), "a reply is no answer")
        .await;
    stage.settle().await;

    let facts = kernel::facts_after(&stage.db().read(), Cursor::default(), 1_000).await;
    let told: Vec<PromptAnswered> = facts
        .expect("the log")
        .iter()
        .filter(|fact| fact.kind == PromptAnswered::KIND)
        .filter_map(kernel::Fact::as_event)
        .collect();

    let people: Vec<_> = told.iter().map(|it| it.person).collect();
    let (priya, jonas) = (it.workshop.priya.record.id, it.workshop.jonas.record.id);
    assert_eq!(people, [priya, jonas]);
    let prompt = told[0].prompt;
    let has = prompts::has_answered(&stage.db().read(), prompt, priya).await;
    assert!(has.expect("an answer"));
    let nobody = prompts::who_has_not_answered(&stage.db().read(), prompt).await;
    assert!(nobody.expect("people").is_empty());
}

#[tokio::test]
async fn a_session_says_what_is_asked_for_it() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    it.asked(json!({ "title": "First" })).await;
    stage.clock.advance(TimeDelta::hours(1));
    it.asked(json!({ "title": "Second" })).await;
    it.asked(json!({ "title": "Aside", "session": null })).await;

    let ask = "query($id: ID!) { session(id: $id) { prompts { title } } }";
    let seen = it
        .workshop
        .priya
        .asks(ask, json!({ "id": it.session }))
        .await;

    let titles = json!([{ "title": "Second" }, { "title": "First" }]);
    assert_eq!(seen["data"]["session"]["prompts"], titles, "{seen}");
}
