//! Every query on the tables of moderation.
mod acts;
mod appeals;
mod flags;
mod items;

pub use acts::{AuditFilter, acts_page, audit_page, people_of_log, suspensions_page};
pub(crate) use acts::{NewAct, insert_act, insert_act_of, insert_told_act};
pub(crate) use appeals::{
    act_by_id, appeal_against, appealed_since, insert_appeal, set_answered, set_undone,
};
pub use appeals::{acts_by_ids, appeal_seen, appeals_about};
pub(crate) use flags::{
    Verdict, decide_flags, flagged_since, flags_by_ids, flags_since, insert_flag, open_flag,
    withdraw_flag,
};
pub use flags::{flag_seen, flags_on, own_flags};
pub(crate) use items::{
    About, items_about, longest_waiting, not_waiting_for_review, open_new, resembling_in,
    set_breach_told, set_checked, set_claim, set_decided, settle, wait_for,
};
pub use items::{item_seen, oldest_unanswered, open_count, queue, queue_counts};
