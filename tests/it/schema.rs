//! Generated files are fresh, and every field of the schema says what it is.
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use std::path::Path;

#[test]
fn the_committed_schema_is_the_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/schema.graphql");

    let committed = std::fs::read_to_string(path).expect("frontend/schema.graphql");

    assert!(
        committed == api::sdl(),
        "frontend/schema.graphql is stale: run `make schema`"
    );
}

#[test]
fn every_field_is_described() {
    let document = parse_schema(api::sdl()).expect("our own schema parses");
    let mut silent = Vec::new();
    for definition in document.definitions {
        let TypeSystemDefinition::Type(node) = definition else {
            continue;
        };
        let name = node.node.name.node.to_string();
        // Relay's own shapes are described by the Relay specification.
        if ["Connection", "Edge", "PageInfo"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            continue;
        }
        if let TypeKind::Object(object) = node.node.kind {
            silent.extend(
                object
                    .fields
                    .iter()
                    .filter(|field| field.node.description.is_none())
                    .map(|field| format!("{name}.{}", field.node.name.node)),
            );
        }
    }
    assert!(
        silent.is_empty(),
        "these say nothing of themselves: {silent:?}"
    );
}
