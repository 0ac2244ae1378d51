//! A template becomes a journey.
use super::settle_in;
use crate::step::{Step, counts_from_session};
use crate::store::{self, Scene};
use crate::{Journey, JourneyApplied, JourneySeen, Steer, TemplateSeen};
use async_graphql::InputObject;
use async_trait::async_trait;
use communities::community_seen;
use kernel::{
    Actor, Command, CommunityId, Conn, Error, JourneyId, Permit, Result, SessionId, TemplateId, Tx,
    line, permit,
};
use sessions::session_seen;

const NAME_CHARS_MAX: usize = 80;

/// Applies a template to a session, or to a whole community when its steps count from no session.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "ApplyJourneyInput")]
pub struct ApplyJourney {
    pub template: TemplateId,
    /// The session that it surrounds. Either this or `community`.
    pub session: Option<SessionId>,
    /// The community, for a template that counts from no session.
    pub community: Option<CommunityId>,
    /// What to call it, 1 to 80 characters; the name of the template when absent.
    pub name: Option<String>,
}

#[async_trait]
impl Command for ApplyJourney {
    type Done = JourneySeen;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<JourneySeen> {
        let imagined = imagine(&tx.conn(), actor, (self, tx.now())).await?;
        once(&tx.conn(), &imagined.seen.journey).await?;
        let row = Journey {
            id: tx.id(),
            ..imagined.seen.journey.clone()
        };
        let journey = store::insert_journey(tx, &imagined.seen, row).await?;
        let fact = JourneyApplied {
            journey: journey.id,
            community: journey.community_id,
        };
        tx.emit(actor, &fact).await?;
        settle_in(tx, actor, (&imagined.scene, &journey)).await?;
        Ok(JourneySeen {
            journey,
            ..imagined.seen.into_subject()
        })
    }
}

/// Applied twice, a template would say everything to everybody twice.
async fn once(conn: &Conn<'_>, wanted: &Journey) -> Result<()> {
    let twin = store::within(conn, wanted.community_id)
        .await?
        .into_iter()
        .any(|it| it.template_id == wanted.template_id && it.session_id == wanted.session_id);
    match twin {
        true => Err(
            Error::invalid("template", "this template is applied here already")
                .hint("change the journey that is there, or take it back first"),
        ),
        false => Ok(()),
    }
}

/// A journey that is not there yet, with leave to bring it about.
pub(crate) struct Imagined {
    pub seen: Permit<Steer, JourneySeen>,
    pub scene: Scene,
}

/// The journey that `apply` would begin at `now`.
pub(crate) async fn imagine(
    conn: &Conn<'_>,
    actor: Actor,
    (apply, now): (&ApplyJourney, chrono::DateTime<chrono::Utc>),
) -> Result<Imagined> {
    let name = match &apply.name {
        Some(name) => Some(line("name", name, NAME_CHARS_MAX)?),
        None => None,
    };
    let template = store::template_seen(conn, actor, apply.template).await?;
    let template = permit::<crate::Look, _>(actor, template)?.into_subject();
    let community = whose(conn, actor, apply).await?;
    let journey = Journey {
        id: JourneyId::from(uuid::Uuid::nil()),
        community_id: community,
        session_id: apply.session,
        template_id: Some(template.template.id),
        name: name.unwrap_or_else(|| template.template.name.clone()),
        steps: template.template.steps.clone(),
        applied_by: actor.person(),
        applied_at: now,
        paused_at: None,
        withdrawn_at: None,
    };
    let community = community_seen(conn, actor, community).await?;
    let seen: Permit<Steer, JourneySeen> = permit(actor, JourneySeen { journey, community })?;
    fits(conn, &template, &seen.journey).await?;
    let scene = store::scene_with_learners(conn, &seen.community.community, apply.session).await?;
    Ok(Imagined { seen, scene })
}

async fn whose(conn: &Conn<'_>, actor: Actor, apply: &ApplyJourney) -> Result<CommunityId> {
    match (apply.session, apply.community) {
        (Some(session), None) => {
            let seen = session_seen(conn, actor, session).await?;
            let seen = permit::<sessions::Plan, _>(actor, seen)?;
            Ok(seen.session.community_id)
        }
        (None, Some(community)) => Ok(community),
        _ => Err(Error::invalid(
            "session",
            "say what it is applied to: a session or a community",
        )),
    }
}

/// A template is for its own community, or for those that run its program.
async fn fits(conn: &Conn<'_>, template: &TemplateSeen, journey: &Journey) -> Result<()> {
    let template = &template.template;
    if template.archived_at.is_some() {
        return Err(Error::invalid("template", "this template was put away")
            .hint("bring it back, or choose another one"));
    }
    let own = match template.program_id {
        Some(program) => store::program_of(conn, journey.community_id).await? == Some(program),
        None => template.community_id == Some(journey.community_id),
    };
    if !own {
        let message = match template.program_id {
            Some(_) => "this community does not run the program of this template",
            None => "this template belongs to another community",
        };
        return Err(Error::invalid("template", message).hint("choose another one"));
    }
    counts(&journey.steps.0, journey.session_id)
}

/// Steps that count from a session need one.
pub(super) fn counts(steps: &[Step], session: Option<SessionId>) -> Result<()> {
    let from_session = steps.iter().find(|step| counts_from_session(steps, step));
    match (session, from_session) {
        (None, Some(step)) => Err(Error::invalid(
            "session",
            format!("{} counts from a session; choose one", step.key),
        )),
        _ => Ok(()),
    }
}
