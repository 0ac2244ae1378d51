//! What this capability holds about a person.
use crate::tables::{journey, journey_item};
use kernel::{Holds, JourneyId, JourneyItemId, Rows, nobodys};

/// Every table of it, and what in it is somebody's.
pub fn held() -> Vec<Box<dyn Holds>> {
    vec![
        nobodys("journey_template", "ways for everybody").held(),
        Rows::<journey::Entity>::new()
            .id::<JourneyId>()
            .of(journey::Column::AppliedBy)
            .held(),
        Rows::<journey_item::Entity>::new()
            .id::<JourneyItemId>()
            .of(journey_item::Column::PersonId)
            .held(),
    ]
}
