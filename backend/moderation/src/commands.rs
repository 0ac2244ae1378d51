//! What can be done: one command for each verb.
mod appeals;
mod claims;
mod decide;
mod flags;
mod kept;
mod people;
mod told;
mod undo;

pub use appeals::{AnswerAppeal, MakeAppeal};
pub use claims::{ClaimModerationItem, ReleaseModerationItem};
pub use decide::DecideModerationItem;
pub use flags::{FlagPost, WithdrawFlag};
pub use kept::{KeepsOrder, Kept, Line};
pub use people::{Mute, Restore, Suspend, Unmute};
pub use undo::UndoModerationDecision;
