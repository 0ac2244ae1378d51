//! What matters asks once more who it is, when somebody signed in a while ago.
use super::factors::with_second_factor;
use super::{GOOD, opens, person_with_password, secret, tries};
use chrono::TimeDelta;
use identity::{Proof, SignInAs, Visitor, actor_of, confirm_sign_in, is_confirmed};
use kernel::{Actor, Error};
use serde_json::json;
use tests::{Stage, error_of};

const SUSPEND: &str =
    "mutation($input: SuspendPersonInput!) { suspendPerson(input: $input) { id } }";

#[tokio::test]
async fn who_signed_in_a_while_ago_is_asked_before_they_keep_somebody_out() {
    let stage = Stage::new().await;
    let (ines, tomas) = (
        stage.administrator("Ines").await,
        stage.person("Tomas").await,
    );
    let input = json!({ "input": { "person": tomas.record.id.to_string(), "reason": "Spam" } });
    let ada = stage.person("Ada").await;
    for somebody in [&ines, &ada] {
        somebody.asks("{ viewer { email } }", json!({})).await;
    }
    stage.clock.advance(TimeDelta::minutes(16));

    let by_nobody = stage.stranger_asks(SUSPEND, input.clone()).await;
    let late = ines.asks(SUSPEND, input.clone()).await;
    let by_ada = ada.asks(SUSPEND, input.clone()).await;
    let anew = stage.finds("ines").await;
    let fresh = anew.asks(SUSPEND, input).await;

    assert_eq!(error_of(&by_nobody).0, "SIGN_IN_FIRST");
    assert_eq!(error_of(&late).0, "CONFIRM");
    assert_eq!(error_of(&by_ada).0, "CONFIRM", "nobody learns more by it");
    assert!(fresh.get("errors").is_none(), "{fresh}");
}

#[tokio::test]
async fn whoever_changes_the_ways_in_shows_first_who_they_are() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    ines.asks("{ viewer { email } }", json!({})).await;
    stage.clock.advance(TimeDelta::minutes(16));
    let provider = "provider: \"ssoprovider_01h455vb4pex5vsknk084sn02q\"";
    let described =
        "slug: \"a\", name: \"A\", kind: OPEN_ID, issuer: \"https://a.example\", clientId: \"a\"";

    let somebody = || "person: \"person_01h455vb4pex5vsknk084sn02q\"".to_owned();
    for (act, input, answer) in [
        ("createSsoProvider", described.to_owned(), "id"),
        (
            "updateSsoProvider",
            format!("{provider}, {described}"),
            "id",
        ),
        ("switchSsoProvider", format!("{provider}, on: true"), "id"),
        ("removeSsoProvider", provider.to_owned(), "provider"),
        ("beginSsoTest", provider.to_owned(), "url"),
        ("linkAccount", "slug: \"nowhere\"".to_owned(), "url"),
        (
            "unlinkAccount",
            "account: \"ssoaccount_01h455vb4pex5vsknk084sn02q\"".to_owned(),
            "email",
        ),
        (
            "createApiToken",
            "name: \"x\", scopes: [WRITE]".to_owned(),
            "secret",
        ),
        (
            "setSecondFactorRule",
            "askedOf: EVERYBODY, graceDays: 7".to_owned(),
            "askedOf",
        ),
        (
            "removePasskey",
            "passkey: \"passkey_01h455vb4pex5vsknk084sn02q\"".to_owned(),
            "email",
        ),
        ("createServiceToken", "name: \"x\"".to_owned(), "secret"),
        ("exportAuditLog", String::new(), "csv"),
        (
            "sendInvites",
            "list: \"invitelist_01h455vb4pex5vsknk084sn02q\"".to_owned(),
            "id",
        ),
        ("appointAdministrator", somebody(), "id"),
        ("dismissAdministrator", somebody(), "id"),
        ("endSignIns", somebody(), "id"),
        ("sendPasswordReset", somebody(), "id"),
    ] {
        let ask = format!("mutation {{ {act}(input: {{ {input} }}) {{ {answer} }} }}");
        let late = ines.asks(&ask, json!({})).await;
        assert_eq!(error_of(&late).0, "CONFIRM", "{act}: {late}");
    }
}

#[tokio::test]
async fn showing_it_changes_the_token_and_counts_for_a_quarter_of_an_hour() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;
    let actor = actor_of(&priya);
    let before = tries(&stage, "priya@example.org", GOOD).await;
    let before = before.expect("a sign-in");
    stage.clock.advance(TimeDelta::hours(2));
    let show = async |password: &str| {
        let proof = Proof::Password(secret(password));
        let shown = (before.sign_in.id, proof);
        confirm_sign_in(stage.db(), &stage.app.hasher, actor, shown).await
    };

    let wrong = show("not her password").await;
    let still = opens(&stage, &before.token).await;
    let after = show(GOOD).await.expect("the same sign-in");
    let shown_at = stage.db().now();

    assert!(matches!(
        wrong,
        Err(Error::Invalid {
            field: "password",
            ..
        })
    ));
    assert!(still, "a slip of the hand ends nothing");
    assert_eq!(after.sign_in.id, before.sign_in.id);
    assert!(opens(&stage, &after.token).await);
    assert!(!opens(&stage, &before.token).await, "the old token is over");
    assert!(!is_confirmed(&before.sign_in, shown_at));
    assert!(is_confirmed(
        &after.sign_in,
        shown_at + TimeDelta::minutes(14)
    ));
    assert!(!is_confirmed(
        &after.sign_in,
        shown_at + TimeDelta::minutes(15)
    ));
    assert_eq!(after.sign_in.expires_at, before.sign_in.expires_at);
}

#[tokio::test]
async fn somebody_elses_sign_in_is_not_ones_own_to_show() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;
    person_with_password(&stage, "Tomas").await;
    let theirs = tries(&stage, "tomas@example.org", GOOD).await;
    let theirs = theirs.expect("a sign-in");

    let shown = (theirs.sign_in.id, Proof::Password(secret(GOOD)));
    let (db, hasher) = (stage.db(), &stage.app.hasher);
    let tried = confirm_sign_in(db, hasher, actor_of(&priya), shown).await;

    assert!(matches!(tried, Err(Error::SignInFirst)));
    assert!(opens(&stage, &theirs.token).await);
}

#[tokio::test]
async fn who_has_a_second_factor_shows_it_as_a_password_is_not_enough() {
    let stage = Stage::new().await;
    let (priya, phone, codes) = with_second_factor(&stage).await;
    let here = stage.db().write(
        Actor::System,
        SignInAs {
            person: priya.id,
            visitor: Visitor::default(),
        },
    );
    let here = here.await.expect("a sign-in").sign_in.id;
    stage.clock.advance(TimeDelta::hours(1));
    let (db, hasher) = (stage.db(), &stage.app.hasher);
    let show =
        async |proof: Proof| confirm_sign_in(db, hasher, actor_of(&priya), (here, proof)).await;

    let by_password = show(Proof::Password(secret(GOOD))).await;
    let by_app = show(Proof::Code(phone.shows(db.now()))).await;
    let by_paper = show(Proof::Code(codes[0].clone())).await;

    assert!(matches!(by_password, Err(Error::SecondFactor)));
    assert!(by_app.is_ok() && by_paper.is_ok());
}

#[tokio::test]
async fn guessing_at_a_desk_that_was_left_meets_pauses() {
    let stage = Stage::new().await;
    let priya = person_with_password(&stage, "Priya").await;
    let here = tries(&stage, "priya@example.org", GOOD).await;
    let here = here.expect("a sign-in").sign_in.id;
    let (db, hasher) = (stage.db(), &stage.app.hasher);
    let guess = async || {
        let shown = (here, Proof::Password(secret("a wrong guess here")));
        confirm_sign_in(db, hasher, actor_of(&priya), shown).await
    };
    for _ in 0..6 {
        assert!(matches!(guess().await, Err(Error::Invalid { .. })));
    }
    assert!(matches!(guess().await, Err(Error::SlowDown(_))));
}
