//! Closing a session starts all four ways of going on without anybody teaching.
use super::{Autumn, does, goes_to, step};
use crate::pairings::page;
use serde_json::{Value, json};
use tests::Stage;

fn four() -> Value {
    let after = |days: i64| json!({ "anchor": "SESSION_END", "days": days });
    let check_in =
        json!({ "title": "Two weeks after “{session}”", "questions": "What got in the way?" });
    let soon = json!({ "anchor": "SESSION_END", "minutes": 45 });
    let pairs = json!({ "weeks": 4, "publishAfterDays": 1 });
    json!([
        step("questions", "open_questions", json!({}), soon),
        step("pairs", "pair_people", pairs, after(1)),
        step("colleague", "consult_colleague", json!({}), after(2)),
        step("two-weeks", "open_check_in", check_in, after(14)),
    ])
}

#[tokio::test]
async fn closing_a_session_starts_all_four_by_itself() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let (journey, session) = autumn.travels(four()).await;
    goes_to(&stage, "2026-03-26T11:10:00Z");
    for verb in ["startSession", "closeSession"] {
        does(&autumn.amara, verb, json!({ "session": session })).await;
    }
    // The day after the session is a Friday: Amara has until Monday to look at who is with whom.
    for (day, standing) in [("2026-03-27", "READY"), ("2026-03-30", "PAIRED")] {
        autumn
            .lives_until(&journey, &format!("{day}T12:00:00Z"))
            .await;
        stage.pairs_people().await;
        for person in [&autumn.priya, &autumn.kofi, &autumn.mei] {
            let own = page(person, &autumn.cohort.id.to_string()).await;
            assert_eq!(own["standing"], standing, "{day}: {own}");
        }
    }
    autumn.lives_until(&journey, "2026-04-10T12:00:00Z").await;
    stage.checks_in().await;
    stage.pairs_people().await;

    let items = autumn.items(&journey).await;
    let mut came = Vec::new();
    for item in &items {
        assert_eq!(item["state"], "DONE", "{item}");
        let key = item["step"]["key"].as_str().expect("a key");
        let made = item["made"].as_str().and_then(|id| id.split_once('_'));
        came.push((key, made.map(|(kind, _)| kind)));
    }
    came.sort_unstable();
    let leads_to = [
        ("colleague", None),
        ("pairs", Some("pairing")),
        ("questions", Some("thread")),
        ("two-weeks", Some("checkin")),
    ];
    assert_eq!(came, leads_to, "each leads to what came of it");
    let ask = "query($slug: String!) { community(slug: $slug) { channels { name kind }
        checkIns(filter: ALL, first: 5) { edges { node { title state } } }
        pairingBoard { rounds(first: 5) { edges { node { state } } } }
        consultationCounts { assigned } } }";
    let slug = json!({ "slug": autumn.cohort.slug });
    let answer = autumn.amara.asks(ask, slug).await;
    let seen = &answer["data"]["community"];
    let channels = seen["channels"].as_array().expect("channels").iter();
    let to_ask: Vec<_> = channels.filter(|it| it["kind"] == "QUESTIONS").collect();
    assert_eq!(to_ask[0]["name"], "Questions", "{answer}");
    let check_in = &seen["checkIns"]["edges"][0]["node"];
    assert_eq!(
        *check_in,
        json!({ "title": "Two weeks after “Listening first”", "state": "OPEN" })
    );
    assert_eq!(seen["consultationCounts"], json!([{ "assigned": 3 }]));
    assert_eq!(
        seen["pairingBoard"]["rounds"]["edges"],
        json!([{ "node": { "state": "PUBLISHED" } }]),
        "{answer}"
    );
    let titles = autumn.titles().await;
    assert!(
        titles.contains(&"After “Listening first”: ask here".to_owned()),
        "{titles:?}"
    );
}

#[tokio::test]
async fn a_channel_for_questions_that_is_there_is_not_opened_twice() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    stage
        .channel(&autumn.cohort, "ask", channels::ChannelKind::Questions)
        .await;
    let soon = json!({ "anchor": "SESSION_END", "minutes": 45 });
    let steps = json!([step("questions", "open_questions", json!({}), soon)]);
    let (journey, session) = autumn.travels(steps).await;
    goes_to(&stage, "2026-03-26T11:10:00Z");
    for verb in ["startSession", "closeSession"] {
        does(&autumn.amara, verb, json!({ "session": session })).await;
    }
    autumn.lives_until(&journey, "2026-03-26T12:30:00Z").await;
    let item = autumn.item(&journey, "questions").await;
    assert_eq!(item["state"], "DONE", "{item}");
    let ask = "query($slug: String!) { community(slug: $slug) { channels { kind } } }";
    let answer = autumn
        .amara
        .asks(ask, json!({ "slug": autumn.cohort.slug }))
        .await;
    let channels = answer["data"]["community"]["channels"].as_array();
    let channels = channels.unwrap_or_else(|| panic!("{answer}")).iter();
    assert_eq!(channels.filter(|it| it["kind"] == "QUESTIONS").count(), 1);
}
