use super::answering::{Answering, send};
use crate::asking::AnswerInput;
use crate::policy::Answer as MayAnswer;
use crate::tables::Link;
use crate::{AskedState, LinkRefused, Pulse, PulseState, Question, store};
use async_graphql::{Enum, InputObject};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use identity::{Person, Secret, token_hash};
use kernel::{Actor, Command, Conn, Error, PersonId, PulseId, Result, Tx, permit};
use serde::{Deserialize, Serialize};

/// What a link still opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[graphql(name = "PulseLinkState")]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// The pulse may be answered by it.
    Ready,
    /// Of an open form: it is not open yet.
    Early,
    /// It was answered before: it opens nothing any more.
    Used,
    /// Its time is over.
    Expired,
    /// There is no such link: it was altered, or cut short on its way.
    Unknown,
    /// The pulse was closed or taken back in the meantime.
    Closed,
}

/// What a link opens: one pulse, and nothing else.
#[derive(Clone, Debug)]
pub struct LinkPage {
    pub state: LinkState,
    /// Nothing unless it is ready.
    pub opened: Option<Opened>,
}

#[derive(Clone, Debug)]
pub struct Opened {
    pub pulse: Pulse,
    /// Nobody in particular, of an open form.
    pub person: Option<Person>,
    pub questions: Vec<Question>,
}

impl LinkPage {
    pub fn shut(state: LinkState) -> Self {
        Self {
            state,
            opened: None,
        }
    }
}

/// A new link for who is asked; only its hash is kept.
///
/// # Errors
/// When the database fails.
pub async fn mint_link(tx: &Tx, pulse: PulseId, person: PersonId) -> Result<Option<Secret>> {
    let seen = store::pulse_seen(&tx.conn(), Actor::System, pulse).await?;
    if seen.pulse.state(tx.now()) != PulseState::Open {
        return Ok(None);
    }
    let secret = Secret::mint(tx);
    let until = seen.pulse.closes_at;
    store::insert_link(tx, (pulse, person), (secret.hash(), until)).await?;
    Ok(Some(secret))
}

/// A link that is ours, and the leave that it gives.
struct Leave {
    link: Link,
    person: Person,
    seen: Answering,
}

/// What there is behind a token.
enum Found {
    Ready(Box<Leave>),
    Refused(LinkState, Option<Link>),
}

async fn find(conn: &Conn<'_>, token: &str, now: DateTime<Utc>) -> Result<Found> {
    let link = store::link_by_hash(conn, token_hash(token)).await?;
    let Some(link) = link else {
        return Ok(Found::Refused(LinkState::Unknown, None));
    };
    let refused = |state| Ok(Found::Refused(state, Some(link.clone())));
    if link.used {
        return refused(LinkState::Used);
    }
    let person = identity::person_by_id(conn, link.person_id).await?;
    let Some(person) = person.filter(|it| it.suspended_at.is_none()) else {
        return refused(LinkState::Unknown);
    };
    let actor = identity::actor_of(&person);
    let seen = match store::pulse_seen(conn, actor, link.pulse_id).await {
        Ok(seen) => seen,
        Err(Error::NotFound(_)) => return refused(LinkState::Unknown),
        Err(error) => return Err(error),
    };
    match seen.pulse.state(now) {
        PulseState::Open => {}
        _ if link.expires_at <= now => return refused(LinkState::Expired),
        _ => return refused(LinkState::Closed),
    }
    let asked = store::asked_by(conn, link.pulse_id, person.id).await?;
    if asked.is_some_and(|it| it.state == AskedState::Answered) {
        return refused(LinkState::Used);
    }
    match permit::<MayAnswer, _>(actor, seen) {
        Ok(seen) => Ok(Found::Ready(Box::new(Leave { link, person, seen }))),
        Err(_) => refused(LinkState::Unknown),
    }
}

/// What a link from a letter opens, whoever holds it.
///
/// # Errors
/// When the database fails.
pub async fn link_page(conn: &Conn<'_>, token: &str, now: DateTime<Utc>) -> Result<LinkPage> {
    let leave = match find(conn, token, now).await? {
        Found::Refused(state, _) => return Ok(LinkPage::shut(state)),
        Found::Ready(leave) => leave,
    };
    let pulse = leave.seen.pulse.clone();
    let asked = store::questions_of(conn, &[pulse.id]).await?;
    Ok(LinkPage {
        state: LinkState::Ready,
        opened: Some(Opened {
            questions: asked.into_values().flatten().collect(),
            person: Some(leave.person),
            pulse,
        }),
    })
}

/// Writes down that a link was refused; what was typed is not kept, and neither is who held it: of a link
/// that was used it would tell who answered, and by when.
pub(super) async fn refuse(
    tx: &Tx,
    (state, pulse): (LinkState, Option<PulseId>),
) -> Result<LinkState> {
    let fact = LinkRefused { state, pulse };
    if identity::is_link_worth_telling(tx).await? {
        tx.emit(Actor::Anonymous, &fact).await?;
    }
    Ok(state)
}

/// Writes down that the page of a link opened nothing; nothing where it opens something by now.
#[derive(Clone, Debug)]
pub struct NoteShutLink {
    pub token: String,
}

#[async_trait]
impl Command for NoteShutLink {
    type Done = ();

    async fn run(&self, tx: &Tx, _: Actor) -> Result<()> {
        match find(&tx.conn(), &self.token, tx.now()).await? {
            Found::Ready(_) => Ok(()),
            Found::Refused(state, link) => {
                let pulse = link.map(|it| it.pulse_id);
                refuse(tx, (state, pulse)).await.map(drop)
            }
        }
    }
}

/// Answers by a link from a letter, without signing in. It opens nothing any more after that.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AnswerPulseByLinkInput")]
pub struct AnswerByLink {
    /// The last part of the link.
    pub token: String,
    pub answers: Vec<AnswerInput>,
}

#[async_trait]
impl Command for AnswerByLink {
    /// `Ready` when it was sent; otherwise why not.
    type Done = LinkState;

    async fn run(&self, tx: &Tx, _: Actor) -> Result<LinkState> {
        let leave = match find(&tx.conn(), &self.token, tx.now()).await? {
            Found::Ready(leave) => leave,
            Found::Refused(state, link) => {
                return refuse(tx, (state, link.map(|it| it.pulse_id))).await;
            }
        };
        send(tx, &leave.seen, &self.answers).await?;
        match store::use_link(tx, &leave.seen, leave.link.id).await? {
            true => Ok(LinkState::Ready),
            false => Err(Error::conflict("this link was used just now")),
        }
    }
}
