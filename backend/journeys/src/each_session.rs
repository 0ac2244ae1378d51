//! Templates that each session has by itself: what follows a session needs nobody who remembers to plan it.
use crate::{ApplyJourney, JourneyTemplate, store};
use kernel::{Actor, Command, CommunityId, Error, Result, SessionId, TemplateId, Tx};
use sessions::{Session, SessionState};
use std::collections::BTreeSet;

/// Lets a session have what each session of its community has. Heard again, it changes nothing; and what
/// was taken back stays so.
pub(crate) async fn begin_at(tx: &Tx, session: SessionId) -> Result<()> {
    let seen = sessions::session_seen(&tx.conn(), Actor::System, session).await?;
    let community = seen.session.community_id;
    for template in templates_for_each(tx, community).await? {
        apply(tx, &template, &seen.session).await?;
    }
    Ok(())
}

/// Lets the sessions that are not over have a template that is for each of them now.
pub(crate) async fn begin_with(tx: &Tx, template: TemplateId) -> Result<()> {
    let template = store::template_by_id(&tx.conn(), template).await?;
    if !template.for_each_session || template.archived_at.is_some() {
        return Ok(());
    }
    for community in store::communities_of(&tx.conn(), &template).await? {
        apply_in(tx, &template, community).await?;
    }
    Ok(())
}

/// Lets the sessions of a community have what each has that runs the program which it runs now.
pub(crate) async fn begin_in(tx: &Tx, community: CommunityId) -> Result<()> {
    for template in templates_for_each(tx, community).await? {
        apply_in(tx, &template, community).await?;
    }
    Ok(())
}

async fn apply_in(tx: &Tx, template: &JourneyTemplate, community: CommunityId) -> Result<()> {
    let sessions = sessions::sessions_of(&tx.conn(), Actor::System, community).await?;
    for seen in sessions {
        apply(tx, template, &seen.session).await?;
    }
    Ok(())
}

async fn templates_for_each(tx: &Tx, community: CommunityId) -> Result<Vec<JourneyTemplate>> {
    let templates = store::templates_of_community(&tx.conn(), Actor::System, community).await?;
    let templates = templates.into_iter().map(|seen| seen.template);
    Ok(templates.filter(|it| it.for_each_session).collect())
}

async fn apply(tx: &Tx, template: &JourneyTemplate, session: &Session) -> Result<()> {
    let is_ahead = matches!(
        session.state,
        SessionState::Published | SessionState::Running
    );
    if !is_ahead || had(tx, session.id).await?.contains(&template.id) {
        return Ok(());
    }
    let apply = ApplyJourney {
        template: template.id,
        session: Some(session.id),
        community: None,
        name: None,
    };
    match apply.run(tx, Actor::System).await {
        // An archived community rests; nobody is there to read why.
        Ok(_) | Err(Error::Forbidden(_) | Error::Invalid { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The templates that were applied to a session, also those that were taken back.
async fn had(tx: &Tx, session: SessionId) -> Result<BTreeSet<TemplateId>> {
    let journeys = store::ever_on(&tx.conn(), session).await?;
    Ok(journeys.iter().filter_map(|it| it.template_id).collect())
}
