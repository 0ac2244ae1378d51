//! The days on which a survey can be asked.
use super::{PULSE, Pulsing};
use crate::prompts::changes;
use serde_json::json;
use tests::{Stage, error_of};

#[tokio::test]
async fn what_came_of_a_session_is_asked_two_to_four_weeks_after_it() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let after =
        |days: i64| json!({ "session": session, "opensAt": null, "daysAfterSession": days });
    for days in [3, 13, 29] {
        let refused = it.defines(after(days)).await;
        let field = &refused["errors"][0]["extensions"]["field"];
        assert_eq!(field, "daysAfterSession", "{refused}");
    }
    let last = it.defined(after(28)).await;
    assert_eq!(last["opensAt"], "2026-02-09T09:00:00+00:00", "{last}");
}

#[tokio::test]
async fn a_day_that_somebody_says_is_held_to_the_weeks_in_which_it_shows_what_came_of_a_session() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone(); // on 12 January
    let on = |day: &str| json!({ "session": session, "opensAt": format!("{day}T09:00:00Z") });
    for day in ["2026-01-10", "2026-01-25", "2026-02-10"] {
        let refused = it.defines(on(day)).await;
        assert_eq!(
            error_of(&refused),
            (
                "INVALID".to_owned(),
                "14 to 28 days after the session".to_owned()
            ),
            "{refused}"
        );
        let field = &refused["errors"][0]["extensions"]["field"];
        assert_eq!(field, "opensAt", "{refused}");
    }
    it.defined(on("2026-01-26")).await;
    let pulse = it.defined(on("2026-02-09")).await;

    let amara = &it.workshop.amara;
    let moves = |day: &str| json!({ "pulse": pulse["id"], "opensAt": format!("{day}T09:00:00Z") });
    let refused = changes(amara, "updatePulse", PULSE, moves("2026-02-10")).await;
    let moved = changes(amara, "updatePulse", PULSE, moves("2026-02-02")).await;
    assert_eq!(error_of(&refused).1, "14 to 28 days after the session");
    assert_eq!(
        moved["data"]["updatePulse"]["opensAt"], "2026-02-02T09:00:00+00:00",
        "{moved}"
    );
    // Where people began is asked before it.
    let mut baseline = on("2026-01-08");
    baseline["kind"] = json!("BASELINE");
    it.defined(baseline).await;
}

#[tokio::test]
async fn it_is_moved_two_years_ahead_at_most() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let pulse = it.defined(json!({})).await;
    let moves = async |opens: &str| {
        let input = json!({ "pulse": pulse["id"], "opensAt": opens });
        changes(&it.workshop.amara, "updatePulse", "opensAt", input).await
    };
    let refused = moves("2028-01-05T09:00:01Z").await;
    let moved = moves("2028-01-05T09:00:00Z").await;

    assert_eq!(
        refused["errors"][0]["extensions"]["field"], "opensAt",
        "{refused}"
    );
    let opens = &moved["data"]["updatePulse"]["opensAt"];
    assert_eq!(opens, "2028-01-05T09:00:00+00:00", "{moved}");
}
