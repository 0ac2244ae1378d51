//! An organisation requires a second factor: who has none sets one up, and comes no further before.
use super::person_with_password;
use crate::sso::browser::Browser;
use api::sdl;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use chrono::TimeDelta;
use identity::{AskedOf, FactorRuleChanged, SetFactorRule};
use kernel::{Cursor, Error, Fact, facts_after};
use poem::http::StatusCode;
use poem::test::TestClient;
use serde_json::{Value, json};
use server::http::held::NAMES;
use tests::{Authenticator, Door, OUR_PAGE, Stage, error_of};

const DUE: &str = "{ viewer { email secondFactorDueAt passkeys { id } } }";
const BEGIN: &str = "mutation { beginPasskey { options } }";
const ADD: &str =
    "mutation($input: AddPasskeyInput!) { addPasskey(input: $input) { recoveryCodes } }";
/// What every page of the web app begins with.
const OTHERS: &str = "{ viewer { memberships(first: 5) { edges { node { id } } } } }";

async fn browser_of(stage: &Stage, handle: &str) -> Browser {
    let mut browser = Browser::of(stage);
    let cookie = Door::of(stage).cookie_of(&stage.finds(handle).await).await;
    let (name, value) = cookie.split_once('=').expect("a cookie");
    browser.cookies.insert(name.to_owned(), value.to_owned());
    browser
}

fn asked_of(asked_of: AskedOf, grace_days: i32) -> SetFactorRule {
    SetFactorRule {
        asked_of,
        grace_days,
    }
}

fn is_held(answer: &Value) -> bool {
    error_of(answer).0 == "FACTOR_REQUIRED"
}

#[tokio::test]
async fn after_the_grace_who_has_none_sets_one_up_and_nothing_else() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    person_with_password(&stage, "Priya").await;
    ines.does(asked_of(AskedOf::Everybody, 7))
        .await
        .expect("a rule");
    let mut priya = browser_of(&stage, "priya").await;

    let told = priya.asks(DUE).await;
    let in_time = priya.asks(OTHERS).await;
    stage.clock.advance(TimeDelta::days(7));
    let mut priya = browser_of(&stage, "priya").await;
    let late = priya.asks(OTHERS).await;
    let hidden =
        "{ viewer { ...more } } fragment more on Viewer { notices(first: 1) { edges { cursor } } }";
    let hidden = priya.asks(hidden).await;
    let post = "mutation { updateProfile(input: { workingOn: \"x\" }) { email } }";
    let changed = priya.asks(post).await;
    let still = priya.asks(DUE).await;

    assert_eq!(
        told["data"]["viewer"]["secondFactorDueAt"],
        "2026-01-12T09:00:00+00:00"
    );
    assert!(in_time.get("errors").is_none(), "{in_time}");
    assert!(
        is_held(&late) && is_held(&hidden) && is_held(&changed),
        "{late} {hidden}"
    );
    assert_eq!(still["data"]["viewer"]["email"], "priya@example.org");

    let asked = priya.asks(BEGIN).await;
    let options = asked["data"]["beginPasskey"]["options"].as_str();
    let options = serde_json::from_str(options.expect("options")).expect("JSON");
    let credential = Authenticator::at(OUR_PAGE).makes(&options);
    let input = json!({ "input": { "name": "Phone", "credential": credential } });
    let added = priya.asks_with(ADD, input).await;
    let after = priya.asks(OTHERS).await;
    let due = priya.asks(DUE).await;

    assert!(added.get("errors").is_none(), "{added}");
    assert!(after.get("errors").is_none(), "{after}");
    assert_eq!(due["data"]["viewer"]["secondFactorDueAt"], Value::Null);
}

#[tokio::test]
async fn files_and_sockets_are_kept_back_as_well() {
    let stage = Stage::new().await;
    person_with_password(&stage, "Priya").await;
    stage
        .does(asked_of(AskedOf::Everybody, 0))
        .await
        .expect("a rule");
    let door = Door::of(&stage);
    let cookie = door.cookie_of(&stage.finds("priya").await).await;
    let client = TestClient::new(door.routes());
    let ask = async |path: &str| {
        let request = client.get(path).header("origin", OUR_PAGE);
        request.header("cookie", &cookie).send().await.0
    };

    let file = ask("/files/file_01h455vb4pex5vsknk084sn02q/a.txt").await;
    let socket = ask("/graphql/ws").await;

    for answer in [file, socket] {
        assert_eq!(answer.status(), StatusCode::FORBIDDEN);
        let text = answer.into_body().into_string().await.expect("a text");
        assert!(text.contains("FACTOR_REQUIRED"), "{text}");
    }
}

#[tokio::test]
async fn a_rule_for_administrators_is_for_them_from_when_they_became_it() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    stage.person("Ada").await;
    let by_ada = stage
        .finds("ada")
        .await
        .does(asked_of(AskedOf::Nobody, 0))
        .await;
    ines.does(asked_of(AskedOf::Administrators, 3))
        .await
        .expect("a rule");
    stage.clock.advance(TimeDelta::days(2));
    // Another number of days does not begin the time anew.
    ines.does(asked_of(AskedOf::Administrators, 2))
        .await
        .expect("a rule");

    let ada = browser_of(&stage, "ada").await.asks(OTHERS).await;
    let held = browser_of(&stage, "ines").await.asks(OTHERS).await;
    let too_long = ines.does(asked_of(AskedOf::Everybody, 91)).await;

    assert!(matches!(by_ada, Err(Error::Forbidden(_))));
    assert!(ada.get("errors").is_none(), "{ada}");
    assert!(is_held(&held), "{held}");
    assert!(matches!(
        too_long,
        Err(Error::Invalid {
            field: "graceDays",
            ..
        })
    ));
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 200).await;
    let facts = facts.expect("the log");
    let told: Vec<FactorRuleChanged> = facts.iter().filter_map(Fact::as_event).collect();
    assert_eq!(told.len(), 2);
    assert_eq!(
        (told[0].was, told[1].was),
        (AskedOf::Nobody, AskedOf::Administrators)
    );
}

#[tokio::test]
async fn an_administrator_sees_how_many_have_none_yet() {
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    stage.person("Ada").await;
    let set = "mutation { setSecondFactorRule(input: { askedOf: EVERYBODY, graceDays: 30 }) {
        askedOf graceDays peopleWithout } }";

    let answer = ines.asks(set, json!({})).await;

    let rule = &answer["data"]["setSecondFactorRule"];
    assert_eq!(
        *rule,
        json!({ "askedOf": "EVERYBODY", "graceDays": 30, "peopleWithout": 2 })
    );
}

#[test]
fn of_all_that_can_be_asked_for_who_is_held_asks_for_setting_up_alone() {
    let document = parse_schema(sdl()).expect("our own schema parses");
    let roots = document.definitions.into_iter().filter_map(|it| match it {
        TypeSystemDefinition::Type(it) => Some(it.node),
        _ => None,
    });
    let roots = roots.filter(|it| ["Query", "Mutation"].contains(&it.name.node.as_str()));
    let fields = roots.filter_map(|it| match it.kind {
        TypeKind::Object(object) => Some(object.fields),
        _ => None,
    });
    let mut named: Vec<String> = fields
        .flatten()
        .map(|field| field.node.name.node.to_string())
        .filter(|name| NAMES.contains(&name.as_str()))
        .collect();
    named.sort_unstable();

    assert_eq!(
        named,
        [
            "addPasskey",
            "beginPasskey",
            "beginSecondFactor",
            "beginShowingPasskey",
            "confirmSecondFactor",
            "confirmSignIn",
            "server",
            "signOut",
            "stepUpBySso",
            "viewer",
        ]
    );
}
