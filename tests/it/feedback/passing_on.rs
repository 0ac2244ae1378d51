//! What is late, declined or left behind is asked of somebody else, and nobody waits.
use super::Looking;
use serde_json::{Value, json};
use tests::{Stage, error_of};

/// Four learners with one thing each to give, and what the last is asked for.
async fn four(stage: &Stage) -> (Looking<'_>, Value) {
    let it = Looking::on(stage, &["Noor", "Priya", "Kofi", "Mei"]).await;
    let round = it.opened(json!({ "each": 1, "days": 2 })).await;
    for who in 0..4 {
        it.hands_in(who, &round).await;
    }
    (it, round)
}

/// Who is asked to look at the work of the learner at this place, and where that stands.
async fn asked_for(it: &Looking<'_>, round: &Value, who: usize) -> Vec<(String, String)> {
    let name = &it.learners[who].record.name;
    let ask = "query($id: ID!) { feedbackRound(id: $id) { evidence(first: 20) { edges { node {
        by { name } feedback { state by { name } } } } } } }";
    let answer = it.amara.asks(ask, json!({ "id": round["id"] })).await;
    let edges = answer["data"]["feedbackRound"]["evidence"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}")).iter();
    let own = edges.map(|it| &it["node"]);
    let own = own.filter(|it| it["by"]["name"] == **name);
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    own.flat_map(|it| it["feedback"].as_array().cloned().unwrap_or_default())
        .map(|it| (text(&it["by"]["name"]), text(&it["state"])))
        .collect()
}

fn pair(name: &str, state: &str) -> (String, String) {
    (name.to_owned(), state.to_owned())
}

#[tokio::test]
async fn what_is_late_passes_on_and_who_was_late_may_still_give() {
    let stage = Stage::new().await;
    let (it, round) = four(&stage).await;
    let (noor, priya) = (&it.learners[0], &it.learners[1]);
    assert_eq!(asked_for(&it, &round, 0).await, [pair("Priya", "ASKED")]);
    let late = it.due_of(priya, "Noor").await;
    it.waits(3).await;
    let asked = asked_for(&it, &round, 0).await;
    assert_eq!(asked[0], pair("Priya", "PASSED_ON"));
    assert_eq!(asked[1].1, "ASKED", "somebody else: {asked:?}");
    assert!(it.due(priya).await.iter().all(|it| it["id"] != late["id"]));

    let given = it.gives(priya, &late).await;
    assert_eq!(given["state"], "GIVEN", "late, and it counts");
    let asked = asked_for(&it, &round, 0).await;
    assert_eq!(asked[0], pair("Priya", "GIVEN"));
    assert_eq!(
        asked[1].1, "RELEASED",
        "nobody waits for the other: {asked:?}"
    );
    let own = it.seen(noor, "feedbackRound", &round["id"]).await;
    assert_eq!(own["viewerEvidence"]["state"], "COMPLETE");
}

#[tokio::test]
async fn who_began_to_write_is_not_let_go() {
    let stage = Stage::new().await;
    let (it, round) = four(&stage).await;
    let late = it.due_of(&it.learners[1], "Noor").await;
    it.waits(3).await;
    let next = asked_for(&it, &round, 0).await[1].0.clone();
    let next = it.learners.iter().find(|it| it.record.name == next);
    let next = next.expect("a learner");
    let own = it.due(next).await;
    let own = own.iter().find(|it| it["evidence"]["by"]["name"] == "Noor");
    let evidence = it
        .seen(
            next,
            "evidence",
            &own.expect("it is asked")["evidence"]["id"],
        )
        .await;
    let thread = evidence["thread"]["id"].as_str().unwrap_or_default();
    let draft = json!({ "key": format!("reply:{thread}"), "body": "I think", "version": 0 });
    let kept = crate::prompts::changes(next, "saveDraft", "version", draft).await;
    assert!(kept.get("errors").is_none(), "{kept}");
    it.gives(&it.learners[1], &late).await;
    let asked = asked_for(&it, &round, 0).await;
    assert_eq!(asked[1].1, "ASKED", "they are writing: {asked:?}");
}

#[tokio::test]
async fn who_declines_is_asked_for_it_no_more_and_somebody_else_is() {
    let stage = Stage::new().await;
    let (it, round) = four(&stage).await;
    let priya = &it.learners[1];
    let asked = it.due_of(priya, "Noor").await;
    let no = json!({ "feedback": asked["id"] });
    let declined = it.done(priya, "declineFeedback", no.clone()).await;
    assert_eq!(declined["state"], "DECLINED");
    let again = it.done(priya, "declineFeedback", no).await;
    assert_eq!(again["state"], "DECLINED", "twice is once");
    let asked = asked_for(&it, &round, 0).await;
    let others: Vec<_> = asked.iter().filter(|it| it.0 != "Priya").collect();
    assert_eq!(others.len(), 1, "{asked:?}");
    assert_eq!(others[0].1, "ASKED", "{asked:?}");
}

#[tokio::test]
async fn where_nobody_can_look_who_leads_is_told_and_can_look() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya"]).await;
    let round = it.opened(json!({ "each": 1 })).await;
    let evidence = it.hands_in(0, &round).await;
    stage.keeps_feedback().await;
    assert!(
        it.inbox(&it.amara).await.is_empty(),
        "others may still hand in"
    );
    it.waits(1).await;
    assert_eq!(it.inbox(&it.amara).await, ["FEEDBACK_WITH_NOBODY"]);
    let led = it.seen(&it.amara, "evidence", &evidence["id"]).await;
    assert_eq!(led["withNobodySince"], "2026-01-05T09:00:00+00:00");
    let myself = json!({
        "evidence": evidence["id"], "person": it.amara.record.id.to_string(),
    });
    let asked = it.done(&it.amara, "askForFeedback", myself).await;
    assert!(
        !it.inbox(&it.amara)
            .await
            .contains(&"FEEDBACK_WITH_NOBODY".to_owned())
    );
    it.gives(&it.amara, &asked).await;
    let own = it.seen(&it.learners[0], "evidence", &evidence["id"]).await;
    assert_eq!(own["state"], "COMPLETE");
}

#[tokio::test]
async fn when_a_round_closes_what_lacks_is_shared_out_among_all() {
    let stage = Stage::new().await;
    let it = Looking::on(&stage, &["Noor", "Priya", "Kofi", "Mei"]).await;
    let round = it
        .opened(json!({ "closesAt": "2026-01-07T12:00:00Z" }))
        .await;
    for who in 0..3 {
        it.hands_in(who, &round).await;
    }
    for who in 0..3 {
        for asked in it.due(&it.learners[who]).await {
            it.gives(&it.learners[who], &asked).await;
        }
    }
    let last = it.hands_in(3, &round).await;
    let asked = asked_for(&it, &round, 3).await;
    assert_eq!(
        asked.len(),
        1,
        "all have done their share, and one looks at once"
    );
    it.waits(3).await;
    let closed = it.seen(&it.amara, "feedbackRound", &round["id"]).await;
    assert_eq!(closed["state"], "CLOSED");
    let asked = asked_for(&it, &round, 3).await;
    assert_eq!(
        asked.len(),
        2,
        "and a second once nobody can come: {asked:?}"
    );
    let late = it.submits(0, &round, json!({})).await;
    assert_eq!(error_of(&late).0, "CONFLICT");
    for who in 0..3 {
        for asked in it.due(&it.learners[who]).await {
            it.gives(&it.learners[who], &asked).await;
        }
    }
    let own = it.seen(&it.learners[3], "evidence", &last["id"]).await;
    assert_eq!(own["state"], "COMPLETE");
    let open = json!({ "round": round["id"] });
    let again = it.done(&it.amara, "reopenFeedbackRound", open).await;
    assert_eq!(again["state"], "OPEN");
}

#[tokio::test]
async fn a_round_that_is_taken_back_asks_nobody_for_anything() {
    let stage = Stage::new().await;
    let (it, round) = four(&stage).await;
    let input = json!({ "round": round["id"] });
    let back = it.done(&it.amara, "cancelFeedbackRound", input).await;
    assert_eq!(back["state"], "CANCELLED");
    for who in 0..4 {
        assert!(it.looks_at(who).await.is_empty());
        assert!(it.inbox(&it.learners[who]).await.is_empty());
    }
}
