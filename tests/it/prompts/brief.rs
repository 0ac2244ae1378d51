//! One page for who leads a session, made of what people answered before it.
use super::{Asking, answers};
use communities::Role;
use serde_json::{Value, json};
use tests::Stage;

const BRIEF: &str = "query($id: ID!) { session(id: $id) { brief {
    objectives { objective { statement } prompts { prompt { title } } }
    prompts { prompt { title } answers { body } waitingFor { name } expectedCount }
    disagreements { body } questions { body } openQuestions { title } } } }";

#[tokio::test]
async fn who_leads_a_session_reads_what_people_think_before_it_begins() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let (amara, priya) = (&it.workshop.amara, &it.workshop.priya);
    let noor = stage.person("Noor").await;
    stage.joins(&noor, &it.workshop.cohort, Role::Learner).await;
    let lobby = stage
        .channel(
            &it.workshop.cohort,
            "questions",
            channels::ChannelKind::Questions,
        )
        .await;
    noor.wonders(&lobby, "How long is the break?", "I need to know")
        .await;
    let asked = it.asked(json!({ "answerFirst": true })).await;
    let told = answers(priya, &asked, "We told nobody. Was that wrong?").await;
    answers(&it.workshop.jonas, &asked, "People resist change").await;
    let resisted = amara.asks(
        "query($id: ID!) { thread(id: $id) { posts(first: 9) { edges { node { id body } } } } }",
        json!({ "id": asked["thread"]["id"] }),
    );
    let resisted = resisted.await["data"]["thread"]["posts"]["edges"][2]["node"].clone();
    priya
        .replies(&asked["thread"], Some(&resisted), "Mine did not")
        .await;

    let read = amara.asks(BRIEF, json!({ "id": it.session })).await;
    let brief = &read["data"]["session"]["brief"];
    let hers = priya.asks(BRIEF, json!({ "id": it.session })).await;
    let his = it
        .workshop
        .jonas
        .asks(BRIEF, json!({ "id": it.session }))
        .await;

    assert!(told.get("errors").is_none(), "{told}");
    let page = &brief["prompts"][0];
    let bodies =
        json!([{ "body": "We told nobody. Was that wrong?" }, { "body": "People resist change" }]);
    assert_eq!(page["answers"], bodies, "{read}");
    assert_eq!(
        (&page["waitingFor"], &page["expectedCount"]),
        (&json!([{ "name": "Noor" }]), &json!(2))
    );
    assert_eq!(
        brief["disagreements"],
        json!([{ "body": "People resist change" }])
    );
    assert_eq!(
        brief["questions"],
        json!([{ "body": "We told nobody. Was that wrong?" }])
    );
    assert_eq!(
        brief["openQuestions"],
        json!([{ "title": "How long is the break?" }])
    );
    let aimless =
        json!([{ "objective": null, "prompts": [{ "prompt": { "title": asked["title"] } }] }]);
    assert_eq!(brief["objectives"], aimless);
    for other in [hers, his] {
        assert_eq!(other["data"]["session"]["brief"], Value::Null, "{other}");
    }
}
