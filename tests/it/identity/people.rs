//! People and what they say of themselves.
use identity::{CreatePerson, NewPerson, parse_email};
use kernel::Error;
use serde_json::{Value, json};
use tests::{Stage, error_of};

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
