use super::archive::{Folder, bytes};
use super::{counts, posts_of, reason, threads_of, transcript};
use channels::{ArchiveChannel, channel_by_slug};
use communities::community_by_slug;
use imports::{Sheet, Unheard, import_slack};
use kernel::{Actor, Result};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use tests::Stage;

async fn import(stage: &Stage, zip: &Path) -> Result<Sheet> {
    import_slack(stage.db(), "Old workspace", zip, Arc::new(Unheard)).await
}

fn users() -> Vec<u8> {
    bytes(json!([
        { "id": "U1", "name": "amara", "tz": "Africa/Lagos",
          "profile": { "real_name": "Amara Okafor", "email": "amara@example.org" } },
        { "id": "U2", "name": "kofi", "profile": { "real_name": "Kofi Mensah" } },
        { "id": "U3", "name": "tomas", "deleted": true,
          "profile": { "real_name": "Tomás Herrera", "email": "tomas@example.org" } },
        { "id": "B1", "name": "reminders", "is_bot": true, "profile": {} },
    ]))
}

fn channels_json() -> Vec<u8> {
    bytes(json!([
        { "id": "C1", "name": "general", "purpose": { "value": "For everything" } },
        { "id": "C2", "name": "old-plans", "is_archived": true },
    ]))
}

/// An export with these days of #general.
fn export(folder: &Folder, days: &[(&str, Value)]) -> std::path::PathBuf {
    let mut entries = vec![("users.json", users()), ("channels.json", channels_json())];
    entries.extend(
        days.iter()
            .map(|(name, messages)| (*name, bytes(messages.clone()))),
    );
    folder.zip(&entries)
}

#[tokio::test]
async fn a_thread_is_one_conversation_though_its_replies_stand_in_other_days() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let zip = export(
        &folder,
        &[
            (
                "general/2025-10-16.json",
                json!([
                    { "ts": "1760605200.000100", "user": "U1", "text": "Who tried the question?",
                      "thread_ts": "1760605200.000100", "reply_count": 2 },
                    { "ts": "1760605300.000100", "user": "U2", "text": "Lunch?" },
                ]),
            ),
            (
                "general/2025-10-17.json",
                json!([
                    { "ts": "1760691600.000100", "user": "U2", "text": "I did",
                      "thread_ts": "1760605200.000100" },
                    { "ts": "1760691700.000100", "user": "U1", "text": "How did it go?",
                      "thread_ts": "1760605200.000100", "subtype": "thread_broadcast" },
                ]),
            ),
            // The same broadcast, as it also stands among the messages of the channel.
            (
                "general/2025-10-18.json",
                json!([
                    { "ts": "1760691700.000100", "user": "U1", "text": "How did it go?",
                      "thread_ts": "1760605200.000100", "subtype": "thread_broadcast" },
                ]),
            ),
        ],
    );

    let sheet = import(&stage, &zip).await.expect("an import");

    assert_eq!(
        transcript(&stage, "old-workspace").await,
        [
            "general / Who tried the question?",
            "  Amara Okafor: Who tried the question?",
            "  Kofi Mensah: I did",
            "  Amara Okafor: How did it go?",
            "general / Lunch?",
            "  Kofi Mensah: Lunch?",
        ]
    );
    assert_eq!(counts(&sheet)["messages"], (5, 4, 0, 1));
    assert_eq!(
        reason(&sheet, "messages", "C1/1760691700.000100"),
        "the same message stands in the export twice"
    );
}

#[tokio::test]
async fn slack_markup_becomes_markdown_that_can_be_edited() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let says = |ts: u32, text: &str| json!({ "ts": format!("{ts}.0"), "user": "U1", "text": text });
    let zip = export(
        &folder,
        &[(
            "general/2025-10-16.json",
            json!([
                says(1, "*bold* _soft_ ~gone~ `a &lt; b` 2*3*4"),
                says(
                    2,
                    "<@U2> see <https://example.org/a_b|the page> &amp; <#C2|old-plans>"
                ),
                says(3, "first\nsecond\n&gt; quoted\n• one\n• two"),
                says(4, "```if a &lt; b {}```"),
                says(5, "# no heading"),
                says(6, "<!here> &lt;b&gt; :wave::skin-tone-3:"),
            ]),
        )],
    );

    import(&stage, &zip).await.expect("an import");

    let mut bodies = Vec::new();
    for thread in threads_of(&stage, "old-workspace").await {
        bodies.push(posts_of(&stage, &thread).await.remove(0).post);
    }
    let words: Vec<&str> = bodies.iter().map(|post| post.body.as_str()).collect();
    assert_eq!(
        words,
        [
            "**bold** _soft_ ~~gone~~ `a < b` 2\\*3\\*4",
            "@kofi-mensah see [the page](<https://example.org/a_b>) & #old-plans",
            "first  \nsecond\n\n> quoted\n\n- one\n- two",
            "```\nif a < b {}\n```",
            "\\# no heading",
            "@here \\<b> :wave:",
        ]
    );
    assert!(
        bodies[1]
            .html
            .contains("class=\"mention\" href=\"/go/person_"),
        "{}",
        bodies[1].html
    );
}

#[tokio::test]
async fn reactions_with_a_meaning_come_in_and_the_others_are_counted() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let reactions = json!([
        { "name": "+1::skin-tone-2", "users": ["U1", "U2"], "count": 2 },
        { "name": "bulb", "users": ["U2"], "count": 1 },
        { "name": "heart", "users": ["U1"], "count": 1 },
        { "name": "taco", "users": ["U1"], "count": 1 },
        { "name": "thumbsup", "users": [], "count": 3 },
    ]);
    let message = json!({ "ts": "1.0", "user": "U2", "text": "It worked", "reactions": reactions,
        "edited": { "user": "U2", "ts": "2.0" } });
    let zip = export(&folder, &[("general/2025-10-16.json", json!([message]))]);

    let sheet = import(&stage, &zip).await.expect("an import");

    let lines = transcript(&stage, "old-workspace").await;
    assert_eq!(
        lines[1],
        "  Kofi Mensah: It worked (5 helpful) (1 thanks) (edited)"
    );
    assert_eq!(counts(&sheet)["reactions"], (8, 6, 0, 2));
    assert_eq!(
        reason(&sheet, "reactions", "C1/1.0 :taco:"),
        "it has no meaning here"
    );
}

#[tokio::test]
async fn everybody_comes_in_known_by_address_or_to_be_claimed() {
    let stage = Stage::new().await;
    let amara = {
        let mut person = identity::NewPerson::named("Amara");
        person.email = Some("amara@example.org".to_owned());
        let create = identity::CreatePerson {
            person,
            password: None,
        };
        stage.does(create).await.expect("a person")
    };
    let folder = Folder::new();
    let guest = json!({ "ts": "1.0", "user": "W9", "text": "Hello from next door",
        "user_profile": { "real_name": "A Guest" } });
    let zip = export(&folder, &[("general/2025-10-16.json", json!([guest]))]);

    let sheet = import(&stage, &zip).await.expect("an import");

    assert_eq!(counts(&sheet)["users"], (4, 3, 0, 1));
    assert_eq!(reason(&sheet, "users", "B1"), "it is a bot");
    assert_eq!(counts(&sheet)["authors not in users.json"], (1, 1, 0, 0));
    assert_eq!(
        transcript(&stage, "old-workspace").await[1],
        "  A Guest: Hello from next door"
    );
    let conn = stage.db().read();
    assert_eq!(
        communities::memberships_of(&conn, amara.id)
            .await
            .expect("a read")
            .len(),
        1
    );
    let tomas = identity::person_by_handle(&conn, "tomas-herrera")
        .await
        .expect("a read");
    let tomas = tomas.expect("a placeholder");
    assert_eq!(
        (tomas.email, tomas.placeholder_of.as_deref()),
        (None, Some("slack"))
    );
}

#[tokio::test]
async fn bots_comings_and_goings_and_private_talk_stay_behind_with_a_reason() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let zip = export(
        &folder,
        &[
            (
                "general/2025-10-16.json",
                json!([
                    { "ts": "1.0", "user": "U1", "subtype": "channel_join", "text": "joined" },
                    { "ts": "2.0", "bot_id": "B1", "subtype": "bot_message", "text": "beep" },
                    { "ts": "3.0", "user": "U1", "text": "", "files": [
                        { "name": "plan.pdf", "permalink": "https://example.org/plan" } ] },
                    { "text": "no time" },
                    { "ts": "5.0", "user": "U1", "text": " " },
                ]),
            ),
            (
                "salaries/2025-10-16.json",
                json!([{ "ts": "6.0", "user": "U1", "text": "secret" }]),
            ),
        ],
    );

    let sheet = import(&stage, &zip).await.expect("an import");

    let lines = transcript(&stage, "old-workspace").await;
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(lines[0], "general / plan.pdf");
    assert!(
        lines[1].ends_with("- [plan.pdf](<https://example.org/plan>)"),
        "{}",
        lines[1]
    );
    assert_eq!(counts(&sheet)["messages"], (6, 1, 0, 5));
    assert!(reason(&sheet, "messages", "salaries/6.0").contains("private conversation"));
    assert_eq!(reason(&sheet, "messages", "C1/2.0"), "a bot wrote it");
    assert_eq!(reason(&sheet, "messages", "C1/5.0"), "it has no text");
}

#[tokio::test]
async fn one_broken_day_costs_that_day() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let fine = bytes(json!([{ "ts": "9.0", "user": "U1", "text": "still here" }]));
    let zip = folder.zip(&[
        ("export/users.json", users()),
        ("export/channels.json", channels_json()),
        ("export/general/2025-10-16.json", b"[{ \"ts\": ".to_vec()),
        ("export/general/2025-10-17.json", fine),
    ]);

    let sheet = import(&stage, &zip).await.expect("an import");

    assert_eq!(
        transcript(&stage, "old-workspace").await[1],
        "  Amara Okafor: still here"
    );
    assert_eq!(counts(&sheet)["day files"], (2, 1, 0, 1));
}

#[tokio::test]
async fn the_second_time_nothing_comes_in() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let message = json!({ "ts": "1.0", "user": "U1", "text": "once" });
    let zip = export(&folder, &[("general/2025-10-16.json", json!([message]))]);
    import(&stage, &zip).await.expect("an import");
    let before = transcript(&stage, "old-workspace").await;

    let sheet = import(&stage, &zip).await.expect("an import");

    assert_eq!(transcript(&stage, "old-workspace").await, before);
    let counts = counts(&sheet);
    assert_eq!(counts["messages"], (1, 0, 1, 0));
    assert_eq!(counts["users"], (4, 0, 3, 1));
    assert_eq!(counts["channels"], (2, 0, 2, 0));
}

#[tokio::test]
async fn what_is_no_export_is_refused_in_words() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let refused = async |zip: &Path| {
        let refusal = import(&stage, zip).await.expect_err("a refusal");
        refusal.to_string()
    };

    let text = folder.file("export.txt", "hello");
    assert!(refused(&text).await.contains("is no zip archive"));
    let nothing = folder.path().join("missing.zip");
    assert!(refused(&nothing).await.contains("cannot be read"));
    let zip = folder.zip(&[("channels.json", channels_json())]);
    assert_eq!(refused(&zip).await, "there is no users.json in this zip");
    let zip = folder.zip(&[("users.json", users())]);
    assert_eq!(refused(&zip).await, "there is no channels.json in this zip");
    let zip = folder.zip(&[("users.json", users()), ("../../etc/passwd", Vec::new())]);
    assert!(refused(&zip).await.contains("point outside the archive"));
    let bomb = vec![b' '; 8 * 1024 * 1024];
    let zip = folder.zip(&[("users.json", bomb), ("channels.json", channels_json())]);
    assert!(refused(&zip).await.contains("unpacks to far more"));
}

#[tokio::test]
async fn a_channel_that_was_opened_again_here_stays_open() {
    let stage = Stage::new().await;
    let folder = Folder::new();
    let zip = export(&folder, &[("general/2025-10-16.json", json!([]))]);
    import(&stage, &zip).await.expect("an import");
    let community = community_by_slug(&stage.db().read(), "old-workspace").await;
    let community = community.expect("an answer").expect("a community").id;
    let channel = async |slug| {
        let channel = channel_by_slug(&stage.db().read(), Actor::System, community, slug).await;
        channel.expect("an answer").expect("a channel")
    };
    let was_archived = channel("old-plans").await.archived_at.is_some();
    let reopen = ArchiveChannel {
        channel: channel("old-plans").await.id,
        archived: false,
    };
    stage.does(reopen).await.expect("an open channel");

    import(&stage, &zip).await.expect("another run");

    assert!(was_archived);
    assert_eq!(channel("general").await.archived_at, None);
    assert_eq!(channel("old-plans").await.archived_at, None);
}
