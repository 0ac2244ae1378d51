//! Closing a session asks everybody to consult a colleague.
use super::{CONSULTATION, Consulting};
use crate::journeys::{Autumn, does, goes_to, step};
use serde_json::{Value, json};
use tests::{Person, Stage};

async fn due(person: &Person<'_>) -> Vec<Value> {
    let ask = format!("{{ consultationsDue {{ {CONSULTATION} }} }}");
    let answer = person.asks(&ask, json!({})).await;
    let due = answer["data"]["consultationsDue"].as_array();
    due.unwrap_or_else(|| panic!("{answer}")).clone()
}

async fn asked_after_a_session(stage: &Stage) -> Autumn<'_> {
    let autumn = Autumn::on(stage).await;
    let consult = json!({ "note": "About {session}", "daysToDo": 10 });
    let after = json!({ "anchor": "SESSION_END", "days": 1 });
    let steps = json!([step("consult", "consult_colleague", consult, after)]);
    let (journey, session) = autumn.travels(steps).await;
    goes_to(stage, "2026-03-26T11:30:00Z");
    for verb in ["startSession", "closeSession"] {
        does(&autumn.amara, verb, json!({ "session": session })).await;
    }
    autumn.lives_until(&journey, "2026-03-27T12:00:00Z").await;
    stage.settle().await;
    autumn
}

#[tokio::test]
async fn closing_a_session_asks_each_learner_and_it_waits_until_it_is_concluded() {
    let stage = Stage::new().await;
    let autumn = asked_after_a_session(&stage).await;
    let waits = due(&autumn.priya).await;
    assert_eq!(due(&autumn.kofi).await.len(), 1);
    assert!(
        due(&autumn.amara).await.is_empty(),
        "facilitators are not asked"
    );
    assert_eq!(waits.len(), 1);
    let mine = &waits[0];
    assert_eq!(
        (&mine["state"], &mine["note"], &mine["session"]["title"]),
        (
            &json!("ASSIGNED"),
            &json!("About Listening first"),
            &json!("Listening first")
        )
    );
    assert_eq!(mine["dueAt"], "2026-04-06T11:00:00+00:00");

    let input = json!({
        "community": autumn.cohort.id.to_string(), "consultation": mine["id"], "nonce": "n",
        "colleague": { "person": autumn.mei.record.id.to_string() }, "question": "How?",
    });
    let answer =
        crate::prompts::changes(&autumn.priya, "consultColleague", "id state", input).await;
    assert_eq!(
        answer["data"]["consultColleague"],
        json!({ "id": mine["id"], "state": "ASKED" }),
        "{answer}"
    );
    assert!(due(&autumn.priya).await.is_empty(), "now Mei is waited for");
    assert_eq!(due(&autumn.mei).await.len(), 2, "her own, and Priya's");
    goes_to(&stage, "2026-04-06T12:00:00Z");
    let late = due(&autumn.kofi).await;
    assert_eq!(late[0]["isLate"], true);
}

#[tokio::test]
async fn what_a_plan_asks_for_stands_in_the_inbox_until_it_is_concluded() {
    let stage = Stage::new().await;
    let autumn = asked_after_a_session(&stage).await;
    let it = Consulting {
        workshop: crate::sessions::Workshop {
            amara: autumn.amara,
            priya: autumn.priya,
            jonas: autumn.kofi,
            cohort: autumn.cohort,
        },
        objective: String::new(),
        stage: &stage,
    };
    let priya = &it.workshop.priya;
    assert_eq!(it.inbox(priya).await, ["CONSULTATION_ASSIGNED"]);
    let mine = due(priya).await.remove(0);
    let mut whom = json!({ "objective": null, "consultation": mine["id"] });
    whom["colleague"] = json!({ "email": "noor@elsewhere.example", "name": "Noor" });
    it.asked(whom).await;
    let token = it.token().await;
    it.confirms(&token, "").await;
    assert_eq!(it.inbox(priya).await, ["CONSULTATION_CONFIRMED"]);
    let change = json!({ "change": "All of it" });
    it.goes_on("concludeConsultation", (&mine, change)).await;
    assert!(it.inbox(priya).await.is_empty());
}

#[tokio::test]
async fn nobody_is_asked_to_consult_about_a_session_that_does_not_take_place() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let cancel = json!({ "session": session, "reason": "snow" });
    crate::prompts::changes(&it.workshop.amara, "cancelSession", "id", cancel).await;
    let session = session.as_str().expect("an id").parse().expect("one");
    let assign = ::consultations::AssignConsultations {
        community: it.workshop.cohort.id,
        session: Some(session),
        people: vec![it.workshop.priya.record.id],
        note: None,
        due_at: None,
        nonce: "plan".to_owned(),
    };
    assert_eq!(stage.does(assign).await.expect("a plan"), 0);
    assert!(due(&it.workshop.priya).await.is_empty());
}
