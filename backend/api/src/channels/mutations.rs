use super::{ChannelObject, DraftObject, PostObject, ThreadObject};
use crate::context::Asked;
use crate::typed::typed;
use ::channels::{
    ArchiveChannel, CreateChannel, CreatePost, CreateThread, DeletePost, DiscardDraft, EditPost,
    EditThread, FollowThread, LockThread, MarkRead, MarkUnread, ReactToPost, RestorePost,
    SaveDraft, UpdateChannel,
};
use ::moderation::Kept;
use async_graphql::{Context, Object};
use kernel::Result;

#[derive(Default)]
pub struct ChannelMutation;

#[Object]
impl ChannelMutation {
    /// Opens a channel in a community.
    async fn create_channel(
        &self,
        ctx: &Context<'_>,
        input: CreateChannel,
    ) -> Result<ChannelObject> {
        Ok(ctx.write(input).await?.into())
    }

    /// Renames a channel, or says anew what it is for.
    async fn update_channel(
        &self,
        ctx: &Context<'_>,
        input: UpdateChannel,
    ) -> Result<ChannelObject> {
        Ok(ctx.write(input).await?.into())
    }

    /// Closes a channel to writing, or opens it again.
    async fn archive_channel(
        &self,
        ctx: &Context<'_>,
        input: ArchiveChannel,
    ) -> Result<ChannelObject> {
        Ok(ctx.write(input).await?.into())
    }

    /// Keeps what is being written.
    async fn save_draft(&self, ctx: &Context<'_>, input: SaveDraft) -> Result<DraftObject> {
        Ok(DraftObject(ctx.write(input).await?))
    }

    /// Throws a draft away, and returns what it held.
    async fn discard_draft(&self, ctx: &Context<'_>, input: DiscardDraft) -> Result<DraftObject> {
        let key = typed("key", &input.key)?;
        Ok(DraftObject(ctx.write(DiscardDraft { key }).await?))
    }
}

#[derive(Default)]
pub struct ThreadMutation;

#[Object]
impl ThreadMutation {
    /// Begins a conversation.
    async fn create_thread(&self, ctx: &Context<'_>, input: CreateThread) -> Result<ThreadObject> {
        let thread = ::channels::create_thread(ctx.db(), ctx.signed_in()?, input).await?;
        ThreadObject::find(ctx, thread.id).await
    }

    /// Changes a conversation's title and tags.
    async fn edit_thread(&self, ctx: &Context<'_>, input: EditThread) -> Result<ThreadObject> {
        let thread = ctx.write(Kept(input)).await?;
        ThreadObject::find(ctx, thread.id).await
    }

    /// Closes a conversation to all but moderators, or opens it again.
    async fn lock_thread(&self, ctx: &Context<'_>, input: LockThread) -> Result<ThreadObject> {
        let thread = ctx.write(Kept(input)).await?;
        ThreadObject::find(ctx, thread.id).await
    }

    /// Says how much the viewer wants to hear of a conversation.
    async fn follow_thread(&self, ctx: &Context<'_>, input: FollowThread) -> Result<ThreadObject> {
        let reader = ctx.write(input).await?;
        ThreadObject::find(ctx, reader.thread_id).await
    }

    /// Says how far the viewer read.
    async fn mark_read(&self, ctx: &Context<'_>, input: MarkRead) -> Result<ThreadObject> {
        let thread = input.thread;
        ctx.write(input).await?;
        ThreadObject::find(ctx, thread).await
    }

    /// Marks a post and all after it unread.
    async fn mark_unread(&self, ctx: &Context<'_>, input: MarkUnread) -> Result<ThreadObject> {
        let reader = ctx.write(input).await?;
        ThreadObject::find(ctx, reader.thread_id).await
    }
}

#[derive(Default)]
pub struct PostMutation;

#[Object]
impl PostMutation {
    /// Replies in a conversation.
    async fn create_post(&self, ctx: &Context<'_>, input: CreatePost) -> Result<PostObject> {
        let seen = ::channels::create_post(ctx.db(), ctx.signed_in()?, input).await?;
        Ok(seen.into())
    }

    /// Changes the words of a post.
    async fn edit_post(&self, ctx: &Context<'_>, input: EditPost) -> Result<PostObject> {
        Ok(ctx.write(Kept(input)).await?.into())
    }

    /// Takes a post away. It can be restored.
    async fn delete_post(&self, ctx: &Context<'_>, input: DeletePost) -> Result<PostObject> {
        Ok(ctx.write(input).await?.into())
    }

    /// Brings a deleted post back.
    async fn restore_post(&self, ctx: &Context<'_>, input: RestorePost) -> Result<PostObject> {
        Ok(ctx.write(input).await?.into())
    }

    /// Says that a post was helpful, was used, or is thanked for; or takes that back.
    async fn react(&self, ctx: &Context<'_>, input: ReactToPost) -> Result<PostObject> {
        Ok(ctx.write(input).await?.into())
    }
}
