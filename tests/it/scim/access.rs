//! Who may come in is for the directory to say, and for an administrator before it; nobody is deleted.
use super::{facts, person_at};
use crate::sso::{chooses_a_password, comes_by_a_link_that_was_shown};
use communities::Role;
use identity::{RestorePerson, SignInAs, SuspendPerson, Visitor};
use kernel::PersonId;
use poem::http::Method;
use serde_json::{Value, json};
use tests::{Directory, Stage};

fn active(is: impl Into<Value>) -> Value {
    let is = is.into();
    json!([{ "op": "replace", "path": "active", "value": is }])
}

fn coming_in(person: PersonId) -> SignInAs {
    SignInAs {
        person,
        visitor: Visitor::default(),
    }
}

#[tokio::test]
async fn who_is_deactivated_is_signed_out_everywhere_and_comes_in_by_no_way() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    let mei = person_at(&stage, "mei@example.org").await;
    let signed_in = stage.does(coming_in(mei.id)).await.expect("a sign-in");

    let told = directory
        .patches(&format!("Users/{id}"), active(false))
        .await;

    assert_eq!((told.status, &told.body["active"]), (200, &json!(false)));
    let there = identity::sign_ins_of(&stage.db().read(), &mei, stage.db().now()).await;
    assert!(there.expect("sign-ins").is_empty());
    let ended = facts(&stage, "identity.signed_out").await;
    let ended = ended[0].body["sign_ins"][0].clone();
    assert_eq!(
        ended,
        serde_json::to_value(signed_in.sign_in.id).expect("an id")
    );
    assert!(stage.does(coming_in(mei.id)).await.is_err());
    directory
        .patches(&format!("Users/{id}"), active(true))
        .await;
    assert!(stage.does(coming_in(mei.id)).await.is_ok());
}

#[tokio::test]
async fn who_is_kept_out_by_hand_is_let_in_by_hand() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let (before, after) = (
        directory.brings("Mei").await,
        directory.brings("Tomas").await,
    );
    let mei = person_at(&stage, "mei@example.org").await.id;
    let tomas = person_at(&stage, "tomas@example.org").await.id;
    let by_hand = |person| SuspendPerson {
        person,
        reason: "asked to".to_owned(),
    };
    // Mei first by hand; Tomas first by the directory.
    stage.does(by_hand(mei)).await.expect("she is kept out");
    directory
        .patches(&format!("Users/{after}"), active(false))
        .await;
    stage
        .does(by_hand(tomas))
        .await
        .expect("he is kept out by hand, too");

    for id in [&before, &after] {
        let at = format!("Users/{id}");
        let shown = directory.asks(&at).await;
        assert_eq!(shown.body["active"], false);
        for change in [active(false), active(true)] {
            let told = directory.patches(&at, change).await;
            assert_eq!(
                (told.status, &told.body["active"]),
                (200, &json!(false)),
                "{told:?}"
            );
        }
    }
    for person in [mei, tomas] {
        assert!(stage.does(coming_in(person)).await.is_err());
        stage
            .does(RestorePerson { person })
            .await
            .expect("an administrator says so");
        assert!(stage.does(coming_in(person)).await.is_ok());
    }
    let shown = directory.asks(&format!("Users/{before}")).await;
    assert_eq!(shown.body["active"], true);
}

#[tokio::test]
async fn who_is_deleted_there_stays_here_with_what_they_wrote_and_may_come_back() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let ada = stage.person("Ada").await;
    let id = directory.brings("Mei").await;
    let mei = stage.finds("mei").await;
    let (_, channel) = stage
        .cohort_of(&[(&ada, Role::Facilitator), (&mei, Role::Learner)])
        .await;
    let thread = mei.begins(&channel, "What I tried", "It went well").await;
    let at = format!("Users/{id}");

    assert_eq!(
        directory
            .sends(Method::DELETE, &at, &Value::Null)
            .await
            .status,
        204
    );

    let gone = directory.asks(&at).await;
    assert_eq!((gone.status, &gone.body["status"]), (404, &json!("404")));
    let person = person_at(&stage, "mei@example.org").await;
    assert!(person.suspended_at.is_some());
    let asked = "query($id: ID!) { node(id: $id) { ... on Thread { author { name } } } }";
    let read = ada.asks(asked, json!({ "id": thread["id"] })).await;
    assert_eq!(read["data"]["node"]["author"]["name"], "Mei", "{read}");
    assert_eq!(facts(&stage, "scim.person_dropped").await.len(), 1);
    let again = directory.brings("Mei").await;
    assert_eq!(again, id, "who has the address is them");
    let person = person_at(&stage, "mei@example.org").await;
    assert!(person.suspended_at.is_none());
}

#[tokio::test]
async fn who_is_here_already_is_found_by_their_address_and_keeps_what_is_theirs() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let priya = stage.person("Priya").await;

    let id = directory.brings("Priya").await;
    let other = json!({ "userName": "other", "emails": [{ "value": "Priya@Example.org" }] });
    let twice = directory.sends(Method::POST, "Users", &other).await;
    let mine = "mutation { updateProfile(input: { name: \"Priya R.\" }) { email } }";
    priya.asks(mine, json!({})).await;
    let title = json!([{ "op": "add", "path": "title", "value": "Expert" }]);
    directory.patches(&format!("Users/{id}"), title).await;

    assert_eq!(id, priya.record.id.to_string());
    assert_eq!(
        (twice.status, &twice.body["scimType"]),
        (409, &json!("uniqueness"))
    );
    let kept = person_at(&stage, "priya@example.org").await;
    assert_eq!(
        kept.name, "Priya R.",
        "a directory writes what is new to it"
    );
}

#[tokio::test]
async fn a_directory_does_not_say_where_the_letters_of_an_administrator_go() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    stage.administrator("Ada").await;
    let id = directory.brings("Ada").await;
    let at = format!("Users/{id}");

    let moved = json!([{ "op": "replace", "path": "emails[type eq \"work\"].value",
        "value": "eve@example.org" }]);
    let moved = directory.patches(&at, moved).await;
    let named = json!([{ "op": "replace", "path": "displayName", "value": "Ada L." }]);
    let named = directory.patches(&at, named).await;

    assert_eq!(
        (moved.status, &moved.body["scimType"]),
        (400, &json!("mutability")),
        "{moved:?}"
    );
    assert_eq!(named.status, 200);
    assert_eq!(person_at(&stage, "ada@example.org").await.name, "Ada L.");
}

#[tokio::test]
async fn an_address_of_before_opens_nothing_more() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    directory.brings("Tomas").await;
    let at = format!("Users/{id}");
    let to =
        |email: &str| json!([{ "op": "add", "path": "emails", "value": [{ "value": email }] }]);

    let moved = directory.patches(&at, to("mei@new.example.org")).await;
    let taken = directory.patches(
        &at,
        json!([{ "op": "replace", "path": "emails",
        "value": [{ "value": "tomas@example.org" }] }]),
    );
    let taken = taken.await;

    assert_eq!(moved.status, 200, "{moved:?}");
    let there = identity::person_by_email(&stage.db().read(), "mei@example.org").await;
    assert!(there.expect("an answer").is_none());
    assert_eq!(person_at(&stage, "mei@new.example.org").await.name, "Mei");
    assert_eq!(
        (taken.status, &taken.body["scimType"]),
        (409, &json!("uniqueness"))
    );
}

#[tokio::test]
async fn who_was_shown_a_link_to_anothers_address_is_not_taken_for_them() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    comes_by_a_link_that_was_shown(&stage, "mei@example.org").await;
    let mei = json!({ "userName": "mei@example.org", "displayName": "Mei" });

    let refused = directory.sends(Method::POST, "Users", &mei).await;
    chooses_a_password(&stage, "mei@example.org").await;
    let taken_up = directory.sends(Method::POST, "Users", &mei).await;

    assert_eq!(
        (refused.status, &refused.body["scimType"]),
        (409, &json!("uniqueness"))
    );
    assert_eq!(taken_up.status, 201, "{taken_up:?}");
}
