//! What this capability holds about a person.
use crate::tables::export;
use kernel::{Holds, PersonalExportId, Rows};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    let on_its_way = "a note of the program on its own work";
    vec![
        Rows::<export::Entity>::new()
            .id::<PersonalExportId>()
            .of(export::Column::PersonId)
            .others(&[export::Column::AskedBy], "who asked for it")
            .without(
                &[
                    export::Column::Step,
                    export::Column::FromRow,
                    export::Column::Percent,
                ],
                on_its_way,
            )
            .held(),
    ]
}
