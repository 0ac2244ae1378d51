use crate::store;
use crate::{Carry, LetterSentAgain, LetterState, OutboxLetter, ReadOutbox};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::TimeDelta;
use kernel::{Actor, Command, Error, LetterId, MailError, Organisation, Result, Tx, permit};

/// Letters that one node sends in one go.
const CLAIM_MAX: u64 = 24;
const ATTEMPTS_MAX: i32 = 8;
/// How long a letter waits for a mail server that nobody can reach.
const WAITS_MAX: TimeDelta = TimeDelta::days(3);

/// Takes letters to send.
pub(crate) struct ClaimLetters;

#[async_trait]
impl Command for ClaimLetters {
    type Done = Vec<OutboxLetter>;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Vec<OutboxLetter>> {
        permit::<Carry, _>(actor, Organisation)?;
        let mut due = store::due_letters(&tx.conn(), tx.now(), CLAIM_MAX).await?;
        store::lease(tx, &mut due).await?;
        Ok(due)
    }
}

/// Writes down how sending a letter went.
pub(crate) struct SettleLetter {
    pub letter: OutboxLetter,
    /// Nothing when it was not tried after all.
    pub outcome: Option<Result<(), MailError>>,
}

#[async_trait]
impl Command for SettleLetter {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        permit::<Carry, _>(actor, Organisation)?;
        let mut letter = self.letter.clone();
        let waits_too_long = tx.now() - letter.created_at > WAITS_MAX;
        match &self.outcome {
            None => {}
            Some(Ok(())) => {
                letter.state = LetterState::Sent;
                letter.attempts += 1;
                letter.failure = None;
            }
            // It is not the letter's fault, and does not count against it.
            Some(Err(MailError::Unreachable(words))) => {
                letter.run_at = tx.now() + TimeDelta::seconds(30);
                letter.failure = Some(words.clone());
                if waits_too_long {
                    letter.state = LetterState::Refused;
                }
            }
            Some(Err(MailError::Later(words))) => {
                letter.attempts += 1;
                letter.run_at = tx.now() + pause_after(letter.attempts);
                letter.failure = Some(words.clone());
                if letter.attempts >= ATTEMPTS_MAX {
                    letter.state = LetterState::Refused;
                }
            }
            Some(Err(MailError::Refused(words))) => {
                letter.attempts += 1;
                letter.failure = Some(words.clone());
                letter.state = LetterState::Refused;
            }
        }
        letter.settled_at = (letter.state != LetterState::Waiting).then_some(tx.now());
        store::settle(tx, &letter).await
    }
}

/// A minute, doubled for each attempt, 12 hours at most.
fn pause_after(attempts: i32) -> TimeDelta {
    let doublings = attempts.clamp(1, 11) - 1;
    TimeDelta::minutes(1 << doublings).min(TimeDelta::hours(12))
}

/// Keeps here what waits, as there is no mail server.
pub(crate) struct KeepLetters;

#[async_trait]
impl Command for KeepLetters {
    type Done = u64;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<u64> {
        permit::<Carry, _>(actor, Organisation)?;
        store::keep_waiting(tx).await
    }
}

/// Sends a letter again that was refused or kept.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SendLetterAgainInput")]
pub struct SendLetterAgain {
    /// Which one.
    pub letter: LetterId,
}

#[async_trait]
impl Command for SendLetterAgain {
    type Done = OutboxLetter;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<OutboxLetter> {
        permit::<ReadOutbox, _>(actor, Organisation)?;
        let found = store::letter_by_id(&tx.conn(), self.letter).await?;
        let letter = found.ok_or(Error::NotFound("letter"))?;
        match letter.state {
            LetterState::Waiting => Ok(letter),
            LetterState::Sent => Err(Error::conflict("this letter was sent")),
            LetterState::Refused | LetterState::Kept => {
                let fact = LetterSentAgain {
                    person: letter.person_id,
                    letter: letter.id,
                };
                tx.emit(actor, &fact).await?;
                store::wait_again(tx, letter).await
            }
        }
    }
}

/// Clears away letters that were settled a month ago.
#[derive(Clone, Copy, Debug)]
pub struct SweepLetters;

#[async_trait]
impl Command for SweepLetters {
    type Done = u64;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<u64> {
        permit::<Carry, _>(actor, Organisation)?;
        store::sweep(tx).await
    }
}
