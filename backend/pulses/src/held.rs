//! What this capability holds about a person.
use crate::tables::{asked, link, pulse};
use kernel::{Holds, PulseId, PulseLinkId, PulseQuestionId, PulseResponseId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<pulse::Entity>::new()
            .id::<PulseId>()
            .ids::<PulseId>(pulse::Column::SeriesId)
            .of(pulse::Column::DefinedBy)
            .without(&[pulse::Column::OpenToken], "it opens a door")
            .without(
                &[pulse::Column::Nonce],
                "a note of the program on its own work",
            )
            .held(),
        nobodys("pulse_question", "what everybody is asked").held(),
        Rows::<asked::Entity>::new()
            .id::<PulseResponseId>()
            .of(asked::Column::PersonId)
            .held(),
        nobodys(
            "pulse_answer",
            "answers of which nobody, this program included, can tell whose they are",
        )
        .ids::<PulseQuestionId>("question_id")
        .held(),
        Rows::<link::Entity>::new()
            .id::<PulseLinkId>()
            .of(link::Column::PersonId)
            .without(
                &[link::Column::TokenHash],
                "what opens something is kept as a hash alone, and given to nobody",
            )
            .held(),
        nobodys(
            "pulse_seat",
            "places at a form that is open to a room, kept as hashes alone",
        )
        .held(),
        nobodys("pulse_secret", "what keeps answers apart from people").held(),
    ]
}
