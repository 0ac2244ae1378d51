//! Pages, filters, versions, and what SCIM says of itself, as the RFCs have them.
use super::ENTERPRISE;
use poem::http::Method;
use serde_json::{Value, json};
use tests::{Directory, Stage};

#[tokio::test]
async fn people_come_in_pages_whose_order_stays() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    for name in ["Mei", "Tomas", "Ruth"] {
        directory.brings(name).await;
    }
    let ids = |told: &tests::Told| -> Vec<String> {
        let page = told.body["Resources"].as_array().expect("a page");
        page.iter().map(|it| it["id"].to_string()).collect()
    };

    let all = directory.asks("Users").await;
    let first = directory.asks("Users?startIndex=0&count=2").await;
    let second = directory.asks("Users?startIndex=3&count=2").await;
    let none = directory.asks("Users?count=0").await;
    let past = directory.asks("Users?startIndex=9").await;

    let told = &first.body;
    let numbers = (
        &told["totalResults"],
        &told["startIndex"],
        &told["itemsPerPage"],
    );
    assert_eq!(numbers, (&json!(3), &json!(1), &json!(2)));
    assert_eq!(
        told["schemas"],
        json!(["urn:ietf:params:scim:api:messages:2.0:ListResponse"])
    );
    assert_eq!([ids(&first), ids(&second)].concat(), ids(&all));
    for empty in [none, past] {
        assert_eq!(
            (&empty.body["totalResults"], ids(&empty).len()),
            (&json!(3), 0)
        );
    }
}

#[tokio::test]
async fn filters_find_whom_they_mean() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let mei = directory.brings("Mei").await;
    directory.brings("Tomas").await;
    let more = json!([
        { "op": "add", "path": "title", "value": "Head of Change" },
        { "op": "add", "path": format!("{ENTERPRISE}:department"), "value": "Change" },
        { "op": "add", "path": "emails", "value": [
            { "type": "work", "value": "mei@example.org" }, { "type": "home", "value": "m@home.org" },
        ] },
    ]);
    let changed = directory.patches(&format!("Users/{mei}"), more).await;
    assert_eq!(changed.status, 200, "{changed:?}");
    let group = directory.groups("Everybody", &[&mei]).await;
    for filter in [
        format!(r#"id eq "{mei}""#),
        r#"title co "change""#.to_owned(),
        r#"title pr and not (userName sw "tomas")"#.to_owned(),
        format!(r#"{ENTERPRISE}:department eq "change""#),
        r#"emails[type eq "home" and value ew "home.org"]"#.to_owned(),
        r#"emails.value eq "M@HOME.org""#.to_owned(),
        format!(r#"groups.value eq "{group}""#),
        r#"displayName eq "Mei" or displayName eq "Nobody""#.to_owned(),
        r#"meta.resourceType eq "User" and userName ne "tomas@example.org""#.to_owned(),
    ] {
        let found = directory.asks(&format!("Users?filter={filter}")).await;
        assert_eq!(found.body["totalResults"], 1, "{filter}: {found:?}");
        assert_eq!(found.body["Resources"][0]["id"], mei, "{filter}");
    }
    let both = directory.asks("Users?filter=active eq true").await;
    assert_eq!(both.body["totalResults"], 2);
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_in_scims_own_words() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    let user = format!("Users/{id}");
    for (address, status, word) in [
        ("Users?filter=userName is 1", 400, "invalidFilter"),
        ("Users?filter=", 400, "invalidFilter"),
        ("Users?sortBy=userName", 400, "invalidValue"),
        ("Users?count=many", 400, "invalidValue"),
        (
            "Users?attributes=a&excludedAttributes=b",
            400,
            "invalidValue",
        ),
        ("Users/person_01h455vb4pex5vsknk084sn02q", 404, ""),
        ("Groups/x", 404, ""),
        ("Schemas/x", 404, ""),
        ("Elsewhere", 404, ""),
        ("Me", 501, ""),
    ] {
        let told = directory.asks(address).await;
        assert_eq!(told.status, status, "{address}: {told:?}");
        assert_eq!(
            told.body["scimType"].as_str().unwrap_or(""),
            word,
            "{address}"
        );
        assert_eq!(told.body["status"], status.to_string(), "{address}");
        assert_eq!(
            told.header("content-type"),
            "application/scim+json",
            "{address}"
        );
        assert!(told.body["detail"].is_string(), "{address}");
    }
    for (word, operation) in [
        ("invalidSyntax", json!({ "op": "move", "path": "active" })),
        (
            "invalidPath",
            json!({ "op": "add", "path": "a b", "value": 1 }),
        ),
        (
            "invalidValue",
            json!({ "op": "add", "path": "active", "value": "perhaps" }),
        ),
        (
            "invalidValue",
            json!({ "op": "remove", "path": "userName" }),
        ),
        (
            "mutability",
            json!({ "op": "replace", "path": "id", "value": "x" }),
        ),
        ("noTarget", json!({ "op": "remove" })),
    ] {
        let told = directory.patches(&user, json!([operation])).await;
        assert_eq!(
            (told.status, &told.body["scimType"]),
            (400, &json!(word)),
            "{told:?}"
        );
    }
    for (method, address, status) in [
        (Method::POST, "Schemas", 405),
        (Method::DELETE, "ServiceProviderConfig", 405),
        (Method::PATCH, "Users", 405),
        (Method::POST, ".search", 501),
        (Method::POST, "Bulk", 501),
    ] {
        let told = directory.sends(method, address, &json!({})).await;
        assert_eq!(told.status, status, "{address}");
    }
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let told = directory
        .sends_with(Method::POST, "Users", (&json!("a=b"), &form))
        .await;
    assert_eq!((told.status, &told.body["status"]), (415, &json!("415")));
    let told = directory.sends(Method::POST, "Users", &json!([])).await;
    assert_eq!(told.body["scimType"], "invalidSyntax");
    let lines = json!({ "userName": "two\nlines" });
    let told = directory.sends(Method::POST, "Users", &lines).await;
    assert_eq!(told.body["scimType"], "invalidValue");
}

#[tokio::test]
async fn whoever_changes_may_say_which_version_they_have_seen() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    let group = directory.groups("Everybody", &[]).await;
    for (at, name) in [
        (format!("Users/{id}"), "title"),
        (format!("Groups/{group}"), "externalId"),
    ] {
        let read = directory.asks(&at).await;
        let seen = read.header("etag").to_owned();
        let change =
            |value: &str| json!({ "Operations": [{ "op": "add", "path": name, "value": value }] });
        let sends = async |method: Method, body: Value, header: (&str, &str)| {
            let told = directory.sends_with(method, &at, (&body, &[header])).await;
            (told.status, told.header("etag").to_owned())
        };

        assert_eq!(read.body["meta"]["version"], seen);
        let known = sends(Method::GET, Value::Null, ("if-none-match", &seen)).await;
        assert_eq!(known.0, 304);
        let first = sends(Method::PATCH, change("one"), ("if-match", &seen)).await;
        assert!([200, 204].contains(&first.0), "{first:?}");
        assert_ne!(first.1, seen);
        let late = sends(Method::PATCH, change("two"), ("if-match", &seen)).await;
        assert_eq!(late.0, 412);
        let late = sends(Method::DELETE, Value::Null, ("if-match", &seen)).await;
        assert_eq!(late.0, 412);
        let any = sends(Method::PATCH, change("three"), ("if-match", "*")).await;
        assert!([200, 204].contains(&any.0), "{any:?}");
        let anew = sends(Method::GET, Value::Null, ("if-none-match", &seen)).await;
        assert_eq!(anew.0, 200);
    }
}

#[tokio::test]
async fn who_is_suspended_or_joins_a_group_is_another_version() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    let at = format!("Users/{id}");
    let mut versions = vec![directory.asks(&at).await.header("etag").to_owned()];
    directory.groups("Everybody", &[&id]).await;
    versions.push(directory.asks(&at).await.header("etag").to_owned());
    let suspend = identity::SuspendPerson {
        person: stage.finds("mei").await.record.id,
        reason: "asked to".to_owned(),
    };
    stage.does(suspend).await.expect("she is kept out");
    versions.push(directory.asks(&at).await.header("etag").to_owned());

    versions.dedup();
    assert_eq!(versions.len(), 3, "{versions:?}");
}

#[tokio::test]
async fn only_what_is_asked_for_is_shown() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;
    let id = directory.brings("Mei").await;
    directory.groups("Everybody", &[&id]).await;

    let one = directory
        .asks(&format!("Users/{id}?attributes=displayName"))
        .await;
    let less = directory
        .asks("Users?excludedAttributes=displayName,meta")
        .await;
    let groups = directory.asks("Groups?attributes=members.value").await;

    let schemas = json!(["urn:ietf:params:scim:schemas:core:2.0:User"]);
    assert_eq!(
        one.body,
        json!({ "schemas": schemas, "id": id, "displayName": "Mei" })
    );
    let first = &less.body["Resources"][0];
    assert_eq!(
        (&first["displayName"], &first["meta"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(first["userName"], "mei@example.org");
    assert_eq!(
        groups.body["Resources"][0]["members"],
        json!([{ "value": id }])
    );
    assert_eq!(groups.body["Resources"][0]["displayName"], Value::Null);
}

#[tokio::test]
async fn scim_says_of_itself_what_it_does() {
    let stage = Stage::new().await;
    let directory = Directory::of(&stage).await;

    let offered = directory.asks("ServiceProviderConfig").await.body;
    let kinds = directory.asks("ResourceTypes").await.body;
    let people = directory.asks("ResourceTypes/User").await.body;
    let schemas = directory.asks("Schemas").await.body;
    let company = directory.asks(&format!("Schemas/{ENTERPRISE}")).await.body;

    for (feature, is_offered) in [
        ("patch", true),
        ("filter", true),
        ("etag", true),
        ("bulk", false),
        ("sort", false),
        ("changePassword", false),
    ] {
        assert_eq!(offered[feature]["supported"], is_offered, "{feature}");
    }
    assert_eq!(kinds["totalResults"], 2);
    assert_eq!(people["schemaExtensions"][0]["schema"], ENTERPRISE);
    assert_eq!(schemas["totalResults"], 6);
    let names = company["attributes"].as_array().expect("attributes").iter();
    let names: Vec<_> = names.filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names, ["department", "division", "costCenter", "manager"]);
}
