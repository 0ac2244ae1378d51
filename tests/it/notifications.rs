//! The inbox: who hears of what, and what settles it.
mod asking;
mod live;
mod today;

use async_trait::async_trait;
use channels::Channel;
use communities::{RemoveMember, Role};
use kernel::{Actor, Command, Cursor, Fact, Follower, Result, Tx};
use notifications::NotifyReaders;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

const INBOX: &str = "query($filter: InboxFilter! = ALL, $first: Int! = 20, $after: String) {
    inbox(first: $first, after: $after, filter: $filter) {
        edges { node { id reasons newCount doneAt thread { id title } latestPost { id body } } }
        pageInfo { hasNextPage endCursor } }
    viewer { inboxUnreadCount } }";

const DONE: &str = "mutation($input: MarkInboxDoneInput!) { markInboxDone(input: $input) {
    id doneAt } }";

async fn inbox(stage: &Stage, person: &Person<'_>) -> Vec<Value> {
    stage.settle().await;
    let answer = person.asks(INBOX, json!({})).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    let edges = answer["data"]["inbox"]["edges"].as_array().expect("edges");
    assert_eq!(answer["data"]["viewer"]["inboxUnreadCount"], edges.len());
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

/// Two learners of one cohort, and its channel.
async fn pair(stage: &Stage) -> (Person<'_>, Person<'_>, Channel) {
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Learner)];
    let (_, lobby) = stage.cohort_of(&all).await;
    (priya, jonas, lobby)
}

fn new_post(answer: &Value) -> &Value {
    assert!(answer.get("errors").is_none(), "{answer}");
    &answer["data"]["createPost"]
}

async fn follows(person: &Person<'_>, thread: &Value, how: &str) {
    let follow = "mutation($input: FollowThreadInput!) { followThread(input: $input) { follow } }";
    let input = json!({ "input": { "thread": thread["id"], "follow": how } });
    let answer = person.asks(follow, input).await;
    assert_eq!(answer["data"]["followThread"]["follow"], how, "{answer}");
}

async fn reads(person: &Person<'_>, thread: &Value, through: i32) {
    let read = "mutation($input: MarkReadInput!) { markRead(input: $input) { readThrough } }";
    let input = json!({ "input": { "thread": thread["id"], "through": through } });
    let answer = person.asks(read, input).await;
    assert_eq!(
        answer["data"]["markRead"]["readThrough"], through,
        "{answer}"
    );
}

async fn deletes(person: &Person<'_>, post: &Value) {
    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { deletedAt } }";
    let answer = person
        .asks(delete, json!({ "input": { "post": post["id"] } }))
        .await;
    assert!(answer.get("errors").is_none(), "{answer}");
}

/// Marks an item done; returns the whole answer.
async fn deals_with(person: &Person<'_>, item: &Value) -> Value {
    let input = json!({ "input": { "item": item["id"], "done": true } });
    person.asks(DONE, input).await
}

#[tokio::test]
async fn who_is_spoken_to_by_name_hears_of_it_and_nobody_else() {
    let stage = Stage::new().await;
    let (jonas, priya, mei) = (
        stage.person("Jonas").await,
        stage.person("Priya").await,
        stage.person("Mei").await,
    );
    let all = [
        (&jonas, Role::Moderator),
        (&priya, Role::Learner),
        (&mei, Role::Learner),
    ];
    let (_, lobby) = stage.cohort_of(&all).await;

    jonas
        .begins(
            &lobby,
            "Quiet groups",
            "What did you do, @priya? I, @jonas, waited.",
        )
        .await;

    let items = inbox(&stage, &priya).await;
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["thread"]["title"], "Quiet groups");
    assert_eq!(items[0]["reasons"], json!(["MENTION"]));
    assert_eq!(items[0]["newCount"], 1);
    assert!(inbox(&stage, &mei).await.is_empty());
    assert!(
        inbox(&stage, &jonas).await.is_empty(),
        "nobody hears of their own words"
    );
}

#[tokio::test]
async fn an_answer_reaches_who_began_who_is_answered_and_who_follows() {
    let stage = Stage::new().await;
    let (priya, jonas, amara) = (
        stage.person("Priya").await,
        stage.person("Jonas").await,
        stage.person("Amara").await,
    );
    let mei = stage.person("Mei").await;
    let all = [
        (&priya, Role::Learner),
        (&jonas, Role::Moderator),
        (&amara, Role::Facilitator),
        (&mei, Role::Observer),
    ];
    let (_, lobby) = stage.cohort_of(&all).await;
    let thread = priya
        .begins(&lobby, "Cold starts", "How do you begin?")
        .await;
    follows(&mei, &thread, "FOLLOWING").await;

    let answer = jonas.posts(&thread, "With a story.").await;
    amara
        .replies(&thread, Some(new_post(&answer)), "Whose?")
        .await;

    let reasons = |items: Vec<Value>| items[0]["reasons"].clone();
    let of_priya = inbox(&stage, &priya).await;
    assert_eq!(of_priya[0]["newCount"], 2, "two answers, one item");
    assert_eq!(of_priya[0]["latestPost"]["body"], "Whose?");
    assert_eq!(reasons(of_priya), json!(["REPLY"]));
    assert_eq!(reasons(inbox(&stage, &jonas).await), json!(["REPLY"]));
    assert_eq!(reasons(inbox(&stage, &mei).await), json!(["FOLLOWED"]));
    assert!(inbox(&stage, &amara).await.is_empty());
}

#[tokio::test]
async fn who_muted_a_conversation_hears_nothing_of_it_not_even_their_name() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    let thread = priya.begins(&lobby, "Lunch", "Where?").await;
    jonas.posts(&thread, "Here.").await;
    assert_eq!(inbox(&stage, &priya).await.len(), 1);

    follows(&priya, &thread, "MUTED").await;
    assert!(
        inbox(&stage, &priya).await.is_empty(),
        "muting settles what waits"
    );
    let loud = jonas.posts(&thread, "@priya, there!").await;
    jonas
        .replies(&thread, Some(new_post(&loud)), "@priya?")
        .await;

    assert!(inbox(&stage, &priya).await.is_empty());
}

#[tokio::test]
async fn what_is_dealt_with_stays_so_until_something_new_is_said() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    let thread = priya.begins(&lobby, "Cold starts", "How?").await;
    jonas.posts(&thread, "With a story, @priya.").await;
    let item = inbox(&stage, &priya).await.remove(0);

    let answer = deals_with(&priya, &item).await;
    assert_eq!(
        answer["data"]["markInboxDone"]["doneAt"], "2026-01-05T09:00:00+00:00",
        "{answer}"
    );
    assert!(inbox(&stage, &priya).await.is_empty());
    let put_back = json!({ "input": { "item": item["id"], "done": false } });
    priya.asks(DONE, put_back).await;
    assert_eq!(inbox(&stage, &priya).await.len(), 1, "it can be put back");
    deals_with(&priya, &item).await;
    jonas.posts(&thread, "Or with a question.").await;

    let items = inbox(&stage, &priya).await;
    assert_eq!(
        items[0]["id"], item["id"],
        "a conversation is in an inbox once"
    );
    assert_eq!(items[0]["newCount"], 1);
    assert_eq!(
        items[0]["reasons"],
        json!(["REPLY"]),
        "what was dealt with is no reason any more"
    );
}

#[tokio::test]
async fn reading_to_the_end_settles_an_item_and_reading_half_does_not() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    let thread = priya.begins(&lobby, "Cold starts", "How?").await;
    jonas.posts(&thread, "One.").await;
    jonas.posts(&thread, "Two.").await;
    assert_eq!(inbox(&stage, &priya).await[0]["newCount"], 2);

    reads(&priya, &thread, 2).await;
    assert_eq!(inbox(&stage, &priya).await[0]["newCount"], 1);
    reads(&priya, &thread, 3).await;
    assert!(inbox(&stage, &priya).await.is_empty());
}

#[tokio::test]
async fn what_was_read_as_it_was_written_is_no_news() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    let thread = priya.begins(&lobby, "Cold starts", "How?").await;

    jonas.posts(&thread, "@priya, look.").await;
    reads(&priya, &thread, 2).await;

    assert!(inbox(&stage, &priya).await.is_empty());
}

#[tokio::test]
async fn a_deleted_post_is_not_told_of() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    let thread = priya.begins(&lobby, "Cold starts", "How?").await;
    let first = jonas.posts(&thread, "One.").await;
    let second = jonas.posts(&thread, "Two.").await;
    assert_eq!(inbox(&stage, &priya).await[0]["latestPost"]["body"], "Two.");

    deletes(&jonas, new_post(&second)).await;
    let items = inbox(&stage, &priya).await;
    assert_eq!(items[0]["latestPost"]["body"], "One.");
    assert_eq!(items[0]["newCount"], 1);
    deletes(&jonas, new_post(&first)).await;
    assert!(inbox(&stage, &priya).await.is_empty());
}

#[tokio::test]
async fn a_name_added_by_an_edit_is_told_once() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    let thread = jonas.begins(&lobby, "Cold starts", "Who knows?").await;
    let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { revision } }";
    let post = thread["opening"]["id"].clone();
    let edited = async |body: &str, revision: i32| {
        let input = json!({ "post": post, "body": body, "revision": revision });
        let answer = jonas.asks(edit, json!({ "input": input })).await;
        assert!(answer.get("errors").is_none(), "{answer}");
    };
    assert!(inbox(&stage, &priya).await.is_empty());

    edited("Who knows? @priya?", 1).await;
    let item = inbox(&stage, &priya).await.remove(0);
    assert_eq!(item["reasons"], json!(["MENTION"]));
    stage.clock.advance(chrono::TimeDelta::minutes(1));
    deals_with(&priya, &item).await;
    edited("Who knows? @priya, do you?", 2).await;

    assert!(inbox(&stage, &priya).await.is_empty());
}

#[tokio::test]
async fn a_removed_member_s_inbox_shows_nothing_of_the_community() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Facilitator)];
    let (community, lobby) = stage.cohort_of(&all).await;
    let thread = priya.begins(&lobby, "Cold starts", "How?").await;
    jonas.posts(&thread, "With a story, @priya.").await;
    let item = inbox(&stage, &priya).await.remove(0);

    let conn = stage.db().read();
    let memberships = communities::memberships_of(&conn, priya.record.id).await;
    let membership = memberships.expect("memberships").remove(0).id;
    jonas
        .does(RemoveMember { membership })
        .await
        .expect("removed");
    jonas.posts(&thread, "Are you there, @priya?").await;

    assert!(inbox(&stage, &priya).await.is_empty());
    let node = "query($id: ID!) { node(id: $id) { id } }";
    assert_eq!(
        priya.asks(node, json!({ "id": item["id"] })).await["data"]["node"],
        Value::Null
    );
    let refused = deals_with(&priya, &item).await;
    assert_eq!(error_of(&refused).0, "NOT_FOUND");

    stage.joins(&priya, &community, Role::Learner).await;
    assert_eq!(
        inbox(&stage, &priya).await[0]["newCount"],
        1,
        "what was said meanwhile was not told"
    );
}

#[tokio::test]
async fn an_inbox_is_its_person_s_alone() {
    let stage = Stage::new().await;
    let (priya, jonas) = (stage.person("Priya").await, stage.person("Jonas").await);
    let all = [(&priya, Role::Learner), (&jonas, Role::Facilitator)];
    let (_, lobby) = stage.cohort_of(&all).await;
    jonas.begins(&lobby, "Cold starts", "@priya?").await;
    let item = inbox(&stage, &priya).await.remove(0);

    assert_eq!(error_of(&deals_with(&jonas, &item).await).0, "NOT_FOUND");
    let stranger = stage
        .stranger_asks("{ inbox(first: 1) { edges { cursor } } }", json!({}))
        .await;
    assert_eq!(error_of(&stranger).0, "SIGN_IN_FIRST");
    assert_eq!(inbox(&stage, &priya).await.len(), 1);
}

#[tokio::test]
async fn the_inbox_comes_newest_first_in_pages_and_parts() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    for (title, body) in [("A", "@priya"), ("B", "so"), ("C", "@priya"), ("D", "so")] {
        let thread = jonas.begins(&lobby, title, body).await;
        if body == "so" {
            follows(&priya, &thread, "FOLLOWING").await;
            jonas.posts(&thread, "and so on").await;
        }
        stage.clock.advance(chrono::TimeDelta::minutes(1));
    }
    stage.settle().await;
    let titles = async |variables: Value| {
        let answer = priya.asks(INBOX, variables).await;
        let inbox = &answer["data"]["inbox"];
        let edges = inbox["edges"]
            .as_array()
            .unwrap_or_else(|| panic!("{answer}"));
        let title = |edge: &Value| {
            edge["node"]["thread"]["title"]
                .as_str()
                .unwrap_or("")
                .to_owned()
        };
        (
            edges.iter().map(title).collect::<String>(),
            inbox["pageInfo"]["endCursor"].clone(),
        )
    };

    let (first, after) = titles(json!({ "first": 3 })).await;
    assert_eq!(first, "DCB");
    assert_eq!(titles(json!({ "first": 3, "after": after })).await.0, "A");
    assert_eq!(titles(json!({ "filter": "MENTIONS" })).await.0, "CA");
    assert_eq!(titles(json!({ "filter": "FOLLOWING" })).await.0, "DB");
}

/// Lets the notifications hear facts again.
struct HearAgain(Vec<Fact>);

#[async_trait]
impl Command for HearAgain {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        NotifyReaders.hear(tx, &self.0).await
    }
}

#[tokio::test]
async fn hearing_the_same_facts_again_changes_nothing() {
    let stage = Stage::new().await;
    let (priya, jonas, lobby) = pair(&stage).await;
    let thread = priya.begins(&lobby, "Cold starts", "How, @jonas?").await;
    jonas.posts(&thread, "With a story, @priya.").await;
    let second = jonas.posts(&thread, "Or with a question.").await;
    deletes(&jonas, new_post(&second)).await;
    let settled = priya.begins(&lobby, "Settled", "It is.").await;
    jonas.posts(&settled, "Yes.").await;
    let before = inbox(&stage, &priya).await;
    deals_with(&priya, &before[0]).await;
    let before = inbox(&stage, &priya).await;
    assert_eq!(before.len(), 1);

    let conn = stage.db().read();
    let facts = kernel::facts_after(&conn, Cursor::default(), 1_000)
        .await
        .expect("the log");
    let head = kernel::head(&conn).await.expect("its end");
    stage.does(HearAgain(facts)).await.expect("heard again");

    assert_eq!(inbox(&stage, &priya).await, before);
    assert_eq!(
        kernel::head(&conn).await.expect("its end"),
        head,
        "and nobody is told of a change"
    );
}
