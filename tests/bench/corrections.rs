//! What it costs to correct something that 10,000 people read, and to hold a post against 1,000 patterns:
//! `corrections`. Prints a `Report` as JSON.
use async_trait::async_trait;
use channels::MarkRead;
use communities::{NewMember, Provenance, Role};
use futures_util::future::try_join_all;
use identity::{CreatePerson, NewPerson, Standing};
use kernel::{Actor, First, Follower, ThreadId};
use misconceptions::{
    AgreeToCorrection, ConfirmMisconception, DraftCorrection, KeepPassages, Passage, Patterns,
    PublishCorrection, Severity, SuspectMisconception, do_what_is_due,
};
use notifications::NotifyReaders;
use sea_orm::{ConnectionTrait, Statement};
use serde::Serialize;
use serde_json::json;
use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tests::{Person, Stage};

const READERS: usize = 10_000;
const PATTERNS: usize = 1_000;
/// The server leaves as much between two handfuls.
const BETWEEN_HANDFULS: Duration = Duration::from_millis(40);
/// And a follower as much between two batches.
const GATHER: Duration = Duration::from_millis(150);
const WRONG: &str = "keep the storming phase as short as you can";

type Fallible<T> = Result<T, Box<dyn Error + Send + Sync>>;

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

async fn readers(stage: &Stage, community: kernel::CommunityId) -> Fallible<Vec<Actor>> {
    let mut actors = Vec::with_capacity(READERS);
    for hundred in 0..READERS / 100 {
        let people = (0..100).map(|number| {
            let person = NewPerson {
                name: format!("Reader {hundred} {number}"),
                email: None,
                handle: Some(format!("reader-{hundred}-{number}")),
                zone: None,
                standing: Standing::Member,
            };
            stage.does(CreatePerson {
                person,
                password: None,
            })
        });
        let people = try_join_all(people).await?;
        let joining = people.iter().map(|person| NewMember {
            community,
            person: person.id,
            role: Role::Learner,
            provenance: Provenance::Demo,
        });
        stage.does(Admit(joining.collect())).await?;
        actors.extend(people.iter().map(identity::actor_of));
    }
    Ok(actors)
}

/// Takes in many at once.
struct Admit(Vec<NewMember>);

#[async_trait]
impl kernel::Command for Admit {
    type Done = ();

    async fn run(&self, tx: &kernel::Tx, actor: Actor) -> kernel::Result<()> {
        for joining in &self.0 {
            communities::admit(tx, actor, *joining).await?;
        }
        Ok(())
    }
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
    let everybody = readers(&stage, community.id).await?;
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
    let over = AtomicBool::new(false);
    let telling = async {
        let told = tell(&stage).await;
        over.store(true, Ordering::Relaxed);
        told
    };
    let (told, meanwhile) = tokio::join!(telling, others_ask(&amara, (&thread, &over)));
    told?;
    let last_notice_ms = ms(began);
    let (slowest_page_ms, slowest_reply_ms, asked_meanwhile) = meanwhile;
    let last = everybody.last().copied().unwrap_or(Actor::System);
    let conn = stage.db().read();
    let notices = notifications::notices_page(&conn, last, (First::parse(5)?, None)).await?;
    assert_eq!(notices.items.len(), 1, "the last of them was told");
    Ok(Report {
        readers: READERS,
        publish_ms,
        last_notice_ms,
        slowest_page_ms,
        slowest_reply_ms,
        asked_meanwhile,
        patterns: PATTERNS,
        watch_ms_per_post: 0.0,
    })
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

/// Tells everybody, as the server does: a handful, then a pause, while each follower hears of it. It is over
/// when everybody has a notice; what others write meanwhile is heard for as long as they write.
async fn tell(stage: &Stage) -> Fallible<()> {
    let telling = async {
        while notices(stage).await? < READERS {
            do_what_is_due(stage.db()).await?;
            tokio::time::sleep(BETWEEN_HANDFULS).await;
        }
        Ok(())
    };
    tokio::select! {
        told = telling => told,
        failed = follow(stage, Arc::new(KeepPassages)) => failed,
        failed = follow(stage, Arc::new(NotifyReaders)) => failed,
    }
}

/// Hears whatever is told, and ends only when that fails.
async fn follow<F: Follower>(stage: &Stage, follower: Arc<F>) -> Fallible<()> {
    loop {
        stage.db().catch_up(&follower).await?;
        tokio::time::sleep(GATHER).await;
    }
}

async fn notices(stage: &Stage) -> Fallible<usize> {
    let db = stage.db();
    let count = Statement::from_string(db.backend(), "SELECT count(*) AS notices FROM notice");
    let row = db.read().query_one_raw(count).await?;
    let count: i64 = row.ok_or("no count")?.try_get("", "notices")?;
    Ok(usize::try_from(count)?)
}

const PAGE: &str = "query($id: ID!) { thread(id: $id) { title posts(first: 20) { edges { node {
    bodyHtml corrections { holds } } } } } }";

/// Others read and write meanwhile; returns the slowest page, the slowest reply, and how many were asked.
async fn others_ask(
    person: &Person<'_>,
    (thread, over): (&serde_json::Value, &AtomicBool),
) -> (f64, f64, usize) {
    let (mut page, mut reply, mut asked) = (0_f64, 0_f64, 0);
    while !over.load(Ordering::Relaxed) {
        let began = Instant::now();
        person.asks(PAGE, json!({ "id": thread["id"] })).await;
        page = page.max(ms(began));
        let began = Instant::now();
        person.posts(thread, "Meanwhile").await;
        reply = reply.max(ms(began));
        asked += 2;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    (page, reply, asked)
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
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
