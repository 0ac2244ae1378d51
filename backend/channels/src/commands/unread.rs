//! Files that nobody read when they came, as there was nobody yet who could.
use crate::jobs::ReadFiles;
use crate::policy::Tidy;
use crate::{FileRead, Spot, Unreadable, store};
use async_trait::async_trait;
use kernel::{Actor, Command, FileId, Organisation, PostId, Result, Tx, is_awaited, permit};

/// Has files of these types be read that nobody read, unless that is under way.
pub(crate) struct BeginReading {
    pub types: Vec<&'static str>,
}

#[async_trait]
impl Command for BeginReading {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        permit::<Tidy, _>(actor, Organisation)?;
        let unread = store::unread_files(&tx.conn(), &self.types, 1).await?;
        if unread.is_empty() || is_awaited::<ReadFiles>(&tx.conn()).await? {
            return Ok(());
        }
        tx.enqueue(&ReadFiles {}).await
    }
}

/// Keeps what was read, and goes on to the next handful.
pub(crate) struct KeepRead {
    pub types: Vec<&'static str>,
    pub read: Vec<(FileId, Result<String, Unreadable>)>,
}

#[async_trait]
impl Command for KeepRead {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let leave = permit::<Tidy, _>(actor, Organisation)?;
        let ids: Vec<FileId> = self.read.iter().map(|(id, _)| *id).collect();
        let files = store::files_by_ids(&tx.conn(), &ids).await?;
        let mut posts: Vec<PostId> = Vec::new();
        for (id, said) in &self.read {
            // What was cleared away meanwhile is read for nobody.
            let Some(file) = files.iter().find(|file| file.id == *id) else {
                continue;
            };
            match said {
                Ok(text) => {
                    store::keep_file_text(tx, &leave, (*id, text)).await?;
                    posts.extend(file.post_id);
                }
                Err(why) => store::set_unreadable(tx, &leave, (*id, *why)).await?,
            }
        }
        for (post, _) in store::posts_as_they_stand(&tx.conn(), &posts).await? {
            let (spot, post) = (Spot::of(&post), post.id);
            tx.emit(actor, &FileRead { spot, post }).await?;
        }
        match store::unread_files(&tx.conn(), &self.types, 1)
            .await?
            .is_empty()
        {
            true => Ok(()),
            false => tx.enqueue(&ReadFiles {}).await,
        }
    }
}
