//! Giving feedback: words in the conversation, and marks beside them.
use super::{FEEDBACK, Looking};
use crate::prompts::changes;
use serde_json::{Value, json};
use tests::{Stage, error_of, nonce};

#[tokio::test]
async fn feedback_is_a_reply_with_marks_that_few_read() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya", "Kofi", "Mei"]).await;
    let (noor, priya, mei) = (&it.learners[0], &it.learners[1], &it.learners[3]);
    let round = it.opened(json!({ "each": 1 })).await;
    let evidence = it.hands_in(0, &round).await;
    it.hands_in(1, &round).await;
    let asked = it.due(priya).await.remove(0);
    assert_eq!(
        asked["viewerCan"],
        json!({ "give": true, "decline": true, "mark": false })
    );
    let given = it.gives(priya, &asked).await;
    assert_eq!(
        (&given["state"], &given["marks"]),
        (&json!("GIVEN"), &json!([2, null]))
    );

    let own = it.seen(noor, "evidence", &evidence["id"]).await;
    assert_eq!(own["state"], "COMPLETE");
    assert_eq!(own["feedback"][0]["marks"], json!([2, null]));
    assert_eq!(
        own["feedback"][0]["post"]["body"],
        "You waited. That helped."
    );
    assert_eq!(own["feedback"][0]["by"]["name"], "Priya");
    let led = it.seen(&it.amara, "evidence", &evidence["id"]).await;
    assert_eq!(led["feedback"][0]["marks"], json!([2, null]));
    assert_eq!(it.seen(mei, "evidence", &evidence["id"]).await, Value::Null);
    assert_eq!(it.seen(mei, "feedback", &asked["id"]).await, Value::Null);

    let thread =
        "query($id: ID!) { thread(id: $id) { posts(first: 5) { edges { node { body } } } } }";
    let read = mei
        .asks(thread, json!({ "id": evidence["thread"]["id"] }))
        .await;
    let posts = &read["data"]["thread"]["posts"]["edges"];
    assert_eq!(
        posts[1]["node"]["body"], "You waited. That helped.",
        "the words are open"
    );

    let anew = json!({ "feedback": asked["id"], "marks": [1, 1] });
    let marked = it.done(priya, "markFeedback", anew).await;
    assert_eq!(marked["marks"], json!([1, 1]));
}

#[tokio::test]
async fn what_is_given_twice_is_given_once() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let priya = &it.learners[1];
    let round = it.opened(json!({})).await;
    let word = nonce();
    let submit = json!({ "nonce": word });
    let first = it.submits(0, &round, submit.clone()).await;
    let again = it.submits(0, &round, submit).await;
    assert_eq!(
        first["data"]["submitEvidence"]["id"], again["data"]["submitEvidence"]["id"],
        "{again}"
    );
    it.hands_in(1, &round).await;
    let asked = it.due(priya).await.remove(0);
    let input = json!({
        "feedback": asked["id"], "marks": [0, 1], "body": "I saw it", "nonce": nonce(),
    });
    let first = changes(priya, "giveFeedback", FEEDBACK, input.clone()).await;
    let again = changes(priya, "giveFeedback", FEEDBACK, input.clone()).await;
    assert_eq!(first["data"], again["data"], "{again}");
    let mut other = input;
    other["nonce"] = json!(nonce());
    let other = changes(priya, "giveFeedback", FEEDBACK, other).await;
    assert_eq!(error_of(&other).0, "CONFLICT", "{other}");
}

#[tokio::test]
async fn feedback_that_waits_for_a_moderator_shows_when_it_is_let_out() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let (noor, priya) = (&it.learners[0], &it.learners[1]);
    let round = it.opened(json!({ "each": 1 })).await;
    let evidence = it.hands_in(0, &round).await;
    it.hands_in(1, &round).await;
    let careful = json!({ "channel": it.channel.id.to_string(), "premoderation": "ALL_ANSWERS" });
    let answer = changes(&it.amara, "updateChannel", "id", careful).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    let asked = it.due(priya).await.remove(0);
    let given = it.gives(priya, &asked).await;
    assert_eq!(given["state"], "GIVEN");
    let own = it.seen(noor, "evidence", &evidence["id"]).await;
    assert_eq!(own["feedback"], json!([]), "neither words nor marks");
    assert!(
        !it.inbox(noor)
            .await
            .contains(&"FEEDBACK_RECEIVED".to_owned())
    );

    let posts = channels::held_in(&stage.db().read(), &[it.cohort.id])
        .await
        .expect("posts");
    let let_out = channels::ApprovePost {
        post: posts[0].post,
    };
    it.amara.does(let_out).await.expect("it is let out");
    stage.settle().await;
    stage.settle().await;
    let own = it.seen(noor, "evidence", &evidence["id"]).await;
    assert_eq!(own["feedback"][0]["marks"], json!([2, null]));
    assert!(
        it.inbox(noor)
            .await
            .contains(&"FEEDBACK_RECEIVED".to_owned())
    );
}

#[tokio::test]
async fn an_own_story_is_handed_in_as_it_stands() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let round = it.opened(json!({})).await;
    let story = json!({
        "channel": it.channel.id.to_string(), "title": "It went well", "situation": "A new team",
        "used": "I asked first", "happened": "They spoke", "again": "Yes", "nonce": nonce(),
    });
    let told = changes(&it.learners[0], "tellStory", "id", story).await;
    let thread = &told["data"]["tellStory"]["id"];
    let own = json!({ "thread": thread, "title": null, "body": null });
    let answer = it.submits(0, &round, own.clone()).await;
    let evidence = &answer["data"]["submitEvidence"];
    assert_eq!(evidence["thread"]["kind"], "STORY", "{answer}");
    let others = it.submits(1, &round, own).await;
    assert_eq!(error_of(&others).0, "INVALID", "it is not theirs: {others}");
}
