//! Imports: archives and rosters from elsewhere.
//!
//! Invariants:
//! - a record is brought in once, however often its archive is;
//! - every record of a source stands on the sheet: brought in, there already, or dropped for a reason;
//! - memory does not grow with what people wrote: archives are read twice, or laid aside on disk;
//! - nobody is told of what is brought in; only the index hears of it.
mod conversations;
mod events;
mod html;
mod landing;
mod origin;
mod people;
mod progress;
mod roster;
mod sheet;
mod slack;
mod stackexchange;
mod store;
mod tables;
mod words;

pub use events::ImportFinished;
pub use progress::{Progress, Unheard};
pub use roster::{Intent, import_roster};
pub use sheet::{Dropped, Line, Sheet};
pub use slack::import_slack;
pub use stackexchange::import_stackexchange;
