//! A session as the index knows it, and who may find it. Pure.
use crate::document::SESSION;
use communities::Role;
use kernel::{Actor, CommunityId, PersonId};
use search_index::Document;
use sessions::{Drafts, Objective, Session, drafts_seen_by};

/// It stands at its beginning: that is what `before:` and `after:` ask for.
pub(crate) fn document_of_session<'a>(
    session: &Session,
    objectives: impl Iterator<Item = &'a Objective>,
) -> Document {
    let mut body = kernel::strip_markup(&session.about_html);
    for objective in objectives {
        body.push('\n');
        body.push_str(&objective.statement);
    }
    Document {
        id: session.id.to_string(),
        audience: audience_of(session),
        community: session.community_id.to_string(),
        kind: SESSION.to_owned(),
        title: session.title.clone(),
        body,
        created: session.starts_at.timestamp_millis(),
        ..Document::default()
    }
}

/// Its community, once that has seen it. A draft is for who plans there, and for who leads it or steps in
/// for as long as they are members.
fn audience_of(session: &Session) -> Vec<String> {
    let community = session.community_id;
    if session.published_at.is_some() {
        return vec![community.to_string()];
    }
    let led_by = [session.lead_id, session.backup_id].into_iter().flatten();
    let led_by = led_by.map(|person| drafts_led_by(person, community));
    led_by.chain([drafts_in(community)]).collect()
}

/// What a member of a community brings to find drafts there, as the policy of sessions has it. Nothing in the
/// index changes when they come, leave, or have another role.
pub(crate) fn drafts_open_to(
    actor: Actor,
    (community, role): (CommunityId, Option<Role>),
) -> Option<String> {
    match drafts_seen_by(&actor, role)? {
        Drafts::All => Some(drafts_in(community)),
        Drafts::Led => Some(drafts_led_by(actor.person()?, community)),
    }
}

fn drafts_in(community: CommunityId) -> String {
    format!("{community}/drafts")
}

fn drafts_led_by(person: PersonId, community: CommunityId) -> String {
    format!("{community}/drafts/{person}")
}
