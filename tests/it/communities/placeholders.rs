//! Who an archive knew by name alone comes to have an address, and an account.
use communities::Role;
use identity::{CreatePerson, NewPerson, Standing};
use kernel::{MemoryMail, run_due_jobs};
use serde_json::{Value, json};
use server::config::Language;
use server::letters::{PostOffice, Reach, Scribe, workers};
use std::sync::Arc;
use tests::{Person, Stage, error_of};

const INVITE: &str = "mutation($input: InvitePlaceholderInput!) {
    invitePlaceholder(input: $input) { handle isPlaceholder } }";
const LOOK: &str = "query($token: String!) { invitation(token: $token) {
    email role claims invitedBy community { name } } }";
const ACCEPT: &str = "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
    person { handle name isPlaceholder } memberships(first: 5) { edges { node { role } } } } }";

/// Somebody an archive named, without an address.
async fn named_by_an_archive<'stage>(stage: &'stage Stage, name: &str) -> Person<'stage> {
    let person = NewPerson {
        standing: Standing::Placeholder {
            of: "stackexchange".to_owned(),
        },
        ..NewPerson::named(name)
    };
    let placeholder = CreatePerson {
        person,
        password: None,
    };
    let placeholder = stage.does(placeholder).await.expect("a placeholder");
    stage.finds(&placeholder.handle).await
}

/// Sends what waits to be sent; returns the letters as they arrive: to whom, and the text.
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
    run_due_jobs(stage.db(), &workers(&Arc::new(office)))
        .await
        .expect("letters");
    let letters = mail.letters().into_iter();
    letters.map(|letter| (letter.to, letter.text)).collect()
}

fn token_in(letter: &str) -> String {
    let (_, link) = letter.split_once("/invite/").expect("a link");
    link.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn to_be(placeholder: &Person<'_>, email: &str) -> Value {
    json!({ "input": { "person": placeholder.record.id.to_string(), "email": email } })
}

fn comes_in(token: &str) -> Value {
    json!({ "input": { "token": token, "name": "Elise Dubois", "password": "four quiet otters juggle" } })
}

#[tokio::test]
async fn a_name_without_an_address_becomes_an_account_by_the_letter_alone() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines Duarte").await;
    let elise = named_by_an_archive(&stage, "elise_d").await;
    let (community, _) = stage.cohort_of(&[(&elise, Role::Expert)]).await;

    let invited = ines.asks(INVITE, to_be(&elise, "Elise@example.org")).await;
    let letters = letters(&stage).await;
    let [(to, text)] = letters.as_slice() else {
        panic!("one letter, not {letters:?}");
    };
    let token = token_in(text);
    let seen = stage.stranger_asks(LOOK, json!({ "token": token })).await;
    let came = stage.stranger_asks(ACCEPT, comes_in(&token)).await;
    let again = stage.stranger_asks(ACCEPT, comes_in(&token)).await;

    let handle = &elise.record.handle;
    assert_eq!(
        invited["data"]["invitePlaceholder"],
        json!({ "handle": handle, "isPlaceholder": true }),
        "{invited}"
    );
    assert_eq!(to, "elise@example.org");
    assert!(text.contains("under the name elise_d"), "{text}");
    assert_eq!(
        seen["data"]["invitation"],
        json!({ "email": "elise@example.org", "role": "EXPERT", "claims": "elise_d",
            "invitedBy": "Ines Duarte", "community": { "name": community.name } }),
    );
    assert_eq!(
        came["data"]["acceptInvitation"],
        json!({ "person": { "handle": handle, "name": "Elise Dubois", "isPlaceholder": false },
            "memberships": { "edges": [{ "node": { "role": "EXPERT" } }] } }),
        "{came}"
    );
    assert_eq!(again["errors"][0]["extensions"]["field"], "token");
}

#[tokio::test]
async fn a_letter_to_a_wrong_address_opens_nothing_once_the_right_one_is_named() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let elise = named_by_an_archive(&stage, "elise_d").await;
    stage.cohort_of(&[(&elise, Role::Learner)]).await;

    ines.asks(INVITE, to_be(&elise, "elsie@example.org")).await;
    let wrong = token_in(&letters(&stage).await[0].1);
    ines.asks(INVITE, to_be(&elise, "elise@example.org")).await;
    let right = token_in(&letters(&stage).await[0].1);
    let grabbed = stage.stranger_asks(ACCEPT, comes_in(&wrong)).await;
    let came = stage.stranger_asks(ACCEPT, comes_in(&right)).await;

    assert_eq!(grabbed["errors"][0]["extensions"]["field"], "token");
    let handle = &came["data"]["acceptInvitation"]["person"]["handle"];
    assert_eq!(handle, elise.record.handle.as_str(), "{came}");
}

#[tokio::test]
async fn who_may_not_say_who_a_placeholder_is_hears_why() {
    let stage = Stage::new().await;
    let (ines, amara) = (
        stage.administrator("Ines").await,
        stage.person("Amara").await,
    );
    let (elise, alone) = (
        named_by_an_archive(&stage, "elise_d").await,
        named_by_an_archive(&stage, "nobody_s").await,
    );
    let members = [(&amara, Role::Facilitator), (&elise, Role::Learner)];
    stage.cohort_of(&members).await;

    let by_a_facilitator = amara.asks(INVITE, to_be(&elise, "e@example.org")).await;
    let taken = ines.asks(INVITE, to_be(&elise, "amara@example.org")).await;
    let no_address = ines.asks(INVITE, to_be(&elise, "elise")).await;
    let no_placeholder = ines.asks(INVITE, to_be(&amara, "a@example.org")).await;
    let nowhere = ines.asks(INVITE, to_be(&alone, "alone@example.org")).await;

    for (answer, code, word) in [
        (by_a_facilitator, "FORBIDDEN", "administrators"),
        (taken, "CONFLICT", "address"),
        (no_address, "INVALID", "address"),
        (no_placeholder, "CONFLICT", "somebody's already"),
        (nowhere, "CONFLICT", "no community"),
    ] {
        let said = error_of(&answer);
        assert_eq!(said.0, code, "{answer}");
        assert!(said.1.contains(word), "no \"{word}\" in: {}", said.1);
    }
    assert!(letters(&stage).await.is_empty());
}
