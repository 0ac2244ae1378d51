//! What may hurt somebody waits for no window, needs two people, and everybody's word that they read it.
use super::{Practice, acknowledges, does, done, kinds, looks_at, reads};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use tests::{Post, Stage, error_of};

const TO_ANSWER: &str =
    "{ correctionsToAnswer(first: 10) { edges { node { number viewerNotice { isRequired } } } } }";

#[tokio::test]
async fn what_is_unsafe_is_corrected_at_once_by_two_and_acknowledged_by_all() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.drafted("SAFETY").await;
    let about = json!({ "misconception": it["id"] });

    let offered = does(&scene.jonas, "offerToAuthor", about.clone()).await;
    assert_eq!(error_of(&offered).0, "CONFLICT", "it waits for nobody");
    let alone = does(&scene.jonas, "publishCorrection", about.clone()).await;
    assert_eq!(error_of(&alone).0, "CONFLICT", "{alone}");
    let own = does(&scene.jonas, "agreeToCorrection", about.clone()).await;
    assert_eq!(
        error_of(&own).0,
        "FORBIDDEN",
        "nobody agrees to their own words"
    );
    let learner = does(&scene.lena, "agreeToCorrection", about.clone()).await;
    assert_eq!(error_of(&learner).0, "NOT_FOUND");
    done(&scene.amara, "agreeToCorrection", about.clone()).await;

    let it = done(&scene.jonas, "publishCorrection", about.clone()).await;
    stage.corrects().await;
    assert_eq!(it["agreedBy"]["name"], "Amara");
    assert_eq!(it["acknowledgementRequired"], true);

    // The exposed reader is asked; the later reader reads it with its correction and is not.
    let asked = scene.priya.asks(TO_ANSWER, json!({})).await;
    let asked = &asked["data"]["correctionsToAnswer"]["edges"][0]["node"];
    assert_eq!(asked["viewerNotice"]["isRequired"], true, "{asked}");
    reads(&scene.lena, &scene.thread, 2).await;
    stage.corrects().await;
    assert!(kinds(&scene.lena).await.is_empty());

    // Silence is met with three reminders, two days apart, and no more.
    let mut reminded = 0;
    for _ in 0..6 {
        stage.clock.advance(TimeDelta::days(2));
        stage.corrects().await;
        let ask = "query($id: ID!) { node(id: $id) { ... on Misconception { viewerNotice { remindedAt } } } }";
        let seen = scene.priya.asks(ask, json!({ "id": it["id"] })).await;
        let at = &seen["data"]["node"]["viewerNotice"]["remindedAt"];
        let now = stage.app.db.now().to_rfc3339();
        reminded += i32::from(at.as_str() == Some(now.as_str()));
    }
    assert_eq!(reminded, 3);
    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_REMINDER"]);

    acknowledges(&scene.priya, &it, "SAW_IT_ALREADY").await;
    stage.corrects().await;
    assert!(kinds(&scene.priya).await.is_empty());
    let spread = looks_at(&scene.amara, &it).await["spread"].clone();
    assert_eq!(
        (&spread["told"], &spread["acknowledged"]),
        (&json!(1), &json!(1))
    );
    let none = scene.priya.asks(TO_ANSWER, json!({})).await;
    assert_eq!(none["data"]["correctionsToAnswer"]["edges"], json!([]));
}

#[tokio::test]
async fn who_is_not_convinced_is_heard_by_who_answers_for_it_and_named_to_nobody() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;

    acknowledges(&scene.priya, &it, "NOT_CONVINCED").await;
    stage.settle().await;

    assert_eq!(kinds(&scene.jonas).await, ["CORRECTION_DOUBTED"]);
    let seen = looks_at(&scene.jonas, &it).await;
    assert_eq!(seen["spread"]["notConvinced"], 1);
    assert!(!seen.to_string().contains("Priya"), "{seen}");

    acknowledges(&scene.priya, &it, "GOT_IT").await;
    let seen = looks_at(&scene.jonas, &it).await;
    assert_eq!(seen["spread"]["notConvinced"], 0);
    assert_eq!(seen["spread"]["acknowledged"], 1);
}

#[tokio::test]
async fn a_moderator_of_another_community_finds_nothing() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let olga = stage.person("Olga").await;
    let (elsewhere, lobby) = stage.cohort_of(&[(&olga, Role::Facilitator)]).await;
    let own = olga.begins(&lobby, "Elsewhere", "words of our own").await;
    let it = scene.drafted("PRACTICE").await;
    let about = json!({ "misconception": it["id"] });
    let reasoned = json!({ "misconception": it["id"], "reason": "no" });
    let passage = json!({ "quote": "words of our own" });
    let acts = [
        ("confirmMisconception", about.clone()),
        ("rejectMisconception", reasoned.clone()),
        ("reopenMisconception", reasoned),
        ("closeMisconception", about.clone()),
        ("draftCorrection", super::draft(&it, "PRACTICE")),
        ("agreeToCorrection", about.clone()),
        ("offerToAuthor", about.clone()),
        ("publishCorrection", about.clone()),
        ("undoCorrection", about.clone()),
        (
            "removeOccurrence",
            json!({ "occurrence": it["occurrences"][0]["id"] }),
        ),
        (
            "acknowledgeCorrection",
            json!({ "misconception": it["id"], "answer": "GOT_IT" }),
        ),
        (
            "suspectMisconception",
            json!({
                "post": scene.post["id"], "passage": { "quote": super::WRONG }, "claim": "mine",
            }),
        ),
        (
            "addOccurrence",
            json!({
                "misconception": it["id"], "post": own["opening"]["id"], "passage": passage,
            }),
        ),
    ];
    for (verb, input) in acts {
        let refused = does(&olga, verb, input).await;
        assert_eq!(error_of(&refused).0, "NOT_FOUND", "{verb}: {refused}");
    }
    assert_eq!(looks_at(&olga, &it).await, Value::Null);
    let all = "query($slug: String!) { community(slug: $slug) { misconceptions(first: 5) {
        edges { node { claim } } } claimMatches(first: 5) { edges { node { score } } } } }";
    let own = olga.asks(all, json!({ "slug": elsewhere.slug })).await;
    assert_eq!(
        own["data"]["community"]["misconceptions"]["edges"],
        json!([])
    );
    let theirs = olga.asks(all, json!({ "slug": scene.cohort.slug })).await;
    assert_eq!(theirs["data"]["community"], Value::Null, "{theirs}");
}

#[tokio::test]
async fn whoever_had_it_in_a_letter_replied_or_reacted_was_exposed() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let post = Post::of(&stage);
    let (otto, rosa) = (stage.person("Otto").await, stage.person("Rosa").await);
    for person in [&otto, &rosa] {
        stage.joins(person, &scene.cohort, Role::Learner).await;
    }
    let react = "mutation($input: ReactInput!) { react(input: $input) { id } }";
    let input = json!({ "post": scene.post["id"], "kind": "HELPFUL", "on": true });
    let reacted = otto.asks(react, json!({ "input": input })).await;
    assert!(reacted.get("errors").is_none(), "{reacted}");
    // Lena asked the question: the mail of the day quotes what was answered.
    stage.clock.advance(TimeDelta::days(1));
    let letters = post.goes_round(&stage).await;
    let quotes = |letter: &&kernel::Letter| letter.to == "lena@example.org";
    assert!(letters.iter().any(|letter| quotes(&letter)), "{letters:?}");
    rosa.posts(&scene.thread, "I see").await;

    let it = scene.published().await;

    assert_eq!(
        it["spread"]["exposedBefore"], 4,
        "Priya, Otto, Rosa, Lena: {it}"
    );
    for person in [&scene.priya, &otto, &rosa] {
        assert_eq!(
            kinds(person).await,
            ["CORRECTION_TOLD"],
            "{}",
            person.record.name
        );
    }
}
