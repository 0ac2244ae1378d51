use super::writer;
use crate::{Draft, DraftChanged, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{
    Actor, BODY_BYTES_MAX, ChannelId, Command, Error, Id, PostId, Result, ThreadId, Tx,
    optional_line,
};

const DRAFT_TITLE_CHARS_MAX: usize = 150;

/// Keeps what is being written. A draft belongs to one place, and never becomes another's.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SaveDraftInput")]
pub struct SaveDraft {
    /// `reply:THREAD`, `reply:THREAD:POST`, `edit:POST` or `new:CHANNEL`, with ids.
    pub key: String,
    /// The title being written, where there is one.
    pub title: Option<String>,
    /// What is written so far; at most 64 KB. Nothing is changed in it.
    pub body: String,
    /// The version this continues, 0 for the first. If another device saved meanwhile, the answer is
    /// CONFLICT and carries that text.
    pub version: i32,
}

#[async_trait]
impl Command for SaveDraft {
    type Done = Draft;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Draft> {
        parse_key(&self.key)?;
        let title = optional_line(
            "title",
            self.title.as_deref().unwrap_or(""),
            DRAFT_TITLE_CHARS_MAX,
        )?;
        if self.body.len() > BODY_BYTES_MAX {
            let message = format!("a draft holds {} KB at most", BODY_BYTES_MAX / 1024);
            return Err(Error::invalid("body", message).hint("it stays on this device"));
        }
        if self.body.contains('\0') {
            return Err(Error::invalid(
                "body",
                "there is a NUL character in this text",
            ));
        }
        let person_id = writer(actor)?;
        let known = store::draft_of(&tx.conn(), person_id, &self.key).await?;
        let stands = known.as_ref().map_or(0, |draft| draft.version);
        if stands != self.version {
            let current = known.map(|draft| {
                serde_json::json!({
                    "title": draft.title, "body": draft.body, "version": draft.version,
                })
            });
            return Err(Error::Conflict {
                message: "this draft was changed on another device; both texts are kept".into(),
                current,
            });
        }
        let row = Draft {
            id: known.as_ref().map_or_else(|| tx.id(), |draft| draft.id),
            person_id,
            key: self.key.clone(),
            title,
            body: self.body.clone(),
            version: stands + 1,
            updated_at: tx.now(),
        };
        let draft = store::upsert_draft(tx, known, row).await?;
        tell(tx, actor, &draft).await?;
        Ok(draft)
    }
}

/// Throws a draft away; what it held is returned, so that it can be brought back.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DiscardDraftInput")]
pub struct DiscardDraft {
    pub key: String,
}

#[async_trait]
impl Command for DiscardDraft {
    type Done = Draft;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Draft> {
        let person = writer(actor)?;
        let draft = store::draft_of(&tx.conn(), person, &self.key).await?;
        let draft = draft.ok_or(Error::NotFound("draft"))?;
        store::delete_draft(tx, &draft).await?;
        tell(tx, actor, &draft).await?;
        Ok(draft)
    }
}

async fn tell(tx: &Tx, actor: Actor, draft: &Draft) -> Result<()> {
    let fact = DraftChanged {
        person: draft.person_id,
        key: draft.key.clone(),
    };
    tx.emit(actor, &fact).await
}

/// # Errors
/// `Invalid` on `key` when it names no place to write.
fn parse_key(key: &str) -> Result<()> {
    let parts: Vec<&str> = key.split(':').collect();
    let fits = match parts.as_slice() {
        ["reply", thread] => <ThreadId as Id>::parse(thread).is_ok(),
        ["reply", thread, post] => {
            <ThreadId as Id>::parse(thread).is_ok() && <PostId as Id>::parse(post).is_ok()
        }
        ["edit", post] => <PostId as Id>::parse(post).is_ok(),
        ["new", channel] => <ChannelId as Id>::parse(channel).is_ok(),
        _ => false,
    };
    if fits {
        return Ok(());
    }
    Err(Error::invalid("key", "a draft belongs to a place to write")
        .hint("reply:THREAD, reply:THREAD:POST, edit:POST or new:CHANNEL"))
}
