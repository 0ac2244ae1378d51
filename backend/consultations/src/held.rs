//! What this capability holds about a person.
use crate::tables::{consultation, letter};
use kernel::{ConsultationId, Holds, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        Rows::<consultation::Entity>::new()
            .id::<ConsultationId>()
            .of(consultation::Column::PersonId)
            .others(&[consultation::Column::ColleagueId], "whom they asked")
            .without(
                &[
                    consultation::Column::ColleagueName,
                    consultation::Column::ColleagueEmail,
                ],
                "who somebody else is",
            )
            .without(&[consultation::Column::Line], "the words of the colleague")
            .without(
                &[consultation::Column::Nonce],
                "a note of the program on its own work",
            )
            .held(),
        Rows::<consultation::Entity>::new()
            .called("consultation_given")
            .id::<ConsultationId>()
            .of(consultation::Column::ColleagueId)
            .others(&[consultation::Column::PersonId], "who asked them")
            .without(
                &[
                    consultation::Column::Note,
                    consultation::Column::Question,
                    consultation::Column::Change,
                ],
                "the words of who asked",
            )
            .without(
                &[consultation::Column::Nonce],
                "a note of the program on its own work",
            )
            .held(),
        nobodys("consultation_link", "links, kept as hashes alone").held(),
        Rows::<letter::Entity>::new()
            .of(letter::Column::PersonId)
            .without(
                &[letter::Column::AddressHash],
                "it stands for somebody else's address",
            )
            .held(),
        nobodys(
            "consultation_refusal",
            "addresses that want no letter, kept as hashes alone",
        )
        .held(),
    ]
}
