use super::{keep, send};
use crate::asking::{AnswerInput, Given};
use crate::policy::{Answer as MayAnswer, CheckInSeen};
use crate::tables::Link;
use crate::{CheckIn, CheckInState, LinkRefused, Question, Truth, store};
use async_graphql::{Enum, InputObject};
use async_trait::async_trait;
use identity::{Person, Secret, token_hash};
use kernel::{Actor, CheckInId, Command, Conn, Error, Permit, PersonId, Result, Tx, permit};
use serde::{Deserialize, Serialize};

/// What a link from a letter still opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, Serialize, Deserialize)]
#[graphql(name = "CheckInLinkState")]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// The check-in may be answered by it.
    Ready,
    /// It was answered by it before, or otherwise: it opens nothing any more.
    Used,
    /// Its time is over.
    Expired,
    /// There is no such link: it was altered, or cut short on its way.
    Unknown,
    /// The check-in was closed or taken back in the meantime.
    Closed,
}

/// What a link opens: one check-in, for one person, and nothing else.
#[derive(Clone, Debug)]
pub struct LinkPage {
    pub state: LinkState,
    /// Nothing unless it is ready.
    pub opened: Option<Opened>,
}

#[derive(Clone, Debug)]
pub struct Opened {
    pub check_in: CheckIn,
    pub person: Person,
    pub questions: Vec<Question>,
    pub saved: Vec<Given>,
}

/// A new link for who is asked; only its hash is kept.
///
/// # Errors
/// When the database fails.
pub async fn mint_link(tx: &Tx, check_in: CheckInId, person: PersonId) -> Result<Option<Secret>> {
    let seen = store::check_in_seen(&tx.conn(), Actor::System, check_in).await?;
    if seen.check_in.state(tx.now()) != CheckInState::Open {
        return Ok(None);
    }
    let secret = Secret::mint(tx);
    let until = seen.check_in.closes_at;
    store::insert_link(tx, (check_in, person), (secret.hash(), until)).await?;
    Ok(Some(secret))
}

/// A link that is ours, and the leave that it gives.
struct Leave {
    link: Link,
    person: Person,
    seen: Permit<MayAnswer, CheckInSeen>,
}

/// What there is behind a token.
enum Found {
    Ready(Box<Leave>),
    Refused(LinkState, Option<Link>),
}

async fn find(conn: &Conn<'_>, token: &str, now: chrono::DateTime<chrono::Utc>) -> Result<Found> {
    let link = store::link_by_hash(conn, token_hash(token)).await?;
    let Some(link) = link else {
        return Ok(Found::Refused(LinkState::Unknown, None));
    };
    let refused = |state| Ok(Found::Refused(state, Some(link.clone())));
    if link.used_at.is_some() {
        return refused(LinkState::Used);
    }
    let person = identity::person_by_id(conn, link.person_id).await?;
    let Some(person) = person.filter(|it| it.suspended_at.is_none()) else {
        return refused(LinkState::Unknown);
    };
    let actor = identity::actor_of(&person);
    let seen = match store::check_in_seen(conn, actor, link.check_in_id).await {
        Ok(seen) => seen,
        Err(Error::NotFound(_)) => return refused(LinkState::Unknown),
        Err(error) => return Err(error),
    };
    match seen.check_in.state(now) {
        CheckInState::Open => {}
        _ if link.expires_at <= now => return refused(LinkState::Expired),
        _ => return refused(LinkState::Closed),
    }
    let response = store::response_of(conn, link.check_in_id, person.id).await?;
    if response.is_some_and(|it| it.state.is_sent()) {
        return refused(LinkState::Used);
    }
    match permit::<MayAnswer, _>(actor, seen) {
        Ok(seen) => Ok(Found::Ready(Box::new(Leave { link, person, seen }))),
        Err(_) => refused(LinkState::Unknown),
    }
}

/// What a link opens, whoever holds it.
///
/// # Errors
/// When the database fails.
pub async fn link_page(
    conn: &Conn<'_>,
    token: &str,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<LinkPage> {
    let leave = match find(conn, token, now).await? {
        Found::Refused(state, _) => {
            return Ok(LinkPage {
                state,
                opened: None,
            });
        }
        Found::Ready(leave) => leave,
    };
    let check_in = leave.seen.check_in.clone();
    let asked = store::questions_of(conn, &[check_in.id]).await?;
    let response = store::response_of(conn, check_in.id, leave.person.id).await?;
    let saved = match response {
        Some(row) => store::answers_of(conn, &[row.id]).await?,
        None => Vec::new(),
    };
    let saved = saved.into_iter().map(|it| Given {
        question: it.question_id,
        text: it.text,
        choice: it.choice,
    });
    Ok(LinkPage {
        state: LinkState::Ready,
        opened: Some(Opened {
            saved: saved.collect(),
            questions: asked.into_values().flatten().collect(),
            person: leave.person,
            check_in,
        }),
    })
}

/// What a link gives leave to; or why it does not, which is written down.
async fn redeem(
    tx: &Tx,
    actor: Actor,
    token: &str,
) -> Result<std::result::Result<Box<Leave>, LinkState>> {
    let (state, link) = match find(&tx.conn(), token, tx.now()).await? {
        Found::Ready(leave) => return Ok(Ok(leave)),
        Found::Refused(state, link) => (state, link),
    };
    let fact = LinkRefused {
        state,
        check_in: link.as_ref().map(|it| it.check_in_id),
        person: link.as_ref().map(|it| it.person_id),
    };
    if identity::is_link_worth_telling(tx).await? {
        tx.emit(actor, &fact).await?;
    }
    Ok(Err(state))
}

/// Writes down that the page of a link opened nothing; nothing where it opens something by now.
#[derive(Clone, Debug)]
pub struct NoteShutLink {
    pub token: String,
}

#[async_trait]
impl Command for NoteShutLink {
    type Done = ();

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<()> {
        redeem(tx, actor, &self.token).await.map(drop)
    }
}

/// Keeps what somebody answered so far by a link from a letter, question by question; the rest stays, and
/// so does the link. It is nobody else's until it is sent.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SaveCheckInByLinkInput")]
pub struct SaveByLink {
    /// The last part of the link.
    pub token: String,
    pub answers: Vec<AnswerInput>,
}

#[async_trait]
impl Command for SaveByLink {
    /// `Ready` when it was kept; otherwise why not.
    type Done = LinkState;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<LinkState> {
        match redeem(tx, actor, &self.token).await? {
            Ok(leave) => {
                keep(tx, &leave.seen, &self.answers).await?;
                Ok(LinkState::Ready)
            }
            Err(state) => Ok(state),
        }
    }
}

/// Answers by a link from a letter, without signing in. It opens nothing any more after that.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "AnswerCheckInByLinkInput")]
pub struct AnswerByLink {
    /// The last part of the link.
    pub token: String,
    pub answers: Vec<AnswerInput>,
}

#[async_trait]
impl Command for AnswerByLink {
    type Done = AnsweredByLink;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<AnsweredByLink> {
        let leave = match redeem(tx, actor, &self.token).await? {
            Ok(leave) => leave,
            Err(state) => {
                let truths = Vec::new();
                return Ok(AnsweredByLink { state, truths });
            }
        };
        send(tx, &leave.seen, &self.answers).await?;
        if !store::use_link(tx, &leave.seen, leave.link.id).await? {
            return Err(Error::conflict("this link was used just now"));
        }
        let (whoever, check_in) = (leave.seen.actor(), leave.seen.check_in.id);
        Ok(AnsweredByLink {
            state: LinkState::Ready,
            truths: store::what_holds(&tx.conn(), whoever, check_in).await?,
        })
    }
}

/// What became of answers that came by a link.
#[derive(Clone, Debug)]
pub struct AnsweredByLink {
    /// `Ready` when they were sent; otherwise why not.
    pub state: LinkState,
    /// What holds of what was asked about again, now that it was answered.
    pub truths: Vec<Truth>,
}
