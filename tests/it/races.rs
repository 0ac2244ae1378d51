//! Many at once: numbers are given once, a failure takes back only itself.
use async_trait::async_trait;
use communities::Role;
use kernel::{Actor, Command, Error, Result, Tx};
use serde_json::json;
use std::collections::BTreeSet;
use tests::Stage;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn thirty_replies_at_once_take_thirty_numbers() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "All at once", "go").await;

    let replies = (0..30).map(|n| ada.posts(&thread, Box::leak(n.to_string().into_boxed_str())));
    let answers = futures_util::future::join_all(replies).await;

    let numbers: BTreeSet<i64> = answers
        .iter()
        .map(|answer| {
            answer["data"]["createPost"]["number"]
                .as_i64()
                .unwrap_or_else(|| panic!("{answer}"))
        })
        .collect();
    assert_eq!(numbers, (2..=31).collect());
    let count = "query($id: ID!) { thread(id: $id) { replyCount } }";
    let answer = ada.asks(count, json!({ "id": thread["id"] })).await;
    assert_eq!(answer["data"]["thread"]["replyCount"], 30);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_equal_requests_at_once_post_once_and_answer_alike() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (_, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Twins", "go").await;
    let reply = "mutation($input: CreatePostInput!) { createPost(input: $input) { id number } }";
    let input = json!({ "thread": thread["id"], "body": "once", "nonce": "the-same" });

    let asks = (0..8).map(|_| ada.asks(reply, json!({ "input": input })));
    let answers = futures_util::future::join_all(asks).await;

    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{answers:?}"
    );
    assert_eq!(answers[0]["data"]["createPost"]["number"], 2);
}

/// Opens a channel, and then finds a reason not to.
struct ChangeOfMind(communities::Community);

#[async_trait]
impl Command for ChangeOfMind {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let open = channels::CreateChannel {
            community: self.0.id,
            name: "Never".to_owned(),
            slug: None,
            purpose: String::new(),
            kind: channels::ChannelKind::Mixed,
        };
        open.run(tx, actor).await?;
        Err(Error::conflict("on second thought, no"))
    }
}

/// Takes the whole program's word that a panic is a failure like another.
struct Stumble;

#[async_trait]
impl Command for Stumble {
    type Done = ();

    async fn run(&self, _: &Tx, _: Actor) -> Result<()> {
        panic!("on purpose: a command that stumbles")
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_fails_in_a_group_takes_back_only_itself() {
    let stage = Stage::new().await;
    let ada = stage.person("Ada").await;
    let (community, lobby) = stage.cohort_of(&[(&ada, Role::Learner)]).await;
    let thread = ada.begins(&lobby, "Company", "go").await;

    let (mut fine, mut failed) = (Vec::new(), Vec::new());
    for _ in 0..12 {
        fine.push(ada.posts(&thread, "kept"));
        failed.push(stage.does(ChangeOfMind(community.clone())));
    }
    let (fine, failed) = tokio::join!(
        futures_util::future::join_all(fine),
        futures_util::future::join_all(failed)
    );

    assert!(
        fine.iter().all(|answer| answer.get("errors").is_none()),
        "{fine:?}"
    );
    assert!(failed.iter().all(Result::is_err));
    let channels = "query($slug: String!) { community(slug: $slug) { channels { name } } }";
    let answer = ada.asks(channels, json!({ "slug": community.slug })).await;
    assert_eq!(
        answer["data"]["community"]["channels"],
        json!([{ "name": "practice-log" }])
    );
}

#[tokio::test]
async fn after_a_panic_the_next_command_runs() {
    let stage = Stage::new().await;
    if stage.db().backend() != sea_orm::DbBackend::Sqlite {
        return; // on PostgreSQL a command runs on its asker's own task, which poem guards
    }

    let stumbled = stage.does(Stumble).await;

    assert!(matches!(stumbled, Err(Error::Internal(_))));
    stage.person("Ada").await;
}
