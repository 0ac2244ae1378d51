//! What was asked before: found among everything else that is said, and within reach of who asks.
use super::{asks, asks_for, cohort, does};
use channels::ChannelKind;
use communities::Role;
use serde_json::json;
use tests::Stage;

#[tokio::test]
async fn a_question_is_found_however_much_is_said_about_the_same() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let title = "Telling the sponsor about delays";
    for _ in 0..60 {
        it.priya.begins(&it.channel, title, title).await;
    }
    let question = json!({ "title": "Telling a sponsor of the delays" });
    asks(&it.jonas, &it.channel, question).await;
    stage.settle().await;

    let similar = "query($community: ID!) { similarQuestions(community: $community,
        title: \"telling sponsor delays\", first: 5) { title } }";
    let of = json!({ "community": it.community.id.to_string() });
    let found = it.jonas.asks(similar, of).await;
    assert_eq!(
        found["data"]["similarQuestions"],
        json!([{ "title": "Telling a sponsor of the delays" }]),
        "{found}"
    );
}

#[tokio::test]
async fn a_question_leads_to_no_other_that_its_readers_may_not_see() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let other = stage.cohort("Another cohort").await;
    let there = stage.channel(&other, "lobby", ChannelKind::Mixed).await;
    stage.joins(&it.amara, &other, Role::Facilitator).await;
    let theirs = asks(&it.amara, &there, json!({ "title": "Who tells them" })).await;
    let ours = asks(&it.priya, &it.channel, json!({})).await;
    let close = json!({ "thread": ours["id"], "of": theirs["id"] });
    let refused = asks_for(&it.amara, "closeAsDuplicate", close.clone()).await;
    for person in [&it.priya, &it.jonas, &it.noor] {
        stage.joins(person, &other, Role::Learner).await;
    }
    let closed = does(&it.amara, "closeAsDuplicate", close).await;

    let said = &refused["errors"][0]["extensions"];
    assert_eq!(
        (&said["code"], &said["field"]),
        (&json!("INVALID"), &json!("of")),
        "{refused}"
    );
    assert!(said["hint"].is_string());
    assert_eq!(closed["duplicateOf"]["id"], theirs["id"], "all may read it");
}
