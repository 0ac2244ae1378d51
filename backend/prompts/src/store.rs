//! Every query on the tables of prompts and pre-work.
mod pre_work;
mod prompts;
mod series;

pub(crate) use pre_work::{
    insert_pre_work, pre_work_of_community, ruled_pre_work, set_done, set_pre_work_due,
    update_pre_work,
};
pub use pre_work::{pre_work_done_by, pre_work_due_for, pre_work_of_session, pre_work_seen};
pub use prompts::{
    PromptsIn, has_answered, prompt_of_thread, prompt_seen, prompts_due_for, prompts_in,
    prompts_of_threads, prompts_seen_in, prompts_visible_to, who_has_not_answered,
};
pub(crate) use prompts::{
    insert_prompt, prompts_of_community, ruled_prompts, set_prompt_due, update_prompt,
};

pub(crate) use series::{
    insert_series, series_twin, set_recall, settle_question, spaced_due, update_question,
    update_series,
};
pub use series::{
    own_recall, recall_of, series_in, series_of_prompts, series_of_sessions, series_seen,
};

use chrono::{DateTime, TimeDelta, Utc};

/// What is late is still asked for so long; after that it is let go.
pub(crate) const LATE_SHOWN: TimeDelta = TimeDelta::days(7);

/// From when on what is due is still asked for.
fn still_asked(now: DateTime<Utc>) -> DateTime<Utc> {
    now - LATE_SHOWN
}
