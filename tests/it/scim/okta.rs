//! What Okta sends, in the bodies that it documents.
use super::person_at;
use poem::http::Method;
use serde_json::{Value, json};
use tests::{Directory, Stage};

fn somebody() -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "userName": "test.user@okta.local",
        "name": { "givenName": "Test", "familyName": "User" },
        "emails": [{ "primary": true, "value": "test.user@okta.local", "type": "work" }],
        "displayName": "Test User",
        "locale": "de-DE",
        "externalId": "00ujl29u0le5T6Aj10h7",
        "groups": [],
        "password": "1mz050nq",
        "active": true,
    })
}

#[tokio::test]
async fn okta_brings_somebody_and_imports_whom_it_finds() {
    let stage = Stage::new().await;
    let okta = Directory::of(&stage).await;
    let found = "Users?filter=userName eq \"test.user%40okta.local\"&startIndex=1&count=100";

    let nobody = okta.asks(found).await;
    let made = okta.sends(Method::POST, "Users", &somebody()).await;
    let again = okta.sends(Method::POST, "Users", &somebody()).await;
    let all = okta.asks("Users?startIndex=1&count=100").await;

    assert_eq!(nobody.body["totalResults"], 0);
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(made.body["locale"], "de-DE");
    assert_eq!(made.body["password"], Value::Null, "a password is let go");
    let person = person_at(&stage, "test.user@okta.local").await;
    assert_eq!(
        (person.name.as_str(), person.preferences.language.as_str()),
        ("Test User", "de")
    );
    assert_eq!(
        (again.status, &again.body["scimType"]),
        (409, &json!("uniqueness"))
    );
    assert_eq!(
        again.body["schemas"],
        json!(["urn:ietf:params:scim:api:messages:2.0:Error"])
    );
    assert_eq!(again.body["status"], "409");
    assert_eq!(
        (&all.body["totalResults"], &all.body["itemsPerPage"]),
        (&json!(1), &json!(1))
    );
}

#[tokio::test]
async fn okta_reads_somebody_writes_them_anew_and_deactivates_them_either_way() {
    let stage = Stage::new().await;
    let okta = Directory::of(&stage).await;
    let made = okta.sends(Method::POST, "Users", &somebody()).await;
    let at = format!("Users/{}", made.id());
    let whole = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
        "id": made.id(),
        "userName": "test.user@okta.local",
        "name": { "givenName": "Another", "middleName": "Excited", "familyName": "User" },
        "emails": [{
            "primary": true, "value": "test.user@okta.local", "type": "work",
            "display": "test.user@okta.local",
        }],
        "active": true,
        "groups": [],
        "meta": { "resourceType": "User" },
    });

    let written = okta.sends(Method::PUT, &at, &whole).await;
    let renamed = person_at(&stage, "test.user@okta.local").await;
    let off = json!([{ "op": "replace", "value": { "active": false } }]);
    let off = okta.patches(&at, off).await;
    let back = okta.sends(Method::PUT, &at, &whole).await;
    let mut away = whole.clone();
    away["active"] = false.into();
    let away = okta.sends(Method::PUT, &at, &away).await;
    let unsaid = json!({ "userName": "test.user@okta.local", "title": "Expert" });
    let unsaid = okta.sends(Method::PUT, &at, &unsaid).await;
    let after = person_at(&stage, "test.user@okta.local").await;
    assert_eq!(after.name, "Another User", "a name that is not said stays");

    assert_eq!(written.status, 200, "{written:?}");
    assert_eq!(written.body["name"], whole["name"]);
    assert_eq!(written.body["emails"], whole["emails"]);
    assert_eq!(
        written.body["displayName"],
        Value::Null,
        "what is not written anew is gone"
    );
    assert_eq!(renamed.name, "Another User");
    assert_eq!(off.body["active"], false);
    assert_eq!(back.body["active"], true);
    assert_eq!(away.body["active"], false);
    assert_eq!(
        unsaid.body["active"], false,
        "who is not spoken of stays out"
    );
    assert!(after.suspended_at.is_some());
}

#[tokio::test]
async fn okta_pushes_a_group_by_patch_and_by_put() {
    let stage = Stage::new().await;
    let okta = Directory::of(&stage).await;
    let (mei, tomas) = (okta.brings("Mei").await, okta.brings("Tomas").await);
    let empty = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
        "displayName": "Test SCIMv2", "members": [],
    });
    let made = okta.sends(Method::POST, "Groups", &empty).await;
    let at = format!("Groups/{}", made.id());
    let members = async || {
        let told = okta.asks(&at).await;
        let members = told.body["members"].as_array().cloned();
        let ids = members.unwrap_or_default().into_iter();
        let mut ids: Vec<_> = ids
            .filter_map(|it| it["value"].as_str().map(str::to_owned))
            .collect();
        ids.sort_unstable();
        ids
    };
    let mut both = vec![mei.clone(), tomas.clone()];
    both.sort_unstable();

    let named =
        json!([{ "op": "replace", "value": { "id": made.id(), "displayName": "Test SCIMv20" } }]);
    assert_eq!(okta.patches(&at, named).await.status, 204);
    let pushed = json!([{ "op": "replace", "path": "members", "value": [
        { "value": mei, "display": "mei@example.org" },
        { "value": tomas, "display": "tomas@example.org" },
    ] }]);
    assert_eq!(okta.patches(&at, pushed).await.status, 204);
    assert_eq!(members().await, both);
    let changed = json!([
        { "op": "remove", "path": format!("members[value eq \"{mei}\"]") },
        { "op": "add", "path": "members", "value": [{ "value": tomas, "display": "t" }] },
    ]);
    assert_eq!(okta.patches(&at, changed).await.status, 204);
    assert_eq!(members().await, std::slice::from_ref(&tomas));
    let whole = json!({
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": made.id(),
        "displayName": "Test SCIMv2", "members": [{ "value": mei, "display": "mei@example.org" }],
    });
    let put = okta.sends(Method::PUT, &at, &whole).await;
    assert_eq!(
        (put.status, &put.body["displayName"]),
        (200, &json!("Test SCIMv2"))
    );
    assert_eq!(members().await, std::slice::from_ref(&mei));
    let name_alone = json!({ "displayName": "Renamed" });
    assert_eq!(okta.sends(Method::PUT, &at, &name_alone).await.status, 200);
    assert_eq!(members().await, [mei], "whoever is not spoken of stays");
    assert_eq!(
        okta.sends(Method::DELETE, &at, &Value::Null).await.status,
        204
    );
}
