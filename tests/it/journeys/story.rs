//! The whole way of one session, told with a clock that goes as the test says.
use super::{Autumn, does, instant_of, reminds, says, step};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::Stage;

fn template() -> Value {
    let prompt = json!({
        "title": "A talk that went wrong", "body": "Before {session}: what did you not hear?",
        "answerFirst": true, "minutes": 10, "dueDays": -1, "dueAt": "18:00",
    });
    let book = json!({ "title": "Read chapter 2", "note": "Pages 20 to 31.", "dueDays": -2, "dueAt": "12:00" });
    let recap = json!({ "body": "What will you try until next time?" });
    let after = |rest: Value| {
        let mut when = json!({ "anchor": "SESSION_END" });
        for (field, value) in rest.as_object().into_iter().flatten() {
            when[field] = value.clone();
        }
        when
    };
    json!([
        step(
            "prompt",
            "post_prompt",
            prompt,
            json!({ "days": -7, "at": "09:00" })
        ),
        step(
            "book",
            "open_pre_work",
            book,
            json!({ "days": -4, "unit": "WORKING", "at": "08:30" })
        ),
        reminds(
            "nudge",
            json!({ "anchor": "STEP", "after": "prompt", "days": 3, "unit": "WORKING", "at": "16:00",
                "condition": "NOT_ANSWERED", "about": "prompt" }),
        ),
        says("tomorrow", json!({ "days": -1, "at": "17:00" })),
        reminds("hour", json!({ "minutes": -60 })),
        step(
            "recap",
            "recap_thread",
            recap,
            after(json!({ "minutes": 30 }))
        ),
        reminds(
            "missed",
            after(json!({ "days": 1, "at": "09:00", "condition": "MISSED" }))
        ),
        says("later", after(json!({ "days": 14, "at": "09:00" }))),
    ])
}

/// When each step happened, or is due.
fn times(items: &[Value], field: &str) -> BTreeMap<String, String> {
    let time = |item: &Value| {
        let key = item["step"]["key"].as_str()?.to_owned();
        Some((key, item[field].as_str()?.to_owned()))
    };
    items.iter().filter_map(time).collect()
}

/// Whom each reminder reached: one line for each fact in the log.
async fn reminded(stage: &Stage) -> Vec<(String, String)> {
    let facts = kernel::facts_after(&stage.db().read(), kernel::Cursor::default(), 100_000).await;
    let facts = facts.expect("the log");
    let told = facts
        .iter()
        .filter_map(kernel::Fact::as_event::<journeys::Reminded>);
    told.map(|fact| (fact.text, fact.person.to_string()))
        .collect()
}

#[tokio::test]
async fn a_session_takes_its_journey_along_across_a_change_of_clocks() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let Autumn {
        amara, priya, kofi, ..
    } = &autumn;
    let session = autumn.session("2026-03-26T10:00", "2026-03-26T12:00").await;
    let template = autumn.template(template()).await;

    // What will happen is known before anything does.
    let foreseen = autumn.foresees(&template, &session).await;
    let journey = autumn.applies(&template, &session).await;
    let items = autumn.items(&journey).await;
    assert_eq!(times(&items, "dueAt"), times(&foreseen, "dueAt"));
    let expected = [
        ("prompt", "2026-03-19T08:00:00+00:00"),
        ("book", "2026-03-20T07:30:00+00:00"),
        ("nudge", "2026-03-24T15:00:00+00:00"),
        ("tomorrow", "2026-03-25T16:00:00+00:00"),
        ("hour", "2026-03-26T08:00:00+00:00"),
        ("recap", "2026-03-26T11:30:00+00:00"),
        ("missed", "2026-03-27T08:00:00+00:00"),
        ("later", "2026-04-09T07:00:00+00:00"),
    ];
    let foretold: Vec<_> = foreseen
        .iter()
        .map(|it| {
            (
                it["step"]["key"].as_str().unwrap_or_default(),
                it["dueAt"].as_str().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(foretold, expected);
    assert!(
        foreseen.iter().all(|it| it["problem"].is_null()),
        "{foreseen:?}"
    );
    assert_eq!(
        foreseen[0]["body"],
        "Before Listening first: what did you not hear?"
    );

    autumn.lives_until(&journey, "2026-03-20T09:00:00Z").await;
    let posted = autumn.item(&journey, "prompt").await;
    assert_eq!(
        (&posted["state"], &posted["doneAt"]),
        (&json!("DONE"), &posted["dueAt"])
    );
    let prompt = &posted["prompt"];
    priya
        .posts(&posted["thread"], "I prepared my answer while she spoke.")
        .await;
    let book = autumn.item(&journey, "book").await["preWork"].clone();
    assert_eq!(prompt["dueAt"], "2026-03-25T17:00:00+00:00");
    assert_eq!(book["dueAt"], "2026-03-24T11:00:00+00:00");

    // Six days later, and the clocks have changed in between.
    let parts = json!([{ "starts": "2026-04-01T10:00", "ends": "2026-04-01T12:00" }]);
    let mut input = json!({ "session": session, "parts": parts, "reason": "The room is taken", "dryRun": true });
    let asked = does(amara, "rescheduleSession", input.clone()).await;
    assert_eq!(asked["session"]["startsAt"], "2026-03-26T09:00:00+00:00");
    let dues = json!([
        { "title": "Read chapter 2", "from": book["dueAt"], "to": "2026-03-30T10:00:00+00:00" },
        { "title": "A talk that went wrong", "from": prompt["dueAt"], "to": "2026-03-31T16:00:00+00:00" },
    ]);
    assert_eq!(asked["dues"], dues, "what is asked already follows");
    assert_eq!(autumn.items(&journey).await.len(), items.len());
    assert_eq!(
        times(&autumn.items(&journey).await, "dueAt"),
        times(&items, "dueAt")
    );
    input["dryRun"] = json!(false);
    let moved = does(amara, "rescheduleSession", input).await;
    assert_eq!(moved["session"]["startsAt"], "2026-04-01T08:00:00+00:00");
    assert_eq!(moved["moves"], asked["moves"]);
    let happened = asked["happened"].as_array().expect("what happened");
    assert_eq!(
        happened.len(),
        2,
        "the prompt and the book stay as they happened"
    );
    let expected = BTreeMap::from(
        [
            ("prompt", "2026-03-19T08:00:00+00:00"),
            ("book", "2026-03-20T07:30:00+00:00"),
            ("nudge", "2026-03-30T14:00:00+00:00"),
            ("tomorrow", "2026-03-31T15:00:00+00:00"),
            ("hour", "2026-04-01T07:00:00+00:00"),
            ("recap", "2026-04-01T10:30:00+00:00"),
            ("missed", "2026-04-02T07:00:00+00:00"),
            ("later", "2026-04-15T07:00:00+00:00"),
        ]
        .map(|(key, at)| (key.to_owned(), at.to_owned())),
    );
    assert_eq!(times(&autumn.items(&journey).await, "dueAt"), expected);
    let [prompt, book] = ["prompt", "book"].map(|key| autumn.item(&journey, key));
    assert_eq!(prompt.await["prompt"]["dueAt"], "2026-03-31T16:00:00+00:00");
    assert_eq!(book.await["preWork"]["dueAt"], "2026-03-30T10:00:00+00:00");

    // The session comes and goes; what follows it waits until it is closed.
    autumn.lives_until(&journey, "2026-04-01T08:00:00Z").await;
    does(amara, "startSession", json!({ "session": session })).await;
    autumn.lives_until(&journey, "2026-04-01T10:10:00Z").await;
    assert_eq!(autumn.item(&journey, "recap").await["state"], "WAITING");
    let part = part_of(&autumn, &session).await;
    let marks = [
        ("PRESENT", priya),
        ("ABSENT", kofi),
        ("PRESENT", &autumn.mei),
    ]
    .map(|(state, person)| json!({ "person": person.record.id.to_string(), "state": state }));
    does(
        amara,
        "recordAttendance",
        json!({ "part": part, "marks": marks }),
    )
    .await;
    does(amara, "closeSession", json!({ "session": session })).await;
    autumn.lives_until(&journey, "2026-04-16T00:00:00Z").await;

    // Everything happened once, to the second as it was foretold.
    let items = autumn.items(&journey).await;
    assert_eq!(times(&items, "doneAt"), expected);
    let titles = autumn.titles().await;
    let once: BTreeSet<&String> = titles.iter().collect();
    assert_eq!(once.len(), titles.len(), "{titles:?}");
    for title in [
        "A talk that went wrong",
        "tomorrow",
        "Listening first: what we take with us",
        "later",
    ] {
        assert!(titles.iter().any(|it| it == title), "{title} in {titles:?}");
    }
    let mut told = reminded(&stage).await;
    told.sort();
    let id = |person: &tests::Person<'_>| person.record.id.to_string();
    let mut expected = vec![
        ("nudge".to_owned(), id(kofi)),
        ("nudge".to_owned(), id(&autumn.mei)),
        ("hour".to_owned(), id(priya)),
        ("hour".to_owned(), id(kofi)),
        ("hour".to_owned(), id(&autumn.mei)),
        ("missed".to_owned(), id(kofi)),
    ];
    expected.sort();
    assert_eq!(told, expected);
    assert!(
        items
            .iter()
            .all(|item| instant_of(&item["doneAt"]) == instant_of(&item["dueAt"]))
    );
}

async fn part_of(autumn: &Autumn<'_>, session: &Value) -> Value {
    let ask = "query($id: ID!) { node(id: $id) { ... on IltSession { parts { id } } } }";
    let answer = autumn.amara.asks(ask, json!({ "id": session })).await;
    answer["data"]["node"]["parts"][0]["id"].clone()
}
