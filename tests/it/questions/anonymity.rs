//! Who asks without a name stays without one: whatever a peer or a moderator can receive is searched for
//! the name, the handle and the id, before and after an answer, an edit, a mention and a merge.
use super::{Cohort, allow_nameless, answers, asks, asks_for, cohort, does, sees};
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, Type, TypeKind, TypeSystemDefinition,
};
use chrono::TimeDelta;
use communities::Role;
use futures_util::StreamExt;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::Duration;
use tests::{Person, Post, Stage, error_of};
use tokio::time::timeout;

/// The object types of the schema with their fields, and its interfaces' kinds.
struct Shape {
    objects: HashMap<String, Vec<FieldDefinition>>,
    leaves: Vec<String>,
}

/// Who belongs to a community is no secret; who of them asked is. What is for some roles alone is refused
/// to the others.
const LEFT_OUT: [&str; 6] = [
    "members",
    "leads",
    "viewerMembership",
    "mutes",
    "moderationLog",
    "reviewsDue",
];

impl Shape {
    fn read() -> Self {
        let document = parse_schema(api::sdl()).expect("our own schema parses");
        let mut shape = Self {
            objects: HashMap::new(),
            leaves: ["ID", "String", "Int", "Float", "Boolean"]
                .map(str::to_owned)
                .to_vec(),
        };
        for definition in document.definitions {
            let TypeSystemDefinition::Type(node) = definition else {
                continue;
            };
            let name = node.node.name.node.to_string();
            match node.node.kind {
                TypeKind::Object(object) => {
                    let fields = object.fields.into_iter().map(|field| field.node);
                    shape.objects.insert(name, fields.collect());
                }
                TypeKind::Scalar | TypeKind::Enum(_) => shape.leaves.push(name),
                _ => {}
            }
        }
        shape
    }

    /// All that can be asked of a type without knowing more, so deep, and no type within itself.
    fn all_of(&self, name: &str, depth: usize, above: &[&str]) -> String {
        let fields = self.objects.get(name);
        let fields = fields.unwrap_or_else(|| panic!("no type is called {name}"));
        let mut asked = String::from("__typename");
        for field in fields {
            let own = field.name.node.as_str();
            let inner = base(&field.ty.node);
            let pages = field
                .arguments
                .iter()
                .any(|it| it.node.name.node == "first");
            let needs_more = field.arguments.iter().any(|argument| {
                let argument = &argument.node;
                let needed = !argument.ty.node.nullable && argument.default_value.is_none();
                needed && argument.name.node != "first"
            });
            if needs_more || LEFT_OUT.contains(&own) || above.contains(&inner) {
                continue;
            }
            let given = if pages { "(first: 3)" } else { "" };
            if self.leaves.iter().any(|leaf| leaf == inner) {
                asked.push_str(&format!(" {own}"));
            } else if self.objects.contains_key(inner) && depth > 0 {
                // An edge is no step of its own.
                let step = usize::from(!inner.ends_with("Connection") && !inner.ends_with("Edge"));
                let deeper = [above, &[name]].concat();
                let within = self.all_of(inner, depth - step, &deeper);
                asked.push_str(&format!(" {own}{given} {{ {within} }}"));
            }
        }
        asked
    }
}

fn base(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name.as_str(),
        BaseType::List(inner) => base(inner),
    }
}

/// Whose name nobody may find.
struct Hidden {
    words: Vec<String>,
    found: Vec<String>,
}

impl Hidden {
    fn look(&mut self, place: &str, text: &str) {
        for word in &self.words {
            if text.contains(word.as_str()) {
                self.found.push(format!("{place} tells of {word}: {text}"));
            }
        }
    }
}

/// Everything that these people receive.
async fn searched(stage: &Stage, it: &Cohort<'_>, hidden: &mut Hidden, threads: &[&Value]) {
    let shape = Shape::read();
    stage.settle().await;
    for person in [&it.jonas, &it.noor, &it.amara] {
        let mut roots = vec![
            (
                "inbox".to_owned(),
                "inbox(first: 5)".to_owned(),
                "InboxItemConnection",
                2,
            ),
            ("today".to_owned(), "today".to_owned(), "Today", 2),
            ("viewer".to_owned(), "viewer".to_owned(), "Viewer", 1),
            (
                "search".to_owned(),
                "search(query: \"heron\", first: 5)".to_owned(),
                "SearchConnection",
                2,
            ),
            (
                "suggest".to_owned(),
                "suggest(query: \"heron\", first: 5)".to_owned(),
                "Suggestion",
                1,
            ),
            (
                "community".to_owned(),
                format!("community(slug: \"{}\")", it.community.slug),
                "Community",
                1,
            ),
        ];
        for thread in threads {
            let id = thread["id"].as_str().unwrap_or_default();
            roots.push((
                format!("thread {id}"),
                format!("thread(id: \"{id}\")"),
                "Thread",
                2,
            ));
        }
        for (place, ask, ty, depth) in roots {
            let document = format!("{{ {ask} {{ {} }} }}", shape.all_of(ty, depth, &[]));
            let answer = person.asks(&document, json!({})).await;
            let root = ask.split('(').next().unwrap_or_default();
            let (code, words) = error_of(&answer);
            assert!(
                !answer["data"][root].is_null(),
                "{place} says nothing to {}: {code} {words}",
                person.record.name
            );
            let who = &person.record.name;
            hidden.look(&format!("{place} for {who}"), &answer.to_string());
        }
        for thread in threads {
            let page = sees(person, thread).await;
            hidden.look("the page", &page.to_string());
            for edge in page["posts"]["edges"].as_array().into_iter().flatten() {
                let ask = format!(
                    "query($id: ID!) {{ node(id: $id) {{ ... on Post {{ {} }} }} }}",
                    shape.all_of("Post", 2, &[])
                );
                let post = person.asks(&ask, json!({ "id": edge["node"]["id"] })).await;
                assert!(!post["data"]["node"].is_null(), "{post}");
                hidden.look("a post", &post.to_string());
            }
        }
    }
}

/// What is told live from the beginning on, as far as it can be asked for.
async fn heard(person: &Person<'_>, within: &Value, hidden: &mut Hidden, after: &str) {
    let shape = Shape::read();
    let follow = format!(
        "subscription($in: ID, $after: String) {{ liveEvents(in: $in, after: $after) {{ {} }} }}",
        shape.all_of("LiveEvent", 2, &["Community"])
    );
    let mut told = person
        .follows(&follow, json!({ "in": within, "after": after }))
        .await;
    let mut count = 0;
    // A busy machine may take its time over the first ones, which there are for everybody;
    // from then on a silence is the end.
    let patience = |count| Duration::from_millis(if count < 2 { 20_000 } else { 700 });
    while let Ok(Some(event)) = timeout(patience(count), told.next()).await {
        hidden.look("live", &event.to_string());
        count += usize::from(!event["data"]["liveEvents"].is_null());
    }
    assert!(count > 1, "something was told");
}

async fn letters(stage: &Stage, post: &Post, hidden: &mut Hidden) {
    stage.clock.advance(TimeDelta::hours(23));
    for letter in post.goes_round(stage).await {
        if !letter.to.starts_with("xanthippe") {
            hidden.look("a letter", &format!("{letter:?}"));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_anybody_receives_says_who_asked_without_a_name() {
    let stage = Stage::new().await;
    let it = cohort(&stage).await;
    let post = Post::of(&stage);
    let asker = stage.person("Xanthippe Quell").await;
    stage.joins(&asker, &it.community, Role::Learner).await;
    let nameless = json!({ "nameless": true, "title": "Is a heron a bird",
        "body": "The heron, @jonas, is it one?" });
    let mut refused = json!({ "channel": it.channel.id.to_string(), "nonce": tests::nonce() });
    if let Some((input, more)) = refused.as_object_mut().zip(nameless.as_object()) {
        input.extend(more.clone());
    }
    let (code, _) = error_of(&asks_for(&asker, "askQuestion", refused).await);
    assert_eq!(code, "INVALID", "the community does not allow it yet");
    allow_nameless(&stage, &it.community).await;
    stage.settle().await;
    let begin = kernel::head(&stage.db().read())
        .await
        .expect("the log")
        .to_string();
    let mut hidden = Hidden {
        words: vec![
            "Xanthippe".to_owned(),
            "xanthippe".to_owned(),
            "Quell".to_owned(),
            asker.record.id.to_string(),
        ],
        found: Vec::new(),
    };

    let question = asks(&asker, &it.channel, nameless).await;
    let own = sees(&asker, &question).await;
    assert_eq!(
        own["author"]["name"], "Xanthippe Quell",
        "to themself they have a name"
    );
    assert_eq!(own["viewerIsAuthor"], true);
    let others = sees(&it.amara, &question).await;
    assert_eq!(
        (&others["isNameless"], &others["author"]),
        (&json!(true), &Value::Null)
    );
    searched(&stage, &it, &mut hidden, &[&question]).await;
    letters(&stage, &post, &mut hidden).await;

    let answer = answers(&it.noor, &question, "Surely, a heron is").await;
    let again = asker
        .replies(&question, Some(&answer), "A heron, then, thank you @noor")
        .await;
    assert!(again.get("errors").is_none(), "{again}");
    let edit = "mutation($input: EditPostInput!) { editPost(input: $input) { id } }";
    let edited = json!({ "post": question["posts"]["edges"][0]["node"]["id"], "revision": 1,
        "body": "The heron, @jonas and @amara, is it one?" });
    let edited = asker.asks(edit, json!({ "input": edited })).await;
    assert!(edited.get("errors").is_none(), "{edited}");
    does(
        &asker,
        "markHelped",
        json!({ "post": answer["id"], "on": true }),
    )
    .await;
    does(
        &asker,
        "inviteToAnswer",
        json!({ "thread": question["id"], "person": it.jonas.record.id.to_string() }),
    )
    .await;
    searched(&stage, &it, &mut hidden, &[&question]).await;
    letters(&stage, &post, &mut hidden).await;

    let kept = asks(
        &it.priya,
        &it.channel,
        json!({ "title": "What a heron is" }),
    )
    .await;
    does(
        &it.amara,
        "mergeThreads",
        json!({ "thread": question["id"], "into": kept["id"] }),
    )
    .await;
    let more = asker.posts(&kept, "And of a heron's size?").await;
    assert!(more.get("errors").is_none(), "{more}");
    searched(&stage, &it, &mut hidden, &[&question, &kept]).await;
    letters(&stage, &post, &mut hidden).await;
    for person in [&it.jonas, &it.amara] {
        let community = json!(it.community.id.to_string());
        heard(person, &community, &mut hidden, &begin).await;
        heard(person, &kept["id"], &mut hidden, &begin).await;
        heard(person, &Value::Null, &mut hidden, &begin).await;
    }
    assert!(hidden.found.is_empty(), "{}", hidden.found.join("\n"));

    let why = json!({ "thread": question["id"], "reason": "a threat" });
    let (code, _) = error_of(&asks_for(&it.jonas, "revealAsker", why.clone()).await);
    assert_eq!(code, "FORBIDDEN");
    let (code, _) = error_of(
        &asks_for(
            &it.amara,
            "revealAsker",
            json!({ "thread": question["id"], "reason": " " }),
        )
        .await,
    );
    assert_eq!(code, "INVALID");
    let told = does(&it.amara, "revealAsker", why).await;
    assert_eq!(told["name"], "Xanthippe Quell");
    let kept_reveals = questions::reveals_in(&stage.db().read(), it.community.id).await;
    let kept_reveals = kept_reveals.expect("a log");
    assert_eq!(kept_reveals[0].reason, "a threat");
    searched(&stage, &it, &mut hidden, &[&question, &kept]).await;
    assert!(hidden.found.is_empty(), "{}", hidden.found.join("\n"));
    // Whoever tries one name after the other is refused none, and so learns nothing.
    let probe = json!({ "thread": kept["id"], "person": asker.record.id.to_string() });
    does(&it.noor, "inviteToAnswer", probe).await;
    let asked = asks(
        &asker,
        &it.channel,
        json!({ "nameless": true, "title": "Another heron" }),
    )
    .await;
    let probe = json!({ "thread": asked["id"], "person": asker.record.id.to_string() });
    does(&it.noor, "inviteToAnswer", probe).await;
}
