//! Sign-ins that were refused are facts, too: as many as somebody can read.
use crate::store::{self, Throttle};
use crate::{Refused, SignInRefused, Visitor, token_hash};
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{Actor, Command, Result, Tx, hex};

/// Facts of one household in an hour, and of all together: a flood tells nothing that these do not.
const HOUSEHOLD_MAX: i32 = 20;
const ALL_MAX: i32 = 500;
const WINDOW: TimeDelta = TimeDelta::hours(1);
/// Letters of the mark: enough to tell addresses apart, and too few to be a key to anything.
const MARK_CHARS: usize = 12;

/// What stands for an e-mail address where it must not stand itself.
pub fn mark_of(email: &str) -> String {
    let mut mark = hex(&token_hash(email));
    mark.truncate(MARK_CHARS);
    mark
}

/// Tells that a sign-in was refused, unless enough was told this hour.
pub(super) struct NoteRefusal {
    pub why: Refused,
    pub email: String,
    pub visitor: Visitor,
}

#[async_trait]
impl Command for NoteRefusal {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        if !is_worth_telling(tx, &self.visitor).await? {
            return Ok(());
        }
        let fact = SignInRefused {
            why: self.why,
            mark: mark_of(&self.email),
            address: self.visitor.household(),
            device: self.visitor.device.clone(),
        };
        tx.emit(Actor::Anonymous, &fact).await
    }
}

/// Whether one more refusal to this visitor is told this hour. It counts as told then.
///
/// # Errors
/// When the count cannot be kept.
pub async fn is_worth_telling(tx: &Tx, visitor: &Visitor) -> Result<bool> {
    is_few(tx, ("told-refusals", visitor.household().as_deref())).await
}

/// Whether one more link that opened nothing is told this hour, of where this change is asked from. It
/// counts as told then, apart from sign-ins: links that are guessed hide none of those.
///
/// # Errors
/// When the count cannot be kept.
pub async fn is_link_worth_telling(tx: &Tx) -> Result<bool> {
    let household = tx.asked_from().and_then(|it| it.address.as_deref());
    is_few(tx, ("told-links", household)).await
}

async fn is_few(tx: &Tx, (what, household): (&str, Option<&str>)) -> Result<bool> {
    let own = format!("{what}:{}", household.unwrap_or_default());
    for (key, most) in [(own, HOUSEHOLD_MAX), (what.to_owned(), ALL_MAX)] {
        if !is_within(tx, &key, most).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Counts one more in this hour, if that is not too many.
async fn is_within(tx: &Tx, key: &str, most: i32) -> Result<bool> {
    let before = store::throttle_of(&tx.conn(), key).await?;
    let hour = before.filter(|row| tx.now() < row.since + WINDOW);
    let (count, since) = hour.map_or((0, tx.now()), |row| (row.failures, row.since));
    if count >= most {
        return Ok(false);
    }
    let row = Throttle {
        key: key.to_owned(),
        failures: count + 1,
        since,
        closed_until: None,
    };
    store::keep_throttle(tx, row).await?;
    Ok(true)
}
