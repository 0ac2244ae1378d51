//! What is said in the last hours, as if live: the inboxes hear of it.
use super::{Teller, ToldPost};
use crate::content::{Place, Reply};
use channels::CreatePost;
use identity::actor_of;
use kernel::Result;
use moderation::FlagPost;

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

    /// What the moderators find in their queue.
    pub(super) async fn posts_were_flagged(&self, place: &Place) -> Result<()> {
        for flagging in &place.flags {
            let person = self.someone(&flagging.by)?;
            let posts = &self.told(&flagging.thread)?.posts;
            let Some(post) = posts.get(flagging.number - 1) else {
                continue;
            };
            let flag = FlagPost {
                post: post.id,
                reason: flagging.reason,
                note: flagging.note.clone(),
                proposal: flagging.proposal.clone(),
            };
            let at = self.instant(&flagging.ago)?;
            self.act(actor_of(person), at, flag).await?;
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
