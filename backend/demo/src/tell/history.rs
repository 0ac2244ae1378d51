//! What was said in the past weeks, and how far everybody read it.
use super::{Teller, Told, ToldPost};
use crate::content::{Conversation, Place, RoomKind, Said};
use channels::{
    BringInThreads, Follow, FollowThread, MarkRead, PostBroughtIn, ReactionKind,
    ThreadBroughtInHere, ThreadKind,
};
use identity::{Person, actor_of};
use kernel::{Actor, CommunityId, Error, PersonId, Result};

impl Teller<'_> {
    pub(super) async fn conversations_were_had(
        &mut self,
        community: CommunityId,
        place: &Place,
    ) -> Result<()> {
        // All have their ids before any is told, because they link to each other both ways.
        for conversation in &place.threads {
            let told = self.named(conversation)?;
            self.threads.insert(kernel::slug(&conversation.title), told);
        }
        let threads = place.threads.iter();
        let threads = threads
            .map(|conversation| self.brought_in(community, conversation))
            .collect::<Result<_>>()?;
        let now = self.tx.now();
        self.act(Actor::System, now, BringInThreads { threads })
            .await
    }

    fn named(&self, conversation: &Conversation) -> Result<Told> {
        let posts = conversation.posts.iter().map(|said| {
            let at = self.instant(&said.ago)?;
            Ok(ToldPost {
                id: self.tx.at(at).id(),
                author: self.someone(&said.by)?.id,
                at,
            })
        });
        let posts = posts.collect::<Result<Vec<_>>>()?;
        let begun = posts.first().map_or(self.tx.now(), |opening| opening.at);
        let id = self.tx.at(begun).id();
        Ok(Told { id, posts })
    }

    fn brought_in(
        &self,
        community: CommunityId,
        conversation: &Conversation,
    ) -> Result<ThreadBroughtInHere> {
        let told = self.told(&conversation.title)?;
        let room = self.room(&conversation.channel)?;
        let locked = conversation.locked.as_deref();
        let posts = conversation.posts.iter().zip(&told.posts);
        Ok(ThreadBroughtInHere {
            id: told.id,
            community,
            channel: room.channel,
            kind: match room.kind {
                RoomKind::Discussion => ThreadKind::Discussion,
                RoomKind::Questions => ThreadKind::Question,
            },
            title: conversation.title.clone(),
            tags: conversation.tags.clone(),
            posts: posts
                .map(|(said, told)| self.post_brought_in(said, *told))
                .collect::<Result<_>>()?,
            accepted: conversation.accepted.map(|number| number - 1),
            duplicate_of: None,
            locked_at: locked.map(|ago| self.instant(ago)).transpose()?,
        })
    }

    fn post_brought_in(&self, said: &Said, told: ToldPost) -> Result<PostBroughtIn> {
        let body = self.linked(&said.body);
        let edited = said.edited.as_deref();
        let edited_at = edited.map(|ago| self.instant(ago)).transpose()?;
        let earlier = said.was.as_ref().zip(edited_at);
        Ok(PostBroughtIn {
            id: told.id,
            author: told.author,
            parent: said.under.map(|number| number - 1),
            html: kernel::render(&body, &self.names)?.html,
            body,
            created_at: told.at,
            edited_at,
            earlier: earlier
                .map(|(was, at)| (self.linked(was), told.author, at))
                .into_iter()
                .collect(),
            helpful_unnamed: 0,
            reactions: self.reactions(said)?,
        })
    }

    fn reactions(&self, said: &Said) -> Result<Vec<(PersonId, ReactionKind)>> {
        let kinds = [
            (&said.helpful, ReactionKind::Helpful),
            (&said.used_it, ReactionKind::UsedIt),
            (&said.thank_you, ReactionKind::ThankYou),
        ];
        let reactions = kinds
            .iter()
            .flat_map(|(people, kind)| people.iter().map(move |key| (key, *kind)));
        reactions
            .map(|(key, kind)| Ok((self.someone(key)?.id, kind)))
            .collect()
    }

    /// Everybody read everything, except where it says otherwise; whoever wrote in a conversation
    /// follows it.
    pub(super) async fn everybody_read(&self, place: &Place) -> Result<()> {
        for conversation in &place.threads {
            let told = self.told(&conversation.title)?;
            for member in &place.members {
                let person = self.someone(&member.key)?;
                let unread = conversation.unread.get(&member.key);
                let through = unread.map_or(told.posts.len(), |from| from - 1);
                self.reads(person, told, through).await?;
            }
        }
        Ok(())
    }

    async fn reads(&self, person: &Person, told: &Told, through: usize) -> Result<()> {
        let actor = actor_of(person);
        let own = told.posts.iter().find(|post| post.author == person.id);
        if let Some(own) = own {
            let follow = FollowThread {
                thread: told.id,
                follow: Follow::Following,
            };
            self.act(actor, own.at, follow).await?;
        }
        if let Some(last) = told.posts.get(..through).and_then(<[ToldPost]>::last) {
            let read = MarkRead {
                thread: told.id,
                through: i32::try_from(through).map_err(Error::internal)?,
            };
            self.act(actor, last.at, read).await?;
        }
        Ok(())
    }
}
