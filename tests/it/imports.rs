//! Archives come in: every record is accounted for, and nothing comes in twice.
mod archive;
mod arrivals;
mod inviting;
mod roster;
mod rosters;
mod sheet;
mod slack;
mod stackexchange;

use channels::{PostSeen, ThreadFilter, ThreadSeen, ThreadsIn};
use imports::Sheet;
use kernel::{Actor, First};
use std::collections::HashMap;
use std::sync::Arc;
use tests::Stage;

/// Everything that is said in a community, in a form that can be read: threads as they were begun,
/// a line for each post.
async fn transcript(stage: &Stage, community: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for thread in threads_of(stage, community).await {
        let record = &thread.thread;
        let mut head = format!("{} / {}", thread.channel.name, record.title);
        if !record.tag_words().is_empty() {
            head.push_str(&format!(" [{}]", record.tag_words().join(", ")));
        }
        if record.locked_at.is_some() {
            head.push_str(" (locked)");
        }
        lines.push(head);
        for post in posts_of(stage, &thread).await {
            lines.push(line_of(stage, &post).await);
        }
    }
    lines
}

async fn threads_of(stage: &Stage, community: &str) -> Vec<ThreadSeen> {
    let conn = stage.db().read();
    let community = communities::community_by_slug(&conn, community)
        .await
        .expect("a read");
    let place = ThreadsIn::Community(community.expect("the community").id);
    let page = (First::parse(100).expect("a hundred"), None);
    let found = channels::threads_in(&conn, Actor::System, (place, ThreadFilter::All), page).await;
    let mut threads: Vec<_> = found
        .expect("threads")
        .items
        .into_iter()
        .map(|(_, one)| one)
        .collect();
    threads.sort_by_key(|one| one.thread.id);
    threads
}

async fn posts_of(stage: &Stage, thread: &ThreadSeen) -> Vec<PostSeen> {
    let page = (First::parse(100).expect("a hundred"), None);
    let thread = Arc::new(thread.clone());
    let conn = stage.db().read();
    let found = channels::posts_of_thread(&conn, Actor::System, &thread, page).await;
    found
        .expect("posts")
        .items
        .into_iter()
        .map(|(_, one)| one)
        .collect()
}

async fn line_of(stage: &Stage, seen: &PostSeen) -> String {
    let post = &seen.post;
    let author = identity::person_by_id(&stage.db().read(), post.author_id.addressee())
        .await
        .expect("a read");
    let depth = if post.parent_id.is_some() {
        "  > "
    } else {
        "  "
    };
    let mut line = format!("{depth}{}: {}", author.expect("an author").name, post.body);
    for (count, word) in [(post.helpful, "helpful"), (post.thank_you, "thanks")] {
        if count > 0 {
            line.push_str(&format!(" ({count} {word})"));
        }
    }
    if seen.thread.thread.accepted_post_id == Some(post.id) {
        line.push_str(" (accepted)");
    }
    if post.edited_at.is_some() {
        line.push_str(" (edited)");
    }
    line
}

/// The counts of a sheet by kind: source, imported, already, dropped.
fn counts(sheet: &Sheet) -> HashMap<&str, (u64, u64, u64, u64)> {
    assert!(sheet.adds_up(), "{sheet}");
    sheet
        .lines
        .iter()
        .map(|line| {
            let counts = (
                line.source,
                line.imported,
                line.already,
                line.dropped_count(),
            );
            (line.kind.as_str(), counts)
        })
        .collect()
}

/// Why this record was dropped.
fn reason<'a>(sheet: &'a Sheet, kind: &str, record: &str) -> &'a str {
    let line = sheet
        .lines
        .iter()
        .find(|line| line.kind == kind)
        .expect("a line of this kind");
    let dropped = line
        .dropped
        .iter()
        .find(|dropped| dropped.records.iter().any(|one| one == record));
    &dropped
        .unwrap_or_else(|| panic!("{record} was not dropped:\n{sheet}"))
        .reason
}
