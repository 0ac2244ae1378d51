//! People are added, invited and let in again from the command line, whether a server runs or not.
use communities::Role;
use identity::{CreatePerson, NewPerson, Standing};
use serde_json::json;
use tests::{Program, error_of};

const PASSWORD: &str = "four quiet otters juggle";
const BETTER: &str = "seven loud herons whistle";

/// The last part of the link in what was printed.
fn token_in(out: &str, way: &str) -> String {
    let (_, link) = out
        .split_once(way)
        .unwrap_or_else(|| panic!("no link in: {out}"));
    link.split_whitespace()
        .next()
        .unwrap_or_default()
        .to_owned()
}

async fn ada(program: &Program) {
    let create = [
        "person",
        "create",
        "--name",
        "Ada",
        "--email",
        "ada@example.org",
    ];
    let words = [&create[..], &["--administrator", "--password-stdin"]].concat();
    let said = program.runs_told(&words, &format!("{PASSWORD}\n")).await;
    assert_eq!(
        (said.code, said.out.trim()),
        (Some(0), "Ada is @ada"),
        "{said:?}"
    );
}

#[tokio::test]
async fn a_person_who_was_added_signs_in() {
    let program = Program::new().await;
    let server = program.serves().await;
    ada(&program).await;
    let mut browser = server.visitor();

    let wrong = browser
        .signs_in("ada@example.org", "not her password")
        .await;
    let right = browser.signs_in("ada@example.org", PASSWORD).await;
    let viewer = "{ viewer { isAdministrator person { handle } } }";
    let viewer = browser.asks(viewer, json!({})).await;

    assert_eq!(error_of(&wrong).0, "INVALID");
    assert_eq!(right["data"]["signIn"]["email"], "ada@example.org");
    let known = json!({ "isAdministrator": true, "person": { "handle": "ada" } });
    assert_eq!(viewer["data"]["viewer"], known);
}

#[tokio::test]
async fn a_person_without_a_password_chooses_one_by_the_printed_link() {
    let program = Program::new().await;
    let create = [
        "person",
        "create",
        "--name",
        "Ben",
        "--email",
        "ben@example.org",
    ];
    let created = program.runs(&create).await;
    let server = program.serves().await;
    let reset = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }";
    let choose = async |token: String, password: &str| {
        let input = json!({ "input": { "token": token, "password": password } });
        server.visitor().asks(reset, input).await
    };

    let first = choose(token_in(&created.out, "/reset/"), PASSWORD).await;
    let forgot = program
        .runs(&["person", "reset-password", "ben@example.org"])
        .await;
    let second = choose(token_in(&forgot.out, "/reset/"), BETTER).await;
    let again = choose(token_in(&forgot.out, "/reset/"), PASSWORD).await;

    assert_eq!(first["data"]["resetPassword"]["email"], "ben@example.org");
    assert_eq!(second["data"]["resetPassword"]["email"], "ben@example.org");
    assert!(again.get("errors").is_some(), "a link works once: {again}");
    let mut browser = server.visitor();
    let old = browser.signs_in("ben@example.org", PASSWORD).await;
    let new = browser.signs_in("ben@example.org", BETTER).await;
    assert!(old.get("errors").is_some(), "{old}");
    assert_eq!(new["data"]["signIn"]["email"], "ben@example.org");
}

#[tokio::test]
async fn an_invitation_lets_somebody_in() {
    let program = Program::new().await;
    let community = program.stage().await.cohort("Leading change").await;
    let invite = ["person", "invite", "priya@example.org", "--community"];
    let words = [&invite[..], &[&community.slug, "--role", "moderator"]].concat();

    let said = program.runs(&words).await;
    let server = program.serves().await;
    let accept = "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
        person { name } memberships(first: 5) { edges { node { role community { slug } } } } } }";
    let token = token_in(&said.out, "/invite/");
    let input = json!({ "token": token, "name": "Priya Raman", "password": PASSWORD });
    let answer = server
        .visitor()
        .asks(accept, json!({ "input": input }))
        .await;

    let viewer = &answer["data"]["acceptInvitation"];
    assert_eq!(viewer["person"]["name"], "Priya Raman", "{answer}");
    let member = json!({ "role": "MODERATOR", "community": { "slug": community.slug } });
    assert_eq!(viewer["memberships"]["edges"], json!([{ "node": member }]));
}

#[tokio::test]
async fn a_placeholder_is_told_whose_it_is_and_no_link_is_printed() {
    let program = Program::new().await;
    {
        let stage = program.stage().await;
        let mei = NewPerson {
            standing: Standing::Placeholder {
                of: "slack".to_owned(),
            },
            ..NewPerson::named("Mei Wu")
        };
        let (person, password) = (mei, None);
        let mei = stage.does(CreatePerson { person, password }).await;
        let mei = stage.finds(&mei.expect("a placeholder").handle).await;
        stage.cohort_of(&[(&mei, Role::Learner)]).await;
    }
    let invite = ["person", "invite", "mei@example.org"];

    let said = program
        .runs(&[&invite[..], &["--as", "mei-wu"]].concat())
        .await;
    let both = ["--as", "mei-wu", "--community", "leading-change"];
    let both = program.runs(&[&invite[..], &both].concat()).await;
    let neither = program.runs(&invite).await;
    let unknown = program
        .runs(&[&invite[..], &["--as", "mei"]].concat())
        .await;

    assert_eq!(said.code, Some(0), "{said:?}");
    assert!(said.out.contains("@mei-wu") && !said.out.contains("/invite/"));
    assert_eq!((both.code, neither.code), (Some(2), Some(2)), "{neither:?}");
    assert!(
        unknown.err.contains("nobody with the handle mei"),
        "{unknown:?}"
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_person_is_said_in_words() {
    let program = Program::new().await;
    ada(&program).await;
    let create = ["person", "create", "--name", "Ada", "--email"];
    let refused = async |words: &[&str], typed: &str| {
        let said = program.runs_told(words, typed).await;
        assert_eq!(said.code, Some(1), "{said:?}");
        said.err
    };

    let twice = refused(&[&create[..], &["ada@example.org"]].concat(), "").await;
    let no_address = refused(&[&create[..], &["ada"]].concat(), "").await;
    let short = [&create[..], &["eve@example.org", "--password-stdin"]].concat();
    let short = refused(&short, "short").await;
    let nobody = refused(&["person", "reset-password", "eve@example.org"], "").await;
    let nowhere = [
        "person",
        "invite",
        "eve@example.org",
        "--community",
        "atlantis",
    ];
    let nowhere = refused(&nowhere, "").await;

    for (said, word) in [
        (twice, "address"),
        (no_address, "address"),
        (short, "15"),
        (nobody, "person create"),
        (nowhere, "no community atlantis"),
    ] {
        assert!(said.contains(word), "no \"{word}\" in: {said}");
    }
}
