//! What each session has by itself, so that nobody has to remember to plan it.
use super::{Autumn, does, goes_to, reminds, says, tries};
use serde_json::{Value, json};
use tests::Stage;

fn after() -> Value {
    json!([says(
        "ask",
        json!({ "anchor": "SESSION_END", "minutes": 45 })
    )])
}

impl Autumn<'_> {
    /// A template that each session of the cohort has.
    async fn for_each(&self, steps: Value) -> Value {
        let input = json!({
            "community": self.cohort.id.to_string(), "name": "Afterwards", "steps": steps,
            "forEachSession": true,
        });
        does(&self.amara, "createJourneyTemplate", input).await["id"].clone()
    }

    /// The journeys of a session.
    async fn journeys(&self, session: &Value) -> Vec<Value> {
        let ask = "query($id: ID!) { node(id: $id) { ... on IltSession { journeys {
            id name appliedBy { name } } } } }";
        let answer = self.amara.asks(ask, json!({ "id": session })).await;
        let journeys = answer["data"]["node"]["journeys"].as_array();
        journeys.unwrap_or_else(|| panic!("{answer}")).clone()
    }

    async fn two_sessions(&self) -> [Value; 2] {
        [
            self.session("2026-03-26T10:00", "2026-03-26T12:00").await,
            self.session("2026-04-02T10:00", "2026-04-02T12:00").await,
        ]
    }
}

#[tokio::test]
async fn each_session_has_it_from_when_it_is_published_and_closing_sets_it_going() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    autumn.for_each(after()).await;
    let [session, next] = autumn.two_sessions().await;
    stage.runs_what_is_due().await;

    let journeys = autumn.journeys(&session).await;
    assert_eq!(journeys.len(), 1, "{journeys:?}");
    assert_eq!(journeys[0]["name"], "Afterwards");
    assert_eq!(journeys[0]["appliedBy"], Value::Null, "nobody had to");
    assert_eq!(autumn.journeys(&next).await.len(), 1);

    goes_to(&stage, "2026-03-26T11:10:00Z");
    for verb in ["startSession", "closeSession"] {
        does(&autumn.amara, verb, json!({ "session": session })).await;
    }
    let journey = &journeys[0]["id"];
    autumn.lives_until(journey, "2026-03-26T12:30:00Z").await;
    assert_eq!(autumn.item(journey, "ask").await["state"], "DONE");
    assert_eq!(autumn.titles().await, ["ask"]);
}

#[tokio::test]
async fn what_was_taken_back_at_a_session_stays_away() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let template = autumn.for_each(after()).await;
    let [session, next] = autumn.two_sessions().await;
    stage.runs_what_is_due().await;
    let journey = autumn.journeys(&session).await[0]["id"].clone();
    does(
        &autumn.amara,
        "withdrawJourney",
        json!({ "journey": journey }),
    )
    .await;

    // Held after all, and the template is touched: both would begin it.
    let why = json!({ "session": session, "reason": "The room burnt down." });
    does(&autumn.amara, "cancelSession", why).await;
    does(
        &autumn.amara,
        "publishSession",
        json!({ "session": session }),
    )
    .await;
    let renamed = json!({ "template": template, "name": "After it" });
    does(&autumn.amara, "updateJourneyTemplate", renamed).await;
    stage.runs_what_is_due().await;
    assert!(autumn.journeys(&session).await.is_empty());
    assert_eq!(autumn.journeys(&next).await.len(), 1, "and once");
}

#[tokio::test]
async fn switched_on_later_it_reaches_the_sessions_that_are_not_over() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let [session, next] = autumn.two_sessions().await;
    let template = autumn.template(after()).await;
    goes_to(&stage, "2026-03-26T11:10:00Z");
    for verb in ["startSession", "closeSession"] {
        does(&autumn.amara, verb, json!({ "session": session })).await;
    }
    stage.runs_what_is_due().await;
    assert!(autumn.journeys(&next).await.is_empty(), "not asked for yet");

    let on = json!({ "template": template, "forEachSession": true });
    does(&autumn.amara, "updateJourneyTemplate", on).await;
    stage.runs_what_is_due().await;
    assert!(autumn.journeys(&session).await.is_empty(), "it was held");
    assert_eq!(autumn.journeys(&next).await.len(), 1);
}

#[tokio::test]
async fn what_counts_from_no_session_is_not_for_each() {
    let stage = Stage::new().await;
    let autumn = Autumn::on(&stage).await;
    let input = json!({
        "community": autumn.cohort.id.to_string(), "name": "Welcome", "forEachSession": true,
        "steps": [reminds("hello", json!({ "anchor": "ENROLMENT", "days": 1 }))],
    });
    let answer = tries(&autumn.amara, "createJourneyTemplate", input).await;
    let error = &answer["errors"][0];
    assert_eq!(error["extensions"]["field"], "forEachSession", "{answer}");
    assert_eq!(error["message"], "no step counts from a session");
}

#[tokio::test]
async fn a_cohort_is_founded_with_what_follows_its_sessions_or_not_at_all() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let founded = |steps: Value| {
        json!({
            "kind": "COHORT", "name": "Press, late shift", "purpose": "To learn the press.",
            "zone": "Europe/Berlin", "eachSession": { "name": "Afterwards", "steps": steps },
        })
    };
    let welcome = json!([reminds(
        "hello",
        json!({ "anchor": "ENROLMENT", "days": 1 })
    )]);
    let refused = tries(&ines, "createCommunity", founded(welcome)).await;
    assert_eq!(
        refused["errors"][0]["extensions"]["field"], "forEachSession",
        "{refused}"
    );

    // Nothing was left of the first try: the address is free.
    does(&ines, "createCommunity", founded(after())).await;
    let ask = "{ community(slug: \"press-late-shift\") { journeyTemplates {
        name forEachSession steps { key } } } }";
    let answer = ines.asks(ask, Value::Null).await;
    let template =
        json!({ "name": "Afterwards", "forEachSession": true, "steps": [{ "key": "ask" }] });
    assert_eq!(
        answer["data"]["community"]["journeyTemplates"],
        json!([template]),
        "{answer}"
    );
}
