//! People talk: what they write, and what each makes of it.
mod answering_first;
mod held;
mod own;
mod rendering;
mod talking;

use serde_json::{Value, json};

const PAGE: &str = "query($id: ID!, $first: Int!, $after: String) { thread(id: $id) {
    title replyCount unreadCount readThrough follow
    posts(first: $first, after: $after) { edges { node {
        id number parentId body author { name } deletedAt revision
        reactions { kind count viewerReacted } viewerCan { edit delete restore react reply }
    } } pageInfo { hasNextPage endCursor } } } }";

async fn page(person: &tests::Person<'_>, thread: &Value) -> Value {
    let answer = person
        .asks(PAGE, json!({ "id": thread["id"], "first": 50 }))
        .await;
    answer["data"]["thread"].clone()
}

fn bodies(page: &Value) -> Vec<&str> {
    let edges = page["posts"]["edges"].as_array().expect("edges");
    edges
        .iter()
        .map(|edge| edge["node"]["body"].as_str().unwrap_or("(withheld)"))
        .collect()
}
