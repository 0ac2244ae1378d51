//! A title that says what is corrected carries the correction wherever it stands: in lists, in what is found,
//! in what is suggested, in the inbox, in notices and in letters.
use super::surfaces::objects;
use super::{Practice, WRONG, done, draft, kinds, looks_at, reads};
use chrono::TimeDelta;
use serde_json::{Value, json};
use tests::{Person, Post, Stage};

const HOLDS: &str = "Stay in it, and make disagreeing safe.";

fn title() -> String {
    format!("My rule: {WRONG}")
}

/// Ben begins a conversation whose title alone says it; Priya reads and answers it.
async fn begun(scene: &Practice<'_>) -> Value {
    let thread = scene
        .ben
        .begins(&scene.channel, &title(), "It served me well for years.")
        .await;
    let change = "mutation($input: FollowThreadInput!) { followThread(input: $input) { id } }";
    let input = json!({ "thread": thread["id"], "follow": "FOLLOWING" });
    let answer = scene.priya.asks(change, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    reads(&scene.priya, &thread, 1).await;
    thread
}

/// Jonas corrects words of the title, and the author's day passes.
async fn corrected(scene: &Practice<'_>, thread: &Value) -> Value {
    let input = json!({
        "post": thread["opening"]["id"], "passage": { "quote": WRONG }, "claim": super::CLAIM,
        "severity": "PRACTICE",
    });
    let it = done(&scene.jonas, "suspectMisconception", input).await;
    let about = json!({ "misconception": it["id"] });
    done(&scene.jonas, "confirmMisconception", about).await;
    done(&scene.jonas, "draftCorrection", draft(&it, "PRACTICE")).await;
    let offer = json!({ "misconception": it["id"], "hours": 24 });
    done(&scene.jonas, "offerToAuthor", offer).await;
    it
}

async fn published(scene: &Practice<'_>, thread: &Value) -> Value {
    let it = corrected(scene, thread).await;
    scene.stage.clock.advance(TimeDelta::hours(24));
    scene.stage.corrects().await;
    looks_at(&scene.jonas, &it).await
}

/// Every object that says the title, and says nothing of what is corrected of it.
fn naked(answer: &Value) -> Vec<String> {
    match answer {
        Value::Object(fields) => {
            let says = ["title", "titleSnippet"].iter().any(|field| {
                let text = fields.get(*field).and_then(Value::as_str);
                text.is_some_and(|it| misconceptions::plain_text(it).contains(WRONG))
            });
            let beside = |of: &Value| {
                let holds = &of["titleCorrections"][0]["holds"];
                holds.as_str() == Some(HOLDS)
            };
            let stands = beside(answer) || beside(&answer["node"]["thread"]);
            let own = (says && !stands).then(|| answer.to_string());
            own.into_iter()
                .chain(fields.values().flat_map(naked))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(naked).collect(),
        _ => Vec::new(),
    }
}

async fn clothed(person: &Person<'_>, ask: &str, variables: Value) {
    let answer = person.asks(ask, variables).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    let plain = misconceptions::plain_text(&answer.to_string());
    assert!(plain.contains(WRONG), "it is said: {answer}");
    let naked = naked(&answer);
    let name = &person.record.name;
    assert!(naked.is_empty(), "{name}: {naked:?}");
}

/// Where the title of a conversation is said, and what stands beside it there.
const TITLES_OF_CONVERSATIONS: [(&str, &str); 5] = [
    ("Thread", "titleCorrections"),
    ("Suggestion", "titleCorrections"),
    ("Notice", "titleCorrections"),
    // These lead to their conversation.
    ("SearchEdge", "node"),
    ("Prompt", "thread"),
];

/// What is called something, and is no conversation. A type that is in neither list fails the test.
const TITLES_OF_OTHERS: [&str; 21] = [
    "Activity",
    "CheckIn",
    "CheckInLinkPage",
    "CheckInTheme",
    "Draft",
    // Of a prompt or of pre-work, which are led to.
    "DueMove",
    "FeedbackRound",
    "IltSession",
    "JourneyAhead",
    "JourneyStep",
    "Material",
    "PreWork",
    "Program",
    "PromptSeries",
    "Pulse",
    "PulseLinkPage",
    "PulseTemplate",
    "RubricCriterion",
    "Segment",
    "Source",
    // As its author planned it; what is asked is a prompt.
    "SpacedQuestion",
];

#[test]
fn whatever_says_the_title_of_a_conversation_says_what_is_corrected_of_it() {
    let objects = objects();
    let silent: Vec<&String> = objects
        .iter()
        .filter(|(_, fields)| {
            let titles = ["title", "titleSnippet", "threadTitle"];
            fields
                .iter()
                .any(|(field, _)| titles.contains(&field.as_str()))
        })
        .filter(|(name, fields)| {
            let beside = TITLES_OF_CONVERSATIONS.iter().find(|(it, _)| it == name);
            let stands = beside.is_some_and(|(_, field)| fields.iter().any(|(it, _)| it == field));
            !stands && !TITLES_OF_OTHERS.contains(&name.as_str())
        })
        .map(|(name, _)| name)
        .collect();
    assert!(silent.is_empty(), "these say a title alone: {silent:?}");
}

#[tokio::test]
async fn a_title_that_is_corrected_carries_that_wherever_it_is_listed_found_or_told() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let post = Post::of(&stage);
    let thread = begun(&scene).await;
    let it = published(&scene, &thread).await;
    scene.lena.posts(&thread, "I wonder, too.").await;
    stage.settle().await;

    let titled = "title titleCorrections { holds }";
    let slug = json!({ "slug": scene.cohort.slug });
    let id = json!({ "id": thread["id"] });
    for person in [&scene.priya, &scene.lena, &scene.ben, &scene.amara] {
        let list = format!(
            "query($slug: String!) {{ community(slug: $slug) {{ threads(first: 9) {{
                edges {{ node {{ {titled} }} }} }} }} }}"
        );
        clothed(person, &list, slug.clone()).await;
        let one = format!(
            "query($id: ID!) {{ thread(id: $id) {{ {titled} opening {{
            corrections {{ isInTitle state quote start }} }} }} }}"
        );
        clothed(person, &one, id.clone()).await;
        let found = format!(
            "{{ search(query: \"storming rule\", first: 5) {{ edges {{ titleSnippet
                node {{ thread {{ {titled} }} }} }} }} }}"
        );
        clothed(person, &found, json!({})).await;
        let typed = format!("{{ suggest(query: \"my rule\", first: 5) {{ {titled} }} }}");
        clothed(person, &typed, json!({})).await;
    }
    let inbox = format!(
        "{{ inbox(first: 9, filter: ALL) {{ edges {{ node {{ thread {{ {titled} }} }} }} }} }}"
    );
    clothed(&scene.priya, &inbox, json!({})).await;
    let told =
        format!("{{ viewer {{ notices(first: 9) {{ edges {{ node {{ kind {titled} }} }} }} }} }}");
    clothed(&scene.priya, &told, json!({})).await;
    assert_eq!(kinds(&scene.priya).await, ["CORRECTION_TOLD"]);

    // Letters that name it say what holds, and none does so in its subject.
    stage.clock.advance(TimeDelta::days(7));
    let letters = post.goes_round(&stage).await;
    let naming: Vec<_> = letters
        .iter()
        .filter(|it| it.text.contains(WRONG))
        .collect();
    assert!(!naming.is_empty(), "some letter names it: {letters:?}");
    for letter in naming {
        let html = letter.html.clone().unwrap_or_default();
        assert!(letter.text.contains(HOLDS), "{}", letter.text);
        assert!(html.contains(HOLDS), "{html}");
        assert!(!letter.subject.contains(WRONG), "{}", letter.subject);
    }

    // Taken back, nothing stands beside it any more.
    let reopen = json!({ "misconception": it["id"], "reason": "so" });
    done(&scene.jonas, "reopenMisconception", reopen).await;
    let one = format!("query($id: ID!) {{ thread(id: $id) {{ {titled} }} }}");
    let answer = scene.priya.asks(&one, id).await;
    assert_eq!(answer["data"]["thread"]["titleCorrections"], json!([]));
}

#[tokio::test]
async fn its_author_gives_the_conversation_another_title_and_is_thanked() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let thread = begun(&scene).await;
    let it = corrected(&scene, &thread).await;
    stage.settle().await;
    assert_eq!(kinds(&scene.ben).await, ["CORRECTION_OFFERED"]);
    let change = "mutation($input: EditThreadInput!) { editThread(input: $input) { title } }";
    let input = json!({ "thread": thread["id"], "title": "What served me well" });
    let answer = scene.ben.asks(change, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    stage.settle().await;
    let passage = looks_at(&scene.jonas, &it).await["occurrences"][0].clone();
    assert_eq!(passage["state"], "REVISED", "{passage}");

    stage.clock.advance(TimeDelta::hours(24));
    stage.corrects().await;
    let ask = "query($id: ID!) { thread(id: $id) { titleCorrections { holds } opening {
        corrections { state quote } } } }";
    let answer = scene.lena.asks(ask, json!({ "id": thread["id"] })).await;
    let seen = &answer["data"]["thread"];
    assert_eq!(seen["titleCorrections"], json!([]), "{answer}");
    for correction in seen["opening"]["corrections"]
        .as_array()
        .into_iter()
        .flatten()
    {
        assert_eq!(correction["state"], "REVISED", "{answer}");
        assert_eq!(correction["quote"], "", "{answer}");
    }
}

async fn suggested(scene: &Practice<'_>, misconception: &Value) -> Value {
    let ask = "query($id: ID!) { node(id: $id) { ... on Misconception { watch { suggested } } } }";
    let answer = scene
        .jonas
        .asks(ask, json!({ "id": misconception["id"] }))
        .await;
    answer["data"]["node"]["watch"]["suggested"].clone()
}

#[tokio::test]
async fn a_title_that_resembles_a_misconception_is_suggested_to_moderators() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;
    scene
        .lena
        .begins(&scene.channel, &title(), "Who agrees?")
        .await;
    stage.settle().await;
    stage.compares().await;
    assert_eq!(suggested(&scene, &it).await, 1);
}

#[tokio::test]
async fn a_title_that_is_given_later_is_compared_as_well() {
    let stage = Stage::new().await;
    let scene = Practice::on(&stage).await;
    let it = scene.published().await;
    let thread = scene
        .lena
        .begins(&scene.channel, "Our team", "Who agrees?")
        .await;
    stage.compares().await;
    assert_eq!(suggested(&scene, &it).await, 0);

    let change = "mutation($input: EditThreadInput!) { editThread(input: $input) { title } }";
    let input = json!({ "thread": thread["id"], "title": title() });
    let answer = scene.lena.asks(change, json!({ "input": input })).await;
    assert!(answer.get("errors").is_none(), "{answer}");
    stage.compares().await;
    assert_eq!(suggested(&scene, &it).await, 1);
}
