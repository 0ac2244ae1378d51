//! What moderation does when others tell, and as time passes.
use crate::queue::{Touched, put_right};
use crate::store::{self, NewAct};
use crate::{
    ActKind, AppealChanged, FlagChanged, ItemChanged, ItemOpened, ItemSettled, PromiseBroken, Told,
    ToldNoMore,
};
use async_trait::async_trait;
use channels::{PostDeleted, ThreadBroughtIn};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Actor, Command, CommunityId, Db, Error, Event, Fact, Follower, MuteId, PostId, Result, Tx,
};
use misconceptions::{ClaimMatched, ExposuresAudited, MisconceptionChanged, claim_match_seen};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;

/// Keeps the queue of moderators: whatever a fact names is looked at again.
///
/// What an import brings in is no news, but for questions that were asked lately.
#[derive(Debug, Default)]
pub struct KeepQueue;

#[async_trait]
impl Follower for KeepQueue {
    const NAME: &'static str = "moderation";

    fn heeds(&self, fact: &Fact) -> bool {
        fact.kind == ThreadBroughtIn::KIND || is_of_interest(fact)
    }

    async fn hear(&self, tx: &Tx, facts: &[Fact]) -> Result<()> {
        let mut touched = Touched::default();
        for fact in facts {
            if fact.kind == ThreadBroughtIn::KIND {
                touched.brought.extend(fact.place.thread);
            }
            if !is_of_interest(fact) {
                continue;
            }
            // Kinds come and go in the rooms below; what they name, they name alike.
            touched.posts.extend(named::<PostId>(fact, "post"));
            touched.threads.extend(fact.place.thread);
            touched.mutes.extend(named::<MuteId>(fact, "mute"));
        }
        touched.posts.extend(suggested(tx, facts).await?);
        put_right(tx, Actor::System, &touched).await?;
        for fact in facts {
            log(tx, fact).await?;
        }
        Ok(())
    }
}

/// The posts of which it was said, or asked, whether they resemble a misconception.
async fn suggested(tx: &Tx, facts: &[Fact]) -> Result<Vec<PostId>> {
    let conn = tx.conn();
    let mut posts = Vec::new();
    let mut places = BTreeSet::new();
    for fact in facts {
        if let Some(it) = fact.as_event::<ClaimMatched>() {
            let seen = claim_match_seen(&conn, Actor::System, it.claim_match).await?;
            posts.push(seen.claim_match.post_id);
        } else if fact.kind == MisconceptionChanged::KIND {
            places.extend(fact.place.community);
        }
    }
    let places: Vec<CommunityId> = places.into_iter().collect();
    posts.extend(store::resembling_in(&conn, &places).await?);
    Ok(posts)
}

/// A fact of questions: a moderator learns who asked without a name.
const ASKER_REVEALED: &str = "questions.asker_revealed";

/// What moderators do elsewhere than in the queue stands in their log too, once for each fact.
async fn log(tx: &Tx, fact: &Fact) -> Result<()> {
    let (kind, post) = match fact.kind.as_str() {
        PostDeleted::KIND => (ActKind::DeletedPost, named::<PostId>(fact, "post")),
        ASKER_REVEALED => (ActKind::RevealedAsker, None),
        ExposuresAudited::KIND => (ActKind::AuditedReaders, None),
        _ => return Ok(()),
    };
    if let Some(id) = post {
        let by = fact.actor.map_or(Actor::System, Actor::Person);
        match channels::post_seen(&tx.conn(), Actor::System, id).await {
            // Who takes their own words back keeps no order by it.
            Ok(seen) if seen.post.is_by(by) => return Ok(()),
            Ok(_) => {}
            Err(Error::NotFound(_)) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    let act = NewAct {
        thread: fact.place.thread,
        post,
        reason: named(fact, "reason"),
        ..NewAct::of(kind, fact.place.community)
    };
    store::insert_act_of(tx, fact, act).await
}

fn named<Id: DeserializeOwned>(fact: &Fact, name: &str) -> Option<Id> {
    serde_json::from_value(fact.body.get(name)?.clone()).ok()
}

/// Whether it may change what waits. Its own news are not heard again; neither is what somebody reads.
fn is_of_interest(fact: &Fact) -> bool {
    const NEVER: [&str; 9] = [
        ItemOpened::KIND,
        ItemChanged::KIND,
        ItemSettled::KIND,
        PromiseBroken::KIND,
        Told::KIND,
        ToldNoMore::KIND,
        ThreadBroughtIn::KIND,
        channels::ReadMoved::KIND,
        channels::FollowChanged::KIND,
    ];
    let own = [FlagChanged::KIND, AppealChanged::KIND];
    let rooms = ["channels.", "questions.", "misconceptions."];
    let kind = fact.kind.as_str();
    !NEVER.contains(&kind)
        && kind != channels::ReactionChanged::KIND
        && (own.contains(&kind) || rooms.iter().any(|room| kind.starts_with(room)))
}

/// Tells facilitators of the question that waits longest in their community, once it waits for longer
/// than was promised. Each is told once.
pub async fn tell_of_broken_promises(db: &Db) -> Result<()> {
    let conn = db.read();
    let waiting = store::longest_waiting(&conn).await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let promised = communities::answer_promises(&conn).await?;
    for (community, since) in waiting {
        let Some(hours) = promised.get(&community) else {
            continue;
        };
        let promised_by = since + TimeDelta::hours(i64::from(*hours));
        if promised_by > db.now() {
            continue;
        }
        let told = store::oldest_unanswered(&conn, community).await?;
        if told.is_some_and(|item| item.breach_told_at.is_none()) {
            let note = NoteBrokenPromise {
                community,
                promised_by,
            };
            db.write(Actor::System, note).await?;
        }
    }
    Ok(())
}

/// How many posts are looked at in one go: nobody who writes waits longer than that takes.
const REVIEWS_MAX: usize = 50;

/// Lets what was verified wait for a moderator once its review is due: time alone tells of that.
pub async fn look_for_due_reviews(db: &Db) -> Result<()> {
    let conn = db.read();
    let due = questions::due_by(&conn, db.now()).await?;
    let new = store::not_waiting_for_review(&conn, &due).await?;
    if new.is_empty() {
        return Ok(());
    }
    for some in new.chunks(REVIEWS_MAX) {
        let posts = some.iter().copied().collect();
        db.write(Actor::System, NoteDueReviews { posts }).await?;
    }
    Ok(())
}

struct NoteDueReviews {
    posts: BTreeSet<PostId>,
}

#[async_trait]
impl Command for NoteDueReviews {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let touched = Touched {
            posts: self.posts.clone(),
            ..Touched::default()
        };
        put_right(tx, actor, &touched).await
    }
}

struct NoteBrokenPromise {
    community: CommunityId,
    promised_by: DateTime<Utc>,
}

#[async_trait]
impl Command for NoteBrokenPromise {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        let item = store::oldest_unanswered(&tx.conn(), self.community).await?;
        // Another node may have told of it meanwhile.
        let Some(item) = item.filter(|item| item.breach_told_at.is_none()) else {
            return Ok(());
        };
        let Some(thread) = item.thread_id else {
            return Ok(());
        };
        store::set_breach_told(tx, &item).await?;
        let fact = PromiseBroken {
            community: self.community,
            item: item.id,
            thread,
            promised_by: self.promised_by,
        };
        tx.emit(actor, &fact).await
    }
}
