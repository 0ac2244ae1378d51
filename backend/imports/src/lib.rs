//! Imports: archives and rosters from elsewhere.
//!
//! Invariants:
//! - a record is brought in once, however often its archive is;
//! - every record of a source stands on the sheet: brought in, there already, or dropped for a reason;
//! - memory does not grow with what people wrote: archives are read twice, or laid aside on disk;
//! - a roster is applied whole or not at all, and takes back only what it did itself;
//! - a list of people to be invited does nothing before somebody says so; done again, it goes on where it was;
//! - nobody is told of what is brought in; only the index hears of it. Whom a roster makes an account for is
//!   invited to it.
mod conversations;
mod events;
mod held;
mod html;
mod inviting;
mod landing;
mod origin;
mod people;
mod policy;
mod progress;
mod roster;
mod sheet;
mod slack;
mod stackexchange;
mod store;
mod tables;
mod words;

pub use events::{ImportFinished, InvitesSent, RosterApplied, RosterUndone};
pub use held::held;
pub use inviting::{PreviewInvites, SendInviteList, SendInvites, send_invite_list};
pub use policy::{Apply, BringIn, RosterSeen};
pub use progress::{Progress, Unheard};
pub use roster::{
    ApplyRoster, Intent, InviteArrivals, PreviewRoster, ROSTER_BYTES_MAX, SweepRosters, UndoRoster,
    import_roster, invite_arrivals,
};
pub use sheet::{Dropped, Line, Sheet};
pub use slack::import_slack;
pub use stackexchange::import_stackexchange;
pub use store::{
    InviteCounts, invite_counts, invite_lines_page, invite_list, roster_lines_page, roster_seen,
    rosters_page,
};
pub use tables::{InviteFate, InviteLine, InviteList, Roster, RosterFate, RosterLine};
