//! People come in: passwords, sign-ins, resets, profiles.
use chrono::TimeDelta;
use identity::{
    Attempt, CreatePerson, MailReset, NewPassword, NewPerson, Reach, Secret, SignInAs, SignOut,
    SignedOut, SweepExpired, TouchSignIn, Visitor, check_strength, device_label, mint_reset,
    parse_email, sign_in, sign_in_seen, token_hash,
};
use kernel::{Cursor, Error, facts_after};
use serde_json::{Value, json};
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
    let reset = identity::ResetPassword {
        token,
        password: NewPassword::new(secret(BETTER), &stage.app.hasher),
        visitor: Visitor::default(),
    };
    stage.does(reset).await.expect("a reset");

    assert!(matches!(right, Err(Error::Invalid { hint: Some(_), .. })));
    assert!(tries(&stage, "priya@example.org", BETTER).await.is_ok());
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
async fn a_handle_is_made_of_the_name_and_nobody_has_it_twice() {
    let stage = Stage::new().await;
    let mut handles = Vec::new();
    for name in [
        "Tomás Herrera",
        "Tomas Herrera",
        "李雷",
        "Everyone",
        "Tomás Herrera",
    ] {
        let person = NewPerson::named(name);
        let created = stage
            .does(CreatePerson {
                person,
                password: None,
            })
            .await
            .expect(name);
        handles.push(created.handle);
    }
    let taken = NewPerson {
        handle: Some("person".to_owned()),
        ..NewPerson::named("Mei")
    };
    let taken = stage
        .does(CreatePerson {
            person: taken,
            password: None,
        })
        .await;

    assert_eq!(
        handles,
        [
            "tomas-herrera",
            "tomas-herrera-2",
            "person",
            "person-2",
            "tomas-herrera-3"
        ]
    );
    assert!(matches!(
        taken,
        Err(Error::Invalid {
            field: "handle",
            ..
        })
    ));
}

#[tokio::test]
async fn a_profile_says_what_its_person_wants_it_to_say() {
    let stage = Stage::new().await;
    let mei = stage.person("Mei").await;
    let update = "mutation($input: UpdateProfileInput!) { updateProfile(input: $input) {
        person { name pronunciation zone askMeAbout handle } } }";
    let with = |input: Value| json!({ "input": input });

    mei.asks(
        update,
        with(json!({ "pronunciation": "may", "askMeAbout": "retrospectives" })),
    )
    .await;
    let cleared = mei
        .asks(
            update,
            with(
                json!({ "name": " Mei\u{202e}  Wu ", "pronunciation": "", "zone": "Asia/Taipei" }),
            ),
        )
        .await;
    let nowhere = mei
        .asks(update, with(json!({ "zone": "Europe/Atlantis" })))
        .await;
    let reserved = mei
        .asks(update, with(json!({ "handle": "everyone" })))
        .await;
    let stranger = stage
        .stranger_asks(update, with(json!({ "name": "Mallory" })))
        .await;

    assert_eq!(
        cleared["data"]["updateProfile"]["person"],
        json!({ "name": "Mei Wu", "pronunciation": null, "zone": "Asia/Taipei",
            "askMeAbout": "retrospectives", "handle": "mei" }),
    );
    assert_eq!(nowhere["errors"][0]["extensions"]["field"], "zone");
    assert_eq!(reserved["errors"][0]["extensions"]["field"], "handle");
    assert_eq!(
        error_of(&stranger),
        ("SIGN_IN_FIRST".into(), "please sign in".into())
    );
}

#[tokio::test]
async fn preferences_are_kept_one_by_one() {
    let stage = Stage::new().await;
    let noor = stage.person("Noor").await;
    let update = "mutation($input: UpdatePreferencesInput!) { updatePreferences(input: $input) {
        preferences { theme language textScale lessMotion readingFont singleKeys } } }";

    noor.asks(
        update,
        json!({ "input": { "theme": "DARK", "lessMotion": true } }),
    )
    .await;
    let both = noor
        .asks(
            update,
            json!({ "input": { "language": "de", "textScale": "LARGER" } }),
        )
        .await;
    let klingon = noor
        .asks(update, json!({ "input": { "language": "tlh" } }))
        .await;

    assert_eq!(
        both["data"]["updatePreferences"]["preferences"],
        json!({ "theme": "DARK", "language": "de", "textScale": "LARGER", "lessMotion": true,
            "readingFont": "INTERLUDE", "singleKeys": true }),
    );
    assert_eq!(klingon["errors"][0]["extensions"]["field"], "language");
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
fn an_address_is_one_that_a_letter_can_reach() {
    assert_eq!(
        parse_email("  Amara.Okafor+ilt@Example.ORG ").expect("an address"),
        "amara.okafor+ilt@example.org"
    );
    let long = format!("{}@example.org", "a".repeat(65));
    for wrong in [
        "",
        "amara",
        "@example.org",
        "a@b",
        "a b@example.org",
        "a@b@c.org",
        ".a@b.org",
        "a\n@b.org",
        &long,
    ] {
        assert!(parse_email(wrong).is_err(), "{wrong:?}");
    }
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
