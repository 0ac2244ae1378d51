//! One thing is planned around a session, without a template.
use super::{Autumn, does, says, step, tries};
use serde_json::json;
use tests::{Stage, error_of};

#[tokio::test]
async fn a_prompt_is_planned_so_many_days_before_a_session_and_moves_with_it() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let session = autumn.session("2026-03-26T10:00", "2026-03-26T12:00").await;
    let asked = step(
        "ask",
        "post_prompt",
        json!({ "title": "What is in the way?", "body": "One line.", "answerFirst": true,
            "dueDays": -1, "dueAt": "17:00" }),
        json!({ "days": -3, "at": "09:00" }),
    );
    let input = json!({ "session": session, "step": asked });

    let journey = does(&autumn.amara, "planStep", input.clone()).await["id"].clone();
    let planned = autumn.item(&journey, "ask").await;
    let twice = tries(&autumn.amara, "planStep", input).await;
    let parts = json!([{ "starts": "2026-04-02T10:00", "ends": "2026-04-02T12:00" }]);
    let moving = json!({ "session": session, "parts": parts, "reason": "snow" });
    does(&autumn.amara, "rescheduleSession", moving).await;
    let moved = autumn.item(&journey, "ask").await;
    autumn.lives_until(&journey, "2026-03-30T08:00:00Z").await;
    let posted = autumn.item(&journey, "ask").await;

    assert_eq!(planned["dueAt"], "2026-03-23T08:00:00+00:00");
    assert_eq!(
        error_of(&twice),
        ("INVALID".into(), "this is planned already".into())
    );
    assert_eq!(moved["dueAt"], "2026-03-30T07:00:00+00:00");
    assert_eq!(posted["state"], "DONE");
    assert_eq!(posted["prompt"]["dueAt"], "2026-04-01T15:00:00+00:00");
}

#[tokio::test]
async fn what_is_planned_lies_ahead_and_counts_from_the_session() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let session = autumn.session("2026-03-26T10:00", "2026-03-26T12:00").await;
    let past = says("past", json!({ "days": -300, "at": "09:00" }));
    let unknown = step(
        "odd",
        "dance",
        json!({}),
        json!({ "days": -1, "at": "09:00" }),
    );

    for (wrong, field) in [(past, "days"), (unknown, "steps")] {
        let input = json!({ "session": session, "step": wrong });
        let refused = tries(&autumn.amara, "planStep", input).await;
        let named = refused["errors"][0]["extensions"]["field"].as_str();
        assert!(
            named.is_some_and(|named| named.starts_with(field)),
            "{refused}"
        );
    }
    let ahead = says("ahead", json!({ "days": -1, "at": "09:00" }));
    let input = json!({ "session": session, "step": ahead });
    let refused = tries(&autumn.priya, "planStep", input).await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN", "{refused}");
}
