//! A session moves, and what surrounds it moves along.
use super::{Acting, settle};
use crate::actions::Actions;
use crate::lookahead::{Prospect, prospect_of};
use crate::schedule::Span;
use crate::store::{self, Scene};
use crate::{Journey, JourneyItem, JourneyItemState};
use async_graphql::InputObject;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Actor, Command, Permit, Result, SessionId, Tx, permit};
use prompts::Retiming;
use sessions::{Clash, PartPlan, Plan, RescheduleSession, SessionSeen, clashes_with, session_seen};

/// Gives a session other times. Whatever of its journeys has not happened moves along; what happened
/// stays.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "RescheduleSessionInput")]
pub struct Reschedule {
    /// Which one.
    pub session: SessionId,
    /// All its parts from now on, 1 to 20.
    pub parts: Vec<PartPlan>,
    /// Why, as people are told: at most 300 characters.
    pub reason: Option<String>,
    /// True to be told the consequence, and to change nothing.
    #[graphql(default)]
    pub dry_run: bool,
}

/// What comes of moving a session.
#[derive(Clone, Debug)]
pub struct Consequence {
    pub session: SessionSeen,
    pub moves: Vec<Move>,
    /// What happened already, and stays as it happened.
    pub happened: Vec<JourneyItem>,
    /// What is asked already, and is due at another time.
    pub retiming: Retiming,
    /// Who has another session at the new time.
    pub clashes: Vec<Clash>,
}

/// An item that moves.
#[derive(Clone, Debug)]
pub struct Move {
    /// As it was.
    pub item: JourneyItem,
    pub to: DateTime<Utc>,
    pub prospect: Prospect,
}

#[async_trait]
impl Command for Acting<Reschedule> {
    type Done = Consequence;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Consequence> {
        let conn = tx.conn();
        let seen = session_seen(&conn, actor, self.input.session).await?;
        let seen: Permit<Plan, SessionSeen> = permit(actor, seen)?;
        let command = RescheduleSession {
            session: self.input.session,
            parts: self.input.parts.clone(),
            reason: self.input.reason.clone(),
        };
        let checked = command.checked(&conn, &seen).await?;
        let spans: Vec<_> = checked
            .times
            .iter()
            .map(|part| (part.starts_at, part.ends_at))
            .collect();
        let clashes = clashes_with(&conn, &seen, &spans).await?;
        let journeys = store::standing_on(&conn, self.input.session).await?;
        let mut consequence = Consequence {
            session: seen.into_subject(),
            moves: Vec::new(),
            happened: Vec::new(),
            retiming: Retiming::default(),
            clashes,
        };
        if let Some(span) = span_of(&spans) {
            let retiming = prompts::retiming(&conn, self.input.session, span.start);
            consequence.retiming = retiming.await?;
            self.foresee(tx, (&journeys, span), &mut consequence)
                .await?;
        }
        if self.input.dry_run {
            return Ok(consequence);
        }
        command.run(tx, actor).await?;
        prompts::retime(tx, actor, self.input.session).await?;
        checkins::retime(tx, self.input.session).await?;
        pulses::retime(tx, self.input.session).await?;
        for journey in &journeys {
            settle(tx, actor, journey).await?;
        }
        consequence.session = session_seen(&tx.conn(), actor, self.input.session).await?;
        Ok(consequence)
    }
}

impl Acting<Reschedule> {
    async fn foresee(
        &self,
        tx: &Tx,
        (journeys, span): (&[Journey], Span),
        consequence: &mut Consequence,
    ) -> Result<()> {
        let (community, session) = (&consequence.session.community, self.input.session);
        let mut scene = store::scene_with_learners(&tx.conn(), community, Some(session)).await?;
        if let Some(session) = &mut scene.circumstances.session {
            session.at.span = span;
        }
        for journey in journeys {
            let items = store::items_of(&tx.conn(), journey.id).await?;
            let reckoning = scene.circumstances.reckon(journey, items, tx.now());
            for (item, should) in reckoning.kept {
                if item.state == JourneyItemState::Done {
                    consequence.happened.push(item);
                } else if should.due_at != item.due_at {
                    let moment = (&scene, journey, &*self.actions);
                    consequence.moves.push(Move {
                        prospect: foreseen(moment, &should, tx.now())?,
                        to: should.due_at,
                        item,
                    });
                }
            }
        }
        consequence.moves.sort_by_key(|moved| moved.to);
        Ok(())
    }
}

fn foreseen(
    (scene, journey, actions): (&Scene, &Journey, &Actions),
    should: &crate::reckon::Reckoned,
    now: DateTime<Utc>,
) -> Result<Prospect> {
    match crate::step::step_named(&journey.steps.0, &should.step) {
        Some(step) => {
            let when = (should.due_at, should.person);
            let occasion = scene.imagined(step, when, journey.applied_by);
            let action = actions.of(&step.action)?;
            Ok(prospect_of(should, action.useful_until(&occasion), now))
        }
        None => Ok(Prospect::Never),
    }
}

fn span_of(spans: &[(DateTime<Utc>, DateTime<Utc>)]) -> Option<Span> {
    Some(Span {
        start: spans.iter().map(|(start, _)| *start).min()?,
        end: spans.iter().map(|(_, end)| *end).max()?,
    })
}
