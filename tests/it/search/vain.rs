//! What is asked and finds nothing, so that somebody may write an answer.
use chrono::TimeDelta;
use communities::{Community, Role};
use kernel::Actor;
use search::SweepAskedInVain;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

async fn misses(person: &Person<'_>, community: &Community, query: &str) -> Value {
    let note =
        "mutation($input: NoteNothingFoundInput!) { noteNothingFound(input: $input) { id } }";
    let input = json!({ "query": query, "community": community.id.to_string() });
    person.asks(note, json!({ "input": input })).await
}

async fn report(person: &Person<'_>, community: &Community) -> Value {
    let ask = "query($in: ID!) { askedInVain(community: $in) { words people } }";
    let answer = person
        .asks(ask, json!({ "in": community.id.to_string() }))
        .await;
    match answer.get("errors") {
        Some(_) => json!(error_of(&answer).0),
        None => answer["data"]["askedInVain"].clone(),
    }
}

#[tokio::test]
async fn moderators_learn_what_three_people_looked_for_and_never_who() {
    let stage = Stage::new().await;
    let (mo, noor, kofi, priya) = (
        stage.person("Mo").await,
        stage.person("Noor").await,
        stage.person("Kofi").await,
        stage.person("Priya").await,
    );
    let all = [
        (&mo, Role::Moderator),
        (&noor, Role::Learner),
        (&kofi, Role::Learner),
        (&priya, Role::Learner),
    ];
    let (cohort, _) = stage.cohort_of(&all).await;
    for query in [
        "Xylophone repair",
        "  xylophone REPAIR from:mo ",
        "xylophone repair",
    ] {
        misses(&noor, &cohort, query).await;
    }
    misses(&kofi, &cohort, "xylophone, repair?").await;
    assert_eq!(
        report(&mo, &cohort).await,
        json!([]),
        "two people are not enough"
    );

    misses(&priya, &cohort, "xylophoné repair").await;
    let told = json!([{ "words": "xylophone repair", "people": 3 }]);
    assert_eq!(report(&mo, &cohort).await, told);
    for person in [&noor, &kofi, &priya] {
        assert_eq!(report(person, &cohort).await, "FORBIDDEN");
        for query in ["call 0172 5550199", "from:priya", "a b c d e f g"] {
            misses(person, &cohort, query).await;
        }
    }
    assert_eq!(
        report(&mo, &cohort).await,
        told,
        "numbers and essays are not kept"
    );

    let forget = "mutation($input: ForgetAskedInVainInput!) {
        forgetAskedInVain(input: $input) { id } }";
    let input = json!({ "community": cohort.id.to_string(), "words": "xylophone repair" });
    let refused = noor.asks(forget, json!({ "input": input })).await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN");
    mo.asks(forget, json!({ "input": input })).await;
    assert_eq!(report(&mo, &cohort).await, json!([]));
}

#[tokio::test]
async fn what_was_asked_elsewhere_or_long_ago_is_not_told() {
    let stage = Stage::new().await;
    let (mo, amara) = (stage.person("Mo").await, stage.person("Amara").await);
    let (members, cohort, _) = stage.learners(["Noor", "Kofi", "Priya"]).await;
    stage.joins(&mo, &cohort, Role::Moderator).await;
    let (other, _) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    for member in &members {
        misses(member, &cohort, "glockenspiel").await;
        let refused = misses(member, &other, "glockenspiel").await;
        assert_eq!(error_of(&refused).0, "NOT_FOUND");
    }
    assert_eq!(report(&amara, &cohort).await, "NOT_FOUND");
    assert_eq!(report(&amara, &other).await, json!([]));
    assert_eq!(report(&mo, &cohort).await[0]["people"], 3);

    stage.clock.advance(TimeDelta::days(91));
    let swept = stage.db().write(Actor::System, SweepAskedInVain).await;
    assert_eq!(swept.expect("swept"), 3);
    assert_eq!(report(&mo, &cohort).await, json!([]));
}
