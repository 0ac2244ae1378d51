//! A community that is archived is read by its members, and changed by nobody.
use communities::{
    Acceptance, ArchiveCommunity, CommunityArchived, CommunityRestored, InvitePerson, Role,
    accept_invitation, memberships_of,
};
use futures_util::StreamExt;
use identity::{Secret, Visitor};
use imports::{Intent, Unheard, import_roster};
use kernel::{Actor, Cursor, Event, facts_after};
use serde_json::json;
use std::sync::Arc;
use tests::{Stage, error_of};

const ARCHIVE: &str = "mutation($input: ArchiveCommunityInput!) { archiveCommunity(input: $input) {
    archivedAt viewerCan { edit invite manageMembers createChannel archive moderate } } }";
const RESTORE: &str = "mutation($input: RestoreCommunityInput!) { restoreCommunity(input: $input) {
    archivedAt viewerCan { edit } } }";

fn is_said(words: &str) -> bool {
    words.contains("this community is archived")
}

#[tokio::test]
async fn nothing_is_written_where_a_community_rests() {
    let stage = Stage::new().await;
    let (amara, ben) = (stage.person("Amara").await, stage.person("Ben").await);
    let (mei, ines) = (stage.person("Mei").await, stage.administrator("Ines").await);
    let members = [(&amara, Role::Facilitator), (&ben, Role::Learner)];
    let (community, lobby) = stage.cohort_of(&members).await;
    let thread = amara.begins(&lobby, "Worth keeping", "every word").await;
    let archive = ArchiveCommunity {
        community: community.id,
    };
    amara.does(archive).await.expect("an archived community");

    let (community, lobby, mei) = (community.id, lobby.id, mei.record.id);
    let (thread, post) = (&thread["id"], &thread["opening"]["id"]);
    #[rustfmt::skip]
    let changes = [
        (&amara, format!("createThread(input: {{ channel: \"{lobby}\", kind: DISCUSSION, title: \"x\", body: \"x\", nonce: \"1\" }}) {{ id }}")),
        (&amara, format!("createPost(input: {{ thread: {thread}, body: \"x\", nonce: \"2\" }}) {{ id }}")),
        (&amara, format!("editPost(input: {{ post: {post}, body: \"x\", revision: 1 }}) {{ id }}")),
        (&amara, format!("editThread(input: {{ thread: {thread}, title: \"x\" }}) {{ id }}")),
        (&amara, format!("lockThread(input: {{ thread: {thread}, locked: true }}) {{ id }}")),
        (&ben, format!("react(input: {{ post: {post}, kind: HELPFUL, on: true }}) {{ id }}")),
        (&amara, format!("createChannel(input: {{ community: \"{community}\", name: \"x\", purpose: \"\", kind: MIXED }}) {{ id }}")),
        (&amara, format!("updateChannel(input: {{ channel: \"{lobby}\", name: \"x\" }}) {{ id }}")),
        (&amara, format!("archiveChannel(input: {{ channel: \"{lobby}\", archived: true }}) {{ id }}")),
        (&amara, format!("updateCommunity(input: {{ community: \"{community}\", name: \"x\" }}) {{ id }}")),
        (&amara, format!("invitePerson(input: {{ community: \"{community}\", email: \"e@example.org\", role: LEARNER }}) {{ id }}")),
        (&ines, format!("addMember(input: {{ community: \"{community}\", person: \"{mei}\", role: LEARNER }}) {{ id }}")),
    ];
    for (person, change) in changes {
        let change = format!("mutation {{ {change} }}");
        let (code, words) = error_of(&person.asks(&change, json!({})).await);
        assert_eq!(code, "FORBIDDEN", "{change}: {words}");
        assert!(is_said(&words), "{change}: {words}");
    }
    let read = "query($id: ID!) { thread(id: $id) { opening { body } } }";
    let read = ben.asks(read, json!({ "id": thread })).await;
    assert_eq!(read["data"]["thread"]["opening"]["body"], "every word");
}

#[tokio::test]
async fn who_leads_archives_a_community_and_brings_it_back_as_it_was() {
    let stage = Stage::new().await;
    let (amara, ben) = (stage.person("Amara").await, stage.person("Ben").await);
    let ines = stage.administrator("Ines").await;
    let members = [(&amara, Role::Facilitator), (&ben, Role::Learner)];
    let (community, lobby) = stage.cohort_of(&members).await;
    let thread = amara.begins(&lobby, "Worth keeping", "every word").await;
    let invited = amara.does(InvitePerson {
        community: community.id,
        email: "late@example.org".to_owned(),
        role: Role::Learner,
    });
    let acceptance = Acceptance {
        token: invited.await.expect("an invitation").token,
        name: "Late".to_owned(),
        password: Secret::new("four quiet otters juggle"),
        code: None,
        visitor: Visitor::default(),
    };
    let comes_in = async || {
        let (db, hasher) = (stage.db(), &stage.app.hasher);
        let came = accept_invitation(db, hasher, Actor::Anonymous, acceptance.clone()).await;
        came.map_err(|error| error.to_string())
    };
    let whole = json!({ "input": { "community": community.id.to_string() } });

    let by_a_learner = ben.asks(ARCHIVE, whole.clone()).await;
    let archived = amara.asks(ARCHIVE, whole.clone()).await;
    let early = comes_in().await;
    let restored = ines.asks(RESTORE, whole).await;
    let reply = ben.posts(&thread, "and on it goes").await;
    let late = comes_in().await;

    assert_eq!(error_of(&by_a_learner).0, "FORBIDDEN");
    assert_eq!(
        archived["data"]["archiveCommunity"],
        json!({ "archivedAt": "2026-01-05T09:00:00+00:00", "viewerCan": { "edit": false,
            "invite": false, "manageMembers": false, "createChannel": false, "archive": true,
            "moderate": false } }),
        "{archived}"
    );
    assert!(is_said(&early.err().unwrap_or_default()));
    assert_eq!(
        restored["data"]["restoreCommunity"],
        json!({ "archivedAt": null, "viewerCan": { "edit": true } }),
    );
    assert!(reply.get("errors").is_none(), "{reply}");
    assert!(late.is_ok(), "the invitation waited");
}

#[tokio::test]
async fn words_can_be_taken_back_and_members_can_go_also_where_a_community_rests() {
    let stage = Stage::new().await;
    let (amara, ben) = (stage.person("Amara").await, stage.person("Ben").await);
    let members = [(&amara, Role::Facilitator), (&ben, Role::Learner)];
    let (community, lobby) = stage.cohort_of(&members).await;
    let thread = ben.begins(&lobby, "My number", "it is 555").await;
    let of_ben = memberships_of(&stage.db().read(), ben.record.id).await;
    let of_ben = of_ben.expect("memberships")[0].id.to_string();
    let archive = ArchiveCommunity {
        community: community.id,
    };
    amara.does(archive).await.expect("an archived community");

    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { deletedAt } }";
    let post = json!({ "input": { "post": thread["opening"]["id"] } });
    let deleted = ben.asks(delete, post).await;
    let remove =
        "mutation($input: RemoveMemberInput!) { removeMember(input: $input) { memberCount } }";
    let of_ben = json!({ "input": { "membership": of_ben } });
    let removed = amara.asks(remove, of_ben).await;

    let deleted_at = &deleted["data"]["deletePost"]["deletedAt"];
    assert!(deleted_at.is_string(), "{deleted}");
    assert_eq!(
        removed["data"]["removeMember"]["memberCount"], 1,
        "{removed}"
    );
}

#[tokio::test]
async fn nothing_is_brought_into_a_community_that_rests() {
    let stage = Stage::new().await;
    let community = stage.cohort("Old questions").await;
    let archive = ArchiveCommunity {
        community: community.id,
    };
    stage.does(archive).await.expect("an archived community");
    let roster = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(&roster, "name,email\nMei Wu,mei@example.org\n").expect("a roster");

    let intent = Intent::BringIn(Arc::new(Unheard));
    let refused = import_roster(stage.db(), "Old questions", roster.path(), intent).await;

    let words = refused.map_err(|error| error.to_string());
    assert!(is_said(&words.err().unwrap_or_default()));
}

#[tokio::test]
async fn open_pages_hear_that_a_community_rests_and_what_may_be_done_there() {
    let stage = Stage::live().await;
    let (amara, ben) = (stage.person("Amara").await, stage.person("Ben").await);
    let members = [(&amara, Role::Facilitator), (&ben, Role::Learner)];
    let (community, lobby) = stage.cohort_of(&members).await;
    let thread = amara.begins(&lobby, "Worth keeping", "every word").await;
    let reply = ben.posts(&thread, "my word").await["data"]["createPost"]["id"].clone();
    stage.facts_arrive().await;
    let follow = "subscription($in: ID!) { liveEvents(in: $in) {
        kind community { archivedAt } post { viewerCan { edit } } } }";
    let within = json!({ "in": community.id.to_string() });
    let mut events = ben.follows(follow, within).await;
    let mut hears = async || events.next().await.expect("an event")["data"]["liveEvents"].clone();
    let react = "mutation($input: ReactInput!) { react(input: $input) { id } }";
    let thanks = json!({ "input": { "post": reply, "kind": "THANK_YOU", "on": true } });
    let delete = "mutation($input: DeletePostInput!) { deletePost(input: $input) { id } }";
    let opening = json!({ "input": { "post": thread["opening"]["id"] } });
    let whole = json!({ "input": { "community": community.id.to_string() } });

    let ready = hears().await;
    amara.asks(react, thanks).await;
    let thanked = hears().await;
    amara.asks(ARCHIVE, whole.clone()).await;
    let archived = hears().await;
    amara.asks(delete, opening).await;
    let deleted = hears().await;
    amara.asks(RESTORE, whole).await;
    let restored = hears().await;

    assert_eq!(ready["kind"], "READY");
    assert_eq!(thanked["post"]["viewerCan"]["edit"], true, "{thanked}");
    assert_eq!(archived["kind"], "COMMUNITY_CHANGED");
    assert!(archived["community"]["archivedAt"].is_string());
    assert_eq!(deleted["kind"], "POST_DELETED");
    assert_eq!(deleted["post"]["viewerCan"]["edit"], false, "{deleted}");
    assert!(restored["community"]["archivedAt"].is_null());
    stage.facts_arrive().await;
    let facts = facts_after(&stage.db().read(), Cursor::default(), 100).await;
    let facts = facts.expect("the log").into_iter().map(|fact| fact.kind);
    let of_rest = [CommunityArchived::KIND, CommunityRestored::KIND];
    let kinds: Vec<String> = facts
        .filter(|kind| of_rest.contains(&kind.as_str()))
        .collect();
    assert_eq!(kinds, of_rest);
}
