use crate::communities::CommunityObject;
use ::notifications::CalendarFeed;
use async_graphql::{Context, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{Error, FeedId, Result};

/// An address at which a calendar program reads the viewer's sessions. Who knows it can read them, so it
/// is shown once, and can be revoked.
pub struct CalendarFeedObject(pub CalendarFeed);

#[Object(name = "CalendarFeed")]
impl CalendarFeedObject {
    /// Its id.
    async fn id(&self) -> FeedId {
        self.0.id
    }

    /// The community whose sessions it holds; nothing when it holds those of all the viewer's communities.
    async fn community(&self, ctx: &Context<'_>) -> Result<Option<CommunityObject>> {
        let Some(community) = self.0.community_id else {
            return Ok(None);
        };
        match CommunityObject::find(ctx, community).await {
            Ok(community) => Ok(Some(community)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When a program last read it, to an hour.
    async fn read_at(&self) -> Option<DateTime<Utc>> {
        self.0.read_at
    }

    /// Since when it leads nowhere.
    async fn revoked_at(&self) -> Option<DateTime<Utc>> {
        self.0.revoked_at
    }
}

/// A new address, shown this once.
#[derive(SimpleObject)]
#[graphql(name = "CreatedCalendarFeed")]
pub struct CreatedFeedObject {
    /// The feed.
    pub feed: CalendarFeedObject,
    /// The address that a calendar program subscribes to.
    pub url: String,
}
