//! The rules of who hears what is said in a conversation, and what that does to their inboxes. Pure.
//!
//! - Who is spoken to by name hears of it.
//! - Whose post is answered, and who began the conversation, hear of a reply.
//! - Who follows the conversation hears of every post.
//! - Nobody hears of their own words, of what they read already, or of what they muted or may not read:
//!   so not of answers that are withheld until they have answered.
//!
//! A post is told once: the number of the newest post that was told says what is old.
use crate::tables::Reasons;
use crate::{InboxReason, MailKind};
use channels::{Follow, PostLine, ThreadReader};
use chrono::{DateTime, Utc};
use kernel::{PersonId, PostId};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What one inbox says of a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    pub reasons: Reasons,
    pub latest: PostId,
    pub new_count: i32,
    pub at: DateTime<Utc>,
    pub done_at: Option<DateTime<Utc>>,
}

/// A reply, or the post that opens a conversation.
#[derive(Clone, Debug)]
pub struct Posted {
    pub post: PostId,
    /// The post it answers, when that is not the opening.
    pub answered: Option<PostId>,
    pub mentions: Vec<PersonId>,
}

/// Names that were added to a post.
#[derive(Clone, Debug)]
pub struct MentionsAdded {
    pub post: PostId,
    pub mentions: Vec<PersonId>,
    pub by: Option<PersonId>,
    pub at: DateTime<Utc>,
}

/// A conversation, how everybody stands to it, and what their inboxes say of it.
#[derive(Clone, Debug, Default)]
pub struct Conversation {
    pub posts: HashMap<PostId, PostLine>,
    pub readers: HashMap<PersonId, ThreadReader>,
    /// Who may read it.
    pub audience: HashSet<PersonId>,
    /// Of those, who may read its opening alone, until they have answered.
    pub withheld: HashSet<PersonId>,
    /// Nothing where there was something: what it told of is gone.
    pub inboxes: BTreeMap<PersonId, Option<Telling>>,
    /// Whose inbox is not as it was.
    pub changed: BTreeSet<PersonId>,
}

impl Conversation {
    pub fn posted(&mut self, posted: &Posted) {
        let Some(post) = self.standing(posted.post) else {
            return;
        };
        for (person, reason) in self.hearers(&post, posted) {
            if self.read_through(person) < post.number {
                self.tell(person, reason, &post);
            }
        }
        // Whoever answers has dealt with what spoke to them.
        let author = post.author_id.addressee();
        if self.read_through(author) >= post.number {
            self.read_on(author, post.created_at);
        }
    }

    /// Those who hear of a post, each with the strongest reason.
    fn hearers(&self, post: &PostLine, posted: &Posted) -> BTreeMap<PersonId, InboxReason> {
        let followers = self
            .readers
            .values()
            .filter(|reader| reader.follow == Follow::Following)
            .map(|reader| (reader.person_id, InboxReason::Followed));
        let opening = self.posts.values().find(|post| post.number == 1);
        let answered = posted.answered.and_then(|id| self.posts.get(&id));
        let answered = opening
            .into_iter()
            .chain(answered)
            .map(|post| (post.author_id.addressee(), InboxReason::Reply));
        let mentioned = posted
            .mentions
            .iter()
            .map(|person| (*person, InboxReason::Mention));
        // A later entry takes the place of an earlier one.
        followers
            .chain(answered)
            .chain(mentioned)
            .filter(|(person, _)| {
                *person != post.author_id.addressee() && self.hears(*person, post)
            })
            .collect()
    }

    fn tell(&mut self, person: PersonId, reason: InboxReason, post: &PostLine) {
        match self.telling(person) {
            Some(telling) if self.number(telling.latest) >= post.number => {
                if telling.done_at.is_none() {
                    self.add_reason(person, reason);
                }
            }
            Some(telling) if telling.done_at.is_none() => {
                let mut reasons = telling.reasons.clone();
                reasons.add(reason);
                let telling = Telling {
                    reasons,
                    new_count: telling.new_count + 1,
                    ..Telling::of(reason, post)
                };
                self.set(person, Some(telling));
            }
            Some(_) | None => self.set(person, Some(Telling::of(reason, post))),
        }
    }

    pub fn mentions_added(&mut self, added: &MentionsAdded) {
        let Some(post) = self.standing(added.post) else {
            return;
        };
        for person in &added.mentions {
            if *person == post.author_id.addressee()
                || Some(*person) == added.by
                || !self.hears(*person, &post)
            {
                continue;
            }
            match self.telling(*person) {
                Some(telling) if telling.done_at.is_none() => {
                    self.add_reason(*person, InboxReason::Mention);
                }
                // They dealt with it after the name was there.
                Some(telling) if telling.done_at >= Some(added.at) => {}
                Some(_) | None => {
                    let telling = Telling {
                        at: added.at,
                        ..Telling::of(InboxReason::Mention, &post)
                    };
                    self.set(*person, Some(telling));
                }
            }
        }
    }

    /// After a post was deleted or restored: what is told no longer stands, or stands again.
    pub fn recounted(&mut self) {
        for person in self.waiting() {
            let Some(telling) = self.telling(person) else {
                continue;
            };
            let ahead = self.ahead(person);
            if self.standing(telling.latest).is_some() {
                let new_count = telling.new_count.min(count(&ahead).max(1));
                let telling = Telling {
                    new_count,
                    ..telling.clone()
                };
                self.set(person, Some(telling));
                continue;
            }
            // With the only post that spoke to them gone, nothing is left to tell.
            let before = self.number(telling.latest);
            let earlier = ahead
                .iter()
                .rfind(|post| post.number < before && telling.new_count > 1);
            let repaired = earlier.map(|post| Telling {
                latest: post.id,
                at: post.created_at,
                new_count: (telling.new_count - 1).min(count(&ahead)),
                ..telling.clone()
            });
            self.set(person, repaired);
        }
    }

    /// After somebody read on: what they read to the end is dealt with.
    pub fn read_on(&mut self, person: PersonId, at: DateTime<Utc>) {
        let Some(telling) = self.waiting_for(person) else {
            return;
        };
        let ahead = count(&self.ahead(person));
        let is_read = self.read_through(person) >= self.number(telling.latest);
        let telling = Telling {
            new_count: telling.new_count.min(ahead),
            done_at: is_read.then_some(at),
            ..telling
        };
        self.set(person, Some(telling));
    }

    /// After somebody said how much they want to hear: what is muted is dealt with.
    pub fn follow_changed(&mut self, person: PersonId, at: DateTime<Utc>) {
        if let Some(telling) = self.waiting_for(person)
            && self.muted(person)
        {
            let done_at = Some(at);
            self.set(person, Some(Telling { done_at, ..telling }));
        }
    }

    fn add_reason(&mut self, person: PersonId, reason: InboxReason) {
        if let Some(telling) = self.telling(person) {
            let mut telling = telling.clone();
            telling.reasons.add(reason);
            self.set(person, Some(telling));
        }
    }

    fn set(&mut self, person: PersonId, telling: Option<Telling>) {
        if self.inboxes.get(&person) != Some(&telling) {
            self.inboxes.insert(person, telling);
            self.changed.insert(person);
        }
    }

    fn telling(&self, person: PersonId) -> Option<&Telling> {
        self.inboxes.get(&person)?.as_ref()
    }

    fn waiting_for(&self, person: PersonId) -> Option<Telling> {
        self.telling(person)
            .filter(|telling| telling.done_at.is_none())
            .cloned()
    }

    fn waiting(&self) -> Vec<PersonId> {
        self.inboxes
            .keys()
            .copied()
            .filter(|person| self.waiting_for(*person).is_some())
            .collect()
    }

    fn hears(&self, person: PersonId, post: &PostLine) -> bool {
        let is_withheld = post.number > 1 && self.withheld.contains(&person);
        self.audience.contains(&person) && !is_withheld && !self.muted(person)
    }

    fn muted(&self, person: PersonId) -> bool {
        self.readers
            .get(&person)
            .is_some_and(|reader| reader.follow == Follow::Muted)
    }

    fn read_through(&self, person: PersonId) -> i32 {
        self.readers
            .get(&person)
            .map_or(0, |reader| reader.read_through)
    }

    /// A post whose words are there to be read.
    fn standing(&self, id: PostId) -> Option<PostLine> {
        self.posts.get(&id).copied().filter(PostLine::stands)
    }

    fn number(&self, id: PostId) -> i32 {
        self.posts.get(&id).map_or(0, |post| post.number)
    }

    /// What others wrote and this person has not read, in order.
    fn ahead(&self, person: PersonId) -> Vec<PostLine> {
        let read_through = self.read_through(person);
        let mut ahead: Vec<PostLine> = self
            .posts
            .values()
            .filter(|post| post.number > read_through && post.author_id.addressee() != person)
            .filter(|post| post.stands())
            .copied()
            .collect();
        ahead.sort_unstable_by_key(|post| post.number);
        ahead
    }
}

impl Telling {
    /// What a letter about it counts as.
    pub fn mail_kind(&self) -> MailKind {
        self.reasons.mail_kind()
    }

    fn of(reason: InboxReason, post: &PostLine) -> Self {
        Self {
            reasons: reason.into(),
            latest: post.id,
            new_count: 1,
            at: post.created_at,
            done_at: None,
        }
    }
}

fn count(posts: &[PostLine]) -> i32 {
    i32::try_from(posts.len()).unwrap_or(i32::MAX)
}
