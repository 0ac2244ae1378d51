//! Who may do what with a check-in, and who reads which answers, on one page.
use super::CheckingIn;
use crate::permissions::standings::{Stands, everybody, mark};
use checkins::{Change, CheckInSeen, Lead, MayAnswer, Read, Reader, Visibility, may_read};
use kernel::{Actor, Policy};
use tests::Stage;

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
