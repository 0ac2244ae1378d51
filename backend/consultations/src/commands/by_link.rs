//! Answering by the link in a letter, without signing in.
//!
//! Whoever holds a link that opens nothing is told that, and not why: the log knows.
use super::address_hash;
use super::answer::{confirm, decline};
use crate::policy::{Answer, Redeemed};
use crate::tables::Link;
use crate::{ConsultationState, LinkRefused, Refusal, store};
use async_graphql::{Enum, InputObject};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use identity::token_hash;
use kernel::{Actor, Command, Conn, Error, Permit, Result, Tx, permit};

/// What a link from a letter still opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "ConsultationLinkState")]
pub enum LinkState {
    /// The consultation may be answered by it.
    Ready,
    /// Nothing: it was used, taken back, altered or cut short on its way, or its time is over.
    Gone,
}

/// What a link opens, and nothing else.
#[derive(Clone, Debug)]
pub struct LinkPage {
    pub state: LinkState,
    /// Nothing unless it is ready.
    pub opened: Option<Opened>,
}

#[derive(Clone, Debug)]
pub struct Opened {
    pub asker: String,
    pub objective: Option<String>,
    pub question: String,
    pub expires_at: DateTime<Utc>,
}

/// What there is behind a token.
enum Found {
    Ready(Box<(Link, Permit<Answer, Redeemed>)>),
    Refused(Refusal, Option<Link>),
}

async fn find(conn: &Conn<'_>, token: &str, now: DateTime<Utc>) -> Result<Found> {
    let link = store::link_by_hash(conn, token_hash(token)).await?;
    let Some(link) = link else {
        return Ok(Found::Refused(Refusal::Unknown, None));
    };
    let refused = |why| Ok(Found::Refused(why, Some(link.clone())));
    if link.used_at.is_some() {
        return refused(Refusal::Used);
    }
    if link.retired_at.is_some() {
        return refused(Refusal::Retired);
    }
    if link.expires_at <= now {
        return refused(Refusal::Expired);
    }
    let seen = store::consultation_seen(conn, Actor::System, link.consultation_id).await?;
    let rests = communities::rests(conn, seen.consultation.community_id).await?;
    match seen.consultation.state(now) {
        ConsultationState::Asked if !rests => {}
        _ => return refused(Refusal::Retired),
    }
    let leave = permit::<Answer, _>(Actor::System, Redeemed(seen.consultation))?;
    Ok(Found::Ready(Box::new((link, leave))))
}

/// What a link opens, whoever holds it.
///
/// # Errors
/// When the database fails.
pub async fn link_page(conn: &Conn<'_>, token: &str, now: DateTime<Utc>) -> Result<LinkPage> {
    let Found::Ready(ready) = find(conn, token, now).await? else {
        return Ok(LinkPage {
            state: LinkState::Gone,
            opened: None,
        });
    };
    let (link, leave) = *ready;
    let row = &leave.0;
    let asker = identity::person_by_id(conn, row.person_id).await?;
    let ids: Vec<_> = row.objective_id.into_iter().collect();
    let objectives = sessions::objectives_by_ids(conn, &ids).await?;
    Ok(LinkPage {
        state: LinkState::Ready,
        opened: Some(Opened {
            asker: asker.map(|it| it.name).unwrap_or_default(),
            objective: objectives.into_iter().next().map(|it| it.statement),
            question: row.question.clone().unwrap_or_default(),
            expires_at: link.expires_at,
        }),
    })
}

/// Redeems a link, once; what was refused is written down.
async fn redeem(tx: &Tx, actor: Actor, token: &str) -> Result<Option<Permit<Answer, Redeemed>>> {
    match find(&tx.conn(), token, tx.now()).await? {
        Found::Ready(ready) => {
            let (link, leave) = *ready;
            match store::use_link(tx, &leave, link.id).await? {
                true => Ok(Some(leave)),
                false => Err(Error::conflict("this link was used just now")),
            }
        }
        Found::Refused(why, link) => {
            refuse(tx, actor, (why, link)).await?;
            Ok(None)
        }
    }
}

async fn refuse(tx: &Tx, actor: Actor, (why, link): (Refusal, Option<Link>)) -> Result<()> {
    let fact = LinkRefused {
        why,
        consultation: link.map(|it| it.consultation_id),
    };
    match identity::is_link_worth_telling(tx).await? {
        true => tx.emit(actor, &fact).await,
        false => Ok(()),
    }
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
        match find(&tx.conn(), &self.token, tx.now()).await? {
            Found::Ready(_) => Ok(()),
            Found::Refused(why, link) => refuse(tx, actor, (why, link)).await,
        }
    }
}

/// Confirms that they spoke, as the colleague, by the link of a letter. It opens nothing after that.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ConfirmConsultationByLinkInput")]
pub struct ConfirmByLink {
    /// The last part of the link.
    pub token: String,
    /// What the colleague would like to add, at most 300 characters: for who asked.
    pub line: Option<String>,
}

#[async_trait]
impl Command for ConfirmByLink {
    /// Whether it was done; else the link opens nothing.
    type Done = bool;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<bool> {
        let Some(leave) = redeem(tx, actor, &self.token).await? else {
            return Ok(false);
        };
        let row = leave.0.clone();
        confirm(tx, &leave, (row, self.line.as_deref())).await?;
        Ok(true)
    }
}

/// Declines, as the colleague, by the link of a letter. It opens nothing after that.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "DeclineConsultationByLinkInput")]
pub struct DeclineByLink {
    /// The last part of the link.
    pub token: String,
    /// Whether this address is never written to again, whoever asks.
    #[graphql(default)]
    pub never: bool,
}

#[async_trait]
impl Command for DeclineByLink {
    /// Whether it was done; else the link opens nothing.
    type Done = bool;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<bool> {
        let Some(leave) = redeem(tx, actor, &self.token).await? else {
            return Ok(false);
        };
        let row = leave.0.clone();
        if self.never
            && let Some(address) = super::mint::address_of(&tx.conn(), &row).await?
        {
            store::insert_refusal(tx, &leave, address_hash(&address)).await?;
        }
        decline(tx, &leave, row).await?;
        Ok(true)
    }
}
