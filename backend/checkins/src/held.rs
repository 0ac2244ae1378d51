//! What this capability holds about a person.
use crate::tables::{answer, away, check_in, link, response};
use kernel::{
    CheckInAnswerId, CheckInId, CheckInLinkId, CheckInQuestionId, CheckInResponseId, Holds, Rows,
    nobodys,
};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<check_in::Entity>::new()
            .id::<CheckInId>()
            .ids::<CheckInId>(check_in::Column::SeriesId)
            .of(check_in::Column::DefinedBy)
            .held(),
        nobodys("check_in_question", "what everybody is asked").held(),
        Rows::<response::Entity>::new()
            .id::<CheckInResponseId>()
            .of(response::Column::PersonId)
            .held(),
        Rows::<answer::Entity>::new()
            .id::<CheckInAnswerId>()
            .ids::<CheckInQuestionId>(answer::Column::QuestionId)
            .under::<response::Entity>(
                answer::Column::ResponseId,
                (response::Column::Id, response::Column::PersonId),
            )
            .held(),
        nobodys(
            "check_in_anonymous",
            "answers of which nobody can tell whose they are",
        )
        .ids::<CheckInQuestionId>("question_id")
        .held(),
        nobodys(
            "check_in_theme",
            "what facilitators found in the answers of many",
        )
        .held(),
        nobodys(
            "check_in_themed",
            "what facilitators found in the answers of many",
        )
        .held(),
        Rows::<link::Entity>::new()
            .id::<CheckInLinkId>()
            .of(link::Column::PersonId)
            .without(
                &[link::Column::TokenHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
        Rows::<away::Entity>::new()
            .of(away::Column::PersonId)
            .held(),
    ]
}
