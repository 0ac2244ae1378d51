//! Words that mean the same.
use super::{bodies, found};
use communities::Role;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const ALSO: &str = "query($query: String!) { search(query: $query, first: 10) {
    totalCount alsoSearched didYouMean facets { of name count } } }";

async fn also(person: &Person<'_>, query: &str) -> Value {
    let answer = person.asks(ALSO, json!({ "query": query })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["search"].clone()
}

async fn acts(person: &Person<'_>, verb: &str, input: Value) -> Value {
    let kind = verb[..1].to_uppercase() + &verb[1..];
    let act = format!("mutation($input: {kind}Input!) {{ {verb}(input: $input) {{ id words }} }}");
    person.asks(&act, json!({ "input": input })).await
}

#[tokio::test]
async fn who_looks_for_a_word_finds_what_means_the_same_below() {
    let stage = Stage::new().await;
    let (ines, priya) = (
        stage.administrator("Ines").await,
        stage.person("Priya").await,
    );
    let (_, lobby) = stage.cohort_of(&[(&priya, Role::Learner)]).await;
    let thread = priya
        .begins(&lobby, "Autumn", "Our OKR for the autumn.")
        .await;
    priya
        .posts(&thread, "We wrote objectives and key results.")
        .await;
    stage.settle().await;
    assert_eq!(found(&priya, "okr").await["totalCount"], 1);
    assert_eq!(also(&priya, "okr").await["alsoSearched"], json!([]));

    let words = json!({ "words": [" OKR ", "objectives and key results", "okr"] });
    let added = acts(&ines, "addSynonyms", words).await["data"]["addSynonyms"].clone();
    assert_eq!(added["words"], json!(["OKR", "objectives and key results"]));
    stage.settle().await;
    assert_eq!(
        bodies(&found(&priya, "okr").await),
        [
            "Our OKR for the autumn.",
            "We wrote objectives and key results."
        ]
    );
    let told = also(&priya, "okr").await;
    assert_eq!(told["alsoSearched"], json!(["objectives and key results"]));

    let change = json!({ "synonyms": added["id"], "words": ["OKR", "goals"] });
    acts(&ines, "updateSynonyms", change).await;
    stage.settle().await;
    assert_eq!(found(&priya, "okr").await["totalCount"], 1);
    acts(&ines, "removeSynonyms", json!({ "synonyms": added["id"] })).await;
    stage.settle().await;
    assert_eq!(also(&priya, "okr").await["alsoSearched"], json!([]));
}

#[tokio::test]
async fn administrators_alone_say_which_words_mean_the_same() {
    let stage = Stage::new().await;
    let (ines, amara) = (
        stage.administrator("Ines").await,
        stage.person("Amara").await,
    );
    stage.cohort_of(&[(&amara, Role::Facilitator)]).await;
    let words = json!({ "words": ["a", "b"] });
    let refused = acts(&amara, "addSynonyms", words.clone()).await;
    assert_eq!(error_of(&refused).0, "FORBIDDEN");
    let list = "{ synonyms { words } }";
    assert_eq!(error_of(&amara.asks(list, json!({})).await).0, "FORBIDDEN");
    for few in [json!(["one"]), json!(["one", " One"]), json!(vec!["x"; 13])] {
        let refused = acts(&ines, "addSynonyms", json!({ "words": few })).await;
        assert_eq!(
            refused["errors"][0]["extensions"]["field"], "words",
            "{refused}"
        );
    }
    acts(&ines, "addSynonyms", words).await;
    let answer = ines.asks(list, json!({})).await;
    assert_eq!(answer["data"]["synonyms"], json!([{ "words": ["a", "b"] }]));
}

#[tokio::test]
async fn a_synonym_tells_an_outsider_nothing_of_a_secret_word() {
    let stage = Stage::new().await;
    let (ines, noor, kofi) = (
        stage.administrator("Ines").await,
        stage.person("Noor").await,
        stage.person("Kofi").await,
    );
    let (_, open) = stage.cohort_of(&[(&noor, Role::Learner)]).await;
    let (_, secret) = stage.cohort_of(&[(&kofi, Role::Learner)]).await;
    noor.begins(&open, "Birds", "A nightingale sang.").await;
    acts(
        &ines,
        "addSynonyms",
        json!({ "words": ["bulbul", "nightingale", "lyrebird"] }),
    )
    .await;
    stage.settle().await;
    let asked = ["bulbul", "lyrebird", "nightingale", "bulbuls sang"];
    let answers = async || {
        let mut answers = Vec::new();
        for query in asked {
            answers.push(also(&noor, query).await);
        }
        answers
    };
    let before = answers().await;
    assert_eq!(before[0]["totalCount"], 1);

    kofi.begins(&secret, "Lyrebirds", "The bulbul and the lyrebird sang.")
        .await;
    stage.settle().await;
    assert_eq!(answers().await, before);
}
