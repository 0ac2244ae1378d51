//! What a Slack reaction says here, where each says something.
use channels::ReactionKind;

const HELPFUL: [&str; 12] = [
    "+1",
    "100",
    "bulb",
    "heavy_check_mark",
    "light_bulb",
    "ok_hand",
    "point_up",
    "star",
    "this",
    "thumbsup",
    "thumbsup_all",
    "white_check_mark",
];
const THANK_YOU: [&str; 14] = [
    "blue_heart",
    "bow",
    "clap",
    "green_heart",
    "heart",
    "hearts",
    "hugging_face",
    "orange_heart",
    "pray",
    "purple_heart",
    "raised_hands",
    "tada",
    "thank_you",
    "yellow_heart",
];

/// Nothing, when it has no meaning here.
pub(super) fn meaning(name: &str) -> Option<ReactionKind> {
    // Skin tones come after two colons: `+1::skin-tone-3`.
    let name = name.split("::").next().unwrap_or(name);
    if HELPFUL.contains(&name) {
        Some(ReactionKind::Helpful)
    } else if THANK_YOU.contains(&name) {
        Some(ReactionKind::ThankYou)
    } else {
        None
    }
}
