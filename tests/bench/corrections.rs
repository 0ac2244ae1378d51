//! What it costs to correct something that 10,000 people read, and to hold a post against 1,000 patterns:
//! `corrections`. Prints a `Report` as JSON.
mod crowd;

use channels::MarkRead;
use communities::Role;
use crowd::{Fallible, follow, learners, ms, until_noticed, while_others_ask};
use futures_util::future::try_join_all;
use kernel::{Actor, First, ThreadId};
use misconceptions::{
    AgreeToCorrection, ConfirmMisconception, DraftCorrection, KeepPassages, Passage, Patterns,
    PublishCorrection, Severity, SuspectMisconception, do_what_is_due,
};
use notifications::NotifyReaders;
use serde::Serialize;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;
use tests::{Person, Stage};

const READERS: usize = 10_000;
const PATTERNS: usize = 1_000;
const WRONG: &str = "keep the storming phase as short as you can";

#[derive(Serialize)]
struct Report {
    readers: usize,
    /// The change that publishes it, with the ledger of who read it.
    publish_ms: f64,
    /// From the publication to the last notice.
    last_notice_ms: f64,
    /// The slowest page and the slowest reply of others meanwhile.
    slowest_page_ms: f64,
    slowest_reply_ms: f64,
    asked_meanwhile: usize,
    patterns: usize,
    /// Comparing one post of 60 words with all patterns.
    watch_ms_per_post: f64,
}

#[tokio::main]
async fn main() -> Fallible<()> {
    let mut report = corrected().await?;
    report.watch_ms_per_post = watched();
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}

async fn corrected() -> Fallible<Report> {
    let stage = Stage::new().await;
    let amara = stage.person("Amara").await;
    let jonas = stage.person("Jonas").await;
    let members = [(&amara, Role::Facilitator), (&jonas, Role::Moderator)];
    let (community, lobby) = stage.cohort_of(&members).await;
    let author = stage.person("Ben").await;
    stage.joins(&author, &community, Role::Learner).await;
    let thread = author
        .begins(&lobby, "Storming", &format!("I say: {WRONG}, or else."))
        .await;
    let id: ThreadId = thread["id"].as_str().unwrap_or_default().parse()?;
    let everybody = learners(&stage, community.id, READERS).await?;
    for some in everybody.chunks(200) {
        let reading = some.iter().map(|actor| {
            let read = MarkRead {
                thread: id,
                through: 1,
            };
            stage.db().write(*actor, read)
        });
        try_join_all(reading).await?;
    }
    stage.settle().await;
    let misconception = drafted((&jonas, &amara), &thread).await?;

    let began = Instant::now();
    jonas.does(PublishCorrection { misconception }).await?;
    let publish_ms = ms(began);
    let meanwhile = while_others_ask((&amara, &thread), all_hear(&stage)).await?;
    let last_notice_ms = ms(began);
    let last = everybody.last().copied().unwrap_or(Actor::System);
    let conn = stage.db().read();
    let notices = notifications::notices_page(&conn, last, (First::parse(5)?, None)).await?;
    assert_eq!(notices.items.len(), 1, "the last of them was told");
    Ok(Report {
        readers: READERS,
        publish_ms,
        last_notice_ms,
        slowest_page_ms: meanwhile.slowest_page_ms,
        slowest_reply_ms: meanwhile.slowest_reply_ms,
        asked_meanwhile: meanwhile.asked,
        patterns: PATTERNS,
        watch_ms_per_post: 0.0,
    })
}

/// All are told, and each follower of what is told hears of it, as in the server.
async fn all_hear(stage: &Stage) -> Fallible<()> {
    tokio::select! {
        told = until_noticed((stage, READERS), || do_what_is_due(stage.db())) => told,
        failed = follow(stage, Arc::new(KeepPassages)) => failed,
        failed = follow(stage, Arc::new(NotifyReaders)) => failed,
    }
}

async fn drafted(
    (jonas, amara): (&Person<'_>, &Person<'_>),
    thread: &serde_json::Value,
) -> Fallible<kernel::MisconceptionId> {
    let post = thread["opening"]["id"].as_str().unwrap_or_default();
    let suspect = SuspectMisconception {
        post: post.parse()?,
        passage: Passage {
            quote: WRONG.to_owned(),
            ..Passage::default()
        },
        claim: "A good leader keeps the storming phase short".to_owned(),
        community: None,
        objective: None,
        severity: Severity::Safety,
    };
    let misconception = jonas.does(suspect).await?.id;
    jonas.does(ConfirmMisconception { misconception }).await?;
    let draft = DraftCorrection {
        misconception,
        claim: "A good leader keeps the storming phase short".to_owned(),
        misses: "A team that never storms has not begun to disagree.".to_owned(),
        holds: "Stay in it, and make disagreeing safe.".to_owned(),
        sources: Vec::new(),
        severity: Severity::Safety,
        objective: None,
        owner: None,
        version: None,
    };
    jonas.does(draft).await?;
    amara.does(AgreeToCorrection { misconception }).await?;
    Ok(misconception)
}

/// The time it takes to compare a post with every pattern.
fn watched() -> f64 {
    const POSTS: usize = 200;
    let words = [
        "team",
        "storm",
        "phase",
        "leader",
        "press",
        "stop",
        "line",
        "customer",
        "price",
        "loss",
        "silence",
        "objection",
        "session",
        "change",
        "safety",
        "glove",
        "machine",
        "shift",
        "handover",
        "question",
        "answer",
        "morning",
        "report",
        "signal",
        "agree",
        "quiet",
    ];
    let mut state = 7_usize;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        words[(state >> 33) % words.len()]
    };
    let mut said = |count: usize| {
        let said: Vec<&str> = (0..count).map(|_| next()).collect();
        said.join(" ")
    };
    let claims: Vec<String> = (0..PATTERNS).map(|_| said(12)).collect();
    let patterns = Patterns::of(claims.iter().map(String::as_str).enumerate());
    let posts: Vec<String> = (0..POSTS)
        .map(|_| format!("{}. {}. {}. {}.", said(15), said(15), said(15), said(15)))
        .collect();
    let began = Instant::now();
    for post in &posts {
        black_box(patterns.resembled_by(post));
    }
    ms(began) / POSTS as f64
}
