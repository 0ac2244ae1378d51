use super::{Comparison, ENTERPRISE, Filter, Keys, Path};
use proptest::prelude::*;
use serde_json::{Value, json};

fn keys(names: &[&str]) -> Keys {
    Keys(names.iter().map(|name| (*name).to_owned()).collect())
}

/// A filter as RFC 7644 writes it.
fn written(filter: &Filter) -> String {
    let named = |Keys(keys): &Keys| match keys.split_first() {
        Some((urn, rest)) if urn == ENTERPRISE && !rest.is_empty() => {
            format!("{urn}:{}", rest.join("."))
        }
        _ => keys.join("."),
    };
    match filter {
        Filter::Present(keys) => format!("{} pr", named(keys)),
        Filter::Compare(keys, comparison, value) => {
            let word = match comparison {
                Comparison::Equal => "eq",
                Comparison::NotEqual => "ne",
                Comparison::Contains => "co",
                Comparison::StartsWith => "sw",
                Comparison::EndsWith => "ew",
                Comparison::Greater => "gt",
                Comparison::GreaterOrEqual => "ge",
                Comparison::Less => "lt",
                Comparison::LessOrEqual => "le",
            };
            format!("{} {word} {value}", named(keys))
        }
        Filter::Within(keys, inner) => format!("{}[{}]", named(keys), written(inner)),
        Filter::And(one, other) => format!("({}) and ({})", written(one), written(other)),
        Filter::Or(one, other) => format!("({}) or ({})", written(one), written(other)),
        Filter::Not(inner) => format!("not ({})", written(inner)),
    }
}

fn some_keys() -> impl Strategy<Value = Keys> {
    let name = || "[a-z][a-zA-Z]{0,8}";
    prop_oneof![
        name().prop_map(|one| Keys(vec![one])),
        (name(), name()).prop_map(|(one, two)| Keys(vec![one, two])),
        name().prop_map(|one| Keys(vec![ENTERPRISE.to_owned(), one])),
    ]
}

fn some_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<String>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        Just(Value::Null),
    ]
}

fn some_comparison() -> impl Strategy<Value = Comparison> {
    prop_oneof![
        Just(Comparison::Equal),
        Just(Comparison::NotEqual),
        Just(Comparison::Contains),
        Just(Comparison::StartsWith),
        Just(Comparison::EndsWith),
        Just(Comparison::Greater),
        Just(Comparison::GreaterOrEqual),
        Just(Comparison::Less),
        Just(Comparison::LessOrEqual),
    ]
}

fn some_filter() -> impl Strategy<Value = Filter> {
    let leaf = prop_oneof![
        some_keys().prop_map(Filter::Present),
        (some_keys(), some_comparison(), some_value())
            .prop_map(|(keys, comparison, value)| Filter::Compare(keys, comparison, value)),
    ];
    leaf.prop_recursive(4, 16, 2, |inner| {
        prop_oneof![
            (some_keys(), inner.clone())
                .prop_map(|(keys, inner)| Filter::Within(keys, Box::new(inner))),
            (inner.clone(), inner.clone())
                .prop_map(|(one, other)| Filter::And(Box::new(one), Box::new(other))),
            (inner.clone(), inner.clone())
                .prop_map(|(one, other)| Filter::Or(Box::new(one), Box::new(other))),
            inner.prop_map(|inner| Filter::Not(Box::new(inner))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was_meant(filter in some_filter()) {
        let text = written(&filter);
        // Longer ones are not read.
        prop_assume!(text.len() <= 2_000);
        prop_assert_eq!(Filter::parse(&text).expect("a filter"), filter);
    }

    #[test]
    fn no_text_breaks_the_reader(text in any::<String>()) {
        let _ = Filter::parse(&text);
        let _ = Path::parse(&text);
    }

    #[test]
    fn not_is_the_opposite(filter in some_filter(), value in some_value()) {
        let resource = json!({ "a": value, "emails": [{ "type": "work", "value": "a@b.c" }] });
        let opposite = Filter::Not(Box::new(filter.clone()));
        prop_assert_eq!(filter.holds(&resource), !opposite.holds(&resource));
    }
}

#[test]
fn what_big_directories_ask_is_answered() {
    let priya = json!({
        "id": "person_1", "userName": "Priya@Example.org", "active": true, "externalId": "Ab",
        "name": { "familyName": "Raman" },
        "emails": [{ "type": "work", "value": "priya@example.org", "primary": true }],
        ENTERPRISE: { "manager": { "value": "person_2" } },
    });
    for yes in [
        r#"userName eq "priya@example.org""#,
        r#"USERNAME Eq "PRIYA@example.org""#,
        r#"emails[type eq "work"]"#,
        r#"emails[type eq "work" and value co "@example"]"#,
        r#"emails[type eq "work"].value eq "priya@example.org""#,
        r#"emails.value eq "priya@example.org""#,
        r#"emails eq "priya@example.org""#,
        r#"active eq true"#,
        r#"active eq "True""#,
        r#"name.familyName sw "ra" and not (externalId eq "ab")"#,
        r#"title pr or id eq "person_1""#,
        r#"urn:ietf:params:scim:schemas:core:2.0:User:userName ew "ORG""#,
        r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "person_2""#,
        r#"nickName ne "x""#,
    ] {
        assert!(Filter::parse(yes).expect(yes).holds(&priya), "{yes}");
    }
    for no in [
        r#"userName eq "priya""#,
        r#"externalId eq "ab""#,
        r#"emails[type eq "home"]"#,
        r#"emails[type eq "home"].value eq "priya@example.org""#,
        "title pr",
        "active eq false",
    ] {
        assert!(!Filter::parse(no).expect(no).holds(&priya), "{no}");
    }
    for wrong in [
        "",
        "userName",
        "userName eq",
        "userName is \"a\"",
        "(userName pr",
        "a.b.c pr",
        "a[b pr",
        "userName eq \"a",
        "eq \"a\"",
        "a pr b pr",
        &"(".repeat(500),
    ] {
        assert!(Filter::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn paths_name_an_attribute_its_values_and_a_part() {
    let path = Path::parse(r#"emails[type eq "work"].value"#).expect("a path");
    assert_eq!(path.keys, keys(&["emails"]));
    assert_eq!(path.part.as_deref(), Some("value"));
    assert!(path.chosen.is_some());
    let path = Path::parse(&format!("{ENTERPRISE}:manager")).expect("a path");
    assert_eq!(path.keys, keys(&[ENTERPRISE, "manager"]));
    for wrong in [
        "",
        "a b",
        "emails[",
        "emails[]",
        "emails[type pr].a.b",
        "1a",
        "a.b.c",
    ] {
        assert!(Path::parse(wrong).is_err(), "{wrong}");
    }
}
