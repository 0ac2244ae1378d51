//! People come in and go out.
mod accounts;
mod alike;
mod confirming;
mod factors;
mod links;
mod passkeys;
mod passwords;
mod people;
mod requiring;

use chrono::TimeDelta;
use communities::Role;
use identity::{
    Attempt, CreatePerson, NewPassword, NewPerson, Reach, Secret, SignInAs, SignOut, SweepExpired,
    TouchSignIn, Visitor, device_label, sign_in, sign_in_seen, token_hash,
};
use kernel::Error;
use serde_json::json;
use tests::{Stage, error_of};

const GOOD: &str = "four quiet otters juggle";
const BETTER: &str = "seven loud herons whistle";
const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) {
    email person { handle isViewer } signIns { device isCurrent } } }";

fn secret(text: &str) -> Secret {
    Secret::new(text)
}

async fn person_with_password(stage: &Stage, name: &str) -> identity::Person {
    let handle = kernel::slug(name);
    let person = NewPerson {
        email: Some(format!("{handle}@example.org")),
        ..NewPerson::named(name)
    };
    let password = Some(NewPassword::new(secret(GOOD), &stage.app.hasher));
    stage
        .does(CreatePerson { person, password })
        .await
        .expect("a person")
}

async fn tries(stage: &Stage, email: &str, password: &str) -> Result<identity::FreshSignIn, Error> {
    let visitor = Visitor::new(Some("192.0.2.7".parse().expect("an address")), "");
    let attempt = Attempt {
        email: email.to_owned(),
        password: secret(password),
        code: None,
        visitor,
    };
    sign_in(stage.db(), &stage.app.hasher, attempt).await
}

async fn opens(stage: &Stage, token: &Secret) -> bool {
    let hash = token_hash(token.expose());
    let seen = sign_in_seen(&stage.db().read(), &hash, stage.db().now()).await;
    seen.expect("an answer").is_some()
}

#[tokio::test]
async fn the_right_password_opens_with_a_new_token_each_time() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;

    let first = tries(&stage, " Priya@Example.org ", GOOD)
        .await
        .expect("a sign-in");
    let second = tries(&stage, "priya@example.org", GOOD)
        .await
        .expect("a sign-in");
    let before = stage.db().statements();
    let hash = token_hash(first.token.expose());
    let seen = sign_in_seen(&stage.db().read(), &hash, stage.db().now())
        .await
        .expect("an answer");

    assert_eq!(
        stage.db().statements() - before,
        1,
        "every request asks this"
    );
    assert_eq!(
        seen.map(|(sign_in, person)| (sign_in.id, person.id)),
        Some((first.sign_in.id, priya.id))
    );
    assert_ne!(first.token, second.token);
    assert_ne!(first.sign_in.token_hash, first.token.expose().as_bytes());
    assert!(!opens(&stage, &secret("")).await);
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_are_answered_alike() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    let input =
        |email: &str| json!({ "input": { "email": email, "password": "not her password" } });

    let wrong = stage
        .stranger_asks(SIGN_IN, input("priya@example.org"))
        .await;
    let unknown = stage
        .stranger_asks(SIGN_IN, input("nobody@example.org"))
        .await;

    assert_eq!(error_of(&wrong).0, "INVALID");
    assert_eq!(wrong, unknown);
}

#[tokio::test]
async fn the_answer_to_a_sign_in_is_already_that_of_the_person() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    let input = json!({ "input": { "email": "priya@example.org", "password": GOOD } });

    let answer = stage.stranger_asks(SIGN_IN, input).await;

    let viewer = &answer["data"]["signIn"];
    assert_eq!(
        viewer["person"],
        json!({ "handle": "priya", "isViewer": true }),
        "{answer}"
    );
    assert_eq!(
        viewer["signIns"],
        json!([{ "device": "Unknown device", "isCurrent": true }])
    );
}

#[tokio::test]
async fn guessing_makes_the_door_rest_and_never_for_ever() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    for _ in 0..6 {
        let wrong = tries(&stage, "priya@example.org", "a wrong guess here").await;
        assert!(matches!(
            wrong,
            Err(Error::Invalid {
                field: "password",
                ..
            })
        ));
    }

    let too_soon = tries(&stage, "priya@example.org", GOOD).await;
    stage.clock.advance(TimeDelta::seconds(2));
    let later = tries(&stage, "priya@example.org", GOOD).await;
    let at_once = tries(&stage, "priya@example.org", "a slip of the hand").await;

    assert!(matches!(too_soon, Err(Error::SlowDown(1..=2))));
    assert!(later.is_ok());
    assert!(
        matches!(at_once, Err(Error::Invalid { .. })),
        "a right password forgets the wrong ones"
    );
}

#[tokio::test]
async fn guesses_at_the_same_moment_do_not_outrun_the_count() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;

    let guesses = (0..40).map(|_| tries(&stage, "priya@example.org", "a wrong guess here"));
    let outcomes = futures_util::future::join_all(guesses).await;

    let looked_at = outcomes
        .iter()
        .filter(|o| matches!(o, Err(Error::Invalid { .. })))
        .count();
    assert!(looked_at <= 6, "{looked_at} guesses were looked at");
}

#[tokio::test]
async fn a_sign_in_rests_after_two_weeks_and_ends_after_thirty_days() {
    let stage = Stage::new().await;
    let (ada, ines) = (stage.person("Ada").await, stage.administrator("Ines").await);
    let enter = |person: &tests::Person<'_>| SignInAs {
        person: person.record.id,
        visitor: Visitor::default(),
    };
    let idle = stage.does(enter(&ada)).await.expect("a sign-in");
    let used = stage.does(enter(&ada)).await.expect("a sign-in");
    let admin = stage.does(enter(&ines)).await.expect("a sign-in");

    stage.clock.advance(TimeDelta::hours(13));
    assert!(opens(&stage, &idle.token).await);
    assert!(
        !opens(&stage, &admin.token).await,
        "administrators rest sooner"
    );
    for day in 1..=29 {
        stage.clock.advance(TimeDelta::days(1));
        assert!(opens(&stage, &used.token).await, "day {day}");
        stage
            .does(TouchSignIn {
                sign_in: used.sign_in.id,
            })
            .await
            .expect("a touch");
    }
    assert!(!opens(&stage, &idle.token).await);
    stage.clock.advance(TimeDelta::hours(12));
    assert!(
        !opens(&stage, &used.token).await,
        "thirty days are the end, used or not"
    );
    stage.does(SweepExpired).await.expect("a sweep");
    assert!(
        ada.does(SignOut {
            sign_in: used.sign_in.id,
            reach: Reach::Everywhere
        })
        .await
        .expect("a count")
            == 0
    );
}

#[tokio::test]
async fn one_device_signs_another_out_and_nobody_elses() {
    let stage = Stage::new().await;
    let (ada, ben) = (stage.person("Ada").await, stage.person("Ben").await);
    let enter = |person: &tests::Person<'_>| SignInAs {
        person: person.record.id,
        visitor: Visitor::default(),
    };
    let lost_phone = stage.does(enter(&ada)).await.expect("a sign-in");
    let bens = stage.does(enter(&ben)).await.expect("a sign-in");
    let revoke =
        "mutation($input: RevokeSignInInput!) { revokeSignIn(input: $input) { signIns { id } } }";
    let of = |fresh: &identity::FreshSignIn| json!({ "input": { "signIn": fresh.sign_in.id.to_string() } });

    ada.asks(revoke, of(&lost_phone)).await;
    let not_hers = ada.asks(revoke, of(&bens)).await;

    assert!(!opens(&stage, &lost_phone.token).await);
    assert!(opens(&stage, &bens.token).await);
    assert_eq!(
        error_of(&not_hers),
        ("NOT_FOUND".into(), "there is no such sign-in".into())
    );
}

#[test]
fn a_device_is_told_in_a_few_words() {
    let chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
    let edge = "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1";

    assert_eq!(device_label(chrome), "Chrome on Linux");
    assert_eq!(device_label(edge), "Edge on Windows");
    assert_eq!(device_label(phone), "Safari on iPhone");
    assert_eq!(device_label("curl/8.0 <script>"), "Unknown device");
}

#[tokio::test]
async fn who_signs_in_is_answered_as_themself_in_the_same_request() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;
    let (community, _) = stage
        .cohort_of(&[(&stage.finds("priya").await, Role::Learner)])
        .await;
    let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) {
        person { isViewer communitiesInCommon { name } }
        memberships(first: 5) { edges { node { community { channels { name } } } } } } }";

    let input = json!({ "input": { "email": priya.email, "password": GOOD } });
    let came = stage.stranger_asks(sign_in, input).await;

    assert_eq!(
        came["data"]["signIn"],
        json!({
            "person": { "isViewer": true, "communitiesInCommon": [{ "name": community.name }] },
            "memberships": { "edges": [
                { "node": { "community": { "channels": [{ "name": "practice-log" }] } } },
            ] },
        }),
        "{came}",
    );
}
