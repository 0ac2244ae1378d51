//! Who may hear of a fact, and what it is called to them.
use super::event::LiveEventKind;
use super::hub::Told;
use ::channels::Read;
use ::sessions::{See, Witness};
use communities::{Role, Standing};
use kernel::{Actor, Fact, Policy};

/// Whether what happened to a session, a journey or a misconception is for this viewer: a draft is for
/// those who lead it, who attended for them and for the person, a journey for facilitators, and what is
/// not published yet and what waits for moderators for those who moderate.
pub fn concerns(told: &Told, viewer: Actor, standing: Standing) -> bool {
    match LiveEventKind::of(&told.fact) {
        Some(LiveEventKind::JourneyChanged) => return standing.role == Role::Facilitator,
        Some(LiveEventKind::ModerationChanged) => {
            return matches!(standing.role, Role::Moderator | Role::Facilitator);
        }
        _ => {}
    }
    // What is not published yet is for who leads; what concerns one person comes to them alone.
    let kind = told.fact.kind.as_str();
    if ::pairings::is_for_leads(kind) || ::feedback::is_for_leads(kind) {
        return standing.role == Role::Facilitator;
    }
    if let Some(fact) = told.fact.as_event::<::prompts::PreWorkDone>() {
        let own = viewer.person() == Some(fact.person);
        return own || ::prompts::witness(&viewer, Some(standing)).allows();
    }
    if is_for_moderators(&told.fact) {
        return matches!(standing.role, Role::Moderator | Role::Facilitator);
    }
    let Some(session) = &told.session else {
        return true;
    };
    let seen = session.seen_with(standing);
    match told.fact.as_event::<::sessions::AttendanceRecorded>() {
        Some(fact) if viewer.person() == Some(fact.person) => true,
        Some(_) => Policy::<Witness>::verdict(&seen, &viewer).allows(),
        None => Policy::<See>::verdict(&seen, &viewer).allows(),
    }
}

/// What happens to a misconception before its correction is published is known to those who moderate.
fn is_for_moderators(fact: &Fact) -> bool {
    match fact.as_event::<::misconceptions::PassageRevised>() {
        Some(revised) => !revised.state.is_public(),
        None => LiveEventKind::of(fact) == Some(LiveEventKind::MisconceptionChanged),
    }
}

/// What a fact about a post is called for a viewer who may not read that post: that there are more
/// answers, or fewer, is no secret; whatever else happens to them is.
pub fn kind_for(
    told: &Told,
    kind: LiveEventKind,
    viewer: (Actor, Standing),
) -> Option<LiveEventKind> {
    let (viewer, standing) = viewer;
    let (Some(post), Some(person)) = (&told.post, viewer.person()) else {
        return Some(kind);
    };
    let (post, _) = post.seen_by(person, standing);
    match kind {
        _ if Policy::<Read>::verdict(&post, &viewer).allows() => Some(kind),
        // What was never shown is nothing to anybody.
        _ if !post.post.published => None,
        LiveEventKind::PostCreated | LiveEventKind::PostDeleted | LiveEventKind::PostRestored => {
            Some(LiveEventKind::ThreadChanged)
        }
        _ => None,
    }
}

/// Whether the policy lets this viewer hear of it now.
pub fn may_hear(told: &Told, viewer: Actor) -> Option<Option<Standing>> {
    let person = viewer.person()?;
    match &told.standings {
        // For one person alone: it came by that person's own topic.
        None => (told.fact.place.person == Some(person)).then_some(None),
        Some(standings) => standings.get(&person).map(|standing| Some(*standing)),
    }
}
