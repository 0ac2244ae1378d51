//! Who may do what with a pulse, on one page.
use super::Pulsing;
use crate::permissions::standings::{Stands, everybody, mark};
use kernel::{Actor, Policy};
use pulses::{MayAnswer, MayChange, PulseSeen, Read, SeeResults};
use serde_json::json;
use tests::Stage;

fn page(it: &Stands, seen: &PulseSeen) -> String {
    let mut page = String::new();
    for (name, actor, standing) in everybody(it) {
        let seen = PulseSeen {
            standing,
            ..seen.clone()
        };
        let marks = [
            mark(Policy::<Read>::verdict(&seen, &actor)),
            mark(Policy::<MayAnswer>::verdict(&seen, &actor)),
            mark(Policy::<MayChange>::verdict(&seen, &actor)),
            mark(Policy::<SeeResults>::verdict(&seen, &actor)),
        ];
        page.push_str(&format!("{name:22}{}\n", marks.concat()));
    }
    page
}

#[tokio::test]
async fn who_may_do_what_with_a_pulse() {
    let stage = Stage::new().await;
    let it = Pulsing::on(&stage, 0).await;
    let ines = stage.administrator("Ines").await;
    let stands = Stands {
        person: it.workshop.priya.actor(),
        administrator: ines.actor(),
        since: stage.db().now(),
    };
    let pulse = it.defined(json!({})).await;
    let id = pulse["id"].as_str().expect("an id").parse();
    let conn = stage.db().read();
    let seen = pulses::pulse_seen(&conn, Actor::System, id.expect("an id")).await;
    let mut seen = seen.expect("a pulse");

    // To read it, to answer it, to change it, and to see what the group said.
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
    seen.pulse.shared_at = Some(stands.since);
    let shared = page(&stands, &seen);
    let sees = shared.lines().filter(|line| line.ends_with("yes")).count();
    assert_eq!(sees, 10, "everybody who belongs there: {shared}");
    seen.pulse.cancelled_at = Some(stands.since);
    let taken_back = page(&stands, &seen);
    for line in taken_back.lines().filter(|line| line.contains("learner")) {
        assert!(line.ends_with("  -   -  no   -"), "{taken_back}");
    }
}
