//! Conversations come together, part, change and move; whatever led to them leads on.
use super::{answers, asks, asks_for, cohort, does, sees};
use channels::ChannelKind;
use communities::Role;
use serde_json::{Value, json};
use tests::{Stage, error_of};

fn said(thread: &Value) -> Vec<&str> {
    let edges = thread["posts"]["edges"].as_array().expect("edges").iter();
    edges
        .map(|edge| edge["node"]["body"].as_str().unwrap_or_default())
        .collect()
}

#[tokio::test]
async fn a_merged_question_leads_to_the_one_that_took_it_in_with_all_that_was_said() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let kept = asks(
        &it.priya,
        &it.channel,
        json!({ "title": "First", "body": "one" }),
    )
    .await;
    answers(&it.noor, &kept, "answer one").await;
    let gone = asks(
        &it.jonas,
        &it.channel,
        json!({ "title": "Second", "body": "two" }),
    )
    .await;
    let helpful = answers(&it.noor, &gone, "answer two").await;
    it.amara.replies(&gone, Some(&helpful), "well said").await;
    does(
        &it.jonas,
        "markHelped",
        json!({ "post": helpful["id"], "on": true }),
    )
    .await;
    does(&it.amara, "verifyAnswer", json!({ "post": helpful["id"] })).await;
    does(
        &it.amara,
        "haveQuestionToo",
        json!({ "thread": gone["id"], "on": true }),
    )
    .await;
    stage.settle().await;
    let merge = json!({ "thread": gone["id"], "into": kept["id"] });
    let (code, _) = error_of(&asks_for(&it.jonas, "mergeThreads", merge.clone()).await);
    assert_eq!(code, "FORBIDDEN");

    let merged = does(&it.amara, "mergeThreads", merge.clone()).await;
    stage.settle().await;

    assert_eq!(merged["id"], kept["id"]);
    assert_eq!(
        said(&merged),
        ["one", "two", "answer one", "answer two", "well said"]
    );
    assert_eq!(merged["replyCount"], 4);
    assert_eq!(merged["question"]["answerCount"], 2);
    assert_eq!(merged["question"]["state"], "VERIFIED");
    assert_eq!(merged["question"]["tooCount"], 1);
    assert_eq!(merged["acceptedPostId"], helpful["id"]);
    let old = sees(&it.priya, &gone).await;
    assert_eq!(old["movedTo"]["id"], kept["id"]);
    assert_eq!(said(&old), said(&merged));
    let (code, _) = error_of(&it.priya.posts(&gone, "hello").await);
    assert_eq!(code, "FORBIDDEN");
    let (code, _) = error_of(&asks_for(&it.amara, "mergeThreads", merge).await);
    assert_eq!(code, "CONFLICT");
    let itself = json!({ "thread": kept["id"], "into": kept["id"] });
    let (code, words) = error_of(&asks_for(&it.amara, "mergeThreads", itself).await);
    assert_eq!(code, "INVALID");
    assert_eq!(words, "a conversation cannot be merged into itself");
    let list = "query($slug: String!) { community(slug: $slug) { threads(first: 5) {
        edges { node { title } } } } }";
    let listed = it
        .jonas
        .asks(list, json!({ "slug": it.community.slug }))
        .await;
    assert_eq!(
        listed["data"]["community"]["threads"]["edges"],
        json!([{ "node": { "title": "First" } }])
    );
    let inbox = "{ inbox(first: 5) { edges { node { thread { title } } } } }";
    let inbox = it.jonas.asks(inbox, json!({})).await;
    assert!(!inbox.to_string().contains("Second"), "{inbox}");
}

#[tokio::test]
async fn posts_begin_a_conversation_of_their_own_and_change_their_place() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let talk = it.priya.begins(&it.channel, "Many things", "one").await;
    let two = answers(&it.jonas, &talk, "two").await;
    let comment = it.noor.replies(&talk, Some(&two), "on two").await["data"]["createPost"].clone();
    answers(&it.priya, &talk, "three").await;
    let split = json!({ "posts": [two["id"]], "title": "Only two", "kind": "QUESTION",
        "channel": it.channel.id.to_string() });

    let begun = does(&it.amara, "splitThread", split).await;

    assert_eq!(begun["author"]["name"], "Jonas");
    assert_eq!(said(&begun), ["two", "on two"]);
    assert_eq!(begun["question"]["answerCount"], 1);
    let left = sees(&it.noor, &talk).await;
    assert_eq!(said(&left), ["one", "three"]);
    assert_eq!(left["replyCount"], 1);
    let opening = json!({ "posts": [talk["opening"]["id"]], "title": "x", "kind": "QUESTION",
        "channel": it.channel.id.to_string() });
    let (code, _) = error_of(&asks_for(&it.amara, "splitThread", opening).await);
    assert_eq!(code, "INVALID");
    let under = begun["posts"]["edges"][0]["node"]["id"].clone();
    let remark = json!({ "post": comment["id"], "into": "COMMENT", "under": under });
    does(&it.amara, "convertPost", remark).await;
    let seen = sees(&it.jonas, &begun).await;
    assert_eq!(seen["question"]["state"], "OPEN");
    does(
        &it.amara,
        "convertPost",
        json!({ "post": comment["id"], "into": "ANSWER" }),
    )
    .await;
    assert_eq!(
        sees(&it.jonas, &begun).await["question"]["state"],
        "ANSWERED"
    );
    let talk_again = json!({ "thread": begun["id"], "kind": "DISCUSSION" });
    let talked = does(&it.amara, "convertThread", talk_again).await;
    assert_eq!(
        (&talked["kind"], &talked["question"]),
        (&json!("DISCUSSION"), &Value::Null)
    );
}

#[tokio::test]
async fn conversations_move_between_channels_of_one_community_alone() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let question = asks(&it.priya, &it.channel, json!({})).await;
    let beside = stage
        .channel(&it.community, "questions", ChannelKind::Questions)
        .await;
    let talks = stage
        .channel(&it.community, "talks", ChannelKind::Discussion)
        .await;
    let other = stage.cohort("Elsewhere").await;
    stage.joins(&it.amara, &other, Role::Facilitator).await;
    let away = stage.channel(&other, "lobby", ChannelKind::Mixed).await;
    let to = |channel: &channels::Channel| json!({ "thread": question["id"], "channel": channel.id.to_string() });
    for wrong in [&talks, &away] {
        let (code, _) = error_of(&asks_for(&it.amara, "moveThread", to(wrong)).await);
        assert_eq!(code, "INVALID");
    }
    does(&it.amara, "moveThread", to(&beside)).await;
    let ask = "query($id: ID!) { thread(id: $id) { channel { name } } }";
    let seen = it.priya.asks(ask, json!({ "id": question["id"] })).await;
    assert_eq!(seen["data"]["thread"]["channel"]["name"], "questions");
    let far = asks(&it.amara, &away, json!({ "title": "There" })).await;
    let merge = json!({ "thread": question["id"], "into": far["id"] });
    let (code, words) = error_of(&asks_for(&it.amara, "mergeThreads", merge).await);
    assert_eq!(
        (code.as_str(), words.as_str()),
        ("INVALID", "conversations stay in their community")
    );
}

#[tokio::test]
async fn after_a_merge_a_moderator_learns_by_the_post_who_asked_without_a_name() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    super::allow_nameless(&stage, &it.community).await;
    let kept = asks(&it.jonas, &it.channel, json!({ "title": "First" })).await;
    let nameless = json!({ "title": "Second", "nameless": true });
    let gone = asks(&it.priya, &it.channel, nameless).await;
    let post = "query($id: ID!) { thread(id: $id) { opening { id } } }";
    let post = it.amara.asks(post, json!({ "id": gone["id"] })).await;
    let post = post["data"]["thread"]["opening"]["id"].clone();
    let merge = json!({ "thread": gone["id"], "into": kept["id"] });
    does(&it.amara, "mergeThreads", merge).await;
    stage.settle().await;

    let why = |more: &Value| {
        let mut input = json!({ "thread": kept["id"], "reason": "a threat" });
        if let (Some(input), Some(more)) = (input.as_object_mut(), more.as_object()) {
            input.extend(more.clone());
        }
        input
    };
    let by_name = asks_for(&it.amara, "revealAsker", why(&json!({}))).await;
    assert_eq!(
        error_of(&by_name).0,
        "FORBIDDEN",
        "Jonas asked with his name"
    );
    let of_post = why(&json!({ "post": post }));
    let peer = asks_for(&it.jonas, "revealAsker", of_post.clone()).await;
    assert_eq!(error_of(&peer).0, "FORBIDDEN", "{peer}");
    let told = does(&it.amara, "revealAsker", of_post).await;
    assert_eq!(told["name"], "Priya");
    let kept_reveals = questions::reveals_in(&stage.db().read(), it.community.id).await;
    assert_eq!(kept_reveals.expect("a log")[0].reason, "a threat");
}
