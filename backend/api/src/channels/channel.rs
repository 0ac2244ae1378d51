use super::thread::{ThreadObject, threads_page};
use crate::communities::CommunityObject;
use crate::connection::{Connected, cost};
use crate::context::Asked;
use crate::loaders::failed;
use ::channels::{
    Channel, ChannelKind, ChannelSeen, Edit, Premoderation, Read, ThreadFilter, ThreadsIn, Write,
};
use async_graphql::{ComplexObject, Context, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{ChannelId, Policy, Result, permit};

/// A room of a community.
#[derive(Clone, SimpleObject)]
#[graphql(name = "Channel", complex)]
pub struct ChannelObject {
    /// Its id.
    pub id: ChannelId,
    /// Its place in addresses, unique in its community.
    slug: String,
    /// What it is called.
    name: String,
    /// What it is for.
    purpose: String,
    /// Conversations, questions, or both.
    kind: ChannelKind,
    /// Whose posts wait for a moderator before others read them.
    premoderation: Premoderation,
    /// The tags of conversations in which a mistake is costly.
    high_stakes_tags: Vec<String>,
    /// Since when it can only be read.
    archived_at: Option<DateTime<Utc>>,
    #[graphql(skip)]
    row: Channel,
}

impl From<Channel> for ChannelObject {
    fn from(row: Channel) -> Self {
        Self {
            id: row.id,
            slug: row.slug.clone(),
            name: row.name.clone(),
            purpose: row.purpose.clone(),
            kind: row.kind,
            premoderation: row.premoderation,
            high_stakes_tags: row.high_stakes_words(),
            archived_at: row.archived_at,
            row,
        }
    }
}

impl ChannelObject {
    pub async fn find(ctx: &Context<'_>, id: ChannelId) -> Result<Self> {
        let seen = ::channels::channel_seen(&ctx.conn(), ctx.actor(), id).await?;
        Ok(permit::<Read, ChannelSeen>(ctx.actor(), seen)?
            .into_subject()
            .channel
            .into())
    }
}

/// What the viewer may do in a channel.
#[derive(SimpleObject)]
pub struct ChannelPermissions {
    /// Begin a conversation.
    post: bool,
    /// Rename and archive it.
    edit: bool,
}

#[ComplexObject]
impl ChannelObject {
    /// The community it belongs to.
    async fn community(&self, ctx: &Context<'_>) -> Result<CommunityObject> {
        CommunityObject::find(ctx, self.row.community_id).await
    }

    /// How many of its conversations hold something the viewer has not read.
    async fn unread_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let unread = ctx
            .loaders()
            .unread
            .load_one(self.id)
            .await
            .map_err(failed)?;
        Ok(unread
            .and_then(|count| i32::try_from(count).ok())
            .unwrap_or(0))
    }

    /// What the viewer may do here.
    async fn viewer_can(&self, ctx: &Context<'_>) -> Result<ChannelPermissions> {
        let actor = ctx.actor();
        let seen = ::channels::channel_seen(&ctx.conn(), actor, self.id).await?;
        Ok(ChannelPermissions {
            post: Policy::<Write>::verdict(&seen, &actor).allows(),
            edit: Policy::<Edit>::verdict(&seen, &actor).allows(),
        })
    }

    /// Its conversations, the one with the newest post first.
    #[graphql(complexity = "cost(first, child_complexity)")]
    async fn threads(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100.")] first: i32,
        after: Option<String>,
        #[graphql(default_with = "ThreadFilter::All")] filter: ThreadFilter,
    ) -> Result<Connected<ThreadObject>> {
        threads_page(ctx, (ThreadsIn::Channel(self.id), filter), (first, after)).await
    }
}
