//! What this capability holds about a person.
use crate::tables::{pre_work, pre_work_done, prompt, recall, series};
use kernel::{Holds, PreWorkId, PromptId, PromptSeriesId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<prompt::Entity>::new()
            .id::<PromptId>()
            .of(prompt::Column::AskedBy)
            .held(),
        Rows::<pre_work::Entity>::new()
            .id::<PreWorkId>()
            .of(pre_work::Column::OpenedBy)
            .without(
                &[pre_work::Column::NoteHtml],
                "the same words, as a page shows them",
            )
            .held(),
        nobodys("prompt_objective", "what a prompt is about").held(),
        nobodys("pre_work_objective", "what pre-work is about").held(),
        Rows::<pre_work_done::Entity>::new()
            .of(pre_work_done::Column::PersonId)
            .held(),
        Rows::<series::Entity>::new()
            .id::<PromptSeriesId>()
            .of(series::Column::CreatedBy)
            .without(
                &[series::Column::Nonce],
                "a note of the program on its own work",
            )
            .held(),
        nobodys("spaced_question", "what everybody is asked")
            .ids::<PromptSeriesId>("series_id")
            .held(),
        Rows::<recall::Entity>::new()
            .of(recall::Column::PersonId)
            .held(),
    ]
}
