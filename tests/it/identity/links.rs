//! Letters with a link that signs in.
use super::{GOOD, opens, person_with_password, secret};
use chrono::TimeDelta;
use identity::{
    MailReset, MailSignIn, Secret, SignInByLink, Visitor, mint_reset, mint_sign_in, sign_in_by_link,
};
use kernel::Error;
use serde_json::json;
use tests::{Stage, error_of};

async fn letter_to(stage: &Stage, email: &str) -> Option<Secret> {
    let job = MailSignIn {
        email: email.to_owned(),
    };
    let minted = mint_sign_in(stage.db(), &job).await.expect("an answer");
    minted.map(|(_, token)| token)
}

async fn enters(stage: &Stage, token: &Secret) -> Result<identity::FreshSignIn, Error> {
    let sign_in = SignInByLink {
        token: token.clone(),
        code: None,
        visitor: Visitor::default(),
    };
    sign_in_by_link(stage.db(), sign_in).await
}

fn is_used_up<T>(tried: &Result<T, Error>) -> bool {
    matches!(tried, Err(Error::Invalid { field: "token", .. }))
}

#[tokio::test]
async fn a_link_signs_in_once_and_for_a_quarter_of_an_hour() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    let first = letter_to(&stage, "priya@example.org").await.expect("one");
    let second = letter_to(&stage, "priya@example.org").await.expect("one");

    let both = tokio::join!(enters(&stage, &first), enters(&stage, &first));
    let sibling = enters(&stage, &second).await;
    let third = letter_to(&stage, "priya@example.org").await.expect("one");
    stage.clock.advance(TimeDelta::minutes(15));
    let late = enters(&stage, &third).await;

    assert_ne!(
        both.0.is_ok(),
        both.1.is_ok(),
        "of two at once one comes in"
    );
    let came = both.0.or(both.1).expect("a sign-in");
    assert!(opens(&stage, &came.token).await);
    assert!(is_used_up(&sibling), "a letter sent twice opens once");
    assert!(is_used_up(&late));
    assert!(is_used_up(&enters(&stage, &secret("guessed")).await));
}

#[tokio::test]
async fn asking_for_a_link_tells_nothing() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    let request = "mutation($input: RequestSignInLinkInput!) {
        requestSignInLink(input: $input) { email } }";
    for email in ["priya@example.org", "nobody@example.org"] {
        for _ in 0..5 {
            let asked = json!({ "input": { "email": email } });
            let before = stage.db().statements();
            let answer = stage.stranger_asks(request, asked).await;
            assert!(stage.db().statements() > before);
            let expected = json!({ "data": { "requestSignInLink": { "email": email } } });
            assert_eq!(answer, expected);
        }
    }
    assert!(letter_to(&stage, "nobody@example.org").await.is_none());
}

#[tokio::test]
async fn a_link_is_no_new_password_and_the_other_way_round() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    let link = letter_to(&stage, "priya@example.org").await.expect("one");
    let job = MailReset {
        email: "priya@example.org".to_owned(),
    };
    let minted = mint_reset(stage.db(), &job).await.expect("an answer");
    let (_, for_password) = minted.expect("a token");
    let reset = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }";
    let input = json!({ "input": { "token": link.expose(), "password": GOOD } });

    let by_link = stage.stranger_asks(reset, input).await;

    assert_eq!(error_of(&by_link).0, "INVALID");
    assert!(is_used_up(&enters(&stage, &for_password).await));
    assert!(enters(&stage, &link).await.is_ok());
}

#[tokio::test]
async fn who_is_suspended_gets_no_letter() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;
    let ines = stage.administrator("Ines").await;
    let link = letter_to(&stage, "priya@example.org").await.expect("one");
    let suspend = identity::SuspendPerson {
        person: priya.id,
        reason: "Sold our addresses".to_owned(),
    };
    ines.does(suspend).await.expect("kept out");

    let with_old = enters(&stage, &link).await;

    assert!(matches!(with_old, Err(Error::Forbidden(_))));
    assert!(letter_to(&stage, "priya@example.org").await.is_none());
}
