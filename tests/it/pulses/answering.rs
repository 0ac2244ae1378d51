//! Answering, and what is kept of it.
use super::{PULSE, Pulsing, RESULTS, all};
use crate::prompts::changes;
use chrono::TimeDelta;
use kernel::Event;
use pulses::{News, PulseAnswered, PulseChanged};
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn it_is_answered_once_as_a_whole_and_while_it_is_open() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let priya = &it.workshop.priya;
    let pulse = it.defined(json!({})).await;
    let early = it.answers(priya, &pulse, all(&pulse, 2)).await;
    it.waits(TimeDelta::hours(1)).await;

    let mut twice = all(&pulse, 1);
    let first = twice[0].clone();
    twice.as_array_mut().expect("answers").push(first);
    let wrong = [
        ("a step beyond the scale", all(&pulse, 5)),
        ("a step below it", all(&pulse, -1)),
        ("a scale left out", json!([])),
        ("a question answered twice", twice),
    ];
    for (what, answers) in wrong {
        let refused = it.answers(priya, &pulse, answers).await;
        assert_eq!(error_of(&refused).0, "INVALID", "{what}: {refused}");
    }
    let another = it.defined(json!({})).await;
    let refused = it.answers(priya, &pulse, all(&another, 1)).await;
    assert_eq!(
        error_of(&refused).0,
        "INVALID",
        "questions of another pulse"
    );

    it.answered(priya, &pulse, 3).await;
    let again = it.answers(priya, &pulse, all(&pulse, 1)).await;
    let not_asked = it.answers(&it.workshop.jonas, &pulse, all(&pulse, 1)).await;
    let seen = it.seen(priya, (&pulse, PULSE)).await;
    it.leads("closePulse", &pulse).await;
    let late = it.answers(priya, &pulse, all(&pulse, 1)).await;

    assert_eq!(error_of(&early).0, "CONFLICT");
    assert_eq!(error_of(&again).0, "CONFLICT");
    assert_eq!(error_of(&not_asked).0, "FORBIDDEN");
    assert_eq!(error_of(&late).0, "CONFLICT");
    assert_eq!(
        (&seen["viewerState"], &seen["isWaiting"]),
        (&json!("ANSWERED"), &json!(false))
    );
    assert_eq!(
        it.counts("SELECT COUNT(*) AS counted FROM pulse_answer")
            .await,
        4
    );
}

#[tokio::test]
async fn that_somebody_answered_is_kept_without_time_and_apart_from_what_they_said() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 1).await;
    let pulse = it.opened(json!({ "daysOpen": 5 })).await;
    it.waits(TimeDelta::hours(3)).await;
    it.answered(&it.workshop.priya, &pulse, 3).await;
    stage.settle().await;

    let told = it.facts(PulseAnswered::KIND, None).await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].actor, told[0].place.person), (None, None));
    let opened: chrono::DateTime<chrono::Utc> =
        serde_json::from_value(pulse["opensAt"].clone()).expect("an instant");
    assert_eq!(told[0].happened_at, opened);
    let done = "SELECT COUNT(*) AS counted FROM notice
        JOIN pulse ON notice.done_at = pulse.opens_at WHERE notice.kind = 'pulse_asked'";
    assert_eq!(it.counts(done).await, 1, "nor does what waited for her");

    let secrets = "SELECT COUNT(*) AS counted FROM pulse_secret";
    assert_eq!(it.counts(secrets).await, 1);
    assert_eq!(
        it.counts("SELECT COUNT(*) AS counted FROM pulse_answer")
            .await,
        4
    );
    let named = match stage.db().backend() {
        sea_orm::DbBackend::Postgres => "uuid_send(person.id)",
        _ => "person.id",
    };
    let names =
        format!("SELECT COUNT(*) AS counted FROM pulse_answer JOIN person ON pseudonym = {named}");
    assert_eq!(it.counts(&names).await, 0);
    it.leads("closePulse", &pulse).await;
    assert_eq!(
        it.counts(secrets).await,
        0,
        "nobody can tell any more whose a pseudonym is"
    );
    assert!(!api::sdl().to_lowercase().contains("pseudonym"));
}

#[tokio::test]
async fn what_the_group_said_is_for_who_leads_until_it_is_shared() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 5).await;
    let [amara, priya] = [&it.workshop.amara, &it.workshop.priya];
    let pulse = it.opened(json!({})).await;
    for person in it.asked() {
        it.answered(person, &pulse, 3).await;
    }
    let input = json!({ "pulse": pulse["id"] });
    let early = changes(amara, "sharePulseResults", "id", input.clone()).await;
    let open = it.seen(amara, (&pulse, RESULTS)).await;
    it.leads("closePulse", &pulse).await;
    let before = it.seen(priya, (&pulse, RESULTS)).await;
    let by_learner = changes(priya, "sharePulseResults", "id", input).await;
    let shared = it.leads("sharePulseResults", &pulse).await;
    let after = it.seen(priya, (&pulse, RESULTS)).await;
    let of_amara = it.seen(amara, (&pulse, RESULTS)).await;

    assert_eq!(error_of(&early).0, "CONFLICT");
    assert_eq!(open["results"]["withheld"], "shown once it is closed");
    assert_eq!(open["results"]["items"], json!([]));
    assert_eq!(before["results"], Value::Null);
    assert_eq!(error_of(&by_learner).0, "FORBIDDEN");
    assert_eq!(shared["isShared"], true);
    assert_eq!(after["results"]["respondentCount"], 6, "{after}");
    assert_eq!(after, of_amara, "nobody sees more than anybody else");
    let items = after["results"]["items"].as_array().expect("items");
    assert_eq!(items[0]["mean"], 4.0, "{after}");
    let one_run = json!([{ "choice": 0, "upTo": 4, "count": 6 }]);
    assert_eq!(items[0]["bands"], one_run, "that all agree is not told");
    assert_eq!(items[1]["texts"].as_array().map(Vec::len), Some(6));
}

#[tokio::test]
async fn a_pulse_is_changed_until_it_opens_and_taken_back_until_it_closes() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let pulse = it.defined(json!({ "kind": "BASELINE" })).await;
    let own = json!([{ "key": "sure", "kind": "SCALE", "words": "How sure are you?",
        "options": ["not", "hardly", "partly", "mostly", "quite"] }]);
    let change = json!({ "pulse": pulse["id"], "title": "Before", "questions": own });
    let changed = changes(&it.workshop.amara, "updatePulse", PULSE, change.clone()).await;
    let changed = &changed["data"]["updatePulse"];
    assert_eq!(changed["title"], "Before");
    let later = json!({ "id": changed["series"][2]["id"] });
    let later = it.seen(&it.workshop.amara, (&later, PULSE)).await;
    assert_eq!(
        later["questions"][0]["words"], "How sure are you?",
        "{later}"
    );
    let only_it = json!({ "pulse": later["id"], "questions": own });
    let refused = changes(&it.workshop.amara, "updatePulse", "id", only_it).await;
    assert_eq!(error_of(&refused).0, "CONFLICT");

    it.waits(TimeDelta::hours(1)).await;
    let fixed = changes(&it.workshop.amara, "updatePulse", "id", change).await;
    assert_eq!(error_of(&fixed).0, "CONFLICT", "people are asked");
    let gone = it.leads("cancelPulse", &pulse).await;
    assert_eq!(gone["state"], "CANCELLED");
    let later = it.seen(&it.workshop.amara, (&later, "state")).await;
    assert_eq!(later["state"], "CANCELLED", "with what would repeat it");
    let ask = "query($id: ID!) { node(id: $id) { __typename } }";
    let hidden = it
        .workshop
        .priya
        .asks(ask, json!({ "id": pulse["id"] }))
        .await;
    assert_eq!(hidden["data"]["node"], Value::Null, "{hidden}");
}

#[tokio::test]
async fn of_what_is_taken_back_neither_answers_nor_who_gave_them_are_kept() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 2).await;
    let pulse = it.opened(json!({ "kind": "BASELINE" })).await;
    it.answered(&it.workshop.priya, &pulse, 3).await;
    let input = json!({ "pulse": pulse["id"] });
    changes(&it.learners[0], "skipPulse", "id", input).await;
    stage.settle().await;
    it.leads("cancelPulse", &pulse).await;

    for kept in [
        "pulse_answer",
        "pulse_seat",
        "pulse_secret",
        "pulse_asked WHERE state IN ('answered', 'skipped')",
    ] {
        let counted = format!("SELECT COUNT(*) AS counted FROM {kept}");
        assert_eq!(it.counts(&counted).await, 0, "{kept}");
    }
    let told = it.facts(PulseChanged::KIND, None).await;
    let taken_back = told
        .iter()
        .filter_map(|fact| fact.as_event::<PulseChanged>())
        .filter(|it| it.news == News::Cancelled);
    assert_eq!(
        taken_back.count(),
        4,
        "the baseline and each that repeats it"
    );
    let asked = it.seen(&it.workshop.amara, (&pulse, "askedCount")).await;
    assert_eq!(asked["askedCount"], 3, "that they were asked is not undone");
}

#[tokio::test]
async fn what_is_kept_of_who_answered_has_no_time_in_its_id() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 1).await;
    let pulse = it.opened(json!({ "askAtMost": 5 })).await;
    let late = stage.person("Who came by herself").await;
    stage
        .joins(&late, &it.workshop.cohort, communities::Role::Learner)
        .await;
    for person in [&it.workshop.priya, &late] {
        it.answered(person, &pulse, 3).await;
        let id: kernel::PulseId = pulse["id"].as_str().expect("an id").parse().expect("one");
        let actor = kernel::Actor::Person(person.record.id);
        let own = pulses::asked_of(&stage.db().read(), actor, &[id]).await;
        let own = own.expect("what is kept").remove(&id).expect("a row");
        let version = uuid::Uuid::from(own.id).get_version_num();
        assert_eq!(version, 4, "chance alone");
    }
}

#[tokio::test]
async fn observers_are_not_asked_whatever_the_audience_says() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let omar = stage.person("Omar").await;
    stage
        .joins(&omar, &it.workshop.cohort, communities::Role::Observer)
        .await;
    let pulse = it
        .opened(json!({ "audience": ["LEARNER", "OBSERVER"] }))
        .await;
    let answer = it.answers(&omar, &pulse, all(&pulse, 2)).await;
    let seen = it.seen(&it.workshop.amara, (&pulse, "askedCount")).await;

    assert_eq!(error_of(&answer).0, "FORBIDDEN", "{answer}");
    assert_eq!(seen["askedCount"], 1);
}
