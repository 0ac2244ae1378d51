//! What can be done with consultations: one command for each verb.
mod answer;
mod ask;
mod assign;
mod by_link;
mod colleague;
mod keep;
mod mint;

pub use answer::{ConfirmConsultation, DeclineConsultation};
pub use ask::{ChangeConsultedColleague, ConsultColleague, ResendConsultation};
pub use assign::AssignConsultations;
pub use by_link::{
    ConfirmByLink, DeclineByLink, LinkPage, LinkState, NoteShutLink, Opened, link_page,
};
pub use colleague::ColleagueInput;
pub use keep::{ConcludeConsultation, ShareConsultation, WithdrawConsultation};
pub(crate) use mint::MintLetter;

use crate::policy::ConsultationSeen;
use crate::{ColleagueTold, Consultation, ConsultationChanged, News, ToColleague, store};
use identity::token_hash;
use kernel::{Actor, ConsultationId, Error, Permit, PersonId, Policy, Result, Tx, body, permit};

const LINE_CHARS_MAX: usize = 300;

fn somebody(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

async fn with_leave<Action>(
    tx: &Tx,
    actor: Actor,
    id: ConsultationId,
) -> Result<Permit<Action, ConsultationSeen>>
where
    ConsultationSeen: Policy<Action>,
{
    let seen = store::consultation_seen(&tx.conn(), actor, id).await?;
    permit::<Action, _>(actor, seen)
}

/// Some paragraphs of plain words.
fn words(field: &'static str, text: &str, chars_max: usize) -> Result<String> {
    let text = body(field, text)?;
    match text.chars().count() > chars_max {
        true => {
            let words = format!("this is too long: {chars_max} characters is the most");
            Err(Error::invalid(field, words))
        }
        false => Ok(text),
    }
}

/// What is kept of an address. It cannot be read; whoever has the database can try addresses they know.
fn address_hash(address: &str) -> Vec<u8> {
    token_hash(&address.to_lowercase())
}

pub(crate) async fn tell(tx: &Tx, actor: Actor, (row, news): (&Consultation, News)) -> Result<()> {
    let fact = ConsultationChanged {
        community: row.community_id,
        consultation: row.id,
        person: row.person_id,
        news,
    };
    tx.emit(actor, &fact).await
}

/// Tells the colleague, where they belong to the community: everybody else has the letter alone.
pub(crate) async fn tell_colleague(tx: &Tx, row: &Consultation, told: ToColleague) -> Result<()> {
    let Some(person) = row.colleague_id else {
        return Ok(());
    };
    let place = row.community_id;
    if !communities::is_member(&tx.conn(), Actor::Person(person), place).await? {
        return Ok(());
    }
    let fact = ColleagueTold {
        community: place,
        consultation: row.id,
        person,
        told,
    };
    tx.emit(Actor::System, &fact).await
}
