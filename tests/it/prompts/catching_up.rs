//! Who comes late finds what is open for them, and is late for nothing that closed before.
use super::{Asking, answers, changes, due};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage};

const WAY: &str = "query($slug: String!) { community(slug: $slug) { viewerMembership { joinedLate
    catchUp { open { isLate prompt { title } preWork { title } }
        closed { isLate prompt { title isExpected } preWork { title } } sessions { title } } } } }";

async fn way(person: &Person<'_>, slug: &str) -> Value {
    let answer = person.asks(WAY, json!({ "slug": slug })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["community"]["viewerMembership"].clone()
}

#[tokio::test]
async fn who_comes_late_finds_what_is_open_and_is_late_for_nothing() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let (amara, cohort) = (&it.workshop.amara, &it.workshop.cohort);
    let first_day = json!({ "community": cohort.id.to_string(), "startsOn": "2026-01-05",
        "endsOn": "2026-03-05" });
    changes(amara, "updateCommunity", "id", first_day).await;
    it.asked(json!({ "title": "Over", "dueAt": "2026-01-06T12:00:00Z" }))
        .await;
    it.asked(json!({ "title": "Open", "dueAt": "2026-01-20T12:00:00Z" }))
        .await;
    let open = json!({ "community": cohort.id.to_string(), "title": "Chapter 2",
        "note": "Pages 20 to 31." });
    changes(amara, "openPreWork", "id", open).await;
    stage
        .clock
        .advance(TimeDelta::days(7) + TimeDelta::hours(1));
    changes(
        amara,
        "startSession",
        "id",
        json!({ "session": it.session }),
    )
    .await;
    stage.clock.advance(TimeDelta::hours(3));
    changes(
        amara,
        "closeSession",
        "id",
        json!({ "session": it.session }),
    )
    .await;
    stage.clock.advance(TimeDelta::hours(1));
    let noor = stage.person("Noor").await;
    stage.joins(&noor, cohort, Role::Learner).await;

    let hers = way(&noor, &cohort.slug).await;
    let open = json!([{ "isLate": false, "prompt": { "title": "Open" }, "preWork": null },
        { "isLate": false, "prompt": null, "preWork": { "title": "Chapter 2" } }]);
    assert_eq!(hers["joinedLate"], true);
    assert_eq!(hers["catchUp"]["open"], open, "{hers}");
    let closed = json!([{ "isLate": false, "prompt": { "title": "Over", "isExpected": false },
        "preWork": null }]);
    assert_eq!(hers["catchUp"]["closed"], closed);
    assert_eq!(
        hers["catchUp"]["sessions"],
        json!([{ "title": "Listening first" }])
    );
    // What is due at no time is on the list of the day for a week.
    assert_eq!(due(&noor).await, [("Open".to_owned(), false)]);

    let asked = noor.asks(
        "query($slug: String!) { community(slug: $slug) {
        prompts(first: 9) { edges { node { id title } } } } }",
        json!({ "slug": cohort.slug }),
    );
    let asked = asked.await["data"]["community"]["prompts"]["edges"].clone();
    let of = |title: &str| {
        let mut edges = asked.as_array().into_iter().flatten();
        let edge = edges.find(|edge| edge["node"]["title"] == title);
        edge.unwrap_or_else(|| panic!("{asked}"))["node"].clone()
    };
    answers(&noor, &of("Open"), "I would begin with the mailbox").await;
    answers(&noor, &of("Over"), "And this I would have said").await;
    let hers = way(&noor, &cohort.slug).await;
    assert_eq!(hers["catchUp"]["closed"], json!([]), "{hers}");
    assert_eq!(hers["catchUp"]["open"].as_array().map(Vec::len), Some(1));
    let priyas = way(&it.workshop.priya, &cohort.slug).await;
    assert_eq!(
        priyas["catchUp"],
        Value::Null,
        "she was there from the first day"
    );
}
