use crate::Stage;
use api::{Asking, RequestOrigin};
use channels::{Channel, ThreadKind};
use futures_util::stream::BoxStream;
use identity::{SignInAs, Visitor};
use kernel::{Actor, Command, Result};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

/// A person in a test, so that `ada.posts(&thread, "hello")` reads as what it does.
pub struct Person<'stage> {
    pub(crate) stage: &'stage Stage,
    pub record: identity::Person,
    signed_in: OnceCell<Asking>,
}

/// The first error of an answer: its code and its words.
pub fn error_of(answer: &Value) -> (String, String) {
    let error = &answer["errors"][0];
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (word(&error["extensions"]["code"]), word(&error["message"]))
}

impl<'stage> Person<'stage> {
    pub(crate) fn new(stage: &'stage Stage, record: identity::Person) -> Self {
        Self {
            stage,
            record,
            signed_in: OnceCell::new(),
        }
    }

    pub fn actor(&self) -> Actor {
        identity::actor_of(&self.record)
    }

    /// Runs a command as this person, beneath the API: for setting the scene.
    pub async fn does<C: Command>(&self, command: C) -> Result<C::Done> {
        self.stage.db().write(self.actor(), command).await
    }

    /// This person's sign-in, begun once.
    async fn asking(&self) -> Asking {
        let begin = async || {
            let fresh = SignInAs {
                person: self.record.id,
                visitor: Visitor::default(),
            };
            let fresh = self.stage.does(fresh).await.expect("a sign-in");
            Asking::signed_in(fresh.sign_in, fresh.person, RequestOrigin::default())
        };
        self.signed_in.get_or_init(begin).await.clone()
    }

    /// Asks the API, as a browser would: for the act itself.
    pub async fn asks(&self, query: &str, variables: Value) -> Value {
        self.stage.asks(self.asking().await, query, variables).await
    }

    /// As `asks`, and how many statements the answer took beside finding out who asks.
    pub async fn asks_counted(&self, query: &str, variables: Value) -> (Value, u64) {
        let asking = self.asking().await;
        let before = self.stage.db().statements();
        let answer = self.stage.asks(asking, query, variables).await;
        (answer, self.stage.db().statements() - before)
    }

    /// Follows a subscription.
    pub async fn follows(&self, query: &str, variables: Value) -> BoxStream<'static, Value> {
        self.stage.follows(self.asking().await, query, variables)
    }

    /// Begins a conversation; returns the answer's `createThread`.
    pub async fn begins(&self, channel: &Channel, title: &str, body: &str) -> Value {
        self.begins_a(ThreadKind::Discussion, channel, (title, body))
            .await
    }

    /// Asks a question; returns the answer's `createThread`.
    pub async fn wonders(&self, channel: &Channel, title: &str, body: &str) -> Value {
        self.begins_a(ThreadKind::Question, channel, (title, body))
            .await
    }

    async fn begins_a(&self, kind: ThreadKind, channel: &Channel, words: (&str, &str)) -> Value {
        let kind = if kind == ThreadKind::Question {
            "QUESTION"
        } else {
            "DISCUSSION"
        };
        let input = json!({
            "channel": channel.id.to_string(), "kind": kind, "title": words.0, "body": words.1,
            "nonce": nonce(),
        });
        let begin = "mutation($input: CreateThreadInput!) { createThread(input: $input) {
            id title replyCount opening { id number body bodyHtml } } }";
        let answer = self.asks(begin, json!({ "input": input })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        answer["data"]["createThread"].clone()
    }

    /// Replies in a conversation; returns the whole answer.
    pub async fn posts(&self, thread: &Value, body: &str) -> Value {
        self.replies(thread, None, body).await
    }

    /// Replies to a post; returns the whole answer.
    pub async fn replies(&self, thread: &Value, parent: Option<&Value>, body: &str) -> Value {
        let input = json!({
            "thread": thread["id"], "parent": parent.map(|post| post["id"].clone()), "body": body,
            "nonce": nonce(),
        });
        let reply = "mutation($input: CreatePostInput!) { createPost(input: $input) {
            id number parentId body bodyHtml revision author { name } } }";
        self.asks(reply, json!({ "input": input })).await
    }
}

/// A word no two requests share.
pub fn nonce() -> String {
    let mut chance = [0_u8; 12];
    kernel::Entropy::fill(&kernel::SystemEntropy, &mut chance);
    chance.iter().map(|byte| format!("{byte:02x}")).collect()
}
