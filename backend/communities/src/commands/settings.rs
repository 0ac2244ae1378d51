//! What of a community is a setting, as facts tell what was changed.
use crate::Community;
use serde_json::{Value, json};

/// What those who lead it may set.
pub(super) fn settings_of(community: &Community) -> Value {
    json!({
        "name": community.name,
        "purpose": community.purpose,
        "norms": community.norms,
        "zone": community.zone,
        "starts_on": community.starts_on,
        "ends_on": community.ends_on,
        "nameless_questions": community.nameless_questions,
        "answer_promise_hours": community.answer_promise_hours,
        "alumni_access": community.alumni_access,
        "alumni_community": community.alumni_community_id.map(|id| id.to_string()),
    })
}

/// On which weekdays it works: a digit for each, Monday first.
pub(super) fn work_days_of(community: &Community) -> Value {
    let works = |day: i16| {
        if community.work_week >> day & 1 == 1 {
            '1'
        } else {
            '0'
        }
    };
    let days: String = (0..7).map(works).collect();
    json!({ "work_days": days })
}
