//! How letters come about and leave: look into postboxes that are due, and send what was written.
use crate::commands::{ClaimLetters, KeepLetters, SettleLetter};
use crate::mailing::WritesMail;
use crate::{Choices, OutboxLetter, Stop, When, WriteLetter, store};
use chrono::{DateTime, Utc};
use futures_util::{StreamExt, stream};
use identity::Person;
use kernel::{Actor, Conn, Db, Error, Letter, LetterId, Mail, MailError, Result};
use std::sync::Arc;

/// Postboxes that are looked into in one go.
const LOOKED_MAX: u64 = 64;
/// Letters on their way to the mail server at one time.
const SENDING_MAX: usize = 6;

/// Writes what is due; returns how many postboxes were looked into.
pub async fn write_due_letters<W: WritesMail>(db: &Db, writer: &Arc<W>) -> Result<usize> {
    let due = store::due_postboxes(&db.read(), db.now(), LOOKED_MAX).await?;
    for person in &due {
        let letter = WriteLetter {
            person: *person,
            writer: writer.clone(),
        };
        db.write(Actor::System, letter).await?;
    }
    Ok(due.len())
}

/// How a round of sending went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Letters that were tried.
    pub tried: usize,
    /// Whether the mail server was there.
    pub reached: bool,
}

/// Sends what waits.
///
/// One letter goes first: when nobody answers, the others do not wait for that.
pub async fn send_due_letters(db: &Db, mail: &dyn Mail) -> Result<Sent> {
    // Claiming is a write: looking first keeps an empty outbox from costing a commit each time.
    if store::due_letters(&db.read(), db.now(), 1)
        .await?
        .is_empty()
    {
        return Ok(Sent {
            tried: 0,
            reached: true,
        });
    }
    let mut claimed = db.write(Actor::System, ClaimLetters).await?.into_iter();
    let Some(first) = claimed.next() else {
        return Ok(Sent {
            tried: 0,
            reached: true,
        });
    };
    if !send(db, mail, first).await? {
        for letter in claimed {
            let outcome = None;
            db.write(Actor::System, SettleLetter { letter, outcome })
                .await?;
        }
        return Ok(Sent {
            tried: 1,
            reached: false,
        });
    }
    let tried = claimed.len() + 1;
    let sent: Vec<Result<bool>> = stream::iter(claimed)
        .map(|letter| send(db, mail, letter))
        .buffer_unordered(SENDING_MAX)
        .collect()
        .await;
    let reached = sent.into_iter().collect::<Result<Vec<bool>>>()?;
    Ok(Sent {
        tried,
        reached: reached.into_iter().all(|reached| reached),
    })
}

/// Keeps here what waits: for a server without a mail server.
pub async fn keep_due_letters(db: &Db) -> Result<u64> {
    match store::due_letters(&db.read(), db.now(), 1)
        .await?
        .is_empty()
    {
        true => Ok(0),
        false => db.write(Actor::System, KeepLetters).await,
    }
}

/// Returns whether the mail server was there.
async fn send(db: &Db, mail: &dyn Mail, letter: OutboxLetter) -> Result<bool> {
    let outcome = mail.send(&on_the_wire(&letter)).await;
    let reached = !matches!(outcome, Err(MailError::Unreachable(_)));
    if let Err(error) = &outcome {
        tracing::warn!(letter = %letter.id, attempt = letter.attempts + 1, %error, "a letter did not go");
    }
    let outcome = Some(outcome);
    db.write(Actor::System, SettleLetter { letter, outcome })
        .await?;
    Ok(reached)
}

fn on_the_wire(letter: &OutboxLetter) -> Letter {
    Letter {
        to: letter.recipient.clone(),
        subject: letter.subject.clone(),
        text: letter.body.clone(),
        html: Some(letter.html.clone()),
        mark: Some(mark(letter.id)),
        unsubscribe: letter.unsubscribe.clone(),
        calendar: letter.calendar.clone(),
    }
}

fn mark(letter: LetterId) -> String {
    letter.to_string()
}

/// What a link in a letter is for, whose it is, and what they chose.
///
/// # Errors
/// `Invalid` on `token` when we did not sign it.
pub async fn link_seen(conn: &Conn<'_>, token: &str) -> Result<(Stop, Person, Choices)> {
    let unknown = || {
        Error::invalid("token", "this link is not whole, or not from us")
            .hint("take it from the letter again, or sign in and open Settings, Notifications")
    };
    let claim = Stop::claimed(token).ok_or_else(unknown)?;
    let postbox = store::postbox_of(conn, claim.person()).await?;
    let postbox = postbox.ok_or_else(unknown)?;
    let stop = claim.verified(&postbox.secret).ok_or_else(unknown)?;
    let person = identity::person_by_id(conn, stop.person).await?;
    Ok((stop, person.ok_or_else(unknown)?, postbox.choices))
}

/// What somebody chose; as it begins when they chose nothing yet.
pub async fn choices_of(conn: &Conn<'_>, person: &Person) -> Result<Choices> {
    let postbox = store::postbox_of(conn, person.id).await?;
    Ok(postbox.map(|postbox| postbox.choices).unwrap_or_default())
}

/// How many things wait to be told by a letter.
pub async fn held_count(conn: &Conn<'_>, person: &Person, now: DateTime<Utc>) -> Result<usize> {
    let choices = choices_of(conn, person).await?;
    let pending = store::pending_for(conn, identity::actor_of(person), now).await?;
    Ok(pending
        .kinds()
        .filter(|kind| choices.when(*kind) != When::Not)
        .count())
}
