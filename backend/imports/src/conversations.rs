//! Conversations on their way in: read and rendered on one thread, written on another.
use crate::origin::{Link, LinkKind, Origin};
use crate::{Progress, Sheet, store};
use async_trait::async_trait;
use channels::{BringInThreads, ThreadBroughtInHere};
use kernel::{Actor, Command, Db, Error, Result, Tx};
use std::sync::Arc;
use tokio::sync::mpsc;

/// A batch is written in one transaction when it holds so many posts …
const POSTS_MAX: usize = 400;
/// … or so many bytes of text. With two batches waiting this bounds the memory of an import.
const BYTES_MAX: usize = 2 * 1024 * 1024;
const WAITING_MAX: usize = 2;

const WRITTEN_LATER: &str = "an earlier run brought in its conversation, before this was written";

/// A conversation ready to be written.
pub(crate) struct Conversation {
    /// What the source calls it.
    pub key: String,
    pub thread: ThreadBroughtInHere,
    /// For each post of the thread, the records that it is made of.
    pub made_of: Vec<MadeOf>,
}

pub(crate) struct MadeOf {
    /// What the source calls the post.
    pub key: String,
    /// Kinds of record, and how many of each.
    pub records: Vec<(&'static str, u64)>,
}

/// Conversations to be written together, and what was dropped on the way to them.
#[derive(Default)]
pub(crate) struct Batch {
    conversations: Vec<Conversation>,
    posts: usize,
    bytes: usize,
    progress: u64,
    pub sheet: Sheet,
}

/// Hands batches to the writer as they fill up.
pub(crate) struct Gathering {
    batch: Batch,
    out: mpsc::Sender<Batch>,
}

impl Gathering {
    pub fn sheet(&mut self) -> &mut Sheet {
        &mut self.batch.sheet
    }

    /// So many units of the source are behind.
    pub fn advance(&mut self, by: u64) {
        self.batch.progress += by;
    }

    /// # Errors
    /// When the writer has given up; its own error tells why.
    pub fn push(&mut self, conversation: Conversation) -> Result<()> {
        let posts = &conversation.thread.posts;
        self.batch.posts += posts.len();
        self.batch.bytes += posts
            .iter()
            .map(|post| post.body.len() + post.html.len())
            .sum::<usize>();
        self.batch.conversations.push(conversation);
        if self.batch.posts >= POSTS_MAX || self.batch.bytes >= BYTES_MAX {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        let batch = std::mem::take(&mut self.batch);
        self.out
            .blocking_send(batch)
            .map_err(|_| Error::internal("nobody writes what an import reads"))
    }
}

/// Runs `read` beside the writing of what it gathers. Reading waits when writing falls behind.
pub(crate) async fn bring_in_conversations(
    db: &Db,
    origin: &Origin,
    (progress, sheet): (&dyn Progress, &mut Sheet),
    read: impl FnOnce(&mut Gathering) -> Result<()> + Send + 'static,
) -> Result<()> {
    let (out, mut batches) = mpsc::channel(WAITING_MAX);
    let reading = tokio::task::spawn_blocking(move || {
        let batch = Batch::default();
        let mut gathering = Gathering { batch, out };
        read(&mut gathering)?;
        gathering.flush()
    });
    let origin = Arc::new(origin.clone());
    let mut written = Ok(());
    while let Some(batch) = batches.recv().await {
        let done = batch.progress;
        written = write(db, &origin, batch, sheet).await;
        if written.is_err() {
            break;
        }
        progress.advance(done);
    }
    drop(batches); // a reader that is still at it stops with its next batch
    let read = reading.await.map_err(Error::internal)?;
    written.and(read)
}

async fn write(db: &Db, origin: &Arc<Origin>, batch: Batch, sheet: &mut Sheet) -> Result<()> {
    sheet.add(batch.sheet);
    let keys: Vec<String> = batch
        .conversations
        .iter()
        .map(|one| one.key.clone())
        .collect();
    let conn = db.read();
    let known = store::targets_of(&conn, origin, (LinkKind::Thread, &keys)).await?;
    let (before, new): (Vec<_>, Vec<_>) = batch
        .conversations
        .into_iter()
        .partition(|one| known.contains_key(&one.key));
    note_known(db, origin, &before, sheet).await?;
    if new.is_empty() {
        return Ok(());
    }
    let mut links = Vec::new();
    for one in &new {
        links.push(Link::new(LinkKind::Thread, &one.key, one.thread.id));
        for (post, made_of) in one.thread.posts.iter().zip(&one.made_of) {
            links.push(Link::new(LinkKind::Post, &made_of.key, post.id));
            for (kind, count) in &made_of.records {
                sheet.imported(kind, *count);
            }
        }
    }
    let threads = new.into_iter().map(|one| one.thread).collect();
    let bring_in = BringIn {
        origin: origin.clone(),
        threads: BringInThreads { threads },
        links,
    };
    db.write(Actor::System, bring_in).await
}

/// Conversations of an earlier run stay as they are; what was written in them since is dropped.
async fn note_known(
    db: &Db,
    origin: &Origin,
    before: &[Conversation],
    sheet: &mut Sheet,
) -> Result<()> {
    let posts = || before.iter().flat_map(|one| &one.made_of);
    let keys: Vec<String> = posts().map(|post| post.key.clone()).collect();
    let known = store::targets_of(&db.read(), origin, (LinkKind::Post, &keys)).await?;
    for post in posts() {
        for (kind, count) in &post.records {
            if known.contains_key(&post.key) {
                sheet.already(kind, *count);
            } else {
                sheet.dropped_many(kind, (&post.key, *count), WRITTEN_LATER);
            }
        }
    }
    Ok(())
}

/// Conversations and the note of where they came from: all of it or nothing.
struct BringIn {
    origin: Arc<Origin>,
    threads: BringInThreads,
    links: Vec<Link>,
}

#[async_trait]
impl Command for BringIn {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        self.threads.run(tx, actor).await?;
        store::insert_links(tx, &self.origin, &self.links).await
    }
}
