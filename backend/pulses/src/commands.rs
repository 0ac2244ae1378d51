//! What can be done with pulses: one command for each verb.
mod answering;
mod by_link;
mod change;
mod define;
mod planning;
mod reaction;
mod retime;

pub use answering::{AnswerPulse, SkipPulse};
pub use by_link::{AnswerByLink, LinkPage, LinkState, NoteShutLink, Opened, link_page, mint_link};
pub(crate) use change::take_back;
pub use change::{CancelPulse, ClosePulse, ExportResults, ShareResults, UpdatePulse};
pub use define::{DefinePulse, define_pulse};
pub use planning::templates_for;
pub use reaction::{AnswerReaction, NoteShutForm, reaction_page};
pub use retime::{end_early, retime};

use crate::policy::{Change, PulseSeen};
use crate::{News, Pulse, PulseChanged, store};
use kernel::{Actor, Error, Permit, PersonId, PulseId, Result, Tx, permit};

fn somebody(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

async fn changeable(tx: &Tx, actor: Actor, id: PulseId) -> Result<Permit<Change, PulseSeen>> {
    let seen = store::pulse_seen(&tx.conn(), actor, id).await?;
    permit::<Change, _>(actor, seen)
}

async fn tell(tx: &Tx, actor: Actor, (row, news): (&Pulse, News)) -> Result<()> {
    let fact = PulseChanged {
        community: row.community_id,
        pulse: row.id,
        news,
        session: row.session_id,
    };
    tx.emit(actor, &fact).await
}
