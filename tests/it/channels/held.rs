//! What waits for a moderator, and what one hides: on no way does anybody else find its words.
use super::{bodies, page};
use channels::{ApprovePost, Channel, EditPost, HidePost, Premoderation, ShowPost, UpdateChannel};
use communities::Role;
use kernel::PostId;
use serde_json::{Value, json};
use tests::{Person, Stage, error_of};

/// Priya is new, Jonas is an old hand, Amara moderates.
struct Watched<'stage> {
    priya: Person<'stage>,
    jonas: Person<'stage>,
    amara: Person<'stage>,
    channel: Channel,
    /// Jonas's question.
    question: Value,
}

async fn watched(stage: &Stage, premoderation: Premoderation) -> Watched<'_> {
    let priya = stage.person("Priya").await;
    let jonas = stage.person("Jonas").await;
    let amara = stage.person("Amara").await;
    let (_, channel) = stage
        .cohort_of(&[
            (&priya, Role::Learner),
            (&jonas, Role::Learner),
            (&amara, Role::Moderator),
        ])
        .await;
    let question = jonas
        .wonders(&channel, "Who tells the team first", "I am unsure")
        .await;
    watch(stage, &channel, premoderation).await;
    Watched {
        priya,
        jonas,
        amara,
        channel,
        question,
    }
}

async fn watch(stage: &Stage, channel: &Channel, premoderation: Premoderation) {
    let change = UpdateChannel {
        channel: channel.id,
        name: None,
        purpose: None,
        kind: None,
        premoderation: Some(premoderation),
        high_stakes_tags: Some(vec!["Safety".to_owned()]),
    };
    stage.does(change).await.expect("a channel");
}

fn post_of(answer: &Value) -> PostId {
    let id = answer["data"]["createPost"]["id"].as_str();
    id.unwrap_or_else(|| panic!("{answer}"))
        .parse()
        .expect("an id")
}

async fn finds(person: &Person<'_>, word: &str) -> bool {
    let search = "query($query: String!) { search(query: $query, first: 5) { totalCount } }";
    let answer = person.asks(search, json!({ "query": word })).await;
    answer["data"]["search"]["totalCount"] != 0
}

async fn inbox(person: &Person<'_>) -> usize {
    let answer = person
        .asks("{ inbox(first: 10) { edges { node { id } } } }", json!({}))
        .await;
    let edges = answer["data"]["inbox"]["edges"].as_array();
    edges.map_or(0, Vec::len)
}

async fn approve(by: &Person<'_>, post: PostId) {
    by.does(ApprovePost { post }).await.expect("let out");
}

#[tokio::test]
async fn the_first_post_of_somebody_new_waits_and_moves_nothing_until_it_is_let_out() {
    let stage = Stage::new().await;
    let it = watched(&stage, Premoderation::NewMembers).await;
    let first = it.priya.posts(&it.question, "The heron does").await;
    let post = post_of(&first);
    stage.settle().await;

    let others = page(&it.jonas, &it.question).await;
    assert_eq!(bodies(&others), ["I am unsure"]);
    assert_eq!(others["replyCount"], 0);
    assert_eq!(others["unreadCount"], 0);
    assert!(!finds(&it.jonas, "heron").await);
    assert_eq!(inbox(&it.jonas).await, 0);
    let node = "query($id: ID!) { node(id: $id) { id } }";
    let hidden = it.jonas.asks(node, json!({ "id": post.to_string() })).await;
    assert_eq!(hidden["data"]["node"], Value::Null);
    for person in [&it.priya, &it.amara] {
        let seen = page(person, &it.question).await;
        assert_eq!(bodies(&seen), ["I am unsure", "The heron does"]);
    }
    let early = it.jonas.does(ApprovePost { post }).await;
    assert!(
        matches!(early, Err(kernel::Error::NotFound(_))),
        "{early:?}"
    );

    approve(&it.amara, post).await;
    stage.settle().await;

    let others = page(&it.jonas, &it.question).await;
    assert_eq!(bodies(&others), ["I am unsure", "The heron does"]);
    assert_eq!(others["replyCount"], 1);
    assert_eq!(others["unreadCount"], 1);
    assert_eq!(others["posts"]["edges"][1]["node"]["number"], 2);
    assert!(finds(&it.jonas, "heron").await);
    assert_eq!(inbox(&it.jonas).await, 1);
    assert_eq!(page(&it.priya, &it.question).await["unreadCount"], 0);
    let twice = it.amara.does(ApprovePost { post }).await;
    assert!(matches!(twice, Err(kernel::Error::Conflict { .. })));

    it.priya.posts(&it.question, "And so do I").await;
    assert_eq!(page(&it.jonas, &it.question).await["replyCount"], 2);
}

#[tokio::test]
async fn a_conversation_of_somebody_new_waits_with_its_opening() {
    let stage = Stage::new().await;
    let it = watched(&stage, Premoderation::NewMembers).await;
    let begun = it
        .priya
        .begins(&it.channel, "The heron", "said @jonas")
        .await;
    stage.settle().await;
    let list = "query($id: ID!) { node(id: $id) { ... on Channel { unreadCount
        threads(first: 10) { edges { node { title } } } } } }";
    let channel = json!({ "id": it.channel.id.to_string() });
    let titles = async |person: &Person<'_>| {
        let answer = person.asks(list, channel.clone()).await;
        let edges = answer["data"]["node"]["threads"]["edges"].as_array();
        edges.map_or(0, Vec::len)
    };

    assert_eq!(page(&it.jonas, &begun).await, Value::Null);
    assert_eq!(titles(&it.jonas).await, 1);
    assert_eq!((titles(&it.priya).await, titles(&it.amara).await), (2, 2));
    assert_eq!(inbox(&it.jonas).await, 0);
    let (code, _) = error_of(&it.jonas.posts(&begun, "hello").await);
    assert_eq!(code, "NOT_FOUND");
    let (code, words) = error_of(&it.amara.posts(&begun, "hello").await);
    assert_eq!(
        (code.as_str(), words.as_str()),
        ("FORBIDDEN", "this waits for a moderator")
    );

    let opening = begun["opening"]["id"].as_str().expect("an id");
    approve(&it.amara, opening.parse().expect("an id")).await;
    stage.settle().await;

    assert_eq!(titles(&it.jonas).await, 2);
    assert_eq!(bodies(&page(&it.jonas, &begun).await), ["said @jonas"]);
    assert_eq!(inbox(&it.jonas).await, 1);
}

#[tokio::test]
async fn what_was_let_out_waits_again_when_its_author_changes_it() {
    let stage = Stage::new().await;
    let it = watched(&stage, Premoderation::AllAnswers).await;
    let post = post_of(&it.priya.posts(&it.question, "The heron does").await);
    approve(&it.amara, post).await;
    let edit = EditPost {
        post,
        body: "Nobody does, @jonas".to_owned(),
        revision: 1,
        reason: None,
        words: None,
    };
    it.priya.does(edit).await.expect("an edit");
    stage.settle().await;

    let others = page(&it.jonas, &it.question).await;
    assert_eq!(bodies(&others), ["I am unsure", "(withheld)"]);
    assert_eq!(others["replyCount"], 1);
    assert!(!finds(&it.jonas, "nobody").await && !finds(&it.jonas, "heron").await);
    let revisions = "query($id: ID!) { node(id: $id) { ... on Post {
        revisions(first: 5) { edges { node { body } } } } } }";
    let asked = it
        .jonas
        .asks(revisions, json!({ "id": post.to_string() }))
        .await;
    assert!(!asked.to_string().contains("heron"), "{asked}");
    assert_eq!(
        bodies(&page(&it.amara, &it.question).await),
        ["I am unsure", "Nobody does, @jonas"]
    );

    approve(&it.amara, post).await;
    stage.settle().await;
    assert_eq!(
        bodies(&page(&it.jonas, &it.question).await),
        ["I am unsure", "Nobody does, @jonas"]
    );
    let item = "{ inbox(first: 5) { edges { node { reasons } } } }";
    let item = it.jonas.asks(item, json!({})).await;
    let reasons = &item["data"]["inbox"]["edges"][0]["node"]["reasons"];
    assert!(reasons.to_string().contains("MENTION"), "{item}");
}

#[tokio::test]
async fn where_a_mistake_is_costly_everything_waits_and_titles_are_for_moderators() {
    let stage = Stage::new().await;
    let it = watched(&stage, Premoderation::HighStakes).await;
    let tag = "mutation($input: EditThreadInput!) { editThread(input: $input) { id } }";
    let input = json!({ "thread": it.question["id"], "tags": ["safety"] });
    let (code, _) = error_of(&it.jonas.asks(tag, json!({ "input": input })).await);
    assert_eq!(code, "FORBIDDEN");
    let tagged = it.amara.asks(tag, json!({ "input": input })).await;
    assert!(tagged.get("errors").is_none(), "{tagged}");

    it.priya.posts(&it.question, "Press the red one").await;

    assert_eq!(page(&it.jonas, &it.question).await["replyCount"], 0);
    it.amara.posts(&it.question, "Never the red one").await;
    assert_eq!(page(&it.jonas, &it.question).await["replyCount"], 1);
}

#[tokio::test]
async fn a_hidden_post_keeps_its_place_and_its_words_are_for_few() {
    let stage = Stage::new().await;
    let it = watched(&stage, Premoderation::Off).await;
    let post = post_of(&it.priya.posts(&it.question, "You heron").await);
    stage.settle().await;
    assert_eq!(inbox(&it.jonas).await, 1);
    let hide = || HidePost {
        post,
        reason: "unkind".to_owned(),
    };
    let early = it.jonas.does(hide()).await;
    assert!(matches!(early, Err(kernel::Error::Forbidden(_))));
    it.amara.does(hide()).await.expect("hidden");
    stage.settle().await;

    let others = page(&it.jonas, &it.question).await;
    assert_eq!(bodies(&others), ["I am unsure", "(withheld)"]);
    assert_eq!(others["replyCount"], 1);
    assert!(!finds(&it.jonas, "heron").await);
    assert_eq!(inbox(&it.jonas).await, 0);
    let why = "query($id: ID!) { node(id: $id) { ... on Post {
        bodyHtml hidden { reason by { name } } viewerCan { reply react } } } }";
    let id = json!({ "id": post.to_string() });
    let seen = it.jonas.asks(why, id.clone()).await["data"]["node"].clone();
    assert_eq!(
        seen["hidden"],
        json!({ "reason": "unkind", "by": { "name": "Amara" } })
    );
    assert_eq!(seen["bodyHtml"], Value::Null);
    assert_eq!(seen["viewerCan"], json!({ "reply": false, "react": false }));
    let own = it.priya.asks(why, id).await["data"]["node"].clone();
    assert!(own["bodyHtml"].to_string().contains("heron"), "{own}");

    it.amara.does(ShowPost { post }).await.expect("shown");
    stage.settle().await;
    assert_eq!(bodies(&page(&it.jonas, &it.question).await)[1], "You heron");
    assert!(finds(&it.jonas, "heron").await);
}

#[tokio::test]
async fn a_question_that_others_answered_is_not_taken_away_from_above_them() {
    let stage = Stage::new().await;
    let it = watched(&stage, Premoderation::Off).await;
    it.priya.posts(&it.question, "The heron does").await;
    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
    let input = json!({ "post": it.question["opening"]["id"] });

    let (code, words) = error_of(&it.jonas.asks(delete, json!({ "input": input })).await);

    assert_eq!(code, "FORBIDDEN");
    assert!(
        words.contains("withdraw it, or take your name away"),
        "{words}"
    );
}
