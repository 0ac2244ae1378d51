//! Who may do what with a series of questions, on one page.
use super::super::Asking;
use crate::permissions::standings::{Stands, everybody, mark};
use kernel::{Actor, Policy};
use prompts::{Change, Read, SeriesSeen, Witness};
use serde_json::json;
use tests::Stage;

#[tokio::test]
async fn who_may_do_what_with_a_series() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let ines = stage.administrator("Ines").await;
    let stands = Stands {
        person: it.workshop.priya.actor(),
        administrator: ines.actor(),
        since: stage.db().now(),
    };
    let series = it.spaced(json!({})).await;
    let id = series["id"].as_str().expect("an id").parse();
    let conn = stage.db().read();
    let seen = prompts::series_seen(&conn, Actor::System, id.expect("an id")).await;
    let seen = seen.expect("a series");
    let mut page = String::new();
    for (name, actor, standing) in everybody(&stands) {
        let seen = SeriesSeen {
            standing,
            ..seen.clone()
        };
        let marks = [
            mark(Policy::<Read>::verdict(&seen, &actor)),
            mark(Policy::<Change>::verdict(&seen, &actor)),
            mark(Policy::<Witness>::verdict(&seen, &actor)),
        ];
        page.push_str(&format!("{name:22}{}\n", marks.concat()));
    }

    // To know of it, to change it, and to know how well it was recalled.
    let expected = "\
anonymous                -   -   -
stranger                 -   -   -
administrator            -   -   -
learner                yes  no  no
expert                 yes  no  no
observer               yes  no  no
moderator              yes  no  no
facilitator            yes yes yes
administrator there    yes yes  no
muted learner          yes  no  no
learner, archived      yes  no  no
facilitator, archived  yes  no yes
platform               yes yes yes
";
    assert_eq!(page, expected);
}
