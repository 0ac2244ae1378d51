//! Who may do what with a check-in, and who reads which answers, on one page.
use super::{CHECK_IN, CheckingIn};
use crate::permissions::standings::{Stands, everybody, mark};
use crate::prompts::changes;
use checkins::{Change, CheckInSeen, Lead, MayAnswer, Read, Reader, Visibility, may_read};
use communities::Role;
use kernel::{Actor, Policy};
use serde_json::{Value, json};
use tests::{Stage, error_of, nonce};

fn page(it: &Stands, seen: &CheckInSeen) -> String {
    let mut page = String::new();
    for (name, actor, standing) in everybody(it) {
        let seen = CheckInSeen {
            standing,
            ..seen.clone()
        };
        let marks = [
            mark(Policy::<Read>::verdict(&seen, &actor)),
            mark(Policy::<MayAnswer>::verdict(&seen, &actor)),
            mark(Policy::<Change>::verdict(&seen, &actor)),
            mark(Policy::<Lead>::verdict(&seen, &actor)),
        ];
        page.push_str(&format!("{name:22}{}\n", marks.concat()));
    }
    page
}

#[tokio::test]
async fn who_may_do_what_with_a_check_in() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let stands = Stands {
        person: it.workshop.priya.actor(),
        administrator: ines.actor(),
        since: stage.db().now(),
    };
    let id = it.check_in["id"].as_str().expect("an id").parse();
    let conn = stage.db().read();
    let seen = checkins::check_in_seen(&conn, Actor::System, id.expect("an id")).await;
    let mut seen = seen.expect("a check-in");

    // To read it, to answer it, to change it, and to know who has not answered.
    let for_learners = "\
anonymous                -   -   -   -
stranger                 -   -   -   -
administrator            -   -   -   -
learner                yes yes  no  no
expert                 yes  no  no  no
observer               yes  no  no  no
moderator              yes  no  no  no
facilitator            yes  no yes yes
administrator there    yes yes yes  no
muted learner          yes  no  no  no
learner, archived      yes  no  no  no
facilitator, archived  yes  no  no yes
platform               yes  no yes yes
";
    assert_eq!(page(&stands, &seen), for_learners);
    seen.check_in.cancelled_at = Some(stands.since);
    let taken_back = "\
anonymous                -   -   -   -
stranger                 -   -   -   -
administrator            -   -   -   -
learner                  -   -  no   -
expert                   -   -  no   -
observer                 -   -  no   -
moderator                -   -  no   -
facilitator            yes  no yes yes
administrator there    yes yes yes  no
muted learner            -   -  no   -
learner, archived        -   -  no   -
facilitator, archived  yes  no  no yes
platform               yes  no yes yes
";
    assert_eq!(page(&stands, &seen), taken_back);
}

/// An administrator has a place in the cohort like everybody else: Ines observes, and asks nobody anything.
#[tokio::test]
async fn an_administrator_who_observes_reads_and_asks_nothing() {
    let stage = Stage::new().await;
    let it = CheckingIn::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    stage
        .joins(&ines, &it.workshop.cohort, Role::Observer)
        .await;
    let cohort = it.workshop.cohort.id.to_string();
    let opens = stage.db().now() + chrono::TimeDelta::hours(2);

    let reads = it.seen(&ines, CHECK_IN).await;
    let asked = [
        json!({ "community": cohort, "title": "Mine", "opensAt": opens, "nonce": nonce(),
            "questions": [{ "kind": "SHORT_TEXT", "words": "And you?" }] }),
        json!({ "community": cohort, "kind": "TRANSFER", "opensAt": opens, "nonce": nonce() }),
        json!({ "checkIn": it.check_in["id"], "title": "Another" }),
        json!({ "checkIn": it.check_in["id"] }),
    ];
    let verbs = [
        ("defineCheckIn", "id"),
        ("definePulse", "id"),
        ("updateCheckIn", "id"),
        ("cancelCheckIn", "id"),
    ];
    let mut answers: Vec<Value> = Vec::new();
    for ((verb, fields), input) in verbs.into_iter().zip(asked) {
        answers.push(changes(&ines, verb, fields, input).await);
    }
    let ask = "query($slug: String!) { community(slug: $slug) { viewerCan { edit ask } } }";
    let slug = json!({ "slug": it.workshop.cohort.slug });
    let can = ines.asks(ask, slug).await;

    assert_eq!(reads["title"], "Two weeks on", "{reads}");
    assert_eq!(reads["viewerCan"]["change"], false, "{reads}");
    for answer in answers {
        assert_eq!(error_of(&answer).0, "FORBIDDEN", "{answer}");
    }
    let can = &can["data"]["community"]["viewerCan"];
    assert_eq!(*can, json!({ "edit": true, "ask": false }));
}

#[test]
fn who_reads_an_answer_with_its_name() {
    let readers = [
        Reader::Themself,
        Reader::Paired,
        Reader::Facilitator,
        Reader::Member,
    ];
    let of = |visibility| readers.map(|reader| may_read(visibility, reader));
    assert_eq!(of(Visibility::Pair), [true, true, false, false]);
    assert_eq!(of(Visibility::Facilitators), [true, false, true, false]);
    assert_eq!(of(Visibility::Cohort), [true; 4]);
    assert_eq!(of(Visibility::Anonymous), [false; 4]);
}
