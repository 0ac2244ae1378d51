//! Who was told of a correction that was corrected itself hears of it again, and only then.
use super::{Practice, acknowledges, does, done, draft, kinds, looks_at};
use chrono::TimeDelta;
use serde_json::json;
use tests::Stage;

#[tokio::test]
async fn who_was_told_of_the_first_wording_hears_of_the_second() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;
    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_TOLD"]);
    acknowledges(&scene.priya, &it, "GOT_IT").await;
    let about = json!({ "misconception": it["id"] });
    done(&scene.amara, "undoCorrection", about).await;
    let mut anew = draft(&it, "PRACTICE");
    anew["holds"] = json!("Stay in it for as long as it takes, and name it.");
    let drafted = does(&scene.jonas, "draftCorrection", anew).await;
    assert!(drafted.get("errors").is_none(), "{drafted}");
    let offer = json!({ "misconception": it["id"], "hours": 1 });
    done(&scene.jonas, "offerToAuthor", offer).await;
    stage.clock.advance(TimeDelta::hours(1));
    stage.corrects().await;

    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_TOLD"]);
    let seen = looks_at(&scene.priya, &it).await;
    assert!(seen.to_string().contains("and name it"), "{seen}");
    let answered = acknowledges(&scene.priya, &it, "GOT_IT").await;
    assert!(answered.get("errors").is_none(), "asked anew: {answered}");
}
