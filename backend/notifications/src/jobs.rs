//! What notifications do when others tell.
use crate::hearing::{Conversation, MentionsAdded, Posted};
use crate::store::Happened;
use crate::{
    InboxChanged, NoticeChanged, announcing, asking, checking_in, consulting, correcting, finding,
    giving_feedback, inviting, moderating, pairing, store, taking_pulses,
};
use async_trait::async_trait;
use channels::{
    FollowChanged, PostCreated, PostDeleted, PostEdited, PostHeld, PostHidden, PostRestored,
    PostShown, PostsMoved, ReadMoved, Spot, ThreadCreated,
};
use chrono::{DateTime, Utc};
use kernel::{Actor, Event, Fact, Follower, PersonId, PostId, Result, Tx};

/// Puts what is said, and what will happen, into the inboxes of those who should hear of it.
///
/// What an import brings in is no news, so it is not heard.
#[derive(Debug, Default)]
pub struct NotifyReaders;

#[async_trait]
impl Follower for NotifyReaders {
    const NAME: &'static str = "notifications";

    /// Its own news are for open browsers.
    fn heeds(&self, fact: &Fact) -> bool {
        !matches!(fact.kind.as_str(), InboxChanged::KIND | NoticeChanged::KIND)
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        for (spot, heard) in by_thread(facts) {
            let mut conversation = store::conversation(tx, spot, &heard).await?;
            for news in &heard {
                news.apply(&mut conversation);
            }
            store::keep(tx, spot.thread, &conversation).await?;
            store::expect_letters(tx, &told(&conversation)).await?;
            for person in conversation.changed {
                let fact = InboxChanged {
                    person,
                    thread: spot.thread,
                };
                tx.emit(Actor::System, &fact).await?;
            }
        }
        for fact in facts {
            announcing::hear(tx, fact).await?;
            asking::hear(tx, fact).await?;
            inviting::hear(tx, fact).await?;
            correcting::hear(tx, fact).await?;
            moderating::hear(tx, fact).await?;
            checking_in::hear(tx, fact).await?;
            taking_pulses::hear(tx, fact).await?;
            consulting::hear(tx, fact).await?;
            giving_feedback::hear(tx, fact).await?;
            finding::hear(tx, fact).await?;
            pairing::hear(tx, fact).await?;
        }
        Ok(())
    }
}

/// What changed inboxes say now, for the letters.
fn told(conversation: &Conversation) -> Vec<Happened> {
    let waiting = conversation.changed.iter().filter_map(|person| {
        let telling = conversation.inboxes.get(person)?.as_ref()?;
        (telling.done_at.is_none()).then(|| Happened {
            person: *person,
            kind: telling.mail_kind(),
            at: telling.at,
        })
    });
    waiting.collect()
}

/// A fact that may change an inbox.
pub(crate) enum News {
    Posted(Posted),
    MentionsAdded(MentionsAdded),
    Recounted(PostId),
    ReadOn(PersonId, DateTime<Utc>),
    FollowChanged(PersonId, DateTime<Utc>),
}

impl News {
    fn of(fact: &Fact) -> Option<(Spot, Self)> {
        let at = fact.happened_at;
        match fact.kind.as_str() {
            ThreadCreated::KIND => fact.as_event().map(|it: ThreadCreated| {
                let posted = Posted {
                    post: it.post,
                    answered: None,
                    mentions: it.mentions,
                };
                (it.spot, Self::Posted(posted))
            }),
            PostCreated::KIND => fact.as_event().map(|it: PostCreated| {
                let posted = Posted {
                    post: it.post,
                    answered: it.parent,
                    mentions: it.mentions,
                };
                (it.spot, Self::Posted(posted))
            }),
            PostEdited::KIND => fact.as_event().map(|it: PostEdited| {
                let added = MentionsAdded {
                    post: it.post,
                    mentions: it.mentions,
                    by: fact.actor,
                    at,
                };
                (it.spot, Self::MentionsAdded(added))
            }),
            PostDeleted::KIND => fact
                .as_event()
                .map(|it: PostDeleted| (it.spot, Self::Recounted(it.post))),
            PostRestored::KIND => fact
                .as_event()
                .map(|it: PostRestored| (it.spot, Self::Recounted(it.post))),
            PostHeld::KIND => fact
                .as_event()
                .map(|it: PostHeld| (it.spot, Self::Recounted(it.post))),
            PostHidden::KIND => fact
                .as_event()
                .map(|it: PostHidden| (it.spot, Self::Recounted(it.post))),
            PostShown::KIND => fact
                .as_event()
                .map(|it: PostShown| (it.spot, Self::Recounted(it.post))),
            PostsMoved::KIND => fact.as_event().and_then(|it: PostsMoved| {
                let first = it.posts.first().copied()?;
                Some((it.spot, Self::Recounted(first)))
            }),
            ReadMoved::KIND => fact
                .as_event()
                .map(|it: ReadMoved| (it.spot, Self::ReadOn(it.person, at))),
            FollowChanged::KIND => fact
                .as_event()
                .map(|it: FollowChanged| (it.spot, Self::FollowChanged(it.person, at))),
            _ => None,
        }
    }

    fn apply(&self, conversation: &mut Conversation) {
        match self {
            Self::Posted(posted) => conversation.posted(posted),
            Self::MentionsAdded(added) => conversation.mentions_added(added),
            Self::Recounted(_) => conversation.recounted(),
            Self::ReadOn(person, at) => conversation.read_on(*person, *at),
            Self::FollowChanged(person, at) => conversation.follow_changed(*person, *at),
        }
    }

    /// The posts it speaks of.
    pub fn posts(&self) -> impl Iterator<Item = PostId> {
        let (post, answered) = match self {
            Self::Posted(posted) => (Some(posted.post), posted.answered),
            Self::MentionsAdded(added) => (Some(added.post), None),
            Self::Recounted(post) => (Some(*post), None),
            Self::ReadOn(..) | Self::FollowChanged(..) => (None, None),
        };
        post.into_iter().chain(answered)
    }

    /// The people it speaks to by name.
    pub fn mentions(&self) -> &[PersonId] {
        match self {
            Self::Posted(posted) => &posted.mentions,
            Self::MentionsAdded(added) => &added.mentions,
            Self::Recounted(_) | Self::ReadOn(..) | Self::FollowChanged(..) => &[],
        }
    }

    /// Whether it may speak to people who have no inbox item yet.
    pub fn speaks(&self) -> bool {
        matches!(self, Self::Posted(_)) || !self.mentions().is_empty()
    }
}

/// What happened in each conversation, in its order.
fn by_thread(facts: &[Fact]) -> Vec<(Spot, Vec<News>)> {
    let mut threads: Vec<(Spot, Vec<News>)> = Vec::new();
    for (spot, news) in facts.iter().filter_map(News::of) {
        match threads.iter_mut().find(|(known, _)| *known == spot) {
            Some((_, heard)) => heard.push(news),
            None => threads.push((spot, vec![news])),
        }
    }
    threads
}
