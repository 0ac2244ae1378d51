//! No surface shows a wrong passage without its correction: those of the schema are enumerated, the others
//! are walked.
use super::{Practice, WRONG, done, notices};
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{FieldDefinition, TypeKind, TypeSystemDefinition};
use chrono::TimeDelta;
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::{Post, Stage};

/// The fields of every object of the schema, each with its type, bare of brackets.
pub fn objects() -> BTreeMap<String, Vec<(String, String)>> {
    let document = parse_schema(api::sdl()).expect("our own schema parses");
    let bare = |field: &FieldDefinition| {
        let kind = field.ty.node.to_string();
        (
            field.name.node.to_string(),
            kind.replace(['[', ']', '!'], ""),
        )
    };
    let objects = document.definitions.into_iter().filter_map(|definition| {
        let TypeSystemDefinition::Type(node) = definition else {
            return None;
        };
        let name = node.node.name.node.to_string();
        match node.node.kind {
            TypeKind::Object(object) => Some((
                name,
                object.fields.iter().map(|it| bare(&it.node)).collect(),
            )),
            _ => None,
        }
    });
    objects.collect()
}

/// Types whose texts are no words of posts: what people, communities, programs and the platform say of
/// themselves. A type that is in neither list fails the test: whoever adds one says which it is.
const WORDS_OF_OTHERS: [&str; 4] = ["Draft", "FeedbackRound", "JourneyAhead", "SpacedQuestion"];

/// Where words of a post are, and what stands beside them there.
const WORDS_OF_POSTS: [(&str, &str); 6] = [
    ("Post", "corrections"),
    ("Revision", "corrections"),
    // Parts of a post, under their own names.
    ("Story", "corrections"),
    ("Resource", "corrections"),
    ("SearchEdge", "node"),
    // What the record itself shows is shown with what holds instead.
    ("Correction", "holds"),
];

/// What words of a post are called in the schema.
const CARRIERS: [&str; 11] = [
    "body",
    "bodyHtml",
    "snippet",
    "quote",
    "excerpt",
    "passage",
    "why",
    "situation",
    "used",
    "happened",
    "again",
];

#[test]
fn whatever_carries_words_of_a_post_carries_their_corrections() {
    let objects = objects();
    let mut silent = Vec::new();
    for (name, fields) in &objects {
        let carries = fields.iter().any(|(field, kind)| {
            CARRIERS.contains(&field.as_str()) && ["String", "HTML"].contains(&kind.as_str())
        });
        // What moderators look at, before and beside the correction.
        let is_record = ["Occurrence", "ClaimMatch"].contains(&name.as_str());
        if !carries || is_record || WORDS_OF_OTHERS.contains(&name.as_str()) {
            continue;
        }
        let beside = WORDS_OF_POSTS.iter().find(|(it, _)| it == name);
        let stands = beside.is_some_and(|(_, beside)| fields.iter().any(|(it, _)| it == beside));
        if !stands {
            silent.push(name.clone());
        }
    }
    assert!(
        silent.is_empty(),
        "these show words without corrections: {silent:?}"
    );
    let post = &objects["Post"];
    assert!(post.contains(&("corrections".into(), "Correction".into())));
    assert!(
        post.contains(&("bodyHtml".into(), "HTML".into())),
        "which is marked"
    );
}

/// Every way to a post leads to the same `Post`, which has its corrections: whoever adds one says so here.
#[test]
fn every_way_to_a_post_is_known() {
    let mut ways = BTreeSet::new();
    for (name, fields) in objects() {
        for (field, kind) in fields {
            let is_way = ["Post", "PostConnection"].contains(&kind.as_str());
            // What somebody is answered who changes a post is that post.
            if is_way && name != "Mutation" {
                ways.insert(format!("{name}.{field}"));
            }
        }
    }
    let known = WALKED.iter().chain(&BESIDE_WHAT_THEY_LEAD_TO);
    let known: BTreeSet<String> = known.map(|way| (*way).to_owned()).collect();
    assert_eq!(ways, known);
}

/// The ways that the stories below walk.
const WALKED: [&str; 6] = [
    "Thread.opening",
    "Thread.posts",
    "InboxItem.latestPost",
    "LiveEvent.post",
    "PostEdge.node",
    "SearchEdge.node",
];

/// Those that lead from something about a post to that post.
const BESIDE_WHAT_THEY_LEAD_TO: [&str; 13] = [
    "Brief.disagreements",
    "Brief.questions",
    "BriefPrompt.answers",
    "ClaimMatch.post",
    "Community.reviewsDue",
    "Feedback.post",
    "Flag.post",
    "ModerationAct.post",
    "ModerationItem.post",
    "Notice.post",
    "Occurrence.post",
    "Prompt.viewerAnswer",
    "Resource.post",
];

const WORDS: &str = "body bodyHtml corrections { claim holds } revisions(first: 5) { edges { node {
    body diff { text } corrections { holds } } } }";

/// What an answer says of the passage and of its correction, as far as one has read it.
#[derive(Clone, Copy, PartialEq)]
enum Beside {
    Nothing,
    Correction,
}

/// Every object in which the passage is said, and in which nothing stands beside it.
fn naked(answer: &Value, beside: Beside) -> Vec<String> {
    match answer {
        Value::Object(fields) => {
            let own = |value: &Value| {
                value["corrections"]
                    .as_array()
                    .is_some_and(|it| !it.is_empty())
                    || value["node"]["corrections"]
                        .as_array()
                        .is_some_and(|it| !it.is_empty())
            };
            let beside = if own(answer) {
                Beside::Correction
            } else {
                beside
            };
            fields
                .values()
                .flat_map(|value| naked(value, beside))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(|item| naked(item, beside)).collect(),
        Value::String(text) if says_it(text) && beside == Beside::Nothing => vec![text.clone()],
        _ => Vec::new(),
    }
}

fn says_it(text: &str) -> bool {
    misconceptions::plain_text(text).contains(WRONG) || text.contains(WRONG)
}

#[tokio::test]
async fn no_surface_shows_the_passage_without_its_correction() {
    let stage = Stage::live().await;
    let scene = Practice::on(&stage).await;
    let post = Post::of(&stage);
    // It was edited once, so that its history says it too, and somebody quotes it.
    let body = format!("From long experience: {WRONG}, or people leave.");
    scene.revises(&body).await;
    let quote = format!(
        "> {WRONG}\n\n[Ben](/go/{}) says. Really?",
        scene.post["id"].as_str().unwrap_or_default()
    );
    let quoting = scene.lena.posts(&scene.thread, &quote).await["data"]["createPost"].clone();
    let it = scene.published().await;

    let thread = json!({ "id": scene.thread["id"] });
    let page = format!(
        "query($id: ID!) {{ thread(id: $id) {{ corrections {{ number }} opening {{ {WORDS} }}
            posts(first: 50) {{ edges {{ node {{ id {WORDS} }} }} }} }} }}"
    );
    let inbox = format!(
        "{{ inbox(first: 10, filter: ALL) {{ edges {{ node {{ latestPost {{ {WORDS} }} }} }} }} }}"
    );
    let search = format!(
        "{{ search(query: \"storming\", first: 10) {{ edges {{ snippet titleSnippet node {{ {WORDS} }} }} }} }}"
    );
    let mut said = 0;
    for person in [&scene.priya, &scene.lena, &scene.ben, &scene.amara] {
        for (ask, variables) in [
            (&page, thread.clone()),
            (&inbox, json!({})),
            (&search, json!({})),
        ] {
            let answer = person.asks(ask, variables).await;
            assert!(answer.get("errors").is_none(), "{answer}");
            let bare = naked(&answer, Beside::Nothing);
            assert!(
                bare.is_empty(),
                "{}: {bare:?} in {answer}",
                person.record.name
            );
            said += usize::from(says_it(&answer.to_string().replace("\\\"", "\"")));
        }
        let told = notices(person).await;
        assert!(!json!(told).to_string().contains(WRONG), "{told:?}");
    }
    assert!(said > 4, "the story says it somewhere, or it shows nothing");
    scene.stage.settle().await;
    let corrected = "{ search(query: \"is:corrected storming\", first: 10) { totalCount } }";
    let corrected = scene.priya.asks(corrected, json!({})).await;
    assert_eq!(corrected["data"]["search"]["totalCount"], 1, "{corrected}");

    // A quote of it is marked as well.
    let ask = "query($id: ID!) { node(id: $id) { ... on Post { bodyHtml corrections { isQuoted state } } } }";
    let answer = scene.priya.asks(ask, json!({ "id": quoting["id"] })).await;
    let quoting = &answer["data"]["node"];
    assert_eq!(quoting["corrections"][0]["isQuoted"], true, "{answer}");
    assert!(
        quoting["bodyHtml"]
            .to_string()
            .contains("<mark class=\\\"corrected\\\"")
    );

    // What open pages are told carries it, too.
    let follow =
        format!("subscription($in: ID) {{ liveEvents(in: $in) {{ kind post {{ {WORDS} }} }} }}");
    let community = json!({ "in": scene.thread["id"] });
    let mut events = scene.priya.follows(&follow, community).await;
    let ready = events.next().await.expect("it stands");
    assert!(ready.get("errors").is_none_or(Value::is_null), "{ready}");
    let again = format!("Once more: {WRONG}, or people leave, I say.");
    scene.revises(&again).await;
    let edited = loop {
        let event = events.next().await.expect("an event");
        if event["data"]["liveEvents"]["kind"] == "POST_EDITED" {
            break event;
        }
    };
    assert!(
        says_it(&edited["data"]["liveEvents"]["post"]["body"].to_string()),
        "{edited}"
    );
    assert_eq!(naked(&edited, Beside::Nothing), Vec::<String>::new());

    // Letters and digests quote it with its correction, in both languages.
    let mut letters = Vec::new();
    for days in [1, 6] {
        stage.clock.advance(TimeDelta::days(days));
        scene
            .ben
            .posts(
                &scene.thread,
                &format!(
                    "I repeat what I linked: [this](/go/{}): {WRONG}.",
                    scene.post["id"].as_str().unwrap_or_default()
                ),
            )
            .await;
        letters.extend(post.goes_round(&stage).await);
    }
    let quoting: Vec<_> = letters
        .iter()
        .filter(|it| it.text.contains(WRONG))
        .collect();
    assert!(!quoting.is_empty(), "some letter quotes it: {letters:?}");
    for letter in quoting {
        let html = letter.html.clone().unwrap_or_default();
        let holds = "Stay in it, and make disagreeing safe.";
        assert!(letter.text.contains(holds), "{}", letter.text);
        assert!(html.contains(holds), "{html}");
    }

    // Taken back, nothing is marked any more.
    done(
        &scene.jonas,
        "reopenMisconception",
        json!({ "misconception": it["id"], "reason": "so" }),
    )
    .await;
    let answer = scene.priya.asks(&page, thread).await;
    assert!(!answer.to_string().contains("data-occurrence"), "{answer}");
}

const SHARED: &str = "query($slug: String!) { community(slug: $slug) {
    resources(first: 5) { edges { node { title resource { why corrections { holds } } } } }
    stories(first: 5) { edges { node { title
        story { situation used happened again corrections { holds } } } } } } }";

#[tokio::test]
async fn a_story_and_a_resource_carry_their_corrections_where_their_parts_are_listed() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;
    let channel = scene.channel.id.to_string();
    let story = json!({
        "channel": channel, "title": "It went well", "situation": "A new team",
        "used": format!("I tried to {WRONG}."), "happened": "They left", "again": "No",
        "nonce": tests::nonce(),
    });
    let resource = json!({
        "channel": channel, "title": "A card", "url": "https://example.org/card",
        "why": format!("It says: {WRONG}."), "nonce": tests::nonce(),
    });
    for (verb, input) in [("tellStory", story), ("shareResource", resource)] {
        let kind = format!("{}{}Input", verb[..1].to_uppercase(), &verb[1..]);
        let change =
            format!("mutation($input: {kind}!) {{ {verb}(input: $input) {{ opening {{ id }} }} }}");
        let told = scene.lena.asks(&change, json!({ "input": input })).await;
        let post = told["data"][verb]["opening"]["id"].clone();
        assert!(post.is_string(), "{told}");
        let found = json!({
            "misconception": it["id"], "post": post, "passage": { "quote": WRONG },
        });
        done(&scene.jonas, "addOccurrence", found).await;
    }
    stage.corrects().await;

    let slug = json!({ "slug": scene.cohort.slug });
    for person in [&scene.priya, &scene.lena, &scene.amara] {
        let answer = person.asks(SHARED, slug.clone()).await;
        assert!(answer.get("errors").is_none(), "{answer}");
        let place = &answer["data"]["community"];
        let story = &place["stories"]["edges"][0]["node"]["story"];
        assert!(
            says_it(story["used"].as_str().unwrap_or_default()),
            "{answer}"
        );
        let resource = &place["resources"]["edges"][0]["node"]["resource"];
        assert!(
            says_it(resource["why"].as_str().unwrap_or_default()),
            "{answer}"
        );
        assert_eq!(naked(&answer, Beside::Nothing), Vec::<String>::new());
    }
}
