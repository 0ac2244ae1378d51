//! People leave, take back what they handed in, and what they handed in is hidden.
use super::Looking;
use channels::{HidePost, ShowPost};
use communities::RemoveMember;
use serde_json::{Value, json};
use tests::Stage;

async fn three(stage: &Stage) -> (Looking<'_>, Vec<Value>) {
    let it = Looking::on(stage, &["Noor", "Priya", "Kofi"]).await;
    let round = it.opened(json!({ "each": 1 })).await;
    let mut evidence = Vec::new();
    for who in 0..3 {
        evidence.push(it.hands_in(who, &round).await);
    }
    (it, evidence)
}

#[tokio::test]
async fn what_somebody_leaves_behind_is_asked_of_somebody_else() {
    let stage = Stage::new().await;
    let (it, evidence) = three(&stage).await;
    assert!(it.looks_at(1).await.contains(&"Noor".to_owned()));
    let members = communities::memberships_of(&stage.db().read(), it.learners[1].record.id).await;
    let membership = members.expect("memberships").remove(0).id;
    it.amara
        .does(RemoveMember { membership })
        .await
        .expect("she leaves");
    stage.settle().await;
    assert_eq!(it.looks_at(2).await, ["Noor"], "Kofi looks at it now");
    let noors = it
        .seen(&it.learners[0], "evidence", &evidence[0]["id"])
        .await;
    assert_eq!(noors["state"], "ASKED");
    assert_eq!(
        it.looks_at(0).await,
        ["Kofi"],
        "and nobody at what Priya handed in"
    );
}

#[tokio::test]
async fn what_is_taken_back_waits_for_nobody_and_another_can_be_handed_in() {
    let stage = Stage::new().await;
    let (it, evidence) = three(&stage).await;
    let noor = &it.learners[0];
    let input = json!({ "evidence": evidence[0]["id"] });
    let back = it.done(noor, "withdrawEvidence", input).await;
    assert_eq!(back["state"], "WITHDRAWN");
    assert!(!it.looks_at(1).await.contains(&"Noor".to_owned()));
    let round = evidence[0]["round"].clone();
    let again = it.hands_in(0, &round).await;
    assert_eq!(
        again["state"], "ASKED",
        "somebody looks at the new one at once"
    );
}

#[tokio::test]
async fn nobody_is_asked_to_look_at_what_a_moderator_hides() {
    let stage = Stage::new().await;
    let (it, evidence) = three(&stage).await;
    let ask = "query($id: ID!) { thread(id: $id) { opening { id } } }";
    let thread = json!({ "id": evidence[0]["thread"]["id"] });
    let answer = it.amara.asks(ask, thread).await;
    let post = answer["data"]["thread"]["opening"]["id"].as_str();
    let post = post.expect("an opening").parse().expect("an id");
    let reason = "It names somebody".to_owned();
    it.amara
        .does(HidePost { post, reason })
        .await
        .expect("it is hidden");
    stage.settle().await;
    assert!(!it.looks_at(1).await.contains(&"Noor".to_owned()));
    it.amara.does(ShowPost { post }).await.expect("it is shown");
    stage.settle().await;
    let asked = [it.looks_at(1).await, it.looks_at(2).await].concat();
    assert!(
        asked.contains(&"Noor".to_owned()),
        "somebody is asked again: {asked:?}"
    );
}
