//! The schemas of what SCIM says of itself, RFC 7643 sections 5 to 7.
use super::{parts, several, text, truth, with};
use serde_json::{Value, json};

pub(super) fn provider() -> Vec<Value> {
    let offered = || needed(truth("supported", "Whether it is offered"));
    let scheme = [
        needed(text("type", "The kind of authentication")),
        needed(text("name", "What it is called")),
        needed(text("description", "What it is")),
        page("specUri", "Where its specification is"),
        page("documentationUri", "Where it is explained"),
        truth("primary", "Whether it is the one to choose"),
    ];
    let simple = |name, description| parts(name, description, vec![offered()]);
    let all = vec![
        page("documentationUri", "Where it is explained"),
        simple("patch", "Changes of parts"),
        parts(
            "bulk",
            "Many at once",
            vec![
                offered(),
                number("maxOperations", "How many at once"),
                number("maxPayloadSize", "How many bytes at once"),
            ],
        ),
        parts(
            "filter",
            "Looking for some",
            vec![
                offered(),
                number("maxResults", "How many are answered with"),
            ],
        ),
        simple("changePassword", "New passwords"),
        simple("sort", "Sorting"),
        simple("etag", "Versions"),
        several(
            "authenticationSchemes",
            "How to show who asks",
            scheme.to_vec(),
        ),
    ];
    all.into_iter().map(read_only).collect()
}

pub(super) fn resource_type() -> Vec<Value> {
    let extension = vec![
        needed(name_of("schema", "The extension")),
        needed(truth("required", "Whether a resource has to have it")),
    ];
    let all = vec![
        text("id", "What it is called in addresses"),
        needed(text("name", "What it is called")),
        text("description", "What it is"),
        needed(name_of("endpoint", "Where its resources are")),
        needed(name_of("schema", "What they have")),
        several(
            "schemaExtensions",
            "What they may have beside it",
            extension,
        ),
    ];
    all.into_iter().map(read_only).collect()
}

pub(super) fn schema() -> Vec<Value> {
    let attribute = |more: Vec<Value>| {
        let words = vec![
            needed(text("name", "What it is called")),
            needed(text("type", "What its values are")),
            needed(truth("multiValued", "Whether there may be several")),
            text("description", "What it is"),
            truth("required", "Whether it has to be there"),
            words("canonicalValues", "Values that are usual"),
            truth("caseExact", "Whether capitals matter"),
            text("mutability", "Who may write it"),
            text("returned", "When it is shown"),
            text("uniqueness", "Among which it is the only one"),
            words("referenceTypes", "What it may lead to"),
        ];
        words.into_iter().chain(more).collect::<Vec<_>>()
    };
    let inner = several("subAttributes", "Its parts", attribute(Vec::new()));
    let all = vec![
        needed(text("id", "Its name among all schemas")),
        text("name", "What it is called"),
        text("description", "What it is"),
        needed(several(
            "attributes",
            "What a resource has",
            attribute(vec![inner]),
        )),
    ];
    all.into_iter().map(read_only).collect()
}

fn needed(attribute: Value) -> Value {
    with(attribute, json!({ "required": true }))
}

fn read_only(attribute: Value) -> Value {
    let mut attribute = with(attribute, json!({ "mutability": "readOnly" }));
    if let Some(parts) = attribute
        .get_mut("subAttributes")
        .and_then(Value::as_array_mut)
    {
        for part in parts {
            *part = read_only(part.take());
        }
    }
    attribute
}

fn number(name: &str, description: &str) -> Value {
    let number = json!({ "type": "integer", "required": true });
    with(truth(name, description), number)
}

/// An address of a page.
fn page(name: &str, description: &str) -> Value {
    let page = json!({ "type": "reference", "referenceTypes": ["external"], "caseExact": true });
    with(text(name, description), page)
}

/// The name of a schema, or of a place.
fn name_of(name: &str, description: &str) -> Value {
    let name_of = json!({ "type": "reference", "referenceTypes": ["uri"], "caseExact": true });
    with(text(name, description), name_of)
}

/// Several texts.
fn words(name: &str, description: &str) -> Value {
    with(
        text(name, description),
        json!({ "multiValued": true, "caseExact": true }),
    )
}
