//! From asking to what changes, and how few letters there are.
use super::{CONSULTATION, Consulting, token_in};
use crate::prompts::changes;
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Stage, error_of};

#[tokio::test]
async fn somebody_outside_is_asked_confirms_and_what_changes_is_written() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let asked = it.asked(json!({})).await;
    let letters = it.letters().await;
    let token = token_in(&letters[0]);
    let early = it
        .does(
            &it.workshop.priya,
            "concludeConsultation",
            (&asked, json!({ "change": "All" })),
        )
        .await;
    let confirmed = it.confirms(&token, "It was a good talk").await;
    let seen = it.seen(&it.workshop.priya, &asked).await;
    let inbox = it.told(&it.workshop.priya).await;
    let change = json!({ "change": "I say what ends before what begins" });
    let concluded = it.goes_on("concludeConsultation", (&asked, change)).await;

    assert_eq!((&asked["state"], letters.len()), (&json!("ASKED"), 1));
    assert_eq!(letters[0].to, "noor@elsewhere.example");
    assert!(letters[0].text.contains("Priya"), "{}", letters[0].text);
    assert!(letters[0].text.contains("Say what is lost"));
    assert!(
        !letters[0].text.contains("Leading change"),
        "no place is named"
    );
    assert_eq!(error_of(&early).0, "CONFLICT");
    assert!(confirmed);
    assert_eq!(
        (&seen["state"], &seen["colleagueLine"]),
        (&json!("CONFIRMED"), &json!("It was a good talk"))
    );
    let named = ("CONSULTATION_CONFIRMED".to_owned(), "Noor".to_owned());
    assert_eq!(inbox, [named], "it says who confirmed it");
    assert_eq!(concluded["state"], "CONCLUDED");
    assert!(it.inbox(&it.workshop.priya).await.is_empty());
}

#[tokio::test]
async fn a_member_is_asked_in_their_inbox_too_and_answers_there() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let jonas = &it.workshop.jonas;
    let whom = json!({ "colleague": { "person": jonas.record.id.to_string() } });
    let asked = it.asked(whom).await;
    let letters = it.letters().await;
    let (inbox, seen) = (it.inbox(jonas).await, it.seen(jonas, &asked).await);
    let line = json!({ "line": "Ask me again" });
    it.does(jonas, "confirmConsultation", (&asked, line)).await;
    let used = it.page(&token_in(&letters[0])).await;

    assert_eq!(asked["colleague"]["person"]["name"], "Jonas");
    assert_eq!(inbox, ["CONSULTATION_ASKED"]);
    assert_eq!(
        (&seen["isColleague"], &seen["viewerCan"]["confirm"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(seen["viewerCan"]["conclude"], false);
    assert_eq!(used["state"], "GONE", "the letter's link waits for nobody");
    assert!(it.inbox(jonas).await.is_empty());
    let own = it.seen(&it.workshop.priya, &asked).await;
    assert_eq!(own["colleagueLine"], "Ask me again");
}

#[tokio::test]
async fn who_types_an_address_does_not_learn_whose_it_is() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    stage.person("Kofi").await;
    let whom = |email: &str| json!({ "colleague": { "email": email, "name": "K" } });
    let known = it.asked(whom("kofi@example.org")).await;
    let member = it.asked(whom("jonas@example.org")).await;
    let unknown = it.asked(whom("nobody@example.org")).await;
    let bare = |of: &Value| {
        let mut of = of.clone();
        of["id"] = Value::Null;
        of["colleague"]["email"] = Value::Null;
        of
    };

    assert_eq!(it.letters().await.len(), 3);
    assert_eq!(bare(&known), bare(&unknown));
    assert_eq!(bare(&member), bare(&unknown));
    assert_eq!(known["colleague"]["person"], Value::Null);
    assert_eq!(it.inbox(&it.workshop.jonas).await, ["CONSULTATION_ASKED"]);
}

#[tokio::test]
async fn who_wishes_no_letters_gets_none_and_nobody_learns_that() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let first = it.asked(json!({})).await;
    let token = it.token().await;
    let never = json!({ "token": token, "never": true });
    assert!(it.by_link("declineConsultationByLink", never).await);
    assert_eq!(
        it.seen(&it.workshop.priya, &first).await["state"],
        "DECLINED"
    );
    assert_eq!(
        it.told(&it.workshop.priya).await,
        [("CONSULTATION_UNANSWERED".to_owned(), "Noor".to_owned())]
    );

    let again = it.asked(json!({})).await;
    assert_eq!(again["state"], "ASKED");
    assert!(it.letters().await.is_empty());
    let other = json!({ "colleague": { "email": "ola@elsewhere.example", "name": "Ola" } });
    let changed = it
        .goes_on("changeConsultedColleague", (&first, other))
        .await;
    assert_eq!(
        (&changed["state"], &changed["colleague"]["name"]),
        (&json!("ASKED"), &json!("Ola"))
    );
    assert_eq!(it.letters().await[0].to, "ola@elsewhere.example");
    assert!(
        it.inbox(&it.workshop.priya).await.is_empty(),
        "that nobody answered is no news any more"
    );
}

#[tokio::test]
async fn nobody_is_flooded_and_nobody_floods() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    for _ in 0..3 {
        it.asked(json!({})).await;
    }
    assert_eq!(error_of(&it.asks(json!({})).await).0, "SLOW_DOWN");
    for number in 0..7 {
        let email = format!("colleague-{number}@elsewhere.example");
        let whom = json!({ "colleague": { "email": email, "name": "C" } });
        it.asked(whom).await;
    }
    let whom = json!({ "colleague": { "email": "one-more@elsewhere.example", "name": "C" } });
    assert_eq!(error_of(&it.asks(whom.clone()).await).0, "SLOW_DOWN");
    it.waits(2).await;
    it.asked(whom).await;
}

#[tokio::test]
async fn a_letter_goes_once_in_two_days_and_the_earlier_link_opens_nothing() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let asked = it.asked(json!({})).await;
    let first = it.token().await;
    let priya = &it.workshop.priya;
    let none = || (&asked, json!({}));
    let soon = it.does(priya, "resendConsultation", none()).await;
    stage.clock.advance(TimeDelta::hours(48));
    it.goes_on("resendConsultation", none()).await;
    let second = it.token().await;

    assert_eq!(error_of(&soon).0, "CONFLICT");
    assert_eq!(it.page(&first).await["state"], "GONE");
    assert_eq!(it.page(&second).await["state"], "READY");
    let withdrawn = it.goes_on("withdrawConsultation", none()).await;
    assert_eq!(withdrawn["state"], "WITHDRAWN");
    assert_eq!(it.page(&second).await["state"], "GONE");
}

#[tokio::test]
async fn what_is_asked_is_read_before_anybody_is_written_to() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let own = it.workshop.priya.record.email.clone();
    let wrong = [
        (json!({ "question": " " }), "question"),
        (
            json!({ "question": "See https://elsewhere.example" }),
            "question",
        ),
        (
            json!({ "question": "Sign in at evil.example/login" }),
            "question",
        ),
        (
            json!({ "colleague": { "email": "n@elsewhere.example", "name": "Noor,evil.example" } }),
            "name",
        ),
        (json!({ "nonce": "n".repeat(81) }), "nonce"),
        (json!({ "objective": null }), "objective"),
        (
            json!({ "objective": "objective_01h455vb4pex5vsknk084sn02q" }),
            "objective",
        ),
        (json!({ "colleague": {} }), "colleague"),
        (
            json!({ "colleague": { "email": own, "name": "Me" } }),
            "colleague",
        ),
        (
            json!({ "colleague": { "email": "no address", "name": "N" } }),
            "email",
        ),
        (
            json!({ "colleague": { "email": "n@elsewhere.example", "name": "" } }),
            "name",
        ),
    ];
    for (more, field) in wrong {
        let answer = it.asks(more).await;
        assert_eq!(
            answer["errors"][0]["extensions"]["field"], field,
            "{answer}"
        );
    }
    assert!(it.letters().await.is_empty());
}

#[tokio::test]
async fn sent_twice_it_is_asked_once() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let once = it.asked(json!({ "nonce": "the same" })).await;
    let twice = it.asked(json!({ "nonce": "the same" })).await;
    assert_eq!(once["id"], twice["id"]);
    assert_eq!(it.letters().await.len(), 1);
    let ask = format!("{{ consultations {{ edges {{ node {{ {CONSULTATION} }} }} }} }}");
    let own = it.workshop.priya.asks(&ask, json!({})).await;
    let own = own["data"]["consultations"]["edges"]
        .as_array()
        .map(Vec::len);
    assert_eq!(own, Some(1));
}

#[tokio::test]
async fn who_is_named_like_a_link_has_no_letter_written() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let name = json!({ "name": "Your bank evil.example" });
    changes(&it.workshop.priya, "updateProfile", "person { name }", name).await;
    let refused = it.asks(json!({})).await;
    let honest = json!({ "name": "Priya" });
    changes(
        &it.workshop.priya,
        "updateProfile",
        "person { name }",
        honest,
    )
    .await;
    let asked = it.asks(json!({})).await;

    assert_eq!(error_of(&refused).0, "CONFLICT", "{refused}");
    assert!(asked.get("errors").is_none(), "{asked}");
    assert_eq!(it.letters().await.len(), 1);
}

#[tokio::test]
async fn an_address_of_somebody_suspended_here_gets_no_letter_and_nobody_learns_that() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let kofi = stage.person("Kofi").await;
    let suspend = identity::SuspendPerson {
        person: kofi.record.id,
        reason: "Sold our addresses".to_owned(),
    };
    let ines = stage.administrator("Ines").await;
    ines.does(suspend).await.expect("leave to");
    let whom = json!({ "colleague": { "email": "kofi@example.org", "name": "K" } });
    assert_eq!(it.asked(whom).await["state"], "ASKED");
    assert!(it.letters().await.is_empty());
}

#[tokio::test]
async fn who_has_no_account_is_written_to_in_the_language_of_who_asks() {
    let stage = Stage::new().await;
    let it = Consulting::on(&stage).await;
    let german = json!({ "language": "de" });
    let priya = &it.workshop.priya;
    let chosen = changes(priya, "updatePreferences", "email", german).await;
    assert!(chosen.get("errors").is_none(), "{chosen}");
    it.asked(json!({})).await;
    let outside = it.letters().await.remove(0);
    let jonas = json!({ "colleague": { "email": "jonas@example.org", "name": "Jonas" } });
    it.asked(jonas).await;
    let known = it.letters().await.remove(0);

    assert_eq!(outside.subject, "Priya möchte Sie etwas fragen");
    assert!(
        known.subject.ends_with("would like to ask you something"),
        "whoever chose a language reads in it: {}",
        known.subject
    );
}
