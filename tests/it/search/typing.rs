//! What is suggested while somebody types.
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage};

async fn tags_suggested(person: &Person<'_>, typed: &str) -> Vec<Value> {
    let ask = "query($query: String!) { suggest(query: $query, first: 8) { kind title path } }";
    let answer = person.asks(ask, json!({ "query": typed })).await;
    let suggested = answer["data"]["suggest"].as_array();
    let suggested = suggested.unwrap_or_else(|| panic!("{answer}"));
    let tags = suggested.iter().filter(|it| it["kind"] == "TAG");
    tags.cloned().collect()
}

#[tokio::test]
async fn a_tag_leads_to_what_has_it_and_is_none_for_a_stranger() {
    let stage = Stage::new().await;
    let (priya, eve) = (stage.person("Priya").await, stage.person("Eve").await);
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let (_, other) = stage.cohort_of(&[(&eve, Role::Learner)]).await;
    let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) { id } }";
    for (person, channel, tag) in [
        (&priya, &lobby, "Grosse Runden"),
        (&eve, &other, "grosse Reden"),
    ] {
        let input = json!({
            "channel": channel.id.to_string(), "kind": "DISCUSSION", "title": "Pauses", "body": "How long?",
            "tags": [tag], "nonce": tests::nonce(),
        });
        let begun = person.asks(begin, json!({ "input": input })).await;
        assert!(begun.get("errors").is_none(), "{begun}");
    }
    stage.settle().await;

    for typed in ["gro", "runden gros", "RUN"] {
        let tags = tags_suggested(&priya, typed).await;
        assert_eq!(tags.len(), 1, "{typed}: {tags:?}");
    }
    let tag = tags_suggested(&priya, "gro").await.remove(0);
    let (title, path) = (
        tag["title"].as_str().expect("a title"),
        tag["path"].as_str().expect("a path"),
    );
    assert_eq!(title.to_lowercase(), "grosse runden");
    assert!(path.starts_with("/search?q=tag%3A%22"), "{path}");
    assert!(tags_suggested(&eve, "runden").await.is_empty());
    assert!(tags_suggested(&priya, "reden").await.is_empty());

    let search = "query($query: String!) { search(query: $query, first: 5) { totalCount } }";
    let query = format!("tag:\"{title}\"");
    let found = priya.asks(search, json!({ "query": query })).await;
    assert_eq!(found["data"]["search"]["totalCount"], 1, "{found}");
}

#[tokio::test]
async fn beside_a_conversation_stand_others_about_the_same_that_one_may_read() {
    let stage = Stage::new().await;
    let (priya, eve) = (stage.person("Priya").await, stage.person("Eve").await);
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let (_, other) = stage.cohort_of(&[(&eve, Role::Learner)]).await;
    let read = priya
        .begins(&lobby, "Pauses in a large workshop", "How long?")
        .await;
    priya
        .begins(&lobby, "Longer pauses, better workshops", "Ten seconds.")
        .await;
    priya
        .begins(&lobby, "Inviting sponsors", "By letter.")
        .await;
    eve.begins(&other, "Pauses in a large workshop", "A secret.")
        .await;
    stage.settle().await;

    let ask = "query($id: ID!) { thread(id: $id) { related(first: 5) { title } } }";
    let answer = priya.asks(ask, json!({ "id": read["id"] })).await;
    assert_eq!(
        answer["data"]["thread"]["related"],
        json!([{ "title": "Longer pauses, better workshops" }])
    );
    let refused = eve.asks(ask, json!({ "id": read["id"] })).await;
    assert_eq!(refused["data"]["thread"], Value::Null, "{refused}");
}
