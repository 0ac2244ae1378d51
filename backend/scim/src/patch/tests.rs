use super::patch;
use crate::path::ENTERPRISE;
use proptest::prelude::*;
use serde_json::{Value, json};

fn priya() -> Value {
    json!({
        "userName": "priya@example.org", "active": true, "name": { "givenName": "Priya" },
        "emails": [{ "type": "work", "value": "priya@example.org", "primary": true }],
    })
}

fn after(operations: Value) -> Value {
    patch(priya(), &json!({ "Operations": operations })).expect("a change")
}

fn refused(operations: Value) -> String {
    let refused = patch(priya(), &json!({ "Operations": operations }));
    let error = refused.expect_err("a refusal");
    error.field().unwrap_or_default().into_owned()
}

#[test]
fn what_entra_sends_is_understood() {
    let left = after(json!([{ "op": "Replace", "path": "active", "value": "False" }]));
    assert_eq!(super::truth(&left["active"]), Some(false));
    let email = r#"emails[type eq "work"].value"#;
    let moved = after(json!([{ "op": "Replace", "path": email, "value": "p@example.org" }]));
    assert_eq!(moved["emails"][0]["value"], "p@example.org");
    let home = r#"emails[type eq "home"].value"#;
    let more = after(json!([{ "op": "Add", "path": home, "value": "p@home.org" }]));
    assert_eq!(
        more["emails"][1],
        json!({ "type": "home", "value": "p@home.org" })
    );
    let manager = format!("{ENTERPRISE}:manager");
    let led = after(json!([{ "op": "Add", "path": manager, "value": "person_2" }]));
    assert_eq!(led[ENTERPRISE]["manager"], "person_2");
    let dotted = after(json!([{ "op": "Add", "value": {
        "name.familyName": "Raman", format!("{ENTERPRISE}:department"): "Change" } }]));
    assert_eq!(
        dotted["name"],
        json!({ "givenName": "Priya", "familyName": "Raman" })
    );
    assert_eq!(dotted[ENTERPRISE]["department"], "Change");
}

#[test]
fn what_okta_sends_is_understood() {
    let left = after(json!([{ "op": "replace", "value": { "active": false } }]));
    assert_eq!(left["active"], false);
    let group = json!({ "members": [{ "value": "a" }, { "value": "b" }, { "value": "c" }] });
    let change = |operation: Value| {
        let request = json!({ "operations": [operation] });
        patch(group.clone(), &request).expect("a change")["members"].clone()
    };
    let chosen = json!({ "op": "remove", "path": "members[value eq \"b\"]" });
    assert_eq!(change(chosen), json!([{ "value": "a" }, { "value": "c" }]));
    let named = json!({ "op": "Remove", "path": "members", "value": [{ "value": "a" }] });
    assert_eq!(change(named), json!([{ "value": "b" }, { "value": "c" }]));
    let twice = json!({ "op": "add", "path": "members", "value": [{ "value": "a" }] });
    assert_eq!(change(twice).as_array().map(Vec::len), Some(3));
    assert_eq!(
        change(json!({ "op": "remove", "path": "members" })),
        Value::Null
    );
}

#[test]
fn what_we_have_no_attribute_for_is_let_go() {
    let phone = r#"phoneNumbers[type eq "mobile"].value"#;
    let same = after(json!([
        { "op": "Add", "path": phone, "value": "1" },
        { "op": "Replace", "value": { "nickName": "P", "addresses": [{ "country": "ML" }] } },
    ]));
    assert_eq!(same, priya());
}

#[test]
fn what_cannot_be_done_is_refused_by_its_word() {
    for (word, operation) in [
        ("invalidSyntax", json!({ "op": "move", "path": "active" })),
        ("invalidSyntax", json!({ "op": "add", "value": "x" })),
        ("noTarget", json!({ "op": "remove" })),
        (
            "mutability",
            json!({ "op": "replace", "path": "id", "value": "x" }),
        ),
        (
            "invalidPath",
            json!({ "op": "replace", "path": "a b", "value": "x" }),
        ),
        (
            "invalidPath",
            json!({ "op": "replace", "path": "name[a pr]", "value": "x" }),
        ),
        (
            "noTarget",
            json!({ "op": "replace", "path": "emails[value co \"nobody\"].type", "value": "x" }),
        ),
    ] {
        assert_eq!(refused(json!([operation.clone()])), word, "{operation}");
    }
    assert_eq!(refused(json!([])), "invalidSyntax");
}

proptest! {
    #[test]
    fn a_change_made_twice_is_a_change_made_once(value in "[a-z]{1,8}", act in "(?i)(add|replace)") {
        let request = json!({ "Operations": [
            { "op": act, "path": "displayName", "value": value },
            { "op": act, "path": "emails[type eq \"work\"].value", "value": value },
            { "op": act, "value": { "name.familyName": value } },
        ] });
        let once = patch(priya(), &request).expect("a change");
        prop_assert_eq!(patch(once.clone(), &request).expect("a change"), once);
    }

    #[test]
    fn no_request_breaks_it(path in any::<String>(), op in "add|replace|remove", text in any::<String>()) {
        let _ = patch(priya(), &json!({ "Operations": [{ "op": op, "path": path, "value": text }] }));
    }
}
