//! What resembles a misconception is suggested to moderators, who say whether it does.
use super::{CLAIM, Practice, WRONG, done, kinds, looks_at};
use channels::ChannelKind;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const SAYS_IT_AGAIN: &str =
    "In my team a good leader keeps the storming phase really short. It helped us.";

async fn suggested(person: &Person<'_>, slug: &str) -> Vec<Value> {
    let ask =
        "query($slug: String!) { community(slug: $slug) { claimMatches(first: 50) { edges { node {
        id score passage isConfirmed post { id body } misconception { id claim } } } } } }";
    let answer = person.asks(ask, json!({ "slug": slug })).await;
    let edges = answer["data"]["community"]["claimMatches"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

#[derive(Clone, Copy)]
enum Match {
    SaysIt,
    SaysSomethingElse,
}

async fn decides(person: &Person<'_>, found: &Value, is: Match) -> Value {
    let change = "mutation($input: DecideClaimMatchInput!) { decideClaimMatch(input: $input) {
        isConfirmed } }";
    let input = json!({ "match": found["id"], "confirmed": matches!(is, Match::SaysIt) });
    person.asks(change, json!({ "input": input })).await
}

#[tokio::test]
async fn a_post_that_says_it_again_is_suggested_and_its_correction_stands_beside_it_too() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;
    let slug = &scene.cohort.slug;
    stage.clock.advance(chrono::TimeDelta::minutes(1));
    let again = scene
        .lena
        .begins(&scene.channel, "Our team", SAYS_IT_AGAIN)
        .await;
    scene
        .lena
        .begins(&scene.channel, "Lunch", "Who brings the cake on Monday?")
        .await;
    stage.compares().await;

    let found = suggested(&scene.amara, slug).await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["post"]["id"], again["opening"]["id"]);
    assert_eq!(found[0]["misconception"]["claim"], CLAIM);
    assert!(
        found[0]["score"]
            .as_f64()
            .is_some_and(|score| (0.5..=1.0).contains(&score))
    );
    // Nothing is hidden, and nobody else knows.
    let ask = "query($id: ID!) { node(id: $id) { ... on Post { bodyHtml corrections { id } } } }";
    let id = json!({ "id": again["opening"]["id"] });
    let post = scene.priya.asks(ask, id.clone()).await["data"]["node"].clone();
    assert_eq!(post["corrections"], json!([]));
    let peer = decides(&scene.priya, &found[0], Match::SaysIt).await;
    assert_eq!(error_of(&peer).0, "NOT_FOUND", "{peer}");
    let node = "query($id: ID!) { node(id: $id) { id } }";
    let peeked = scene
        .priya
        .asks(node, json!({ "id": found[0]["id"] }))
        .await;
    assert_eq!(peeked["data"]["node"], Value::Null);

    let decided = decides(&scene.amara, &found[0], Match::SaysIt).await;
    assert_eq!(
        decided["data"]["decideClaimMatch"]["isConfirmed"], true,
        "{decided}"
    );
    stage.corrects().await;
    let post = scene.priya.asks(ask, id).await["data"]["node"].clone();
    assert!(post["bodyHtml"].to_string().contains("corrected"), "{post}");
    assert_eq!(
        kinds(&scene.lena).await,
        ["CORRECTION_OFFERED"],
        "she may revise it"
    );
    let it = looks_at(&scene.amara, &it).await;
    assert_eq!(it["spread"]["recurrences"], 1);
    assert_eq!(it["watch"]["precision"], 1.0);
    assert_eq!(it["seenCount"], 2);
    assert!(suggested(&scene.amara, slug).await.is_empty());
    let twice = decides(&scene.jonas, &found[0], Match::SaysSomethingElse).await;
    assert_eq!(error_of(&twice).0, "CONFLICT");
}

#[tokio::test]
async fn the_same_post_is_suggested_once_however_often_it_is_compared() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    scene.drafted("PRACTICE").await;
    let again = scene
        .lena
        .begins(&scene.channel, "Our team", SAYS_IT_AGAIN)
        .await;
    stage.compares().await;
    let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { id } }";
    let input = json!({
        "post": again["opening"]["id"], "revision": 1, "body": format!("{SAYS_IT_AGAIN} Truly."),
    });
    scene.lena.asks(edit, json!({ "input": input })).await;
    stage.compares().await;
    assert_eq!(suggested(&scene.jonas, &scene.cohort.slug).await.len(), 1);
}

#[tokio::test]
async fn a_pattern_that_is_wrong_too_often_retires() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.drafted("PRACTICE").await;
    for number in 0..8 {
        let title = format!("Question {number}");
        scene
            .lena
            .begins(&scene.channel, &title, SAYS_IT_AGAIN)
            .await;
    }
    stage.compares().await;
    for found in suggested(&scene.amara, &scene.cohort.slug).await {
        let decided = decides(&scene.amara, &found, Match::SaysSomethingElse).await;
        assert!(decided.get("errors").is_none(), "{decided}");
    }
    let watch = looks_at(&scene.amara, &it).await["watch"].clone();
    assert_eq!(
        (&watch["dismissed"], &watch["precision"]),
        (&json!(8), &json!(0.0))
    );
    assert!(watch["retiredAt"].is_string(), "{watch}");

    scene
        .lena
        .begins(&scene.channel, "Once more", SAYS_IT_AGAIN)
        .await;
    stage.compares().await;
    assert!(suggested(&scene.amara, &scene.cohort.slug).await.is_empty());
}

#[tokio::test]
async fn another_community_hears_of_what_was_corrected_only_where_it_runs_the_same_program() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    scene.published().await;
    let olga = stage.person("Olga").await;
    let (elsewhere, _) = stage.cohort_of(&[(&olga, Role::Moderator)]).await;
    let lobby = stage.channel(&elsewhere, "lobby", ChannelKind::Mixed).await;
    olga.begins(&lobby, "Our team", &format!("I say: {WRONG}."))
        .await;
    stage.compares().await;
    assert!(suggested(&olga, &elsewhere.slug).await.is_empty());
}

#[tokio::test]
async fn a_thread_with_a_misconception_that_was_confirmed_is_known() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let thread = scene.thread["id"].as_str().unwrap_or_default();
    let thread = thread.parse().expect("an id");
    let known = async || {
        let known = misconceptions::has_misconception(&stage.db().read(), &[thread]).await;
        known.expect("an answer").contains(&thread)
    };
    let it = scene.suspected("PRACTICE").await;
    assert!(!known().await, "it is only suspected");
    done(
        &scene.jonas,
        "confirmMisconception",
        json!({ "misconception": it["id"] }),
    )
    .await;
    assert!(known().await);
}
