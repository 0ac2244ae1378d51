//! Forms that are filled in on the way out, by whoever holds the link on the wall.
//!
//! Who is signed in and asked counts as themself; anybody else counts once a browser. A browser can be
//! had for nothing, so an open form tells less than a pulse that asks people by name: whoever shows the
//! link decides who may fill it in.
use super::answering::{answered, may_be_answered, questions, send};
use super::by_link::{LinkPage, LinkState, Opened, refuse};
use crate::asking::{AnswerInput, parse_answers};
use crate::policy::{Answer as MayAnswer, PulseSeen};
use crate::{AskedState, Pulse, PulseState, store};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use identity::token_hash;
use kernel::{Actor, Command, Conn, Error, Result, Tx, permit};

const SEAT_CHARS: std::ops::RangeInclusive<usize> = 16..=80;

/// Whether a form may be filled in, and by whom it was already.
async fn state_of(
    conn: &Conn<'_>,
    pulse: &Pulse,
    (who, seat, now): (Who<'_>, Option<&str>, DateTime<Utc>),
) -> Result<LinkState> {
    match pulse.state(now) {
        PulseState::Planned => return Ok(LinkState::Early),
        PulseState::Closed | PulseState::Cancelled => return Ok(LinkState::Closed),
        PulseState::Open => {}
    }
    if communities::rests(conn, pulse.community_id).await? {
        return Ok(LinkState::Closed);
    }
    let is_done = match who {
        Who::Member(seen) => {
            let own = store::asked_of(conn, seen.1, &[pulse.id]).await?;
            own.values().any(|it| it.state == AskedState::Answered)
        }
        Who::Browser => false,
    };
    // A browser counts once, whoever has signed in there since.
    let is_taken = match seat {
        Some(seat) => store::is_seated(conn, pulse, seat_hash(pulse, seat)).await?,
        None => false,
    };
    Ok(match is_done || is_taken {
        true => LinkState::Used,
        false => LinkState::Ready,
    })
}

/// As whom somebody fills it in.
#[derive(Clone, Copy)]
enum Who<'a> {
    Member(&'a (PulseSeen, Actor)),
    Browser,
}

/// Hashed with the pulse: that one browser filled in two forms cannot be told.
fn seat_hash(pulse: &Pulse, seat: &str) -> Vec<u8> {
    token_hash(&format!("{}:{seat}", pulse.id))
}

/// The pulse as a member of its community who is signed in; nothing for anybody else.
async fn member(
    conn: &Conn<'_>,
    actor: Actor,
    pulse: &Pulse,
) -> Result<Option<(PulseSeen, Actor)>> {
    if actor.person().is_none() {
        return Ok(None);
    }
    match store::pulse_seen(conn, actor, pulse.id).await {
        Ok(seen) if seen.standing.is_some() => Ok(Some((seen, actor))),
        Ok(_) | Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What an open link opens, for whoever holds it.
///
/// # Errors
/// `Forbidden` for a member who is signed in and of whom it is not asked; when the database fails.
pub async fn reaction_page(
    conn: &Conn<'_>,
    actor: Actor,
    (token, seat): (&str, Option<&str>),
    now: DateTime<Utc>,
) -> Result<LinkPage> {
    let Some(pulse) = store::pulse_by_token(conn, token).await? else {
        return Ok(LinkPage::shut(LinkState::Unknown));
    };
    let seen = member(conn, actor, &pulse).await?;
    let who = seen.as_ref().map_or(Who::Browser, Who::Member);
    let state = state_of(conn, &pulse, (who, seat, now)).await?;
    if state != LinkState::Ready {
        return Ok(LinkPage::shut(state));
    }
    if let Some((seen, actor)) = seen {
        permit::<MayAnswer, _>(actor, seen)?;
    }
    let asked = store::questions_of(conn, &[pulse.id]).await?;
    Ok(LinkPage {
        state,
        opened: Some(Opened {
            questions: asked.into_values().flatten().collect(),
            person: None,
            pulse,
        }),
    })
}

/// Writes down that the link to a form leads nowhere; nothing where it leads to one. That a form is not
/// open, or was filled in, is no news: it hangs on a wall.
#[derive(Clone, Debug)]
pub struct NoteShutForm {
    pub token: String,
}

#[async_trait]
impl Command for NoteShutForm {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        match store::pulse_by_token(&tx.conn(), &self.token).await? {
            Some(_) => Ok(()),
            None => refuse(tx, (LinkState::Unknown, None)).await.map(drop),
        }
    }
}

/// Fills in an open form, without signing in.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AnswerReactionInput")]
pub struct AnswerReaction {
    /// The last part of the open link.
    pub token: String,
    /// A word of chance that the browser keeps, 16 to 80 characters: it counts once.
    pub seat: String,
    pub answers: Vec<AnswerInput>,
}

#[async_trait]
impl Command for AnswerReaction {
    /// `Ready` when it was sent; otherwise why not.
    type Done = LinkState;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<LinkState> {
        if !SEAT_CHARS.contains(&self.seat.len()) {
            return Err(Error::invalid("seat", "a seat is 16 to 80 characters"));
        }
        let conn = tx.conn();
        let Some(pulse) = store::pulse_by_token(&conn, &self.token).await? else {
            return refuse(tx, (LinkState::Unknown, None)).await;
        };
        let seen = member(&conn, actor, &pulse).await?;
        let who = seen.as_ref().map_or(Who::Browser, Who::Member);
        let state = state_of(&conn, &pulse, (who, Some(&self.seat), tx.now())).await?;
        if state != LinkState::Ready {
            return refuse(tx, (state, Some(pulse.id))).await;
        }
        // The browser they leave behind does not count again without them.
        if !store::take_seat(tx, &pulse, seat_hash(&pulse, &self.seat)).await? {
            return Err(Error::conflict("you have answered this"));
        }
        match seen {
            Some((seen, actor)) => {
                send(tx, &permit::<MayAnswer, _>(actor, seen)?, &self.answers).await?;
            }
            None => self.send_without_name(tx, &pulse).await?,
        }
        Ok(LinkState::Ready)
    }
}

impl AnswerReaction {
    async fn send_without_name(&self, tx: &Tx, pulse: &Pulse) -> Result<()> {
        may_be_answered(pulse, tx)?;
        let given = parse_answers(&questions(tx, pulse.id).await?, &self.answers)?;
        // Nobody's pseudonym: it joins with nothing.
        store::insert_answers(tx, (tx.secret().to_vec(), None), given).await?;
        answered(tx, pulse).await
    }
}
