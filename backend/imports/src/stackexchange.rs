//! Question-and-answer sites in the Stack Exchange data-dump format: a folder with one XML file for
//! each table, of which only Posts.xml must be there.
//!
//! The folder is read twice: once to note what belongs together, once to bring it in, question by
//! question. Memory holds the notes (some 80 bytes for a row), the people, and the few hundred posts
//! on their way; never the bodies of the site.
mod author;
mod draft;
mod index;
mod people;
mod post;
mod questions;
mod rows;

use crate::conversations::bring_in_conversations;
use crate::landing::Landing;
use crate::people::People;
use crate::{Progress, Sheet};
use channels::{ChannelKind, CreateChannel};
use index::Index;
use kernel::{Actor, ChannelId, CommunityId, Db, Error, Result};
use questions::Questions;
use rows::Rows;
use std::path::Path;
use std::sync::Arc;

const CHANNEL: &str = "Questions";

/// Brings a site into a community, which is founded when it is not there: questions into a channel
/// for them, answers and comments with them, people as placeholders that can be claimed.
///
/// # Errors
/// `Invalid` on `folder` when it holds no data dump.
pub async fn import_stackexchange(
    db: &Db,
    community: &str,
    folder: &Path,
    progress: Arc<dyn Progress>,
) -> Result<Sheet> {
    let mut sheet = Sheet::default();
    let (index, read) = {
        let (folder, progress) = (folder.to_owned(), progress.clone());
        let reading = tokio::task::spawn_blocking(move || read(&folder, progress.as_ref()));
        reading.await.map_err(Error::internal)??
    };
    sheet.add(read);
    let purpose = "Questions and answers brought in from an archive.";
    let landing = Landing::begin(db, community, index.source(), purpose).await?;
    let origin = landing.origin.clone();
    let mut known = People::new();
    progress.begin("people", index.authors.len() as u64);
    people::bring_in(
        db,
        &origin,
        (folder, &index),
        (progress.as_ref(), &mut known, &mut sheet),
    )
    .await?;

    progress.begin("posts", index.post_count());
    let channel = questions_channel(db, origin.community).await?;
    let mut questions = Questions {
        origin: origin.clone(),
        channel,
        index,
        people: known,
        posts: Rows::open(folder, "Posts.xml"),
        comments: Rows::open(folder, "Comments.xml"),
        history: Rows::open(folder, "PostHistory.xml"),
    };
    bring_in_conversations(
        db,
        &origin,
        (progress.as_ref(), &mut sheet),
        move |gathering| questions.read_all(gathering),
    )
    .await?;
    landing.finish(db, sheet).await
}

fn read(folder: &Path, progress: &dyn Progress) -> Result<(Index, Sheet)> {
    progress.begin("reading", rows::bytes_of(folder));
    let mut sheet = Sheet::default();
    let index = index::read(folder, (progress, &mut sheet))?;
    Ok((index, sheet))
}

async fn questions_channel(db: &Db, community: CommunityId) -> Result<ChannelId> {
    let slug = kernel::slug(CHANNEL);
    let found = channels::channel_by_slug(&db.read(), Actor::System, community, &slug).await?;
    if let Some(channel) = found {
        return Ok(channel.id);
    }
    let create = CreateChannel {
        community,
        name: CHANNEL.to_owned(),
        slug: None,
        purpose: "Ask, answer, and find what was answered before.".to_owned(),
        kind: ChannelKind::Questions,
    };
    Ok(db.write(Actor::System, create).await?.id)
}
