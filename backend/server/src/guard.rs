//! What stands before the executor: an operation that would cost too much is refused by its text.
//!
//! The executor's own limits walk every spread of every fragment, so that a kilobyte of fragments
//! that spread each other twice keeps a core busy for seconds before any limit is looked at. Here
//! each fragment is counted once and remembered; the whole check is linear in the document.
mod cost;
mod nesting;

use async_graphql::Request;
use async_graphql::parser::parse_query;
use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, OperationDefinition, OperationType, Selection,
};
use std::borrow::Cow;

pub const DOCUMENT_BYTES_MAX: usize = 32 * 1024;
const OPERATIONS_MAX: usize = 5;
const FRAGMENTS_MAX: usize = 50;
const VARIABLES_MAX: usize = 50;
const SELECTIONS_MAX: u64 = 1_000;
const ALIASES_MAX: u64 = 50;
const DEPTH_MAX: u64 = 12;

/// Where an operation came in, and so what it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// Queries and mutations.
    Request,
    /// Subscriptions alone: nothing may change the world without the checks of a request.
    Socket,
}

/// Whether the asker may read the schema itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Introspection {
    Shown,
    Hidden,
}

/// Why an operation was not let in.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub Cow<'static, str>);

/// An operation that may be executed.
#[derive(Debug)]
pub struct Admitted {
    /// The request, with its document parsed.
    pub request: Request,
    pub kind: OperationType,
    /// Names of the root fields asked for.
    pub roots: Vec<String>,
}

/// Lets an operation in, or says why not. It costs time linear in the text, whatever the text.
///
/// # Errors
/// A sentence that names what there is too much of.
pub fn admit(
    mut request: Request,
    entrance: Entrance,
    introspection: Introspection,
) -> Result<Admitted, Refused> {
    let document = parse(&request.query)?;
    let operation = chosen(&document, request.operation_name.as_deref())?;
    let kind = operation.ty;
    match (entrance, kind) {
        (Entrance::Request, OperationType::Subscription) => {
            return refuse("subscriptions are served on /graphql/ws");
        }
        (Entrance::Socket, OperationType::Query | OperationType::Mutation) => {
            return refuse("only subscriptions are served here; send others to POST /graphql");
        }
        _ => {}
    }
    let roots = root_fields(&document, operation)?;
    let hidden = introspection == Introspection::Hidden;
    if hidden
        && roots
            .iter()
            .any(|name| name == "__schema" || name == "__type")
    {
        return refuse("the schema is shown to people who are signed in, where it is shown at all");
    }
    if kind != OperationType::Query && roots.len() > 1 {
        return refuse("one change at a time: a mutation has one root field");
    }
    if hidden {
        request = request.disable_introspection();
    }
    request.set_parsed_query(document);
    Ok(Admitted {
        request,
        kind,
        roots,
    })
}

fn refuse<T>(words: impl Into<Cow<'static, str>>) -> Result<T, Refused> {
    Err(Refused(words.into()))
}

/// Parses a document whose nesting cannot exhaust the stack, and counts what it would expand to.
fn parse(query: &str) -> Result<ExecutableDocument, Refused> {
    if query.trim().is_empty() {
        return refuse("there is no query in this request");
    }
    if query.len() > DOCUMENT_BYTES_MAX {
        return refuse("the query is too long: 32 KB is the most");
    }
    nesting::check(query)?;
    let document = parse_query(query).map_err(|error| {
        let place = error.positions().next();
        Refused(match place {
            Some(at) => format!(
                "the query cannot be read at line {}, column {}",
                at.line, at.column
            )
            .into(),
            None => "the query cannot be read".into(),
        })
    })?;
    if document.operations.iter().count() > OPERATIONS_MAX {
        return refuse("too many operations in one document: 5 is the most");
    }
    if document.fragments.len() > FRAGMENTS_MAX {
        return refuse("too many fragments: 50 is the most");
    }
    let mut counter = cost::Counter::new(&document);
    for (_, operation) in document.operations.iter() {
        if operation.node.variable_definitions.len() > VARIABLES_MAX {
            return refuse("too many variables: 50 is the most");
        }
        affordable(counter.operation(&operation.node)?)?;
    }
    for name in document.fragments.keys() {
        affordable(counter.fragment(name)?)?;
    }
    Ok(document)
}

fn affordable(cost: cost::Cost) -> Result<(), Refused> {
    if cost.selections > SELECTIONS_MAX {
        return refuse("the query asks for too many fields: 1000 is the most");
    }
    if cost.aliases > ALIASES_MAX {
        return refuse("the query has too many aliases: 50 is the most");
    }
    if cost.depth > DEPTH_MAX {
        return refuse("the query is too deep: 12 levels is the most");
    }
    Ok(())
}

fn chosen<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Result<&'a OperationDefinition, Refused> {
    let found = match (&document.operations, name) {
        (DocumentOperations::Single(operation), _) => Some(operation),
        (DocumentOperations::Multiple(operations), Some(name)) => operations.get(name),
        (DocumentOperations::Multiple(operations), None) if operations.len() == 1 => {
            operations.values().next()
        }
        (DocumentOperations::Multiple(_), None) => {
            return refuse("there are several operations; name one as operationName");
        }
    };
    match found {
        Some(operation) => Ok(&operation.node),
        None => refuse("there is no operation of this name in the document"),
    }
}

/// The fields of the root, through its fragments. The document was counted, so this ends.
fn root_fields(
    document: &ExecutableDocument,
    operation: &OperationDefinition,
) -> Result<Vec<String>, Refused> {
    let mut names = Vec::new();
    let mut open = vec![&operation.selection_set.node];
    while let Some(set) = open.pop() {
        for item in &set.items {
            match &item.node {
                Selection::Field(field) => names.push(field.node.name.node.to_string()),
                Selection::InlineFragment(inline) => open.push(&inline.node.selection_set.node),
                Selection::FragmentSpread(spread) => {
                    match document.fragments.get(&spread.node.fragment_name.node) {
                        Some(fragment) => open.push(&fragment.node.selection_set.node),
                        None => return refuse("a fragment is spread that is not defined"),
                    }
                }
            }
        }
    }
    Ok(names)
}
