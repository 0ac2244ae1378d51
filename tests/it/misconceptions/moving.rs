//! A correction goes with its post, wherever moderators put that, and so does who read it.
use super::{CLAIM, Practice, does, done, kinds, looks_at, reads};
use serde_json::{Value, json};
use tests::{Person, Stage};

const PLACE: &str = "query($id: ID!) { thread(id: $id) { id movedTo { id corrections { number } }
    corrections { number claim }
    posts(first: 20) { edges { node { body bodyHtml corrections { holds state } } } } } }";

async fn place(person: &Person<'_>, thread: &Value) -> Value {
    let answer = person.asks(PLACE, json!({ "id": thread["id"] })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["thread"].clone()
}

/// Moves something as Amara; returns the conversation that came of it.
async fn moved(scene: &Practice<'_>, verb: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let change = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ id }} }}");
    let answer = scene.amara.asks(&change, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{verb}: {answer}");
    scene.stage.settle().await;
    answer["data"][verb].clone()
}

/// The conversations in which a member finds something corrected.
async fn corrected(scene: &Practice<'_>) -> Vec<Value> {
    let list = "query($slug: String!) { community(slug: $slug) {
        questions(filter: CORRECTED, first: 9) { edges { node { id } } } } }";
    let slug = json!({ "slug": scene.cohort.slug });
    let answer = scene.priya.asks(list, slug).await;
    let edges = answer["data"]["community"]["questions"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|it| it["node"]["id"].clone()).collect()
}

/// In which conversation somebody's notice of the correction is answered.
async fn leads_to(person: &Person<'_>) -> Value {
    let ask = "{ viewer { notices(first: 20) { edges { node { kind thread { id movedTo { id } } } } } } }";
    let answer = person.asks(ask, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let told = edges
        .iter()
        .find(|it| it["node"]["kind"] == "CORRECTION_TOLD");
    told.unwrap_or_else(|| panic!("{answer}"))["node"]["thread"].clone()
}

#[tokio::test]
async fn a_corrected_post_that_is_merged_keeps_its_correction_and_who_was_told_finds_it() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;
    let into = scene
        .lena
        .wonders(&scene.channel, "Norms", "Who writes them down?")
        .await;
    moved(
        &scene,
        "mergeThreads",
        json!({ "thread": scene.thread["id"], "into": into["id"] }),
    )
    .await;

    for person in [&scene.priya, &scene.lena, &scene.ben, &scene.amara] {
        let name = &person.record.name;
        let post = scene.post_for(person).await;
        assert_eq!(post["corrections"][0]["state"], "STANDS", "{name}: {post}");
        let html = post["bodyHtml"].as_str().unwrap_or_default();
        assert!(html.contains("data-occurrence"), "{name}: {html}");
        let seen = place(person, &into).await;
        assert_eq!(seen["corrections"][0]["claim"], CLAIM, "{name}: {seen}");
        let old = place(person, &scene.thread).await;
        assert_eq!(old["movedTo"]["id"], into["id"], "{name}: {old}");
        assert_eq!(
            old["movedTo"]["corrections"][0]["number"], it["number"],
            "{name}: {old}"
        );
    }
    assert_eq!(corrected(&scene).await, [into["id"].clone()]);

    // Priya was told before; what she was told leads to where it stands now, and she answers it.
    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_TOLD"]);
    let told = leads_to(&scene.priya).await;
    let there = [&told["id"], &told["movedTo"]["id"]];
    assert!(there.contains(&&into["id"]), "{told}");
    let answered = super::acknowledges(&scene.priya, &it, "GOT_IT").await;
    assert!(answered.get("errors").is_none(), "{answered}");
    assert_eq!(
        looks_at(&scene.jonas, &it).await["spread"]["acknowledged"],
        1
    );
}

#[tokio::test]
async fn who_read_it_before_it_was_merged_is_told_and_who_read_the_other_conversation_is_not() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let into = scene
        .amara
        .wonders(&scene.channel, "Norms", "Who writes them down?")
        .await;
    for number in 1..4 {
        scene.amara.posts(&into, &format!("Remark {number}")).await;
    }
    // Lena read all of the other conversation, and never came back to what she asked.
    reads(&scene.lena, &into, 4).await;
    let it = scene.drafted("PRACTICE").await;
    moved(
        &scene,
        "mergeThreads",
        json!({ "thread": scene.thread["id"], "into": into["id"] }),
    )
    .await;
    let about = json!({ "misconception": it["id"], "hours": 24 });
    done(&scene.jonas, "offerToAuthor", about).await;
    stage.clock.advance(chrono::TimeDelta::hours(24));
    stage.corrects().await;

    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_TOLD"]);
    assert_eq!(kinds(&scene.lena).await, Vec::<String>::new());
    assert_eq!(kinds(&scene.ben).await, ["CORRECTION_OFFERED"]);
    let spread = looks_at(&scene.jonas, &it).await["spread"].clone();
    assert_eq!(spread["exposedBefore"], 1, "{spread}");
    assert_eq!(leads_to(&scene.priya).await["id"], into["id"]);
}

#[tokio::test]
async fn a_corrected_post_that_begins_a_conversation_takes_its_correction_with_it() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    scene
        .lena
        .posts(&scene.thread, "And what of norming?")
        .await;
    reads(&scene.lena, &scene.thread, 3).await;
    let it = scene.published().await;
    let split = json!({
        "posts": [scene.post["id"]], "title": "How long to storm", "kind": "DISCUSSION",
        "channel": scene.channel.id.to_string(),
    });
    let begun = moved(&scene, "splitThread", split).await;

    for person in [&scene.priya, &scene.lena, &scene.ben, &scene.amara] {
        let name = &person.record.name;
        let seen = place(person, &begun).await;
        let post = &seen["posts"]["edges"][0]["node"];
        assert_eq!(post["corrections"][0]["state"], "STANDS", "{name}: {seen}");
        let html = post["bodyHtml"].as_str().unwrap_or_default();
        assert!(html.contains("data-occurrence"), "{name}: {html}");
        assert_eq!(
            seen["corrections"][0]["number"], it["number"],
            "{name}: {seen}"
        );
        let left = place(person, &scene.thread).await;
        assert_eq!(left["corrections"], json!([]), "{name}: {left}");
    }
    let told = [&scene.priya, &scene.lena];
    for person in told {
        assert_eq!(kinds(person).await, ["CORRECTION_TOLD"]);
    }
    // Ben revises it where it stands now, and is thanked there.
    scene.revises("From experience: stay in it.").await;
    stage.settle().await;
    let post = scene.post_for(&scene.priya).await;
    assert_eq!(post["corrections"][0]["state"], "REVISED", "{post}");
}

#[tokio::test]
async fn who_read_it_before_it_was_split_off_is_told_and_who_read_on_below_is_not() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.drafted("PRACTICE").await;
    let split = json!({
        "posts": [scene.post["id"]], "title": "How long to storm", "kind": "DISCUSSION",
        "channel": scene.channel.id.to_string(),
    });
    let begun = moved(&scene, "splitThread", split).await;
    // Lena comes to what is left, and not to what was split off.
    reads(&scene.lena, &scene.thread, 2).await;
    let late = does(
        &scene.jonas,
        "offerToAuthor",
        json!({ "misconception": it["id"], "hours": 24 }),
    )
    .await;
    assert!(late.get("errors").is_none(), "{late}");
    stage.clock.advance(chrono::TimeDelta::hours(24));
    stage.corrects().await;

    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_TOLD"]);
    assert_eq!(kinds(&scene.lena).await, Vec::<String>::new());
    assert_eq!(leads_to(&scene.priya).await["id"], begun["id"]);
}
