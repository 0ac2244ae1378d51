//! What is said in the last hours, as if live: the inboxes hear of it.
use super::{Teller, ToldPost};
use crate::content::{Place, Reply};
use channels::CreatePost;
use identity::actor_of;
use kernel::Result;

impl Teller<'_> {
    pub(super) async fn replies_came_lately(&mut self, place: &Place) -> Result<()> {
        for (number, reply) in (1..).zip(&place.lately) {
            let nonce = format!("demo {} {number}", place.slug);
            let post = self.replied(reply, nonce).await?;
            let thread = self.threads.get_mut(&kernel::slug(&reply.thread));
            if let Some(thread) = thread {
                thread.posts.push(post);
            }
        }
        Ok(())
    }

    async fn replied(&self, reply: &Reply, nonce: String) -> Result<ToldPost> {
        let author = self.someone(&reply.by)?;
        let at = self.instant(&reply.ago)?;
        let told = self.told(&reply.thread)?;
        let answered = reply.under.and_then(|number| told.posts.get(number - 1));
        let create = CreatePost {
            thread: told.id,
            parent: answered.map(|post| post.id),
            body: self.linked(&reply.body),
            attachments: Vec::new(),
            nonce,
            words: None,
        };
        let posted = self.act(actor_of(author), at, create).await?;
        Ok(ToldPost {
            id: posted.post.id,
            author: author.id,
            at,
        })
    }
}
