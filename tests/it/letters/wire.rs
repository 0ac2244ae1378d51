//! Letters at a mail server that others wrote, which is late, refuses, is mute, or breaks off.
use super::{has_chosen, pair};
use chrono::TimeDelta;
use communities::Role;
use kernel::{Mail, MailError};
use serde_json::{Value, json};
use server::letters::Carried;
use std::sync::Arc;
use std::time::Duration;
use tests::{Person, Post, Sink, Stage};

const PATIENCE: Duration = Duration::from_secs(2);

fn wire(sink: &Sink) -> Arc<dyn Mail> {
    let sender = "Interlude <interlude@example.org>"
        .parse()
        .expect("a sender");
    let url = format!("smtp://127.0.0.1:{}", sink.port);
    server::mail::smtp(&url, sender, PATIENCE).expect("a wire")
}

fn header(letter: &Value, name: &str) -> Vec<String> {
    let headers = letter["headers"].as_array().expect("headers");
    let named = headers.iter().filter(|header| header[0] == name);
    named
        .map(|header| header[1].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Somebody whose address makes the mail server behave, and who hears of everything at once.
async fn recipient<'a>(stage: &'a Stage, name: &str, place: &communities::Community) -> Person<'a> {
    let person = stage.person(name).await;
    stage.joins(&person, place, Role::Learner).await;
    has_chosen(&person, json!({ "preset": "CLOSE", "quiet": null })).await;
    person
}

async fn states(stage: &Stage) -> Vec<(String, String, i64)> {
    let ines = stage.finds("ines").await;
    let outbox = "{ outbox(first: 100) { edges { node { to state attempts } } } }";
    let answer = ines.asks(outbox, json!({})).await;
    let edges = answer["data"]["outbox"]["edges"]
        .as_array()
        .expect("letters")
        .clone();
    let mut states: Vec<_> = edges
        .iter()
        .map(|edge| {
            let node = &edge["node"];
            let word = |key: &str| node[key].as_str().unwrap_or_default().to_owned();
            (
                word("to"),
                word("state"),
                node["attempts"].as_i64().unwrap_or(-1),
            )
        })
        .collect();
    states.sort();
    states
}

#[tokio::test]
async fn a_letter_on_the_wire_is_whole_and_nothing_in_it_can_add_a_header() {
    let stage = Stage::new().await;
    let mut sink = Sink::opens().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    has_chosen(&priya, json!({ "preset": "CLOSE" })).await;
    let title = "Cold starts\r\nBcc: all@example.org";
    jonas.begins(&lobby, title, "Größer, @priya?").await;
    stage.clock.advance(TimeDelta::minutes(3));
    Post::by(&stage, wire(&sink)).goes_round(&stage).await;

    let letter = sink.letter().await;
    assert_eq!(letter["to"], "priya@example.org");
    assert_eq!(header(&letter, "to"), ["priya@example.org"]);
    assert_eq!(
        header(&letter, "subject"),
        ["Jonas: Cold starts Bcc: all@example.org"]
    );
    assert!(header(&letter, "bcc").is_empty());
    assert_eq!(header(&letter, "auto-submitted"), ["auto-generated"]);
    assert_eq!(
        header(&letter, "list-unsubscribe-post"),
        ["List-Unsubscribe=One-Click"]
    );
    let stop = header(&letter, "list-unsubscribe").remove(0);
    assert!(
        stop.starts_with("<http://localhost:8080/mail/") && stop.ends_with('>'),
        "{stop}"
    );
    assert!(header(&letter, "message-id")[0].ends_with("@example.org>"));
    let parts = letter["parts"].as_array().expect("parts");
    let kinds: Vec<&str> = parts
        .iter()
        .filter_map(|part| part["type"].as_str())
        .collect();
    assert_eq!(kinds, ["text/plain", "text/html"]);
    assert!(
        parts[0]["text"]
            .as_str()
            .expect("words")
            .contains("Größer, @Priya?")
    );
}

#[tokio::test]
async fn who_is_late_busy_or_gone_delays_nobody_else() {
    let stage = Stage::new().await;
    let mut sink = Sink::opens().await;
    stage.administrator("Ines").await;
    let jonas = stage.person("Jonas").await;
    let (place, lobby) = stage.cohort_of(&[(&jonas, Role::Moderator)]).await;
    for name in ["late", "busy", "gone", "priya"] {
        recipient(&stage, name, &place).await;
    }
    jonas
        .begins(&lobby, "All", "@late @busy @gone @priya")
        .await;
    stage.clock.advance(TimeDelta::minutes(3));
    let post = Post::by(&stage, wire(&sink));
    post.goes_round(&stage).await;

    let state = |name: &str, state: &str, attempts| {
        (format!("{name}@example.org"), state.to_owned(), attempts)
    };
    assert_eq!(
        states(&stage).await,
        [
            state("busy", "WAITING", 1),
            state("gone", "REFUSED", 1),
            state("late", "SENT", 1),
            state("priya", "SENT", 1),
        ]
    );
    // A minute, then two.
    for minutes in [1, 2] {
        stage.clock.advance(TimeDelta::minutes(minutes));
        post.goes_round(&stage).await;
    }
    assert_eq!(states(&stage).await[0], state("busy", "SENT", 3));
    let mut came: Vec<String> = Vec::new();
    for _ in 0..3 {
        came.push(
            sink.letter().await["to"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
        );
    }
    came.sort();
    assert_eq!(
        came,
        ["busy@example.org", "late@example.org", "priya@example.org"]
    );
}

#[tokio::test]
async fn a_letter_that_was_taken_without_a_word_comes_again_under_the_same_name() {
    let stage = Stage::new().await;
    let mut sink = Sink::opens().await;
    stage.administrator("Ines").await;
    let jonas = stage.person("Jonas").await;
    let (place, lobby) = stage.cohort_of(&[(&jonas, Role::Moderator)]).await;
    recipient(&stage, "lost", &place).await;
    jonas.begins(&lobby, "Hello", "@lost").await;
    stage.clock.advance(TimeDelta::minutes(3));
    let post = Post::by(&stage, wire(&sink));
    stage.settle().await;

    post.office.write().await.expect("written");
    assert_eq!(
        post.office.carry().await.expect("carried"),
        Carried::Unreachable
    );
    stage.clock.advance(TimeDelta::minutes(1));
    assert_eq!(post.office.carry().await.expect("carried"), Carried::Some);

    let (first, second) = (sink.letter().await, sink.letter().await);
    assert_eq!(header(&first, "message-id"), header(&second, "message-id"));
    let states = states(&stage).await;
    assert_eq!(
        states,
        [("lost@example.org".to_owned(), "SENT".to_owned(), 1)]
    );
}

#[tokio::test]
async fn a_mail_server_that_is_mute_or_away_costs_no_letter_and_no_request_its_time() {
    let stage = Stage::new().await;
    let sink = Sink::opens().await;
    stage.administrator("Ines").await;
    let jonas = stage.person("Jonas").await;
    let (place, lobby) = stage.cohort_of(&[(&jonas, Role::Moderator)]).await;
    let mute = recipient(&stage, "mute", &place).await;
    let thread = jonas.begins(&lobby, "Hello", "@mute").await;
    stage.clock.advance(TimeDelta::minutes(3));
    let post = Post::by(&stage, wire(&sink));
    stage.settle().await;
    post.office.write().await.expect("written");

    let waits = post.office.carry();
    let (carried, answer) = tokio::join!(waits, mute.posts(&thread, "I can write."));
    assert_eq!(carried.expect("carried"), Carried::Unreachable);
    assert!(answer.get("errors").is_none(), "{answer}");

    let port = sink.port;
    drop(sink);
    stage.clock.advance(TimeDelta::hours(1));
    let sender = "Interlude <interlude@example.org>"
        .parse()
        .expect("a sender");
    let url = format!("smtp://127.0.0.1:{port}");
    let nobody = server::mail::smtp(&url, sender, PATIENCE).expect("a wire");
    let sent = nobody
        .send(&kernel::Letter {
            to: "a@example.org".into(),
            ..Default::default()
        })
        .await;
    assert!(matches!(sent, Err(MailError::Unreachable(_))), "{sent:?}");
    let post = Post::by(&stage, nobody);
    assert_eq!(
        post.office.carry().await.expect("carried"),
        Carried::Unreachable
    );
    assert_eq!(
        states(&stage).await,
        [("mute@example.org".to_owned(), "WAITING".to_owned(), 0)],
        "an absent server is not counted against the letter"
    );
}

#[tokio::test]
async fn after_an_hour_without_a_mail_server_every_letter_arrives_once() {
    const PEOPLE: usize = 28;
    const OF_A_BUSY_MACHINE: Duration = Duration::from_secs(20);
    let stage = Stage::new().await;
    stage.administrator("Ines").await;
    let jonas = stage.person("Jonas").await;
    let (place, lobby) = stage.cohort_of(&[(&jonas, Role::Moderator)]).await;
    let mut names = String::new();
    for number in 0..PEOPLE {
        let person = recipient(&stage, &format!("Person {number}"), &place).await;
        names.push_str(&format!("@{} ", person.record.handle));
    }
    jonas.begins(&lobby, "All", &names).await;
    stage.clock.advance(TimeDelta::minutes(3));
    let sink = Sink::opens().await;
    let port = sink.port;
    drop(sink);
    let sender = "Interlude <interlude@example.org>"
        .parse()
        .expect("a sender");
    let url = format!("smtp://127.0.0.1:{port}");
    let wire = server::mail::smtp(&url, sender, OF_A_BUSY_MACHINE).expect("a wire");
    let post = Post::by(&stage, wire);
    stage.settle().await;
    while post.office.write().await.expect("written") == Carried::Some {}
    for _ in 0..60 {
        assert_eq!(
            post.office.carry().await.expect("carried"),
            Carried::Unreachable
        );
        stage.clock.advance(TimeDelta::minutes(1));
    }

    let mut sink = Sink::opens_on(port).await;
    let mut rounds = 0;
    while post.office.carry().await.expect("carried") == Carried::Some {
        rounds += 1;
    }
    assert!(rounds >= 2, "few go in one round: {rounds}");
    let mut came = Vec::new();
    for _ in 0..PEOPLE {
        came.push(
            sink.letter().await["to"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
        );
    }
    came.sort();
    came.dedup();
    assert_eq!(came.len(), PEOPLE);
    assert!(
        states(&stage)
            .await
            .iter()
            .all(|(_, state, tries)| state == "SENT" && *tries == 1)
    );
}
