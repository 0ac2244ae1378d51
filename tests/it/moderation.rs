//! What waits for moderators, what they do, and what each of those concerned sees of it.
mod appeals;
mod auditing;
mod deciding;
mod flagging;
mod muting;
mod outside;
mod reasons;
mod scope;
mod verifying;

use communities::{Community, Role};
use serde_json::{Value, json};
use tests::{Person, Stage};

/// A post that somebody wrote, somebody flags, and several look after.
pub struct Scene<'stage> {
    pub jonas: Person<'stage>,
    pub amara: Person<'stage>,
    pub tomas: Person<'stage>,
    pub dana: Person<'stage>,
    pub eve: Person<'stage>,
    pub community: Community,
    /// Where Amara asks and Tomas answers.
    pub thread: Value,
    /// What Tomas answers.
    pub post: String,
}

impl<'stage> Scene<'stage> {
    /// Jonas moderates, Amara leads, Tomas wrote, Dana reads, and Eve moderates elsewhere.
    pub async fn of(stage: &'stage Stage) -> Self {
        let (jonas, amara) = (stage.person("Jonas").await, stage.person("Amara").await);
        let (tomas, dana) = (stage.person("Tomas").await, stage.person("Dana").await);
        let eve = stage.person("Eve").await;
        let roles = [
            (&jonas, Role::Moderator),
            (&amara, Role::Facilitator),
            (&tomas, Role::Learner),
            (&dana, Role::Learner),
        ];
        let (community, lobby) = stage.cohort_of(&roles).await;
        stage.cohort_of(&[(&eve, Role::Facilitator)]).await;
        let thread = amara
            .begins(&lobby, "Silence", "How long do you wait?")
            .await;
        let answer = tomas.posts(&thread, "Two seconds are enough").await;
        let post = &answer["data"]["createPost"]["id"];
        stage.settle().await;
        Self {
            post: post.as_str().expect("an id").to_owned(),
            jonas,
            amara,
            tomas,
            dana,
            eve,
            community,
            thread,
        }
    }

    /// Dana flags the answer.
    pub async fn flagged(stage: &'stage Stage) -> Self {
        let scene = Self::of(stage).await;
        let flag = flags(&scene.dana, &scene.post, "FACTUALLY_WRONG").await;
        assert!(flag.get("errors").is_none(), "{flag}");
        stage.settle().await;
        scene
    }
}

const FLAG: &str = "mutation($input: FlagPostInput!) { flagPost(input: $input) {
    id state reason note proposal by { name } } }";
const QUEUE: &str = "query($tab: ModerationTab!) { moderationQueue(tab: $tab, first: 20) {
    edges { node { id tab reasons version thread { title } post { id body } claimedBy { name }
    flags { id state by { name } proposal } appeal { id words }
    choices { decision readers { who name message } } } } } }";
const COUNTS: &str = "{ moderationCounts { unanswered toCheck reported } }";
const CLAIM: &str = "mutation($input: ClaimModerationItemInput!) {
    claimModerationItem(input: $input) { version claimedBy { name } } }";
const DECIDE: &str = "mutation($input: DecideModerationItemInput!) {
    decideModerationItem(input: $input) { id version decision decidedBy { name } reason
    undoableUntil settledAt } }";
const UNDO: &str = "mutation($input: UndoModerationDecisionInput!) {
    undoModerationDecision(input: $input) { id version decision flags { state } } }";
const FLAGS: &str = "{ myFlags(first: 10) { edges { node { id state decision outcome } } } }";
const NOTICES: &str = "{ viewer { notices(first: 20) { edges { node {
    kind about message decision words title count until post { id } } } } } }";
const READ: &str = "query($id: ID!) { node(id: $id) { ... on Post { body deletedAt revision } } }";

pub async fn flags(by: &Person<'_>, post: &str, reason: &str) -> Value {
    let input = json!({ "post": post, "reason": reason, "proposal": "Five seconds, at least" });
    by.asks(FLAG, json!({ "input": input })).await
}

/// What waits for somebody, in one part of the queue.
pub async fn queue(of: &Person<'_>, tab: &str) -> Vec<Value> {
    let answer = of.asks(QUEUE, json!({ "tab": tab })).await;
    let edges = answer["data"]["moderationQueue"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

pub async fn decides(by: &Person<'_>, item: &Value, decision: &str, more: Value) -> Value {
    let mut input = json!({
        "item": item["id"], "version": item["version"], "decision": decision,
    });
    if let (Some(input), Some(more)) = (input.as_object_mut(), more.as_object()) {
        input.extend(more.clone());
    }
    by.asks(DECIDE, json!({ "input": input })).await
}

pub async fn undoes(by: &Person<'_>, item: &Value) -> Value {
    by.asks(UNDO, json!({ "input": { "item": item["id"] } }))
        .await
}

/// What somebody is told, of this kind.
pub async fn notices(of: &Person<'_>, kind: &str) -> Vec<Value> {
    let answer = of.asks(NOTICES, json!({})).await;
    let edges = answer["data"]["viewer"]["notices"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    let nodes = edges.iter().map(|edge| edge["node"].clone());
    nodes.filter(|node| node["kind"] == kind).collect()
}
