//! The queue, put right: for whatever a fact may have touched, the items are made to follow from how
//! things stand now.
use crate::store::{self, About};
use crate::waiting::{Circumstances, Found, NEW, Next, next, reasons_of};
use crate::{Item, ItemChanged, ItemOpened, ItemSettled, Reason};
use channels::{AuthorStanding, PostSeen};
use chrono::{DateTime, Utc};
use kernel::{Actor, MuteId, PostId, Result, ThreadId, Tx};
use misconceptions::ClaimMatch;
use questions::Review;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What may wait from now on, or wait no longer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    pub posts: BTreeSet<PostId>,
    pub threads: BTreeSet<ThreadId>,
    pub mutes: BTreeSet<MuteId>,
    /// Conversations that came from elsewhere: what waited there for long waits for nobody here.
    pub brought: BTreeSet<ThreadId>,
}

impl Touched {
    pub fn is_empty(&self) -> bool {
        let none = self.posts.is_empty() && self.threads.is_empty() && self.mutes.is_empty();
        none && self.brought.is_empty()
    }
}

/// Something that may wait, why, and when it was last changed by its author.
struct Subject {
    about: About,
    found: Found,
    touched: Option<DateTime<Utc>>,
}

/// Puts the queue right about these.
pub(crate) async fn put_right(tx: &Tx, actor: Actor, touched: &Touched) -> Result<()> {
    if touched.is_empty() {
        return Ok(());
    }
    let conn = tx.conn();
    let threads = touched.threads.union(&touched.brought);
    let threads: Vec<ThreadId> = threads.copied().collect();
    let named = touched.posts.iter().map(ToString::to_string);
    let named = named.chain(threads.iter().map(ToString::to_string));
    let named = named.chain(touched.mutes.iter().map(ToString::to_string));
    let named: Vec<String> = named.collect();
    let items = store::items_about(&conn, &named, &threads).await?;
    // What is said in a conversation may settle what waits beside it.
    let beside = items.iter().filter(|item| item.settled_at.is_none());
    let beside = beside
        .filter(|item| item.thread_id.map(|id| id.to_string()).as_ref() != Some(&item.subject));
    let posts: BTreeSet<PostId> = touched
        .posts
        .iter()
        .copied()
        .chain(beside.filter_map(|item| item.post_id))
        .collect();
    let mut subjects = posts_that_may_wait(tx, posts.into_iter().collect()).await?;
    let mut questions = questions_that_may_wait(tx, &threads).await?;
    questions.retain(|question| {
        let brought = question
            .about
            .thread
            .filter(|id| !touched.threads.contains(id));
        let is_old = |(_, since): &(Reason, DateTime<Utc>)| tx.now() - *since >= NEW;
        brought.is_none() || !question.found.iter().any(is_old)
    });
    subjects.extend(questions);
    subjects.extend(mutes_that_may_wait(tx, touched).await?);
    let mut known: HashMap<String, Item> = items
        .into_iter()
        .map(|item| (item.subject.clone(), item))
        .collect();
    for subject in subjects {
        let item = known.remove(&subject.about.subject);
        follow(tx, actor, (item.as_ref(), subject)).await?;
    }
    Ok(())
}

/// Makes one item what it should be, and tells of it.
async fn follow(tx: &Tx, actor: Actor, (item, subject): (Option<&Item>, Subject)) -> Result<()> {
    let community = subject.about.community;
    match (item, next(item, &subject.found, subject.touched)) {
        (None, Next::Opens(waits)) => {
            let item = store::open_new(tx, &subject.about, waits).await?;
            tx.emit(actor, &ItemOpened { community, item }).await
        }
        (Some(item), Next::Opens(waits)) => {
            store::wait_for(tx, item, waits).await?;
            let item = item.id;
            tx.emit(actor, &ItemOpened { community, item }).await
        }
        (Some(item), Next::Changes(waits)) if item.settled_at.is_some() => {
            store::set_checked(tx, item, waits.checked).await
        }
        (Some(item), Next::Changes(waits)) => {
            store::wait_for(tx, item, waits).await?;
            let item = item.id;
            tx.emit(actor, &ItemChanged { community, item }).await
        }
        (Some(item), Next::Settles(checked)) => {
            store::settle(tx, item, checked).await?;
            let item = item.id;
            tx.emit(actor, &ItemSettled { community, item }).await
        }
        (_, Next::Same | Next::Nothing) | (None, Next::Changes(_) | Next::Settles(_)) => Ok(()),
    }
}

async fn posts_that_may_wait(tx: &Tx, ids: Vec<PostId>) -> Result<Vec<Subject>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let conn = tx.conn();
    let posts = channels::posts_visible_to(&conn, Actor::System, &ids).await?;
    let authors = channels::author_standings(&conn, &ids).await?;
    let flagged = store::flagged_since(&conn, &ids).await?;
    let appealed = store::appealed_since(&conn, &ids).await?;
    let around = Around::of(tx, &posts).await?;
    let subjects = posts.iter().map(|seen| {
        let id = seen.post.id;
        let author = authors.get(&id).copied().unwrap_or(AuthorStanding {
            is_first: false,
            role: None,
        });
        let circumstances = Circumstances {
            is_first: author.is_first,
            role: author.role,
            flagged: flagged.get(&id).copied(),
            appealed: appealed.get(&id).copied(),
            ..around.of_post(seen)
        };
        Subject {
            about: About {
                community: seen.post.community_id,
                subject: id.to_string(),
                thread: Some(seen.post.thread_id),
                post: Some(id),
            },
            found: reasons_of(seen, &circumstances, tx.now()),
            touched: seen.post.edited_at,
        }
    });
    Ok(subjects.collect())
}

/// What the rooms below know of posts.
struct Around {
    reviews: HashMap<PostId, Review>,
    /// Conversations in which a misconception stands.
    mistaken: HashSet<ThreadId>,
    /// Undecided suggestions.
    matches: Vec<ClaimMatch>,
    now: DateTime<Utc>,
}

impl Around {
    async fn of(tx: &Tx, posts: &[PostSeen]) -> Result<Self> {
        let conn = tx.conn();
        let ids: Vec<PostId> = posts.iter().map(|seen| seen.post.id).collect();
        let threads: Vec<ThreadId> = posts.iter().map(|seen| seen.post.thread_id).collect();
        Ok(Self {
            reviews: questions::reviews_of(&conn, &ids).await?,
            mistaken: misconceptions::has_misconception(&conn, &threads).await?,
            matches: misconceptions::suggested_for(&conn, &ids).await?,
            now: tx.now(),
        })
    }

    fn of_post(&self, seen: &PostSeen) -> Circumstances {
        let review = self.reviews.get(&seen.post.id);
        let verified = review.is_some_and(|review| review.verified_at.is_some());
        let due = review.filter(|review| review.is_due(self.now));
        Circumstances {
            is_marked: verified || seen.thread.thread.accepted_post_id.is_some(),
            review_due: due.and_then(|review| review.review_at),
            near_misconception: self.mistaken.contains(&seen.post.thread_id),
            resembles: self
                .matches
                .iter()
                .find(|found| found.post_id == seen.post.id)
                .map(|found| found.created_at),
            ..Circumstances::default()
        }
    }
}

async fn questions_that_may_wait(tx: &Tx, threads: &[ThreadId]) -> Result<Vec<Subject>> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    let questions = channels::questions_among(&tx.conn(), threads).await?;
    let subjects = questions.into_iter().map(|question| Subject {
        about: About {
            community: question.community,
            subject: question.thread.to_string(),
            thread: Some(question.thread),
            post: Some(question.opening),
        },
        found: question
            .waits_since
            .map(|since| (Reason::Unanswered, since))
            .into_iter()
            .collect(),
        touched: question.touched_at,
    });
    Ok(subjects.collect())
}

async fn mutes_that_may_wait(tx: &Tx, touched: &Touched) -> Result<Vec<Subject>> {
    let mutes: Vec<MuteId> = touched.mutes.iter().copied().collect();
    let appeals = store::appeals_about(&tx.conn(), &[], &mutes).await?;
    let of = |mute: MuteId| appeals.iter().find(|appeal| appeal.mute_id == Some(mute));
    let subjects = mutes.into_iter().filter_map(|mute| {
        let appeal = of(mute)?;
        let waits = appeal.answered_at.is_none();
        Some(Subject {
            about: About {
                community: appeal.community_id,
                subject: mute.to_string(),
                thread: None,
                post: None,
            },
            found: waits
                .then_some((Reason::Appeal, appeal.created_at))
                .into_iter()
                .collect(),
            touched: None,
        })
    });
    Ok(subjects.collect())
}
