use crate::{CalendarFeed, CalendarFeedCreated, CalendarFeedRevoked, Carry, Keep, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::{Read, community_seen};
use identity::Secret;
use kernel::{Actor, Command, CommunityId, Error, FeedId, Organisation, Result, Tx, permit};

/// More addresses than anybody has calendar programs.
const FEEDS_MAX: u64 = 20;

/// Makes an address at which a calendar program reads the viewer's sessions.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "CreateCalendarFeedInput")]
pub struct CreateCalendarFeed {
    /// The community whose sessions it holds; left out, it holds those of all of the viewer's communities.
    pub community: Option<CommunityId>,
}

#[async_trait]
impl Command for CreateCalendarFeed {
    /// The feed, and the token that opens it, which is shown this once.
    type Done = (CalendarFeed, Secret);

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<(CalendarFeed, Secret)> {
        let person = actor.person().ok_or(Error::SignInFirst)?;
        if let Some(community) = self.community {
            let seen = community_seen(&tx.conn(), actor, community).await?;
            permit::<Read, _>(actor, seen)?;
        }
        if store::feed_count(&tx.conn(), person).await? >= FEEDS_MAX {
            return Err(Error::conflict(
                "there are 20 addresses already; revoke one that is not used any more",
            ));
        }
        let token = Secret::mint(tx);
        let feed = CalendarFeed {
            id: tx.id(),
            person_id: person,
            community_id: self.community,
            token_hash: token.hash(),
            created_at: tx.now(),
            read_at: None,
            revoked_at: None,
        };
        let feed = store::insert_feed(tx, feed).await?;
        let fact = CalendarFeedCreated {
            person,
            feed: feed.id,
        };
        tx.emit(actor, &fact).await?;
        Ok((feed, token))
    }
}

/// Makes an address for calendar programs lead nowhere, at once and for ever.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RevokeCalendarFeedInput")]
pub struct RevokeCalendarFeed {
    /// Which one.
    pub feed: FeedId,
}

#[async_trait]
impl Command for RevokeCalendarFeed {
    type Done = CalendarFeed;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<CalendarFeed> {
        let found = store::feed_by_id(&tx.conn(), self.feed).await?;
        let feed = permit::<Keep, _>(actor, found.ok_or(Error::NotFound("feed"))?)?;
        if feed.revoked_at.is_some() {
            return Ok(feed.into_subject());
        }
        let revoked = store::revoke(tx, &feed).await?;
        let fact = CalendarFeedRevoked {
            person: revoked.person_id,
            feed: revoked.id,
        };
        tx.emit(actor, &fact).await?;
        Ok(revoked)
    }
}

/// Notes that a feed was read.
#[derive(Clone, Copy, Debug)]
pub struct TouchCalendarFeed {
    pub feed: FeedId,
}

#[async_trait]
impl Command for TouchCalendarFeed {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        permit::<Carry, _>(actor, Organisation)?;
        store::touch(tx, self.feed).await
    }
}
