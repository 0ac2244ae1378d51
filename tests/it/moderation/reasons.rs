//! Why something waits: what time brings, what resembles a misconception, and what nobody looked at.
use super::{Scene, decides, notices, queue, undoes};
use channels::ChannelKind;
use chrono::TimeDelta;
use communities::UpdateCommunity;
use serde_json::{Value, json};
use tests::{Person, Stage};

const WRONG: &str = "Two seconds are enough";
const AGAIN: &str = "I always say that two seconds are quite enough. Everybody can do it.";

pub async fn asks_for(by: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let change = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ id }} }}");
    let answer = by.asks(&change, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{verb}: {answer}");
    answer["data"][verb].clone()
}

/// Jonas finds what Tomas wrote wrong, and confirms that.
async fn confirmed(scene: &Scene<'_>) -> Value {
    let input = json!({
        "post": scene.post, "passage": { "quote": WRONG }, "claim": WRONG, "severity": "PRACTICE",
    });
    let it = asks_for(&scene.jonas, "suspectMisconception", input).await;
    let about = json!({ "misconception": it["id"] });
    asks_for(&scene.jonas, "confirmMisconception", about).await
}

/// What waits to be checked that reads like this.
pub async fn waiting(of: &Person<'_>, words: &str) -> Option<Value> {
    let items = queue(of, "TO_CHECK").await;
    let reads = |item: &&Value| {
        item["post"]["body"]
            .as_str()
            .is_some_and(|it| it.contains(words))
    };
    items.iter().find(reads).cloned()
}

fn gives(item: &Value, reason: &str) -> bool {
    let reasons = item["reasons"].as_array();
    reasons.is_some_and(|reasons| reasons.iter().any(|it| it == reason))
}

const MATCHES: &str = "query($id: ID!) { node(id: $id) { ... on ModerationItem {
    reasons matches { id score passage isConfirmed misconception { number claim } } } } }";

async fn matches_of(by: &Person<'_>, item: &Value) -> Vec<Value> {
    let answer = by.asks(MATCHES, json!({ "id": item["id"] })).await;
    let matches = answer["data"]["node"]["matches"].as_array();
    matches.unwrap_or_else(|| panic!("{answer}")).clone()
}

/// Dana says it again, elsewhere in the community.
async fn said_again(stage: &Stage, scene: &Scene<'_>) -> Value {
    let channel = stage
        .channel(&scene.community, "second", ChannelKind::Mixed)
        .await;
    scene.dana.begins(&channel, "Waiting", AGAIN).await;
    stage.compares().await;
    stage.settle().await;
    waiting(&scene.jonas, AGAIN).await.expect("it waits")
}

#[tokio::test]
async fn what_resembles_a_misconception_is_decided_in_the_queue_and_that_is_taken_back() {
    for decision in ["CORRECT", "NOTHING"] {
        let stage = Stage::new().await;
        let scene = Scene::of(&stage).await;
        confirmed(&scene).await;
        let item = said_again(&stage, &scene).await;
        assert!(gives(&item, "RESEMBLES_MISCONCEPTION"), "{item}");
        let found = matches_of(&scene.jonas, &item).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0]["misconception"]["claim"], WRONG);
        assert!(found[0]["score"].as_f64().is_some_and(|score| score > 0.5));
        assert_eq!(
            queue(&scene.dana, "TO_CHECK").await,
            Vec::<Value>::new(),
            "nobody else knows"
        );

        let decided = decides(&scene.jonas, &item, decision, json!({})).await;
        assert!(decided.get("errors").is_none(), "{decided}");
        stage.settle().await;
        assert!(waiting(&scene.jonas, AGAIN).await.is_none(), "{decision}");
        assert!(matches_of(&scene.jonas, &item).await.is_empty());

        let undone = undoes(&scene.jonas, &item).await;
        assert!(undone.get("errors").is_none(), "{decision}: {undone}");
        stage.settle().await;
        let again = waiting(&scene.jonas, AGAIN).await.expect("it waits anew");
        assert!(gives(&again, "RESEMBLES_MISCONCEPTION"), "{again}");
        let found = matches_of(&scene.jonas, &again).await;
        assert_eq!(found.len(), 1, "{decision}: the question is open again");
        assert_eq!(found[0]["isConfirmed"], Value::Null);
    }
}

#[tokio::test]
async fn a_suggestion_is_decided_by_itself_and_taken_back_for_half_an_hour() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let it = confirmed(&scene).await;
    let item = said_again(&stage, &scene).await;
    let found = matches_of(&scene.jonas, &item).await.remove(0);
    let places = async || {
        let ask = "query($id: ID!) { node(id: $id) { ... on Misconception { seenCount } } }";
        let answer = scene.jonas.asks(ask, json!({ "id": it["id"] })).await;
        answer["data"]["node"]["seenCount"].as_i64()
    };

    let confirm = json!({ "match": found["id"], "confirmed": true });
    asks_for(&scene.jonas, "decideClaimMatch", confirm.clone()).await;
    stage.settle().await;
    assert_eq!(places().await, Some(2));
    stage.clock.advance(TimeDelta::minutes(29));
    let back = json!({ "match": found["id"] });
    asks_for(&scene.amara, "undoClaimMatch", back.clone()).await;
    stage.settle().await;
    assert_eq!(places().await, Some(1), "the passage went with it");
    let again = waiting(&scene.jonas, AGAIN).await.expect("it waits anew");
    assert!(gives(&again, "RESEMBLES_MISCONCEPTION"), "{again}");

    asks_for(&scene.jonas, "decideClaimMatch", confirm).await;
    stage.clock.advance(TimeDelta::minutes(30));
    let change = "mutation($input: UndoClaimMatchInput!) { undoClaimMatch(input: $input) { id } }";
    let late = scene.jonas.asks(change, json!({ "input": back })).await;
    assert_eq!(tests::error_of(&late).0, "CONFLICT", "{late}");
    let peer = scene.dana.asks(change, json!({ "input": back })).await;
    assert_eq!(tests::error_of(&peer).0, "NOT_FOUND", "{peer}");
}

#[tokio::test]
async fn a_correction_begun_from_the_queue_goes_when_the_decision_is_taken_back() {
    let stage = Stage::new().await;
    let scene = Scene::flagged(&stage).await;
    let item = queue(&scene.jonas, "REPORTED").await.remove(0);
    let it = confirmed(&scene).await;

    let with = json!({ "misconception": it["id"] });
    let decided = decides(&scene.jonas, &item, "CORRECT", with).await;
    assert!(decided.get("errors").is_none(), "{decided}");
    stage.settle().await;
    let undone = undoes(&scene.jonas, &item).await;
    assert!(undone.get("errors").is_none(), "{undone}");

    let ask = "query($id: ID!) { node(id: $id) { ... on Misconception { state } } }";
    let seen = scene.jonas.asks(ask, json!({ "id": it["id"] })).await;
    assert_eq!(seen["data"]["node"]["state"], "REJECTED", "{seen}");
    stage.settle().await;
    assert_eq!(queue(&scene.jonas, "REPORTED").await.len(), 1);
}

#[tokio::test]
async fn an_answer_where_a_misconception_stands_is_looked_at() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let channel = stage
        .channel(&scene.community, "asking", ChannelKind::Questions)
        .await;
    let question = scene.amara.wonders(&channel, "Waiting", "How long?").await;
    let wrong = scene.tomas.posts(&question, WRONG).await["data"]["createPost"].clone();
    let input = json!({
        "post": wrong["id"], "passage": { "quote": WRONG }, "claim": WRONG, "severity": "PRACTICE",
    });
    let it = asks_for(&scene.jonas, "suspectMisconception", input).await;
    let about = json!({ "misconception": it["id"] });
    asks_for(&scene.jonas, "confirmMisconception", about).await;
    scene.dana.posts(&question, "Some say five").await;
    let verify = json!({ "post": wrong["id"] });
    asks_for(&scene.jonas, "verifyAnswer", verify).await;
    stage.settle().await;

    let item = waiting(&scene.jonas, "Some say five")
        .await
        .expect("it waits");
    assert!(gives(&item, "ANSWER_NEAR_MISCONCEPTION"), "{item}");
    decides(&scene.jonas, &item, "NOTHING", json!({})).await;
    stage.settle().await;
    assert!(waiting(&scene.jonas, "Some say five").await.is_none());
}

#[tokio::test]
async fn what_was_verified_waits_when_its_day_has_come_though_nobody_touched_it() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let channel = stage
        .channel(&scene.community, "asking", ChannelKind::Questions)
        .await;
    let question = scene.amara.wonders(&channel, "Waiting", "How long?").await;
    let answer = scene.tomas.posts(&question, "Five seconds").await["data"]["createPost"].clone();
    let due = stage.clock.as_ref();
    let review_at = (kernel::Clock::now(due) + TimeDelta::days(90)).to_rfc3339();
    let verify = json!({ "post": answer["id"], "reviewAt": review_at });
    asks_for(&scene.jonas, "verifyAnswer", verify).await;
    let looks = async || {
        let looked = moderation::look_for_due_reviews(stage.db()).await;
        looked.expect("it is looked for");
        stage.settle().await;
        waiting(&scene.jonas, "Five seconds").await
    };
    stage.settle().await;
    let new = waiting(&scene.jonas, "Five seconds").await;
    if let Some(item) = new {
        decides(&scene.jonas, &item, "NOTHING", json!({})).await;
    }

    stage.clock.advance(TimeDelta::days(89));
    assert!(looks().await.is_none(), "not before its day");
    stage.clock.advance(TimeDelta::days(1));
    let item = looks().await.expect("it waits by time alone");
    assert_eq!(item["reasons"], json!(["REVIEW_DUE"]));
    assert_eq!(looks().await.as_ref(), Some(&item), "and only once");

    decides(&scene.jonas, &item, "NOTHING", json!({})).await;
    assert!(looks().await.is_none(), "it was looked at");
    let still = json!({
        "post": answer["id"],
        "reviewAt": (kernel::Clock::now(due) + TimeDelta::days(30)).to_rfc3339(),
    });
    asks_for(&scene.jonas, "stillTrue", still).await;
    assert!(looks().await.is_none());
    stage.clock.advance(TimeDelta::days(31));
    assert!(looks().await.is_some(), "it is due once more");
}

#[tokio::test]
async fn facilitators_hear_of_the_question_that_waits_for_longer_than_promised() {
    let stage = Stage::new().await;
    let scene = Scene::of(&stage).await;
    let promise = UpdateCommunity {
        community: scene.community.id,
        name: None,
        purpose: None,
        norms: None,
        zone: None,
        starts_on: None,
        ends_on: None,
        nameless_questions: None,
        answer_promise_hours: Some(24),
        norms_html: String::new(),
    };
    stage.does(promise).await.expect("a promise");
    let channel = stage
        .channel(&scene.community, "asking", ChannelKind::Questions)
        .await;
    let question = scene.dana.wonders(&channel, "Waiting", "How long?").await;
    stage.clock.advance(TimeDelta::minutes(1));
    scene.tomas.wonders(&channel, "Later", "And then?").await;
    let tells = async || {
        let told = moderation::tell_of_broken_promises(stage.db()).await;
        told.expect("it is told");
        stage.settle().await;
        notices(&scene.amara, "PROMISE_BROKEN").await
    };
    stage.settle().await;

    stage.clock.advance(TimeDelta::hours(23));
    assert_eq!(tells().await, Vec::<Value>::new(), "it is in time");
    stage.clock.advance(TimeDelta::hours(2));
    let told = tells().await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["title"], "Waiting");
    assert_eq!(tells().await.len(), 1, "each is told once");
    for other in [&scene.dana, &scene.tomas, &scene.eve] {
        assert_eq!(notices(other, "PROMISE_BROKEN").await, Vec::<Value>::new());
    }
    let oldest = "query($slug: String!) { community(slug: $slug) { oldestWaiting { id } } }";
    let slug = json!({ "slug": scene.community.slug });
    let of_amara = scene.amara.asks(oldest, slug.clone()).await;
    assert_eq!(
        of_amara["data"]["community"]["oldestWaiting"]["id"], question["id"],
        "{of_amara}"
    );
    let of_dana = scene.dana.asks(oldest, slug).await;
    assert_eq!(of_dana["data"]["community"]["oldestWaiting"], Value::Null);
}
