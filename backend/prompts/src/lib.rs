//! Prompts: what a facilitator asks between sessions, and the pre-work that is not a question.
//!
//! Invariants:
//! - a prompt is a thread of its channel, and an answer a post in it;
//! - who has not answered a prompt that asks for it first reads no answer of others, by any path;
//! - nobody is expected to do what was due before they joined;
//! - what is due so many days from a session is due again when the session moves;
//! - a question of a series is a prompt like any other once its day has come, and follows its session
//!   until then; what was to be recalled is shown to nobody who has not answered;
//! - nothing that was asked is erased: it is withdrawn, and can be asked again.
mod activities;
mod brief;
mod catching_up;
mod commands;
mod due;
mod events;
mod held;
mod jobs;
mod policy;
mod spaced;
mod spacing;
mod store;
mod tables;

pub use activities::activities_of;
pub use brief::{Asked, Brief, brief};
pub use catching_up::{CatchUp, ToDo, catch_up};
pub use commands::{
    AnswerPrompt, CancelPromptSeries, MarkPreWorkDone, MarkRecall, OpenPreWork, PausePromptSeries,
    PostPrompt, ResumePromptSeries, Retiming, SpacePrompts, SpacedQuestionInput, UpdatePreWork,
    UpdatePrompt, UpdateSpacedQuestion, WithdrawPreWork, WithdrawPrompt, answer_prompt,
    post_prompt, retime, retiming,
};
pub use due::{Asking, Audience, DueRule};
pub use events::{
    News, PreWorkChanged, PreWorkDone, PreWorkOpened, PromptAnswered, PromptChanged, PromptPosted,
    PromptSeriesChanged, RecallMarked,
};
pub use held::held;
pub use jobs::NoticeAnswers;
pub use policy::{
    Briefed, Change, Finish, PreWorkSeen, PromptSeen, Read, SeriesSeen, Witness, witness,
};
pub use spaced::{AskNext, ask_what_is_due};
pub use spacing::SeriesState;
pub use store::{
    PromptsIn, has_answered, own_recall, pre_work_done_by, pre_work_due_for, pre_work_of_session,
    pre_work_seen, prompt_of_thread, prompt_seen, prompts_due_for, prompts_in, prompts_of_threads,
    prompts_seen_in, prompts_visible_to, recall_of, series_in, series_of_prompts,
    series_of_sessions, series_seen, who_has_not_answered,
};
pub use tables::{
    PreWork, PreWorkKind, Prompt, PromptSeries, RecallMark, SpacedKind, SpacedQuestion,
};

impl Prompt {
    /// Whom it is asked, and until when.
    pub fn asking(&self) -> Asking<'_> {
        Asking {
            audience: &self.audience,
            due_at: self.due_at,
        }
    }
}

impl PreWork {
    /// For whom it is, and until when.
    pub fn asking(&self) -> Asking<'_> {
        Asking {
            audience: &self.audience,
            due_at: self.due_at,
        }
    }
}
