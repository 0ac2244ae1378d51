//! Every query on the tables of moderation.
mod acts;

pub use acts::acts_page;
pub(crate) use acts::{NewAct, insert_act};
