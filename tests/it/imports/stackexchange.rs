use super::archive::Folder;
use super::{counts, posts_of, reason, threads_of, transcript};
use imports::{Sheet, Unheard, import_stackexchange};
use kernel::{Actor, First, Result};
use std::sync::Arc;
use tests::Stage;

async fn import(stage: &Stage, dump: &Folder) -> Result<Sheet> {
    import_stackexchange(stage.db(), "Old site", &dump.path(), Arc::new(Unheard)).await
}

const QUESTION: &str = "Id=\"1\" PostTypeId=\"1\" AcceptedAnswerId=\"3\" OwnerUserId=\"10\" Score=\"4\" \
    CreationDate=\"2018-02-06T20:00:00.000\" Title=\"Do we answer in haiku?\" \
    Tags=\"&lt;form&gt;&lt;on-topic&gt;\" Body=\"&lt;p&gt;Is it &lt;strong&gt;allowed&lt;/strong&gt;?&lt;/p&gt;\"";
const ANSWER: &str = "Id=\"2\" PostTypeId=\"2\" ParentId=\"1\" OwnerUserId=\"11\" Score=\"1\" \
    CreationDate=\"2018-02-06T21:00:00.000\" Body=\"&lt;p&gt;No.&lt;/p&gt;\"";
const ACCEPTED: &str = "Id=\"3\" PostTypeId=\"2\" ParentId=\"1\" OwnerDisplayName=\"a poet\" Score=\"7\" \
    CreationDate=\"2018-02-06T22:00:00.000\" Body=\"&lt;p&gt;Yes:&lt;/p&gt;&#xA;&lt;pre&gt;&lt;code&gt;old pond&lt;/code&gt;&lt;/pre&gt;\"";

#[tokio::test]
async fn a_question_comes_in_with_all_that_belongs_to_it() {
    let stage = Stage::new().await;
    let dump = Folder::new();
    dump.table("Posts.xml", "posts", &[QUESTION, ANSWER, ACCEPTED]);
    dump.table(
        "Users.xml",
        "users",
        &[
            "Id=\"10\" DisplayName=\"Basho\"",
            "Id=\"11\" DisplayName=\"Kofi\"",
        ],
    );
    dump.table(
        "Comments.xml",
        "comments",
        &["Id=\"5\" PostId=\"2\" Text=\"Why *not*?\" Score=\"2\" UserId=\"10\" CreationDate=\"2018-02-07T08:00:00.000\""],
    );
    dump.table(
        "Votes.xml",
        "votes",
        &[
            "Id=\"1\" PostId=\"1\" VoteTypeId=\"2\"",
            "Id=\"2\" PostId=\"1\" VoteTypeId=\"2\"",
            "Id=\"3\" PostId=\"2\" VoteTypeId=\"3\"",
        ],
    );

    let sheet = import(&stage, &dump).await.expect("an import");

    assert_eq!(
        transcript(&stage, "old-site").await,
        [
            "Questions / Do we answer in haiku? [form, on-topic]",
            "  Basho: Is it **allowed**? (2 helpful)",
            "  Kofi: No.",
            "  > Basho: Why *not*? (2 helpful)",
            "  a poet: Yes:\n\n```\nold pond\n``` (accepted)",
        ]
    );
    assert_eq!(counts(&sheet)["votes"], (3, 2, 0, 1));
    assert_eq!(
        reason(&sheet, "votes", "3"),
        "there are no votes against here"
    );
}

#[tokio::test]
async fn the_second_time_everything_is_there_already() {
    let stage = Stage::new().await;
    let dump = Folder::new();
    dump.table("Posts.xml", "posts", &[QUESTION, ANSWER, ACCEPTED]);
    import(&stage, &dump).await.expect("an import");
    let before = transcript(&stage, "old-site").await;

    let again = import(&stage, &dump).await.expect("an import");

    assert_eq!(transcript(&stage, "old-site").await, before);
    let counts = counts(&again);
    assert_eq!(counts["questions"], (1, 0, 1, 0));
    assert_eq!(counts["answers"], (2, 0, 2, 0));
    assert_eq!(counts["accepted answers"], (1, 0, 1, 0));
}

#[tokio::test]
async fn what_was_written_since_the_first_import_is_named_and_not_lost_silently() {
    let stage = Stage::new().await;
    let dump = Folder::new();
    dump.table("Posts.xml", "posts", &[QUESTION, ANSWER]);
    import(&stage, &dump).await.expect("an import");

    dump.table("Posts.xml", "posts", &[QUESTION, ANSWER, ACCEPTED]);
    let later = import(&stage, &dump).await.expect("an import");

    assert_eq!(counts(&later)["answers"], (2, 0, 1, 1));
    assert!(reason(&later, "answers", "3").contains("an earlier run"));
}

#[tokio::test]
async fn an_edit_history_becomes_the_revisions_of_the_post() {
    let stage = Stage::new().await;
    let dump = Folder::new();
    dump.table("Posts.xml", "posts", &[QUESTION]);
    let version = |id: u8, kind: u8, user: u8, hour: u8, text: &str| {
        format!(
            "Id=\"{id}\" PostId=\"1\" PostHistoryTypeId=\"{kind}\" UserId=\"{user}\" \
             CreationDate=\"2018-02-06T{hour}:00:00.000\" Text=\"{text}\""
        )
    };
    let versions = [
        version(1, 2, 10, 20, "Is it?"),
        version(2, 5, 11, 21, "Is it **allowed**?"),
    ];
    let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
    dump.table("PostHistory.xml", "posthistory", &versions);

    import(&stage, &dump).await.expect("an import");

    let thread = threads_of(&stage, "old-site").await.remove(0);
    let post = posts_of(&stage, &thread).await.remove(0);
    let page = (First::parse(10).expect("ten"), None);
    let revisions = channels::revisions_of(&stage.db().read(), &post, page).await;
    let revisions = revisions.expect("revisions").items;
    assert_eq!(revisions.len(), 1);
    assert_eq!(revisions[0].1.0.body, "Is it?");
    assert_eq!(post.post.revision, 2);
    assert_eq!(post.post.edited_at, Some(revisions[0].1.0.edited_at));
}

#[tokio::test]
async fn a_duplicate_points_to_the_question_that_was_there_first() {
    let stage = Stage::new().await;
    let dump = Folder::new();
    let twin = "Id=\"9\" PostTypeId=\"1\" OwnerUserId=\"12\" CreationDate=\"2018-03-01T10:00:00.000\" \
        ClosedDate=\"2018-03-02T10:00:00.000\" Title=\"Haiku?\" Body=\"&lt;p&gt;Well?&lt;/p&gt;\"";
    // The twin stands first in the file: its elder is not written yet when it comes.
    dump.table("Posts.xml", "posts", &[twin, QUESTION]);
    let link = "Id=\"1\" PostId=\"9\" RelatedPostId=\"1\" LinkTypeId=\"3\"";
    dump.table("PostLinks.xml", "postlinks", &[link]);

    let sheet = import(&stage, &dump).await.expect("an import");

    let threads = threads_of(&stage, "old-site").await;
    let [elder, twin] = threads.as_slice() else {
        panic!("two threads");
    };
    assert_eq!(twin.thread.duplicate_of, Some(elder.thread.id));
    assert!(twin.thread.locked_at.is_some());
    assert_eq!(counts(&sheet)["post links"], (1, 1, 0, 0));
}

#[tokio::test]
async fn a_broken_row_is_dropped_alone() {
    let stage = Stage::new().await;
    let dump = Folder::new();
    let unclosed = "Id=\"4\" PostTypeId=\"2\" ParentId=\"1\" Body=\"no end";
    let orphan = "Id=\"6\" PostTypeId=\"2\" ParentId=\"77\" CreationDate=\"2018-02-06T21:00:00.000\" Body=\"alone\"";
    let empty = "Id=\"7\" PostTypeId=\"2\" ParentId=\"1\" CreationDate=\"2018-02-06T21:00:00.000\" Body=\" \"";
    let wiki = "Id=\"8\" PostTypeId=\"5\" CreationDate=\"2018-02-06T21:00:00.000\" Body=\"a tag\"";
    let rows = [QUESTION, unclosed, ANSWER, orphan, empty, wiki];
    dump.table("Posts.xml", "posts", &rows);

    let sheet = import(&stage, &dump).await.expect("an import");

    let lines = transcript(&stage, "old-site").await;
    assert_eq!(lines[2], "  user11: No. (1 helpful)");
    assert_eq!(lines.len(), 3);
    let counts = counts(&sheet);
    assert_eq!(counts["answers"], (3, 1, 0, 2));
    assert_eq!(counts["other posts"], (2, 0, 0, 2));
    assert_eq!(
        reason(&sheet, "answers", "6"),
        "its question is not in the dump"
    );
    assert_eq!(
        reason(&sheet, "other posts", "8"),
        "the long description of a tag"
    );
    assert_eq!(
        reason(&sheet, "accepted answers", "3"),
        "the answer is not brought in"
    );
}

#[tokio::test]
async fn html_that_nests_without_end_comes_in_as_its_words() {
    let stage = Stage::new().await;
    let dump = Folder::new();
    let deep = "&lt;div&gt;".repeat(5_000);
    let question = QUESTION.replace("&lt;p&gt;Is it", &format!("{deep}&lt;p&gt;Is it"));
    dump.table("Posts.xml", "posts", &[&question]);

    import(&stage, &dump).await.expect("an import");

    assert_eq!(
        transcript(&stage, "old-site").await[1],
        "  user10: Is it allowed? (4 helpful)"
    );
}

#[tokio::test]
async fn people_stand_ready_to_be_claimed() {
    let stage = Stage::new().await;
    let dump = Folder::new();
    dump.table("Posts.xml", "posts", &[QUESTION, ANSWER, ACCEPTED]);

    import(&stage, &dump).await.expect("an import");

    let conn = stage.db().read();
    let poet = identity::person_by_handle(&conn, "a-poet")
        .await
        .expect("a read");
    let poet = poet.expect("the poet");
    assert_eq!(poet.placeholder_of.as_deref(), Some("stackexchange"));
    let community = threads_of(&stage, "old-site").await[0].thread.community_id;
    let is_member = communities::is_member(&conn, Actor::Person(poet.id), community);
    assert!(is_member.await.expect("a read"));
}

#[tokio::test]
async fn a_folder_that_is_no_dump_is_refused_in_words() {
    let stage = Stage::new().await;
    let empty = Folder::new();
    let refusal = import(&stage, &empty).await.expect_err("a refusal");
    assert!(
        refusal.to_string().starts_with("there is no Posts.xml in"),
        "{refusal}"
    );

    let other = Folder::new();
    other.file("Posts.xml", "<html><body>Not found</body></html>");
    let refusal = import(&stage, &other).await.expect_err("a refusal");
    assert_eq!(
        refusal.to_string(),
        "this is no data dump: there is no <posts> in its file"
    );
}
