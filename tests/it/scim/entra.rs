//! What Entra ID sends, in the bodies that Microsoft documents.
use super::{ENTERPRISE, facts, person_at};
use kernel::Fact;
use poem::http::Method;
use scim::PersonKept;
use serde_json::{Value, json};
use tests::{Directory, Stage};

const USER_NAME: &str = "Test_User_00aa00aa-bb11-cc22-dd33-44ee44ee44ee";
const ADDRESS: &str = "Test_User_11bb11bb-cc22-dd33-ee44-55ff55ff55ff@testuser.com";
/// As it is kept.
const KEPT_ADDRESS: &str = "test_user_11bb11bb-cc22-dd33-ee44-55ff55ff55ff@testuser.com";

fn somebody() -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
        "userName": USER_NAME,
        "active": true,
        "emails": [{ "primary": true, "type": "work", "value": ADDRESS }],
        "meta": { "resourceType": "User" },
        "name": {
            "formatted": "givenName familyName", "familyName": "familyName",
            "givenName": "givenName",
        },
        "roles": [],
    })
}

#[tokio::test]
async fn entra_looks_for_somebody_brings_them_and_finds_them_again() {
    let stage = Stage::new().await;
    let entra = Directory::of(&stage).await;

    let nobody = entra
        .asks(r#"Users?filter=userName eq "non-existent user""#)
        .await;
    let made = entra.sends(Method::POST, "Users", &somebody()).await;

    assert_eq!(
        (nobody.status, &nobody.body["totalResults"]),
        (200, &json!(0))
    );
    assert_eq!(nobody.body["Resources"], json!([]));
    assert_eq!(made.status, 201, "{made:?}");
    let mut sent = somebody();
    for name in ["externalId", "userName", "active", "emails", "name"] {
        assert_eq!(made.body[name], sent[name].take(), "{name}");
    }
    let location = format!("http://localhost:8080/scim/v2/Users/{}", made.id());
    assert_eq!(made.header("location"), location);
    assert_eq!(made.header("content-type"), "application/scim+json");
    let person = person_at(&stage, KEPT_ADDRESS).await;
    assert_eq!(person.name, "givenName familyName");
    for filter in [
        format!(r#"userName eq "{}""#, USER_NAME.to_lowercase()),
        r#"externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef""#.to_owned(),
        format!(r#"emails[type eq "work"].value eq "{ADDRESS}""#),
        format!(r#"userName eq "{USER_NAME}" and active eq true"#),
    ] {
        let found = entra.asks(&format!("Users?filter={filter}")).await;
        assert_eq!(found.body["totalResults"], 1, "{filter}: {found:?}");
        assert_eq!(found.body["Resources"][0]["id"], made.id(), "{filter}");
    }
}

#[tokio::test]
async fn entra_changes_somebody_in_every_way_that_it_has() {
    let stage = Stage::new().await;
    let entra = Directory::of(&stage).await;
    let made = entra.sends(Method::POST, "Users", &somebody()).await;
    let boss = entra.brings("Boss").await;
    let at = format!("Users/{}", made.id());

    let several = json!([
        { "op": "Replace", "path": "emails[type eq \"work\"].value",
          "value": "updatedEmail@microsoft.com" },
        { "op": "Replace", "path": "name.familyName", "value": "updatedFamilyName" },
    ]);
    let moved = entra.patches(&at, several).await;
    let single = json!([{ "op": "Replace", "path": "userName",
        "value": "5b50642d-79fc-4410-9e90-4c077cdd1a59@testuser.com" }]);
    let called = entra.patches(&at, single).await;
    let led = json!([{ "op": "Add", "path": format!("{ENTERPRISE}:manager"), "value": boss }]);
    let led = entra.patches(&at, led).await;
    let pathless = json!([{ "op": "Add", "value": {
        "displayName": "Given Updated", "title": "Facilitator",
        "name.givenName": "Given", "emails[type eq \"other\"].value": "given@example.org",
        format!("{ENTERPRISE}:department"): "Change",
        "phoneNumbers[type eq \"mobile\"].value": "1",
    } }]);
    let described = entra.patches(&at, pathless).await;

    assert_eq!(moved.status, 200, "{moved:?}");
    assert_eq!(
        moved.body["emails"][0]["value"],
        "updatedEmail@microsoft.com"
    );
    assert_eq!(moved.body["emails"][0]["primary"], true);
    assert_eq!(moved.body["name"]["familyName"], "updatedFamilyName");
    let person = person_at(&stage, "updatedemail@microsoft.com").await;
    assert_eq!(person.name, "Given Updated");
    assert_eq!(
        called.body["userName"],
        "5b50642d-79fc-4410-9e90-4c077cdd1a59@testuser.com"
    );
    assert_eq!(led.body[ENTERPRISE]["manager"]["value"], boss, "{led:?}");
    let company = &described.body[ENTERPRISE];
    assert_eq!(
        (&company["department"], &company["manager"]["value"]),
        (&json!("Change"), &json!(boss))
    );
    assert_eq!(described.body["name"]["givenName"], "Given");
    assert_eq!(described.body["emails"][1]["value"], "given@example.org");
    assert_eq!(described.body["title"], "Facilitator");
    assert_eq!(described.body["phoneNumbers"], Value::Null);
    let managers = scim::managers_of(&stage.db().read(), &[person.id]).await;
    let managers = managers.expect("managers");
    assert_eq!(
        managers.get(&person.id).map(ToString::to_string),
        Some(boss)
    );
}

#[tokio::test]
async fn entra_deactivates_and_brings_back_in_the_words_it_has_for_it() {
    let stage = Stage::new().await;
    let entra = Directory::of(&stage).await;
    let made = entra.sends(Method::POST, "Users", &somebody()).await;
    let at = format!("Users/{}", made.id());
    for (word, is_active) in [
        (json!(false), false),
        (json!("True"), true),
        (json!("False"), false),
        (json!(true), true),
    ] {
        let change = json!([{ "op": "Replace", "path": "active", "value": word }]);
        let told = entra.patches(&at, change).await;
        assert_eq!(told.body["active"], is_active, "{word}: {told:?}");
        let person = person_at(&stage, KEPT_ADDRESS).await;
        assert_eq!(person.suspended_at.is_none(), is_active, "{word}");
    }
    let known = facts(&stage, "scim.person_kept").await;
    let known = known.iter().filter_map(Fact::as_event::<PersonKept>);
    let known: Vec<_> = known.map(|it| (it.was_active, it.is_active)).collect();
    let were = [None, Some(true), Some(false), Some(true), Some(false)];
    let are = [true, false, true, false, true];
    assert_eq!(known, were.into_iter().zip(are).collect::<Vec<_>>());
}

#[tokio::test]
async fn entra_fills_a_group_empties_it_and_lets_it_go() {
    let stage = Stage::new().await;
    let entra = Directory::of(&stage).await;
    let (mei, tomas) = (entra.brings("Mei").await, entra.brings("Tomas").await);
    let group = json!({
        "schemas": [
            "urn:ietf:params:scim:schemas:core:2.0:Group",
            "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
        ],
        "externalId": "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
        "displayName": "displayName",
        "meta": { "resourceType": "Group" },
    });

    let made = entra.sends(Method::POST, "Groups", &group).await;
    let at = format!("Groups/{}", made.id());
    let named = r#"Groups?excludedAttributes=members&filter=displayName eq "DISPLAYNAME""#;
    let named = entra.asks(named).await;
    let added = json!([{ "op": "Add", "path": "members",
        "value": [{ "$ref": null, "value": mei }, { "$ref": null, "value": tomas }] }]);
    let added = entra.patches(&at, added).await;
    let filled = entra.asks(&at).await;
    let of_mei = entra.asks(&format!("Users/{mei}")).await;
    let removed = json!([{ "op": "Remove", "path": "members",
        "value": [{ "$ref": null, "value": mei }] }]);
    let removed = entra.patches(&at, removed).await;
    let renamed = json!([{ "op": "Replace", "path": "displayName",
        "value": "1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName" }]);
    let renamed = entra.patches(&at, renamed).await;
    let left = entra.asks(&at).await;
    let bare = entra
        .asks(&format!("{at}?excludedAttributes=members"))
        .await;
    let asked_for = format!(
        r#"Groups?filter=id eq "{}" and members eq "{tomas}""#,
        made.id()
    );
    let holds = entra.asks(&asked_for).await;
    let gone = entra.sends(Method::DELETE, &at, &Value::Null).await;

    assert_eq!((made.status, &made.body["members"]), (201, &json!([])));
    assert_eq!(made.body["externalId"], group["externalId"]);
    let found = &named.body["Resources"][0];
    assert_eq!(
        (&found["id"], &found["members"]),
        (&made.body["id"], &Value::Null)
    );
    assert_eq!((added.status, added.body), (204, Value::Null));
    let members = filled.body["members"].as_array().expect("members");
    assert_eq!(members.len(), 2, "{filled:?}");
    assert_eq!(of_mei.body["groups"][0]["value"], made.body["id"]);
    assert_eq!((removed.status, renamed.status), (204, 204));
    assert_eq!(left.body["members"][0]["value"], tomas, "{left:?}");
    assert_eq!(left.body["members"][1], Value::Null);
    assert!(
        left.body["displayName"]
            .as_str()
            .expect("a name")
            .ends_with("updatedDisplayName")
    );
    assert_eq!(bare.body["members"], Value::Null);
    assert_eq!(holds.body["totalResults"], 1);
    assert_eq!(gone.status, 204);
    assert_eq!(entra.asks(&at).await.status, 404);
}
