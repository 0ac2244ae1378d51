//! When people are asked, how often they are reminded, and who is spared.
use super::{PULSE, Pulsing};
use crate::prompts::changes;
use chrono::{Datelike, TimeDelta, Timelike};
use communities::Role;
use kernel::Event;
use pulses::{Asking, PulseAsked};
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn it_asks_two_weeks_after_the_session_and_reminds_twice_in_working_hours() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 1).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let follow = json!({ "session": session, "opensAt": null });
    let pulse = it.defined(follow).await;
    let [priya, kofi] = [&it.workshop.priya, &it.learners[0]];
    assert_eq!(pulse["opensAt"], "2026-01-26T09:00:00+00:00", "{pulse}");
    assert_eq!(pulse["closesAt"], "2026-02-09T09:00:00+00:00", "{pulse}");

    it.lives_until("2026-01-26T09:00:00Z").await;
    let input = json!({ "pulse": pulse["id"] });
    let skipped = changes(kofi, "skipPulse", "viewerState isWaiting", input).await;
    for _ in 0..13 * 8 {
        it.waits(TimeDelta::hours(3)).await;
    }
    let notices = "{ viewer { notices(first: 9) { edges { node { kind } } } } }";
    let open = priya.asks(notices, json!({})).await;
    it.waits(TimeDelta::days(1)).await;

    assert_eq!(
        skipped["data"]["skipPulse"]["viewerState"], "SKIPPED",
        "{skipped}"
    );
    let asked = it.facts(PulseAsked::KIND, Some(priya)).await;
    let how: Vec<Asking> = asked
        .iter()
        .filter_map(|fact| fact.as_event::<PulseAsked>())
        .map(|it| it.asking)
        .collect();
    assert_eq!(how, [Asking::First, Asking::Again, Asking::Again]);
    for fact in asked {
        let at = fact.happened_at;
        assert!(at.weekday().number_from_monday() <= 5, "{at}");
        assert!((9..17).contains(&at.hour()), "{at}");
    }
    let of_kofi = it.facts(PulseAsked::KIND, Some(kofi)).await;
    assert_eq!(of_kofi.len(), 1, "who skips is not reminded");
    let after = it.seen(priya, (&pulse, PULSE)).await;
    assert_eq!(after["state"], "CLOSED");
    let told = priya.asks(notices, json!({})).await;
    assert!(open.to_string().contains("PULSE_REMINDER"), "{open}");
    assert!(!told.to_string().contains("PULSE"), "it is over: {told}");
}

#[tokio::test]
async fn who_works_at_night_is_asked_and_reminded_at_night() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 1).await;
    let priya = &it.workshop.priya;
    let nights = json!({ "community": it.workshop.cohort.id.to_string(),
        "worksFrom": 22 * 60, "worksTo": 6 * 60 });
    let said = changes(priya, "updatePairingPreferences", "worksTo", nights).await;
    assert!(said.get("errors").is_none(), "{said}");
    it.opened(json!({})).await;
    for _ in 0..13 * 8 {
        it.waits(TimeDelta::hours(3)).await;
    }

    let hours = async |person| -> Vec<u32> {
        let asked = it.facts(PulseAsked::KIND, Some(person)).await;
        asked.iter().map(|it| it.happened_at.hour()).collect()
    };
    let of_priya = hours(priya).await;
    assert!(of_priya.len() > 1, "asked, and reminded: {of_priya:?}");
    let by_day = of_priya.iter().find(|hour| (6..22).contains(*hour));
    assert_eq!(by_day, None, "{of_priya:?}");
    let of_kofi = hours(&it.learners[0]).await;
    assert!(
        of_kofi.iter().all(|hour| (9..17).contains(hour)),
        "{of_kofi:?}"
    );
}

#[tokio::test]
async fn it_follows_its_session_and_a_form_opens_when_that_ends() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let follow = |kind: &str| json!({ "kind": kind, "session": session, "opensAt": null });
    it.defined(follow("TRANSFER")).await;
    let form = it.defined(follow("REACTION")).await;
    assert_eq!(form["opensAt"], "2026-01-12T12:00:00+00:00");

    let parts = [crate::sessions::part(
        "2026-01-19T10:00",
        "2026-01-19T12:00",
    )];
    let input = json!({ "session": session, "parts": parts, "reason": "snow" });
    let change = "mutation($input: RescheduleSessionInput!) {
        rescheduleSession(input: $input) { session { pulses { kind opensAt } } } }";
    let moved = it
        .workshop
        .amara
        .asks(change, json!({ "input": input }))
        .await;
    let pulses = &moved["data"]["rescheduleSession"]["session"]["pulses"];

    let expected = json!([
        { "kind": "REACTION", "opensAt": "2026-01-19T12:00:00+00:00" },
        { "kind": "TRANSFER", "opensAt": "2026-02-02T09:00:00+00:00" },
    ]);
    assert_eq!(*pulses, expected, "{moved}");
}

#[tokio::test]
async fn who_was_asked_elsewhere_this_week_is_spared_and_who_leads_is_told_why() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 1).await;
    it.opened(json!({})).await;
    let elsewhere = stage.cohort("Another program").await;
    let ben = stage.person("Ben").await;
    stage
        .joins(&it.workshop.amara, &elsewhere, Role::Facilitator)
        .await;
    for person in [&it.workshop.priya, &ben] {
        stage.joins(person, &elsewhere, Role::Learner).await;
    }
    let there = json!({ "community": elsewhere.id.to_string() });
    let second = it.opened(there).await;

    let seen = it.seen(&it.workshop.amara, (&second, PULSE)).await;
    assert_eq!(seen["askedCount"], 1, "{seen}");
    assert_eq!(
        seen["spared"],
        json!([{ "why": "ASKED_RECENTLY", "count": 1 }])
    );
    let priya = it.seen(&it.workshop.priya, (&second, PULSE)).await;
    assert_eq!(
        (&priya["viewerState"], &priya["isWaiting"], &priya["spared"]),
        (&json!("SPARED"), &json!(false), &json!([])),
        "{priya}"
    );
    assert_eq!(
        priya["viewerCan"]["answer"], true,
        "who comes by themself may"
    );
    it.answered(&it.workshop.priya, &second, 2).await;
    let after = it.seen(&it.workshop.amara, (&second, PULSE)).await;
    assert_eq!(
        (&after["askedCount"], &after["spared"]),
        (&seen["askedCount"], &seen["spared"]),
        "that somebody came by themself shows in no number while it is open"
    );
    let ben = it.seen(&ben, (&second, PULSE)).await;
    assert_eq!(ben["isWaiting"], true);
}

#[tokio::test]
async fn of_more_people_than_are_to_be_asked_those_go_first_who_were_asked_longest_ago() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 7).await;
    let first = it.opened(json!({ "askAtMost": 5, "daysOpen": 1 })).await;
    it.waits(TimeDelta::days(8)).await;
    let second = it.opened(json!({ "askAtMost": 5, "daysOpen": 1 })).await;

    let mut asked_twice = 0;
    for person in it.asked() {
        let mut times = 0;
        for pulse in [&first, &second] {
            let seen = it.seen(person, (pulse, "viewerState")).await;
            times += usize::from(seen["viewerState"] == "WAITING");
        }
        assert!(times > 0, "nobody is passed over twice");
        asked_twice += times - 1;
    }
    assert_eq!(asked_twice, 2, "8 people for 10 places");
    let seen = it.seen(&it.workshop.amara, (&second, PULSE)).await;
    assert_eq!(seen["spared"], json!([{ "why": "NOT_CHOSEN", "count": 3 }]));
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_by_what_is_wrong() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let scale = |key: &str| {
        json!({ "key": key, "kind": "SCALE", "words": "So?",
            "options": ["a", "b", "c", "d", "e"] })
    };
    let short = json!({ "key": "a", "kind": "SCALE", "words": "So?", "options": ["a", "b"] });
    let twice = json!({ "key": "a", "kind": "SCALE", "words": "So?",
        "options": ["a", "b", "b", "d", "e"] });
    let wrong: [(Value, &str); 13] = [
        (json!({ "kind": "REACTION" }), "session"),
        (json!({ "kind": "FOLLOW_UP" }), "kind"),
        (json!({ "opensAt": null }), "opensAt"),
        (json!({ "opensAt": "2020-01-01T09:00:00Z" }), "opensAt"),
        (json!({ "opensAt": "9999-12-31T09:00:00Z" }), "opensAt"),
        (json!({ "enough": 4 }), "enough"),
        (json!({ "askAtMost": 4 }), "askAtMost"),
        (json!({ "kind": "BASELINE", "cut": "TEAM" }), "cut"),
        (
            json!({ "kind": "BASELINE", "followUps": [31] }),
            "followUps",
        ),
        (json!({ "questions": [] }), "questions"),
        (
            json!({ "questions": [scale("a"), scale("a")] }),
            "questions",
        ),
        (json!({ "questions": [twice] }), "questions.0.options"),
        (
            json!({ "questions": [scale("a"), short] }),
            "questions.1.options",
        ),
    ];
    for (more, field) in wrong {
        let answer = it.defines(more.clone()).await;
        assert_eq!(error_of(&answer).0, "INVALID", "{more}: {answer}");
        assert_eq!(
            answer["errors"][0]["extensions"]["field"], field,
            "{more}: {answer}"
        );
    }
}

#[tokio::test]
async fn templates_name_who_led_and_speak_the_language_of_who_asks() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let lead = json!({ "lead": it.workshop.amara.record.id.to_string() });
    let session = it.workshop.publishes(lead).await["id"].clone();
    let preferences = json!({ "language": "de" });
    changes(
        &it.workshop.amara,
        "updatePreferences",
        "email",
        preferences,
    )
    .await;
    let ask = "query($community: ID!, $session: ID) {
        pulseTemplates(community: $community, session: $session) {
            kind title daysOpen followUps questions { key kind words about } } }";
    let place = json!({ "community": it.workshop.cohort.id.to_string(), "session": session });
    let answer = it.workshop.amara.asks(ask, place.clone()).await;
    let by_learner = it.workshop.priya.asks(ask, place).await;

    let templates = &answer["data"]["pulseTemplates"];
    let kinds: Vec<_> = templates.as_array().expect("templates").iter().collect();
    let kinds: Vec<_> = kinds.iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(kinds, ["REACTION", "TRANSFER", "BASELINE"], "{answer}");
    assert_eq!(templates[2]["followUps"], json!([30, 60, 90]));
    let peers = "Gespräche mit anderen haben mir geholfen, das Gelernte anzuwenden.";
    assert_eq!(templates[1]["questions"][0]["words"], peers);
    let about = templates[0]["questions"].as_array().expect("questions");
    assert!(about.iter().any(|it| it["about"] == "Amara"), "{answer}");
    assert_eq!(error_of(&by_learner).0, "FORBIDDEN");
}

const LIST: &str = "query($slug: String!) { community(slug: $slug) {
    pulses(filter: ALL, first: 20) { edges { node { title state minutes isWaiting viewerState
        askedCount answeredCount spared { count } questions { words } series { id }
        definedBy { name } viewerCan { answer change } } } } } }";

#[tokio::test]
async fn a_list_of_pulses_costs_no_more_for_more_of_them() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let asks = async |person: &tests::Person<'_>| {
        let slug = json!({ "slug": it.workshop.cohort.slug });
        let (answer, statements) = person.asks_counted(LIST, slug).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        statements
    };
    it.opened(json!({})).await;
    let one = asks(&it.workshop.amara).await;
    for _ in 0..5 {
        it.opened(json!({})).await;
    }
    let more = asks(&it.workshop.amara).await;
    // Whether two waves of people meet in one statement is for chance; one for each would be five more.
    assert!(one.max(more) <= 9, "{one} statements became {more}");
    assert!(more <= one + 1, "{one} statements became {more}");
}

#[tokio::test]
async fn results_of_many_pulses_cost_no_more_than_those_of_one() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let list = "query($slug: String!) { community(slug: $slug) { pulses(filter: CLOSED, first: 8) {
        edges { node { results { respondentCount withheld changes { key } } } } } } }";
    let costs = async || {
        let slug = json!({ "slug": it.workshop.cohort.slug });
        let (answer, statements) = it.workshop.amara.asks_counted(list, slug).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        assert!(
            answer.to_string().contains("shown where 5"),
            "closed: {answer}"
        );
        statements
    };
    let closed = async |kind: &str| {
        let pulse = json!({ "kind": kind, "daysOpen": 1 });
        it.opened(pulse).await;
        it.waits(TimeDelta::days(2)).await;
    };
    closed("BASELINE").await;
    let one = costs().await;
    for kind in ["BASELINE", "TRANSFER", "BASELINE", "TRANSFER"] {
        closed(kind).await;
    }
    let more = costs().await;
    // Whether what is loaded meets in one statement is for chance; three for each would be many more.
    assert!(more <= one + 4, "{one} statements became {more}");
}

#[tokio::test]
async fn what_follows_a_session_that_does_not_take_place_is_not_asked() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let session = it.workshop.publishes(json!({})).await["id"].clone();
    let pulse = it
        .defined(json!({ "session": session, "opensAt": null }))
        .await;
    let cancel = json!({ "session": session, "reason": "snow" });
    changes(&it.workshop.amara, "cancelSession", "id", cancel).await;
    it.lives_until("2026-01-27T09:00:00Z").await;

    let seen = it.seen(&it.workshop.amara, (&pulse, "state")).await;
    assert_eq!(seen["state"], "CANCELLED");
    assert_eq!(it.facts(PulseAsked::KIND, None).await.len(), 0);
}

#[tokio::test]
async fn nothing_is_still_open_when_it_is_asked_again() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let too_long = json!({ "kind": "BASELINE", "daysOpen": 31 });
    let refused = it.defines(too_long).await;
    let pulse = it.defined(json!({ "kind": "BASELINE" })).await;
    let input = |days: i64| json!({ "pulse": pulse["id"], "daysOpen": days });
    let amara = &it.workshop.amara;
    let longer = changes(amara, "updatePulse", "id", input(31)).await;
    let fits = changes(amara, "updatePulse", "daysOpen", input(29)).await;

    for answer in [refused, longer] {
        assert_eq!(
            answer["errors"][0]["extensions"]["field"], "daysOpen",
            "{answer}"
        );
    }
    assert_eq!(fits["data"]["updatePulse"]["daysOpen"], 29, "{fits}");
}
