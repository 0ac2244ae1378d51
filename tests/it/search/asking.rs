//! What a search can ask for beside words, and how its results are spread.
use super::{bodies, found};
use chrono::TimeDelta;
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage};

const SPREAD: &str = "query($query: String!) { search(query: $query, first: 10) {
    totalCount note didYouMean facets { of operator name count } } }";

async fn spread(person: &Person<'_>, query: &str) -> Value {
    let answer = person.asks(SPREAD, json!({ "query": query })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["search"].clone()
}

fn facets(found: &Value, of: &str) -> Vec<(String, i64)> {
    let all = found["facets"].as_array().expect("facets").iter();
    let own = all.filter(|it| it["of"] == of);
    own.map(|it| {
        let name = it["name"].as_str().unwrap_or_default().to_owned();
        (name, it["count"].as_i64().unwrap_or(0))
    })
    .collect()
}

#[tokio::test]
async fn operators_name_people_places_and_kinds_as_people_do() {
    let stage = Stage::new().await;
    let (priya, jonas) = (
        stage.person("Priya Sharma").await,
        stage.person("Jonas").await,
    );
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (cohort, lobby) = stage.cohort_of(&all).await;
    let thread = priya.begins(&lobby, "Birds", "A heron.").await;
    jonas.posts(&thread, "A heron and a crane.").await;
    stage.settle().await;

    for (query, expected) in [
        ("heron from:priya".to_owned(), vec!["A heron."]),
        ("heron from:\"priya sharma\"".to_owned(), vec!["A heron."]),
        ("heron -from:me".to_owned(), vec!["A heron and a crane."]),
        ("is:mine".to_owned(), vec!["A heron."]),
        ("heron kind:reply".to_owned(), vec!["A heron and a crane."]),
        (
            "heron kind:replies".to_owned(),
            vec!["A heron and a crane."],
        ),
        (
            format!("crane in:{}", cohort.slug),
            vec!["A heron and a crane."],
        ),
        (
            format!("crane in:#{}", lobby.slug),
            vec!["A heron and a crane."],
        ),
        ("heron after:2100".to_owned(), Vec::new()),
    ] {
        assert_eq!(bodies(&found(&priya, &query).await), expected, "{query}");
    }
}

#[tokio::test]
async fn a_name_of_somebody_hidden_is_a_name_of_nobody() {
    let stage = Stage::new().await;
    let (priya, kofi) = (stage.person("Priya").await, stage.person("Kofi").await);
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let (hidden, secret) = stage.cohort_of(&[(&kofi, Role::Learner)]).await;
    priya.begins(&lobby, "Birds", "A heron.").await;
    kofi.begins(&secret, "Birds", "A heron.").await;
    stage.settle().await;

    for (known, unknown) in [
        ("heron from:kofi".to_owned(), "heron from:nobody"),
        (format!("heron in:{}", hidden.slug), "heron in:nowhere"),
    ] {
        let (known, unknown) = (spread(&priya, &known).await, spread(&priya, unknown).await);
        assert_eq!(known["note"], "UNKNOWN_OPERAND");
        assert_eq!(known, unknown);
    }
    assert_eq!(found(&kofi, "heron from:kofi").await["totalCount"], 1);
}

#[tokio::test]
async fn a_question_is_unanswered_until_somebody_answers() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&all).await;
    let question = priya.wonders(&lobby, "Which bird is it?", "A heron?").await;
    stage.settle().await;
    assert_eq!(found(&jonas, "bird is:unanswered").await["totalCount"], 1);

    let answer = jonas.posts(&question, "A heron.").await;
    stage.settle().await;
    assert_eq!(found(&jonas, "bird is:unanswered").await["totalCount"], 0);

    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
    let input = json!({ "input": { "post": answer["data"]["createPost"]["id"] } });
    let deleted = jonas.asks(delete, input).await;
    assert!(deleted.get("errors").is_none(), "{deleted}");
    stage.settle().await;
    assert_eq!(found(&jonas, "bird is:unanswered").await["totalCount"], 1);
}

#[tokio::test]
async fn results_are_counted_by_what_they_are_and_each_count_narrows_to_itself() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&all).await;
    let thread = priya
        .wonders(&lobby, "Which heron is it?", "It is grey.")
        .await;
    for n in 0..3 {
        jonas.posts(&thread, &format!("A heron, the {n}th.")).await;
    }
    stage.settle().await;

    let found = spread(&priya, "heron").await;
    assert_eq!(
        facets(&found, "KIND"),
        [("reply".to_owned(), 3), ("question".to_owned(), 1)]
    );
    assert_eq!(
        facets(&found, "PERSON"),
        [("Jonas".to_owned(), 3), ("Priya".to_owned(), 1)]
    );
    assert_eq!(
        facets(&found, "COMMUNITY"),
        [("Leading change".to_owned(), 4)]
    );
    assert_eq!(facets(&found, "MONTH"), [("2026-01".to_owned(), 4)]);
    for facet in found["facets"].as_array().expect("facets") {
        let narrowed = format!("heron {}", facet["operator"].as_str().unwrap_or_default());
        let narrowed = spread(&priya, &narrowed).await;
        assert_eq!(narrowed["totalCount"], facet["count"], "{facet}");
        assert_eq!(narrowed["note"], Value::Null, "{facet}");
    }
}

#[tokio::test]
async fn results_of_two_years_are_counted_by_month_and_of_more_by_year() {
    let stage = Stage::new().await;
    let priya = stage.person("Priya").await;
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let said = async |days| {
        stage.clock.advance(TimeDelta::days(days));
        priya.begins(&lobby, "Birds", "A heron.").await;
        stage.settle().await;
        spread(&priya, "heron").await
    };
    said(0).await;
    let (month, year) = (said(340).await, said(700).await);
    let counted = |name: &str| (name.to_owned(), 1);
    assert_eq!(
        facets(&month, "MONTH"),
        [counted("2026-12"), counted("2026-01")]
    );
    assert_eq!(
        facets(&year, "YEAR"),
        [counted("2028"), ("2026".to_owned(), 2)]
    );
    for (found, of) in [(month, "MONTH"), (year, "YEAR")] {
        let all = found["facets"].as_array().expect("facets").iter();
        for facet in all.filter(|it| it["of"] == of) {
            let narrowed = format!("heron {}", facet["operator"].as_str().unwrap_or_default());
            let narrowed = spread(&priya, &narrowed).await;
            assert_eq!(narrowed["totalCount"], facet["count"], "{facet}");
            assert_eq!(narrowed["note"], Value::Null, "{facet}");
        }
    }
}

#[tokio::test]
async fn a_misspelling_leads_to_what_was_written_and_to_nothing_hidden() {
    let stage = Stage::new().await;
    let (priya, kofi) = (stage.person("Priya").await, stage.person("Kofi").await);
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let (_, secret) = stage.cohort_of(&[(&kofi, Role::Learner)]).await;
    priya
        .begins(&lobby, "Birds", "A kingfisher on a branch.")
        .await;
    kofi.begins(&secret, "Birds", "A lyrebird. Nobody else knows.")
        .await;
    stage.settle().await;

    assert_eq!(
        spread(&priya, "kingfihser").await["didYouMean"],
        "kingfisher"
    );
    assert_eq!(spread(&priya, "lyerbird").await["didYouMean"], Value::Null);
    assert_eq!(spread(&kofi, "lyerbird").await["didYouMean"], "lyrebird");
}
