//! What can be done with check-ins: one command for each verb.
mod answering;
mod by_link;
mod change;
mod define;
mod lead;
mod themes;

pub use answering::{AnswerCheckIn, SaveCheckIn, SetAway, SkipCheckIn};
pub(crate) use answering::{keep, send};
pub use by_link::{
    AnswerByLink, AnsweredByLink, LinkPage, LinkState, NoteShutLink, Opened, SaveByLink, link_page,
    mint_link,
};
pub use change::{CancelCheckIn, CloseCheckIn, UpdateCheckIn, retime};
pub(crate) use define::closing_before;
pub use define::{DefineCheckIn, ScheduleAsked, comes_back, define_check_in, preview};
pub use lead::{NudgeCheckIn, TakeIntoSession};
pub use themes::{CreateTheme, RemoveTheme, UpdateTheme};

use crate::policy::{Change, CheckInSeen, Lead};
use crate::{CheckIn, CheckInChanged, News, store};
use kernel::{Actor, CheckInId, Error, Permit, PersonId, Result, Tx, permit};

fn somebody(actor: Actor) -> Result<PersonId> {
    actor.person().ok_or(Error::SignInFirst)
}

async fn changeable(tx: &Tx, actor: Actor, id: CheckInId) -> Result<Permit<Change, CheckInSeen>> {
    let seen = store::check_in_seen(&tx.conn(), actor, id).await?;
    permit::<Change, _>(actor, seen)
}

/// Leave to make something of the answers, where anything may be changed at all.
async fn led(tx: &Tx, actor: Actor, id: CheckInId) -> Result<Permit<Lead, CheckInSeen>> {
    let seen = store::check_in_seen(&tx.conn(), actor, id).await?;
    let seen = permit::<Lead, _>(actor, seen)?.into_subject();
    let seen = permit::<Change, _>(actor, seen)?.into_subject();
    permit::<Lead, _>(actor, seen)
}

async fn tell(tx: &Tx, actor: Actor, (row, news): (&CheckIn, News)) -> Result<()> {
    let fact = CheckInChanged {
        community: row.community_id,
        check_in: row.id,
        news,
        session: row.session_id,
    };
    tx.emit(actor, &fact).await
}
