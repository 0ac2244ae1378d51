//! What was written is rendered again, with the program as it is now.
use crate::meant::{linked, meant};
use crate::policy::RenderAgain;
use crate::{Post, store};
use async_trait::async_trait;
use identity::Person;
use kernel::{
    Actor, Command, Conn, Error, Organisation, Permit, PersonId, PostId, Result, Tx, permit,
};
use std::collections::HashMap;

/// How many posts are rendered between two transactions.
const BATCH: u64 = 100;

/// Renders the next posts again from their bodies, deleted ones too, and keeps what came out otherwise.
/// No word is changed: it is no edit, and nobody hears of it.
#[derive(Clone, Debug, Default)]
pub struct RenderPosts {
    after: Option<PostId>,
    batch: Rendering,
    changed: Vec<Changed>,
}

/// How far rendering has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rendering {
    /// The last post of the batch; none when all are done.
    pub last: Option<PostId>,
    /// How many posts were rendered.
    pub posts: u64,
    /// How many of them look otherwise now.
    pub changed: u64,
    /// How many were left as they are, as it cannot be told any more whom they mention.
    pub left: u64,
}

/// A post that looks otherwise now.
#[derive(Clone, Debug)]
struct Changed {
    post: PostId,
    /// Of the words that were rendered.
    revision: i32,
    html: String,
}

impl RenderPosts {
    /// From the first post, or from behind the last one of the batch before.
    pub fn after(last: Option<PostId>) -> Self {
        Self {
            after: last,
            ..Self::default()
        }
    }
}

#[async_trait]
impl Command for RenderPosts {
    type Done = Rendering;

    async fn prepare(&mut self, conn: &Conn<'_>, _: Actor) -> Result<()> {
        let posts = store::posts_in_order(conn, self.after, BATCH).await?;
        let people: Vec<PersonId> = posts.iter().flat_map(|post| linked(&post.html)).collect();
        let people = identity::people_by_ids(conn, &people).await?;
        let people = people.into_iter().map(|person| (person.id, person));
        let people: HashMap<PersonId, Person> = people.collect();
        let rendering = tokio::task::spawn_blocking(move || rendered_again(&posts, &people));
        (self.batch, self.changed) = rendering.await.map_err(Error::internal)?;
        Ok(())
    }

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Rendering> {
        let _: Permit<RenderAgain, Organisation> = permit(actor, Organisation)?;
        for Changed {
            post,
            revision,
            html,
        } in &self.changed
        {
            store::set_html(tx, (*post, *revision), html).await?;
        }
        Ok(self.batch)
    }
}

fn rendered_again(posts: &[Post], people: &HashMap<PersonId, Person>) -> (Rendering, Vec<Changed>) {
    let mut batch = Rendering {
        last: posts.last().map(|post| post.id),
        posts: posts.len() as u64,
        ..Rendering::default()
    };
    let mut changed = Vec::new();
    for post in posts {
        let linked = linked(&post.html);
        let linked: Vec<Person> = linked
            .iter()
            .filter_map(|id| people.get(id).cloned())
            .collect();
        let mentions = meant(&post.body, &linked);
        // What grows too large now stays as it was, too.
        let again = mentions.and_then(|mentions| kernel::render(&post.body, &mentions).ok());
        match again {
            Some(again) if again.html != post.html => changed.push(Changed {
                post: post.id,
                revision: post.revision,
                html: again.html,
            }),
            Some(_) => {}
            None => batch.left += 1,
        }
    }
    batch.changed = changed.len() as u64;
    (batch, changed)
}
