//! Every root field of the schema, asked by nobody and by a stranger. A new field without a line here
//! fails: whoever adds one says what it shows to whom.
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use communities::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::Stage;

/// What a field answers to somebody who has no business with it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Answer {
    /// Everybody may ask.
    Open,
    /// "please sign in".
    SignIn,
    /// Nothing: what is hidden does not exist.
    Nothing,
    /// An error that says so.
    NotFound,
    /// The asker's own things, of which a stranger has none of the world's.
    Own,
    /// The input is of no use without a secret, and says so.
    Invalid,
}
use Answer::{Invalid, NotFound, Nothing, Open, Own, SignIn};

/// Field, how it is asked, what nobody hears, what a stranger hears.
fn table(world: &World) -> Vec<(&'static str, String, Answer, Answer)> {
    let World {
        community,
        slug,
        channel,
        thread,
        post,
        membership,
        handle,
        person,
    } = world;
    let q = |field: &'static str, ask: String, nobody, stranger| {
        (field, format!("{{ {ask} }}"), nobody, stranger)
    };
    let m = |field: &'static str, input: String, stranger| {
        let select = match field {
            "signOut" => "{ signInsEnded }",
            "requestPasswordReset" => "{ email }",
            "saveDraft" | "discardDraft" => "{ key }",
            "signIn" | "demoSignIn" | "acceptInvitation" | "resetPassword" | "changePassword"
            | "updateProfile" | "updatePreferences" | "completeOnboarding" | "revokeSignIn" => {
                "{ email }"
            }
            _ => "{ id }",
        };
        let nobody = match field {
            "signIn" | "resetPassword" | "acceptInvitation" => Invalid,
            "demoSignIn" => NotFound,
            "requestPasswordReset" => Open,
            _ => SignIn,
        };
        (
            field,
            format!("mutation {{ {field}(input: {{ {input} }}) {select} }}"),
            nobody,
            stranger,
        )
    };
    vec![
        q("server", "server { name }".into(), Open, Open),
        q("viewer", "viewer { email }".into(), Nothing, Own),
        q(
            "node",
            format!("node(id: \"{thread}\") {{ id }}"),
            SignIn,
            Nothing,
        ),
        q(
            "community",
            format!("community(slug: \"{slug}\") {{ id }}"),
            SignIn,
            Nothing,
        ),
        q(
            "thread",
            format!("thread(id: \"{thread}\") {{ id }}"),
            SignIn,
            Nothing,
        ),
        q(
            "person",
            format!("person(handle: \"{handle}\") {{ id }}"),
            SignIn,
            Nothing,
        ),
        q(
            "today",
            "today { news { id } waiting { id } unanswered { id } norms { id } }".into(),
            SignIn,
            Own,
        ),
        q(
            "inbox",
            "inbox(first: 5) { edges { node { id } } }".into(),
            SignIn,
            Own,
        ),
        q(
            "drafts",
            "drafts(first: 5) { edges { node { key } } }".into(),
            SignIn,
            Own,
        ),
        q(
            "draft",
            format!("draft(key: \"new:{channel}\") {{ key }}"),
            SignIn,
            Own,
        ),
        q(
            "search",
            "search(query: \"secret\", first: 5) { totalCount edges { node { id } } }".into(),
            SignIn,
            Own,
        ),
        q(
            "suggest",
            "suggest(query: \"secr\", first: 5) { title }".into(),
            SignIn,
            Own,
        ),
        q(
            "invitation",
            "invitation(token: \"guess\") { email }".into(),
            Nothing,
            Nothing,
        ),
        q(
            "preview",
            format!("preview(body: \"@{handle}\", community: \"{community}\")"),
            SignIn,
            Own,
        ),
        m(
            "signIn",
            "email: \"a@example.org\", password: \"not the password\"".into(),
            Invalid,
        ),
        m("demoSignIn", format!("handle: \"{handle}\""), NotFound),
        m("signOut", "everywhere: false".into(), Own),
        m(
            "revokeSignIn",
            "signIn: \"signin_01h455vb4pex5vsknk084sn02q\"".into(),
            NotFound,
        ),
        m(
            "acceptInvitation",
            "token: \"guess\", name: \"Eve\", password: \"a long enough phrase\"".into(),
            Invalid,
        ),
        m(
            "requestPasswordReset",
            "email: \"nobody@example.org\"".into(),
            Open,
        ),
        m(
            "resetPassword",
            "token: \"guess\", password: \"a long enough phrase\"".into(),
            Invalid,
        ),
        m(
            "changePassword",
            "current: \"x\", password: \"a long enough phrase\"".into(),
            Invalid,
        ),
        m("updateProfile", "workingOn: \"testing\"".into(), Own),
        m("updatePreferences", "theme: DARK".into(), Own),
        m("completeOnboarding", "workingOn: \"testing\"".into(), Own),
        m(
            "createCommunity",
            "kind: PRACTICE, name: \"Mine\", purpose: \"x\", zone: \"UTC\"".into(),
            NotFound,
        ),
        m(
            "updateCommunity",
            format!("community: \"{community}\", name: \"Mine\""),
            NotFound,
        ),
        m(
            "acknowledgeNorms",
            format!("community: \"{community}\""),
            NotFound,
        ),
        m(
            "invitePerson",
            format!("community: \"{community}\", email: \"e@example.org\", role: LEARNER"),
            NotFound,
        ),
        m(
            "addMember",
            format!("community: \"{community}\", person: \"{person}\", role: LEARNER"),
            NotFound,
        ),
        m(
            "changeRole",
            format!("membership: \"{membership}\", role: FACILITATOR"),
            NotFound,
        ),
        m(
            "removeMember",
            format!("membership: \"{membership}\""),
            NotFound,
        ),
        m(
            "createChannel",
            format!("community: \"{community}\", name: \"x\", purpose: \"\", kind: MIXED"),
            NotFound,
        ),
        m(
            "updateChannel",
            format!("channel: \"{channel}\", name: \"x\""),
            NotFound,
        ),
        m(
            "archiveChannel",
            format!("channel: \"{channel}\", archived: true"),
            NotFound,
        ),
        m(
            "createThread",
            format!(
                "channel: \"{channel}\", kind: DISCUSSION, title: \"x\", body: \"x\", nonce: \"1\""
            ),
            NotFound,
        ),
        m(
            "editThread",
            format!("thread: \"{thread}\", title: \"x\""),
            NotFound,
        ),
        m(
            "lockThread",
            format!("thread: \"{thread}\", locked: true"),
            NotFound,
        ),
        m(
            "followThread",
            format!("thread: \"{thread}\", follow: FOLLOWING"),
            NotFound,
        ),
        m(
            "markRead",
            format!("thread: \"{thread}\", through: 1"),
            NotFound,
        ),
        m("markUnread", format!("post: \"{post}\""), NotFound),
        m(
            "createPost",
            format!("thread: \"{thread}\", body: \"x\", nonce: \"2\""),
            NotFound,
        ),
        m(
            "editPost",
            format!("post: \"{post}\", body: \"x\", revision: 1"),
            NotFound,
        ),
        m("deletePost", format!("post: \"{post}\""), NotFound),
        m("restorePost", format!("post: \"{post}\""), NotFound),
        m(
            "react",
            format!("post: \"{post}\", kind: HELPFUL, on: true"),
            NotFound,
        ),
        m(
            "saveDraft",
            format!("key: \"new:{channel}\", body: \"x\", version: 0"),
            Own,
        ),
        m("discardDraft", "key: \"new:nothing\"".into(), NotFound),
        m(
            "markInboxDone",
            "item: \"inbox_01h455vb4pex5vsknk084sn02q\", done: true".into(),
            NotFound,
        ),
    ]
}

struct World {
    community: String,
    slug: String,
    channel: String,
    thread: String,
    post: String,
    membership: String,
    handle: String,
    person: String,
}

impl World {
    /// As a world, of which nothing exists.
    fn imagined() -> Self {
        let id = |kind: &str| format!("{kind}_01h455vb4pex5vsknk084sn02q");
        Self {
            community: id("community"),
            slug: "nowhere".to_owned(),
            channel: id("channel"),
            thread: id("thread"),
            post: id("post"),
            membership: id("membership"),
            handle: "no-one".to_owned(),
            person: id("person"),
        }
    }
}

fn heard(answer: &Value) -> Answer {
    let code = answer["errors"][0]["extensions"]["code"].as_str();
    match code {
        Some("SIGN_IN_FIRST") => SignIn,
        // Somebody without the role learns no more than that it is not for them.
        Some("NOT_FOUND" | "FORBIDDEN") => NotFound,
        Some(_) => Invalid,
        None => match answer["data"]
            .as_object()
            .and_then(|data| data.values().next())
        {
            Some(Value::Null) | None => Nothing,
            Some(_) => Open,
        },
    }
}

fn root_fields() -> BTreeSet<String> {
    let sdl = api::sdl();
    let document = parse_schema(sdl).expect("our own schema parses");
    let roots = ["Query", "Mutation"];
    let definitions = document
        .definitions
        .into_iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(node) if roots.contains(&node.node.name.node.as_str()) => {
                Some(node.node.kind)
            }
            _ => None,
        });
    definitions
        .filter_map(|kind| match kind {
            TypeKind::Object(object) => Some(object.fields),
            _ => None,
        })
        .flatten()
        .map(|field| field.node.name.node.to_string())
        .collect()
}

#[tokio::test]
async fn no_field_tells_a_stranger_what_is_not_theirs() {
    let stage = Stage::new().await;
    let (ada, eve) = (stage.person("Ada").await, stage.person("Eve").await);
    let (community, lobby) = stage.cohort_of(&[(&ada, Role::Facilitator)]).await;
    let thread = ada
        .begins(&lobby, "A secret title", "the secret word")
        .await;
    stage.settle().await;
    let membership = communities::memberships_of(&stage.db().read(), ada.record.id)
        .await
        .expect("memberships")
        .remove(0);
    let id = |value: &Value| value.as_str().expect("an id").to_owned();
    let world = World {
        community: community.id.to_string(),
        slug: community.slug.clone(),
        channel: lobby.id.to_string(),
        thread: id(&thread["id"]),
        post: id(&thread["opening"]["id"]),
        membership: membership.id.to_string(),
        handle: ada.record.handle.clone(),
        person: ada.record.id.to_string(),
    };
    let (table, guesses) = (table(&world), table(&World::imagined()));
    let named: BTreeSet<String> = table
        .iter()
        .map(|(field, ..)| (*field).to_owned())
        .collect();
    assert_eq!(
        root_fields(),
        named,
        "each root field has its line in this table"
    );

    let mut wrong = Vec::new();
    for ((field, document, nobody, stranger), (_, guess, ..)) in table.into_iter().zip(guesses) {
        let by_nobody = stage.stranger_asks(&document, json!({})).await;
        let of_nothing = stage.stranger_asks(&guess, json!({})).await;
        if by_nobody != of_nothing {
            wrong.push(format!(
                "{field} tells nobody what exists: {by_nobody}, and {of_nothing} of nothing"
            ));
        }
        let by_eve = eve.asks(&document, json!({})).await;
        for (who, answer, expected) in [
            ("nobody", &by_nobody, nobody),
            ("a stranger", &by_eve, stranger),
        ] {
            let text = answer.to_string();
            let leaks = ["secret title", "secret word", "Ada", "ada@example.org"];
            if let Some(leak) = leaks.iter().find(|leak| text.contains(**leak)) {
                wrong.push(format!("{field} tells {who} of {leak}: {text}"));
            }
            let heard = match (heard(answer), expected) {
                // One's own things may be an empty list, nothing, or a word of thanks.
                (Open | Nothing | Invalid, Own) => Own,
                (heard, _) => heard,
            };
            if heard != expected {
                wrong.push(format!(
                    "{field} answers {who} {heard:?}, not {expected:?}: {text}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
