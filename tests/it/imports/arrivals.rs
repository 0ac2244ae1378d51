//! Whoever had no account before a roster gets a letter with their way in.
use communities::{Community, Role};
use kernel::{MemoryMail, run_due_jobs};
use serde_json::{Value, json};
use server::config::Language;
use server::letters::{PostOffice, Reach, Scribe, workers};
use std::sync::Arc;
use tests::{Person, Stage};

const ROSTER: &str = "name,email,role
Noor Haddad,noor@example.org,learner
Kofi Mensah,kofi@example.org,learner
Priya,priya@example.org,learner
";

/// Sends what waits to be sent; returns to whom, and the text.
async fn letters(stage: &Stage) -> Vec<(String, String)> {
    let mail = Arc::new(MemoryMail::default());
    let office = PostOffice {
        db: stage.db().clone(),
        scribe: Arc::new(Scribe::new(
            ("The guild", "http://localhost:8080"),
            "guild@example.org",
            Language::English,
        )),
        reach: Reach::World,
        mail: mail.clone(),
    };
    let workers = workers(&Arc::new(office));
    while run_due_jobs(stage.db(), &workers).await.expect("letters") > 0 {}
    let letters = mail.letters().into_iter();
    let mut letters: Vec<_> = letters.map(|letter| (letter.to, letter.text)).collect();
    letters.sort();
    letters
}

async fn acts(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
    let act = format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ id }} }}");
    let answer = person.asks(&act, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"][verb].clone()
}

/// Ines brings in the roster; returns it.
async fn brought_in(ines: &Person<'_>, cohort: &Community) -> Value {
    let input = json!({ "community": cohort.id.to_string(), "text": ROSTER });
    let roster = acts(ines, "previewRoster", input).await;
    acts(ines, "applyRoster", json!({ "roster": roster["id"] })).await
}

async fn cohort(stage: &Stage) -> (Person<'_>, Community) {
    let (ines, amara) = (
        stage.administrator("Ines").await,
        stage.person("Amara").await,
    );
    let priya = stage.person("Priya").await;
    assert_eq!(priya.record.email.as_deref(), Some("priya@example.org"));
    let (cohort, _) = stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    (ines, cohort)
}

#[tokio::test]
async fn who_had_no_account_is_invited_once_and_comes_in_as_themself() {
    let stage = Stage::new().await;
    let (ines, cohort) = cohort(&stage).await;
    brought_in(&ines, &cohort).await;

    let sent = letters(&stage).await;
    let to: Vec<&str> = sent.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(to, ["kofi@example.org", "noor@example.org"]);
    assert!(sent[1].1.contains("Ines invites you to"), "{}", sent[1].1);
    assert!(letters(&stage).await.is_empty());

    let (_, link) = sent[1].1.split_once("/invite/").expect("a link");
    let token = link.split_whitespace().next().expect("a token");
    let look = "query($token: String!) { invitation(token: $token) { email role claims } }";
    let seen = ines.asks(look, json!({ "token": token })).await;
    let expected =
        json!({ "email": "noor@example.org", "role": "LEARNER", "claims": "Noor Haddad" });
    assert_eq!(seen["data"]["invitation"], expected, "{seen}");
}

#[tokio::test]
async fn a_roster_that_was_taken_back_invites_nobody() {
    let stage = Stage::new().await;
    let (ines, cohort) = cohort(&stage).await;
    let roster = brought_in(&ines, &cohort).await;
    acts(&ines, "undoRoster", json!({ "roster": roster["id"] })).await;
    assert!(letters(&stage).await.is_empty());

    let roster = brought_in(&ines, &cohort).await;
    let sent = letters(&stage).await;
    assert_eq!(sent.len(), 2);
    acts(&ines, "undoRoster", json!({ "roster": roster["id"] })).await;
    let (_, link) = sent[0].1.split_once("/invite/").expect("a link");
    let token = link.split_whitespace().next().expect("a token");
    let look = "query($token: String!) { invitation(token: $token) { email } }";
    let seen = ines.asks(look, json!({ "token": token })).await;
    assert_eq!(seen["data"]["invitation"], Value::Null, "{seen}");
}
