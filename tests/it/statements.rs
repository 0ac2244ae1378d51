//! What an answer costs in SQL statements, beside the one that finds out who asks. A change that
//! makes one of these grow is a change that makes every page slower.
use crate::pairings::{Cohort, changes as pairing, page as pair_page};
use crate::prompts::{Asking, answers, changes};
use communities::Role;
use serde_json::json;
use tests::Stage;

const THREAD_PAGE: &str = "query($id: ID!) { thread(id: $id) {
    id title kind tags replyCount readThrough unreadCount follow lockedAt
    channel { id name slug } author { id name handle } viewerCan { reply edit moderate }
    posts(first: 50) { edges { cursor node {
        id number parentId bodyHtml createdAt editedAt deletedAt revision isAccepted path
        author { id name handle } reactions { kind count viewerReacted }
        attachments { id name url } viewerCan { edit delete restore react reply }
    } } pageInfo { hasNextPage endCursor } } } }";

const THREAD_LIST: &str = "query($id: ID!) { node(id: $id) { ... on Channel { id name
    threads(first: 20) { edges { node { id title replyCount unreadCount lastPostAt follow
        author { id name } lastAuthor { id name } } } pageInfo { hasNextPage } } } } }";

async fn talked_in(stage: &Stage) -> (tests::Person<'_>, channels::Channel, serde_json::Value) {
    let ada = stage.person("Ada").await;
    let mut people = Vec::new();
    for n in 0..5 {
        people.push(stage.person(&format!("Person {n}")).await);
    }
    let mut members: Vec<_> = people
        .iter()
        .map(|person| (person, Role::Learner))
        .collect();
    members.push((&ada, Role::Learner));
    let (_, lobby) = stage.cohort_of(&members).await;
    let mut thread = serde_json::Value::Null;
    for n in 0..6 {
        thread = people[n % 5]
            .begins(&lobby, &format!("Thread {n}"), "words")
            .await;
        for person in &people {
            person.posts(&thread, "more words").await;
        }
    }
    (ada, lobby, thread)
}

#[tokio::test]
async fn a_page_of_posts_costs_no_more_for_more_posts() {
    let stage = Stage::new().await;
    let (ada, _, thread) = talked_in(&stage).await;

    let (answer, statements) = ada
        .asks_counted(THREAD_PAGE, json!({ "id": thread["id"] }))
        .await;

    assert!(answer.get("errors").is_none(), "{answer}");
    // the thread as seen; its posts with own reactions; who began it and who wrote them, asked for
    // together when both are known in time
    assert!((3..=4).contains(&statements), "{statements} statements");
}

#[tokio::test]
async fn a_list_of_threads_costs_three_statements() {
    let stage = Stage::new().await;
    let (ada, lobby, _) = talked_in(&stage).await;

    let (answer, statements) = ada
        .asks_counted(THREAD_LIST, json!({ "id": lobby.id.to_string() }))
        .await;

    assert!(answer.get("errors").is_none(), "{answer}");
    // the channel as seen; its threads with reading and standing; the people
    assert_eq!(statements, 3);
}

#[tokio::test]
async fn a_reply_costs_five_statements() {
    let stage = Stage::new().await;
    let (ada, _, thread) = talked_in(&stage).await;
    let reply = "mutation($input: CreatePostInput!) { createPost(input: $input) {
        id number bodyHtml createdAt author { id name } reactions { kind count } } }";
    let input = json!({ "thread": thread["id"], "body": "a reply", "nonce": "counted" });

    let (answer, statements) = ada.asks_counted(reply, json!({ "input": input })).await;

    assert!(answer.get("errors").is_none(), "{answer}");
    // the thread as seen; its next number; the post; own reading; the fact
    assert_eq!(statements, 5);
}

const PROMPT_PAGE: &str = "query($id: ID!) { prompt(id: $id) {
    id title dueAt zone minutes audience answerFirst withdrawnAt isExpected isAnswered isLate
    answerCount expectedCount answeredBy { name } waitingFor { name } due { days unit at }
    session { number title } objectives { statement } viewerAnswer { body }
    viewerCan { answer edit witness }
    thread { id title withheld { reason count } viewerCan { reply }
        posts(first: 50) { edges { node { id number bodyHtml author { id name }
            reactions { kind count viewerReacted } viewerCan { edit delete restore react reply } } } } }
    } }";

#[tokio::test]
async fn a_page_of_a_prompt_costs_no_more_for_more_answers() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let asked = it.asked(json!({ "answerFirst": true })).await;
    let amara = &it.workshop.amara;
    let asks = async || {
        let id = json!({ "id": asked["id"] });
        let (answer, statements) = amara.asks_counted(PROMPT_PAGE, id).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        statements
    };
    answers(&it.workshop.priya, &asked, "We told nobody").await;
    let one = asks().await;
    for name in ["Kofi", "Mei", "Noor", "Tomas"] {
        let person = stage.person(name).await;
        stage
            .joins(&person, &it.workshop.cohort, Role::Learner)
            .await;
        answers(&person, &asked, "Nor did we").await;
    }
    let more = asks().await;

    // Whether two waves of people meet in one statement is for chance; one for each answer would be four more.
    assert!(one.max(more) <= 14, "{one} statements became {more}");
}

const SESSION_PAGE: &str = "query($id: ID!) { session(id: $id) {
    id number title state format place startsAt endsAt lead { name } objectives { statement }
    parts { startsAt endsAt viewerAttendance { state } }
    agenda { kind title minutes } materials { title }
    preWork { id title isDone dueAt }
    prompts { id title dueAt isAnswered isLate answerCount
        thread { id title } objectives { statement } }
    viewerCan { plan conduct recordAttendance checkIn } } }";

#[tokio::test]
async fn a_page_of_a_session_costs_no_more_for_more_that_is_asked() {
    let stage = Stage::new().await;
    let it = Asking::on(&stage).await;
    let cohort = it.workshop.cohort.id.to_string();
    let asks = async || {
        let id = json!({ "id": it.session });
        let (answer, statements) = it.workshop.priya.asks_counted(SESSION_PAGE, id).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        statements
    };
    let opens = async |title: &str| {
        it.asked(json!({ "title": title })).await;
        let open = json!({ "community": cohort, "session": it.session, "title": title,
            "note": "Pages 20 to 31." });
        changes(&it.workshop.amara, "openPreWork", "id", open).await;
    };
    opens("One").await;
    let one = asks().await;
    for title in ["Two", "Three", "Four", "Five"] {
        opens(title).await;
    }
    let more = asks().await;

    // As above.
    assert!(one.max(more) <= 18, "{one} statements became {more}");
}

const SHARED: &str = "query($slug: String!) { community(slug: $slug) { id
    resources(first: 20) { edges { node { id title tags createdAt author { id name } channel { slug }
        resource { url why usedItCount reviewAt isReviewDue obsoleteAt corrections { holds }
            post { id attachments { name url } } } } } }
    stories(first: 20) { edges { node { id title createdAt replyCount author { id name }
        story { situation happened corrections { holds } } } } } } }";
const DUE: &str = "query($slug: String!) { community(slug: $slug) { id
    reviewsDue(first: 20) { edges { node { id bodyHtml thread { id title }
        verification { at by { id name } } corrections { holds } } } } } }";

#[tokio::test]
async fn what_is_shared_and_what_is_due_costs_no_more_for_more_of_it() {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let ([ada, ben], cohort, lobby) = stage.learners(["Ada", "Ben"]).await;
    stage.joins(&amara, &cohort, Role::Facilitator).await;
    let slug = json!({ "slug": cohort.slug });
    let shares = async |number: usize| {
        let who = [&ada, &ben][number % 2];
        let begin = "mutation($resource: ShareResourceInput!, $story: TellStoryInput!) {
            shareResource(input: $resource) { opening { id } } tellStory(input: $story) { id } }";
        let input = |more: serde_json::Value| {
            let mut input = json!({
                "channel": lobby.id.to_string(), "title": format!("Number {number}"),
                "nonce": tests::nonce(),
            });
            if let (Some(input), Some(more)) = (input.as_object_mut(), more.as_object()) {
                input.extend(more.clone());
            }
            input
        };
        let review_at = (stage.db().now() + chrono::TimeDelta::days(1)).to_rfc3339();
        let resource =
            json!({ "url": "https://example.org/card", "why": "short", "reviewAt": review_at });
        let story =
            json!({ "situation": "one", "used": "two", "happened": "three", "again": "yes" });
        let both = json!({ "resource": input(resource), "story": input(story) });
        let shared = who.asks(begin, both).await;
        assert!(shared.get("errors").is_none(), "{shared}");
    };
    let counts = async |ask: &'static str, wanted: usize| {
        stage.settle().await;
        let (answer, statements) = amara.asks_counted(ask, slug.clone()).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        let listed = answer.to_string().matches("\"title\"").count();
        assert_eq!(listed, wanted, "{answer}");
        statements
    };

    shares(0).await;
    shares(1).await;
    let few = counts(SHARED, 4).await;
    for number in 2..8 {
        shares(number).await;
    }
    let many = counts(SHARED, 16).await;
    // Whether two waves meet in one statement is for chance; one for each would be twelve more.
    assert!(
        many <= few + 2 && many <= 14,
        "{few} statements became {many}"
    );
    stage.clock.advance(chrono::TimeDelta::days(2));
    let due = counts(DUE, 8).await;
    assert!(due <= 10, "{due} statements for what is due");
}

const PAIRING_BOARD: &str = "query($id: ID!) { node(id: $id) { ... on Community { pairingBoard {
    takingPart notTakingPart paused { name } plan { nextAt }
    current { number rules { groupSize } unpaired { person { name } relaxation { with { name } } }
        health { met silent commitments }
        pairs { id silent met broken members { person { name } } reasons { kind person { name }
            objective { statement } } } }
    rounds(first: 12) { edges { node { number health { pairs met silent } } } } } } } }";

const PAIR_PAGE: &str = "query($id: ID!) { node(id: $id) { ... on Community { pairing { standing
    nextRoundAt pairs { id round { number } messageHtml asksWhetherMet mayNudgeAt viewerMet { note }
        members { person { name zone } } reasons { kind objective { statement } }
        commitments { words person { name } } thread { id unreadCount }
        suggestedTimes { startsAt calendarFile } }
    pastPairs(first: 20) { edges { node { id met round { number } members { person { name } }
        commitments { words person { name } } } } }
    preferences { languages ratings { rating objective { statement } } notWith { name } } } } } }";

/// What the board of who leads and the page of one of a pair cost, after a round of so many and another.
async fn pairing_costs(names: &[&str]) -> (u64, u64) {
    let stage = Stage::new().await;
    let it = Cohort::of(&stage, names).await;
    for _ in 0..2 {
        it.published(json!({ "cooldownRounds": 0 })).await;
        for person in &it.people {
            let pair = pair_page(person, &it.id()).await["pairs"][0]["id"].clone();
            let commit = json!({ "pair": pair, "words": "Try it", "dueOn": "2026-01-16" });
            pairing(person, ("makeCommitment", "id"), commit).await;
        }
        let ben = &it.people[0];
        let pair = pair_page(ben, &it.id()).await["pairs"][0]["id"].clone();
        let begin = json!({ "pair": pair, "body": "hello", "nonce": pair });
        pairing(ben, ("beginPairTalk", "id"), begin).await;
        stage.clock.advance(chrono::TimeDelta::days(1));
    }
    let id = json!({ "id": it.id() });
    let (board, of_board) = it.amara.asks_counted(PAIRING_BOARD, id.clone()).await;
    assert!(board.get("errors").is_none(), "{board}");
    let (page, of_page) = it.people[0].asks_counted(PAIR_PAGE, id).await;
    assert!(page.get("errors").is_none(), "{page}");
    (of_board, of_page)
}

#[tokio::test]
async fn pairs_cost_no_more_for_more_people() {
    let two = pairing_costs(&["Ben", "Cleo"]).await;
    let names: Vec<String> = (1..=20).map(|number| format!("Person {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let more = pairing_costs(&names).await;
    // What is asked for together is known in time, or a little later: never once for each of ten pairs.
    assert!(
        more.0 <= two.0 + 6 && more.1 <= two.1 + 6,
        "{two:?} and {more:?}"
    );
}
