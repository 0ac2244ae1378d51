//! What people share beside questions.
use super::{asks_for, cohort};
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

async fn shares(person: &Person<'_>, field: &str, input: Value) -> Value {
    let kind = field[..1].to_uppercase() + &field[1..];
    let ask = format!(
        "mutation($input: {kind}Input!) {{ {field}(input: $input) {{ id kind opening {{ id }}
            resource {{ url why usedItCount isReviewDue obsoleteAt }}
            story {{ situation used happened again }} }} }}"
    );
    let answer = person.asks(&ask, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"][field].clone()
}

#[tokio::test]
async fn a_resource_says_why_it_is_useful_and_how_many_used_it() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let channel = it.channel.id.to_string();
    let resource = json!({ "channel": channel, "title": "A checklist", "why": "It is *short*",
        "url": "https://example.org/list", "tags": ["lists"], "nonce": tests::nonce() });
    let shared = shares(&it.priya, "shareResource", resource).await;
    assert_eq!(shared["kind"], "RESOURCE");
    assert_eq!(shared["resource"]["why"], "It is *short*");
    let used = "mutation($input: ReactInput!) { react(input: $input) { id } }";
    let used_it = json!({ "post": shared["opening"]["id"], "kind": "USED_IT", "on": true });
    it.jonas.asks(used, json!({ "input": used_it })).await;
    let list = "query($slug: String!) { community(slug: $slug) {
        resources(first: 5) { edges { node { title resource { url usedItCount } } } }
        stories(first: 5) { edges { node { title } } } } }";
    let listed = it
        .jonas
        .asks(list, json!({ "slug": it.community.slug }))
        .await;
    let listed = &listed["data"]["community"];
    assert_eq!(
        listed["resources"]["edges"],
        json!([{ "node": { "title": "A checklist",
            "resource": { "url": "https://example.org/list", "usedItCount": 1 } } }])
    );
    assert_eq!(listed["stories"]["edges"], json!([]));
    let nothing = json!({ "channel": channel, "title": "x", "why": "x", "nonce": tests::nonce() });
    let (code, _) = error_of(&asks_for(&it.priya, "shareResource", nothing).await);
    assert_eq!(code, "INVALID");
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    let bare = json!({ "channel": channel, "kind": "RESOURCE", "title": "x", "body": "x",
        "nonce": tests::nonce() });
    let (code, _) = error_of(&it.priya.asks(begin, json!({ "input": bare })).await);
    assert_eq!(code, "INVALID");
}

#[tokio::test]
async fn a_story_has_its_parts_and_follows_what_is_done_to_its_post() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let story = json!({ "channel": it.channel.id.to_string(), "title": "The hard talk",
        "situation": "A late project", "used": "The three questions", "happened": "We agreed",
        "again": "Yes, sooner", "nonce": tests::nonce() });
    let told = shares(&it.priya, "tellStory", story).await;
    assert_eq!(
        told["story"],
        json!({ "situation": "A late project", "used": "The three questions",
            "happened": "We agreed", "again": "Yes, sooner" })
    );
    let post = told["opening"]["id"]
        .as_str()
        .expect("an id")
        .parse()
        .expect("an id");
    let hide = channels::HidePost {
        post,
        reason: "too much".to_owned(),
    };
    it.amara.does(hide).await.expect("hidden");
    let ask = "query($id: ID!) { thread(id: $id) { story { situation } } }";
    let seen = it.jonas.asks(ask, json!({ "id": told["id"] })).await;
    assert_eq!(seen["data"]["thread"]["story"], Value::Null);
}
