//! Nobody learns who is known here: not by words, and not by how much work an answer took.
use super::{person_with_password, tries};
use chrono::TimeDelta;
use communities::{InvitePerson, Role};
use kernel::Error;
use serde_json::{Value, json};
use tests::Stage;

/// What an act cost: statements, and passwords compared.
async fn work<T>(stage: &Stage, act: impl Future<Output = T>) -> (u64, u64, T) {
    let before = (stage.db().statements(), stage.app.hasher.done());
    let answer = act.await;
    let (statements, hashes) = (stage.db().statements(), stage.app.hasher.done());
    (statements - before.0, hashes - before.1, answer)
}

#[tokio::test]
async fn a_sign_in_costs_the_same_whoever_it_is_for() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    // Somebody who was never given a password.
    stage.person("Jonas").await;
    let guess = "not the password of anybody";
    assert!(tries(&stage, "first@example.org", guess).await.is_err());

    let mut costs = Vec::new();
    for email in [
        "priya@example.org",
        "jonas@example.org",
        "nobody@example.org",
    ] {
        let (statements, hashes, answer) = work(&stage, tries(&stage, email, guess)).await;
        let Err(Error::Invalid { field, message, .. }) = answer else {
            panic!("{email} came in, or heard something else");
        };
        costs.push((statements, hashes, field, message));
    }

    assert_eq!(costs[0].1, 1, "a password is compared each time");
    assert!(costs.iter().all(|cost| *cost == costs[0]), "{costs:?}");
}

#[tokio::test]
async fn asking_for_a_letter_costs_the_same_whoever_it_is_for() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    let request = "mutation($input: RequestPasswordResetInput!) {
        requestPasswordReset(input: $input) { email } }";
    let of = |email: &str| json!({ "input": { "email": email } });
    stage.stranger_asks(request, of("first@example.org")).await;

    let mut costs = Vec::new();
    for email in ["priya@example.org", "nobody@example.org"] {
        let asking = stage.stranger_asks(request, of(email));
        let (statements, hashes, mut answer) = work(&stage, asking).await;
        answer["data"]["requestPasswordReset"]["email"] = Value::Null;
        costs.push((statements, hashes, answer));
    }

    assert_eq!(costs[0].1, 0, "no password is compared for a letter");
    assert_eq!(costs[0], costs[1]);
}

#[tokio::test]
async fn an_old_invitation_tells_no_more_than_a_guessed_one() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let community = stage.cohort("Leading change").await;
    stage.joins(&amara, &community, Role::Facilitator).await;
    let invite = InvitePerson {
        community: community.id,
        email: "priya@example.org".to_owned(),
        role: Role::Learner,
    };
    let invited = amara.does(invite).await.expect("an invitation");
    let look = "query($token: String!) { invitation(token: $token) { email community { name } } }";
    let of = |token: &str| json!({ "token": token });

    let open = stage.stranger_asks(look, of(invited.token.expose())).await;
    stage.clock.advance(TimeDelta::days(15));
    let old = work(
        &stage,
        stage.stranger_asks(look, of(invited.token.expose())),
    )
    .await;
    let guessed = work(&stage, stage.stranger_asks(look, of("guessed"))).await;

    assert_eq!(
        open["data"]["invitation"]["email"], "priya@example.org",
        "{open}"
    );
    assert_eq!((old.1, old.2), (guessed.1, guessed.2));
}
