//! Passwords: good ones, changed ones, forgotten ones.
use super::{BETTER, GOOD, opens, person_with_password, secret, tries};
use chrono::TimeDelta;
use identity::{
    CreateApiToken, CreatePerson, MailReset, NewPassword, NewPerson, ResetPassword, Scope, Secret,
    SignedOut, Visitor, api_tokens_of, check_strength, mint_reset,
};
use kernel::{Cursor, Error, facts_after};
use serde_json::json;
use tests::{Stage, error_of};

#[tokio::test]
async fn a_hundred_guesses_are_the_most_and_a_letter_still_opens() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    for _ in 0..100 {
        stage.clock.advance(TimeDelta::hours(2));
        let wrong = tries(&stage, "priya@example.org", "a wrong guess here").await;
        assert!(matches!(wrong, Err(Error::Invalid { .. })));
    }
    stage.clock.advance(TimeDelta::hours(2));

    let right = tries(&stage, "priya@example.org", GOOD).await;
    let job = MailReset {
        email: "priya@example.org".to_owned(),
    };
    let (_, token) = mint_reset(stage.db(), &job)
        .await
        .expect("an answer")
        .expect("a token");
    let reset = ResetPassword {
        token,
        password: NewPassword::new(secret(BETTER), &stage.app.hasher),
        code: None,
        visitor: Visitor::default(),
    };
    stage.does(reset).await.expect("a reset");

    assert!(matches!(right, Err(Error::Invalid { hint: Some(_), .. })));
    assert!(tries(&stage, "priya@example.org", BETTER).await.is_ok());
}

#[tokio::test]
async fn changing_a_password_ends_every_other_sign_in_and_tells_so() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;
    let here = tries(&stage, "priya@example.org", GOOD)
        .await
        .expect("a sign-in");
    let there = tries(&stage, "priya@example.org", GOOD)
        .await
        .expect("a sign-in");
    let actor = identity::actor_of(&priya);
    let change = |current: &str, new: &str| {
        let new = NewPassword::new(secret(new), &stage.app.hasher);
        identity::change_password(stage.db(), actor, here.sign_in.id, (secret(current), new))
    };

    let wrong = change("not the current one", BETTER).await;
    let weak = change(GOOD, "short").await;
    change(GOOD, BETTER).await.expect("a change");

    assert!(matches!(
        wrong,
        Err(Error::Invalid {
            field: "current",
            ..
        })
    ));
    assert!(matches!(
        weak,
        Err(Error::Invalid {
            field: "password",
            ..
        })
    ));
    assert!(opens(&stage, &here.token).await);
    assert!(!opens(&stage, &there.token).await);
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 100)
        .await
        .expect("the log");
    let ended: Vec<_> = facts
        .iter()
        .filter_map(kernel::Fact::as_event::<SignedOut>)
        .collect();
    assert_eq!(
        ended,
        [SignedOut {
            person: priya.id,
            sign_ins: vec![there.sign_in.id]
        }]
    );
    assert!(tries(&stage, "priya@example.org", GOOD).await.is_err());
}

#[tokio::test]
async fn a_letter_resets_a_password_once() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    let before = tries(&stage, "priya@example.org", GOOD)
        .await
        .expect("a sign-in");
    let job = MailReset {
        email: "priya@example.org".to_owned(),
    };
    let (_, first) = mint_reset(stage.db(), &job)
        .await
        .expect("an answer")
        .expect("a token");
    let (_, second) = mint_reset(stage.db(), &job)
        .await
        .expect("an answer")
        .expect("a token");
    let reset = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }";
    let with = |token: &Secret| json!({ "input": { "token": token.expose(), "password": BETTER } });

    let done = stage.stranger_asks(reset, with(&second)).await;
    let again = stage.stranger_asks(reset, with(&second)).await;
    let sibling = stage.stranger_asks(reset, with(&first)).await;

    assert_eq!(
        done["data"]["resetPassword"]["email"], "priya@example.org",
        "{done}"
    );
    assert!(!opens(&stage, &before.token).await);
    for late in [again, sibling] {
        assert_eq!(late["errors"][0]["extensions"]["field"], "token", "{late}");
    }
}

#[tokio::test]
async fn asking_for_a_letter_tells_nothing_and_an_old_link_is_dead() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    let request = "mutation($input: RequestPasswordResetInput!) {
        requestPasswordReset(input: $input) { email } }";
    let of = |email: &str| json!({ "input": { "email": email } });

    for email in ["priya@example.org", "nobody@example.org"] {
        for _ in 0..5 {
            let answer = stage.stranger_asks(request, of(email)).await;
            assert_eq!(
                answer,
                json!({ "data": { "requestPasswordReset": { "email": email } } })
            );
        }
    }
    let job = |email: &str| MailReset {
        email: email.to_owned(),
    };
    let nobody = mint_reset(stage.db(), &job("nobody@example.org"))
        .await
        .expect("an answer");
    let priya = mint_reset(stage.db(), &job("priya@example.org"))
        .await
        .expect("an answer");
    let (_, token) = priya.expect("a token");
    stage.clock.advance(TimeDelta::minutes(61));
    let reset = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { email } }";
    let late = json!({ "input": { "token": token.expose(), "password": BETTER } });

    assert!(nobody.is_none());
    assert_eq!(
        error_of(&stage.stranger_asks(reset, late).await).0,
        "INVALID"
    );
}

#[test]
fn a_password_is_long_and_not_what_one_would_guess_first() {
    let about = ["Priya Raman", "priya@example.org"];
    for weak in [
        "",
        "Tr0ub4dor&3",
        "aaaaaaaaaaaaaaaa",
        "123456789012345",
        "passwordpassword",
        "Password1234567!",
        "qwertyuiopasdfgh",
        "interlude interlude",
        "PriyaRaman2026!",
        "correcthorsebatterystaple",
        "abcxyzabcxyzabcxyz",
    ] {
        let refused = check_strength(weak, &about);
        assert!(
            matches!(refused, Err(Error::Invalid { hint: Some(_), .. })),
            "{weak}"
        );
    }
    for fine in [
        GOOD,
        BETTER,
        "m8#Kq2vLx9!pTz4w",
        "пять тихих выдр играют",
        "   spaces count too   yes",
    ] {
        assert!(check_strength(fine, &about).is_ok(), "{fine}");
    }
    assert!(
        check_strength(&"lorem ipsum ".repeat(100), &about).is_err(),
        "256 characters are the most"
    );
}

#[tokio::test]
async fn the_same_password_typed_on_two_keyboards_opens() {
    let stage = Stage::new().await;
    let person = NewPerson {
        email: Some("jose@example.org".to_owned()),
        ..NewPerson::named("José")
    };
    let composed = NewPassword::new(secret("caf\u{e9} del gato gordo"), &stage.app.hasher);
    stage
        .does(CreatePerson {
            person,
            password: Some(composed),
        })
        .await
        .expect("a person");

    assert!(
        tries(&stage, "jose@example.org", "cafe\u{301} del gato gordo")
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn a_reset_by_a_link_ends_every_token() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;
    let actor = identity::actor_of(&priya);
    let holds = async || {
        let held = api_tokens_of(&stage.db().read(), priya.id).await;
        held.expect("tokens").len()
    };
    let makes = async || {
        let make = CreateApiToken {
            name: "calendar".to_owned(),
            scopes: vec![Scope::Read],
            days: None,
        };
        stage.db().write(actor, make).await.expect("a token");
    };
    makes().await;
    let job = MailReset {
        email: "priya@example.org".to_owned(),
    };
    let minted = mint_reset(stage.db(), &job).await.expect("an answer");
    let unused = holds().await;
    let reset = ResetPassword {
        token: minted.expect("a token").1,
        password: NewPassword::new(secret(BETTER), &stage.app.hasher),
        code: None,
        visitor: Visitor::default(),
    };
    stage.does(reset).await.expect("a reset");
    let after_reset = holds().await;

    assert_eq!((unused, after_reset), (1, 0));
}
