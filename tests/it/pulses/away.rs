//! Who is away is neither asked nor reminded, and hears of it when they are back while it is open.
use super::{PULSE, Pulsing};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::Event;
use pulses::PulseAsked;
use serde_json::json;
use tests::{Person, Stage};

async fn is_away(it: &Pulsing<'_>, person: &Person<'_>, until: Option<DateTime<Utc>>) {
    let away = "mutation($until: DateTime) { setAway(input: { until: $until }) }";
    let said = person.asks(away, json!({ "until": until })).await;
    assert!(said.get("errors").is_none(), "{said}");
    it.stage.settle().await;
}

#[tokio::test]
async fn who_was_to_be_away_until_it_closes_and_is_back_is_asked() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 1).await;
    let priya = &it.workshop.priya;
    is_away(&it, priya, Some(stage.db().now() + TimeDelta::days(30))).await;
    let pulse = it.opened(json!({})).await;
    let before = it.seen(priya, (&pulse, PULSE)).await;
    is_away(&it, priya, None).await;
    it.waits(TimeDelta::hours(1)).await;
    let after = it.seen(priya, (&pulse, PULSE)).await;

    assert_eq!(before["viewerState"], "AWAY", "{before}");
    assert_eq!(after["viewerState"], "WAITING", "{after}");
    assert_eq!(it.facts(PulseAsked::KIND, Some(priya)).await.len(), 1);
}

#[tokio::test]
async fn nobody_is_reminded_while_they_are_away() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let priya = &it.workshop.priya;
    it.opened(json!({ "daysOpen": 14 })).await;
    let told = async || it.facts(PulseAsked::KIND, Some(priya)).await.len();
    assert_eq!(told().await, 1);
    is_away(&it, priya, Some(stage.db().now() + TimeDelta::days(8))).await;
    it.waits(TimeDelta::days(7)).await;
    assert_eq!(told().await, 1, "the first reminder would have come");
    it.waits(TimeDelta::days(2)).await;
    assert_eq!(told().await, 2, "now they are back");
}
