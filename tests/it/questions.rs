//! People ask each other: what helps them, what somebody stands behind, and who may know who asked.
mod anonymity;
mod asking;
mod before;
mod sharing;
mod together;

use channels::Channel;
use communities::{Community, Role, UpdateCommunity};
use serde_json::{Value, json};
use tests::{Person, Stage};

/// Priya and Jonas learn, Noor knows the subject, Amara leads.
struct Cohort<'stage> {
    priya: Person<'stage>,
    jonas: Person<'stage>,
    noor: Person<'stage>,
    amara: Person<'stage>,
    community: Community,
    channel: Channel,
}

async fn cohort(stage: &Stage) -> Cohort<'_> {
    let priya = stage.person("Priya").await;
    let jonas = stage.person("Jonas").await;
    let noor = stage.person("Noor").await;
    let amara = stage.person("Amara").await;
    let (community, channel) = stage
        .cohort_of(&[
            (&priya, Role::Learner),
            (&jonas, Role::Learner),
            (&noor, Role::Expert),
            (&amara, Role::Facilitator),
        ])
        .await;
    Cohort {
        priya,
        jonas,
        noor,
        amara,
        community,
        channel,
    }
}

/// From now on questions may be asked without a name.
async fn allow_nameless(stage: &Stage, community: &Community) {
    let allow = UpdateCommunity {
        community: community.id,
        name: None,
        purpose: None,
        norms: None,
        zone: None,
        starts_on: None,
        ends_on: None,
        nameless_questions: Some(true),
        answer_promise_hours: Some(24),
        norms_html: String::new(),
    };
    stage.does(allow).await.expect("a community");
}

const THREAD: &str = "id title kind replyCount isNameless viewerIsAuthor withdrawnAt author { name }
    lastAuthor { name } participants { name } movedTo { id } duplicateOf { id } acceptedPostId
    question { state answerCount tooCount viewerToo parkedOn { title } invited { name } helpedAt
        verifiedAt firstAnsweredAt waitingSince
        viewerCan { markHelped verify close park invite reveal withdraw hideName move } }
    posts(first: 50) { edges { node { id number parentId body author { name } isNameless viewerIsAuthor
        isAccepted verification { by { name } isReviewDue obsoleteAt obsoleteReason } } } }";

/// Does something; returns the whole answer.
async fn asks_for(person: &Person<'_>, mutation: &str, input: Value) -> Value {
    let kind = mutation[..1].to_uppercase() + &mutation[1..];
    let posts = [
        "markHelped",
        "verifyAnswer",
        "unverifyAnswer",
        "stillTrue",
        "markObsolete",
        "convertPost",
    ];
    let select = match mutation {
        "revealAsker" => "name",
        _ if posts.contains(&mutation) => {
            "id isAccepted verification { by { name } isReviewDue obsoleteAt }"
        }
        _ => THREAD,
    };
    let ask =
        format!("mutation($input: {kind}Input!) {{ {mutation}(input: $input) {{ {select} }} }}");
    person.asks(&ask, json!({ "input": input })).await
}

/// Does something that works; returns what it answers.
async fn does(person: &Person<'_>, mutation: &str, input: Value) -> Value {
    let answer = asks_for(person, mutation, input).await;
    assert!(answer.get("errors").is_none(), "{mutation}: {answer}");
    answer["data"][mutation].clone()
}

async fn asks(person: &Person<'_>, channel: &Channel, more: Value) -> Value {
    let mut input = json!({ "channel": channel.id.to_string(), "nonce": tests::nonce(),
        "title": "Who tells the team first", "body": "I am unsure" });
    if let (Some(input), Some(more)) = (input.as_object_mut(), more.as_object()) {
        input.extend(more.clone());
    }
    does(person, "askQuestion", input).await
}

async fn sees(person: &Person<'_>, thread: &Value) -> Value {
    let ask = format!("query($id: ID!) {{ thread(id: $id) {{ {THREAD} }} }}");
    let answer = person.asks(&ask, json!({ "id": thread["id"] })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["thread"].clone()
}

async fn answers(person: &Person<'_>, thread: &Value, body: &str) -> Value {
    let answer = person.posts(thread, body).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"]["createPost"].clone()
}
