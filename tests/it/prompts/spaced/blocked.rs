//! What cannot be asked: it is tried for some days, given up with a reason, and never asked all at once.
use super::super::Asking;
use super::{asked, days, lives_until};
use channels::ArchiveChannel;
use communities::{ArchiveCommunity, RestoreCommunity};
use serde_json::{Value, json};
use tests::Stage;

async fn lives_through(stage: &Stage, days: std::ops::RangeInclusive<u32>) {
    for day in days {
        lives_until(stage, &format!("2026-01-{day}T10:00:00Z")).await;
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_given_up_in_words_and_the_rest_comes_on_its_days() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let (amara, priya) = (&it.workshop.amara, &it.workshop.priya);
    let series = it.spaced(json!({})).await;
    let closes = async |archived: bool| {
        let channel = it.channel.id;
        let close = ArchiveChannel { channel, archived };
        stage.does(close).await.expect("a channel");
    };
    closes(true).await;
    lives_through(&stage, 13..=13).await;
    let tried = it.series(amara, &series).await["questions"][0].clone();
    lives_through(&stage, 14..=15).await;
    closes(false).await;
    lives_through(&stage, 16..=19).await;
    let seen = it.series(amara, &series).await;
    let of_priya = it.series(priya, &series).await["questions"][0].clone();

    assert_eq!(
        tried["givenUpAt"],
        Value::Null,
        "it is tried again: {tried}"
    );
    assert!(tried["problem"].as_str().is_some(), "{tried}");
    let first = &seen["questions"][0];
    assert!(first["givenUpAt"].is_string(), "{first}");
    assert_eq!(first["prompt"], Value::Null);
    let words = first["problem"].as_str().expect("a reason");
    assert!(words.contains("archived"), "{words}");
    assert_eq!(of_priya["problem"], Value::Null, "for those who lead");
    assert_eq!((asked(&seen), &seen["state"]), (2, &json!("DONE")));
    let second = &seen["questions"][1];
    assert_eq!(second["problem"], Value::Null, "it worked in the end");
    assert_eq!(days(&seen)[1..], ["2026-01-16", "2026-01-19"]);

    // Amara words it anew: it comes on the next day.
    let anew = json!({ "position": 0, "title": "The four steps" });
    let anew = it.on_series("updateSpacedQuestion", &series, anew).await;
    assert!(anew.get("errors").is_none(), "{anew}");
    lives_through(&stage, 20..=20).await;
    assert_eq!(asked(&it.series(amara, &series).await), 3);
}

#[tokio::test]
async fn nothing_is_asked_or_tried_again_in_a_community_that_is_archived() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let community = it.workshop.cohort.id;
    let series = it.spaced(json!({})).await;
    let archive = ArchiveCommunity { community };
    stage.does(archive).await.expect("an archive");
    lives_through(&stage, 13..=16).await;
    let rested = it.series(&it.workshop.amara, &series).await;
    let restore = RestoreCommunity { community };
    stage.does(restore).await.expect("a community");
    lives_through(&stage, 17..=20).await;
    let seen = it.series(&it.workshop.amara, &series).await;

    let given_up = |seen: &Value, at: usize| seen["questions"][at]["givenUpAt"].is_string();
    assert!(given_up(&rested, 0) && given_up(&rested, 1), "{rested}");
    assert_eq!(asked(&rested), 0);
    assert_eq!(asked(&seen), 1, "only what comes on its day: {seen}");
    assert!(seen["questions"][2]["prompt"].is_object());
}
