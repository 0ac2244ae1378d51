//! What a journey depends on, as it stands.
use crate::occasion::{Occasion, SessionAt};
use crate::reckon::{Circumstances, SessionStands};
use crate::schedule::{Enrolled, Span};
use crate::step::Step;
use crate::{Journey, JourneyItem};
use checkins::Language;
use chrono::{DateTime, Utc};
use communities::{Community, Role, calendar_of, leads_of, standings};
use identity::Person;
use kernel::{Actor, Conn, JourneyId, PersonId, PromptId, Result, SessionId};
use sessions::{Session, session_seen};

/// What the journeys of one community and session depend on, and who speaks in them.
pub(crate) struct Scene {
    pub community: Community,
    pub circumstances: Circumstances,
    leads: Vec<Person>,
    instructor: Option<PersonId>,
}

/// Loads what the journeys in `community` about `session` depend on.
pub(crate) async fn scene_with_learners(
    conn: &Conn<'_>,
    community: &Community,
    session: Option<SessionId>,
) -> Result<Scene> {
    let mut scene = scene(conn, community, session).await?;
    let learners = standings(conn, community.id)
        .await?
        .into_iter()
        .filter(|(_, standing)| standing.role == Role::Learner)
        .map(|(person, standing)| Enrolled {
            person,
            since: standing.since,
        });
    scene.circumstances.learners = learners.collect();
    scene
        .circumstances
        .learners
        .sort_by_key(|enrolled| (enrolled.since, enrolled.person));
    Ok(scene)
}

/// As `scene_with_learners`, without them: all that one item needs.
pub(crate) async fn scene(
    conn: &Conn<'_>,
    community: &Community,
    session: Option<SessionId>,
) -> Result<Scene> {
    let session = match session {
        Some(session) => Some(session_seen(conn, Actor::System, session).await?.session),
        None => None,
    };
    let leads = leads_of(conn, &[community.id]).await?;
    Ok(Scene {
        leads: leads.into_values().flatten().collect(),
        instructor: session.as_ref().and_then(|session| session.lead_id),
        circumstances: Circumstances {
            calendar: calendar_of(conn, community.id).await?,
            session: session.map(stands),
            learners: Vec::new(),
            archived: community.archived_at.is_some(),
        },
        community: community.clone(),
    })
}

fn stands(session: Session) -> SessionStands {
    SessionStands {
        state: session.state,
        closed_at: session.closed_at,
        at: SessionAt {
            id: session.id,
            number: session.number,
            title: session.title,
            span: Span {
                start: session.starts_at,
                end: session.ends_at,
            },
        },
    }
}

impl Scene {
    /// Who speaks in a journey: who applied it, who leads its session, or whoever leads the community.
    fn speaker(&self, applied_by: Option<PersonId>) -> Option<&Person> {
        let wanted = [applied_by, self.instructor];
        let lead = wanted
            .into_iter()
            .flatten()
            .find_map(|wanted| self.leads.iter().find(|lead| lead.id == wanted));
        lead.or(self.leads.first())
    }

    /// The moment of a step that is only imagined.
    pub fn imagined(
        &self,
        step: &Step,
        (due_at, person): (DateTime<Utc>, Option<PersonId>),
        applied_by: Option<PersonId>,
    ) -> Occasion {
        let speaker = self.speaker(applied_by);
        Occasion {
            item: None,
            community: self.community.clone(),
            calendar: self.circumstances.calendar.clone(),
            session: self.circumstances.session.as_ref().map(|it| it.at.clone()),
            step: step.clone(),
            due_at,
            person,
            voice: speaker.map(|person| person.id),
            language: speaker.map_or(Language::English, |person| {
                Language::of(&person.preferences.language)
            }),
            prompt: None,
        }
    }

    /// The moment of an item.
    pub async fn occasion(
        &self,
        conn: &Conn<'_>,
        (journey, item, step): (&Journey, &JourneyItem, &Step),
    ) -> Result<Occasion> {
        let when = (item.due_at, item.person_id);
        let ahead = self.ahead(conn, (journey, step), when).await?;
        Ok(Occasion {
            item: Some(item.id),
            ..ahead
        })
    }

    /// The moment of a step as it is foreseen: with the prompt it asks for, once that is posted.
    pub async fn ahead(
        &self,
        conn: &Conn<'_>,
        (journey, step): (&Journey, &Step),
        when: (DateTime<Utc>, Option<PersonId>),
    ) -> Result<Occasion> {
        let imagined = self.imagined(step, when, journey.applied_by);
        let prompt = match imagined.asks_for() {
            Some(key) => prompt_of(conn, journey.id, key).await?,
            None => None,
        };
        Ok(Occasion { prompt, ..imagined })
    }
}

async fn prompt_of(conn: &Conn<'_>, journey: JourneyId, key: &str) -> Result<Option<PromptId>> {
    let item = super::item_in_slot(conn, journey, key).await?;
    Ok(item.and_then(|item| item.outcome?.prompt))
}
