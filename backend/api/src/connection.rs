//! Pages as Relay connections.
use async_graphql::OutputType;
use async_graphql::connection::{
    Connection, DefaultConnectionName, DefaultEdgeName, DisableNodesField, Edge, EmptyFields,
};
use kernel::Page;

/// A connection whose edges carry nothing but their node.
pub type Connected<T> = Connection<
    String,
    T,
    EmptyFields,
    EmptyFields,
    DefaultConnectionName,
    DefaultEdgeName,
    DisableNodesField,
>;

/// Dresses a page as a connection; `object` makes the GraphQL object of each item.
pub fn connected<T, U: OutputType>(page: Page<T>, object: impl Fn(T) -> U) -> Connected<U> {
    let mut connection = Connected::new(false, page.has_next);
    connection.edges.extend(
        page.items
            .into_iter()
            .map(|(cursor, item)| Edge::new(cursor, object(item))),
    );
    connection
}

/// What a list of `first` costs: each item, whatever is asked of it.
pub fn cost(first: i32, child: usize) -> usize {
    usize::try_from(first.clamp(1, 100)).unwrap_or(1) * child.max(1) / 4 + 1
}

/// What a link without a sign-in weighs: one that opens nothing is written down, so that a request tries few.
pub const LINK_COST: usize = 600;

/// How many, as the schema counts.
pub(crate) fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
