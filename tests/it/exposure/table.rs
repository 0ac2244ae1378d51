//! How each field is asked, and what it answers whom.
pub use super::world::{Answer, World};
use Answer::{Invalid, NotFound, Nothing, Open, Own, SignIn};

/// Field, how it is asked, what nobody hears, what a stranger hears.
#[expect(clippy::too_many_lines, reason = "a table is read by its lines")]
pub fn table(world: &World) -> Vec<(&'static str, String, Answer, Answer)> {
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
            "updateNotificationSettings" | "changeMailByLink" => "{ preset }",
            "createCalendarFeed" => "{ url }",
            _ => "{ id }",
        };
        let nobody = match field {
            "signIn" | "resetPassword" | "acceptInvitation" | "changeMailByLink" => Invalid,
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
            "outbox",
            "outbox(first: 1) { edges { cursor } }".into(),
            SignIn,
            NotFound,
        ),
        q(
            "mailLink",
            "mailLink(token: \"guessed\") { about }".into(),
            Invalid,
            Invalid,
        ),
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
            "archiveCommunity",
            format!("community: \"{community}\""),
            NotFound,
        ),
        m(
            "restoreCommunity",
            format!("community: \"{community}\""),
            NotFound,
        ),
        m(
            "updateCalendar",
            format!("community: \"{community}\", workDays: [MONDAY]"),
            NotFound,
        ),
        m(
            "updateAlumniAccess",
            format!("community: \"{community}\", access: READ"),
            NotFound,
        ),
        m(
            "cloneCohort",
            format!("community: \"{community}\", name: \"Again\", startsOn: \"2026-09-01\""),
            NotFound,
        ),
        m(
            "previewRoster",
            format!("community: \"{community}\", text: \"name,email\\nA B,ab@example.org\""),
            NotFound,
        ),
        m(
            "applyRoster",
            "roster: \"roster_01h455vb4pex5vsknk084sn02q\"".into(),
            NotFound,
        ),
        m(
            "undoRoster",
            "roster: \"roster_01h455vb4pex5vsknk084sn02q\"".into(),
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
            "invitePlaceholder",
            format!("person: \"{person}\", email: \"e@example.org\""),
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
        q(
            "prompt",
            "prompt(id: \"prompt_01h455vb4pex5vsknk084sn02q\") { id }".into(),
            SignIn,
            Nothing,
        ),
        q(
            "preWork",
            "preWork(id: \"prework_01h455vb4pex5vsknk084sn02q\") { id }".into(),
            SignIn,
            Nothing,
        ),
        m(
            "postPrompt",
            format!("channel: \"{channel}\", title: \"x\", body: \"x\", nonce: \"3\""),
            NotFound,
        ),
        m(
            "updatePrompt",
            "prompt: \"prompt_01h455vb4pex5vsknk084sn02q\", minutes: 5".into(),
            NotFound,
        ),
        m(
            "withdrawPrompt",
            "prompt: \"prompt_01h455vb4pex5vsknk084sn02q\", withdrawn: true".into(),
            NotFound,
        ),
        m(
            "answerPrompt",
            "prompt: \"prompt_01h455vb4pex5vsknk084sn02q\", body: \"x\", nonce: \"4\"".into(),
            NotFound,
        ),
        m(
            "openPreWork",
            format!("community: \"{community}\", title: \"x\", note: \"x\""),
            NotFound,
        ),
        m(
            "updatePreWork",
            "preWork: \"prework_01h455vb4pex5vsknk084sn02q\", title: \"x\"".into(),
            NotFound,
        ),
        m(
            "withdrawPreWork",
            "preWork: \"prework_01h455vb4pex5vsknk084sn02q\", withdrawn: true".into(),
            NotFound,
        ),
        m(
            "markPreWorkDone",
            "preWork: \"prework_01h455vb4pex5vsknk084sn02q\", done: true".into(),
            NotFound,
        ),
        m(
            "markInboxDone",
            "item: \"inbox_01h455vb4pex5vsknk084sn02q\", done: true".into(),
            NotFound,
        ),
        m(
            "markNoticeDone",
            "notice: \"notice_01h455vb4pex5vsknk084sn02q\", done: true".into(),
            NotFound,
        ),
        m("updateNotificationSettings", "preset: CALM".into(), Own),
        m("changeMailByLink", "token: \"guessed\"".into(), Invalid),
        m(
            "sendLetterAgain",
            "letter: \"letter_01h455vb4pex5vsknk084sn02q\"".into(),
            NotFound,
        ),
        m(
            "createCalendarFeed",
            format!("community: \"{community}\""),
            NotFound,
        ),
        m(
            "revokeCalendarFeed",
            "feed: \"feed_01h455vb4pex5vsknk084sn02q\"".into(),
            NotFound,
        ),
    ]
}
