//! All that capabilities name, in the order in which it is given.
use kernel::Holds;

/// Every table of the database, and what in it is somebody's. The order is kept: who goes on where they stopped counts
/// by it.
pub fn all_that_is_held() -> Vec<Box<dyn Holds>> {
    [
        identity::held,
        sso::held,
        scim::held,
        communities::held,
        sessions::held,
        channels::held,
        prompts::held,
        questions::held,
        misconceptions::held,
        moderation::held,
        pairings::held,
        checkins::held,
        pulses::held,
        consultations::held,
        feedback::held,
        journeys::held,
        search::held,
        notifications::held,
        imports::held,
        audit::held,
        crate::held,
        kernel::held,
    ]
    .iter()
    .flat_map(|held: &fn() -> Vec<Box<dyn Holds>>| held())
    .collect()
}

/// Those of them that are somebody's.
pub(crate) fn what_is_somebodys() -> Vec<Box<dyn Holds>> {
    let mut all = all_that_is_held();
    all.retain(|rows| rows.reason().is_none());
    all
}
