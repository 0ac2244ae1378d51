//! Every question that the web app asks is light enough to be answered, whatever is added to it later.
use async_graphql::parser::types::{BaseType, OperationType, VariableDefinition};
use async_graphql::parser::{parse_query, parse_schema};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::path::Path;
use tests::Stage;

/// Asks for a hundred posts of each of a hundred conversations, which is more than one request may.
const TOO_MUCH: &str = "{ community(slug: \"x\") { threads(first: 100) { edges { node {
    posts(first: 100) { edges { node { id body bodyHtml createdAt
    author { id name handle zone } } } } } } } } }";

const TOO_HEAVY: &str = "Query is too complex.";

/// As long as a page of the web app usually is.
const PAGE: i32 = 30;

/// The first value of each enum of the schema.
fn words() -> HashMap<String, String> {
    use async_graphql::parser::types::{TypeKind, TypeSystemDefinition::Type};
    let document = parse_schema(api::sdl()).expect("our own schema parses");
    let kinds = document.definitions.into_iter().filter_map(|it| match it {
        Type(node) => Some(node.node),
        _ => None,
    });
    kinds
        .filter_map(|it| match it.kind {
            TypeKind::Enum(words) => Some((
                it.name.node.to_string(),
                words.values.first()?.node.value.node.to_string(),
            )),
            _ => None,
        })
        .collect()
}

/// Something that fits a variable; nothing where it may be left out, or is an object.
fn fitting(variable: &VariableDefinition, words: &HashMap<String, String>) -> Option<Value> {
    let kind = &variable.var_type.node;
    let BaseType::Named(name) = &kind.base else {
        return (!kind.nullable).then(|| json!([]));
    };
    match name.as_str() {
        "Int" => Some(json!(PAGE)),
        "Boolean" => Some(json!(true)),
        _ if kind.nullable => None,
        "ID" => Some(json!("community_01h455vb4pex5vsknk084sn02q")),
        "String" => Some(json!("x")),
        other => words.get(other).map(|word| json!(word)),
    }
}

#[tokio::test]
async fn no_page_asks_for_more_than_one_request_may() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/persisted.json");
    let written = std::fs::read_to_string(path).expect("frontend/persisted.json");
    let documents: HashMap<String, String> = serde_json::from_str(&written).expect("documents");
    let words = words();
    let stage = Stage::new().await;
    let ines = stage.administrator("Ines").await;
    let refused = ines.asks(TOO_MUCH, Value::Null).await;
    assert_eq!(refused["errors"][0]["message"], TOO_HEAVY, "{refused}");

    let (mut weighed, mut heavy) = (0, Vec::new());
    for document in documents.values() {
        let parsed = parse_query(document).expect("a document of ours");
        let (_, operation) = parsed.operations.iter().next().expect("an operation");
        if operation.node.ty != OperationType::Query {
            continue;
        }
        let variables = operation.node.variable_definitions.iter().filter_map(|it| {
            let value = fitting(&it.node, &words)?;
            Some((it.node.name.node.to_string(), value))
        });
        let variables = Value::Object(variables.collect::<Map<_, _>>());
        let answer = ines.asks(document, variables).await;
        let refusal = answer["errors"][0]["message"].as_str().unwrap_or_default();
        if refusal.starts_with("Query is too complex") || refusal.starts_with("Query is nested") {
            heavy.push(format!(
                "{refusal}: {}",
                &document[..document.len().min(60)]
            ));
        }
        weighed += usize::from(!refusal.contains("Variable"));
    }
    assert!(heavy.is_empty(), "{heavy:#?}");
    // Those that ask with an object are few; were it more, this would say nothing.
    assert!(weighed > 140, "only {weighed} were weighed");
}
