//! What happens in a session, minute by minute.
use super::describe::own_objectives;
use super::permitted;
use crate::{
    Conduct, Part, Segment, SegmentKind, SegmentSeen, Session, SessionAspect, SessionChanged,
    SessionSeen, life, parse, store,
};
use async_graphql::InputObject;
use async_trait::async_trait;
use kernel::{Actor, Command, Error, ObjectiveId, Permit, Result, SessionId, Tx};

const SEGMENTS_MAX: usize = 100;
const MINUTES: std::ops::RangeInclusive<i32> = 1..=600;
const WORDS_CHARS_MAX: usize = 4_000;

/// A segment of an agenda.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SegmentInput")]
pub struct SegmentPlan {
    /// In which part, by its number; in the first when absent.
    pub part: Option<i32>,
    /// What people do in it.
    pub kind: SegmentKind,
    /// 1 to 120 characters.
    pub title: String,
    /// How long, 1 to 600 minutes.
    pub minutes: i32,
    /// What to say or ask, for who leads: at most 4,000 characters.
    pub prompt: Option<String>,
    /// What to do when it goes otherwise, for who leads: at most 4,000 characters.
    pub contingency: Option<String>,
    /// Which objectives it serves.
    pub objectives: Option<Vec<ObjectiveId>>,
}

/// Writes the agenda of a session, all of it.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "SetAgendaInput")]
pub struct SetAgenda {
    /// Which session.
    pub session: SessionId,
    /// In their order, at most 100.
    pub segments: Vec<SegmentPlan>,
}

#[async_trait]
impl Command for SetAgenda {
    type Done = Session;

    async fn run(&self, tx: &Tx, actor: Actor) -> Result<Session> {
        let seen: Permit<Conduct, SessionSeen> = permitted(tx, actor, self.session).await?;
        life::open_to_change(&seen.session)?;
        if self.segments.len() > SEGMENTS_MAX {
            let message = format!("an agenda has at most {SEGMENTS_MAX} segments");
            return Err(Error::invalid("segments", message));
        }
        let wanted = self
            .segments
            .iter()
            .filter_map(|plan| plan.objectives.as_ref());
        let wanted: Vec<ObjectiveId> = wanted.flatten().copied().collect();
        own_objectives(&tx.conn(), seen.community.id, &wanted).await?;
        let agenda: Result<Vec<SegmentSeen>> = (1..)
            .zip(&self.segments)
            .map(|(position, plan)| segment(tx, &seen.parts, (position, plan)))
            .collect();

        let session = seen.into_subject().session;
        store::replace_agenda(tx, session.id, agenda?).await?;
        let fact = SessionChanged {
            community: session.community_id,
            session: session.id,
            aspects: vec![SessionAspect::Agenda],
        };
        tx.emit(actor, &fact).await?;
        Ok(session)
    }
}

fn segment(tx: &Tx, parts: &[Part], (position, plan): (i32, &SegmentPlan)) -> Result<SegmentSeen> {
    let wrong = |what: &str| Error::invalid("segments", format!("segment {position} {what}"));
    let number = plan.part.unwrap_or(1);
    let part = parts
        .iter()
        .find(|part| part.number == number)
        .ok_or_else(|| wrong("is in a part that there is not"))?;
    if !MINUTES.contains(&plan.minutes) {
        return Err(wrong("takes 1 to 600 minutes"));
    }
    let title = kernel::line("title", &plan.title, parse::TITLE_CHARS_MAX)
        .map_err(|_| wrong("needs a title of 1 to 120 characters"))?;
    let words = |text: &Option<String>, name: &str| {
        let text = text.as_deref().unwrap_or_default().trim();
        match text.chars().count() > WORDS_CHARS_MAX || text.contains('\0') {
            true => Err(wrong(&format!(
                "has a {name} of more than 4,000 characters"
            ))),
            false => Ok(text.to_owned()),
        }
    };
    let mut objectives = plan.objectives.clone().unwrap_or_default();
    objectives.sort_unstable();
    objectives.dedup();
    let segment = Segment {
        id: tx.id(),
        session_id: part.session_id,
        part_id: part.id,
        position,
        kind: plan.kind,
        title,
        minutes: plan.minutes,
        prompt: words(&plan.prompt, "prompt")?,
        contingency: words(&plan.contingency, "contingency")?,
    };
    Ok(SegmentSeen {
        segment,
        objectives,
    })
}
