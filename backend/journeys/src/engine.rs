//! Doing what is due.
//!
//! What an item does and its mark are one transaction: killed anywhere, it happened whole or not at
//! all, and whoever comes next, on this node or another, finds it done or does it. Nothing is leased,
//! so nothing waits for who is gone, and the clock may jump: what is done stays done.
use crate::actions::{Action, Actions};
use crate::commands::settle;
use crate::occasion::Occasion;
use crate::schedule::{Fate, fate};
use crate::step::step_named;
use crate::{ItemSettled, Journey, JourneyItem, JourneyItemState, JourneyItemWhy, store};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use futures_util::stream::{self, StreamExt};
use kernel::{Actor, Command, Conn, Db, Error, JourneyItemId, Result, Tx};
use std::sync::Arc;

/// How many items are looked up at once.
const BATCH: u64 = 256;
const ATTEMPTS_MAX: i32 = 8;

/// Does what is due now; returns how many items were looked at.
pub async fn run_due_items(db: &Db, actions: &Arc<Actions>) -> Result<usize> {
    let mut due = store::due_items(&db.read(), db.now(), BATCH).await?;
    // Nodes that begin at different places seldom meet.
    let mut chance = [0_u8; 8];
    db.parts().entropy.fill(&mut chance);
    if !due.is_empty() {
        let start = u64::from_be_bytes(chance) % due.len() as u64;
        due.rotate_left(usize::try_from(start).unwrap_or(0));
    }
    let looked_at = due.len();
    let (together, abreast) = store::pace(&db.read());
    let batches: Vec<Vec<JourneyItemId>> = due.chunks(together).map(<[_]>::to_vec).collect();
    let mut running = stream::iter(batches)
        .map(|items| run_items(db, actions, items))
        .buffer_unordered(abreast);
    while let Some(outcome) = running.next().await {
        outcome?;
    }
    Ok(looked_at)
}

/// How long there is nothing to do, as things stand; nothing when nothing is ahead.
pub async fn pause_until_due(conn: &Conn<'_>, now: DateTime<Utc>) -> Result<Option<TimeDelta>> {
    let next = store::next_due(conn).await?;
    Ok(next.map(|next| (next - now).max(TimeDelta::zero())))
}

/// Does several items in one transaction; when one of them cannot be done, each by itself.
async fn run_items(db: &Db, actions: &Arc<Actions>, items: Vec<JourneyItemId>) -> Result<()> {
    // Another node may have been here: looking costs less than a transaction.
    let now = db.now();
    let mut found = store::items_by_ids(&db.read(), &items).await?;
    found.retain(|item| may_run(item, now));
    let due: Vec<JourneyItemId> = found.iter().map(|item| item.id).collect();
    match due.as_slice() {
        [] => return Ok(()),
        [item] => return run_item(db, actions, *item).await,
        _ => {}
    }
    let run = RunItems {
        items: due.clone(),
        actions: actions.clone(),
    };
    match db.write(Actor::System, run).await {
        Ok(()) => return Ok(()),
        Err(Error::Unavailable(_)) => return Ok(()),
        Err(error) => tracing::debug!(%error, "items of journeys are done one by one"),
    }
    for item in due {
        run_item(db, actions, item).await?;
    }
    Ok(())
}

async fn run_item(db: &Db, actions: &Arc<Actions>, item: JourneyItemId) -> Result<()> {
    let run = RunItems {
        items: vec![item],
        actions: actions.clone(),
    };
    match db.write(Actor::System, run).await {
        Ok(()) => Ok(()),
        // Others were faster each time, or the server closes: it is no failure of its own, and the next
        // round comes by again.
        Err(Error::Unavailable(_)) => Ok(()),
        Err(error) => {
            tracing::warn!(%item, %error, "an item of a journey could not be done");
            let failed = PutOff {
                item,
                words: words_of(&error),
            };
            db.write(Actor::System, failed).await
        }
    }
}

fn may_run(item: &JourneyItem, now: DateTime<Utc>) -> bool {
    item.run_after.is_some_and(|from| from <= now)
}

/// Why something failed, for people who plan; what is ours stays in the log.
fn words_of(error: &Error) -> String {
    match error {
        Error::Internal(_) => "something went wrong on our side; the log says what".to_owned(),
        Error::Invalid {
            message,
            hint: Some(hint),
            ..
        } => format!("{message}; {hint}"),
        error => error.to_string(),
    }
}

/// Does items that are due, if nobody else does.
struct RunItems {
    items: Vec<JourneyItemId>,
    actions: Arc<Actions>,
}

#[async_trait]
impl Command for RunItems {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        for item in &self.items {
            self.run_one(tx, *item).await?;
        }
        Ok(())
    }
}

impl RunItems {
    async fn run_one(&self, tx: &Tx, item: JourneyItemId) -> Result<()> {
        let taken = store::take_item(tx, item).await?;
        let Some(item) = taken.filter(|item| may_run(item, tx.now())) else {
            return Ok(());
        };
        let journey = store::journey_by_id(&tx.conn(), item.journey_id).await?;
        let moment = Moment::of(tx, &self.actions, (&journey, &item)).await?;
        if !moment.is_let {
            return settle(tx, Actor::System, &journey).await;
        }
        let done = match moment.fate(tx.now()) {
            Fate::TooLate => skipped(item, JourneyItemWhy::TooLate),
            Fate::Ahead | Fate::Now => moment.performed(tx, item).await?,
        };
        settled(tx, done).await
    }
}

/// Does an item, and returns it marked. Its mark is for the caller to write, in the same transaction.
pub(crate) async fn perform(
    tx: &Tx,
    actions: &Actions,
    (journey, item): (&Journey, JourneyItem),
) -> Result<JourneyItem> {
    Moment::of(tx, actions, (journey, &item))
        .await?
        .performed(tx, item)
        .await
}

/// What is to be done, and all that it needs to know.
struct Moment<'a> {
    action: &'a dyn Action,
    occasion: Occasion,
    is_let: bool,
}

impl<'a> Moment<'a> {
    async fn of(
        tx: &Tx,
        actions: &'a Actions,
        (journey, item): (&Journey, &JourneyItem),
    ) -> Result<Self> {
        let gone = || Error::conflict("its step was taken out of the journey");
        let step = step_named(&journey.steps.0, &item.step).ok_or_else(gone)?;
        let conn = tx.conn();
        let community = communities::community_by_id(&conn, journey.community_id)
            .await?
            .ok_or(Error::NotFound("community"))?;
        let scene = store::scene(&conn, &community, journey.session_id).await?;
        Ok(Self {
            action: actions.of(&step.action)?,
            is_let: scene.circumstances.lets(&journey.steps.0, step),
            occasion: scene.occasion(&conn, (journey, item, step)).await?,
        })
    }

    fn fate(&self, now: DateTime<Utc>) -> Fate {
        let until = self.action.useful_until(&self.occasion);
        fate(self.occasion.due_at, until, now)
    }

    async fn performed(&self, tx: &Tx, item: JourneyItem) -> Result<JourneyItem> {
        let outcome = self.action.perform(tx, &self.occasion).await?;
        if !outcome.is_something() {
            return Ok(skipped(item, JourneyItemWhy::Nobody));
        }
        Ok(JourneyItem {
            state: JourneyItemState::Done,
            why: None,
            run_after: None,
            done_at: Some(tx.now()),
            outcome: Some(outcome),
            last_error: None,
            ..item
        })
    }
}

fn skipped(item: JourneyItem, why: JourneyItemWhy) -> JourneyItem {
    JourneyItem {
        state: JourneyItemState::Skipped,
        why: Some(why),
        run_after: None,
        ..item
    }
}

async fn settled(tx: &Tx, item: JourneyItem) -> Result<()> {
    let fact = ItemSettled {
        item: item.id,
        journey: item.journey_id,
        community: item.community_id,
    };
    store::update_item(tx, item).await?;
    tx.emit(Actor::System, &fact).await
}

/// Notes why an item could not be done, and when it is tried again.
struct PutOff {
    item: JourneyItemId,
    words: String,
}

#[async_trait]
impl Command for PutOff {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        let taken = store::take_item(tx, self.item).await?;
        let Some(item) = taken.filter(|item| may_run(item, tx.now())) else {
            return Ok(());
        };
        let attempts = item.attempts + 1;
        let hopeless = attempts >= ATTEMPTS_MAX;
        let put_off = JourneyItem {
            state: match hopeless {
                true => JourneyItemState::Failed,
                false => JourneyItemState::Pending,
            },
            run_after: (!hopeless).then(|| tx.now() + pause_after(attempts)),
            attempts,
            last_error: Some(self.words.clone()),
            ..item
        };
        settled(tx, put_off).await
    }
}

/// Half a minute, doubled for each attempt: an hour in all.
fn pause_after(attempts: i32) -> TimeDelta {
    TimeDelta::seconds(30 << (attempts.clamp(1, ATTEMPTS_MAX) - 1))
}
