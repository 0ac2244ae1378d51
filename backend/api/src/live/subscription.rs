//! The one subscription: what happens in a thread, in a community, or to the viewer.
use super::event::{LiveEvent, LiveEventKind};
use super::hearing::{concerns, kind_for, may_hear};
use super::hub::{Teller, Told, Topic, member_of, topics_of};
use crate::channels::ThreadObject;
use crate::communities::CommunityObject;
use crate::context::Asked;
use async_graphql::{Context, ID, Subscription};
use futures_util::stream::{self, Stream, StreamExt};
use kernel::{Actor, AnyId, Cursor, Db, Error, PersonId, Result, facts_after, head};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use tokio::sync::broadcast::{self, error::RecvError};

#[derive(Default)]
pub struct LiveSubscription;

#[Subscription]
impl LiveSubscription {
    /// What happens in a conversation or a community, or, without `in`, what concerns the viewer
    /// alone: inbox, memberships, read markers, drafts. It begins with READY, and ends when the viewer
    /// may no longer hear.
    async fn live_events(
        &self,
        ctx: &Context<'_>,
        #[graphql(name = "in", desc = "A thread or a community.")] within: Option<ID>,
        #[graphql(desc = "The last cursor seen: nothing after it is missed.")] after: Option<
            String,
        >,
    ) -> Result<impl Stream<Item = LiveEvent> + use<>> {
        let viewer = ctx.actor();
        let person = viewer.person().ok_or(Error::SignInFirst)?;
        let topic = topic_of(ctx, within, person).await?;
        let after = after.map(|cursor| cursor.parse::<Cursor>()).transpose()?;

        // Listen first, then read what was missed: what happens in between comes twice, and the
        // second time is dropped by its cursor.
        let news = ctx.app().hub.listen(topic);
        let db = ctx.db().clone();
        let (opening, last) = missed(&db, after, (topic, viewer)).await?;
        let follower = Following {
            news,
            viewer,
            topic,
            last,
            waiting: opening,
            over: false,
        };
        Ok(stream::unfold(follower, Following::next).boxed())
    }
}

async fn topic_of(ctx: &Context<'_>, within: Option<ID>, viewer: PersonId) -> Result<Topic> {
    let Some(id) = within else {
        return Ok(Topic::Person(viewer));
    };
    match id.parse::<AnyId>()? {
        AnyId::ThreadId(id) => {
            ThreadObject::find(ctx, id).await?;
            Ok(Topic::Thread(id))
        }
        AnyId::CommunityId(id) => {
            let community = CommunityObject::find(ctx, id).await?;
            kernel::permit::<communities::Read, _>(ctx.actor(), community.0.as_ref().clone())?;
            Ok(Topic::Community(id))
        }
        _ => Err(Error::invalid(
            "in",
            "a thread or a community can be followed",
        )),
    }
}

/// More than this is not replayed, event by event, to somebody who was away.
const MISSED_MAX: u64 = 500;

/// What happened since `after`, headed by READY, or a RESET when it is too much.
async fn missed(
    db: &Db,
    after: Option<Cursor>,
    follower: (Topic, Actor),
) -> Result<(VecDeque<LiveEvent>, Cursor)> {
    let (topic, viewer) = follower;
    let end = head(&db.read()).await?;
    let Some(after) = after else {
        return Ok(([LiveEvent::bare(end, LiveEventKind::Ready)].into(), end));
    };
    let facts = facts_after(&db.read(), after, MISSED_MAX + 1).await?;
    if facts.len() as u64 > MISSED_MAX || after > end {
        return Ok(([LiveEvent::bare(end, LiveEventKind::Reset)].into(), end));
    }
    let mut teller = Teller {
        db: db.clone(),
        standings: HashMap::new(),
    };
    let mut events = VecDeque::from([LiveEvent::bare(after, LiveEventKind::Ready)]);
    let mut last = after;
    for fact in facts {
        last = fact.cursor;
        if topics_of(&fact).contains(&topic) {
            let told = Arc::new(teller.told(fact).await?);
            events.extend(heard(&told, viewer, topic));
        }
    }
    Ok((events, last))
}

/// A fact as an event for this viewer, if it is one.
fn heard(told: &Arc<Told>, viewer: Actor, topic: Topic) -> Option<LiveEvent> {
    let kind = LiveEventKind::of(&told.fact)?;
    let own_membership =
        matches!(topic, Topic::Person(_)) && member_of(&told.fact) == viewer.person();
    let standing = match may_hear(told, viewer) {
        Some(standing) => standing,
        // Whoever was removed may know that, and nothing else.
        None if own_membership => None,
        None => return None,
    };
    if standing.is_some_and(|standing| !concerns(told, viewer, standing)) {
        return None;
    }
    let kind = match standing {
        Some(standing) => kind_for(told, kind, (viewer, standing))?,
        None => kind,
    };
    Some(LiveEvent {
        cursor: told.fact.cursor,
        kind,
        told: Some(told.clone()),
        standing,
    })
}

/// One open subscription.
struct Following {
    news: broadcast::Receiver<Arc<Told>>,
    viewer: Actor,
    topic: Topic,
    last: Cursor,
    waiting: VecDeque<LiveEvent>,
    over: bool,
}

impl Following {
    async fn next(mut self) -> Option<(LiveEvent, Self)> {
        if let Some(event) = self.waiting.pop_front() {
            return Some((event, self));
        }
        while !self.over {
            match self.news.recv().await {
                Ok(told) if told.fact.cursor <= self.last => {}
                Ok(told) => {
                    self.last = told.fact.cursor;
                    if let Some(event) = self.hear(&told) {
                        return Some((event, self));
                    }
                }
                Err(RecvError::Lagged(_)) => {
                    let event = LiveEvent::bare(self.last, LiveEventKind::Reset);
                    self.news = self.news.resubscribe();
                    return Some((event, self));
                }
                Err(RecvError::Closed) => self.over = true,
            }
        }
        None
    }

    fn hear(&mut self, told: &Arc<Told>) -> Option<LiveEvent> {
        // No longer a member: this place is over for the viewer.
        self.over =
            !matches!(self.topic, Topic::Person(_)) && may_hear(told, self.viewer).is_none();
        heard(told, self.viewer, self.topic)
    }
}
